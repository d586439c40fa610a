namespace Analytics.Tui.Evidence;

/// <summary>The figures that the rows of the result in view name.</summary>
/// <param name="AreNamed">Whether it has a column that names figures.</param>
/// <param name="Row">The row under the cursor; null where there is none.</param>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Of">The ids that a row names; none for rows that are not in memory.</param>
internal sealed record FigureRows(bool AreNamed, int? Row, int Rows, Func<int, IReadOnlyList<string>> Of)
{
    /// <summary>Those of the row under the cursor.</summary>
    public IReadOnlyList<string> Ids => Row is { } row ? Of(row) : [];
}
