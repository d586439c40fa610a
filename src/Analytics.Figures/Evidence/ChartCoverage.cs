using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Figures;

/// <summary>
/// How many counties the sources have a figure for, counted over all the data and not over the rows drawn, and which of
/// them the picture shows. A figure for a township or village is never its county's.
/// </summary>
internal sealed class ChartCoverage
{
    /// <summary>Counties that are still named one by one.</summary>
    private const int MostNames = 4;

    /// <summary>Counties with a figure of their own, and those with one for a township or village only.</summary>
    private sealed record Spread(IReadOnlySet<string> Own, IReadOnlySet<string> Parts);

    /// <summary>A county with figures of an indicator; whether any is its own.</summary>
    private sealed record Known(string Indicator, string County, bool IsOwn);

    private readonly IReadOnlyList<Observation> _drawn;
    private readonly bool _zh,
        _isTally;
    private readonly int _counties;
    private readonly IReadOnlyList<Known> _known;

    private ChartCoverage(AnalyticsSession session, IReadOnlyList<Observation> drawn, bool isTally, Language language)
    {
        (_drawn, _isTally, _zh) = (drawn, isTally, language == Language.Zh);
        using var t = ResultTable.Read(
            session.Run(
                $"""
                SELECT indicator_id, county_id, bool_or(level = 'county') AS own,
                    (SELECT count(*) FROM product.place WHERE level = 'county') AS counties
                FROM (SELECT o.indicator_id, o.county_id, p.level FROM product.observation AS o JOIN product.place AS p USING (place_id)
                    WHERE o.restates_obs_id IS NULL AND o.county_id IS NOT NULL
                        AND o.indicator_id IN ({List(drawn.Select(o => o.IndicatorId))})
                        AND o.modality IN ({List(drawn.Select(o => o.Modality))}))
                GROUP BY ALL
                """
            )
        );
        _known =
        [
            .. Enumerable.Range(0, (int)t.RowCount).Select(row => new Known(t.Text(row, 0)!, t.Text(row, 1)!, t.Text(row, 2) == "true")),
        ];
        _counties = t.RowCount > 0 ? (int)t.Number(0, 3)!.Value : 0;
    }

    /// <summary>The sentence; empty where no row shows a figure of a county or its parts.</summary>
    public static string Of(AnalyticsSession session, IReadOnlyList<ChartRow> rows, Language language)
    {
        var drawn = rows.SelectMany(r =>
                r.Figures.Count > 0 ? r.Figures
                : r.Basis == RowBasis.Tally ? r.Behind
                : []
            )
            .Where(o => o.CountyId.Length > 0)
            .Distinct()
            .ToArray();
        return drawn.Length == 0 ? "" : new ChartCoverage(session, drawn, rows.Any(r => r.Basis == RowBasis.Tally), language).Sentence();
    }

    private string Sentence()
    {
        var indicators = _drawn.Select(o => o.IndicatorId).Distinct().ToArray();
        if (_isTally)
            return OfPicture();
        if (
            indicators.Length == 1
            || _drawn.Select(o => string.Join('\n', o.Property, o.Statistic, o.Unit)).Distinct().Count() == 1
                && _drawn.All(o => o.Property is not ("count" or "headcount"))
        )
        {
            return OfOneMeasure(Counted(indicators), indicators.Length == 1);
        }

        return Shown(_drawn) is [var only] ? OfOneCounty(only, indicators) : OfPicture();
    }

    private string OfOneMeasure(Spread spread, bool same)
    {
        var (own, parts) = (spread.Own.Count, spread.Parts.Count);
        var what = _zh
            ? same
                ? "此数字"
                : "这类数字"
            : same
                ? "a figure"
                : "a figure of this kind";
        var sentence = (own, parts, _zh) switch
        {
            (0, _, true) => $"本库来源中，{_counties}个县里{parts}个有{what}，都只是乡镇或村的，不是全县的",
            (0, _, false) => $"{parts} of {_counties} counties {Have(parts)} {what} in these sources, "
                + "all for a township or village, none for the county",
            (_, 0, true) => $"本库来源中，{_counties}个县里{own}个有{what}",
            (_, 0, false) => $"{own} of {_counties} counties {Have(own)} {what} in these sources",
            (_, _, true) => $"本库来源中，{_counties}个县里{own}个有{what}，另有{parts}个县只有乡镇或村的",
            (_, _, false) =>
                $"{own} of {_counties} counties {Have(own)} {what} in these sources, {parts} more only for a township or village",
        };
        var shown = Shown(_drawn);
        var among = _drawn.Any(o => o.PlaceLevel == "county") && _drawn.All(o => o.PlaceLevel == "county") ? own : own + parts;
        return shown.Count < among ? sentence + Only(shown) : sentence;
    }

