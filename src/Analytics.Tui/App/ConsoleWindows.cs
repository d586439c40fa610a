using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Charts;
using Analytics.Tui.Editor;
using Analytics.Tui.Evidence;
using Analytics.Tui.Pages;
using Analytics.Tui.Results;
using Analytics.Tui.Settings;

namespace Analytics.Tui.App;

/// <summary>Gives the window in view the slice of its feature.</summary>
internal static class ConsoleWindows
{
    /// <summary>The window for the screen; null for none.</summary>
    public static ProgramWindow? Describe(ConsoleState state, AmbiguousWidth ambiguous) =>
        state.Window switch
        {
            Window<CommonState> window => window.Describe(state.OfAll, ambiguous),
            Window<CatalogueState> window => window.Describe(state.OfCatalogue, ambiguous),
            Window<QueryPanelState> window => window.Describe(state.OfEditor, ambiguous),
            Window<ResultState> window => window.Describe(state.OfResult, ambiguous),
            Window<ChartsState> window => window.Describe(state.OfCharts, ambiguous),
            Window<SentenceState> window => window.Describe(state.OfSentence, ambiguous),
            Window<PagesState> window => window.Describe(state.OfPages, ambiguous),
            Window<ConsoleSettings> window => window.Describe(state.OfSettings, ambiguous),
            _ => null,
        };

    /// <summary>Keys that no binding took, text, and the wheel.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Handle(ConsoleState state, InputEvent input) =>
        state.Window switch
        {
            Window<CommonState> window => window.Handle(state.OfAll, input).Joined(),
            Window<CatalogueState> window => window.Handle(state.OfCatalogue, input).Joined(),
            Window<QueryPanelState> window => window.Handle(state.OfEditor, input).Joined(),
            Window<ResultState> window => window.Handle(state.OfResult, input).Joined(),
            Window<ChartsState> window => window.Handle(state.OfCharts, input).Joined(),
            Window<SentenceState> window => window.Handle(state.OfSentence, input).Joined(),
            Window<PagesState> window => window.Handle(state.OfPages, input).Joined(),
            Window<ConsoleSettings> window => window.Handle(state.OfSettings, input).Joined(),
            _ => state,
        };

    /// <summary>What the mouse did to a row, a field or the scroll bar.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Press(ConsoleState state, WindowEvent pressed) =>
        state.Window switch
        {
            Window<CommonState> window => window.Press(state.OfAll, pressed).Joined(),
            Window<CatalogueState> window => window.Press(state.OfCatalogue, pressed).Joined(),
            Window<QueryPanelState> window => window.Press(state.OfEditor, pressed).Joined(),
            Window<ResultState> window => window.Press(state.OfResult, pressed).Joined(),
            Window<ChartsState> window => window.Press(state.OfCharts, pressed).Joined(),
            Window<SentenceState> window => window.Press(state.OfSentence, pressed).Joined(),
            Window<PagesState> window => window.Press(state.OfPages, pressed).Joined(),
            Window<ConsoleSettings> window => window.Press(state.OfSettings, pressed).Joined(),
            _ => state,
        };

    /// <summary>A key for the buttons of the window; null if it is for something else.</summary>
    public static Outcome<ConsoleState, ConsoleEffect>? OnButtons(ConsoleState state, KeyEvent key)
    {
        if (state.Window is not { } window || WindowKeys.Handle(window, key, state.Texts) is not var (next, pressed))
            return null;
        if (pressed is { } button)
            return PressButton(state, button);
        return state with { Window = next };
    }

    /// <summary>Does what a button says.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> PressButton(ConsoleState state, int button) =>
        state.Window switch
        {
            Window<CommonState> window => window.PressButton(state.OfAll, button).Joined(),
            Window<CatalogueState> window => window.PressButton(state.OfCatalogue, button).Joined(),
            Window<QueryPanelState> window => window.PressButton(state.OfEditor, button).Joined(),
            Window<ResultState> window => window.PressButton(state.OfResult, button).Joined(),
            Window<ChartsState> window => window.PressButton(state.OfCharts, button).Joined(),
            Window<SentenceState> window => window.PressButton(state.OfSentence, button).Joined(),
            Window<PagesState> window => window.PressButton(state.OfPages, button).Joined(),
            Window<ConsoleSettings> window => window.PressButton(state.OfSettings, button).Joined(),
            _ => state,
        };

    /// <summary>Does what the window was opened for.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Accept(ConsoleState state) =>
        state.Window switch
        {
            Window<CommonState> window => window.Accept(state.OfAll).Joined(),
            Window<CatalogueState> window => window.Accept(state.OfCatalogue).Joined(),
            Window<QueryPanelState> window => window.Accept(state.OfEditor).Joined(),
            Window<ResultState> window => window.Accept(state.OfResult).Joined(),
            Window<ChartsState> window => window.Accept(state.OfCharts).Joined(),
            Window<SentenceState> window => window.Accept(state.OfSentence).Joined(),
            Window<PagesState> window => window.Accept(state.OfPages).Joined(),
            Window<ConsoleSettings> window => window.Accept(state.OfSettings).Joined(),
            _ => state,
        };
}
