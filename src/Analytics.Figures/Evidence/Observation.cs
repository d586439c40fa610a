using Analytics.Charts;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Figures;

/// <summary>
/// One figure with all that is known of it, its sentence and its place in the source; words as in the view <c>figures</c>.
/// </summary>
public sealed record Observation
{
    public required string Id { get; init; }
    public required string ArticleId { get; init; }
    public double? Value { get; init; }
    public double? Low { get; init; }
    public double? High { get; init; }
    public required string Qualifier { get; init; }
    public bool BoundOpen { get; init; }
    public required string Status { get; init; }

    /// <summary>For scripts: ≥4万元/年.</summary>
    public required string Display { get; init; }

    /// <summary>As the text has it, cut from the quote: 4万余元.</summary>
    public required string Printed { get; init; }

    /// <summary>The same in English: just over 40,000 yuan.</summary>
    public required string PrintedEn { get; init; }
    public required string Unit { get; init; }
    public required string UnitEn { get; init; }
    public required string UnitKind { get; init; }
    public string? PerTime { get; init; }
    public string? PerEntity { get; init; }
    public Localized? Period { get; init; }
    public required string PeriodKind { get; init; }
    public required string PeriodBasis { get; init; }
    public string? PeriodStart { get; init; }
    public string? PeriodEnd { get; init; }

    /// <summary>No day before which the article can have been printed is known when null.</summary>
    public string? PrintedFrom { get; init; }
    public required string IndicatorId { get; init; }
    public required string IndicatorZh { get; init; }
    public required string IndicatorEn { get; init; }
    public required string Property { get; init; }
    public required string PopulationId { get; init; }
    public required string PopulationZh { get; init; }
    public required string PopulationEn { get; init; }
    public required string Statistic { get; init; }
    public required string Accounting { get; init; }
    public required string Modality { get; init; }
    public required string Scope { get; init; }
    public Localized? Criterion { get; init; }
    public Localized? Denominator { get; init; }
    public double? DenominatorValue { get; init; }
    public required string ComparabilityKey { get; init; }
    public required string PlaceLevel { get; init; }
    public required string PlaceZh { get; init; }
    public required string PlaceEn { get; init; }
    public required string CountyId { get; init; }
    public required string CountyZh { get; init; }
    public required string CountyEn { get; init; }
    public Localized? Note { get; init; }

    /// <summary>The figure as the sentence writes it; empty where it gives none.</summary>
    public required string ValueText { get; init; }

    /// <summary>The article's title; empty where it has none.</summary>
    public required string Article { get; init; }

    /// <summary>Name of the source's file below <c>seeds/</c>.</summary>
    public required string SourceFile { get; init; }

    /// <summary>1-based line of the source file.</summary>
    public required long Line { get; init; }

    /// <summary>The words that carry the figure, exactly as in the source.</summary>
    public required string Quote { get; init; }

    /// <summary>The whole sentence around the quote.</summary>
    public required string Sentence { get; init; }

    /// <summary>Whether a text is the name of the county, in full or by its first word as English charts have it.</summary>
    public bool IsCounty(string text) =>
        text.Length > 0 && (text == CountyZh || text == CountyEn || CountyEn.StartsWith(text + " ", StringComparison.Ordinal));

    /// <summary>Whether a text begins with the name of the place or of its county, and so tells where rather than what.</summary>
    public bool IsPlace(string text) =>
        IsCounty(text)
        || text.StartsWith(PlaceZh, StringComparison.Ordinal)
        || text.StartsWith(PlaceEn, StringComparison.Ordinal)
        || CountyZh.Length > 0
            && (text.StartsWith(CountyZh, StringComparison.Ordinal) || text.StartsWith(CountyEn, StringComparison.Ordinal));

    /// <summary>The unit as it follows a figure, with the time that a rate is for: 元/月, yuan a month, %.</summary>
    public ChartUnit ShownUnit(Language language) =>
        (Unit, language, PerTime) switch
        {
            ("1", _, _) => ChartUnit.Percent,
            (_, Language.Zh, "month") => new ChartUnit(Unit + "/月"),
            (_, Language.Zh, "year") => new ChartUnit(Unit + "/年"),
            (_, Language.Zh, _) => new ChartUnit(Unit),
            (_, _, "month" or "year") => new ChartUnit($"{ShortUnit(UnitEn)} a {PerTime}"),
            _ => new ChartUnit(ShortUnit(UnitEn)),
        };

    /// <summary>A unit's English name without the explanation in brackets.</summary>
    public static string ShortUnit(string name) =>
        name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var bracket ? name[..bracket] : name;

    /// <summary>The figure as people see it: as printed, with the time that a rate is for where the printed unit does not say it.</summary>
    public string Shown(Language language) =>
        (language == Language.Zh ? Printed : PrintedEn) + (Printed.Contains('/') ? "" : Rate(PerTime, language));

    private static string Rate(string? perTime, Language language) =>
        (perTime, language) switch
        {
            ("day", Language.Zh) => "/日",
            ("month", Language.Zh) => "/月",
            ("half_year", Language.Zh) => "/半年",
            ("year", Language.Zh) => "/年",
            ("half_year", _) => " each half-year",
            ("day" or "month" or "year", _) => $" a {perTime}",
            _ => "",
        };

    /// <summary>Whether it counts what a rule ranks first or last: as many as the rule wants.</summary>
    public bool IsByQuota =>
        Property is "ranked_advanced" or "ranked_lower" || PopulationId.StartsWith("lower_ranked_", StringComparison.Ordinal);

