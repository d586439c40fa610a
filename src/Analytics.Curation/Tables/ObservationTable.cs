using static Analytics.Curation.Columns;
using Row = Analytics.Curation.BuiltObservation;

namespace Analytics.Curation;

/// <summary>The table of figures: what the curators wrote and what follows from it.</summary>
internal static class ObservationTable
{
    public static readonly TableSchema<Row> Schema = new("observation", "One figure that a text states about a place, a population and a period.",
    [
        Key<Row>("obs_id", o => o.Row.ObsId, "Readable id: the article's id, a point and a name."),
        Key<Row>("article_id", o => o.Row.ArticleId, "The article."),
        Key<Row>("place_id", o => o.Row.PlaceId, "The most specific place that the figure covers."),
        Text<Row>("county_id", o => o.CountyId, "The county that the place is or lies in."),
        Key<Row>("indicator_id", o => o.Row.IndicatorId, "What is measured."),
        Choice<Row>("scope", o => o.Row.Scope, "Which part of the place it covers.", Vocabulary.Scope),
        Choice<Row>("modality", o => o.Row.Modality, "Only reported figures are measurements.", Vocabulary.Modality),
        Text<Row>("criterion", o => o.Row.Criterion, "What a counted thing had to meet."),
        Text<Row>("per_time", o => o.Row.PerTime, "Time base of a rate."),
        Text<Row>("per_entity", o => o.Row.PerEntity, "Entity base of a rate or mean."),
        Text<Row>("denominator_text", o => o.Row.DenominatorText, "What a share is of, or 基数未载."),
        Number<Row>("denominator_value", o => o.Row.DenominatorValue, "The base's number where the text states it."),
        Key<Row>("comparability_key", o => o.Key, "Population, property, statistic, accounting, unit, modality, scope, criterion and rate base."),
        Number<Row>("value", o => o.Row.Value, "The value in the base unit; NULL for a range."),
        Number<Row>("value_low", o => o.Bounds.Low, "Lower bound."),
        Number<Row>("value_high", o => o.Bounds.High, "Upper bound."),
        Flag<Row>("bound_open", o => o.Bounds.Open, "Whether the bound is strict (超, 近)."),
        Key<Row>("unit", o => o.Indicator.Unit, "Base unit."),
        Choice<Row>("unit_kind", o => o.UnitKind, "Kind of the base unit.", Vocabulary.UnitKind),
        Choice<Row>("qualifier", o => o.Row.Qualifier, "How the text bounds the figure.", Vocabulary.Qualifier),
        Key<Row>("value_text", o => o.Row.ValueText, "The number as printed."),
        Text<Row>("unit_text", o => o.Row.UnitText, "The unit as printed, without marker."),
        Key<Row>("value_display", o => o.Display, "The figure as it is best written by itself."),
        Text<Row>("period_text", o => o.Row.PeriodText, "The period in the text's words."),
        Choice<Row>("period_kind", o => o.Row.PeriodKind, "Kind of period.", Vocabulary.PeriodKind),
        Date<Row>("period_start", o => o.Row.PeriodStart, "First day."),
        Date<Row>("period_end", o => o.Row.PeriodEnd, "Last day, inclusive."),
        Choice<Row>("period_basis", o => o.Row.PeriodBasis, "Where the period is from.", Vocabulary.PeriodBasis),
        Choice<Row>("obs_status", o => o.Row.ObsStatus, "Whether the printed figure is in doubt.", Vocabulary.ObsStatus),
        Text<Row>("restates_obs_id", o => o.Restates, "The observation that this one prints again."),
        Key<Row>("source_file", o => o.Source.File, "The source."),
        Position<Row>("char_start", o => o.CodePoint(o.Quote.RawStart), "First code point of the quote, from 0."),
        Position<Row>("char_end", o => o.CodePoint(o.Quote.RawEnd), "Code point after the quote."),
        Position<Row>("value_start", o => o.CodePoint(o.Number.RawStart), "First code point of the printed number."),
        Position<Row>("value_end", o => o.CodePoint(o.Number.RawEnd), "Code point after the printed number."),
        Position<Row>("line_start", o => o.Quote.Line, "Line of the quote's beginning, from 1."),
        Key<Row>("quote", o => o.QuoteText, "The clause, verbatim; without what interrupts it."),
        Key<Row>("sentence", o => o.Sentence, "The whole sentence on one line."),
        Text<Row>("note", o => o.Row.Note, "What a reader of this row alone must know."),
    ],
    ["obs_id"], ["source_file", "value_start", "obs_id"],
    [
        new("article_id", "article", "article_id"), new("place_id", "place", "place_id"), new("county_id", "place", "place_id"),
        new("indicator_id", "indicator", "indicator_id"), new("source_file", "source", "source_file"), new("unit", "unit", "unit"),
        new("restates_obs_id", "observation", "obs_id"),
    ]);
}
