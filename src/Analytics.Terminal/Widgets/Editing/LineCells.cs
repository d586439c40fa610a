using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Widgets.Editing;

/// <summary>A line of an editor laid out in cells. Tabs reach to the next multiple of the tab width; other unprintable characters show as elsewhere.</summary>
/// <param name="Line">The line.</param>
/// <param name="TabWidth">Cells between tab stops, at least 1.</param>
/// <param name="Ambiguous">Width of ambiguous characters on the terminal.</param>
internal readonly record struct LineCells(string Line, int TabWidth, AmbiguousWidth Ambiguous)
{
    /// <summary>Cells before the character at an index.</summary>
    public int ColumnOf(int index)
    {
        var column = 0;
        foreach (var cluster in CellText.Clusters(Line, Ambiguous))
        {
            if (cluster.End > index)
                break;
            column += CellsOf(cluster, column);
        }
        return column;
    }

    /// <summary>Index of the character that covers a cell; the end of the line when the cell lies after it.</summary>
    public int IndexAt(int column)
    {
        var reached = 0;
        foreach (var cluster in CellText.Clusters(Line, Ambiguous))
        {
            reached += CellsOf(cluster, reached);
            if (reached > column)
                return cluster.Start;
        }
        return Line.Length;
    }

    /// <summary>Draws what a window of the canvas's width that begins at column <paramref name="left"/> shows of the line; returns the canvas's column after the line's last character in view.</summary>
    /// <param name="canvas">Where to draw.</param>
    /// <param name="left">First column of the line in view.</param>
    /// <param name="y">Row of the canvas.</param>
    /// <param name="style">Style of the line.</param>
    /// <param name="spans">Stretches with their own style; later ones lie over earlier ones.</param>
    /// <param name="tab">Style of the mark that shows a tab.</param>
    public int Draw(CellCanvas canvas, int left, int y, Style style, IEnumerable<StyledSpan> spans, Style tab)
    {
        var (first, last) = (IndexAt(left), IndexAt(left + canvas.Width));
        var inView = spans.Where(span => span.Start <= last && span.End > first).ToArray();
        var column = ColumnOf(first);
        foreach (var cluster in CellText.Clusters(Line.AsSpan(first), Ambiguous))
        {
            if (column - left >= canvas.Width)
                break;
            var look = inView.Where(span => span.Start <= first + cluster.Start && first + cluster.Start < span.End)
                .Aggregate(style, (under, span) => span.Style.Over(under));
            var cells = CellsOf(cluster with { Start = first + cluster.Start }, column);
            if (Line[first + cluster.Start] == '\t')
                DrawTab(canvas, column - left, y, cells, look, tab.Over(look));
            else
                canvas.Write(column - left, y, Graphemes.Share(Line.AsSpan(first + cluster.Start, cluster.Length)), look);
            column += cells;
        }
        return column - left;
    }

    private void DrawTab(CellCanvas canvas, int x, int y, int cells, Style blank, Style mark)
    {
        canvas.Fill(new(x, y, cells, 1), blank);
        // The arrow is of ambiguous width.
        canvas.Write(x, y, Ambiguous == AmbiguousWidth.One ? "→" : ">", mark);
    }

    private int CellsOf(TextCluster cluster, int column)
    {
        var first = Line[cluster.Start];
        if (first == '\t')
            return TabWidth - column % TabWidth;
        if (cluster.Length == 1 && first is >= ' ' and < '\x7F')
            return 1;
        var text = Line.AsSpan(cluster.Start, cluster.Length);
        return Printable.IsPrintable(text) ? cluster.Width : CellText.Width(text.ToString(), Ambiguous);
    }
}
