using System.Globalization;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Tables;

namespace Analytics.Engine.Verdicts;

/// <summary>Reads what a verdict is worked out from. One thread at a time, the session's.</summary>
/// <param name="session">Has the product's tables.</param>
public sealed class VerdictReader(AnalyticsSession session)
{
    /// <summary>Above this many figures no pairs are made: the sentence would name none of them.</summary>
    public const int MostFigures = 300;

    private const string Figure = """
        SELECT o.obs_id, p.place_id, p.level, p.name_zh, p.name_en, coalesce(p.county_id, '') AS county_id,
            coalesce(c.name_zh, p.name_zh) AS county_zh, coalesce(c.name_en, p.name_en) AS county_en,
            coalesce(c.gb_code, p.gb_code, '') || CASE WHEN p.place_id = c.place_id THEN ''
                ELSE ' ' || coalesce(p.gb_code, 'z') || p.place_id END AS place_order,
            o.indicator_id, i.label_zh, i.label_en, i.property, i.population_id, i.population_zh, i.population_en,
            i.statistic, i.accounting,
            o.modality, o.scope, o.unit_kind, o.criterion, o.value_printed, o.value_printed_en, CAST(o.value AS VARCHAR) AS value,
            coalesce(o.unit_text, '') AS unit_text, o.qualifier, o.period_text, o.period_text_en,
                o.period_kind, o.period_start IS NOT NULL AS is_dated,
            CAST(a.date_from AS VARCHAR) AS not_before, o.article_id, o.obs_status, o.char_start
        FROM product.observation AS o
        JOIN product.indicator AS i ON i.indicator_id = o.indicator_id
        JOIN product.place AS p ON p.place_id = o.place_id
        LEFT JOIN product.place AS c ON c.place_id = p.county_id
        JOIN product.article AS a ON a.article_id = o.article_id
        """;

    /// <summary>The verdict on given observations; unknown ids and restatements are left out.</summary>
    public VerdictText Of(IEnumerable<string> ids) => Verdict.Of(With(Named(ids)));

    /// <summary>The verdict on given observations, which are those of a question: who is missing is said too.</summary>
    public VerdictText Of(IEnumerable<string> ids, VerdictQuestion question) => Verdict.Of(Asked(question, Named(ids)));

    /// <summary>The verdict on a question, which says too who is missing.</summary>
    public VerdictText Of(VerdictQuestion question) =>
        Verdict.Of(
            Asked(question, Figures($"o.modality = 'reported' AND o.restates_obs_id IS NULL AND {Where(question, withLevel: true)}"))
        );

    /// <summary>How many figures of a place these are, and which of them stand beside those of other places.</summary>
    public VerdictText About(IEnumerable<string> ids)
    {
        var own = Named(ids);
        if (own.Count == 0)
            return Verdict.Of(new([], []));
        var list = Literals(own.Select(f => f.Id));
        var pairs = Rows(
            $"""
            SELECT obs_id, other_obs_id, standing FROM product.figure_pair WHERE standing <> 'not' AND obs_id IN ({list})
            UNION ALL
            SELECT other_obs_id, obs_id, standing FROM product.figure_pair WHERE standing <> 'not' AND other_obs_id IN ({list})
            """
        );
        var others = Named(pairs.Select(p => p["other_obs_id"]!)).ToDictionary(f => f.Id);
        var beside = pairs.ToLookup(p => p["obs_id"]!, p => others[p["other_obs_id"]!]);
        return PlaceFrame.Of(own, beside);
    }

    private IReadOnlyList<VerdictFigure> Named(IEnumerable<string> ids) =>
        Figures($"o.restates_obs_id IS NULL AND o.obs_id IN ({Literals(ids)})");

    private VerdictCase Asked(VerdictQuestion question, IReadOnlyList<VerdictFigure> figures) =>
        With(figures) with
        {
            Missing = Missing(question, figures),
            CountiesWithArticles = Sourced().Count,
        };

    private VerdictCase With(IReadOnlyList<VerdictFigure> figures) =>
        new(figures, Pairs(figures)) { Asides = Asides(figures), Ratios = Ratios(figures) };

    private IReadOnlyList<VerdictFigure> Figures(string where)
    {
        var rows = Rows($"{Figure} WHERE {where} ORDER BY o.obs_id");
        var phrases = Phrases();
        return [.. rows.Select(r => FigureOf(r, phrases.GetValueOrDefault(r["obs_id"]!)))];
    }

