using Analytics.Engine.Lineage;
using Analytics.Engine.Workspaces;

namespace Analytics.Tui.Evidence;

/// <summary>The rows of the result in view, which stand on figures or not.</summary>
/// <param name="Kept">The result.</param>
/// <param name="Row">The row under the cursor; null where there is none.</param>
/// <param name="Column">The result's column under the cursor.</param>
/// <param name="Rows">How many rows there are.</param>
internal sealed record FigureRows(KeptResult Kept, int? Row, int Column, int Rows)
{
    /// <summary>Whether there is anything to tell: its rows stand on figures, or may do so.</summary>
    public bool StandOnFigures => Kept.Lineage.MayStandOnFigures;
}

/// <summary>What a row stands on. Immutable plain memory.</summary>
/// <param name="Row">That of the whole row.</param>
/// <param name="Cells">That of columns with evidence of their own, by the result's column.</param>
internal sealed record RowFigures(RowEvidence Row, IReadOnlyDictionary<int, RowEvidence> Cells)
{
    /// <summary>What a cell stands on: its own figures, else those of its row.</summary>
    public RowEvidence Of(int column) => Cells.GetValueOrDefault(column, Row);

    /// <summary>Those of a stretch of rows that were kept with their evidence.</summary>
    /// <exception cref="ObjectDisposedException">The result was dropped.</exception>
    public static IReadOnlyList<RowFigures> Read(KeptResult kept, long first, int count)
    {
        using var rows = kept.Evidence(first, count);
        return
        [
            .. Enumerable
                .Range(0, (int)rows.Table.RowCount)
                .Select(row => new RowFigures(rows.Row(row), kept.Lineage.OwnColumns.ToDictionary(c => c, c => rows.Cell(row, c)))),
        ];
    }
}
