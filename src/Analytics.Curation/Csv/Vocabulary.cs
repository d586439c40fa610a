namespace Analytics.Curation;

/// <summary>The closed vocabularies of the data model, in the order in which they are documented.</summary>
internal static class Vocabulary
{
    public static readonly string[] ArticleKind = ["article", "photo_story"];
    public static readonly string[] TitlePosition = ["before", "after", "missing", "none"];
    public static readonly string[] AuthorRole = ["organ", "reporter", "unknown"];
    public static readonly string[] DateBasis = ["stated", "page_inferred", "none"];
    public static readonly string[] SegmentRole = ["title", "kicker", "byline", "lead", "heading", "body", "caption", "credit"];

    /// <summary>From the widest to the narrowest: a parent's level stands before its child's.</summary>
    public static readonly string[] PlaceLevel = ["prefecture", "county", "township", "village", "compound"];

    public static readonly string[] UnitKind =
    [
        "money",
        "person",
        "attendance",
        "household",
        "area",
        "time",
        "age",
        "share",
        "count",
        "event",
        "length",
        "mass",
        "animal",
        "points",
        "grade",
    ];

    public static readonly string[] Theme =
    [
        "cadre_age",
        "education",
        "training",
        "collective_income",
        "village_enterprise",
        "cadre_pay",
        "cadre_count",
        "party_org",
        "party_membership",
        "grid_governance",
        "assets",
        "employment",
        "public_service",
        "spending",
        "dispute_mediation",
        "burden_reduction",
        "work_activity",
        "recognition",
        "industry_tourism",
        "other",
    ];

    public static readonly string[] Statistic =
    [
        "count",
        "total",
        "mean",
        "maximum",
        "minimum",
        "share",
        "change_rate",
        "threshold",
        "rule",
    ];
    public static readonly string[] Accounting = ["stock", "flow", "cumulative", "increment", "none"];
    public static readonly string[] Scope = ["all", "urban", "rural", "subset"];
    public static readonly string[] Modality = ["reported", "allocated", "planned", "quota", "entitlement", "rule", "threshold"];
    public static readonly string[] Qualifier = ["exact", "min", "max", "near_below", "approx", "range"];
    public static readonly string[] PeriodKind = ["day", "month", "year", "since", "last_n", "as_of", "recurring", "undated"];
    public static readonly string[] PeriodBasis = ["stated", "inherited", "page_inferred", "none"];
    public static readonly string[] ObsStatus = ["normal", "suspect", "ambiguous"];
    public static readonly string[] ExclusionReason = ["date", "ordinal", "slogan", "rule_document", "category_definition", "name"];

    public static readonly string[] PhraseRole = ["measure", "people", "criterion", "reason", "aside"];

    public static readonly string[] LinkKind =
    [
        "numerator",
        "denominator",
        "part_of",
        "restates",
        "same_event",
        "criterion",
        "possible_overlap",
        "conflicts_with",
    ];
}
