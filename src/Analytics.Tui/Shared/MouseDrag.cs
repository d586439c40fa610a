namespace Analytics.Tui.Shared;

/// <summary>What the pressed button of the mouse drags. A closed family.</summary>
internal abstract record MouseDrag;

/// <summary>The right border of a column of the grid.</summary>
/// <param name="Column">Index among the columns that are shown.</param>
/// <param name="FromX">Where it was pressed.</param>
/// <param name="Width">The column's width then.</param>
internal sealed record ColumnBorderDrag(int Column, int FromX, int Width) : MouseDrag;

/// <summary>The header of a column, to where it is to stand.</summary>
internal sealed record ColumnDrag(int Column) : MouseDrag;

/// <summary>A block of cells from this one on.</summary>
internal sealed record CellsDrag(int Row, int Column) : MouseDrag;

/// <summary>The border between the catalogue and the rest.</summary>
internal sealed record CatalogueBorderDrag : MouseDrag;

/// <summary>The border between editor and result.</summary>
internal sealed record EditorBorderDrag : MouseDrag;

/// <summary>Text of the editor, which keeps the drag for itself.</summary>
internal sealed record TextDrag : MouseDrag;
