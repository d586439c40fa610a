namespace Analytics.Engine.Lineage;

/// <summary>What is known of the rows of a kept result.</summary>
/// <param name="Table">Holds them, with their evidence behind the columns that the view under the result's name shows.</param>
/// <param name="Hidden">The columns of evidence: those of cells, then that of the row. Empty if no row stands on anything.</param>
/// <param name="Cells">The columns with evidence of their own, by their index in the view.</param>
/// <param name="Origins">Where its columns come from, by their name in the view, upper or lower case alike.</param>
/// <param name="IsTraced">Whether it was kept with its evidence.</param>
internal sealed record KeptEvidence(
    RelationName Table,
    IReadOnlyList<string> Hidden,
    IReadOnlyList<CellTrace> Cells,
    IReadOnlyDictionary<string, ColumnOrigin> Origins,
    bool IsTraced
);
