using Analytics.Engine.Models;

namespace Analytics.Engine.Pages;

/// <summary>What a visual shows, worked out: rows, states of missing, totals, last lines, and the observations behind each.</summary>
/// <param name="Visual">At the level that it shows.</param>
/// <param name="Filters">What filtered it.</param>
/// <param name="Content">What stands in it.</param>
public sealed record VisualResult(VisualSpec Visual, FilterSet Filters, VisualContent Content)
{
    /// <summary>What was run; null where nothing was.</summary>
    public BoundSql? Sql { get; init; }

    /// <summary>A remark under it: why it is empty, or what a filter leaves out.</summary>
    public Localized? Note { get; init; }

    /// <summary>Its last lines.</summary>
    public IReadOnlyList<Localized> Tail { get; init; } = [];

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }
}

/// <summary>What stands in a visual, by its kind.</summary>
public abstract record VisualContent
{
    private VisualContent() { }

    /// <summary>Groups along an axis: bars, points, lines, the rows of a matrix.</summary>
    /// <param name="Axis">What the rows are.</param>
    /// <param name="Across">What parts each row; null: one cell a row.</param>
    /// <param name="AcrossKeys">Keys of the cells of each row, in order; one null where nothing parts it.</param>
    /// <param name="Rows">In order.</param>
    /// <param name="ColumnTotals">One for each cell of a row; empty where there are none.</param>
    /// <param name="Total">Of all rows.</param>
    public sealed record Groups(
        Field Axis,
        Field? Across,
        IReadOnlyList<string?> AcrossKeys,
        IReadOnlyList<GroupRow> Rows,
        IReadOnlyList<GroupCell> ColumnTotals,
        GroupCell Total
    ) : VisualContent;

    /// <summary>Rows with columns.</summary>
    /// <param name="Columns">In order.</param>
    /// <param name="Rows">In order.</param>
    /// <param name="RowCount">How many there are, shown or not.</param>
    public sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows, long RowCount) : VisualContent;

    /// <summary>Lines of a card.</summary>
    public sealed record Card(IReadOnlyList<CardLine> Lines) : VisualContent;

    /// <summary>Figures, each with its sentence.</summary>
    /// <param name="Rows">In order.</param>
    /// <param name="RowCount">How many there are, shown or not.</param>
    public sealed record Sentences(IReadOnlyList<FigureSentence> Rows, long RowCount) : VisualContent;

    /// <summary>Sentences of verdicts.</summary>
    /// <param name="Answers">One, or one for each question.</param>
    /// <param name="Standings">Pairs by standing; null where nothing compares.</param>
    public sealed record Verdict(IReadOnlyList<VerdictAnswer> Answers, StandingCounts? Standings) : VisualContent;

    /// <summary>Words.</summary>
    public sealed record Words(Localized Text) : VisualContent;

    /// <summary>Nothing of its own: it shows what is under the cursor of the visual that it follows.</summary>
    public sealed record Following(string Visual) : VisualContent;

    /// <summary>Why it shows nothing: its statement failed.</summary>
    public sealed record Failed(Localized Message) : VisualContent;
}

/// <summary>One row of groups.</summary>
/// <param name="Key">The member; <see cref="OthersKey"/> for what is beyond the most.</param>
/// <param name="Cells">One for each key across.</param>
/// <param name="Total">Of the row.</param>
public sealed record GroupRow(string Key, IReadOnlyList<GroupCell> Cells, GroupCell Total)
{
    public const string OthersKey = "…";

    public bool IsOthers => Key == OthersKey;
}

/// <summary>A cell of groups.</summary>
/// <param name="Value">Null where there is none; then <paramref name="State"/> says why, if it is known.</param>
/// <param name="RowCount">Rows behind it.</param>
/// <param name="State">What a cell without rows is.</param>
/// <param name="StateCount">Rows of the state's own, such as rules.</param>
/// <param name="Evidence">Observations behind it; empty where rows are none.</param>
public sealed record GroupCell(double? Value, long RowCount, CellState? State, long StateCount, IReadOnlyList<string> Evidence)
{
    public static readonly GroupCell Empty = new(null, 0, null, 0, []);
}

/// <param name="Name">As the page calls it.</param>
/// <param name="Label">Its heading.</param>
/// <param name="IsNumber">Whether it is set to the right.</param>
/// <param name="Field">The field of its members; null where it is none.</param>
public sealed record TableColumn(string Name, Localized Label, bool IsNumber, Field? Field);

/// <summary>One row of a table.</summary>
/// <param name="Cells">Texts, one for each column; null is nothing.</param>
/// <param name="Keys">Members and other values by the names of their columns, for marks and for what Enter hands on.</param>
/// <param name="Evidence">Observations behind it.</param>
public sealed record TableRow(IReadOnlyList<Localized?> Cells, IReadOnlyDictionary<string, string> Keys, IReadOnlyList<string> Evidence)
{
    /// <summary>How it stands to the others; null where nothing compares.</summary>
    public string? Standing { get; init; }

    /// <summary>Whether the others are held against it.</summary>
    public bool IsBase { get; init; }

    /// <summary>The value as a number, with its bounds where the text gives some; null where there is none.</summary>
    public (double? Value, double? Low, double? High)? Number { get; init; }
}

/// <param name="Label">What is counted.</param>
/// <param name="Text">How much it is.</param>
/// <param name="IsHead">Whether it is the card's own value.</param>
public sealed record CardLine(Localized Label, Localized Text, bool IsHead = false);

/// <summary>A figure with its sentence.</summary>
/// <param name="Id">The observation.</param>
/// <param name="Place">The key of its place.</param>
/// <param name="Printed">As the text has it.</param>
/// <param name="Indicator">What it measures.</param>
/// <param name="Quote">The clause that states it.</param>
/// <param name="Sentence">The whole sentence.</param>
/// <param name="ArticleId">The article.</param>
/// <param name="Article">Its title; empty where it has none, as captions of photos.</param>
/// <param name="NotBefore">The earliest date of the article; null where nothing bounds it.</param>
/// <param name="Line">1-based line in its file.</param>
/// <param name="Note">The curator's note; null: none.</param>
public sealed record FigureSentence(
    string Id,
    string Place,
    Localized Printed,
    Localized Indicator,
    string Quote,
    string Sentence,
    string ArticleId,
    string Article,
    string? NotBefore,
    long Line,
    Localized? Note
);

/// <summary>Pairs of figures of different places, by standing.</summary>
/// <param name="Comparable">Nothing stands between.</param>
/// <param name="Side">Only a reservation does.</param>
/// <param name="Not">The others of one statistic and unit.</param>
public sealed record StandingCounts(long Comparable, long Side, long Not);

/// <summary>What a verdict says.</summary>
/// <param name="Question">What was asked; null: about the page's figures.</param>
/// <param name="Standing">The best that figures have: <c>comparable side not one none</c>.</param>
/// <param name="Brief">At most a line.</param>
/// <param name="Medium">With places and figures.</param>
/// <param name="Full">With all places and reasons.</param>
/// <param name="Evidence">Observations of its numbers, in their order.</param>
public sealed record VerdictAnswer(
    PageQuestion? Question,
    string Standing,
    Localized Brief,
    Localized Medium,
    Localized Full,
    IReadOnlyList<string> Evidence
);

/// <summary>A member that a slicer offers.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">What it is called.</param>
/// <param name="RowCount">Rows that it has under all other filters.</param>
/// <param name="IsChosen">Whether it is chosen.</param>
public sealed record SlicerMember(string Key, Localized Name, long RowCount, bool IsChosen);
