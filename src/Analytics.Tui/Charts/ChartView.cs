using System.Collections.Immutable;
using Analytics.DuckDb;
using Analytics.Engine.Workspaces;
using Analytics.Figures;
using Analytics.Terminal.Graphics;
using Analytics.Terminal.Layout;

namespace Analytics.Tui.Charts;

/// <summary>The charts of all results, and the one in view as a picture.</summary>
/// <param name="All">By the names of their results.</param>
/// <param name="Pixels">The picture.</param>
internal sealed record ChartsState(ImmutableDictionary<string, ResultChart> All, PixelState Pixels)
{
    public static readonly ChartsState Empty = new(ImmutableDictionary<string, ResultChart>.Empty, new());

    /// <summary>The chart of a result.</summary>
    public ResultChart Of(string name) => All.GetValueOrDefault(name, ResultChart.Blank);

    /// <summary>The result whose chart was last asked for by that number; null if there is none.</summary>
    public string? AskedBy(int request) => All.FirstOrDefault(c => c.Value.Chart?.Request == request).Key;

    public ChartsState With(string name, ResultChart chart) => this with { All = All.SetItem(name, chart) };

    /// <summary>Without those of other results.</summary>
    public ChartsState Only(IEnumerable<string> names) => this with { All = All.RemoveRange(All.Keys.Except(names)) };

    /// <summary>With all to be drawn anew, since their words are in another language now.</summary>
    public ChartsState Undrawn() =>
        this with
        {
            All = All.SetItems(All.Select(c => KeyValuePair.Create(c.Key, c.Value with { Chart = null }))),
        };
}

/// <summary>What there is of the chart of one result.</summary>
/// <param name="Chart">The chart, once it was asked for.</param>
/// <param name="Choice">What was chosen for it.</param>
/// <param name="Beside">Whether it is to stand beside the grid on a wide screen; null: where the query names a chart.</param>
internal sealed record ResultChart(ChartState? Chart, ChartChoice Choice, bool? Beside)
{
    public static readonly ResultChart Blank = new(null, ChartChoice.None, null);
}

/// <summary>A result as its chart needs it, with its chart.</summary>
/// <param name="Query">What made the result.</param>
/// <param name="Kept">Its rows.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Column">The column under the cursor.</param>
/// <param name="Row">The row under the cursor, which is the mark under it; null where there are none.</param>
/// <param name="IsGrowing">Whether more rows come.</param>
/// <param name="Own">The chart.</param>
internal sealed record ChartView(
    QueryRequest Query,
    KeptResult Kept,
    IReadOnlyList<ResultColumn> Columns,
    int Column,
    int? Row,
    bool IsGrowing,
    ResultChart Own
)
{
    /// <summary>What SQL calls the result.</summary>
    public string Name => Kept.Name;

    public ChartState? Chart
    {
        get => Own.Chart;
        init => Own = Own with { Chart = value };
    }

    public ChartChoice ChartChoice
    {
        get => Own.Choice;
        init => Own = Own with { Choice = value };
    }

    /// <summary>With its chart to be drawn anew, if it was drawn at all.</summary>
    public ChartView WithStaleChart() => Chart is { } chart ? this with { Chart = chart with { IsStale = true, Top = 0 } } : this;

    /// <summary>With a change of its chart.</summary>
    public ChartView WithChart(ChartChange change) =>
        (this with { ChartChoice = ChartChoice with { Change = change, Step = 0 } }).WithStaleChart();
}

/// <summary>Where the chart in view stands.</summary>
/// <param name="Area">The cells of the screen.</param>
/// <param name="Picture">The picture that lies there instead of characters, and its cells inside the area; null for none.</param>
internal readonly record struct ChartPlace(CellRect Area, (SixelPicture Picture, CellRect Area)? Picture);
