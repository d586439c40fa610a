using Analytics.Charts;
using Analytics.Engine.Queries;

namespace Analytics.Figures;

/// <summary>
/// What is changed of the chart that a query asks for, by options or by choices in the console. What is not among the values is left as
/// the query says (or the columns suggest); an option with no value is taken away.
/// </summary>
/// <param name="Values">As texts of one language, already found to be such as the options take.</param>
public sealed record ChartChange(ChartOptionValues<string> Values)
{
    public static readonly ChartChange None = new(ChartOptionValues<string>.None);

    /// <summary>A name of <see cref="ChartKindName"/>; null where the kind is left.</summary>
    public string? Kind => Values.One("kind");

    /// <summary>With another value of an option; null leaves it to the query, an empty text takes it away.</summary>
    public ChartChange With(string key, string? value) => With(key, value is null ? null : [value]);

    /// <summary>With other values of an option; null leaves them to the query, none or empty ones take them away.</summary>
    public ChartChange With(string key, IEnumerable<string>? values) => new(Values.With(key, values?.Where(v => v.Length > 0)));

    /// <summary>The request as changed. A kind that is named lets go of what the query says for another kind.</summary>
    public ChartRequest Of(ChartRequest request)
    {
        var chosen = Kind is { } kind ? request.As(kind) : request;
        return chosen with { Values = chosen.Values.With(Values, "") };
    }

    /// <summary>The change without what the kind that it names, or else that of the query, has no place for.</summary>
    /// <param name="queryKind">Kind that the query names; null where it names none.</param>
    public ChartChange Fitting(string? queryKind)
    {
        var (named, drawn) = (Rules(Kind), Rules(Kind ?? queryKind));
        return new(
            Values
                .Given.Where(o => (o.Form == ChartOptionForm.References ? drawn : named)?.Takes(o.Key) == false)
                .Aggregate(Values, (all, option) => all.Without(option.Key))
        );
    }

    /// <summary>The settings that say the same, by the names that single values have.</summary>
    public IReadOnlyList<Setting> Settings() =>
        [.. Values.Given.SelectMany(o => Values[o.Key]!.DefaultIfEmpty("").Select(v => new Setting(o.Name, v)))];

    private static ChartRules? Rules(string? kind) => kind is null ? null : ChartRules.Of(ChartKindName.Parse(kind));
}

/// <summary>A size with a name, in CSS pixels.</summary>
public sealed record NamedSize(string Name, int Width, int Height);

/// <summary>The size of a picture as headers and options write it.</summary>
public static class ChartSize
{
    /// <summary>Sizes that have a name.</summary>
    public static readonly IReadOnlyList<NamedSize> Named =
    [
        new("16:9", 1600, 900),
        new("4:3", 1200, 900),
        new("square", 1080, 1080),
        new("a4-half", 1240, 877),
        new("column", 480, 720),
    ];

    /// <summary>Width and height in CSS pixels; null if the text is no size.</summary>
    public static (int Width, int Height)? Parse(string text)
    {
        foreach (var (name, width, height) in Named)
        {
            if (name == text)
                return (width, height);
        }

        return
            text.Split('x', '×') is [var w, var h]
            && int.TryParse(w, out var wide)
            && int.TryParse(h, out var high)
            && IsSide(wide)
            && IsSide(high)
            ? (wide, high)
            : null;

        static bool IsSide(int pixels) => pixels is >= ChartSpec.MinSide and <= ChartSpec.MaxSide;
    }

    public static string Of((int Width, int Height) size) => $"{size.Width}x{size.Height}";

    /// <summary>That a text is no size, and what is one.</summary>
    public static Localized Fault(string text) =>
        new(
            $"“{text}”不是图幅；要写成 宽x高（各 {ChartSpec.MinSide} 至 {ChartSpec.MaxSide}），"
                + $"如 1600x900，或 {string.Join("、", Named.Select(n => n.Name))}。",
            $"'{text}' is no size; expected WIDTHxHEIGHT of {ChartSpec.MinSide} to {ChartSpec.MaxSide} each, "
                + $"for example 1600x900, or {string.Join(", ", Named.Select(n => n.Name))}."
        );
}