    private static VerdictFigure FigureOf(Dictionary<string, string?> row, IReadOnlyDictionary<string, Localized>? phrases)
    {
        return new()
        {
            Id = Text("obs_id"),
            Place = new(Text("place_id"), Text("level"), Both("name"), Text("county_id"), Both("county"), Text("place_order")),
            Indicator = Both("label"),
            IndicatorId = Text("indicator_id"),
            Property = Text("property"),
            PopulationId = Text("population_id"),
            Population = Both("population"),
            Statistic = Text("statistic"),
            Accounting = Text("accounting"),
            Modality = Text("modality"),
            Scope = Text("scope"),
            UnitKind = Text("unit_kind"),
            Criterion = row["criterion"],
            Printed = new(Text("value_printed"), Text("value_printed_en")),
            Value = row["value"] is { } value ? decimal.Parse(value, CultureInfo.InvariantCulture) : null,
            Unit = Text("unit_text"),
            Qualifier = Text("qualifier"),
            Period = row["period_text"] is { } period ? new(period, Text("period_text_en")) : null,
            PeriodKind = Text("period_kind"),
            IsDated = Text("is_dated") == "true",
            NotBefore = row["not_before"] is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            ArticleId = Text("article_id"),
            Status = Text("obs_status"),
            At = long.Parse(Text("char_start"), CultureInfo.InvariantCulture),
            Phrases = phrases ?? new Dictionary<string, Localized>(),
        };

        string Text(string name) => row[name]!;

        Localized Both(string name) => new(Text(name + "_zh"), Text(name + "_en"));
    }

    private Dictionary<string, IReadOnlyDictionary<string, Localized>> Phrases() =>
        Rows("SELECT obs_id, role, zh, coalesce(en, '') AS en FROM product.phrase")
            .GroupBy(r => r["obs_id"]!)
            .ToDictionary(
                g => g.Key,
                g => (IReadOnlyDictionary<string, Localized>)g.ToDictionary(r => r["role"]!, r => new Localized(r["zh"]!, r["en"]!))
            );

    private List<VerdictPair> Pairs(IReadOnlyList<VerdictFigure> figures)
    {
        if (figures.Count is < 2 or > MostFigures)
            return [];
        var judged = Rows(ComparisonView.Among(Literals(figures.Select(f => f.Id))))
            .Select(r => new VerdictPair(
                r["obs_id"]!,
                r["other_obs_id"]!,
                r["same_indicator"] == "true",
                r["standing"]!,
                r["codes"]!.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            ))
            .ToList();
        // What is no measurement compares with nothing.
        var all = figures.SelectMany((a, i) => figures.Skip(i + 1).Select(b => (a, b)));
        judged.AddRange(
            all.Where(p => p.a.Modality != "reported" || p.b.Modality != "reported")
                .Select(p => new VerdictPair(p.a.Id, p.b.Id, p.a.IndicatorId == p.b.IndicatorId, "not", Apart(p.a, p.b)))
        );
        return judged;
    }

    /// <summary>What stands between two figures of which one is no measurement: rules are fixed, whatever they are about.</summary>
    private static IReadOnlyList<string> Apart(VerdictFigure a, VerdictFigure b)
    {
        (string Code, bool Holds)[] codes =
        [
            ("level", a.Place.Level != b.Place.Level),
            ("population", a.PopulationId != b.PopulationId),
            ("measure", a.Property != b.Property),
            ("modality", a.Modality != b.Modality),
            ("quota", a.Modality == b.Modality),
        ];
        return [.. codes.Where(c => c.Holds).Select(c => c.Code)];
    }

    /// <summary>Figures of the same property in other counties that the curators say a word on.</summary>
    private IReadOnlyList<VerdictFigure> Asides(IReadOnlyList<VerdictFigure> figures)
    {
        if (figures.Count == 0)
            return [];
        var (properties, counties) = (figures.Select(f => f.Property).Distinct(), figures.Select(f => f.Place.CountyId).Distinct());
        return Figures(
            $"""
            o.restates_obs_id IS NULL AND i.property IN ({Literals(properties)}) AND coalesce(p.county_id, '') NOT IN ({Literals(counties)})
                AND o.obs_id IN (SELECT obs_id FROM product.phrase WHERE role = 'aside')
            """
        );
    }

