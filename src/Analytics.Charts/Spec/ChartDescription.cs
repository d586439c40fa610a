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
        foreach (var caveat in spec.Caveats) text.Append(words.Space).Append(caveat);
        return text.ToString();
    }

    private static IEnumerable<string> Rows(ChartSpec spec, ChartWords words)
    {
        foreach (var mark in Ordered(spec).Take(RowsRead))
            yield return string.Join(' ', new[] { mark.Category, Reading(mark, spec), Doubt(mark, spec.Language) }.Where(t => t.Length > 0));
        if (spec.Marks.Count > RowsRead) yield return words.MoreRows(spec.Marks.Count - RowsRead);
    }

    /// <summary>The rows in the order of <see cref="ChartSpec.Order"/>; cards, which measure different things, always as given.</summary>
    public static IReadOnlyList<ChartMark> Ordered(ChartSpec spec) => spec.Order == MarkOrder.Given || spec.Kind == ChartKind.Kpi
        ? spec.Marks
        : [.. spec.Marks.OrderBy(m => m.Presence).ThenByDescending(m => m.Anchor ?? 0)];

    /// <summary>What is written for one row: the caller's label, else the figure with marker and unit, else its state.</summary>
    public static string Reading(ChartMark mark, ChartSpec spec)
    {
        var words = ChartWords.For(spec.Language);
        if (mark.Presence != MarkPresence.Figure) return words.Missing(mark.Presence);
        return mark.Label ?? NumberText.Figure(mark, spec.Unit, spec.Language);
    }

    /// <summary>One source on one line: number, article, county, date basis.</summary>
    internal static string Source(ChartSource source, ChartLanguage language)
    {
        var article = language == ChartLanguage.Zh && source.Article.Length > 0 && source.Article[0] != '《' ? $"《{source.Article}》" : source.Article;
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
