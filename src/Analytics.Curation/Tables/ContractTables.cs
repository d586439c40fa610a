using static Analytics.Curation.Columns;

namespace Analytics.Curation;

/// <summary>The tables that a build makes, in the order in which they refer to each other. Names and columns are a contract.</summary>
internal static class ContractTables
{
    private static readonly TableSchema<SourceText> Source = new("source", "The source texts, verbatim.",
    [
        Key<SourceText>("source_file", s => s.File, "File name within seeds/."),
        Key<SourceText>("sha256", s => s.Sha256, "SHA-256 of the file's bytes, lower-case hexadecimal."),
        Key<SourceText>("text", s => s.Text, "The file decoded from UTF-8, byte for byte."),
        Position<SourceText>("line_count", s => s.LineCount, "Number of lines."),
        Position<SourceText>("char_count", s => s.CodePoint(s.Text.Length), "Number of code points."),
    ],
    ["source_file"], ["source_file"], []);

    private static readonly TableSchema<PlaceRow> Place = new("place", "Places: prefecture > county > township > village > compound.",
    [
        Key<PlaceRow>("place_id", p => p.PlaceId, "Readable id, dotted from county down."),
        Text<PlaceRow>("gb_code", p => p.GbCode, "GB/T 2260 code of a county (6 digits), statistical code of a township (9 digits)."),
        Key<PlaceRow>("name_zh", p => p.NameZh, "Full official name."),
        Key<PlaceRow>("name_en", p => p.NameEn, "English name."),
        Key<PlaceRow>("pinyin", p => p.Pinyin, "Name in pinyin with tone marks."),
        Choice<PlaceRow>("level", p => p.Level, "Level; a community (社区) is village level.", Vocabulary.PlaceLevel),
        Text<PlaceRow>("parent_id", p => p.ParentId, "The next wider place that is known."),
        Text<PlaceRow>("county_id", p => p.CountyId, "The county that it is or lies in; NULL for the prefecture."),
    ],
    ["place_id"], ["place_id"], [new("parent_id", "place", "place_id"), new("county_id", "place", "place_id")]);

    private static readonly TableSchema<UnitRow> Unit = new("unit", "Printed units and the base units that values are in.",
    [
        Key<UnitRow>("unit", u => u.Unit, "Unit as printed."),
        Key<UnitRow>("label_zh", u => u.LabelZh, "Chinese label."),
        Key<UnitRow>("label_en", u => u.LabelEn, "English label."),
        Choice<UnitRow>("kind", u => u.Kind, "What is measured.", Vocabulary.UnitKind),
        Key<UnitRow>("base_unit", u => u.BaseUnit, "Unit of the column value."),
        Number<UnitRow>("factor", u => u.Factor, "Printed number × factor = value."),
    ],
    ["unit"], ["unit"], [new("base_unit", "unit", "unit")]);

    private static readonly TableSchema<IndicatorRow> Indicator = new("indicator", "What is measured: population × property × statistic × accounting, with its unit.",
    [
        Key<IndicatorRow>("indicator_id", i => i.IndicatorId, "Readable id."),
        Choice<IndicatorRow>("theme", i => i.Theme, "Theme.", Vocabulary.Theme),
        Key<IndicatorRow>("label_zh", i => i.LabelZh, "Chinese label."),
        Key<IndicatorRow>("label_en", i => i.LabelEn, "English label."),
        Key<IndicatorRow>("definition", i => i.Definition, "Definition in Chinese."),
        Key<IndicatorRow>("definition_en", i => i.DefinitionEn, "Definition in English."),
        Key<IndicatorRow>("population_id", i => i.PopulationId, "Id of the population."),
        Key<IndicatorRow>("population_zh", i => i.PopulationZh, "The population in Chinese."),
        Key<IndicatorRow>("population_en", i => i.PopulationEn, "The population in English."),
        Key<IndicatorRow>("property", i => i.Property, "What is measured of the population."),
        Choice<IndicatorRow>("statistic", i => i.Statistic, "How it is summed up.", Vocabulary.Statistic),
        Choice<IndicatorRow>("accounting", i => i.Accounting, "Stock, flow, cumulative, increment, or none.", Vocabulary.Accounting),
        Key<IndicatorRow>("unit", i => i.Unit, "Base unit of its values."),
        Flag<IndicatorRow>("additive_place", i => i.AdditivePlace, "Whether values of different places may be added."),
        Flag<IndicatorRow>("additive_time", i => i.AdditiveTime, "Whether values of different periods may be added."),
        Text<IndicatorRow>("notes", i => i.Notes, "What a reader must know."),
    ],
    ["indicator_id"], ["theme", "indicator_id"], [new("unit", "unit", "unit")]);

