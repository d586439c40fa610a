namespace Analytics.Charts;

/// <summary>What a chart looks like. The names of the language (<see cref="ChartKindName"/>) are these with hyphens.</summary>
public enum ChartKind
{
    /// <summary>Horizontal bars from zero.</summary>
    Bar,

    /// <summary>Bars of several series under each category.</summary>
    GroupedBar,

    /// <summary>Parts of a whole in one bar for each category.</summary>
    StackedBar,

    /// <summary>Bars to either side of a named benchmark, the first of <see cref="ChartSpec.References"/>.</summary>
    DivergingBar,

    /// <summary>Dots on stems from zero.</summary>
    Lollipop,

    /// <summary>Dots with intervals; the axis need not start at zero.</summary>
    Dot,

    /// <summary>Two periods, one stroke for each series.</summary>
    Slope,

    /// <summary>Points in the order of x, joined within a series.</summary>
    Line,

    /// <summary>Points at two numbers, with labels while there is room.</summary>
    Scatter,

    /// <summary>How many figures fall into each interval.</summary>
    Histogram,

    /// <summary>Median, quartiles and extremes of each category; single points below <see cref="ChartSpec.LeastForBox"/> figures.</summary>
    Box,

    /// <summary>A table of categories across and series down, with the figures printed, all cells shaded on one scale.</summary>
    Heatmap,

    /// <summary>Cards with one large figure each.</summary>
    Kpi,
}

/// <summary>Colours on white or on near-black.</summary>
public enum ChartStyle
{
    Light,
    Dark,
}

/// <summary>What a chart is rendered to.</summary>
public enum ChartFormat
{
    Svg,
    Png,
    Pdf,
}

/// <summary>Order of the rows.</summary>
public enum MarkOrder
{
    /// <summary>Largest first; equal figures keep the given order; rows without a figure last.</summary>
    Ranked,

    /// <summary>As the caller gave them.</summary>
    Given,
}

/// <summary>The unit that figures are shown in.</summary>
/// <param name="Text">As printed after a figure: 人, 元, %, people.</param>
/// <param name="Factor">What a stored value is multiplied with for show: 100 for a fraction shown in %, else 1.</param>
public sealed record ChartUnit(string Text, double Factor = 1)
{
    /// <summary>No unit.</summary>
    public static readonly ChartUnit None = new("");

    /// <summary>Values are fractions of one, shown in %.</summary>
    public static readonly ChartUnit Percent = new("%", 100);
}

/// <summary>One numbered source of a chart's figures, as its footer prints it.</summary>
/// <param name="Number">The number that marks refer to, from 1.</param>
/// <param name="Article">Title of the article.</param>
/// <param name="County">The county it is about; may be empty.</param>
/// <param name="DateBasis">The date and where it comes from, in words (2023年（据报道）; 日期原文件未载).</param>
public sealed record ChartSource(int Number, string Article, string County, string DateBasis);

/// <summary>A named value that marks are held against: a line across the plot, or the origin of a diverging bar.</summary>
/// <param name="Value">In the chart's unit before <see cref="ChartUnit.Factor"/>.</param>
/// <param name="Label">What it is, without the value.</param>
public sealed record ChartReference(double Value, string Label)
{
    /// <summary>Whether the value was given in per cent, which only shares are.</summary>
    public bool IsShare { get; init; }

    /// <summary>Whether its name stands in the key because it found no place at its line.</summary>
    internal bool InKey { get; init; }
}

/// <summary>
/// A chart as pure data: everything that is drawn comes from here, nothing from the environment.
/// The same spec always gives the same picture.
/// </summary>
public sealed record ChartSpec
{
    /// <summary>What the chart looks like.</summary>
    public ChartKind Kind { get; init; }

    /// <summary>The headline.</summary>
    public required string Title { get; init; }

    /// <summary>Population, unit and period, under the headline.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>How the figures stand to each other, in words, under the subtitle; empty where nothing is compared.</summary>
    public string Verdict { get; init; } = "";

    /// <summary>The same in few words, for a picture that has no room for more.</summary>
    public string BriefVerdict { get; init; } = "";

