namespace Analytics.Terminal.Cells;

/// <summary>One cell of a canvas.</summary>
/// <param name="Text">The grapheme cluster that begins here; empty in the second cell of a wide one.</param>
/// <param name="Width">Cells the cluster takes: 1 or 2, or 0 in the second cell of a wide one.</param>
/// <param name="IsDisputed">Whether terminals disagree about the width.</param>
/// <param name="Style">How the cell looks.</param>
public readonly record struct Cell(string Text, byte Width, bool IsDisputed, Style Style)
{
    /// <summary>Whether this is the second cell of a wide cluster.</summary>
    public bool IsContinuation => Width == 0;

    /// <summary>An empty cell in that style.</summary>
    public static Cell Blank(Style style) => new(" ", 1, false, style);

    /// <summary>The second cell of a wide cluster in that style.</summary>
    public static Cell Continuation(Style style) => new("", 0, false, style);
}
