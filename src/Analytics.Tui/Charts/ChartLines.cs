using Analytics.Charts;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;
using Analytics.Tui.Catalogue;

namespace Analytics.Tui.Charts;

/// <summary>
/// A chart as lines to read: what the picture shows, in the same words. Nothing is cut; what has no room stands on lines of its own, to
/// scroll to.
/// </summary>
internal static class ChartLines
{
    private const int TallEnough = 20;

    /// <summary>Cells that a small chart needs at least, and those between two.</summary>
    private const int LeastPanel = 46,
        PanelGap = 3;

    public static IReadOnlyList<StyledLine> Of(ChartSpec spec, int width, Texts texts, AmbiguousWidth ambiguous) =>
        Picture(spec, width, TallEnough, texts, ambiguous).Lines;

    /// <summary>Head, marks and foot, with the places of the marks.</summary>
    /// <param name="spec">A spec that can be drawn, see <see cref="ChartFacts.Checked"/>.</param>
    /// <param name="width">Cells across.</param>
    /// <param name="height">Lines in view at once.</param>
    /// <param name="texts">Words of the console.</param>
    /// <param name="ambiguous">What the terminal takes characters of ambiguous width for.</param>
    public static ChartPicture Picture(ChartSpec spec, int width, int height, Texts texts, AmbiguousWidth ambiguous)
    {
        spec = ChartFacts.Untangled(spec);
        var into = new PictureLines();
        into.Add(StyledLine.Of(spec.Title, Theme.Heading).Wrap(width, ambiguous));
        if (spec.Subtitle.Length > 0)
            into.Add(StyledLine.Of(spec.Subtitle, Theme.Dim).Wrap(width, ambiguous));
        foreach (var caution in spec.Caveats.Take(spec.CaveatsAbove))
            into.Add(Caution(caution, texts).Wrap(width, ambiguous));
        into.Add(StyledLine.Empty);
        var drawing = new ChartDrawing(spec, width, height - into.Count, texts, ambiguous);
        Body(drawing, into);
        into.Add(StyledLine.Empty);
        into.Add(Foot(drawing).SelectMany(line => line.Wrap(width, ambiguous)));
        return into.Picture();
    }

    private static StyledLine Caution(string caution, Texts texts) =>
        StyledLine.Of([(texts.Caution, Theme.Warning), (caution, Theme.Plain)]);

    private static void Body(ChartDrawing drawing, PictureLines into)
    {
        var marks = MarkOrdering.Of(drawing.Spec);
        if (marks.Count == 0)
            return;
        if (!marks.Any(m => m.Panel.Length > 0))
        {
            Draw(drawing, marks, into);
            return;
        }
        var panels = marks.GroupBy(m => m.Panel).ToList();
        var most = Math.Clamp((drawing.Width + PanelGap) / (LeastPanel + PanelGap), 1, panels.Count);
        var rows = (panels.Count + most - 1) / most;
        var abreast = (panels.Count + rows - 1) / rows;
        var small = drawing with
        {
            Width = (drawing.Width + PanelGap) / abreast - PanelGap,
            Height = abreast > 1 ? Math.Max(TallEnough / 2, drawing.Height / rows) : drawing.Height,
        };
        foreach (var row in panels.Chunk(abreast))
            into.Beside([.. row.Select(panel => Panel(small, panel.Key, [.. panel]))], small.Width + PanelGap, drawing.Pad);
    }

    private static ChartPicture Panel(ChartDrawing drawing, string name, IReadOnlyList<ChartMark> marks)
    {
        var into = new PictureLines();
        into.Add(StyledLine.Of(name, Theme.Bold).Wrap(drawing.Width, drawing.Ambiguous));
        Draw(drawing, marks, into);
        return into.Picture();
    }

