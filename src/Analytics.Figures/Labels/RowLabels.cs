using Analytics.Charts;

namespace Analytics.Figures;

/// <summary>
/// Makes the rows of a chart tell what they are: a township or village takes the name of its county where rows mix
/// counties, and rows that read alike take from their observations what parts them.
/// </summary>
internal static class RowLabels
{
    /// <summary>What may part two rows, the most telling first.</summary>
    private static readonly Func<Observation, bool, string?>[] Facts =
    [
        (o, zh) => zh ? o.IndicatorZh : o.IndicatorEn,
        (o, zh) => o.Criterion?.In(zh ? Language.Zh : Language.En),
        (o, zh) => zh ? o.PopulationZh : o.PopulationEn,
        (o, zh) => zh ? o.PlaceZh : o.PlaceEn,
        (o, zh) => PeriodWords.Of(o, zh ? Language.Zh : Language.En).Text,
    ];

    /// <summary>Chinese characters in which a sentence still names a row.</summary>
    private const int MostTag = 24;

    /// <summary>The rows with names of their own.</summary>
    public static IReadOnlyList<ChartRow> Told(IReadOnlyList<ChartRow> rows, ChartKind kind, Language language)
    {
        var zh = language == Language.Zh;
        return kind is ChartKind.Histogram or ChartKind.Box
            ? rows
            : Parted(Tagged(WithMeasure(WithPlace(WithCounty(rows, kind, zh), kind, zh), kind, zh), zh), kind, zh);
    }

    /// <summary>
    /// Rows of one category get a short word each by which sentences name them: their own detail, else the first fact that parts them.
    /// </summary>
    private static ChartRow[] Tagged(IReadOnlyList<ChartRow> rows, bool zh)
    {
        var tagged = rows.ToArray();
        foreach (var alike in PlacedRow.All(rows).GroupBy(r => r.Name).Select(g => g.ToArray()).Where(g => g.Length > 1))
        {
            var tags = Tags([.. alike.Select(r => r.Row)], zh);
            for (var i = 0; i < alike.Length; i++)
                tagged[alike[i].Index] = alike[i].Row with { Tag = tags[i] };
        }
        return tagged;
    }

    private static string[] Tags(ChartRow[] alike, bool zh)
    {
        var details = alike.Select(r => r.Mark.Detail ?? "").ToArray();
        if (alike.Any(r => r.Stated is null))
            return details;
        var observations = alike.Select(r => r.Stated!).ToArray();
        var figures = observations.Select(o => o.Shown(zh ? Language.Zh : Language.En)).ToArray();
        var words = Facts.Select(fact => observations.Select(o => fact(o, zh) ?? "").ToArray()).Prepend(details).Append(figures);
        return words.FirstOrDefault(w => Parts(w) && w.All(word => word.Length <= (zh ? MostTag : 2 * MostTag)))
            ?? Parting(observations, zh);
    }

    private static bool Parts(string[] words) => words.Distinct().Count() == words.Length;

    private static IReadOnlyList<ChartRow> WithCounty(IReadOnlyList<ChartRow> rows, ChartKind kind, bool zh)
    {
        if (kind is ChartKind.Line or ChartKind.Slope || rows.SelectMany(r => r.Behind).Select(o => o.CountyId).Distinct().Count() < 2)
            return rows;
        return [.. rows.Select(row => row with { Mark = row.Mark with { Category = InCounty(row, zh) } })];
    }

    /// <summary>A row that is named after a county but shows a figure of a township or village says so.</summary>
    private static IReadOnlyList<ChartRow> WithPlace(IReadOnlyList<ChartRow> rows, ChartKind kind, bool zh)
    {
        return !ChartRules.Of(kind).Takes("detail")
            ? rows
            :
            [
                .. rows.Select(row =>
                    OfPart(row) is { } place && !row.Text.Contains(place, StringComparison.Ordinal)
                        ? Detailed(row, place, first: true)
                        : row
                ),
            ];

        string? OfPart(ChartRow row) =>
            row.Figures.Count > 0
            && row.Figures.All(o => o.PlaceLevel is "township" or "village" or "compound" && o.IsCounty(row.Mark.Category))
            && row.Figures.Select(o => zh ? o.PlaceZh : o.PlaceEn).Distinct().ToArray() is [var only]
                ? only
                : null;
    }

