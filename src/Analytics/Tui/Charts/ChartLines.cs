using Analytics.Charts;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Charts;

/// <summary>A chart as lines to read: what the picture shows, in the same words. Nothing is cut: where a row has no room, its bar goes on a line of its own.</summary>
static class ChartLines
{
    const int ShortestBar = 12;

    public static IReadOnlyList<StyledLine> Of(ChartSpec spec, int width, Texts texts, AmbiguousWidth ambiguous) =>
    [
        .. StyledLine.Of(spec.Title, Theme.Heading).Wrap(width, ambiguous),
        .. spec.Subtitle.Length > 0 ? StyledLine.Of(spec.Subtitle, Theme.Dim).Wrap(width, ambiguous) : [],
        StyledLine.Empty,
        .. Rows(spec, width, texts, ambiguous),
        StyledLine.Empty,
        .. Foot(spec, texts).SelectMany(line => line.Wrap(width, ambiguous)),
    ];

    static IEnumerable<StyledLine> Rows(ChartSpec spec, int width, Texts texts, AmbiguousWidth ambiguous)
    {
        var marks = MarkOrdering.Of(spec);
        if (marks.Count == 0)
            return [];
        var categories = marks.Max(m => CellText.Width(m.Category, ambiguous));
        var labels = marks.Max(m => CellText.Width(Label(m, spec, texts), ambiguous));
        var bar = width - categories - labels - 2;
        var (scale, glyphs) = (ChartScale.Of(spec), BarGlyphs.For(ambiguous));
        return bar >= ShortestBar
            ? marks.Select(m => Row(m, spec, texts, CellText.Pad(m.Category, categories, TextAlignment.Left, ambiguous), glyphs.Bar(m, scale, bar)))
            : marks.SelectMany(m => Stacked(m, spec, texts, width, glyphs.Bar(m, scale, width - 2), ambiguous));
    }

    static StyledLine Row(ChartMark mark, ChartSpec spec, Texts texts, string category, string bar) => StyledLine.Of(
    [
        (category + " ", Theme.Plain),
        (bar + (bar.Length > 0 ? " " : ""), BarStyle(mark)),
        .. LabelPieces(mark, spec, texts),
    ]);

    static IEnumerable<StyledLine> Stacked(ChartMark mark, ChartSpec spec, Texts texts, int width, string bar, AmbiguousWidth ambiguous)
    {
        var head = StyledLine.Of([(mark.Category + "  ", Theme.Plain), .. LabelPieces(mark, spec, texts)]).Wrap(width, ambiguous);
        return bar.Length > 0 ? head.Append(StyledLine.Of("  " + bar, BarStyle(mark))) : head;
    }

    static Style BarStyle(ChartMark mark) => mark.Status == MarkStatus.Normal ? Theme.Bar : Theme.DoubtfulBar;

    static string Label(ChartMark mark, ChartSpec spec, Texts texts) => string.Concat(LabelPieces(mark, spec, texts).Select(p => p.Text));

    static IEnumerable<(string Text, Style Style)> LabelPieces(ChartMark mark, ChartSpec spec, Texts texts)
    {
        var hasFigure = mark.Presence == MarkPresence.Figure;
        yield return (ChartDescription.Reading(mark, spec), hasFigure ? Theme.Bold : Theme.Dim);
        if (mark.Status != MarkStatus.Normal)
            yield return (" " + texts.Status(mark.Status == MarkStatus.Suspect ? "suspect" : "ambiguous"), Theme.Warning);
        if (hasFigure && mark.Sources.Count > 0)
            yield return ($" [{string.Join(',', mark.Sources)}]", Theme.Dim);
    }

    static IEnumerable<StyledLine> Foot(ChartSpec spec, Texts texts)
    {
        if (texts.ChartKey([.. spec.Marks.Where(m => m.Presence == MarkPresence.Figure).Select(m => m.Qualifier).Distinct()]) is { Length: > 0 } key)
            yield return StyledLine.Of(key, Theme.Dim);
        if (spec.Coverage.Length > 0)
            yield return StyledLine.Of([(texts.Coverage, Theme.Bold), (spec.Coverage, Theme.Plain)]);
        foreach (var caveat in spec.Caveats)
            yield return StyledLine.Of([(texts.Caution, Theme.Warning), (caveat, Theme.Plain)]);
        foreach (var note in spec.Notes)
            yield return StyledLine.Of([(texts.Note, Theme.Bold), (note, Theme.Plain)]);
        foreach (var source in spec.Sources)
            yield return StyledLine.Of($"[{source.Number}] {(source.Article.StartsWith('（') ? source.Article : texts.Titled(source.Article))}{source.County} {source.DateBasis}", Theme.Dim);
        yield return StyledLine.Of(spec.Disclaimer, Theme.Dim);
    }
}
