namespace Analytics.Curation;

/// <summary>Keys are unique and references lead somewhere.</summary>
internal static class KeyRules
{
    public static readonly Rule Duplicate = new(
        "key.duplicate",
        Severity.Critical,
        "No two rows of a file have the same key.",
        new("删去重复的一行，或给它另一个编号。", "Delete the repeated row, or give it an id of its own.")
    );

    public static readonly Rule Reference = new(
        "key.reference",
        Severity.Critical,
        "Every reference names a row that exists.",
        new("改正编号，或补上它指的那一行。", "Correct the id, or add the row that it names.")
    );

    public static readonly Rule Unused = new(
        "key.unused",
        Severity.Warning,
        "Every article has segments; every indicator and unit is used.",
        new("删去这一行，或用上它。", "Delete the row, or use it.")
    );

    public static readonly IReadOnlyList<Rule> All = [Duplicate, Reference, Unused];

    public static IEnumerable<Finding> Check(CheckScope scope) =>
        [.. Duplicates(scope.Data.Tables), .. References(scope.Data), .. UnusedRows(scope.Data)];

    private static IEnumerable<Finding> Duplicates(CuratedTables tables)
    {
        foreach (var schema in CuratedSchemas.All)
        {
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var row in tables[schema])
            {
                var key = string.Join(" · ", schema.Key.Select(k => row.Fields[k]));
                if (!seen.TryAdd(key, row.Line))
                {
                    yield return Duplicate.At(
                        row.File,
                        row.Line,
                        new($"第 {seen[key]} 行已有{Excerpt.Of(key)}。", $"Key {Excerpt.Of(key)} stands already on line {seen[key]}."),
                        FieldRules.KeyOf(row)
                    );
                }
            }
        }
    }

    private static IEnumerable<Finding> References(CuratedData data)
    {
        var sources = data.Sources.Select(s => s.SourceFile).ToHashSet();
        return
        [
            .. Broken(data.Articles, "source_file", a => a.SourceFile, sources.Contains, a => a.ArticleId),
            .. Broken(data.Articles, "place_id", a => a.PlaceId, data.PlaceById.ContainsKey, a => a.ArticleId),
            .. Broken(data.Segments, "source_file", s => s.SourceFile, sources.Contains, s => s.ArticleId),
            .. Broken(data.Segments, "article_id", s => s.ArticleId, data.ArticleById.ContainsKey, s => s.ArticleId),
            .. Broken(data.Places, "parent_id", p => p.ParentId, data.PlaceById.ContainsKey, p => p.PlaceId),
            .. Broken(data.Places, "county_id", p => p.CountyId, data.PlaceById.ContainsKey, p => p.PlaceId),
            .. Broken(data.Aliases, "place_id", a => a.PlaceId, data.PlaceById.ContainsKey, a => a.PlaceId),
            .. Broken(data.Units, "base_unit", u => u.BaseUnit, data.UnitByName.ContainsKey, u => u.Unit),
            .. Broken(data.Indicators, "unit", i => i.Unit, data.UnitByName.ContainsKey, i => i.IndicatorId),
            .. Broken(data.Observations, "article_id", o => o.ArticleId, data.ArticleById.ContainsKey, o => o.ObsId),
            .. Broken(data.Observations, "place_id", o => o.PlaceId, data.PlaceById.ContainsKey, o => o.ObsId),
            .. Broken(data.Observations, "indicator_id", o => o.IndicatorId, data.IndicatorById.ContainsKey, o => o.ObsId),
            .. Broken(data.Observations, "unit_text", o => o.UnitText, data.UnitByName.ContainsKey, o => o.ObsId),
            .. Broken(data.Exclusions, "article_id", e => e.ArticleId, data.ArticleById.ContainsKey, e => e.ArticleId),
            .. Broken(data.Links, "from_obs", l => l.FromObs, data.ObservationById.ContainsKey, l => l.FromObs),
            .. Broken(data.Links, "to_obs", l => l.ToObs, data.ObservationById.ContainsKey, l => l.ToObs),
            .. Broken(data.Totals, "place_id", t => t.PlaceId, data.PlaceById.ContainsKey, t => t.PlaceId),
        ];
    }

    private static IEnumerable<Finding> Broken<T>(
        IEnumerable<T> rows,
        string column,
        Func<T, string> reference,
        Func<string, bool> exists,
        Func<T, string> id
    )
        where T : CuratedRow =>
        from row in rows
        let target = reference(row)
        where target.Length > 0 && !exists(target)
        select Reference.At(
            row,
            new($"{column} 列写的{Excerpt.Of(target)}不存在。", $"Column {column} names {Excerpt.Of(target)}, which does not exist."),
            id(row)
        );

    private static IEnumerable<Finding> UnusedRows(CuratedData data)
    {
        var articles = data.Segments.Select(s => s.ArticleId).ToHashSet();
        var indicators = data.Observations.Select(o => o.IndicatorId).ToHashSet();
        var units = data
            .Observations.Select(o => o.UnitText)
            .Concat(data.Indicators.Select(i => i.Unit))
            .Concat(data.Units.Select(u => u.BaseUnit))
            .ToHashSet();
        return
        [
            .. data
                .Articles.Where(a => !articles.Contains(a.ArticleId))
                .Select(a => Unused.At(a, new($"报道 {a.ArticleId} 没有分段。", $"Article {a.ArticleId} has no segment."), a.ArticleId)),
            .. data
                .Indicators.Where(i => !indicators.Contains(i.IndicatorId))
                .Select(i =>
                    Unused.At(i, new($"没有数用到指标 {i.IndicatorId}。", $"No observation uses indicator {i.IndicatorId}."), i.IndicatorId)
                ),
            .. data
                .Units.Where(u => !units.Contains(u.Unit))
                .Select(u => Unused.At(u, new($"没有一行用到单位{u.Unit}。", $"No row uses unit {u.Unit}."), u.Unit)),
        ];
    }
}
