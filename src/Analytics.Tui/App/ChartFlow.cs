using Analytics.Charts;
using Analytics.Terminal.Runtime;
using Analytics.Tui.Charts;
using Analytics.Tui.Results;
using Analytics.Tui.Settings;

namespace Analytics.Tui.App;

/// <summary>What charts need to know of the rest: where they stand, and which picture is wanted there.</summary>
internal static class ChartFlow
{
    /// <summary>Does an action on the chart of the result in view; null if it is about something else.</summary>
    public static Outcome<ConsoleState, ConsoleEffect>? Do(ConsoleState state, ConsoleAction action)
    {
        if (state.ChartInView is not { } view)
            return null;
        return action switch
        {
            ConsoleAction.ChartBeside => Beside(state, view),
            ConsoleAction.FilterToMark => OfMark(state, view, FilterToMark),
            ConsoleAction.CopyMark => OfMark(state, view, CopyMark),
            ConsoleAction.CopyCommand when state.Result.Open is { Tab: ResultTab.Chart } && view.Chart?.Spec is not null => ChartActions
                .CopyCommand(state.OfCharts, view)
                .Joined(),
            _ => ChartActions.Do(state.OfCharts, view, Place(state), action)?.Joined(),
        };
    }

    /// <summary>Where the chart stands if one is shown, and the picture that lies there.</summary>
    public static ChartPlace Place(ConsoleState state) =>
        new(ConsoleLayout.Of(state).ChartArea, state.Charts.Pixels.Standing(Wanted(state)));

    /// <summary>Whether the chart of the result in view is to be seen, or saved.</summary>
    public static bool IsSeen(ConsoleState state) =>
        state.Result.Open?.Tab == ResultTab.Chart || state.Window is SaveWindow || !ConsoleLayout.Of(state).Chart.IsEmpty;

    /// <summary>The picture of the chart in view; null where none is wanted or none can be shown.</summary>
    public static PixelChart? Wanted(ConsoleState state)
    {
        if (
            state.Settings.Graphics != ChartGraphics.Sixel
            || state.Result is not { Failed: null, Open: { } open }
            || state.Charts.Of(open.Name).Chart is not { Spec: { } spec, Failure: null }
        )
        {
            return null;
        }

        var layout = ConsoleLayout.Of(state);
        return layout.IsTooSmall || layout.Chart.IsEmpty && open.Tab != ResultTab.Chart
            ? null
            : PixelChart.In(open.Name, spec, layout.ChartArea, state, StyleOf(state));
    }

    /// <summary>As the theme's ground; as the terminal's own where that is kept and known.</summary>
    private static ChartStyle StyleOf(ConsoleState state) =>
        state.Settings.Theme switch
        {
            ThemeName.Light => ChartStyle.Light,
            ThemeName.Terminal when state.Graphics.IsLight == true => ChartStyle.Light,
            _ => ChartStyle.Dark,
        };

    /// <summary>Whether a mark of the chart stands at a cell of the screen.</summary>
    public static bool HasMarkAt(ConsoleState state, int x, int y)
    {
        var place = Place(state);
        return state.ChartInView is { } view
            && ChartActions.MarkAt(state.OfCharts, view, x - place.Area.X, y - place.Area.Y, place) is not null;
    }

    /// <summary>Does something with the mark under the cursor, which is the current row.</summary>
    private static Outcome<ConsoleState, ConsoleEffect> OfMark(
        ConsoleState state,
        ChartView view,
        Func<ConsoleState, OpenResult, int, ChartParts, Outcome<ConsoleState, ConsoleEffect>> act
    ) =>
        state.Result.Open is { Row: { } row } open && view.Chart is { Spec: not null, Parts: { } parts }
            ? act(state, open, row, parts)
            : state.Say(state.Texts.NoChartYet, isError: true);

    /// <summary>The rows of the mark's category, and of its series where the chart parts by one.</summary>
    private static Outcome<ConsoleState, ConsoleEffect> FilterToMark(ConsoleState state, OpenResult open, int row, ChartParts parts)
    {
        int[] columns =
        [
            .. new[] { parts.X, parts.Series }.OfType<string>().Select(name => IndexOf(open, name)).Where(column => column >= 0),
        ];
        return columns.Length == 0
            ? state.Say(state.Texts.NoCategories, isError: true)
            : OperationActions.Start(state.OfResult, open, new FilterByCells(row, columns, Exclude: false)).Joined();
    }

    private static Outcome<ConsoleState, ConsoleEffect> CopyMark(ConsoleState state, OpenResult open, int row, ChartParts parts) =>
        state.OfResult.Doing(new CopyCells(open.Table.Kept, new CopyChoice(row, 1, [IndexOf(open, parts.Y)], CopyFormat.Text))).Joined();

    private static int IndexOf(OpenResult open, string column) =>
        open.Table.Columns.Index().FirstOrDefault(c => c.Item.Name == column, (-1, default!)).Index;

    private static Outcome<ConsoleState, ConsoleEffect> Beside(ConsoleState state, ChartView view)
    {
        var isWanted = ConsoleLayout.Of(state).Chart.IsEmpty;
        var next = ChartActions.With(state.OfCharts, view with { Own = view.Own with { Beside = isWanted } }).Joined();
        return isWanted && ConsoleLayout.Of(next.State) is { Chart.IsEmpty: true } layout
            ? state.Say(state.Texts.TooNarrowForBoth(layout.Result.Width, ConsoleLayout.WidthForBoth), isError: true)
            : next;
    }
}
