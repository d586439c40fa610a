namespace Analytics.Curation;

/// <summary>The curated rows, typed, with the look-ups that every rule needs. Of rows that share a key the first is found.</summary>
internal sealed class CuratedData
{
    public CuratedData(CuratedTables tables)
    {
        Tables = tables;
        Sources = [.. tables[CuratedSchemas.Sources].Select(r => new SourceRow(r))];
        Articles = [.. tables[CuratedSchemas.Articles].Select(r => new ArticleRow(r))];
        Segments = [.. tables[CuratedSchemas.Segments].Select(r => new SegmentRow(r))];
        Places = [.. tables[CuratedSchemas.Places].Select(r => new PlaceRow(r))];
        Aliases = [.. tables[CuratedSchemas.Aliases].Select(r => new AliasRow(r))];
        Units = [.. tables[CuratedSchemas.Units].Select(r => new UnitRow(r))];
        Indicators = [.. tables[CuratedSchemas.Indicators].Select(r => new IndicatorRow(r))];
        Observations = [.. tables[CuratedSchemas.Observations].Select(r => new ObservationRow(r))];
        Exclusions = [.. tables[CuratedSchemas.Exclusions].Select(r => new ExclusionRow(r))];
        Links = [.. tables[CuratedSchemas.Links].Select(r => new LinkRow(r))];
        Totals = [.. tables[CuratedSchemas.Totals].Select(r => new TotalRow(r))];
        Phrases = [.. tables[CuratedSchemas.Phrases].Select(r => new PhraseRow(r))];
        Accepted = [.. tables[CuratedSchemas.Accepted].Select(r => new AcceptedRow(r))];
        ArticleById = First(Articles, a => a.ArticleId);
        PlaceById = First(Places, p => p.PlaceId);
        UnitByName = First(Units, u => u.Unit);
        IndicatorById = First(Indicators, i => i.IndicatorId);
        ObservationById = First(Observations, o => o.ObsId);
    }

    public CuratedTables Tables { get; }
    public IReadOnlyList<SourceRow> Sources { get; }
    public IReadOnlyList<ArticleRow> Articles { get; }
    public IReadOnlyList<SegmentRow> Segments { get; }
    public IReadOnlyList<PlaceRow> Places { get; }
    public IReadOnlyList<AliasRow> Aliases { get; }
    public IReadOnlyList<UnitRow> Units { get; }
    public IReadOnlyList<IndicatorRow> Indicators { get; }
    public IReadOnlyList<ObservationRow> Observations { get; }
    public IReadOnlyList<ExclusionRow> Exclusions { get; }
    public IReadOnlyList<LinkRow> Links { get; }
    public IReadOnlyList<TotalRow> Totals { get; }
    public IReadOnlyList<PhraseRow> Phrases { get; }
    public IReadOnlyList<AcceptedRow> Accepted { get; }
    public IReadOnlyDictionary<string, ArticleRow> ArticleById { get; }
    public IReadOnlyDictionary<string, PlaceRow> PlaceById { get; }
    public IReadOnlyDictionary<string, UnitRow> UnitByName { get; }
    public IReadOnlyDictionary<string, IndicatorRow> IndicatorById { get; }
    public IReadOnlyDictionary<string, ObservationRow> ObservationById { get; }

    /// <summary>The county of a place; null for the prefecture and for unknown places.</summary>
    public string? CountyOf(string placeId) =>
        PlaceById.TryGetValue(placeId, out var place) && place.CountyId.Length > 0 ? place.CountyId : null;

    private static Dictionary<string, T> First<T>(IEnumerable<T> rows, Func<T, string> key)
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var row in rows)
            found.TryAdd(key(row), row);
        return found;
    }
}

/// <summary>The raw rows of every curated file.</summary>
internal sealed class CuratedTables(IReadOnlyDictionary<CsvSchema, List<CsvRow>> rows)
{
    public IReadOnlyList<CsvRow> this[CsvSchema schema] => rows[schema];
}
