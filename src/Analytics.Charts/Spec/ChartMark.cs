namespace Analytics.Charts;

/// <summary>How the text bounds a figure. The words are those of the figures table.</summary>
public enum MarkQualifier
{
    /// <summary>The figure as printed.</summary>
    Exact,

    /// <summary>A lower bound (余, 多, 超, 以上, 不低于): at least this much.</summary>
    Min,

    /// <summary>An upper bound (不超过, 以内, 至多): at most this much.</summary>
    Max,

    /// <summary>Just below (近): the figure is an upper bound that was nearly reached.</summary>
    NearBelow,

    /// <summary>About (约, 左右).</summary>
    Approx,

    /// <summary>Between a low and a high figure.</summary>
    Range,
}

/// <summary>Whether a figure passed the checks made on it.</summary>
public enum MarkStatus
{
    /// <summary>Nothing speaks against the figure.</summary>
    Normal,

    /// <summary>An arithmetic check failed: probably a misprint, shown as printed.</summary>
    Suspect,

    /// <summary>The sentence can be read in more than one way.</summary>
    Ambiguous,
}

/// <summary>The three states that are told apart everywhere. Missing is never 0.</summary>
public enum MarkPresence
{
    /// <summary>There is a figure (a written zero is one).</summary>
    Figure,

    /// <summary>本库来源未见: articles about the place exist here, none states the figure.</summary>
    NotSeen,

    /// <summary>无来源: no article about the place is in the library.</summary>
    NoSource,

    /// <summary>无数值: the user's own data, where no article is looked for, has none.</summary>
    NoFigure,
}

/// <summary>Whose the figures of a chart are; of a chart all that it shows.</summary>
[Flags]
public enum FigureOrigins
{
    /// <summary>No figure.</summary>
    None = 0,

    /// <summary>As a text states it.</summary>
    Stated = 1,

    /// <summary>Worked out from stated figures; no text has it.</summary>
    Computed = 2,

    /// <summary>The user's own, from files or written into the query; with <see cref="Computed"/>, worked out with such.</summary>
    Own = 4,

    /// <summary>From the library's lists, such as a number of places.</summary>
    Catalogue = 8,

    /// <summary>Nobody can say.</summary>
    Unknown = 16,
}

/// <summary>One figure of a chart: a category and what the sources say about it.</summary>
/// <param name="Category">What the row is about, usually a county by its full official name.</param>
/// <param name="Value">The figure in the chart's unit before <see cref="ChartUnit.Factor"/>; null where missing, and for a range.</param>
public sealed record ChartMark(string Category, double? Value)
{
    /// <summary>Which of several runs of figures this one belongs to; empty where there is one.</summary>
    public string Series { get; init; } = "";

    /// <summary>Which of several small charts with the same axes it stands in; empty where there is one.</summary>
    public string Panel { get; init; } = "";

    /// <summary>Place along a horizontal axis of numbers or days (scatter, line); null places categories in their order.</summary>
    public double? X { get; init; }

    /// <summary>Lower end of what the text allows, null when there is none.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of what the text allows, null when there is none.</summary>
    public double? High { get; init; }

    /// <summary>How the text bounds the figure.</summary>
    public MarkQualifier Qualifier { get; init; }

    /// <summary>
    /// Whether the bound is strict (超, 近) rather than inclusive (以上); decides between &gt; and ≥ in a label we write.
    /// </summary>
    public bool BoundOpen { get; init; }

    /// <summary>Whether the figure passed its checks.</summary>
    public MarkStatus Status { get; init; }

    /// <summary>Which of the three states a row without a figure is in; ignored when there is a figure.</summary>
    public MarkPresence Missing { get; init; } = MarkPresence.NotSeen;

    /// <summary>The value as it should be read, with marker and unit (<c>≥15万元</c>); null lets the chart write it.</summary>
    public string? Label { get; init; }

    /// <summary>A second, quieter line under the category: population, place or period where they differ from the rest.</summary>
    public string? Detail { get; init; }

    /// <summary>Numbers of the footer's sources that the figure stands on.</summary>
    public IReadOnlyList<int> Sources { get; init; } = [];

    /// <summary>Ids of the observations that the figure is, or was worked out from.</summary>
    public IReadOnlyList<string> ObservationIds { get; init; } = [];

    /// <summary>Whose the figure is.</summary>
    public FigureOrigins Origin { get; init; }

    /// <summary>How many figures fall together here, of a histogram of very many: only their number and the extremes are known.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>A row whose county has articles here, but no such figure.</summary>
    public static ChartMark NotSeen(string category) => new(category, null) { Missing = MarkPresence.NotSeen };

    /// <summary>A row whose county has no article here.</summary>
    public static ChartMark NoSource(string category) => new(category, null) { Missing = MarkPresence.NoSource };

    /// <summary>A row of the user's own data without a figure.</summary>
    public static ChartMark NoFigure(string category) => new(category, null) { Missing = MarkPresence.NoFigure };

    /// <summary>A lower bound.</summary>
    public static ChartMark AtLeast(string category, double value, bool open = false) =>
        new(category, value)
        {
            Low = value,
            Qualifier = MarkQualifier.Min,
            BoundOpen = open,
        };

    /// <summary>An interval; it has no single value.</summary>
    public static ChartMark Between(string category, double low, double high) =>
        new(category, null)
        {
            Low = low,
            High = high,
            Qualifier = MarkQualifier.Range,
        };

    /// <summary>The state of this row.</summary>
    public MarkPresence Presence =>
        Value is null && Low is null && High is null
            ? Missing == MarkPresence.Figure
                ? MarkPresence.NotSeen
                : Missing
            : MarkPresence.Figure;

    /// <summary>
    /// The one number that stands for the row where one is needed (ranking, the end of a bar): the value, else the lower end, else the
    /// upper.
    /// </summary>
    public double? Anchor => Value ?? Low ?? High;
}
