using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Widgets.Editing;

/// <summary>
/// A line of an editor, or a row of one that is wrapped, laid out in cells. Tabs reach to the next multiple of the tab width; other
/// unprintable characters show as elsewhere.
/// </summary>
/// <param name="Line">The line.</param>
/// <param name="TabWidth">Cells between tab stops, at least 1.</param>
/// <param name="Ambiguous">Width of ambiguous characters on the terminal.</param>
internal readonly record struct LineCells(string Line, int TabWidth, AmbiguousWidth Ambiguous)
{
    /// <summary>Index at which it begins; a boundary between clusters, as is its end. Columns are counted from here.</summary>
    public int Start { get; init; }

    /// <summary>Index after its last character.</summary>
    public int End { get; init; } = Line.Length;

    /// <summary>Cells before the character at an index.</summary>
    public int ColumnOf(int index)
    {
        var column = 0;
        var at = Start;
        while (at < End && at < index)
        {
            if (RunAt(at, index - at) is { Length: > 0 } run)
            {
                var taken = Math.Min(run.Length, index - at);
                (at, column) = (at + taken, column + taken * run.Width);
                continue;
            }
            var cluster = ClusterAt(at);
            if (cluster.End > index)
                break;
            column += CellsOf(cluster, column);
            at = cluster.End;
        }
        return column;
    }

    /// <summary>Index of the character that covers a cell; the end when the cell lies after it.</summary>
    public int IndexAt(int column)
    {
        var reached = 0;
        var at = Start;
        while (at < End)
        {
            if (
                RunAt(at, column - reached) is { Length: > 0 } run
                && Math.Min(run.Length, (column - reached) / run.Width) is > 0 and var taken
            )
            {
                (at, reached) = (at + taken, reached + taken * run.Width);
                continue;
            }
            var cluster = ClusterAt(at);
            reached += CellsOf(cluster, reached);
            if (reached > column)
                return at;
            at = cluster.End;
        }
        return End;
    }

    /// <summary>
    /// Draws what a window of the canvas's width that begins at column <paramref name="left"/> shows of the line; returns the canvas's
    /// column after the line's last character in view.
    /// </summary>
    /// <param name="canvas">Where to draw.</param>
    /// <param name="left">First column of the line in view.</param>
    /// <param name="y">Row of the canvas.</param>
    /// <param name="style">Style of the line.</param>
    /// <param name="spans">Stretches with their own style, best those in view alone; later ones lie over earlier ones.</param>
    /// <param name="tab">Style of the mark that shows a tab.</param>
    public int Draw(CellCanvas canvas, int left, int y, Style style, IReadOnlyList<StyledSpan> spans, Style tab)
    {
        var at = IndexAt(left);
        var column = ColumnOf(at);
        while (at < End && column - left < canvas.Width)
        {
            var cluster = ClusterAt(at);
            var look = style;
            foreach (var span in spans)
                look = span.Start <= at && at < span.End ? span.Style.Over(look) : look;
            var cells = CellsOf(cluster, column);
            if (Line[at] == '\t')
                DrawTab(canvas, column - left, y, cells, look, tab.Over(look));
            else
                canvas.Write(column - left, y, Graphemes.Share(Line.AsSpan(at, cluster.Length)), look);
            (at, column) = (cluster.End, column + cells);
        }
        return column - left;
    }

    private void DrawTab(CellCanvas canvas, int x, int y, int cells, Style blank, Style mark)
    {
        canvas.Fill(new(x, y, cells, 1), blank);
        // The arrow is of ambiguous width.
        canvas.Write(x, y, Ambiguous == AmbiguousWidth.One ? "→" : ">", mark);
    }

    // Long lines are walked whole for every frame, so ASCII and Chinese characters are taken run by run, as far as they are wanted.
    // The last one of a run counts only if what follows cannot be a mark that joins it.
    private (int Length, int Width) RunAt(int at, int wanted)
    {
        var rest = Line.AsSpan(at, Math.Min(End - at - 1, wanted) + 1);
        var isAscii = rest[0] < '\x7F';
        var end = isAscii ? rest.IndexOfAnyExceptInRange(' ', '~') : rest.IndexOfAnyExceptInRange('\u4E00', '\u9FFF');
        if (end < 0)
            end = rest.Length;
        return (at + end == End || ClusterBreaks.StandsAlone(Line[at + end]) ? end : end - 1, isAscii ? 1 : 2);
    }

    private TextCluster ClusterAt(int at)
    {
        var clusters = CellText.Clusters(Line.AsSpan(at), Ambiguous);
        clusters.MoveNext();
        return clusters.Current with { Start = at };
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
