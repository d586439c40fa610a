using Row = Analytics.Curation.BuiltObservation;

namespace Analytics.Curation;

/// <summary>The table of figures: what the curators wrote and what follows from it.</summary>
internal static class ObservationTable
{
    public static readonly TableSchema<Row> Schema = new TableBuilder<Row>(
        "observation",
        "原文就某地、某对象、某时段所说的一个数字。",
        "One figure that a text states about a place, a population and a period."
    )
        .Key("obs_id", o => o.Row.ObsId, "可读的编号：报道编号、一点、一个名称。", "Readable id: the article's id, a point and a name.")
        .Key("article_id", o => o.Row.ArticleId, "所属报道。", "The article.")
        .Key("place_id", o => o.Row.PlaceId, "此数所及的最具体的地点。", "The most specific place that the figure covers.")
        .Text("county_id", o => o.CountyId, "该地点所是或所在的县。", "The county that the place is or lies in.")
        .Key("indicator_id", o => o.Row.IndicatorId, "量的是什么。", "What is measured.")
        .Choice("scope", o => o.Row.Scope, "涵盖该地的哪一部分。", "Which part of the place it covers.", Vocabulary.Scope)
        .Choice(
            "modality",
            o => o.Row.Modality,
            "只有 reported 的数是实绩。",
            "Only reported figures are measurements.",
            Vocabulary.Modality
        )
        .Text("criterion", o => o.Row.Criterion, "计入者须合的标准。", "What a counted thing had to meet.")
        .Text("per_time", o => o.Row.PerTime, "比率的时间基数。", "Time base of a rate.")
        .Text("per_entity", o => o.Row.PerEntity, "比率或均值以什么为单位。", "Entity base of a rate or mean.")
        .Text("denominator_text", o => o.Row.DenominatorText, "占比以何为基数，或“基数未载”。", "What a share is of, or 基数未载.")
        .Number(
            "denominator_value",
            o => o.Row.DenominatorValue,
            "基数的数值，原文写明时才有。",
            "The base's number where the text states it."
        )
        .Key(
            "comparability_key",
            o => o.Key,
            "对象、属性、统计量、口径、单位、性质、范围、标准和比率基数。",
            "Population, property, statistic, accounting, unit, modality, scope, criterion and rate base."
        )
        .Number("value", o => o.Row.Value, "以基本单位计的数值；区间为 NULL。", "The value in the base unit; NULL for a range.")
        .Number("value_low", o => o.Bounds.Low, "下限。", "Lower bound.")
        .Number("value_high", o => o.Bounds.High, "上限。", "Upper bound.")
        .Flag("bound_open", o => o.Bounds.Open, "上下限是否不含端点（超、近）。", "Whether the bound is strict (超, 近).")
        .Key("unit", o => o.Indicator.Unit, "基本单位。", "Base unit.")
        .Choice("unit_kind", o => o.UnitKind, "基本单位的种类。", "Kind of the base unit.", Vocabulary.UnitKind)
        .Choice("qualifier", o => o.Row.Qualifier, "原文怎样限定此数。", "How the text bounds the figure.", Vocabulary.Qualifier)
        .Key("value_text", o => o.Row.ValueText, "原文的数。", "The number as printed.")
        .Text("unit_text", o => o.Row.UnitText, "原文的单位，不含限定词。", "The unit as printed, without marker.")
        .Key(
            "value_display",
            o => o.Display,
            "单独写出此数的最好写法，供脚本用。",
            "The figure as it is best written by itself, for scripts."
        )
        .Key("value_printed", o => o.Printed, "原文的写法：数、限定词和单位。", "The figure as the text has it: number, marker and unit.")
        .Key("value_printed_en", o => o.PrintedEn, "原文写法的英文，数字精确。", "The figure as printed, in English, with exact numbers.")
        .Text("period_text", o => o.Row.PeriodText, "原文所说的时段。", "The period in the text's words.")
        .Choice("period_kind", o => o.Row.PeriodKind, "时段的种类。", "Kind of period.", Vocabulary.PeriodKind)
        .Date("period_start", o => o.Row.PeriodStart, "首日。", "First day.")
        .Date("period_end", o => o.Row.PeriodEnd, "末日（含）。", "Last day, inclusive.")
        .Choice("period_basis", o => o.Row.PeriodBasis, "时段从何而来。", "Where the period is from.", Vocabulary.PeriodBasis)
        .Choice("obs_status", o => o.Row.ObsStatus, "原文的数字是否存疑。", "Whether the printed figure is in doubt.", Vocabulary.ObsStatus)
        .Text("restates_obs_id", o => o.Restates, "此条所重述的数字。", "The observation that this one prints again.")
        .Key("source_file", o => o.Source.File, "来源文件。", "The source.")
        .Position(
            "char_start",
            o => o.CodePoint(o.Quote.RawStart),
            "引文的第一个码点，从 0 数起。",
            "First code point of the quote, from 0."
        )
        .Position("char_end", o => o.CodePoint(o.Quote.RawEnd), "引文之后的码点。", "Code point after the quote.")
        .Position("value_start", o => o.CodePoint(o.Number.RawStart), "原文数字的第一个码点。", "First code point of the printed number.")
        .Position("value_end", o => o.CodePoint(o.Number.RawEnd), "原文数字之后的码点。", "Code point after the printed number.")
        .Position("line_start", o => o.Quote.Line, "引文开头所在的行，从 1 数起。", "Line of the quote's beginning, from 1.")
        .Key("quote", o => o.QuoteText, "所在的分句，逐字照录，略去打断它的文字。", "The clause, verbatim; without what interrupts it.")
        .Key("sentence", o => o.Sentence, "整句，合为一行。", "The whole sentence on one line.")
        .Text("note", o => o.Row.Note, "只看此行的读者须知。", "What a reader of this row alone must know.")
        .Text("criterion_en", o => o.Row.CriterionEn, "计入者须合的标准，英文。", "What a counted thing had to meet, in English.")
        .Text("denominator_text_en", o => o.Row.DenominatorTextEn, "占比以何为基数，英文。", "What a share is of, in English.")
        .Text("period_text_en", o => o.Row.PeriodTextEn, "原文所说的时段，英文。", "The period in the text's words, in English.")
        .Text("note_en", o => o.Row.NoteEn, "只看此行的读者须知，英文。", "What a reader of this row alone must know, in English.")
        .References("article_id", "article", "article_id")
        .References("place_id", "place", "place_id")
        .References("county_id", "place", "place_id")
        .References("indicator_id", "indicator", "indicator_id")
        .References("source_file", "source", "source_file")
        .References("unit", "unit", "unit")
        .References("restates_obs_id", "observation", "obs_id")
        .Build("obs_id", "source_file value_start obs_id");
}
