namespace Analytics.Curation;

// Typed rows of the curated files. A field that is empty is the empty text; numbers and dates are null.

internal sealed class SourceRow(CsvRow r) : CuratedRow(r)
{
    public string SourceFile { get; } = r["source_file"];
    public string Sha256 { get; } = r["sha256"];
}

internal sealed class ArticleRow(CsvRow r) : CuratedRow(r)
{
    public string ArticleId { get; } = r["article_id"];
    public string SourceFile { get; } = r["source_file"];
    public string Kind { get; } = r["kind"];
    public string Title { get; } = r["title"];
    public string TitlePosition { get; } = r["title_position"];
    public string Byline { get; } = r["byline"];
    public string AuthorRole { get; } = r["author_role"];
    public string PlaceId { get; } = r["place_id"];
    public DateOnly? DateFrom { get; } = r.Date("date_from");
    public DateOnly? DateTo { get; } = r.Date("date_to");
    public string DateBasis { get; } = r["date_basis"];
    public string Note { get; } = r["note"];
    public string TitleEn { get; } = r["title_en"];
    public string NoteEn { get; } = r["note_en"];
}

internal sealed class SegmentRow(CsvRow r) : CuratedRow(r)
{
    public string SourceFile { get; } = r["source_file"];
    public int LineFrom { get; } = r.Integer("line_from") ?? 0;
    public int LineTo { get; } = r.Integer("line_to") ?? 0;
    public string ArticleId { get; } = r["article_id"];
    public string Role { get; } = r["role"];

    /// <summary>Lead and body form the running text of an article; every other segment stands by itself.</summary>
    public bool IsRunningText => Role is "lead" or "body";
}

internal sealed class PlaceRow(CsvRow r) : CuratedRow(r)
{
    public string PlaceId { get; } = r["place_id"];
    public string GbCode { get; } = r["gb_code"];
    public string NameZh { get; } = r["name_zh"];
    public string NameEn { get; } = r["name_en"];
    public string Pinyin { get; } = r["pinyin"];
    public string Level { get; } = r["level"];
    public string ParentId { get; } = r["parent_id"];
    public string CountyId { get; } = r["county_id"];
}

internal sealed class AliasRow(CsvRow r) : CuratedRow(r)
{
    public string Alias { get; } = r["alias"];
    public string PlaceId { get; } = r["place_id"];

    /// <summary>Whether other places of the same level bear the name too.</summary>
    public bool IsAmbiguous { get; } = r.Flag("ambiguous");

    /// <summary>As names are compared.</summary>
    public string Folded => FoldedName.Of(Alias);
}

internal sealed class UnitRow(CsvRow r) : CuratedRow(r)
{
    public string Unit { get; } = r["unit"];
    public string LabelZh { get; } = r["label_zh"];
    public string LabelEn { get; } = r["label_en"];
    public string Kind { get; } = r["kind"];
    public string BaseUnit { get; } = r["base_unit"];
    public decimal Factor { get; } = r.Number("factor") ?? 0;
}

internal sealed class IndicatorRow(CsvRow r) : CuratedRow(r)
{
    public string IndicatorId { get; } = r["indicator_id"];
    public string Theme { get; } = r["theme"];
    public string LabelZh { get; } = r["label_zh"];
    public string LabelEn { get; } = r["label_en"];
    public string Definition { get; } = r["definition"];
    public string DefinitionEn { get; } = r["definition_en"];
    public string PopulationId { get; } = r["population_id"];
    public string PopulationZh { get; } = r["population_zh"];
    public string PopulationEn { get; } = r["population_en"];
    public string Property { get; } = r["property"];
    public string Statistic { get; } = r["statistic"];
    public string Accounting { get; } = r["accounting"];
    public string Unit { get; } = r["unit"];
    public bool AdditivePlace { get; } = r.Flag("additive_place");
    public bool AdditiveTime { get; } = r.Flag("additive_time");
    public string Notes { get; } = r["notes"];
    public string NotesEn { get; } = r["notes_en"];
}

