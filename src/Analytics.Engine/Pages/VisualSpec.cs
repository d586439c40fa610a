using Analytics.Engine.Models;
using Analytics.Engine.Queries;

namespace Analytics.Engine.Pages;

/// <summary>What a visual is; in lower case the words of page files.</summary>
public enum VisualKind
{
    Verdict,
    Card,
    Bar,
    Dot,
    Line,
    Matrix,
    Table,
    Sentences,
    Article,
    Text,
}

/// <summary>One visual of a page.</summary>
/// <param name="Name">As layouts and <c>listen:</c> call it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Place">In the file.</param>
public sealed record VisualSpec(string Name, VisualKind Kind, SpecPlace Place)
{
    /// <summary>Null: made of what it shows.</summary>
    public Localized? Title { get; init; }

    /// <summary>Rows of a matrix.</summary>
    public Field? Rows { get; init; }

    /// <summary>Columns of a matrix.</summary>
    public Field? Cols { get; init; }

    /// <summary>Categories of a chart.</summary>
    public Field? X { get; init; }

    /// <summary>What parts the marks of a category.</summary>
    public Field? Series { get; init; }

    /// <summary>What is shown of rows or groups.</summary>
    public IReadOnlyList<PageValue> Values { get; init; } = [];

    /// <summary>Columns of a table.</summary>
    public IReadOnlyList<PageColumn> Columns { get; init; } = [];

    /// <summary>The canned query that a table shows.</summary>
    public string? Query { get; init; }

    /// <summary>Values of the query's parameters, by name: slicers of the page.</summary>
    public IReadOnlyDictionary<string, string> QueryParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>A table of the source's own rows and columns.</summary>
    public bool ShowsSourceRows { get; init; }

    /// <summary>SQL over the visual's columns: which rows.</summary>
    public string? Where { get; init; }

    /// <summary>SQL; where it holds for no row, a reason stands in its place.</summary>
    public string? When { get; init; }

    /// <summary>Order of groups: <c>asc</c> or <c>desc</c> by value; null: that of the members.</summary>
    public bool? SortsDescending { get; init; }

    /// <summary>Order of a table's rows.</summary>
    public IReadOnlyList<PageColumn> Sort { get; init; } = [];

    /// <summary>The most rows or groups; null: all.</summary>
    public int? Top { get; init; }

    /// <summary>Whether groups beyond <see cref="Top"/> are one; only of what adds up.</summary>
    public bool ShowsOthers { get; init; }

    /// <summary>Whether a matrix has totals of rows, of columns.</summary>
    public bool TotalsRows { get; init; }

    /// <inheritdoc cref="TotalsRows"/>
    public bool TotalsColumns { get; init; }

    /// <summary>Whether cells are shaded, all by one scale.</summary>
    public bool IsShaded { get; init; }

    /// <summary>Whether cells without rows say what they are.</summary>
    public bool ShowsStates { get; init; }

    /// <summary>What stands where there are no rows; null: why there are none.</summary>
    public Localized? Empty { get; init; }

    /// <summary>Styles by condition, the first that holds.</summary>
    public IReadOnlyList<PageFormat> Format { get; init; } = [];

    /// <summary>Whether it follows all slicers and all other visuals.</summary>
    public bool ListensToAll { get; init; } = true;

    /// <summary>Else what it follows: visuals and slicers; <see cref="SlicersWord"/> for all slicers.</summary>
    public IReadOnlyList<string> Listen { get; init; } = [];

    /// <summary>What its marks filter other visuals by.</summary>
    public IReadOnlyList<Field> Emit { get; init; } = [];

    /// <summary>The visual whose row under the cursor it shows.</summary>
    public string? Follow { get; init; }

    /// <summary>Where Enter goes; null: the rows behind.</summary>
    public PageDrill? Drill { get; init; }

    /// <summary>Options of its chart.</summary>
    public ChartHint? Chart { get; init; }

    /// <summary>Questions of a verdict, each with the slicers that ask it.</summary>
    public IReadOnlyList<PageQuestion> Ask { get; init; } = [];

    /// <summary>How long a verdict is; null: as there is room.</summary>
    public VerdictLength? Length { get; init; }

    /// <summary>Whether a verdict says what one place has, rather than how places compare.</summary>
    public bool IsAboutPlace { get; init; }

    /// <summary>Whether a verdict counts its pairs by standing.</summary>
    public bool CountsStandings { get; init; }

    /// <summary>Whether a verdict says who is missing.</summary>
    public bool SaysMissing { get; init; } = true;

    /// <summary>The last lines of a table or chart: figures near but not in it, members with a state.</summary>
    public IReadOnlyList<string> Tail { get; init; } = [];

    /// <summary>What a card's value is held against; null: nothing.</summary>
    public PageVersus? Versus { get; init; }

    /// <summary>Whether a card says its share of the whole.</summary>
    public bool ShowsShare { get; init; }

    /// <summary>Whether a card counts the rows behind it.</summary>
    public bool CountsRows { get; init; }

    /// <summary>Whether sentences carry their notes.</summary>
    public bool ShowsNotes { get; init; }

    /// <summary>Words of a text; may hold <c>{file} {rows} {matched} {members}</c>.</summary>
    public Localized? Text { get; init; }

    /// <summary>Where its keys stand, for faults that only the engine sees.</summary>
    public IReadOnlyDictionary<string, SpecPlace> Places { get; init; } = new Dictionary<string, SpecPlace>();

