using System.Collections.Immutable;
using Analytics.Actions;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Terminal.Widgets;
using Analytics.Tui.Charts;

namespace Analytics.Tui.Results;

/// <summary>Ways to look at a result.</summary>
enum ResultTab
{
    Grid,
    Chart,
    Sentence,
}

/// <summary>A query that runs.</summary>
/// <param name="Rows">Rows read so far.</param>
sealed record RunningState(int Request, QueryRequest Query, TimeSpan StartedAt, long Rows, bool IsCancelling);

/// <summary>A query that failed.</summary>
/// <param name="Position">UTF-16 offset into the query's SQL, if known.</param>
sealed record FailedState(QueryRequest Query, string Message, int? Position, int Top);

/// <summary>The result panel: what runs, what failed, and the result before, which stays until another one comes.</summary>
/// <param name="Facts">What the library holds, for the welcome; null until it is counted.</param>
/// <param name="Results">How many results there have been; they are numbered.</param>
/// <param name="LastQuery">What was run last, to run it again.</param>
sealed record ResultState(RunningState? Running, FailedState? Failed, OpenResult? Open, Catalogue.LibraryFacts? Facts, int Results, QueryRequest? LastQuery)
{
    public static readonly ResultState Empty = new(null, null, null, null, 0, null);
}

/// <summary>A result that is looked at.</summary>
/// <param name="Number">It is called r and this number.</param>
/// <param name="Table">Its rows; the state refers to them and never copies them.</param>
/// <param name="Shown">The columns in view, by their index in the table.</param>
/// <param name="ObservationColumns">Columns that name observations.</param>
/// <param name="Chart">Its chart, once it was asked for.</param>
/// <param name="ChartX">Column chosen for the chart's categories; null for the query's own.</param>
/// <param name="ChartY">Column chosen for the chart's values; null for the query's own.</param>
sealed record OpenResult(
    int Number, QueryRequest Query, ResultTable Table, TimeSpan Elapsed, ImmutableArray<int> Shown, Grid Grid, ResultTab Tab,
    IReadOnlyList<int> ObservationColumns, ChartState? Chart, string? ChartX = null, string? ChartY = null, bool ShowsAllColumns = false)
{
    public static OpenResult Of(int number, QueryRequest query, ResultTable table, TimeSpan elapsed, string language)
    {
        var shown = ResultColumns.Shown(table, language, all: false);
        return new OpenResult(
            number, query, table, elapsed, shown, ResultColumns.GridOf(table, shown, query, language), ResultTab.Grid, ObservationIds.Columns(table), null);
    }

    /// <summary>What was chosen for its chart beside x and y.</summary>
    public ChartChoice ChartChoice { get; init; } = ChartChoice.None;

    /// <summary>Whether the chart is to stand beside the grid on a wide screen; null: where the query names a chart.</summary>
    public bool? ChartBeside { get; init; }

    /// <summary>With its chart to be drawn anew, if it was drawn at all.</summary>
    public OpenResult WithStaleChart() => Chart is { } chart ? this with { Chart = chart with { IsStale = true, Top = 0 } } : this;

    /// <summary>The row under the cursor; null when there are none.</summary>
    public int? Row => Grid.Rows > 0 ? Grid.Row : null;

    /// <summary>The table's column under the cursor.</summary>
    public int Column => Shown[Grid.Column];

    /// <summary>How the header of a canned query wants a column shown.</summary>
    public ColumnDisplay? Display(int column) => ResultColumns.Display(Query, Table.Columns[column].Name);

    /// <summary>The columns of the other language shown or hidden, or the headers put in another language.</summary>
    public OpenResult WithColumns(bool all, string language)
    {
        var column = Column;
        var shown = ResultColumns.Shown(Table, language, all);
        var grid = ResultColumns.GridOf(Table, shown, Query, language).MoveTo(Grid.Row, Math.Max(0, shown.IndexOf(column)));
        return this with { ShowsAllColumns = all, Shown = shown, Grid = grid };
    }

    /// <summary>The observations that a row names.</summary>
    public IReadOnlyList<string> Observations(long row) => ObservationIds.OfRow(Table, ObservationColumns, row);
}
