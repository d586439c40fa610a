using Analytics.Charts;
using Analytics.Terminal.Cells;

namespace Analytics.Tui.Charts;

/// <summary>
/// Kinds of one row for each mark: bars, groups of bars, bars around a benchmark, lollipops, dots. Where a row has no room, its bar goes
/// on a line of its own, so that nothing is cut.
/// </summary>
internal static class RowsChart
{
    private const int ShortestBar = 12;

    public static void Draw(ChartDrawing drawing, IReadOnlyList<ChartMark> marks, ChartScale scale, PictureLines into)
    {
        if (marks.Count == 0)
            return;
        var widths = new Widths(
            marks.Max(m => drawing.Measure(m.Category)),
            marks.Max(m => drawing.Measure(m.Series)),
            marks.Max(m => drawing.Measure(Label(m, drawing))),
            drawing.Width
        );
        var before = "";
        foreach (var mark in marks)
        {
            if (widths.Bar >= ShortestBar)
                Row(mark, mark.Category == before ? "" : mark.Category, drawing, scale, widths, into);
            else
                Stacked(mark, drawing, scale, into);
            before = mark.Series.Length > 0 ? mark.Category : "";
        }
        if (widths.Bar >= ShortestBar)
            ChartAxis.Under(drawing, scale, widths.Head, widths.Bar, into);
        else
            ChartAxis.Under(drawing, scale, 2, drawing.Width - 2, into);
    }

    /// <summary>The figure as text, its doubt and its sources.</summary>
    public static IEnumerable<(string Text, Style Style)> LabelPieces(ChartMark mark, ChartDrawing drawing)
    {
        var hasFigure = mark.Presence == MarkPresence.Figure;
        yield return (ChartDescription.Reading(mark, drawing.Spec), hasFigure ? Theme.Bold : Theme.Dim);
        if (mark.Status != MarkStatus.Normal)
        {
            yield return (
                " " + drawing.Points.Doubtful + drawing.Texts.Status(mark.Status == MarkStatus.Suspect ? "suspect" : "ambiguous"),
                Theme.Warning
            );
        }

        if (hasFigure && mark.Sources.Count > 0)
            yield return ($" [{string.Join(',', mark.Sources)}]", Theme.Dim);
    }

    private static string Label(ChartMark mark, ChartDrawing drawing) => string.Concat(LabelPieces(mark, drawing).Select(p => p.Text));

    private static void Row(ChartMark mark, string category, ChartDrawing drawing, ChartScale scale, Widths widths, PictureLines into)
    {
        var bar = drawing.Glyphs.WithReferences(drawing.Glyphs.Bar(mark, scale, widths.Bar), drawing.Spec.References, scale, widths.Bar);
        var (name, x) = category.Length > 0 ? (category, 0) : (mark.Series, widths.Category + 1);
        into.Place(x, drawing.Measure(name), drawing.IndexOf(mark), drawing.Width - x);
        List<(string Text, Style Style)> pieces =
        [
            (drawing.Pad(category, widths.Category) + " ", Theme.Plain),
            (widths.Series > 0 ? drawing.Pad(mark.Series, widths.Series) + " " : "", Theme.Plain),
            (bar + (bar.Length > 0 ? " " : ""), BarStyle(mark, drawing)),
            .. LabelPieces(mark, drawing),
        ];
        var beside = NoteBeside(mark, drawing, drawing.Width - pieces.Sum(p => drawing.Measure(p.Text)));
        into.Add(StyledLine.Of([.. pieces, (beside, Theme.Plain)]));
        Detail(mark, drawing, beside.Length > 0, into);
    }

    /// <summary>The annotation of a mark that has one, if it has room in so many cells.</summary>
    private static string NoteBeside(ChartMark mark, ChartDrawing drawing, int cells) =>
        drawing.NotesOf(mark) is [var (_, text)] && drawing.Measure("  ^ " + text) <= cells ? "  ^ " + text : "";

    private static void Stacked(ChartMark mark, ChartDrawing drawing, ChartScale scale, PictureLines into)
    {
        var name = mark.Series.Length > 0 ? $"{mark.Category} {mark.Series}" : mark.Category;
        into.Place(0, Math.Min(drawing.Measure(name), drawing.Width), drawing.IndexOf(mark), drawing.Width);
        into.Add(StyledLine.Of([(name + "  ", Theme.Plain), .. LabelPieces(mark, drawing)]).Wrap(drawing.Width, drawing.Ambiguous));
        var bar = drawing.Glyphs.WithReferences(
            drawing.Glyphs.Bar(mark, scale, drawing.Width - 2),
            drawing.Spec.References,
            scale,
            drawing.Width - 2
        );
        if (bar.Length > 0)
            into.Add(StyledLine.Of("  " + bar, BarStyle(mark, drawing)));
        Detail(mark, drawing, isNoted: false, into);
    }

    /// <summary>The second line of a mark, and its annotations unless one stands beside it.</summary>
    private static void Detail(ChartMark mark, ChartDrawing drawing, bool isNoted, PictureLines into)
    {
        if (mark.Detail is { Length: > 0 } detail)
            into.Add(StyledLine.Of("  " + detail, Theme.Dim).Wrap(drawing.Width, drawing.Ambiguous));
        foreach (var (_, text) in isNoted ? [] : drawing.NotesOf(mark))
            into.Add(StyledLine.Of("  ^ " + text, Theme.Plain).Wrap(drawing.Width, drawing.Ambiguous));
    }

    private static Style BarStyle(ChartMark mark, ChartDrawing drawing) =>
        mark.Status != MarkStatus.Normal ? Theme.DoubtfulBar
        : drawing.Series.Count > 1 ? ChartStyles.Series(drawing.SeriesOf(mark))
        : Theme.Bar;

    /// <summary>Cells of the columns of a row: names, names of series, labels, and what is left for the bar.</summary>
    private sealed record Widths(int Category, int Series, int Labels, int All)
    {
        public int Head => Category + 1 + (Series > 0 ? Series + 1 : 0);

        public int Bar => All - Head - Labels - 1;
    }
}

/// <summary>Colours that go with series, beside their names and signs.</summary>
internal static class ChartStyles
{
    private static readonly int[] Colours = [6, 3, 5, 2, 4, 1];

    public static Style Series(int index) => Style.Of(Color.Basic(Colours[index % Colours.Length]));
}
