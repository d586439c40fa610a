using Analytics.Charts;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Actions;

/// <summary>One observation as a chart needs it.</summary>
sealed record ChartObservation(
    string Id, string ArticleId, double? Value, double? Low, double? High, string Qualifier, bool BoundOpen, string Status,
    string Display, string Unit, string? Period, string IndicatorZh, string IndicatorEn, string CountyId,
    string PopulationZh, string PopulationEn, string PlaceZh, string PlaceEn, string? Note, string Statistic, string UnitKind,
    string IndicatorId, string ComparabilityKey, string? PerTime, string UnitEn)
{
    /// <summary>The unit as it follows a figure, with the time that a rate is for: 元/月, yuan a month, %.</summary>
    public ChartUnit ShownUnit(ChartLanguage language) => (Unit, language, PerTime) switch
    {
        ("1", _, _) => ChartUnit.Percent,
        (_, ChartLanguage.Zh, "month") => new ChartUnit(Unit + "/月"),
        (_, ChartLanguage.Zh, "year") => new ChartUnit(Unit + "/年"),
        (_, ChartLanguage.Zh, _) => new ChartUnit(Unit),
        (_, _, "month" or "year") => new ChartUnit($"{ShortUnit(UnitEn)} a {PerTime}"),
        _ => new ChartUnit(ShortUnit(UnitEn)),
    };

    /// <summary>A unit's English name without the explanation in brackets.</summary>
    public static string ShortUnit(string name) => name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var bracket ? name[..bracket] : name;

    /// <summary>Lays the observation's bounds, doubt and printed label over a mark that shows its value.</summary>
    public ChartMark Decorate(ChartMark mark, ChartLanguage language)
    {
        var decorated = Bounded(mark);
        return language == ChartLanguage.Zh ? decorated with { Label = Display } : decorated with { Label = ChartDescription.Figure(decorated, ShownUnit(language), language) };
    }

    ChartMark Bounded(ChartMark mark) => mark with
    {
        Low = Low,
        High = High,
        Qualifier = Qualifier switch
        {
            "min" => MarkQualifier.Min,
            "max" => MarkQualifier.Max,
            "near_below" => MarkQualifier.NearBelow,
            "approx" => MarkQualifier.Approx,
            "range" => MarkQualifier.Range,
            _ => MarkQualifier.Exact,
        },
        BoundOpen = BoundOpen,
        Status = Status switch { "suspect" => MarkStatus.Suspect, "ambiguous" => MarkStatus.Ambiguous, _ => MarkStatus.Normal },
    };
}

/// <summary>The observations behind the rows of a result: their sources, caveats and coverage.</summary>
sealed class ChartEvidence
{
    const string NoTitle = "（标题缺）";

    readonly IReadOnlyList<string>[] idsByRow;
    readonly Dictionary<string, ChartObservation> observations;
    readonly List<(string ArticleId, ChartSource Source, string CountyEn)> sources = [];
    readonly int counties;
    readonly AnalyticsSession session;

    ChartEvidence(AnalyticsSession session, IReadOnlyList<string>[] idsByRow)
    {
        (this.session, this.idsByRow) = (session, idsByRow);
        var ids = idsByRow.SelectMany(i => i).Distinct().ToArray();
        observations = ids.Length == 0 ? [] : ReadObservations(session, ids).ToDictionary(o => o.Id);
        if (observations.Count == 0)
            return;
        ReadSources(session);
        counties = CountCounties(session);
    }

    public static ChartEvidence Of(AnalyticsSession session, ResultTable table) => new(session, IdsOf(table));

    /// <summary>The observations that each row names in <c>obs_id</c> or <c>obs_ids</c>.</summary>
    public static IReadOnlyList<string>[] IdsOf(ResultTable table)
    {
        var single = table.ColumnIndex("obs_id");
        var list = table.ColumnIndex("obs_ids");
        return [.. Enumerable.Range(0, (int)table.RowCount).Select(row => Ids(table, row, single, list))];
    }

    /// <summary>The observation of a row that stands on exactly one.</summary>
    public ChartObservation? Observation(int row) =>
        idsByRow[row] is [var only] ? observations.GetValueOrDefault(only) : null;

    public IReadOnlyList<int> SourceNumbers(int row) =>
        [.. idsByRow[row].Select(observations.GetValueOrDefault).OfType<ChartObservation>()
            .Select(o => sources.FindIndex(s => s.ArticleId == o.ArticleId) + 1).Distinct().Order()];

    public IReadOnlyList<ChartSource> Sources(string language) =>
        [.. sources.Select(s => language == "zh" ? s.Source : English(s.Source, s.CountyEn))];

    public string Coverage(string language) =>
        observations.Count == 0 ? "" :
        language == "zh" ? $"本库来源中，{counties} 个县里 {CoveredCounties} 个有此数字" :
        $"{CoveredCounties} of {counties} counties have a figure in these sources";

