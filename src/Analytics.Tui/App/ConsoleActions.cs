using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Editor;
using Analytics.Tui.Evidence;
using Analytics.Tui.Pages;
using Analytics.Tui.Results;
using Analytics.Tui.Settings;

namespace Analytics.Tui.App;

/// <summary>Does what a key is bound to.</summary>
internal static class ConsoleActions
{
    public static Outcome<ConsoleState, ConsoleEffect> Do(ConsoleState state, ConsoleAction action) =>
        state.Window is null or Window<PagesState> && PageFlow.Do(state, action) is { } onPage
            ? onPage
            : OnPanels(PageFlow.Left(state, action), action);

    private static Outcome<ConsoleState, ConsoleEffect> OnPanels(ConsoleState state, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.Quit => state with { IsOver = true },
            ConsoleAction.Suspend => Outcome.Of<ConsoleState, ConsoleEffect>(state, new SuspendConsole()),
            ConsoleAction.Menu => ConsoleMenu.OpenBar(state),
            ConsoleAction.Help => state with { Window = HelpWindow.Of(state) },
            ConsoleAction.Palette => Completing.Stopped(state.OfEditor with { Window = CommandsWindow.Of(state) }).Joined(),
            ConsoleAction.SwitchLanguage => SwitchLanguage(state),
            ConsoleAction.NextPanel => state with { Focus = Turn(state, 1) },
            ConsoleAction.PreviousPanel => state with { Focus = Turn(state, -1) },
            ConsoleAction.FocusCatalogue => state with { Focus = Panel.Catalogue, IsCatalogueShown = true },
            ConsoleAction.ToggleCatalogue => ToggleCatalogue(state),
            ConsoleAction.FocusSql => state with
            {
                Focus = Panel.Query,
                Query = state.Query with { ShowsForm = IsInEditor(state) && HasParameters(state) },
            },
            ConsoleAction.EditParameters => EntryActions.EditParameters(state),
            ConsoleAction.FocusResult => (KeptActions.Meanwhile(state.OfResult) with { Focus = Panel.Result }).Joined(),
            ConsoleAction.Zoom => state with { IsZoomed = !state.IsZoomed },
            ConsoleAction.Back => Back(state),
            ConsoleAction.Interrupt => RunActions.CancelAll(state.OfResult).Joined(),
            ConsoleAction.Run => QueryActions.Run(state),
            ConsoleAction.RunAll => QueryActions.RunAll(state),
            ConsoleAction.OpenEntry => EntryActions.Open(state),
            ConsoleAction.OpenAsSql => EntryActions.OpenAsSql(state),
            ConsoleAction.InsertName => EntryActions.Insert(state),
            ConsoleAction.CloseEntry when EntryActions.DropKept(state) is { } dropped => dropped,
            ConsoleAction.OpenDataFile => Completing.Stopped(state.OfEditor).Joined().Then(s => FileActions.Ask(s.OfCatalogue).Joined()),
            ConsoleAction.SaveSession => SessionLogWindow.Open(state),
            ConsoleAction.Save => SaveActions.Ask(state.OfResult).Joined(),
            ConsoleAction.SaveWithEvidence => SaveActions.Ask(state.OfResult, withEvidence: true).Joined(),
            ConsoleAction.Accept when state.Window is not null => ConsoleWindows.Accept(state),
            ConsoleAction.Accept => EntryActions.Open(state with { Catalogue = state.Catalogue.WithFilter(null, state.Texts) }),
            ConsoleAction.Left => ConsoleInput.ToWidget(state, new KeyEvent(Key.Left)),
            ConsoleAction.Right => ConsoleInput.ToWidget(state, new KeyEvent(Key.Right)),
            ConsoleAction.Up => ConsoleInput.ToWidget(state, new KeyEvent(Key.Up)),
            ConsoleAction.Down => ConsoleInput.ToWidget(state, new KeyEvent(Key.Down)),
            ConsoleAction.Top => ToEnd(state, Key.Home),
            ConsoleAction.Bottom => ToEnd(state, Key.End),
            // How charts are shown is a setting, but asked for where there may be a chart.
            ConsoleAction.ChartPixels when state.Result.Open is null => state,
            _ when EditorActions.Do(state.OfEditor, action) is { } part => part.Joined(),
            _ when CatalogueActions.Do(state.OfCatalogue, action) is { } part => part.Joined(),
            _ when PanelSizing.Do(state, action) is { } outcome => outcome,
            _ when SettingsActions.Do(state.OfSettings, action) is { } part => part.Joined(),
            _ => state.Result.Open is { } open ? OfResult(state, open, action) : state,
        };

