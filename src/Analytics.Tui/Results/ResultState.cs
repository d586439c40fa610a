using System.Collections.Immutable;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Engine.Workspaces;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Results;

/// <summary>Ways to look at a result.</summary>
internal enum ResultTab
{
    Grid,
    Chart,
    Sentence,
}

/// <summary>A query that failed.</summary>
/// <param name="Query">What failed.</param>
/// <param name="Message">What is wrong, and how to mend it.</param>
/// <param name="Position">UTF-16 offset into the query's SQL, if known.</param>
/// <param name="Top">First line shown.</param>
internal sealed record FailedState(QueryRequest Query, Localized Message, int? Position, int Top);

/// <summary>The result panel: what runs, what failed, and the result before, which stays until another one comes.</summary>
/// <param name="Running">The query that runs; null while none does.</param>
/// <param name="Failed">The last query, if it failed; null otherwise.</param>
/// <param name="Open">The result in view; null before the first.</param>
/// <param name="Kept">The results that are kept, oldest first.</param>
/// <param name="LastQuery">What was run last, to run it again.</param>
internal sealed partial record ResultState(
    RunningState? Running,
    FailedState? Failed,
    OpenResult? Open,
    ImmutableList<KeptEntry> Kept,
    QueryRequest? LastQuery
)
{
    public static readonly ResultState Empty = new(null, null, null, [], null);

    /// <summary>The result beside the one in view; null for none.</summary>
    public SideState? Side { get; init; }

    /// <summary>Bytes that results take on the disk, by name, as last read.</summary>
    public IReadOnlyDictionary<string, long> Sizes { get; init; } = ImmutableDictionary<string, long>.Empty;

    /// <summary>How the columns of queries were arranged by hand.</summary>
    public ImmutableDictionary<string, Look> Looks { get; init; } = ImmutableDictionary<string, Look>.Empty;

    /// <summary>What was searched for last; null before.</summary>
    public TextSearch? LastSearch { get; init; }

    /// <summary>With another result in view; the one before keeps its place, to come back to.</summary>
    public ResultState Show(OpenResult next)
    {
        var kept = Open is { } left ? Stored(Kept, left) : Kept;
        return this with { Failed = null, Open = next, Kept = Stored(kept, next) };
    }

    /// <summary>With another result among the kept ones, which one does not look at.</summary>
    public ResultState Keep(OpenResult next) => this with { Kept = Stored(Kept, next) };

    /// <summary>The entry of a result, by its name in SQL.</summary>
    public KeptEntry? Entry(string name) => Kept.FirstOrDefault(k => k.Name == name);

    /// <summary>With a change of what is known of a result, in view or not.</summary>
    public ResultState With(string name, Func<ResultRows, ResultRows> change) =>
        this with
        {
            Open = Open?.Name == name ? Open.WithRows(change(Open.Table)) : Open,
            Kept = [.. Kept.Select(k => k.Name == name ? k with { View = k.View.WithRows(change(k.View.Table)) } : k)],
        };

    private static ImmutableList<KeptEntry> Stored(ImmutableList<KeptEntry> kept, OpenResult view)
    {
        var at = kept.FindIndex(k => k.Name == view.Name);
        var resting = view with { Table = view.Table with { IsReading = false } };
        return at < 0 ? kept.Add(new KeptEntry(resting)) : kept.SetItem(at, kept[at] with { View = resting });
    }
}

/// <summary>A result that is kept.</summary>
/// <param name="View">How it was last looked at.</param>
/// <param name="IsPinned">Whether it stays until it is dropped by hand.</param>
internal sealed record KeptEntry(OpenResult View, bool IsPinned = false)
{
    /// <summary>What SQL calls it.</summary>
    public string Name => View.Name;

    /// <summary>The name to show.</summary>
    public string Label => View.Label;
}

