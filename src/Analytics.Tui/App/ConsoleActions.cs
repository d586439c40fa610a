using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Charts;
using Analytics.Tui.Editor;
using Analytics.Tui.Results;
using Analytics.Tui.Settings;

namespace Analytics.Tui.App;

/// <summary>Does what a key is bound to.</summary>
internal static class ConsoleActions
{
    public static Outcome<ConsoleState, ConsoleEffect> Do(ConsoleState state, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.Quit => state with { IsOver = true },
            ConsoleAction.Suspend => Outcome.Of<ConsoleState, ConsoleEffect>(state, new SuspendConsole()),
            ConsoleAction.Menu => ConsoleMenu.OpenBar(state),
            ConsoleAction.Help => state with { Window = Help(state) },
            ConsoleAction.SwitchLanguage => SwitchLanguage(state),
            ConsoleAction.NextPanel => state with { Focus = Turn(state, 1) },
            ConsoleAction.PreviousPanel => state with { Focus = Turn(state, -1) },
            ConsoleAction.ToggleCatalogue => ToggleCatalogue(state),
            ConsoleAction.FocusSql => state with
            {
                Focus = Panel.Query,
                Query = state.Query with { ShowsForm = IsInEditor(state) && HasParameters(state) },
            },
            ConsoleAction.EditParameters => QueryActions.EditParameters(state),
            ConsoleAction.FocusResult => KeptActions.Meanwhile(state) with { Focus = Panel.Result },
            ConsoleAction.Zoom => state with { IsZoomed = !state.IsZoomed },
            ConsoleAction.Back => Back(state),
            ConsoleAction.Interrupt => state.Result.InMotion.Count == 0
                ? state.Say(state.Texts.NothingRuns)
                : QueryActions.CancelAll(state),
            ConsoleAction.Run => QueryActions.Run(state),
            ConsoleAction.OpenEntry => QueryActions.OpenEntry(state),
            ConsoleAction.OpenAsSql => QueryActions.OpenAsSql(state),
            ConsoleAction.Filter => state with { Catalogue = state.Catalogue.WithFilter(TextField.Empty, state.Texts) },
            ConsoleAction.Save => SaveActions.Ask(state),
            ConsoleAction.Accept => Accept(state),
            ConsoleAction.ToggleKey => CompareActions.Toggle(state),
            ConsoleAction.Left => ConsoleInput.ToWidget(state, new KeyEvent(Key.Left)),
            ConsoleAction.Right => ConsoleInput.ToWidget(state, new KeyEvent(Key.Right)),
            ConsoleAction.Up => ConsoleInput.ToWidget(state, new KeyEvent(Key.Up)),
            ConsoleAction.Down => ConsoleInput.ToWidget(state, new KeyEvent(Key.Down)),
            ConsoleAction.Top => ToEnd(state, Key.Home),
            ConsoleAction.Bottom => ToEnd(state, Key.End),
            _ when EditorActions.Do(state, action) is { } outcome => outcome,
            _ when CatalogueActions.Do(state, action) is { } outcome => outcome,
            _ when BufferActions.Do(state, action) is { } outcome => outcome,
            _ when PanelSizing.Do(state, action) is { } outcome => outcome,
            _ when SettingsActions.Do(state, action) is { } outcome => outcome,
            _ => state.Result.Open is { } open
                ? WithLook(state, ChartActions.Do(state, open, action) ?? GridActions.Do(state, open, action))
                : state,
        };

    private static Outcome<ConsoleState, ConsoleEffect> WithLook(ConsoleState before, Outcome<ConsoleState, ConsoleEffect> outcome) =>
        outcome with
        {
            State = Looks.Remembered(before, outcome.State),
        };

    private static bool IsInEditor(ConsoleState state) => state is { Focus: Panel.Query, Query.ShowsForm: false };

    private static bool HasParameters(ConsoleState state) => state.Query.Form?.Query.Parameters.Count > 0;

    private static HelpWindow Help(ConsoleState state) =>
        new(
            HelpPanel.Of(state.Keys, state.Language, [.. ConsoleContexts.Of(state).Select(c => (c, KeyContext.Heading(c, state.Language)))])
        );

