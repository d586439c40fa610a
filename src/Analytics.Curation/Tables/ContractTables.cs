namespace Analytics.Curation;

/// <summary>The tables that a build makes, in the order in which they refer to each other. Names and columns are a contract.</summary>
internal static class ContractTables
{
    private static readonly TableSchema<SourceText> Source = new TableBuilder<SourceText>("source", "The source texts, verbatim.")
        .Key("source_file", s => s.File, "File name within seeds/.")
        .Key("sha256", s => s.Sha256, "SHA-256 of the file's bytes, lower-case hexadecimal.")
        .Key("text", s => s.Text, "The file decoded from UTF-8, byte for byte.")
        .Position("line_count", s => s.LineCount, "Number of lines.")
        .Position("char_count", s => s.CodePoint(s.Text.Length), "Number of code points.")
        .Build("source_file", "source_file");

    private static readonly TableSchema<PlaceRow> Place =
        new TableBuilder<PlaceRow>("place", "Places: prefecture > county > township > village > compound.")
        .Key("place_id", p => p.PlaceId, "Readable id, dotted from county down.")
        .Text("gb_code", p => p.GbCode, "GB/T 2260 code of a county (6 digits), statistical code of a township (9 digits).")
        .Key("name_zh", p => p.NameZh, "Full official name.")
        .Key("name_en", p => p.NameEn, "English name.")
        .Key("pinyin", p => p.Pinyin, "Name in pinyin with tone marks.")
        .Choice("level", p => p.Level, "Level; a community (社区) is village level.", Vocabulary.PlaceLevel)
        .Text("parent_id", p => p.ParentId, "The next wider place that is known.")
        .Text("county_id", p => p.CountyId, "The county that it is or lies in; NULL for the prefecture.")
        .References("parent_id", "place", "place_id")
        .References("county_id", "place", "place_id")
        .Build("place_id", "place_id");

    private static readonly TableSchema<UnitRow> Unit = new TableBuilder<UnitRow>("unit", "Printed units and the base units that values are in.")
        .Key("unit", u => u.Unit, "Unit as printed.")
        .Key("label_zh", u => u.LabelZh, "Chinese label.")
        .Key("label_en", u => u.LabelEn, "English label.")
        .Choice("kind", u => u.Kind, "What is measured.", Vocabulary.UnitKind)
        .Key("base_unit", u => u.BaseUnit, "Unit of the column value.")
        .Number("factor", u => u.Factor, "Printed number × factor = value.")
        .References("base_unit", "unit", "unit")
        .Build("unit", "unit");

    private static readonly TableSchema<IndicatorRow> Indicator =
        new TableBuilder<IndicatorRow>("indicator", "What is measured: population × property × statistic × accounting, with its unit.")
        .Key("indicator_id", i => i.IndicatorId, "Readable id.")
        .Choice("theme", i => i.Theme, "Theme.", Vocabulary.Theme)
        .Key("label_zh", i => i.LabelZh, "Chinese label.")
        .Key("label_en", i => i.LabelEn, "English label.")
        .Key("definition", i => i.Definition, "Definition in Chinese.")
        .Key("definition_en", i => i.DefinitionEn, "Definition in English.")
        .Key("population_id", i => i.PopulationId, "Id of the population.")
        .Key("population_zh", i => i.PopulationZh, "The population in Chinese.")
        .Key("population_en", i => i.PopulationEn, "The population in English.")
        .Key("property", i => i.Property, "What is measured of the population.")
        .Choice("statistic", i => i.Statistic, "How it is summed up.", Vocabulary.Statistic)
        .Choice("accounting", i => i.Accounting, "Stock, flow, cumulative, increment, or none.", Vocabulary.Accounting)
        .Key("unit", i => i.Unit, "Base unit of its values.")
        .Flag("additive_place", i => i.AdditivePlace, "Whether values of different places may be added.")
        .Flag("additive_time", i => i.AdditiveTime, "Whether values of different periods may be added.")
        .Text("notes", i => i.Notes, "What a reader must know.")
        .References("unit", "unit", "unit")
        .Build("indicator_id", "theme indicator_id");

    private static readonly TableSchema<ArticleRow> Article =
        new TableBuilder<ArticleRow>("article", "News stories and captioned photos within the sources.")
        .Key("article_id", a => a.ArticleId, "Readable id.")
        .Key("source_file", a => a.SourceFile, "The source that it stands in.")
        .Choice("kind", a => a.Kind, "Article or captioned photo.", Vocabulary.ArticleKind)
        .Text("title", a => a.Title, "Title as printed, on one line; NULL when it is missing.")
        .Choice("title_position", a => a.TitlePosition, "Where the title stands in the file.", Vocabulary.TitlePosition)
        .Text("byline", a => a.Byline, "Author as printed.")
        .Choice("author_role", a => a.AuthorRole, "Whether an organ or a reporter signs.", Vocabulary.AuthorRole)
        .Key("place_id", a => a.PlaceId, "The place that it is about.")
        .Date("date_from", a => a.DateFrom, "Not printed before this day.")
        .Date("date_to", a => a.DateTo, "Not printed after this day.")
        .Choice("date_basis", a => a.DateBasis, "Whether the dates are stated or inferred from the page.", Vocabulary.DateBasis)
        .Text("note", a => a.Note, "What a reader must know.")
        .References("source_file", "source", "source_file")
        .References("place_id", "place", "place_id")
        .Build("article_id", "article_id");