/// <summary>A result that is looked at.</summary>
/// <param name="Query">What made it.</param>
/// <param name="Table">Its rows; the state refers to them and never copies them.</param>
/// <param name="Language">The language of headers and columns.</param>
/// <param name="Shown">The columns in view, by their index in the table.</param>
/// <param name="Grid">Its cells: cursor, widths, what is in view.</param>
/// <param name="Tab">Whether its grid, its chart or the sentence at the cursor is in view.</param>
/// <param name="ShowsAllColumns">Whether columns are shown that hide by default, such as those of the other language.</param>
/// <param name="Numbers">How numbers are written.</param>
/// <param name="Parent">Name of the result that an operation made it from; null for a query's.</param>
/// <param name="Anchor">The other corner of the selection; null without one.</param>
internal sealed record OpenResult(
    QueryRequest Query,
    ResultRows Table,
    Language Language,
    ImmutableArray<int> Shown,
    Grid Grid,
    ResultTab Tab,
    bool ShowsAllColumns = false,
    NumberStyle Numbers = NumberStyle.Plain,
    string? Parent = null,
    (int Row, int Column)? Anchor = null
)
{
    public static OpenResult Of(QueryRequest query, ResultRows table, Language language, IdColumns ids = IdColumns.Written)
    {
        var shown = ResultColumns.Shown(table.Columns, language, all: false);
        var open = new OpenResult(query, table, language, shown, new Grid(), ResultTab.Grid)
        {
            HasIdsLast = ids == IdColumns.Last && ResultColumns.MayReorder(table.Kept.Lineage),
        };
        open = open with { Shown = open.InOrder(shown) };
        return open with { Grid = ResultColumns.GridOf(open), Parent = (query as OperationRequest)?.Source.Name };
    }

    /// <summary>Whether the user has said how many columns stay in sight; else the first does where not all have room.</summary>
    public bool IsFrozenByHand { get; init; }

    /// <summary>Whether ids and places in the sources stand last, unless all columns are shown as the statement gives them.</summary>
    public bool HasIdsLast { get; private init; }

    /// <summary>Whether columns stand in view in another order than the statement gives them.</summary>
    public bool IsReordered => !Shown.IsEmpty && Shown.Zip(Shown.Skip(1)).Any(pair => pair.First > pair.Second);

    /// <summary>The columns that were hidden in it by hand, in that order: each is a step that can be undone.</summary>
    public ImmutableList<HiddenColumn> Hidden { get; init; } = [];

    /// <summary>The hidden columns that were shown again by undoing, the last one last.</summary>
    public ImmutableList<HiddenColumn> Rehidden { get; init; } = [];

    /// <summary>Name of the result that undoing led here from; null if it did not.</summary>
    public string? Undone { get; init; }

    /// <summary>What SQL calls it: <c>r1</c>, <c>r2</c> …</summary>
    public string Name => Table.Kept.Name;

    /// <summary>The name to show: the user's own, else the number.</summary>
    public string Label => Table.Alias ?? Name;

    /// <summary>The row under the cursor; null when there are none.</summary>
    public int? Row => Grid.Rows > 0 ? Grid.Row : null;

    /// <summary>The table's column under the cursor.</summary>
    public int Column => Shown[Grid.Column];

    /// <summary>The cells between anchor and cursor, both included; null without an anchor.</summary>
    public (int Top, int Left, int Bottom, int Right)? Selection =>
        Anchor is not { } a
            ? null
            : (Math.Min(a.Row, Grid.Row), Math.Min(a.Column, Grid.Column), Math.Max(a.Row, Grid.Row), Math.Max(a.Column, Grid.Column));

    /// <summary>How the header of a canned query wants a column shown.</summary>
    public ColumnDisplay? Display(int column) => ResultColumns.Display(Query, Table.Columns[column].Name);

    /// <summary>The columns of the other language shown or hidden; those hidden by hand come back.</summary>
    public OpenResult WithAllColumns(bool all) =>
        (this with { ShowsAllColumns = all, Hidden = [], Rehidden = [] }).WithShown(
            all ? ResultColumns.Shown(Table.Columns, Language, all) : InOrder(ResultColumns.Shown(Table.Columns, Language, all)),
            Column
        );

    private ImmutableArray<int> InOrder(ImmutableArray<int> shown) =>
        HasIdsLast ? [.. shown.OrderBy(c => ResultColumns.IsTechnical(Table.Kept.Lineage, c))] : shown;

    /// <summary>The headers, and of columns in both languages those in view, in another language.</summary>
    public OpenResult InLanguage(Language language)
    {
        if (language == Language)
            return this;
        var shown = ShowsAllColumns ? Shown : [.. Shown.Select(c => ResultColumns.Twin(Table.Columns, c, language)).Distinct()];
        HiddenColumn Twin(HiddenColumn hidden) => hidden with { Column = ResultColumns.Twin(Table.Columns, hidden.Column, language) };
        var next = this with { Language = language, Hidden = [.. Hidden.Select(Twin)], Rehidden = [.. Rehidden.Select(Twin)] };
        return next.WithShown(shown, ResultColumns.Twin(Table.Columns, Column, language));
    }

    /// <summary>With other columns in view, measured anew, and the cursor in one of them.</summary>
    public OpenResult WithShown(ImmutableArray<int> shown, int column)
    {
        var next = this with { Shown = shown, Anchor = null };
        var frozen = Math.Min(Grid.Frozen, shown.Length);
        return next with
        {
            Grid = (ResultColumns.GridOf(next) with { Frozen = frozen }).MoveTo(Grid.Row, Math.Max(0, shown.IndexOf(column))),
        };
    }

    /// <summary>
    /// With the columns, widths and cursor's column of another result, if it has the same columns, or they and more at the end.
    /// </summary>
    public OpenResult LookingLike(OpenResult other)
    {
        var before = other.Table.Columns.Count;
        if (!Table.Columns.Take(before).Select(c => c.Name).SequenceEqual(other.Table.Columns.Select(c => c.Name)))
            return this;
        var next = this with
        {
            Shown = [.. other.Shown, .. Enumerable.Range(before, Table.Columns.Count - before)],
            Numbers = other.Numbers,
            ShowsAllColumns = other.ShowsAllColumns,
            IsFrozenByHand = other.IsFrozenByHand,
            HasIdsLast = other.HasIdsLast,
        };
        var fitting = ResultColumns.GridOf(next).Columns;
        var columns = fitting.Zip(other.Grid.Columns, WithWidth).Concat(fitting.Skip(other.Shown.Length));
        return next with { Grid = (Grid with { Columns = [.. columns], Frozen = other.Grid.Frozen }).MoveTo(0, other.Grid.Column) };
    }

    /// <summary>As wide as another column; an arrow that its header had not is in view.</summary>
    private static GridColumn WithWidth(GridColumn column, GridColumn other) =>
        column with
        {
            Width = column.Title == other.Title ? other.Width : Math.Max(other.Width, CellText.Width(column.Title)),
        };

    /// <summary>With other rows in memory, or more of them.</summary>
    public OpenResult WithRows(ResultRows rows) =>
        this with
        {
            Table = rows,
            Grid = (ReferenceEquals(Table.Page, rows.Page) ? Grid : ResultColumns.Widened(this, rows)).WithRows(ResultColumns.RowsOf(rows)),
        };
}