    /// <summary>One chart, or one of several small ones; axes are those of all marks.</summary>
    private static void Draw(ChartDrawing drawing, IReadOnlyList<ChartMark> marks, PictureLines into)
    {
        switch (drawing.Spec.Kind)
        {
            case ChartKind.Kpi:
                CardsChart.Draw(drawing, marks, into);
                break;
            case ChartKind.Heatmap:
                HeatmapChart.Draw(drawing, marks, into);
                break;
            case ChartKind.Slope:
                SlopeChart.Draw(drawing, marks, into);
                break;
            case ChartKind.Line:
                PlotChart.Line(drawing, marks, into);
                break;
            case ChartKind.Scatter:
                PlotChart.Scatter(drawing, marks, into);
                break;
            case ChartKind.Histogram:
                SumsChart.Histogram(drawing, marks, into);
                break;
            case ChartKind.Box:
                SumsChart.Boxes(drawing, marks, ChartScale.Of(drawing.Spec), into);
                break;
            case ChartKind.StackedBar:
                SumsChart.Stacks(drawing, marks, ChartScale.Of(drawing.Spec), into);
                break;
            default:
                RowsChart.Draw(drawing, marks, ChartScale.Of(drawing.Spec), into);
                break;
        }
    }

    /// <summary>Of plots, which have no place for them, the rows without a figure by their state.</summary>
    private static IEnumerable<string> NotDrawn(ChartSpec spec, Texts texts) =>
        spec.Kind is not (ChartKind.Line or ChartKind.Slope or ChartKind.Scatter or ChartKind.Histogram or ChartKind.Box)
            ? []
            : spec
                .Marks.Where(m => m.Presence != MarkPresence.Figure)
                .GroupBy(m => m.Presence)
                .Select(g =>
                    texts.NotDrawn(
                        ChartFacts.Missing(g.Key, spec.Language),
                        [.. g.Select(m => string.Join(' ', new[] { m.Category, m.Series }.Where(t => t.Length > 0))).Distinct()]
                    )
                );

    private static IEnumerable<StyledLine> Foot(ChartDrawing drawing)
    {
        var (spec, texts) = (drawing.Spec, drawing.Texts);
        foreach (var number in drawing.Listed)
        {
            yield return StyledLine.Of([
                ($"({number}) {spec.Annotations[number - 1].At}: ", Theme.Bold),
                (spec.Annotations[number - 1].Text, Theme.Plain),
            ]);
        }

        foreach (var key in texts.KeysOf(spec, drawing.Glyphs, drawing.Points))
            yield return StyledLine.Of(key, Theme.Dim);
        if (spec.Coverage.Length > 0)
            yield return StyledLine.Of([(texts.Coverage, Theme.Bold), (spec.Coverage, Theme.Plain)]);
        foreach (var caveat in spec.Caveats.Skip(spec.CaveatsAbove))
            yield return Caution(caveat, texts);
        foreach (var note in spec.Notes)
            yield return StyledLine.Of([(texts.Note, Theme.Bold), (note, Theme.Plain)]);
        foreach (var remark in ChartFacts.Remarks(spec))
            yield return StyledLine.Of([(texts.Note, Theme.Bold), (remark, Theme.Plain)]);
        foreach (var missing in NotDrawn(spec, texts))
            yield return StyledLine.Of(missing, Theme.Dim);
        if (spec.Sources.Count == 0 && spec.Origins is not (FigureOrigins.Own or FigureOrigins.Catalogue) && spec.NotTraced is null)
            yield return StyledLine.Of(texts.NoChartSource, Theme.Dim);

        foreach (var source in spec.Sources)
        {
            yield return StyledLine.Of(
                $"[{source.Number}] "
                    + $"{(source.Article.StartsWith('（') ? source.Article : texts.Titled(source.Article))}"
                    + $"{(spec.Language == Language.En ? " " : "")}{source.County} "
                    + $"{source.DateBasis}",
                Theme.Dim
            );
        }

        yield return StyledLine.Of(spec.Disclaimer + (spec.DataVersion.Length > 0 ? $" · {spec.DataVersion}" : ""), Theme.Dim);
    }
}
