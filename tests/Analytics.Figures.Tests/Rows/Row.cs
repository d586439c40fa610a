using Analytics.Charts;
using Analytics.Engine.Lineage;

namespace Analytics.Figures.Tests.Rows;

/// <summary>Rows made by hand, which differ from one plain figure only in what a test is about.</summary>
internal static class Row
{
    /// <summary>Forty people of a county, counted in an article of 2024.</summary>
    public static readonly Observation Plain = new()
    {
        Id = "made-by-hand-1",
        ArticleId = "a1",
        Value = 40,
        Low = 40,
        High = 40,
        Qualifier = "exact",
        Status = "normal",
        Display = "40人",
        Printed = "40人",
        PrintedEn = "40 people",
        Unit = "人",
        UnitEn = "people",
        UnitKind = "person",
        Period = new("2024年", "2024"),
        PeriodKind = "year",
        PeriodBasis = "stated",
        PeriodStart = "2024-01-01",
        PeriodEnd = "2024-12-31",
        IndicatorId = "i1",
        IndicatorZh = "培训人数",
        IndicatorEn = "People trained",
        Property = "trained",
        PopulationId = "p1",
        PopulationZh = "村干部",
        PopulationEn = "village cadres",
        Statistic = "count",
        Accounting = "flow",
        Modality = "reported",
        Scope = "all",
        ComparabilityKey = "k1",
        PlaceLevel = "county",
        PlaceZh = "甲县",
        PlaceEn = "Jia County",
        CountyId = "c1",
        CountyZh = "甲县",
        CountyEn = "Jia County",
        ValueText = "40",
        Article = "题",
        SourceFile = "s.txt",
        Line = 1,
        Quote = "40人",
        Sentence = "培训村干部40人。",
    };

    /// <summary>The same of another county, in another article.</summary>
    public static readonly Observation Other = Plain with
    {
        Id = "made-by-hand-2",
        ArticleId = "a2",
        Value = 60,
        Low = 60,
        High = 60,
        Display = "60人",
        Printed = "60人",
        PrintedEn = "60 people",
        PlaceZh = "乙县",
        PlaceEn = "Yi County",
        CountyId = "c2",
        CountyZh = "乙县",
        CountyEn = "Yi County",
        Sentence = "培训村干部60人。",
    };

    /// <summary>What a number of the articles stands on.</summary>
    public static NumberStanding On(params Observation[] figures) => new(ColumnOwner.Articles, figures, []);

    /// <summary>A row that shows the value of one figure, named after its county.</summary>
    public static ChartRow Of(Observation figure, Language language = Language.En, string? category = null) =>
        ChartRow.Of(
            new ChartMark(category ?? (language == Language.Zh ? figure.CountyZh : figure.CountyEn), figure.Value),
            figure.Value,
            On(figure)
        );
}
