using System.Collections.Immutable;

namespace Analytics.Engine.Queries;

/// <summary>
/// Values of chart options, by the keys of <see cref="ChartOption"/>. An option that is not among them is left as it is; one with no value
/// is taken away. Two are equal where all values are.
/// </summary>
/// <typeparam name="T">A value: a text, or one in both languages.</typeparam>
public sealed class ChartOptionValues<T> : IEquatable<ChartOptionValues<T>>
    where T : class
{
    public static readonly ChartOptionValues<T> None = new(ImmutableDictionary<string, ImmutableArray<T>>.Empty);

    private readonly ImmutableDictionary<string, ImmutableArray<T>> _values;

    private ChartOptionValues(ImmutableDictionary<string, ImmutableArray<T>> values) => _values = values;

    /// <summary>The options that are among them, in the order of the table.</summary>
    public IEnumerable<ChartOption> Given => ChartOption.All.Where(o => _values.ContainsKey(o.Key));

    /// <summary>The values of an option; null where it is not among them.</summary>
    public IReadOnlyList<T>? this[string key] => _values.TryGetValue(ChartOption.Of(key).Key, out var values) ? values : null;

    /// <summary>The value of an option that takes one; null where there is none.</summary>
    public T? One(string key) => this[key] is [var value, ..] ? value : null;

    /// <summary>With these values of an option; null leaves it out.</summary>
    public ChartOptionValues<T> With(string key, IEnumerable<T>? values) =>
        values is null ? Without(key) : new(_values.SetItem(ChartOption.Of(key).Key, [.. values]));

    /// <summary>With one value of an option; null leaves it out.</summary>
    public ChartOptionValues<T> With(string key, T? value) => value is null ? Without(key) : With(key, [value]);

    public ChartOptionValues<T> Without(string key) => new(_values.Remove(ChartOption.Of(key).Key));

    /// <summary>The same options with values of another type.</summary>
    public ChartOptionValues<TTo> As<TTo>(Func<T, TTo> value)
        where TTo : class => new(_values.ToImmutableDictionary(v => v.Key, v => v.Value.Select(value).ToImmutableArray()));

    /// <summary>
    /// These with changes laid over them. What the changes take away is left out, or an empty text where that can be asked for.
    /// </summary>
    /// <param name="changes">What is changed.</param>
    /// <param name="empty">The empty text.</param>
    public ChartOptionValues<T> With(ChartOptionValues<T> changes, T empty) =>
        changes.Given.Aggregate(
            this,
            (all, option) =>
                changes[option.Key] is { Count: > 0 } values ? all.With(option.Key, values)
                : option.MayBeEmpty ? all.With(option.Key, empty)
                : all.Without(option.Key)
        );

    public bool Equals(ChartOptionValues<T>? other) =>
        other is not null && Given.SequenceEqual(other.Given) && Given.All(option => this[option.Key]!.SequenceEqual(other[option.Key]!));

    public override bool Equals(object? obj) => Equals(obj as ChartOptionValues<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var option in Given)
        {
            foreach (var value in this[option.Key]!)
                hash.Add(value);
        }

        return hash.ToHashCode();
    }
}