    /// <summary>Rows that are named by places alone say what they measure where that differs.</summary>
    private static IReadOnlyList<ChartRow> WithMeasure(IReadOnlyList<ChartRow> rows, ChartKind kind, bool zh)
    {
        var stated = rows.Select(r => r.Stated).OfType<Observation>().ToArray();
        if (!ChartRules.Of(kind).Takes("detail") || stated.Select(o => o.IndicatorId).Distinct().Count() < 2 || !rows.All(IsNamedByPlace))
            return rows;
        return [.. rows.Select(row => row.Stated is { } o ? Detailed(row, zh ? o.IndicatorZh : o.IndicatorEn) : row)];

        bool IsNamedByPlace(ChartRow row) =>
            row.Mark.Series.Length == 0
            && (row.Mark.Detail is null || row.Behind.Any(o => row.Mark.Detail == (zh ? o.PlaceZh : o.PlaceEn)))
            && (row.Behind.Count == 0 || row.Behind.Any(o => o.IsPlace(row.Mark.Category)));
    }

    private static ChartRow Detailed(ChartRow row, string words, bool first = false)
    {
        var detail = row.Mark.Detail ?? "";
        return row with
        {
            Mark = row.Mark with
            {
                Detail =
                    detail.Length == 0 ? words
                    : first ? $"{words} · {detail}"
                    : $"{detail} · {words}",
            },
        };
    }

    private static string InCounty(ChartRow row, bool zh)
    {
        var name = row.Mark.Category;
        var place = row.Behind.FirstOrDefault(o =>
            o.PlaceLevel is "township" or "village" or "compound" && (zh ? o.PlaceZh : o.PlaceEn) == name
        );
        if (place is null)
            return name;
        return zh ? $"{name}（{place.CountyZh}）" : $"{name} ({place.CountyEn})";
    }

    private static ChartRow[] Parted(ChartRow[] rows, ChartKind kind, bool zh)
    {
        var parted = rows.ToArray();
        foreach (
            var alike in PlacedRow
                .All(rows)
                .Where(r => r.Row.Stated is not null)
                .GroupBy(r => r.Label)
                .Select(g => g.ToArray())
                .Where(g => g.Length > 1)
        )
        {
            var words = Parting([.. alike.Select(r => r.Row.Stated!)], zh);
            for (var i = 0; i < alike.Length; i++)
                parted[alike[i].Index] = alike[i].Row with { Mark = With(alike[i].Row.Mark, words[i], kind, zh) };
        }
        return parted;
    }

    /// <summary>
    /// For each of some observations the words that tell it from the others; its place in the text where nothing else does.
    /// </summary>
    private static string[] Parting(Observation[] alike, bool zh)
    {
        var words = alike.Select(_ => "").ToArray();
        foreach (var fact in Facts)
        {
            if (Parts(words))
                return words;
            var values = alike.Select(o => fact(o, zh) ?? "").ToArray();
            // A fact helps where it parts rows that still read alike.
            if (words.Zip(values).Distinct().Count() > words.Distinct().Count())
            {
                words =
                [
                    .. words.Zip(
                        values,
                        (before, value) =>
                            before.Length == 0 ? value
                            : value.Length == 0 ? before
                            : $"{before} · {value}"
                    ),
                ];
            }
        }
        if (Parts(words))
            return words;
        var order = alike.Select(o => o.Id).ToList();
        return [.. words.Select((word, i) => Ordinal(word, order.Take(i + 1).Where((_, j) => words[j] == word).Count(), zh))];
    }

    private static string Ordinal(string word, int number, bool zh)
    {
        var place = zh ? $"文中第{number}处" : $"number {number} in the text";
        return word.Length == 0 ? place : $"{word} · {place}";
    }

    /// <summary>Words go into the detail, where the kind has none behind the series or category.</summary>
    private static ChartMark With(ChartMark mark, string words, ChartKind kind, bool zh)
    {
        if (words.Length == 0)
            return mark;
        if (ChartRules.Of(kind).Takes("detail"))
            return mark with { Detail = mark.Detail is { Length: > 0 } detail ? $"{detail} · {words}" : words };
        if (mark.Series.Length > 0)
            return mark with { Series = Behind(mark.Series) };
        return mark with { Category = Behind(mark.Category) };

        string Behind(string name) => zh ? $"{name}（{words}）" : $"{name} ({words})";
    }
}
