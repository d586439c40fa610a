using System.Collections.Immutable;
using Analytics.Figures;
using Analytics.Terminal.Keys;
using Analytics.Terminal.Runtime;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Charts;
using Analytics.Tui.Editor;
using Analytics.Tui.Evidence;
using Analytics.Tui.Pages;
using Analytics.Tui.Results;
using Analytics.Tui.Settings;

namespace Analytics.Tui.App;

/// <summary>Everything the screen is a function of: what all features share, and the slice of each.</summary>
internal sealed record ConsoleState : CommonState
{
    /// <summary>Writes a request as the command that batch takes.</summary>
    public required Func<BatchRequest, string> CommandOf { get; init; }

    /// <summary>Whether the focused panel takes the whole screen.</summary>
    public bool IsZoomed { get; init; }

    /// <summary>Sizes of panels that the user has chosen.</summary>
    public PanelSizes Sizes { get; init; } = new();

    /// <summary>Lines that the result in view needs to show all its rows; null where it takes what there is.</summary>
    public int? ResultLines { get; init; }

    /// <summary>What the mouse drags; null while no button is pressed on anything that can be.</summary>
    public MouseDrag? Drag { get; init; }

    public CatalogueState Catalogue { get; init; } = CatalogueState.Empty;

    public QueryPanelState Query { get; init; } = QueryPanelState.Empty;

    public ResultState Result { get; init; } = ResultState.Empty;

    public ChartsState Charts { get; init; } = ChartsState.Empty;

    public PagesState Pages { get; init; } = PagesState.Empty;

    public SentenceState Sentence { get; init; } = SentenceState.Empty;

    public ConsoleSettings Settings { get; init; } = ConsoleSettings.Of(ConsoleKeys.Map);

    /// <summary>What was done in this session, first to last.</summary>
    public ImmutableList<SessionEntry> Log { get; init; } = [];

    /// <summary>The menu that is open, or null.</summary>
    public ProgramMenu? Menu { get; init; }

    public override KeyMap Keys => Settings.Keys;

    public override IdColumns Ids => Settings.Ids;

    /// <inheritdoc cref="ResultState.ShowsRunning"/>
    public bool ShowsRunning => Result.ShowsRunning(Now);

    /// <inheritdoc cref="ResultState.IsWaiting"/>
    public bool IsWaiting => Result.IsWaiting(Now);

    /// <summary>The chart of the result in view; null where there is none.</summary>
    public ChartView? ChartInView => Result.Open is { } open ? ChartOf(open) : null;

    /// <summary>The chart that was asked for by that number, of the result in view or another kept one; null if there is none.</summary>
    public ChartView? ChartAskedBy(int request) =>
        Charts.AskedBy(request) is not { } name ? null
        : name == Result.Open?.Name ? ChartInView
        : Result.Entry(name) is { View: var kept } ? ChartOf(kept)
        : null;

    private ChartView ChartOf(OpenResult result) =>
        new(
            result.Query,
            result.Table.Kept,
            result.Table.Columns,
            result.Column,
            result.Row,
            result.Table.IsGrowing,
            Charts.Of(result.Name)
        );

    /// <summary>The rows of the result in view, with the cursor; null where there is none.</summary>
    public FigureRows? FiguresInView =>
        Result.Open is not { } open ? null : new(open.Table.Kept, open.Row, open.Shown.Length > 0 ? open.Column : 0, open.Grid.Rows);
}