    private static readonly TableSchema<ArticleRow> Article = new("article", "News stories and captioned photos within the sources.",
    [
        Key<ArticleRow>("article_id", a => a.ArticleId, "Readable id."),
        Key<ArticleRow>("source_file", a => a.SourceFile, "The source that it stands in."),
        Choice<ArticleRow>("kind", a => a.Kind, "Article or captioned photo.", Vocabulary.ArticleKind),
        Text<ArticleRow>("title", a => a.Title, "Title as printed, on one line; NULL when it is missing."),
        Choice<ArticleRow>("title_position", a => a.TitlePosition, "Where the title stands in the file.", Vocabulary.TitlePosition),
        Text<ArticleRow>("byline", a => a.Byline, "Author as printed."),
        Choice<ArticleRow>("author_role", a => a.AuthorRole, "Whether an organ or a reporter signs.", Vocabulary.AuthorRole),
        Key<ArticleRow>("place_id", a => a.PlaceId, "The place that it is about."),
        Date<ArticleRow>("date_from", a => a.DateFrom, "Not printed before this day."),
        Date<ArticleRow>("date_to", a => a.DateTo, "Not printed after this day."),
        Choice<ArticleRow>("date_basis", a => a.DateBasis, "Whether the dates are stated or inferred from the page.", Vocabulary.DateBasis),
        Text<ArticleRow>("note", a => a.Note, "What a reader must know."),
    ],
    ["article_id"], ["article_id"], [new("source_file", "source", "source_file"), new("place_id", "place", "place_id")]);

    private static readonly TableSchema<(SegmentRow Row, SourceText Source)> Segment = new("segment", "Which lines of a source belong to which article, in which role.",
    [
        Key<(SegmentRow Row, SourceText Source)>("source_file", s => s.Row.SourceFile, "The source."),
        Position<(SegmentRow Row, SourceText Source)>("line_from", s => s.Row.LineFrom, "First line, from 1."),
        Position<(SegmentRow Row, SourceText Source)>("line_to", s => s.Row.LineTo, "Last line, inclusive."),
        Key<(SegmentRow Row, SourceText Source)>("article_id", s => s.Row.ArticleId, "The article."),
        Choice<(SegmentRow Row, SourceText Source)>("role", s => s.Row.Role, "Its role; lead and body form the running text.", Vocabulary.SegmentRole),
        Position<(SegmentRow Row, SourceText Source)>("char_start", s => s.Source.CodePoint(s.Source.Line(s.Row.LineFrom).Start), "First code point, from 0."),
        Position<(SegmentRow Row, SourceText Source)>("char_end", s => s.Source.CodePoint(s.Source.Line(s.Row.LineTo).End), "Code point after the last."),
    ],
    ["source_file", "line_from"], ["source_file", "line_from"], [new("source_file", "source", "source_file"), new("article_id", "article", "article_id")]);

    private static readonly TableSchema<AnchorPart> Anchor = new("anchor", "Where each observation stands: one row for each unbroken range of its quote.",
    [
        Key<AnchorPart>("obs_id", a => a.ObsId, "The observation."),
        Position<AnchorPart>("part", a => a.Part, "Number of the range, from 1."),
        Key<AnchorPart>("source_file", a => a.Source.File, "The source."),
        Position<AnchorPart>("char_start", a => a.Source.CodePoint(a.Start), "First code point, from 0."),
        Position<AnchorPart>("char_end", a => a.Source.CodePoint(a.End), "Code point after the last."),
        Key<AnchorPart>("quote", a => a.Quote, "substr(text, char_start + 1, char_end - char_start) of the source."),
    ],
    ["obs_id", "part"], ["obs_id", "part"], [new("obs_id", "observation", "obs_id"), new("source_file", "source", "source_file")]);