internal sealed class ObservationRow(CsvRow r) : CuratedRow(r)
{
    public string ObsId { get; } = r["obs_id"];
    public string ArticleId { get; } = r["article_id"];
    public string PlaceId { get; } = r["place_id"];
    public string Scope { get; } = r["scope"];
    public string IndicatorId { get; } = r["indicator_id"];
    public string Modality { get; } = r["modality"];
    public string ValueText { get; } = r["value_text"];
    public string UnitText { get; } = r["unit_text"];
    public decimal? Value { get; } = r.Number("value");
    public string Qualifier { get; } = r["qualifier"];
    public string Quote { get; } = r["quote"];
    public int? Occurrence { get; } = r.Integer("occurrence");
    public int? ValueAt { get; } = r.Integer("value_at");
    public string Criterion { get; } = r["criterion"];
    public string PerTime { get; } = r["per_time"];
    public string PerEntity { get; } = r["per_entity"];
    public string DenominatorText { get; } = r["denominator_text"];
    public decimal? DenominatorValue { get; } = r.Number("denominator_value");
    public string PeriodText { get; } = r["period_text"];
    public string PeriodKind { get; } = r["period_kind"];
    public DateOnly? PeriodStart { get; } = r.Date("period_start");
    public DateOnly? PeriodEnd { get; } = r.Date("period_end");
    public string PeriodBasis { get; } = r["period_basis"];
    public string ObsStatus { get; } = r["obs_status"];
    public string Note { get; } = r["note"];
    public string CriterionEn { get; } = r["criterion_en"];
    public string DenominatorTextEn { get; } = r["denominator_text_en"];
    public string PeriodTextEn { get; } = r["period_text_en"];
    public string NoteEn { get; } = r["note_en"];
}

internal sealed class ExclusionRow(CsvRow r) : CuratedRow(r)
{
    public string ArticleId { get; } = r["article_id"];
    public string Text { get; } = r["text"];
    public string Quote { get; } = r["quote"];
    public int? Occurrence { get; } = r.Integer("occurrence");
    public int? ValueAt { get; } = r.Integer("value_at");
    public string Reason { get; } = r["reason"];
    public string Note { get; } = r["note"];
    public string NoteEn { get; } = r["note_en"];
}

internal sealed class LinkRow(CsvRow r) : CuratedRow(r)
{
    public string Kind { get; } = r["kind"];
    public string FromObs { get; } = r["from_obs"];
    public string ToObs { get; } = r["to_obs"];
    public string Reading { get; } = r["reading"];
    public string Note { get; } = r["note"];
    public string ReadingEn { get; } = r["reading_en"];
    public string NoteEn { get; } = r["note_en"];
}

internal sealed class TotalRow(CsvRow r) : CuratedRow(r)
{
    public string PlaceId { get; } = r["place_id"];
    public string What { get; } = r["what"];
    public decimal? Value { get; } = r.Number("value");
    public string Source { get; } = r["source"];
    public string Note { get; } = r["note"];
    public string NoteEn { get; } = r["note_en"];
}

internal sealed class PhraseRow(CsvRow r) : CuratedRow(r)
{
    public string ObsId { get; } = r["obs_id"];
    public string Role { get; } = r["role"];
    public string Zh { get; } = r["zh"];
    public string En { get; } = r["en"];

    /// <summary>Other observations whose numbers the phrase repeats.</summary>
    public IReadOnlyList<string> Cites { get; } = r["cites"].Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

internal sealed class AcceptedRow(CsvRow r) : CuratedRow(r)
{
    public string RuleId { get; } = r["rule_id"];
    public string Ids { get; } = r["ids"];
    public string Reason { get; } = r["reason"];
    public string ReasonEn { get; } = r["reason_en"];
}
