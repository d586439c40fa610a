using System.Text;

namespace Analytics.Charts;

/// <summary>
/// A chart in words, for those who cannot see it: kind, headline, how many rows, the figures or their extremes, doubts, cautions.
/// </summary>
public static class ChartDescription
{
    /// <summary>Characters that a reader still listens to.</summary>
    public const int MostCharacters = 600;

    /// <summary>Rows that are read out one by one; of more the largest and the smallest are told.</summary>
    private const int RowsRead = 8;

    /// <summary>
    /// The description in the chart's language, of at most <see cref="MostCharacters"/>; rows in the order in which they are drawn.
    /// </summary>
    public static string Write(ChartSpec spec)
    {
        var words = ChartWords.For(spec.Language);
        var head =
            $"{words.KindNames[(int)spec.Kind]}{words.Colon}{Sentence(spec.Title)}"
            + $"{(spec.Subtitle.Length > 0 ? words.Space + Sentence(spec.Subtitle) : "")}{words.Space}";
        var text = new StringBuilder(
            Bodies(spec, words).Select(body => head + body).FirstOrDefault(t => t.Length <= MostCharacters) ?? head
        );
        foreach (var annotation in spec.Annotations)
            Append($"{annotation.At}{words.Colon}{annotation.Text}");
        var told = 0;
        foreach (var caveat in spec.Caveats)
        {
            if (Append(told == 0 ? $"{words.Caveats}{words.Colon}{caveat}" : caveat))
                told++;
        }

        return text.Length <= MostCharacters
            ? text.ToString().TrimEnd()
            : string.Concat(text.ToString().AsSpan(0, MostCharacters - 1), "…");

        bool Append(string remark)
        {
            if (text.Length + words.Space.Length + Sentence(remark).Length > MostCharacters)
                return false;
            text.Append(words.Space).Append(Sentence(remark));
            return true;
        }
        string Sentence(string part) => part.TrimEnd('。', '.', ' ') + words.Stop;
    }

    /// <summary>The description with everything that the footer says, for the text inside a picture.</summary>
    public static string Whole(ChartSpec spec)
    {
        var words = ChartWords.For(spec.Language);
        var lines = Part(words.Caveats, spec.Caveats)
            .Concat(Part(words.Coverage, spec.Coverage.Length > 0 ? [spec.Coverage] : []))
            .Concat(Part(words.Notes, spec.Notes));
        return string.Join('\n', lines.Prepend(Write(spec with { Caveats = [] })));

        IEnumerable<string> Part(string word, IReadOnlyList<string> texts) => texts.Select(t => word + words.Colon + t);
    }

    /// <summary>What is said of the rows, the fullest first.</summary>
    private static IEnumerable<string> Bodies(ChartSpec spec, ChartWords words)
    {
        var count = (spec.Kind == ChartKind.Heatmap ? words.CellsOf : words.FiguresOf)(
            spec.Marks.Where(m => m.Presence == MarkPresence.Figure).Sum(m => m.Weight),
            spec.Marks.Sum(m => m.Weight)
        );
        if (spec.Kind.IsDistribution())
        {
            var all = Distribution.ByCategory(spec.Marks).Select(d => Summary(d, spec, words)).ToArray();
            yield return Listed([
                .. all.Take(RowsRead),
                .. all.Length > RowsRead ? [words.MoreRows(all.Length - RowsRead)] : Array.Empty<string>(),
            ]);
        }
        else if (spec.Marks.Count <= RowsRead)
        {
            yield return Listed([.. MarkOrdering.Of(spec).Select(m => Row(m, spec))]);
            yield return Listed([.. MarkOrdering.Of(spec).Select(m => Row(m with { Detail = null }, spec))]);
        }
        else if (spec.Kind == ChartKind.Kpi)
        {
            yield return Listed([
                .. spec.Marks.Take(RowsRead).Select(m => Row(m with { Detail = null }, spec)),
                words.MoreRows(spec.Marks.Count - RowsRead),
            ]);
        }

        yield return Listed([.. Extremes(spec, words), .. States(spec, words)]);
        yield return count + words.Stop;

        string Listed(string[] rows) =>
            rows.Length == 0 ? count + words.Stop : $"{count}{words.Colon}{string.Join(words.Semicolon, rows)}{words.Stop}";
    }