    private static string Have(int counties) => Plural.Of(counties, "has", "have");

    /// <summary>Several measures of one county: how many counties have each.</summary>
    private string OfOneCounty(string county, string[] indicators)
    {
        var spreads = indicators.Select(i => Counted([i])).ToArray();
        var ofCounties = _drawn.All(o => o.PlaceLevel == "county");
        var each = spreads.Select(s => s.Own.Count + (ofCounties ? 0 : s.Parts.Count)).ToArray();
        var number =
            each.Min() == each.Max() ? $"{each.Max()}"
            : _zh ? $"{each.Min()}至{each.Max()}"
            : $"{each.Min()} to {each.Max()}";
        var place = _drawn.Select(o => o.PlaceZh).Distinct().Count() == 1 ? Place(_drawn[0]) : county;
        var partly = PartsOnly().Count > 0;
        var hasParts = ofCounties && spreads.Any(s => s.Parts.Count > 0);
        if (_zh)
        {
            return $"图中只有{place}的数字{(partly ? "，不是全县的" : "")}；"
                + $"各项指标在本库来源中见于{_counties}个县里的{number}个{(hasParts ? "，只计全县的数字" : "")}";
        }

        return $"Only {place} is shown{(partly ? ", not the whole county" : "")}; each measure has a figure in {number} of "
            + $"{_counties} counties in these sources{(hasParts ? ", those of townships and villages not counted" : "")}";
    }

    /// <summary>Measures that differ between counties: how many counties stand behind the picture.</summary>
    private string OfPicture()
    {
        var (shown, parts) = (Shown(_drawn), PartsOnly());
        if (_zh)
            return $"图中数字出自{_counties}个县里的{shown.Count}个" + (parts.Count == 0 ? "" : $"，其中{Names(parts)}只有乡镇或村的数字");
        return $"Figures shown come from {shown.Count} of {_counties} counties"
            + (parts.Count == 0 ? "" : $"; those of {Names(parts)} are for a township or village only");
    }

    private Spread Counted(IReadOnlyCollection<string> indicators)
    {
        var found = _known.Where(k => indicators.Contains(k.Indicator)).ToArray();
        var own = found.Where(f => f.IsOwn).Select(f => f.County).ToHashSet();
        return new Spread(own, found.Select(f => f.County).Where(c => !own.Contains(c)).ToHashSet());
    }

    private IReadOnlyList<string> PartsOnly() =>
        Shown(_drawn.GroupBy(o => o.CountyId).Where(g => g.All(o => o.PlaceLevel != "county")).SelectMany(g => g));

    private IReadOnlyList<string> Shown(IEnumerable<Observation> observations) =>
        [.. observations.Select(o => _zh ? o.CountyZh : o.CountyEn).Distinct()];

    private string Only(IReadOnlyList<string> shown) => _zh ? $"；本图只列{Names(shown)}" : $"; shown here: {Names(shown)}";

    private string Names(IReadOnlyList<string> names) =>
        names.Count <= MostNames ? string.Join(_zh ? "、" : ", ", names)
        : _zh ? $"{names.Count}个县"
        : $"{names.Count} {Plural.Of(names.Count, "county", "counties")}";

    private string Place(Observation o) =>
        (o.PlaceLevel == "county", _zh) switch
        {
            (true, true) => o.CountyZh,
            (true, false) => o.CountyEn,
            (false, true) => o.CountyZh + o.PlaceZh,
            (false, false) => $"{o.PlaceEn}, {o.CountyEn}",
        };

    private static string List(IEnumerable<string> words) => string.Join(", ", words.Distinct().Select(SqlText.Literal));
}
