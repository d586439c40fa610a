namespace Analytics.Engine.Results;

/// <summary>A small table of the program's own, as text; null is NULL.</summary>
/// <param name="Columns">Their names.</param>
/// <param name="Rows">As many cells each as there are columns.</param>
public sealed record Listing(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows)
{
    /// <summary>What was wrong with what is listed; it is listed all the same.</summary>
    public IReadOnlyList<Localized> Faults { get; init; } = [];
}
