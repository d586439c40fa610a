using System.Text;

namespace Analytics.Charts;

/// <summary>A chart in words, for those who cannot see it: kind, title, each row with its figure or state, caveats.</summary>
public static class ChartDescription
{
    /// <summary>Rows that are read out one by one; more would be no description.</summary>
    private const int RowsRead = 40;

    /// <summary>The description in the chart's language, in the order in which the rows are drawn.</summary>
    public static string Write(ChartSpec spec)
    {
        var words = ChartWords.For(spec.Language);
        var figures = spec.Marks.Count(m => m.Presence == MarkPresence.Figure);
        var text = new StringBuilder();
        text.Append(words.KindNames[(int)spec.Kind]).Append(words.Colon).Append(spec.Title);
        if (spec.Subtitle.Length > 0) text.Append(words.Comma).Append(spec.Subtitle);
        text.Append(words.Stop).Append(words.Space).Append(words.FiguresOf(figures, spec.Marks.Count)).Append(words.Colon);
        text.AppendJoin(words.Semicolon, Rows(spec, words)).Append(words.Stop);
        foreach (var annotation in spec.Annotations) text.Append(words.Space).Append(annotation.At).Append(words.Colon).Append(annotation.Text.TrimEnd('。', '.')).Append(words.Stop);
        foreach (var caveat in spec.Caveats) text.Append(words.Space).Append(caveat.TrimEnd('。', '.')).Append(words.Stop);
        return text.ToString();
    }

    private static IEnumerable<string> Rows(ChartSpec spec, ChartWords words)
    {
        if (spec.Kind.IsDistribution()) return Distribution.ByCategory(spec.Marks).Select(d => Summary(d, spec, words));
        var read = MarkOrdering.Of(spec).Take(RowsRead).Select(m => Row(m, spec));
        return spec.Marks.Count > RowsRead ? read.Append(words.MoreRows(spec.Marks.Count - RowsRead)) : read;
    }

    private static string Row(ChartMark mark, ChartSpec spec)
    {
        var x = mark.X is { } value && spec.Kind == ChartKind.Scatter ? NumberText.Plain(value) : "";
        return string.Join(' ', new[] { mark.Panel, mark.Category, mark.Detail ?? "", mark.Series, x, Reading(mark, spec), Doubt(mark, spec.Language) }.Where(t => t.Length > 0));
    }

    /// <summary>Count, median and extremes of one category, which stand for figures that are not read one by one.</summary>
    private static string Summary(Distribution d, ChartSpec spec, ChartWords words)
    {
        var facts = new[] { words.Figures(d.Count), $"{words.Median} {Number(d.Median)}", $"{words.Extremes} {Number(d.Least)}–{Number(d.Greatest)}" };
        return $"{d.Category} {string.Join(words.Comma, facts)}".TrimStart();

        string Number(double value) => NumberText.Figure(new ChartMark("", value), spec.Unit, spec.Language);
    }

    /// <summary>What is written for one row: the caller's label, else the figure with marker and unit, else its state.</summary>
    public static string Reading(ChartMark mark, ChartSpec spec)
    {
        var words = ChartWords.For(spec.Language);
        if (mark.Presence != MarkPresence.Figure) return words.Missing(mark.Presence);
        var figure = mark.Label ?? NumberText.Figure(mark, spec.Unit, spec.Language);
        return spec.Kind == ChartKind.DivergingBar ? figure + Difference(mark, spec) : figure;
    }

    /// <summary>A figure with the marker of its bound and a unit, as the chart writes figures.</summary>
    public static string Figure(ChartMark mark, ChartUnit unit, ChartLanguage language) => NumberText.Figure(mark, unit, language);

    /// <summary>How far a figure lies from the benchmark: （+1.37）.</summary>
    private static string Difference(ChartMark mark, ChartSpec spec)
    {
        if (mark.Value is not { } value) return "";
        var difference = Ticks.Round((value - spec.References[0].Value) * spec.Unit.Factor);
        var text = (difference > 0 ? "+" : "") + NumberText.Plain(difference);
        return spec.Language == ChartLanguage.Zh ? $"（{text}）" : $" ({text})";
    }

    /// <summary>One source on one line: number, article, county, date basis.</summary>
    internal static string Source(ChartSource source, ChartLanguage language)
    {
        var article = language == ChartLanguage.Zh && source.Article.Length > 0 && source.Article[0] is not ('《' or '（') ? $"《{source.Article}》" : source.Article;
        return $"[{source.Number}] " + string.Join(ChartWords.For(language).Comma, new[] { article, source.County, source.DateBasis }.Where(p => p.Length > 0));
    }

    /// <summary>What the chart says of a doubtful figure, empty for a normal one.</summary>
    internal static string Doubt(ChartMark mark, ChartLanguage language) => mark.Status switch
    {
        MarkStatus.Suspect => ChartWords.For(language).Suspect,
        MarkStatus.Ambiguous => ChartWords.For(language).Ambiguous,
        _ => "",
    };
}