    private static readonly TableSchema<(SegmentRow Row, SourceText Source)> Segment =
        new TableBuilder<(SegmentRow Row, SourceText Source)>("segment", "Which lines of a source belong to which article, in which role.")
        .Key("source_file", s => s.Row.SourceFile, "The source.")
        .Position("line_from", s => s.Row.LineFrom, "First line, from 1.")
        .Position("line_to", s => s.Row.LineTo, "Last line, inclusive.")
        .Key("article_id", s => s.Row.ArticleId, "The article.")
        .Choice("role", s => s.Row.Role, "Its role; lead and body form the running text.", Vocabulary.SegmentRole)
        .Position("char_start", s => s.Source.CodePoint(s.Source.Line(s.Row.LineFrom).Start), "First code point, from 0.")
        .Position("char_end", s => s.Source.CodePoint(s.Source.Line(s.Row.LineTo).End), "Code point after the last.")
        .References("source_file", "source", "source_file")
        .References("article_id", "article", "article_id")
        .Build("source_file line_from", "source_file line_from");

    private static readonly TableSchema<AnchorPart> Anchor =
        new TableBuilder<AnchorPart>("anchor", "Where each observation stands: one row for each unbroken range of its quote.")
        .Key("obs_id", a => a.ObsId, "The observation.")
        .Position("part", a => a.Part, "Number of the range, from 1.")
        .Key("source_file", a => a.Source.File, "The source.")
        .Position("char_start", a => a.Source.CodePoint(a.Start), "First code point, from 0.")
        .Position("char_end", a => a.Source.CodePoint(a.End), "Code point after the last.")
        .Key("quote", a => a.Quote, "substr(text, char_start + 1, char_end - char_start) of the source.")
        .References("obs_id", "observation", "obs_id")
        .References("source_file", "source", "source_file")
        .Build("obs_id part", "obs_id part");

    private static readonly TableSchema<LinkRow> Link = new TableBuilder<LinkRow>("link", "How observations belong together.")
        .Choice("kind", l => l.Kind, "Kind of link.", Vocabulary.LinkKind)
        .Key("from_obs", l => l.FromObs, "numerator, denominator: the part of the ratio; part_of: the part; restates: the later printing; criterion: the threshold.")
        .Key("to_obs", l => l.ToObs, "numerator, denominator: the share; part_of: the whole; restates: the first printing; criterion: the count that it qualifies.")
        .Text("reading", l => l.Reading, "How to read the two together.")
        .Text("note", l => l.Note, "Why.")
        .References("from_obs", "observation", "obs_id")
        .References("to_obs", "observation", "obs_id")
        .Build("kind from_obs to_obs", "kind from_obs to_obs");

    private static readonly TableSchema<LocatedExclusion> Exclusion =
        new TableBuilder<LocatedExclusion>("exclusion", "Every number of the sources that is no observation, with the reason.")
        .Key("source_file", e => e.Number!.Flow.Source.File, "The source.")
        .Position("char_start", e => e.Number!.Flow.Source.CodePoint(e.Number.RawStart), "First code point, from 0.")
        .Position("char_end", e => e.Number!.Flow.Source.CodePoint(e.Number.RawEnd), "Code point after the last.")
        .Key("text", e => e.Row.Text, "The number as printed.")
        .Choice("reason", e => e.Row.Reason, "Why it is no observation.", Vocabulary.ExclusionReason)
        .Key("article_id", e => e.Row.ArticleId, "The article.")
        .Key("quote", e => e.Row.Quote, "The words around it.")
        .Text("note", e => e.Row.Note, "What a reader must know.")
        .References("source_file", "source", "source_file")
        .References("article_id", "article", "article_id")
        .Build("source_file char_start", "source_file char_start");

    private static readonly TableSchema<TotalRow> KnownTotal =
        new TableBuilder<TotalRow>("known_total", "Known totals of places, stated in the sources or official, for derived rates.")
        .Key("place_id", t => t.PlaceId, "The place.")
        .Key("what", t => t.What, "What is counted: townships, villages, village_communities …")
        .Number("value", t => t.Value, "How many.")
        .Key("source", t => t.Source, "Where the number is from.")
        .Text("note", t => t.Note, "What a reader must know.")
        .References("place_id", "place", "place_id")
        .Build("place_id what", "place_id what");

    private static readonly TableSchema<Finding> CheckResult =
        new TableBuilder<Finding>("check_result", "What the check found in the data that was built.")
        .Key("rule_id", f => f.RuleId, "The rule.")
        .Choice("severity", f => f.Severity.ToString().ToLowerInvariant(), "How grave it is.", ["critical", "warning", "info"])
        .Text("ids", f => f.IdText, "Ids of the rows concerned, separated by blanks.")
        .Key("file", f => f.File, "The file.")
        .Integer("line", f => f.Line, "1-based line; NULL for the whole file.")
        .Key("message", f => f.Message, "What was found.")
        .Key("remedy", f => f.Remedy, "How to mend it.")
        .Build("", "severity file line rule_id ids message");

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
