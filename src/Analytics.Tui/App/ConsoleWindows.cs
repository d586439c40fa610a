using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Charts;
using Analytics.Tui.Editor;
using Analytics.Tui.Evidence;
using Analytics.Tui.Results;
using Analytics.Tui.Settings;

namespace Analytics.Tui.App;

/// <summary>Gives the window in view the slice of its feature.</summary>
internal static class ConsoleWindows
{
    public static void Draw(ConsoleState state, Window window, CellCanvas canvas)
    {
        switch (window)
        {
            case Window<CommonState> common:
                common.Draw(state.OfAll, canvas);
                break;
            case Window<CatalogueState> catalogue:
                catalogue.Draw(state.OfCatalogue, canvas);
                break;
            case Window<QueryPanelState> editor:
                editor.Draw(state.OfEditor, canvas);
                break;
            case Window<ResultState> result:
                result.Draw(state.OfResult, canvas);
                break;
            case Window<ChartsState> charts:
                charts.Draw(state.OfCharts, canvas);
                break;
            case Window<SentenceState> sentence:
                sentence.Draw(state.OfSentence, canvas);
                break;
            case Window<ConsoleSettings> settings:
                settings.Draw(state.OfSettings, canvas);
                break;
        }
    }

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
            Window<ConsoleSettings> window => window.Handle(state.OfSettings, input).Joined(),
            _ => state,
        };

    /// <summary>The mouse in the window: a press of the left button, or the wheel.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> OnMouse(ConsoleState state, MouseEvent mouse)
    {
        if (mouse is not { Action: MouseAction.Press, Button: MouseButton.Left })
            return mouse.Action is MouseAction.WheelUp or MouseAction.WheelDown ? Handle(state, mouse) : state;
        return state.Window switch
        {
            Window<CommonState> window => window.Press(state.OfAll, mouse).Joined(),
            Window<CatalogueState> window => window.Press(state.OfCatalogue, mouse).Joined(),
            Window<QueryPanelState> window => window.Press(state.OfEditor, mouse).Joined(),
            Window<ResultState> window => window.Press(state.OfResult, mouse).Joined(),
            Window<ChartsState> window => window.Press(state.OfCharts, mouse).Joined(),
            Window<SentenceState> window => window.Press(state.OfSentence, mouse).Joined(),
            Window<ConsoleSettings> window => window.Press(state.OfSettings, mouse).Joined(),
            _ => state,
        };
    }

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
            Window<ConsoleSettings> window => window.Accept(state.OfSettings).Joined(),
            _ => state,
        };
}
