using Analytics.Charts;
using Analytics.Figures;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Charts;

/// <summary>
/// The chart of a result: its choices in the first line, under them the picture, with the mark of the selected row standing out.
/// </summary>
internal static class ChartPanel
{
    // The picture is a function of these alone; keeping the last one spares a crowd of points from being gathered for each key and each
    // frame.
    private static Remembered? _last;

    /// <summary>Lines above the picture.</summary>
    public const int HeadLines = 1;

    public static int PageLines(CellRect area) => Math.Max(1, area.Height - HeadLines);

    /// <summary>The picture as it stands in an area; without a chart, why there is none.</summary>
    public static ChartPicture Picture(ChartState? chart, Texts texts, CellRect area, AmbiguousWidth ambiguous)
    {
        var width = Math.Max(1, area.Width - 1);
        return chart switch
        {
            { Failure: { } failure } => new ChartPicture(StyledLine.Of(failure, Theme.Warning).Wrap(width, ambiguous), []),
            { Spec: { } spec } => Remember(spec, width, PageLines(area), texts, ambiguous),
            _ => new ChartPicture([StyledLine.Of(texts.Building, Theme.Dim)], []),
        };
    }

    private static ChartPicture Remember(ChartSpec spec, int width, int height, Texts texts, AmbiguousWidth ambiguous)
    {
        if (
            _last is { } known
            && ReferenceEquals(known.Spec, spec)
            && (known.Width, known.Height, known.Texts, known.Ambiguous) == (width, height, texts, ambiguous)
        )
        {
            return known.Picture;
        }

        var picture = Drawn(spec, width, height, texts, ambiguous);
        _last = new Remembered(spec, width, height, texts, ambiguous, picture);
        return picture;
    }

    /// <summary>The picture; where drawing meets what nobody foresaw, the sentence that says so.</summary>
    private static ChartPicture Drawn(ChartSpec spec, int width, int height, Texts texts, AmbiguousWidth ambiguous)
    {
        try
        {
            return ChartLines.Picture(spec, width, height, texts, ambiguous);
        }
        catch (Exception defect)
        {
            return new ChartPicture(
                StyledLine.Of(texts.NoChart(ChartDefect.Of(defect).In(spec.Language)), Theme.Warning).Wrap(width, ambiguous),
                []
            );
        }
    }

    private sealed record Remembered(ChartSpec Spec, int Width, int Height, Texts Texts, AmbiguousWidth Ambiguous, ChartPicture Picture);

    /// <summary>A picture lies over the characters: where something is drawn over it, they show.</summary>
    public static void Draw(ChartView open, ChartPlace place, CellCanvas canvas, Texts texts)
    {
        var pixels = place.Picture;
        canvas.WriteField(0, 0, Head(open.Chart, texts, canvas), canvas.Width, Theme.Dim);
        var below = canvas.Bounds with { Y = HeadLines, Height = canvas.Height - HeadLines };
        var lines = canvas.Region(pixels?.Area ?? below);
        var picture = Picture(open.Chart, texts, lines.Bounds with { Height = lines.Height + HeadLines }, canvas.Ambiguous);
        var top = StyledLines.Draw(lines, picture.Lines, open.Chart?.Top ?? 0, Theme.Dim);
        if (open.Row is { } row && picture.PlaceOf(row) is { } mark)
            lines.Restyle(new CellRect(mark.X, mark.Line - top, mark.Cells, 1), style => style.With(TextAttributes.Reverse));
        if (pixels is { } shown)
            canvas.Lay(shown.Picture, shown.Area);
    }

    private static string Head(ChartState? chart, Texts texts, CellCanvas canvas)
    {
        if (chart?.Parts is not { } parts)
            return chart?.Failure is null ? "" : texts.NoChartKeys;
        var choices = texts.ChartChoices(ChartKindName.Of(parts.Kind), parts.X, parts.Y, parts.Series, chart.Spec?.References ?? []);
        return choices + texts.ChartHints.First(hint => hint.Length == 0 || canvas.Measure(choices + hint) <= canvas.Width);
    }

    /// <summary>The mark under the cursor in words: category, figure, doubt, sources.</summary>
    public static string Status(ChartView open, Texts texts, CellRect area)
    {
        if (open is not { Row: { } row, Chart: { Spec: { } spec, Failure: null } } || row >= spec.Marks.Count)
            return "";
        var mark = spec.Marks[row];
        var x =
            spec.Kind == ChartKind.Scatter && mark.X is { } position
                ? ChartDescription.Figure(new ChartMark("", position), ChartUnit.None, spec.Language)
                : "";
        var place = Picture(open.Chart, texts, area, AmbiguousWidth.One).PlaceOf(row);
        var crowd = place is { Members.Count: > 1 } here ? texts.PointOf(here.NumberOf(row), here.Members.Count) : "";
        string[] words =
        [
            crowd,
            mark.Panel,
            mark.Category,
            mark.Series,
            x,
            ChartDescription.Reading(mark, spec),
            ChartFacts.Doubt(mark, spec.Language),
            mark.Detail ?? "",
            string.Concat(mark.Sources.Select(s => $"[{s}]")),
            .. open.Chart.Placed.Where(a => a.IsOf(mark)).Select(a => $"^ {a.Text}"),
        ];
        return string.Join(' ', words.Where(w => w.Length > 0));
    }
}