    /// <summary>Why the figures shown are not comparable as they stand, one line a reason.</summary>
    public IReadOnlyList<string> Caveats(IEnumerable<ChartObservation> shown, string language) =>
        session.CaveatsAmong([.. shown.Select(o => o.Id).Distinct()], language);

    /// <summary>All observations behind a row, in the order of their articles.</summary>
    public IReadOnlyList<ChartObservation> Behind(int row) =>
        idsByRow[row].Count == 0 ? [] : [.. idsByRow[row].Select(observations.GetValueOrDefault).OfType<ChartObservation>()];

    /// <summary>Whether any row stands on an observation.</summary>
    public bool IsKnown => observations.Count > 0;

    int CoveredCounties => observations.Values.Select(o => o.CountyId).Distinct().Count();

    static IReadOnlyList<string> Ids(ResultTable table, int row, int single, int list)
    {
        if (single >= 0 && table.Text(row, single) is { } id)
            return [id];
        return list >= 0 && table.Value(row, list) is IEnumerable<object?> ids ? [.. ids.OfType<string>()] : [];
    }

    static IEnumerable<ChartObservation> ReadObservations(AnalyticsSession session, string[] ids)
    {
        using var t = ResultTable.Read(session.Run($"""
            SELECT o.obs_id, o.article_id, CAST(o.value AS DOUBLE), CAST(o.value_low AS DOUBLE), CAST(o.value_high AS DOUBLE),
                o.qualifier, o.bound_open, o.obs_status, o.value_display, o.unit, o.period_text, i.label_zh, i.label_en,
                o.county_id, i.population_zh, i.population_en, p.name_zh, p.name_en, o.note, i.statistic, o.unit_kind,
                o.indicator_id, o.comparability_key, o.per_time, u.label_en
            FROM observation AS o JOIN indicator AS i USING (indicator_id) JOIN place AS p ON p.place_id = o.place_id
                LEFT JOIN unit AS u ON u.unit = o.unit
            WHERE o.obs_id IN ({In(ids)}) ORDER BY o.article_id, o.char_start, o.obs_id
            """));
        for (var row = 0; row < t.RowCount; row++)
            yield return new ChartObservation(
                t.Text(row, 0)!, t.Text(row, 1)!, t.Number(row, 2), t.Number(row, 3), t.Number(row, 4), t.Text(row, 5)!,
                t.Text(row, 6) == "true", t.Text(row, 7)!, t.Text(row, 8)!, t.Text(row, 9)!, t.Text(row, 10),
                t.Text(row, 11)!, t.Text(row, 12)!, t.Text(row, 13) ?? "", t.Text(row, 14)!, t.Text(row, 15)!,
                t.Text(row, 16)!, t.Text(row, 17)!, t.Text(row, 18), t.Text(row, 19)!, t.Text(row, 20)!, t.Text(row, 21)!, t.Text(row, 22)!,
                t.Text(row, 23), t.Text(row, 24) ?? t.Text(row, 9)!);
    }

    void ReadSources(AnalyticsSession session)
    {
        using var t = ResultTable.Read(session.Run($"""
            SELECT a.article_id, a.title, c.name_zh, a.date_from, a.date_to, a.date_basis, c.name_en
            FROM article AS a JOIN place AS p USING (place_id) LEFT JOIN place AS c ON c.place_id = p.county_id
            WHERE a.article_id IN ({In(observations.Values.Select(o => o.ArticleId).Distinct())})
            ORDER BY a.article_id
            """));
        for (var row = 0; row < t.RowCount; row++)
        {
            var title = t.Text(row, 1) is { Length: > 0 } text ? text : NoTitle;
            var date = DateBasis(t.Text(row, 3), t.Text(row, 4), t.Text(row, 5));
            sources.Add((t.Text(row, 0)!, new ChartSource(row + 1, title, t.Text(row, 2) ?? "", date), t.Text(row, 6) ?? ""));
        }
    }

    static int CountCounties(AnalyticsSession session)
    {
        using var t = ResultTable.Read(session.Run("SELECT count(*) FROM place WHERE level = 'county'"));
        return (int)t.Number(0, 0)!.Value;
    }

    static string DateBasis(string? from, string? to, string? basis) => basis switch
    {
        "stated" => $"{from}{(to is null || to == from ? "" : "至" + to)}",
        "page_inferred" => $"不早于{from}（据同版推断）",
        _ => "日期原文件未载",
    };

    static ChartSource English(ChartSource source, string county) =>
        source with { Article = source.Article == NoTitle ? "(title missing)" : source.Article, County = county, DateBasis = English(source.DateBasis) };

    static string English(string basis) => basis
        .Replace("日期原文件未载", "date not in the file")
        .Replace("不早于", "not before ")
        .Replace("（据同版推断）", " (inferred from the page)")
        .Replace("至", " to ");

    static string In(IEnumerable<string> ids) => string.Join(", ", ids.Select(SqlText.Literal));
}