    /// <summary>Lays the observation's bounds, doubt and printed label over a mark that shows its value.</summary>
    public ChartMark Decorate(ChartMark mark, Language language) => Bounded(mark) with { Label = Shown(language) };

    private ChartMark Bounded(ChartMark mark) =>
        mark with
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
            Status = Status switch
            {
                "suspect" => MarkStatus.Suspect,
                "ambiguous" => MarkStatus.Ambiguous,
                _ => MarkStatus.Normal,
            },
        };

    /// <summary>The observations with these ids in the order of the text; unknown ids are left out.</summary>
    /// <exception cref="UserException">A data file is missing or damaged.</exception>
    /// <remarks>From the tables, not from <c>figures</c>: planning the views costs more than the answer.</remarks>
    public static IReadOnlyList<Observation> Read(AnalyticsSession session, IEnumerable<string> ids)
    {
        var wanted = string.Join(", ", ids.Select(SqlText.Literal));
        if (wanted.Length == 0)
            return [];
        using var t = ResultTable.Read(
            session.Run(
                $"""
                SELECT o.obs_id, o.article_id, CAST(o.value AS DOUBLE) AS value, CAST(o.value_low AS DOUBLE)
                    AS value_low, CAST(o.value_high AS DOUBLE) AS value_high,
                    o.qualifier, o.bound_open, o.obs_status, o.value_display, o.value_printed, o.value_printed_en,
                    o.unit, coalesce(u.label_en, o.unit) AS unit_en, o.unit_kind, o.per_time, o.per_entity,
                    o.period_text, o.period_text_en, o.period_kind, o.period_basis, o.period_start, o.period_end, a.date_from,
                    o.indicator_id, i.label_zh, i.label_en, i.property, i.population_id, i.population_zh,
                        i.population_en, i.statistic, i.accounting,
                    o.modality, o.scope, o.criterion, o.criterion_en, o.denominator_text, o.denominator_text_en,
                    CAST(o.denominator_value AS DOUBLE)
                        AS denominator_value, o.comparability_key,
                    p.level, p.name_zh, p.name_en, coalesce(o.county_id, '') AS county_id, coalesce(c.name_zh, '')
                        AS county_zh, coalesce(c.name_en, '') AS county_en, o.note, o.note_en,
                    coalesce(o.value_text, '') AS value_text, coalesce(a.title, '') AS article_title,
                    o.source_file, o.line_start, o.quote, o.sentence
                FROM product.observation AS o JOIN product.indicator AS i USING (indicator_id) JOIN product.article
                    AS a ON a.article_id = o.article_id JOIN product.place AS p ON p.place_id = o.place_id
                    LEFT JOIN product.place AS c ON c.place_id = o.county_id LEFT JOIN product.unit AS u ON u.unit = o.unit
                WHERE o.obs_id IN ({wanted}) ORDER BY o.article_id, o.char_start, o.obs_id
                """
            )
        );
        var columns = t.Columns.Select((c, i) => (c.Name, i)).ToDictionary(c => c.Name, c => c.i);
        return
        [
            .. Enumerable
                .Range(0, (int)t.RowCount)
                .Select(row => FromRow(name => t.Text(row, columns[name]), name => t.Number(row, columns[name]))),
        ];
    }

    private static Observation FromRow(Func<string, string?> text, Func<string, double?> number) =>
        new()
        {
            Id = text("obs_id")!,
            ArticleId = text("article_id")!,
            Value = number("value"),
            Low = number("value_low"),
            High = number("value_high"),
            Qualifier = text("qualifier")!,
            BoundOpen = text("bound_open") == "true",
            Status = text("obs_status")!,
            Display = text("value_display")!,
            Printed = text("value_printed")!,
            PrintedEn = text("value_printed_en")!,
            Unit = text("unit")!,
            UnitEn = text("unit_en")!,
            UnitKind = text("unit_kind")!,
            PerTime = text("per_time"),
            PerEntity = text("per_entity"),
            Period = Both(text, "period_text"),
            PeriodKind = text("period_kind")!,
            PeriodBasis = text("period_basis")!,
            PeriodStart = text("period_start"),
            PeriodEnd = text("period_end"),
            PrintedFrom = text("date_from"),
            IndicatorId = text("indicator_id")!,
            IndicatorZh = text("label_zh")!,
            IndicatorEn = text("label_en")!,
            Property = text("property")!,
            PopulationId = text("population_id")!,
            PopulationZh = text("population_zh")!,
            PopulationEn = text("population_en")!,
            Statistic = text("statistic")!,
            Accounting = text("accounting")!,
            Modality = text("modality")!,
            Scope = text("scope")!,
            Criterion = Both(text, "criterion"),
            Denominator = Both(text, "denominator_text"),
            DenominatorValue = number("denominator_value"),
            ComparabilityKey = text("comparability_key")!,
            PlaceLevel = text("level")!,
            PlaceZh = text("name_zh")!,
            PlaceEn = text("name_en")!,
            CountyId = text("county_id")!,
            CountyZh = text("county_zh")!,
            CountyEn = text("county_en")!,
            Note = Both(text, "note"),
            ValueText = text("value_text")!,
            Article = text("article_title")!,
            SourceFile = text("source_file")!,
            Line = (long)(number("line_start") ?? 0),
            Quote = text("quote")!,
            Sentence = text("sentence")!,
        };

    /// <summary>A text that curators wrote in both languages; null where there is none.</summary>
    private static Localized? Both(Func<string, string?> text, string column) =>
        text(column) is { } zh ? new(zh, text(column + "_en") ?? zh) : null;
}