    private static readonly TableSchema<LinkRow> Link = new("link", "How observations belong together.",
    [
        Choice<LinkRow>("kind", l => l.Kind, "Kind of link.", Vocabulary.LinkKind),
        Key<LinkRow>("from_obs", l => l.FromObs, "numerator, denominator: the part of the ratio; part_of: the part; restates: the later printing; criterion: the threshold."),
        Key<LinkRow>("to_obs", l => l.ToObs, "numerator, denominator: the share; part_of: the whole; restates: the first printing; criterion: the count that it qualifies."),
        Text<LinkRow>("reading", l => l.Reading, "How to read the two together."),
        Text<LinkRow>("note", l => l.Note, "Why."),
    ],
    ["kind", "from_obs", "to_obs"], ["kind", "from_obs", "to_obs"], [new("from_obs", "observation", "obs_id"), new("to_obs", "observation", "obs_id")]);

    private static readonly TableSchema<LocatedExclusion> Exclusion = new("exclusion", "Every number of the sources that is no observation, with the reason.",
    [
        Key<LocatedExclusion>("source_file", e => e.Number!.Flow.Source.File, "The source."),
        Position<LocatedExclusion>("char_start", e => e.Number!.Flow.Source.CodePoint(e.Number.RawStart), "First code point, from 0."),
        Position<LocatedExclusion>("char_end", e => e.Number!.Flow.Source.CodePoint(e.Number.RawEnd), "Code point after the last."),
        Key<LocatedExclusion>("text", e => e.Row.Text, "The number as printed."),
        Choice<LocatedExclusion>("reason", e => e.Row.Reason, "Why it is no observation.", Vocabulary.ExclusionReason),
        Key<LocatedExclusion>("article_id", e => e.Row.ArticleId, "The article."),
        Key<LocatedExclusion>("quote", e => e.Row.Quote, "The words around it."),
        Text<LocatedExclusion>("note", e => e.Row.Note, "What a reader must know."),
    ],
    ["source_file", "char_start"], ["source_file", "char_start"], [new("source_file", "source", "source_file"), new("article_id", "article", "article_id")]);

    private static readonly TableSchema<TotalRow> KnownTotal = new("known_total", "Known totals of places from outside the sources, for derived rates.",
    [
        Key<TotalRow>("place_id", t => t.PlaceId, "The place."),
        Key<TotalRow>("what", t => t.What, "What is counted: townships, villages, village_communities …"),
        Number<TotalRow>("value", t => t.Value, "How many."),
        Key<TotalRow>("source", t => t.Source, "Where the number is from."),
        Text<TotalRow>("note", t => t.Note, "What a reader must know."),
    ],
    ["place_id", "what"], ["place_id", "what"], [new("place_id", "place", "place_id")]);

    private static readonly TableSchema<Finding> CheckResult = new("check_result", "What the check found in the data that was built.",
    [
        Key<Finding>("rule_id", f => f.RuleId, "The rule."),
        Choice<Finding>("severity", f => f.Severity.ToString().ToLowerInvariant(), "How grave it is.", ["critical", "warning", "info"]),
        Text<Finding>("ids", f => f.IdText, "Ids of the rows concerned, separated by blanks."),
        Key<Finding>("file", f => f.File, "The file."),
        Integer<Finding>("line", f => f.Line, "1-based line; NULL for the whole file."),
        Key<Finding>("message", f => f.Message, "What was found."),
        Key<Finding>("remedy", f => f.Remedy, "How to mend it."),
    ],
    [], ["severity", "file", "line", "rule_id", "ids", "message"], []);

    /// <summary>The content of every table. The data must be free of critical findings.</summary>
    public static IReadOnlyList<TableContent> Fill(CheckScope scope, IReadOnlyList<Finding> findings)
    {
        var data = scope.Data;
        var restated = data.Links.Where(l => l.Kind == "restates").ToDictionary(l => l.FromObs, l => l.ToObs);
        return
        [
            Source.Fill([.. scope.Corpus.Sources.Values]),
            Place.Fill(data.Places),
            Unit.Fill(data.Units),
            Indicator.Fill(data.Indicators),
            Article.Fill(data.Articles),
            Segment.Fill([.. data.Segments.Select(s => (s, scope.Corpus.Sources[s.SourceFile]))]),
            ObservationTable.Schema.Fill([.. scope.Observations.Select(o => new BuiltObservation(o, data, restated.GetValueOrDefault(o.Id)))]),
            Anchor.Fill([.. scope.Observations.SelectMany(AnchorPart.Of)]),
            Link.Fill(data.Links),
            Exclusion.Fill(scope.Exclusions),
            KnownTotal.Fill(data.Totals),
            CheckResult.Fill(findings),
        ];
    }
}