    /// <summary>The rows.</summary>
    public required IReadOnlyList<ChartMark> Marks { get; init; }

    /// <summary>Order of the rows.</summary>
    public MarkOrder Order { get; init; }

    /// <summary>Unit of all figures.</summary>
    public ChartUnit Unit { get; init; } = ChartUnit.None;

    /// <summary>What the horizontal axis of a scatter or line measures, with its unit; empty where its labels say it.</summary>
    public string XTitle { get; init; } = "";

    /// <summary>What the vertical axis measures, with its unit; empty takes the unit alone.</summary>
    public string YTitle { get; init; } = "";

    /// <summary>Named values to hold the marks against.</summary>
    public IReadOnlyList<ChartReference> References { get; init; } = [];

    /// <summary>Remarks beside marks.</summary>
    public IReadOnlyList<ChartAnnotation> Annotations { get; init; } = [];

    /// <summary>Numbered sources; empty says in the footer that no source is known.</summary>
    public IReadOnlyList<ChartSource> Sources { get; init; } = [];

    /// <summary>How many counties have a figure ("4 of 10 counties …"); empty when that has no meaning.</summary>
    public string Coverage { get; init; } = "";

    /// <summary>Reasons why the figures are not comparable as they stand, in words.</summary>
    public IReadOnlyList<string> Caveats { get; init; } = [];

    /// <summary>How many of the first caveats decide how the picture is to be read, and stand under its headline.</summary>
    public int CaveatsAbove { get; init; }

    /// <summary>Whether the figures of a heatmap compare, so that shades may be held against each other; else it is a table.</summary>
    public bool IsShaded { get; init; } = true;

    /// <summary>Further remarks.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The parts of a stack are no parts of one whole, so that no total is written.</summary>
    public bool PartsDoNotAddUp { get; init; }

    /// <summary>Which state of the data the figures come from; empty when unknown.</summary>
    public string DataVersion { get; init; } = "";

    /// <summary>Language of the words that the chart itself writes.</summary>
    public Language Language { get; init; }

    /// <summary>Light or dark.</summary>
    public ChartStyle Style { get; init; }

    /// <summary>Width in CSS pixels, <see cref="MinSide"/> to <see cref="MaxSide"/>.</summary>
    public int Width { get; init; } = 1600;

    /// <summary>Height in CSS pixels, <see cref="MinSide"/> to <see cref="MaxSide"/>.</summary>
    public int Height { get; init; } = 900;

    /// <summary>Type of the rows at most, in CSS pixels; on a large canvas it would grow with it up to this.</summary>
    public double LargestType { get; init; } = 64;

    /// <summary>PNG pixels per CSS pixel, 1 to 4.</summary>
    public int Scale { get; init; } = 1;

    /// <summary>The batch command that makes this chart again, kept in the PNG; empty when unknown.</summary>
    public string Command { get; init; } = "";

    /// <summary>Figures below which a box or a histogram would pretend to a distribution.</summary>
    public const int LeastForBox = 5;

    /// <summary>The mark of a pair that the rows do not have.</summary>
    public ChartMark Absent(string category) => IsOwnData ? ChartMark.NoFigure(category) : ChartMark.NotSeen(category);

    /// <summary>Smallest width and height.</summary>
    public const int MinSide = 240;

    /// <summary>Largest width and height.</summary>
    public const int MaxSide = 6000;

    /// <summary>Whose the figures are, all together.</summary>
    public FigureOrigins Origins { get; init; } = FigureOrigins.Stated;

    /// <summary>Names of the user's files that figures are from.</summary>
    public IReadOnlyList<string> OwnFiles { get; init; } = [];

    /// <summary>Why it is not known whose figures these are; null where it is.</summary>
    public string? NotTraced { get; init; }

    /// <summary>All figures are the user's own.</summary>
    public bool IsOwnData => Origins == FigureOrigins.Own;

    /// <summary>
    /// The sentences that every chart carries: that articles are quoted as they stand, that figures were worked out from them, that they
    /// are the user's own, or that nobody can say.
    /// </summary>
    public string Disclaimer => ChartWords.For(Language).Whose(this);
}
