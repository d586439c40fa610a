using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Charts;
using Analytics.Tui.Editor;
using Analytics.Tui.Evidence;
using Analytics.Tui.Pages;
using Analytics.Tui.Results;

namespace Analytics.Tui.App;

/// <summary>Routes input: keys to actions by their bindings, everything else to the widget that has the focus.</summary>
internal static class ConsoleInput
{
    public static Outcome<ConsoleState, ConsoleEffect> Handle(ConsoleState state, InputEvent input) =>
        input switch
        {
            ResizeEvent resize => state with { Size = new CellSize(resize.Width, resize.Height), Graphics = state.Graphics.Resized() },
            GraphicsReport report => state with { Graphics = state.Graphics.With(report) },
            KeyEvent key => OnKey(state with { Message = default }, key),
            TickEvent when state.Pages is { IsShown: true, Open: { } page } && page.IsLong(state.Now) => state
                .OfPages.Doing(new ReadVisualProgress())
                .Joined(),
            TickEvent when state.ShowsRunning => RunActions.AskProgress(state.OfResult).Joined(),
            PasteEvent paste when TakesNoText(state) => FileActions.Dropped((state with { Message = default }).OfCatalogue, paste).Joined(),
            PasteEvent => ToWidget(state, input),
            MouseEvent mouse => ConsoleMouse.Handle(state, mouse),
            ButtonEvent button => ConsoleWindows.PressButton(state with { Message = default }, button.Index),
            WindowEvent pressed when state.Window is null => PressForm(state with { Message = default, Focus = Panel.Query }, pressed),
            WindowEvent pressed => ConsoleWindows.Press(state, pressed),
            MenuEvent { Chosen: { } chosen } => ConsoleMenu.Chosen(state with { Menu = null, Message = default }, chosen),
            MenuEvent => state with { Menu = null },
            _ => state,
        };

    /// <summary>Whether there is nothing to paste text into.</summary>
    private static bool TakesNoText(ConsoleState state) =>
        state
            is { Window: null, Pages.IsShown: true }
                or { Window: null, Focus: Panel.Result }
                or { Window: null, Focus: Panel.Catalogue, Catalogue.Filter: null };

    /// <summary>The mouse in the form of a canned query.</summary>
    private static ConsoleState PressForm(ConsoleState state, WindowEvent pressed) =>
        state.Query.ShownForm is { } form
            ? state with
            {
                Query = state.Query with { Form = form with { Form = form.Form.Press(pressed) } },
            }
            : state;

    private static Outcome<ConsoleState, ConsoleEffect> OnKey(ConsoleState state, KeyEvent key)
    {
        if (state.Window is { } window && state.Keys.PanelOutOf(window.Contexts, key) is { } panel)
            return OutOfWindow(state, panel);
        var action = state.Keys.Find(key, ConsoleContexts.Of(state));
        if (TakesEveryKey(state) && !(action is { } found && KeyLookup.IsOfPanel(found)))
            return ToWidget(state, key);
        if (ConsoleWindows.OnButtons(state, key) is { } done)
            return done;
        if (
            state is { Window: null, Pages.IsShown: false, Focus: Panel.Query }
            && EditorInput.BeforeBindings(state.OfEditor, key, ConsoleLayout.Of(state).Query, IsAboveVim(state, action)) is { } taken
        )
        {
            return taken.Joined();
        }

        return action is { } bound and not ConsoleAction.Widget ? ConsoleActions.Do(state, bound) : ToWidget(state, key);
    }

    /// <summary>A key of a panel leaves a window as Esc does; where the panel below it had the focus, it only comes back to that.</summary>
    private static Outcome<ConsoleState, ConsoleEffect> OutOfWindow(ConsoleState state, ConsoleAction action)
    {
        var left = state with { Window = null };
        return
            !state.Pages.IsShown
            && (state.Focus, action) is (Panel.Query, ConsoleAction.FocusSql) or (Panel.Result, ConsoleAction.FocusResult)
            ? left
            : ConsoleActions.Do(left, action);
    }

    /// <summary>An open pick-list takes every key but those that lead to a panel.</summary>
    private static bool TakesEveryKey(ConsoleState state) =>
        state.Window is { } window ? window.TakesEveryKey
        : state.Pages.IsShown ? state.Pages.Open is { Slicing.List: not null }
        : state.Focus == Panel.Query && state.Query.ShownForm is { Form.IsListOpen: true };

    /// <summary>Keys that vim would take, and that cancel a query or turn to another buffer all the same.</summary>
    private static bool IsAboveVim(ConsoleState state, ConsoleAction? action) =>
        action switch
        {
            ConsoleAction.Interrupt => state.Result.InMotion.Count > 0,
            ConsoleAction.NextBuffer or ConsoleAction.PreviousBuffer => true,
            _ => false,
        };

    /// <summary>Gives input to the window or to the panel with the focus.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> ToWidget(ConsoleState state, InputEvent input)
    {
        if (state.Window is not null)
            return ConsoleWindows.Handle(state, input);
        if (state.Pages.IsShown)
            return PageInput.Handle(state.OfPages, input).Joined();
        var layout = ConsoleLayout.Of(state);
        return state.Focus switch
        {
            Panel.Catalogue => CatalogueActions.Handle(state.OfCatalogue, input, layout.Catalogue.Height).Joined(),
            Panel.Query => EditorInput.Handle(state.OfEditor, input, layout.Query).Joined(),
            _ => ToResult(state, input, layout.Result),
        };
    }

    private static Outcome<ConsoleState, ConsoleEffect> ToResult(ConsoleState state, InputEvent input, CellRect area) =>
        state.Result switch
        {
            { Failed: null, Open.Tab: ResultTab.Chart } => ChartActions
                .Handle(state.OfCharts, state.ChartInView!, input, ChartFlow.Place(state))
                .Joined(),
            { Failed: null, Open.Tab: ResultTab.Sentence } => EvidenceActions
                .Handle(state.OfSentence, state.FiguresInView!, input, area)
                .Joined(),
            _ => GridActions.Handle(state.OfResult, input, area).Joined(),
        };
}
