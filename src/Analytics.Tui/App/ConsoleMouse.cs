using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets;
using Analytics.Tui.Editor;
using Analytics.Tui.Evidence;
using Analytics.Tui.Results;

namespace Analytics.Tui.App;

/// <summary>
/// The mouse: a click selects, a double click opens, the wheel scrolls what lies under it, borders and blocks are dragged.
/// </summary>
internal static partial class ConsoleMouse
{
    public static Outcome<ConsoleState, ConsoleEffect> Handle(ConsoleState state, MouseEvent mouse)
    {
        var layout = ConsoleLayout.Of(state);
        if (layout.IsTooSmall)
            return state;
        var isPress = mouse is { Action: MouseAction.Press, Button: MouseButton.Left };
        if (isPress && layout.Footer.Contains(mouse.X, mouse.Y))
            return PressFooter(state, mouse.X);
        if (state.Window is not null)
            return mouse.Action is MouseAction.WheelUp or MouseAction.WheelDown ? ConsoleWindows.Handle(state, mouse) : state;
        if (state.Pages.IsShown)
            return PageFlow.OnMouse(state with { Message = default }, mouse);
        if (state.Drag is { } drag && mouse.Action is MouseAction.Drag or MouseAction.Release)
            return Dragged(state, layout, drag, mouse);
        if (CompletionPanel.OnMouse(state.OfEditor, layout.Query, mouse) is { } offered)
            return offered.Joined();
        if (layout.Side.Contains(mouse.X, mouse.Y))
            return OnSide(state, layout, mouse);
        if (PanelAt(layout, mouse.X, mouse.Y) is not { } panel)
            return state;
        if (mouse is { Action: MouseAction.Press, Button: MouseButton.Right })
            return OpenMenu(state with { Message = default, Drag = null }, layout, panel, mouse);
        return mouse.Action is MouseAction.WheelUp or MouseAction.WheelDown or MouseAction.WheelLeft or MouseAction.WheelRight
                ? Wheel(state, layout, panel, mouse)
            : isPress ? Press(state with { Message = default, Drag = null }, layout, panel, mouse)
            : state;
    }

    /// <summary>A click gives the other result the focus; the wheel scrolls it without.</summary>
    private static Outcome<ConsoleState, ConsoleEffect> OnSide(ConsoleState state, ConsoleLayout layout, MouseEvent mouse) =>
        mouse.Action switch
        {
            MouseAction.Press when mouse.Button == MouseButton.Left => Swapped(state).Then(swapped => Handle(swapped, mouse)),
            MouseAction.WheelUp or MouseAction.WheelDown => Swapped(state)
                .Then(swapped => Wheel(swapped, layout, Panel.Result, mouse))
                .Then(Swapped)
                .Then(swapped => swapped with { Focus = state.Focus }),
            _ => state,
        };

    private static Outcome<ConsoleState, ConsoleEffect> Swapped(ConsoleState state) => SideBySide.Swap(state.OfResult).Joined();

    private static Panel? PanelAt(ConsoleLayout layout, int x, int y)
    {
        if (layout.CatalogueFrame.Contains(x, y))
            return Panel.Catalogue;
        if (!layout.RightFrame.Contains(x, y))
            return null;
        return y < layout.ResultTitle && !layout.Query.IsEmpty || layout.Result.IsEmpty ? Panel.Query : Panel.Result;
    }

    /// <summary>A key of the footer does what pressing it does.</summary>
    private static Outcome<ConsoleState, ConsoleEffect> PressFooter(ConsoleState state, int x)
    {
        var contexts = ConsoleContexts.Of(state);
        return StatusBar.KeyAt(x, state.Size.Width, state.Keys.FooterOf(state.Language, contexts)) is { } at
            ? ConsoleInput.Handle(state, state.Keys.FooterChord(contexts, at))
            : state;
    }

