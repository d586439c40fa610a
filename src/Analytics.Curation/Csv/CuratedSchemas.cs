using static Analytics.Curation.FieldKind;

namespace Analytics.Curation;

/// <summary>The curated files, column by column. This is the whole input format besides the source texts.</summary>
internal static class CuratedSchemas
{
    public static readonly CsvSchema Sources = new("sources.csv", "source_file", [Must("source_file", Id), Must("sha256", Text)]);

    public static readonly CsvSchema Articles = new(
        "articles.csv",
        "article_id",
        [
            Must("article_id", Id),
            Must("source_file", Id),
            OneOf("kind", Vocabulary.ArticleKind),
            May("title", Text),
            OneOf("title_position", Vocabulary.TitlePosition),
            May("byline", Text),
            OneOf("author_role", Vocabulary.AuthorRole),
            Must("place_id", Id),
            May("date_from", Date),
            May("date_to", Date),
            OneOf("date_basis", Vocabulary.DateBasis),
            May("note", Text),
            May("title_en", Text),
            May("note_en", Text),
        ]
    );

    public static readonly CsvSchema Segments = new(
        "segments.csv",
        "source_file line_from",
        [
            Must("source_file", Id),
            Must("line_from", Integer),
            Must("line_to", Integer),
            Must("article_id", Id),
            OneOf("role", Vocabulary.SegmentRole),
        ]
    );

    public static readonly CsvSchema Places = new(
        "places.csv",
        "place_id",
        [
            Must("place_id", Id),
            May("gb_code", Text),
            Must("name_zh", Text),
            Must("name_en", Text),
            Must("pinyin", Text),
            OneOf("level", Vocabulary.PlaceLevel),
            May("parent_id", Id),
            May("county_id", Id),
        ]
    );

    public static readonly CsvSchema Aliases = new(
        "aliases.csv",
        "alias place_id",
        [Must("alias", Text), Must("place_id", Id), Must("ambiguous", Flag)]
    );

    public static readonly CsvSchema Units = new(
        "units.csv",
        "unit",
        [
            Must("unit", Text),
            Must("label_zh", Text),
            Must("label_en", Text),
            OneOf("kind", Vocabulary.UnitKind),
            Must("base_unit", Text),
            Must("factor", Number),
        ]
    );

    public static readonly CsvSchema Indicators = new(
        "indicators.csv",
        "indicator_id",
        [
            Must("indicator_id", Id),
            OneOf("theme", Vocabulary.Theme),
            Must("label_zh", Text),
            Must("label_en", Text),
            Must("definition", Text),
            Must("definition_en", Text),
            Must("population_id", Id),
            Must("population_zh", Text),
            Must("population_en", Text),
            Must("property", Text),
            OneOf("statistic", Vocabulary.Statistic),
            OneOf("accounting", Vocabulary.Accounting),
            Must("unit", Text),
            Must("additive_place", Flag),
            Must("additive_time", Flag),
            May("notes", Text),
            May("notes_en", Text),
        ]
    );

    public static readonly CsvSchema Observations = new(
        "observations.csv",
        "obs_id",
        [
            Must("obs_id", Id),
            Must("article_id", Id),
            Must("place_id", Id),
            OneOf("scope", Vocabulary.Scope),
            Must("indicator_id", Id),
            OneOf("modality", Vocabulary.Modality),
            Must("value_text", Text),
            May("unit_text", Text),
            May("value", Number),
            OneOf("qualifier", Vocabulary.Qualifier),
            Must("quote", Text),
            May("occurrence", Integer),
            May("value_at", Integer),
            May("criterion", Text),
            May("per_time", Id),
            May("per_entity", Id),
            May("denominator_text", Text),
            May("denominator_value", Number),
            May("period_text", Text),
            OneOf("period_kind", Vocabulary.PeriodKind),
            May("period_start", Date),
            May("period_end", Date),
            OneOf("period_basis", Vocabulary.PeriodBasis),
            OneOf("obs_status", Vocabulary.ObsStatus),
            May("note", Text),
            May("criterion_en", Text),
            May("denominator_text_en", Text),
            May("period_text_en", Text),
            May("note_en", Text),
        ]
    );

    public static readonly CsvSchema Exclusions = new(
        "exclusions.csv",
        "article_id text quote occurrence value_at",
        [
            Must("article_id", Id),
            Must("text", Text),
            Must("quote", Text),
            May("occurrence", Integer),
            May("value_at", Integer),
            OneOf("reason", Vocabulary.ExclusionReason),
            May("note", Text),
            May("note_en", Text),
        ]
    );

    public static readonly CsvSchema Links = new(
        "links.csv",
        "kind from_obs to_obs",
        [
            OneOf("kind", Vocabulary.LinkKind),
            Must("from_obs", Id),
            Must("to_obs", Id),
            May("reading", Text),
            May("note", Text),
            May("reading_en", Text),
            May("note_en", Text),
        ]
    );

    public static readonly CsvSchema Totals = new(
        "totals.csv",
        "place_id what",
        [Must("place_id", Id), Must("what", Id), Must("value", Number), Must("source", Text), May("note", Text), May("note_en", Text)]
    );

    public static readonly CsvSchema Phrases = new(
        "phrases.csv",
        "obs_id role",
        [Must("obs_id", Id), OneOf("role", Vocabulary.PhraseRole), Must("zh", Text), May("en", Text), May("cites", Text)]
    );

    public static readonly CsvSchema Accepted = new(
        "accepted.csv",
        "rule_id ids",
        [Must("rule_id", Id), May("ids", Text), Must("reason", Text), Must("reason_en", Text)]
    );

    public static readonly IReadOnlyList<CsvSchema> All =
    [
        Sources,
        Articles,
        Segments,
        Places,
        Aliases,
        Units,
        Indicators,
        Observations,
        Exclusions,
        Links,
        Totals,
        Phrases,
        Accepted,
    ];

    private static CsvColumn Must(string name, FieldKind kind) => new(name, kind, true, []);

    private static CsvColumn May(string name, FieldKind kind) => new(name, kind, false, []);

    private static CsvColumn OneOf(string name, IReadOnlyList<string> values) => new(name, Choice, true, values);
}