    /// <summary>The largest and the smallest, where all figures are of one scale.</summary>
    private static IEnumerable<string> Extremes(ChartSpec spec, ChartWords words)
    {
        var figures = spec.Marks.Where(m => m.Anchor is not null).ToArray();
        if (figures.Length < 2 || spec.Kind is ChartKind.Heatmap or ChartKind.Kpi || spec.Kind.IsDistribution())
            yield break;
        yield return $"{words.Largest} {Row(figures.MaxBy(m => m.Anchor)! with { Detail = null }, spec)}";
        yield return $"{words.Smallest} {Row(figures.MinBy(m => m.Anchor)! with { Detail = null }, spec)}";
    }

    /// <summary>How many rows are missing or doubtful.</summary>
    private static IEnumerable<string> States(ChartSpec spec, ChartWords words)
    {
        foreach (
            var (state, count) in new[]
            {
                (words.NotSeen, spec.Marks.Count(m => m.Presence == MarkPresence.NotSeen)),
                (words.NoSource, spec.Marks.Count(m => m.Presence == MarkPresence.NoSource)),
                (words.Suspect, spec.Marks.Count(m => m.Status == MarkStatus.Suspect)),
                (words.Ambiguous, spec.Marks.Count(m => m.Status == MarkStatus.Ambiguous)),
            }
        )
        {
            if (count > 0)
                yield return words.StateOf(state, count);
        }
    }

    private static string Row(ChartMark mark, ChartSpec spec)
    {
        var x = mark.X is { } value && spec.Kind == ChartKind.Scatter ? NumberText.Plain(value) : "";
        return string.Join(
            ' ',
            new[] { mark.Panel, mark.Category, mark.Detail ?? "", mark.Series, x, Reading(mark, spec), Doubt(mark, spec.Language) }.Where(
                t => t.Length > 0
            )
        );
    }

    /// <summary>Count, median and extremes of one category, which stand for figures that are not read one by one.</summary>
    private static string Summary(Distribution d, ChartSpec spec, ChartWords words)
    {
        string[] facts =
        [
            words.Figures(d.Count),
            // Of figures that are only counted the middle one is not known.
            .. d.Weights is null ? [$"{words.Median} {Number(d.Median)}"] : Array.Empty<string>(),
            $"{words.Extremes} {Number(d.Least)}–{Number(d.Greatest)}",
        ];
        return $"{d.Category} {string.Join(words.Comma, facts)}".TrimStart();

        string Number(double value) => NumberText.Figure(new ChartMark("", value), spec.Unit, spec.Language);
    }

    /// <summary>What is written for one row: the caller's label, else the figure with marker and unit, else its state.</summary>
    public static string Reading(ChartMark mark, ChartSpec spec)
    {
        var words = ChartWords.For(spec.Language);
        if (mark.Presence != MarkPresence.Figure)
            return words.Missing(mark.Presence);
        var figure = mark.Label ?? NumberText.Figure(mark, spec.Unit, spec.Language);
        return spec.Kind == ChartKind.DivergingBar ? figure + Difference(mark, spec) : figure;
    }

    /// <summary>A figure with the marker of its bound and a unit, as the chart writes figures.</summary>
    public static string Figure(ChartMark mark, ChartUnit unit, Language language) => NumberText.Figure(mark, unit, language);

    /// <summary>How far a figure lies from the benchmark: （+1.37）.</summary>
    private static string Difference(ChartMark mark, ChartSpec spec)
    {
        if (mark.Value is not { } value)
            return "";
        var difference = Ticks.Round((value - spec.References[0].Value) * spec.Unit.Factor);
        var text = (difference > 0 ? "+" : "") + NumberText.Plain(difference);
        return spec.Language == Language.Zh ? $"（{text}）" : $" ({text})";
    }

    /// <summary>One source on one line: number, article, county, date basis.</summary>
    internal static string Source(ChartSource source, Language language)
    {
        var article =
            language == Language.Zh && source.Article.Length > 0 && source.Article[0] is not ('《' or '（')
                ? $"《{source.Article}》"
                : source.Article;
        return $"[{source.Number}] "
            + string.Join(ChartWords.For(language).Comma, new[] { article, source.County, source.DateBasis }.Where(p => p.Length > 0));
    }

    /// <summary>What the chart says of a doubtful figure, empty for a normal one.</summary>
    internal static string Doubt(ChartMark mark, Language language) =>
        mark.Status switch
        {
            MarkStatus.Suspect => ChartWords.For(language).Suspect,
            MarkStatus.Ambiguous => ChartWords.For(language).Ambiguous,
            _ => "",
        };
}