    /// <summary>The wheel scrolls without taking the focus.</summary>
    private static Outcome<ConsoleState, ConsoleEffect> Wheel(ConsoleState state, ConsoleLayout layout, Panel panel, MouseEvent mouse)
    {
        if (panel == Panel.Query && state.Query.ShownForm is null)
            return EditorInput.OnMouse(state.OfEditor, QueryPanel.EditorArea(state.Query, layout.Query), mouse).Joined();
        if (panel == Panel.Result && state.FiguresInView is { } figures && layout.Sentence.Contains(mouse.X, mouse.Y))
            return EvidenceActions.Wheel(state.OfSentence, figures, mouse, layout.Sentence).Joined();
        var input = panel != Panel.Query ? (InputEvent)mouse : new KeyEvent(mouse.Action is MouseAction.WheelUp ? Key.Up : Key.Down);
        return ConsoleInput
            .ToWidget(OnTabUnder(state, layout, mouse) with { Focus = panel }, input)
            .Then(next => next with { Focus = state.Focus });
    }

    /// <summary>Of grid and chart side by side, the one under the pointer is meant.</summary>
    private static ConsoleState OnTabUnder(ConsoleState state, ConsoleLayout layout, MouseEvent mouse) =>
        state.Result is { Open: { } open, Failed: null }
        && !layout.Chart.IsEmpty
        && layout.RightFrame.Contains(mouse.X, mouse.Y)
        && mouse.Y >= layout.Result.Y
            ? state with
            {
                Result = state.Result with
                {
                    Open = open with { Tab = layout.Chart.Contains(mouse.X, mouse.Y) ? ResultTab.Chart : ResultTab.Grid },
                },
            }
            : state;

    private static Outcome<ConsoleState, ConsoleEffect> Press(ConsoleState state, ConsoleLayout layout, Panel panel, MouseEvent mouse)
    {
        if (IsCatalogueBorder(layout, mouse.X))
            return mouse.Clicks == 2 ? PanelSizing.Kept(PanelSizing.Fitted(state)) : state with { Drag = new CatalogueBorderDrag() };
        var focused = state with { Focus = panel };
        if (
            mouse.Clicks == 2
            && IsTitle(layout, panel, mouse.Y)
            && (panel != Panel.Result || ResultPanel.TabAt(mouse.X, layout.RightFrame, state.Texts) is null || state.Result.Open is null)
        )
        {
            return ConsoleActions.Do(focused, ConsoleAction.Zoom);
        }

        return panel switch
        {
            Panel.Catalogue => PressCatalogue(focused, layout.Catalogue, mouse),
            Panel.Query when mouse.Y == layout.Query.Y - 1 => PressBuffers(focused, layout, mouse),
            Panel.Query => PressQuery(focused, layout.Query, mouse),
            _ when mouse.Y == layout.ResultTitle => PressTitle(state, layout, mouse),
            _ when layout.Sentence.Contains(mouse.X, mouse.Y) => mouse.Clicks == 2
                ? ConsoleActions.Do(focused, ConsoleAction.ArticleView)
                : focused,
            _ => PressResult(focused, layout, mouse),
        };
    }

    /// <summary>The menu of what lies under the pointer, which becomes the current entry or cell.</summary>
    private static Outcome<ConsoleState, ConsoleEffect> OpenMenu(ConsoleState state, ConsoleLayout layout, Panel panel, MouseEvent mouse)
    {
        var kind = MenuOf(state, layout, panel, mouse);
        var isOnMark = kind == MenuKind.Chart && ChartFlow.HasMarkAt(state, mouse.X, mouse.Y);
        // A selection stays, so that it can be copied.
        var isMoved =
            isOnMark || kind is MenuKind.Catalogue or MenuKind.Columns || kind is MenuKind.Rows && state.Result.Open?.Anchor is null;
        var pointed = isMoved
            ? Press(state, layout, panel, mouse with { Button = MouseButton.Left, Clicks = 0, Modifiers = KeyModifiers.None })
            : state with
            {
                Focus = panel,
            };
        var still = pointed.State with { Drag = null };
        return pointed with
        {
            State = isOnMark ? ConsoleMenu.OpenMarkAt(still, mouse.X, mouse.Y) : ConsoleMenu.OpenAt(still, kind, mouse.X, mouse.Y),
        };
    }