    /// <summary>
    /// Heads per village or community where one place's text states them: as stated there, worked out for the others that print how many
    /// villages and communities they have.
    /// </summary>
    private IReadOnlyList<VerdictRatio> Ratios(IReadOnlyList<VerdictFigure> figures)
    {
        if (figures.Select(f => f.IndicatorId).Distinct().Count() != 1 || figures[0] is not { Property: "headcount", Accounting: "stock" })
            return [];
        var stated = Figures(
            $"""
            i.property = 'headcount_per_village_community' AND i.population_id = {SqlText.Literal(figures[0].PopulationId)}
                AND o.place_id IN ({Literals(figures.Select(f => f.Place.Id))}) AND o.modality = 'reported' AND o.restates_obs_id IS NULL
            """
        );
        if (stated.Count == 0)
            return [];
        var totals = Rows(
                "SELECT place_id, CAST(value AS VARCHAR) AS value, source FROM product.known_total WHERE what = 'villages_communities'"
            )
            .ToDictionary(
                r => r["place_id"]!,
                r => (Value: decimal.Parse(r["value"]!, CultureInfo.InvariantCulture), Source: r["source"]!)
            );
        return [.. figures.OrderBy(f => f.Place.Order, StringComparer.Ordinal).Select(RatioOf).OfType<VerdictRatio>()];

        VerdictRatio? RatioOf(VerdictFigure f)
        {
            if (stated.FirstOrDefault(s => s.Place.Id == f.Place.Id) is { } own)
                return new(f.Place, new(own.Printed.Zh, FigureWords.English([own])), false, [own.Id]);
            if (f.Value is not { } value || !totals.TryGetValue(f.Place.Id, out var total))
                return null;
            var quotient = (value / total.Value).ToString("0.00", CultureInfo.InvariantCulture);
            return new(f.Place, new(quotient + stated[0].Unit, quotient), true, [f.Id, total.Source]);
        }
    }

    private VerdictMissing Missing(VerdictQuestion question, IReadOnlyList<VerdictFigure> figures)
    {
        if (question.Level is not "county")
            return VerdictMissing.None;
        var counties = Counties(question);
        var (sourced, have) = (Sourced(), figures.Select(f => f.Place.CountyId).ToHashSet());
        var lower = Figures(
                $"o.modality = 'reported' AND o.restates_obs_id IS NULL AND {Where(question, withLevel: false)} AND p.level <> 'county'"
            )
            .GroupBy(f => f.Place.CountyId)
            .ToDictionary(g => g.Key, g => string.Join(' ', PlaceWords.LevelsInOrder.Intersect(g.Select(f => f.Place.Level))));
        var without = counties.Where(c => !have.Contains(c.Id)).ToArray();
        return new(
            [.. without.Where(c => !sourced.Contains(c.Id))],
            [.. without.Where(c => sourced.Contains(c.Id) && !lower.ContainsKey(c.Id))],
            [.. without.Where(c => lower.ContainsKey(c.Id)).Select(c => (c, lower[c.Id]))]
        );
    }

    private IReadOnlyList<VerdictPlace> Counties(VerdictQuestion question)
    {
        var only = question.Counties is null ? "" : $" AND place_id IN ({Literals(question.Counties)})";
        return
        [
            .. Rows($"SELECT place_id, name_zh, name_en, gb_code FROM product.place WHERE level = 'county'{only} ORDER BY gb_code")
                .Select(r =>
                {
                    var name = new Localized(r["name_zh"]!, r["name_en"]!);
                    return new VerdictPlace(r["place_id"]!, "county", name, r["place_id"]!, name, r["gb_code"]!);
                }),
        ];
    }

    /// <summary>Counties that an article tells of, or a part of which one does.</summary>
    private HashSet<string> Sourced() =>
        [
            .. Rows("SELECT DISTINCT p.county_id FROM product.article AS a JOIN product.place AS p ON p.place_id = a.place_id")
                .Select(r => r["county_id"])
                .OfType<string>(),
        ];

    private static string Where(VerdictQuestion question, bool withLevel)
    {
        var conditions = new List<string> { "TRUE" };
        Add("i.theme", withLevel || question.Property is null ? question.Theme : null);
        Add("i.property", question.Property);
        Add("o.indicator_id", question.IndicatorId);
        Add("i.population_id", question.PopulationId);
        Add("p.level", withLevel ? question.Level : null);
        if (question.Counties is { } counties)
            conditions.Add($"p.county_id IN ({Literals(counties)})");
        return string.Join(" AND ", conditions);

        void Add(string column, string? value)
        {
            if (value is not null)
                conditions.Add($"{column} = {SqlText.Literal(value)}");
        }
    }

    private static string Literals(IEnumerable<string> texts) =>
        texts.Select(SqlText.Literal).ToArray() is { Length: > 0 } all ? string.Join(", ", all) : "NULL";

    private List<Dictionary<string, string?>> Rows(string sql)
    {
        using var table = ResultTable.Read(session.Run(sql));
        return
        [
            .. Enumerable
                .Range(0, (int)table.RowCount)
                .Select(row => table.Columns.Select((c, i) => (c.Name, Text: table.Text(row, i))).ToDictionary(c => c.Name, c => c.Text)),
        ];
    }
}
