namespace Analytics.Engine.Verdicts;

/// <summary>A figure as a verdict sentence needs it.</summary>
public sealed record VerdictFigure
{
    public required string Id { get; init; }
    public required VerdictPlace Place { get; init; }

    /// <summary>What is measured, with its population, as the indicator is called.</summary>
    public required Localized Indicator { get; init; }
    public required string IndicatorId { get; init; }
    public required string Property { get; init; }
    public required string PopulationId { get; init; }
    public required Localized Population { get; init; }
    public required string Statistic { get; init; }
    public required string Accounting { get; init; }
    public required string Modality { get; init; }
    public required string Scope { get; init; }
    public required string UnitKind { get; init; }
    public string? Criterion { get; init; }

    /// <summary>The value as the text has it.</summary>
    public required Localized Printed { get; init; }

    /// <summary>In the base unit; null for a range.</summary>
    public decimal? Value { get; init; }

    /// <summary>The printed unit alone, Chinese.</summary>
    public required string Unit { get; init; }

    /// <summary>Exact, or how the text bounds it.</summary>
    public required string Qualifier { get; init; }

    /// <summary>The words of the text; null where it says no time.</summary>
    public Localized? Period { get; init; }
    public required string PeriodKind { get; init; }

    /// <summary>Whether the period has a date of its own.</summary>
    public bool IsDated { get; init; }

    /// <summary>The first day on which the article can have been printed; null where nothing bounds it.</summary>
    public DateOnly? NotBefore { get; init; }
    public required string ArticleId { get; init; }

    /// <summary>Normal, ambiguous or suspect.</summary>
    public required string Status { get; init; }

    /// <summary>Where it stands in its article.</summary>
    public long At { get; init; }

    /// <summary>Curated words by what they say: measure, people, criterion, reason, aside.</summary>
    public IReadOnlyDictionary<string, Localized> Phrases { get; init; } = new Dictionary<string, Localized>();
}

/// <summary>A place as a verdict sentence names it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Level">County, township …</param>
/// <param name="Name">The official name.</param>
/// <param name="CountyId">That of the county it lies in; its own for a county.</param>
/// <param name="County">The official name of that county.</param>
/// <param name="Order">Orders places by their codes.</param>
public sealed record VerdictPlace(string Id, string Level, Localized Name, string CountyId, Localized County, string Order);

/// <summary>What stands between two figures.</summary>
/// <param name="ObsId">One.</param>
/// <param name="OtherObsId">The other.</param>
/// <param name="SameIndicator">Whether both are of one indicator.</param>
/// <param name="Standing"><c>comparable</c>, <c>side</c> or <c>not</c>.</param>
/// <param name="Codes">The caveat codes, the weightiest first.</param>
public sealed record VerdictPair(string ObsId, string OtherObsId, bool SameIndicator, string Standing, IReadOnlyList<string> Codes);

/// <summary>Places of the question without such a figure.</summary>
/// <param name="NoSource">Those that no article tells of.</param>
/// <param name="NotSeen">Those with articles that do not state it.</param>
/// <param name="LowerOnly">Those where it is stated for narrower places alone, with the level of these.</param>
public sealed record VerdictMissing(
    IReadOnlyList<VerdictPlace> NoSource,
    IReadOnlyList<VerdictPlace> NotSeen,
    IReadOnlyList<(VerdictPlace Place, string Level)> LowerOnly
)
{
    public static VerdictMissing None { get; } = new([], [], []);
}

/// <summary>A figure per village, printed or worked out from two that are printed.</summary>
/// <param name="Place">Where.</param>
/// <param name="Printed">As printed, or the quotient with its unit.</param>
/// <param name="IsDerived">Whether it is worked out.</param>
/// <param name="ObservationIds">Those it stands on.</param>
public sealed record VerdictRatio(VerdictPlace Place, Localized Printed, bool IsDerived, IReadOnlyList<string> ObservationIds);

/// <summary>All that a verdict is worked out from.</summary>
/// <param name="Figures">The figures of one question, in any order.</param>
/// <param name="Pairs">What stands between each two of them.</param>
public sealed record VerdictCase(IReadOnlyList<VerdictFigure> Figures, IReadOnlyList<VerdictPair> Pairs)
{
    public VerdictMissing Missing { get; init; } = VerdictMissing.None;

    /// <summary>Figures outside the question that someone could take for its own, each with a phrase on why it is none.</summary>
    public IReadOnlyList<VerdictFigure> Asides { get; init; } = [];

    /// <summary>The same per village.</summary>
    public IReadOnlyList<VerdictRatio> Ratios { get; init; } = [];

    /// <summary>How many counties have an article.</summary>
    public int CountiesWithArticles { get; init; }
}

/// <summary>A verdict in words.</summary>
/// <param name="Standing"><c>comparable</c>, <c>side</c>, <c>not</c>, <c>one</c>, <c>none</c> or <c>no_source</c>.</param>
/// <param name="Brief">At most 36 Chinese characters.</param>
/// <param name="Medium">At most 125 Chinese characters.</param>
/// <param name="Full">With every place and every reason.</param>
/// <param name="Reasons">The caveat codes between the figures, the weightiest first.</param>
/// <param name="ObservationIds">The figures that it is about, in the order of the sentence, and those that it cites.</param>
public sealed record VerdictText(
    string Standing,
    Localized Brief,
    Localized Medium,
    Localized Full,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<string> ObservationIds
);