    /// <summary>What acts on the result in view: on its figures, its chart, or its rows.</summary>
    private static Outcome<ConsoleState, ConsoleEffect> OfResult(ConsoleState state, OpenResult open, ConsoleAction action)
    {
        if (EvidenceActions.Do(state.OfSentence, state.FiguresInView!, action) is { } sentence)
            return sentence.Joined();
        if (ChartFlow.Do(state, action) is { } chart)
            return chart;
        return GridActions.Do(state.OfResult, open, ConsoleLayout.Of(state).Result, action) is { } grid
            ? (grid with { Own = Looks.Remembered(state.Result, grid.Own) }).Joined()
            : state;
    }

    private static bool IsInEditor(ConsoleState state) => state is { Focus: Panel.Query, Query.ShowsForm: false };

    private static bool HasParameters(ConsoleState state) => state.Query.Form?.Query.Parameters.Count > 0;

    private static ConsoleState SwitchLanguage(ConsoleState state)
    {
        var next = state with { Language = state.Language == Language.En ? Language.Zh : Language.En };
        return next.Say(next.Texts.LanguageNow);
    }

    private static Panel Turn(ConsoleState state, int step)
    {
        var panels = state.IsCatalogueShown ? new[] { Panel.Catalogue, Panel.Query, Panel.Result } : [Panel.Query, Panel.Result];
        return panels[(Array.IndexOf(panels, state.Focus) + step + panels.Length) % panels.Length];
    }

    /// <summary>
    /// Hides the catalogue, so that the rest has room, or shows it; where it lies over the rest it shows with the focus alone.
    /// </summary>
    private static ConsoleState ToggleCatalogue(ConsoleState state)
    {
        var isOverlay = ConsoleLayout.Of(state).IsOverlay;
        var hasFocus = state.Focus == Panel.Catalogue;
        if (isOverlay ? hasFocus : state.IsCatalogueShown)
        {
            var rest = state.Result.Open is null ? Panel.Query : Panel.Result;
            return state with { IsCatalogueShown = false, Focus = hasFocus ? rest : state.Focus };
        }

        return state with
        {
            IsCatalogueShown = true,
            Focus = isOverlay ? Panel.Catalogue : state.Focus,
        };
    }

    /// <summary>Esc goes out of the innermost thing there is.</summary>
    private static Outcome<ConsoleState, ConsoleEffect> Back(ConsoleState state)
    {
        if (state.Window is not null)
            return state with { Window = null };
        if (state.Result.InMotion.Count > 0)
            return RunActions.Cancel(state.OfResult).Joined();
        if (state.Focus == Panel.Catalogue && state.Catalogue.Filter is not null)
        {
            var all = state with { Catalogue = state.Catalogue.WithFilter(null, state.Texts) };
            return OnCommands(all, KeyContext.Catalogue, ConsoleAction.Filter);
        }

        if (state.Focus != Panel.Query && state.Result.Failed is not null)
            return state with { Result = state.Result with { Failed = null } };
        if (state.IsZoomed)
            return state with { IsZoomed = false };
        return state.Focus switch
        {
            Panel.Query when state.Query.ShowsForm => OnCommands(
                state with
                {
                    Focus = Panel.Catalogue,
                    IsCatalogueShown = true,
                },
                KeyContext.Anywhere,
                ConsoleAction.FocusSql
            ),
            Panel.Query => OnCommands(state with { Focus = Panel.Result }, KeyContext.Anywhere, ConsoleAction.FocusSql),
            Panel.Result when state.IsCatalogueShown => state with { Focus = Panel.Catalogue },
            _ => state,
        };
    }

    /// <summary>Says that letters, which were text a moment ago, are commands now, and which key leads back.</summary>
    private static ConsoleState OnCommands(ConsoleState state, string context, ConsoleAction back) =>
        state.Say(state.Texts.KeysAreCommands(context, back));

    private static Outcome<ConsoleState, ConsoleEffect> ToEnd(ConsoleState state, Key key)
    {
        // Where there are columns as well, Home and End alone go along the row.
        var hasColumns =
            state is { Window: null, Pages.IsShown: true }
            || (state.Focus == Panel.Result && state.Result is { Failed: null, Open.Tab: ResultTab.Grid });
        return ConsoleInput.ToWidget(state, new KeyEvent(key, hasColumns ? KeyModifiers.Ctrl : KeyModifiers.None));
    }
}
