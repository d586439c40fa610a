using Analytics.Charts;

namespace Analytics.Tui.Charts;

/// <summary>
/// Two periods, a stroke for each series, its name and figures written at both ends; labels move apart where strokes meet.
/// </summary>
internal static class SlopeChart
{
    public static void Draw(ChartDrawing drawing, IReadOnlyList<ChartMark> marks, PictureLines into)
    {
        var periods = drawing.Spec.Marks.OrderBy(m => m.X ?? 0).Select(m => m.Category).Distinct().ToList();
        var ends = periods
            .Select(p => (IReadOnlyList<ChartMark>)[.. marks.Where(m => m.Category == p && m.Presence == MarkPresence.Figure)])
            .ToList();
        var side =
            Math.Min(drawing.Width * 2 / 5, ends.SelectMany(e => e).Select(m => drawing.Measure(Label(m, drawing))).DefaultIfEmpty(0).Max())
            + 2;
        var height = Math.Max(PlotChart.HeightOf(drawing), ends.Max(e => e.Count));
        var plot = new PlotCanvas(drawing, PlotRange.OfValues(drawing.Spec), height, left: side, right: side, below: 1);
        foreach (var start in ends[0])
        {
            if (ends[1].FirstOrDefault(m => m.Series == start.Series) is { } end)
            {
                plot.Stroke(
                    (0, plot.DotRow(start.Anchor!.Value)),
                    (plot.DotsAcross - 1, plot.DotRow(end.Anchor!.Value)),
                    drawing.SeriesOf(start),
                    isLoose: drawing.Points.Special(start) is not null || drawing.Points.Special(end) is not null
                );
            }
        }

        plot.Settle();
        var places = Side(drawing, plot, ends[0], isLeft: true).Concat(Side(drawing, plot, ends[1], isLeft: false)).ToList();
        plot.Canvas.Write(plot.Area.X - drawing.Measure(periods[0]) - 1, height, periods[0], Theme.Bold);
        plot.Canvas.Write(plot.Area.Right + 1, height, periods[1], Theme.Bold);
        into.Add(plot.Canvas, places);
    }

    private static IEnumerable<MarkPlace> Side(ChartDrawing drawing, PlotCanvas plot, IReadOnlyList<ChartMark> marks, bool isLeft)
    {
        var ordered = marks.OrderByDescending(m => m.Anchor).ToList();
        var rows = Apart([.. ordered.Select(m => plot.CellOf(0, plot.DotRow(m.Anchor!.Value)).Y)], plot.Area.Height);
        foreach (var (mark, y) in ordered.Zip(rows))
        {
            // A long name is cut, the figure never.
            var figure = Figure(mark, drawing);
            var text = $"{drawing.Cut(mark.Series, Math.Max(1, plot.Area.X - 3 - drawing.Measure(figure)))} {figure}".Trim();
            var x = isLeft ? plot.Area.X - 1 - drawing.Measure(text) : plot.Area.Right + 1;
            plot.Canvas.Write(x, y, text, mark.Status == MarkStatus.Normal ? Theme.Plain : Theme.Warning);
            var point = plot.CellOf(isLeft ? 0 : plot.DotsAcross - 1, plot.DotRow(mark.Anchor!.Value));
            plot.Sign(point.X, point.Y, drawing.Points.Of(mark), ChartStyles.Series(drawing.SeriesOf(mark)));
            yield return new MarkPlace(y, x, drawing.Measure(text), drawing.IndexOf(mark));
        }
    }

    /// <summary>Rows at or below those wanted, one for each, moved up again where they would leave the area.</summary>
    private static int[] Apart(int[] wanted, int height)
    {
        for (var i = 1; i < wanted.Length; i++)
            wanted[i] = Math.Max(wanted[i], wanted[i - 1] + 1);
        for (var i = wanted.Length - 1; i >= 0; i--)
            wanted[i] = Math.Min(wanted[i], height - (wanted.Length - i));
        return wanted;
    }

    private static string Label(ChartMark mark, ChartDrawing drawing) => $"{mark.Series} {Figure(mark, drawing)}".Trim();

    private static string Figure(ChartMark mark, ChartDrawing drawing) =>
        ChartDescription.Reading(mark, drawing.Spec) + string.Concat(drawing.NotesOf(mark).Select(n => " " + drawing.Listing(n.Number)));
}