    private static MenuKind MenuOf(ConsoleState state, ConsoleLayout layout, Panel panel, MouseEvent mouse) =>
        panel switch
        {
            Panel.Catalogue => MenuKind.Catalogue,
            Panel.Query => MenuKind.Editor,
            _ when layout.Chart.Contains(mouse.X, mouse.Y) || state.Result.Open is { Tab: ResultTab.Chart } => MenuKind.Chart,
            _ when state.Result is not { Open.Tab: ResultTab.Grid, Failed: null } || !layout.Result.Contains(mouse.X, mouse.Y) =>
                MenuKind.Result,
            _ => mouse.Y - layout.Result.Y < state.Result.Open!.Grid.HeaderHeight ? MenuKind.Columns : MenuKind.Rows,
        };

    private static bool IsCatalogueBorder(ConsoleLayout layout, int x) =>
        !layout.IsOverlay
        && !layout.CatalogueFrame.IsEmpty
        && !layout.RightFrame.IsEmpty
        && (x == layout.CatalogueFrame.Right - 1 || x == layout.RightFrame.X);

    private static bool IsTitle(ConsoleLayout layout, Panel panel, int y) =>
        y
        == panel switch
        {
            Panel.Catalogue => layout.CatalogueFrame.Y,
            Panel.Query => layout.Query.Y - 1,
            _ => layout.ResultTitle,
        };

    private static Outcome<ConsoleState, ConsoleEffect> PressCatalogue(ConsoleState state, CellRect area, MouseEvent mouse)
    {
        var top = state.Catalogue.Filter is null ? area.Y : area.Y + 1;
        var tree = state.Catalogue.Tree;
        if (tree.List.LineAt(mouse.Y - top, area.Bottom - top) is not { } line)
            return state;
        var selected = state with { Catalogue = state.Catalogue with { Tree = tree with { List = tree.List.Select(line) } } };
        var row = selected.Catalogue.Tree.Rows()[line];
        // The mark before an entry opens and closes it, also where a double click does something else.
        if (row.Node.Children.Count > 0 && row.Depth > 0 && mouse.X - area.X == 2 * row.Depth)
            return selected with { Catalogue = selected.Catalogue with { Tree = selected.Catalogue.Tree.Toggle(row.Node.Id) } };
        return mouse.Clicks == 2 && row.Depth > 0 || mouse.Clicks == 1 && row.Depth == 0
            ? ConsoleActions.Do(selected, ConsoleAction.OpenEntry)
            : selected;
    }

    private static Outcome<ConsoleState, ConsoleEffect> PressBuffers(ConsoleState state, ConsoleLayout layout, MouseEvent mouse)
    {
        var (x, room) = QueryPanel.TabsPlace(layout.RightFrame);
        return !state.Query.Buffers.IsPlain && state.Query.ShownForm is null && BufferTabs.At(state.Query, mouse.X - x, room) is { } index
            ? BufferListWindow.Show(state.OfEditor, index).Joined()
            : state;
    }

    private static Outcome<ConsoleState, ConsoleEffect> PressQuery(ConsoleState state, CellRect area, MouseEvent mouse)
    {
        var query = state.Query;
        if (query.ShownForm is not null)
            return state;
        return EditorInput
            .OnMouse(state.OfEditor, QueryPanel.EditorArea(query, area), mouse)
            .Joined()
            .Then(next => next with { Drag = new TextDrag() });
    }

    /// <summary>The title of the result: its views, and the border to the editor above.</summary>
    private static Outcome<ConsoleState, ConsoleEffect> PressTitle(ConsoleState state, ConsoleLayout layout, MouseEvent mouse) =>
        state.Result is { Open: not null, Failed: null } && ResultPanel.TabAt(mouse.X, layout.RightFrame, state.Texts) is { } tab
            ? ConsoleActions.Do(
                state with
                {
                    Focus = Panel.Result,
                },
                tab switch
                {
                    ResultTab.Grid => ConsoleAction.ShowGrid,
                    ResultTab.Chart => ConsoleAction.ShowChart,
                    _ => ConsoleAction.ShowSentence,
                }
            )
        : layout.Query.IsEmpty ? state with { Focus = Panel.Result }
        : state with { Drag = new EditorBorderDrag() };
}