    public const string SlicersWord = "slicers";

    /// <summary>The field along which its rows or categories run; null where it has none.</summary>
    public Field? Axis => Rows ?? X;

    /// <summary>Whether its rows are groups rather than rows of the source.</summary>
    public bool Groups => Kind is VisualKind.Matrix or VisualKind.Bar or VisualKind.Line || (Kind == VisualKind.Dot && !IsOfRows);

    /// <summary>Whether its value is one of single rows.</summary>
    public bool IsOfRows => Values is [{ Measure.IsOfRows: true }, ..];

    /// <summary>Whether it follows a slicer.</summary>
    public bool ListensToSlicer(string slicer) => ListensToAll || Listen.Contains(SlicersWord) || Listen.Contains(slicer);

    /// <summary>Whether it follows what is chosen in another visual.</summary>
    public bool ListensToVisual(string visual) => ListensToAll || Listen.Contains(visual);

    /// <summary>The same with its axis moved along its levels.</summary>
    /// <param name="steps">Down if positive.</param>
    public VisualSpec AtGrain(int steps) =>
        steps == 0 || Axis?.Next(steps) is not { } field ? this
        : Rows is not null ? this with { Rows = field, Emit = [.. Emit.Select(e => e == Rows ? field : e)] }
        : this with { X = field, Emit = [.. Emit.Select(e => e == X ? field : e)] };

    /// <summary>The kinds as which it can be drawn: any of groups for groups, a line along time alone; else its own alone.</summary>
    public IReadOnlyList<VisualKind> Kinds =>
        !Groups ? [Kind]
        : Axis?.Dimension is DateDimension or PeriodDimension ? [VisualKind.Bar, VisualKind.Dot, VisualKind.Line, VisualKind.Matrix]
        : [VisualKind.Bar, VisualKind.Dot, VisualKind.Matrix];

    /// <summary>
    /// The same groups as another kind. A matrix that becomes bars or points has one for each row; bars of a series become the columns of a
    /// matrix.
    /// </summary>
    public VisualSpec As(VisualKind kind) =>
        kind == Kind ? this
        : kind == VisualKind.Matrix ? this with { Kind = kind, Rows = Axis, X = null, Cols = Series, Series = null }
        : Kind == VisualKind.Matrix
            ? this with
            {
                Kind = kind,
                X = Axis,
                Rows = null,
                Cols = null,
                Emit = [.. Emit.Where(e => e.Equals(Axis))],
            }
        : this with { Kind = kind };

    /// <summary>Two are the same visual where they are of one name; a page is read anew as a whole.</summary>
    public bool Equals(VisualSpec? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>How long a verdict is; in lower case the words of page files.</summary>
#pragma warning disable CA1720 // the files' words for it
public enum VerdictLength
{
    Short,
    Medium,
    Long,
}
#pragma warning restore CA1720

/// <summary>A value of a visual: a measure, or one of those built in.</summary>
/// <param name="Name">The measure's, or the built-in one's.</param>
/// <param name="Argument">Of a built-in one; null: none.</param>
/// <param name="Measure">Null for a built-in one.</param>
public sealed record PageValue(string Name, string? Argument, Measure? Measure)
{
    public const string Standings = "standings",
        Pairs = "pairs",
        States = "states",
        Known = "known",
        Articles = "articles",
        Doubtful = "doubtful",
        Reasons = "reasons";

    public static readonly IReadOnlyList<string> BuiltIn = [Standings, Pairs, States, Known, Articles, Doubtful, Reasons];
}

/// <summary>A column of a table: a field, one built in, or a column of the source.</summary>
/// <param name="Name">As the file writes it.</param>
/// <param name="Field">Null where it is no field.</param>
public sealed record PageColumn(string Name, Field? Field)
{
    public const string Standing = "standing",
        Reasons = "reasons",
        Reservation = "reservation",
        Rank = "rank",
        NotBefore = "not_before",
        SideWith = "side_with",
        Printed = "printed";

    /// <summary>Columns of models that compare.</summary>
    public static readonly IReadOnlyList<string> BuiltIn = [Standing, Reasons, Reservation, Rank, NotBefore, SideWith, Printed];

    public bool IsBuiltIn => Field is null && BuiltIn.Contains(Name);
}

/// <param name="When">SQL over the visual's columns.</param>
/// <param name="Style">How it is shown where it holds.</param>
public sealed record PageFormat(string When, PageStyle Style);

/// <summary>How a row or cell is shown.</summary>
public enum PageStyle
{
    Strong,
    Dim,
    Warn,
}

/// <summary>Where Enter goes.</summary>
/// <param name="Page">Null: the article.</param>
/// <param name="Pass">What of the mark sets which slicer there, besides all filters; <c>row col x</c> or a column of the table.</param>
/// <param name="Place">In the file.</param>
public sealed record PageDrill(string? Page, IReadOnlyDictionary<string, string> Pass, SpecPlace Place);

/// <summary>A question that a verdict answers.</summary>
/// <param name="Text">The question.</param>
/// <param name="Parameters">Slicers that ask it, by name, of the page that Enter goes to.</param>
public sealed record PageQuestion(Localized Text, IReadOnlyDictionary<string, string> Parameters);

/// <summary>What a card's value is held against.</summary>
/// <param name="Field">Null: all, without any filter.</param>
/// <param name="Offset">Members away along the field.</param>
public sealed record PageVersus(Field? Field, int Offset);