    private static ConsoleState SwitchLanguage(ConsoleState state)
    {
        var next = InLanguage(state, state.Language == Language.En ? Language.Zh : Language.En);
        return next.Say(next.Texts.LanguageNow);
    }

    /// <summary>The state with the interface in a language.</summary>
    public static ConsoleState InLanguage(ConsoleState state, Language language)
    {
        var next = state with { Language = language };
        return next with
        {
            Catalogue = next.Catalogue.Rebuilt(next.Texts),
            Query = next.Query with { Form = next.Query.Form?.InLanguage(next.Texts) },
            Result = next.Result with { Open = next.Result.Open is { } open ? open.InLanguage(next.Language) : null },
        };
    }

    private static Panel Turn(ConsoleState state, int step)
    {
        var panels = state.IsCatalogueShown ? new[] { Panel.Catalogue, Panel.Query, Panel.Result } : [Panel.Query, Panel.Result];
        return panels[(Array.IndexOf(panels, state.Focus) + step + panels.Length) % panels.Length];
    }

    /// <summary>Where it has no focus, the catalogue gets it; where it has, it hides, so that the rest has room.</summary>
    private static ConsoleState ToggleCatalogue(ConsoleState state) =>
        state.Focus == Panel.Catalogue && state.IsCatalogueShown
            ? state with
            {
                IsCatalogueShown = false,
                Focus = state.Result.Open is null ? Panel.Query : Panel.Result,
            }
            : state with
            {
                IsCatalogueShown = true,
                Focus = Panel.Catalogue,
            };

    /// <summary>Esc goes out of the innermost thing there is.</summary>
    private static Outcome<ConsoleState, ConsoleEffect> Back(ConsoleState state)
    {
        if (state.Window is not null)
            return state with { Window = null };
        if (state.Result.InMotion.Count > 0)
            return QueryActions.Cancel(state);
        if (state.Focus == Panel.Catalogue && state.Catalogue.Filter is not null)
            return state with { Catalogue = state.Catalogue.WithFilter(null, state.Texts) };
        if (state.Focus != Panel.Query && state.Result.Failed is not null)
            return state with { Result = state.Result with { Failed = null } };
        if (state.IsZoomed)
            return state with { IsZoomed = false };
        return state.Focus switch
        {
            Panel.Query when state.Query.ShowsForm => state with { Focus = Panel.Catalogue, IsCatalogueShown = true },
            Panel.Query => state with { Focus = Panel.Result },
            Panel.Result when state.IsCatalogueShown => state with { Focus = Panel.Catalogue },
            _ => state,
        };
    }

    private static Outcome<ConsoleState, ConsoleEffect> Accept(ConsoleState state) =>
        state.Window switch
        {
            KeysWindow keys => CompareActions.Accept(state, keys),
            PickWindow { List.Selected: >= 0 and var at } pick when pick.Items[at].Choice is BufferChoice buffer => BufferActions.Show(
                state,
                buffer.Index
            ),
            PickWindow pick => OperationActions.Accept(state, pick),
            QuestionWindow ask => OperationActions.Accept(state, ask),
            ChartFormWindow form => ChartForm.Accept(state, form),
            SaveWindow save => SaveActions.Accept(state, save),
            ReplaceWindow replace => SaveActions.Answer(state, replace),
            AskWindow or ChooseWindow or ConfirmWindow => EditorWindows.Accept(state),
            FilePathWindow or LoadFileWindow => FileActions.Accept(state),
            _ => QueryActions.OpenEntry(state with { Catalogue = state.Catalogue.WithFilter(null, state.Texts) }),
        };

    private static ConsoleState ToEnd(ConsoleState state, Key key)
    {
        var isGrid = state.Focus == Panel.Result && state.Result is { Failed: null, Open.Tab: ResultTab.Grid };
        return ConsoleInput.ToWidget(state, new KeyEvent(key, isGrid ? KeyModifiers.Ctrl : KeyModifiers.None));
    }
}
