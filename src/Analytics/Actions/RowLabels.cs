using Analytics.Charts;

namespace Analytics.Actions;

/// <summary>
/// Makes the rows of a chart tell what they are: a township or village takes the name of its county where rows mix
/// counties, and rows that read alike take from their observations what parts them.
/// </summary>
static class RowLabels
{
    /// <summary>What may part two rows, the most telling first.</summary>
    static readonly Func<ChartObservation, bool, string?>[] Facts =
    [
        (o, zh) => zh ? o.IndicatorZh : o.IndicatorEn,
        (o, _) => o.Criterion,
        (o, zh) => zh ? o.PopulationZh : o.PopulationEn,
        (o, zh) => zh ? o.PlaceZh : o.PlaceEn,
        (o, zh) => PeriodWords.Of(o, zh ? ChartLanguage.Zh : ChartLanguage.En).Whole(zh ? ChartLanguage.Zh : ChartLanguage.En),
    ];

    /// <summary>The rows with names of their own.</summary>
    public static IReadOnlyList<ChartRow> Told(IReadOnlyList<ChartRow> rows, ChartKind kind, ChartLanguage language)
    {
        var zh = language == ChartLanguage.Zh;
        return kind is ChartKind.Histogram or ChartKind.Box ? rows : Parted(WithCounty(rows, kind, zh), kind, zh);
    }

    static IReadOnlyList<ChartRow> WithCounty(IReadOnlyList<ChartRow> rows, ChartKind kind, bool zh)
    {
        if (kind is ChartKind.Line or ChartKind.Slope || rows.SelectMany(r => r.Behind).Select(o => o.CountyId).Distinct().Count() < 2)
            return rows;
        return [.. rows.Select(row => row with { Mark = row.Mark with { Category = InCounty(row, zh) } })];
    }

    static string InCounty(ChartRow row, bool zh)
    {
        var name = row.Mark.Category;
        var place = row.Behind.FirstOrDefault(o => o.PlaceLevel is "township" or "village" or "compound" && (zh ? o.PlaceZh : o.PlaceEn) == name);
        if (place is null)
            return name;
        return zh ? $"{name}（{place.CountyZh}）" : $"{name} ({place.CountyEn})";
    }

    static ChartRow[] Parted(IReadOnlyList<ChartRow> rows, ChartKind kind, bool zh)
    {
        var parted = rows.ToArray();
        foreach (var alike in rows.Index().Where(r => r.Item.Stated is not null).GroupBy(r => Label(r.Item.Mark)).Where(g => g.Count() > 1))
        {
            var indexes = alike.Select(r => r.Index).ToArray();
            var words = Parting([.. alike.Select(r => r.Item.Stated!)], zh);
            foreach (var (index, word) in indexes.Zip(words))
                parted[index] = rows[index] with { Mark = With(rows[index].Mark, word, kind, zh) };
        }
        return parted;
    }

    static (string, string, string, string?) Label(ChartMark mark) => (mark.Panel, mark.Category, mark.Series, mark.Detail);

    /// <summary>For each of some observations the words that tell it from the others; its place in the text where nothing else does.</summary>
    static string[] Parting(ChartObservation[] alike, bool zh)
    {
        var words = alike.Select(_ => "").ToArray();
        foreach (var fact in Facts)
        {
            if (words.Distinct().Count() == words.Length)
                return words;
            var values = alike.Select(o => fact(o, zh) ?? "").ToArray();
            // A fact helps where it parts rows that still read alike.
            if (words.Zip(values).Distinct().Count() > words.Distinct().Count())
                words = [.. words.Zip(values, (before, value) => before.Length == 0 ? value : value.Length == 0 ? before : $"{before} · {value}")];
        }
        if (words.Distinct().Count() == words.Length)
            return words;
        var order = alike.Select(o => o.Id).ToList();
        return [.. words.Select((word, i) => Ordinal(word, order.Take(i + 1).Where((_, j) => words[j] == word).Count(), zh))];
    }

    static string Ordinal(string word, int number, bool zh)
    {
        var place = zh ? $"文中第{number}处" : $"number {number} in the text";
        return word.Length == 0 ? place : $"{word} · {place}";
    }

    /// <summary>Words go into the detail, where the kind has none behind the series or category.</summary>
    static ChartMark With(ChartMark mark, string words, ChartKind kind, bool zh)
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
