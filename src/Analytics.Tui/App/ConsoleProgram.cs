using Analytics.Figures;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Analytics.Tui.App.Running;
using Analytics.Tui.Editor;
using Analytics.Tui.Pages;
using Analytics.Tui.Settings;

namespace Analytics.Tui.App;

/// <summary>The console as a program of the toolkit.</summary>
internal static class ConsoleProgram
{
    // While a query runs its time is shown, and its mark turns.
    private static readonly TimeSpan TickPeriod = TimeSpan.FromMilliseconds(100);

    /// <param name="runner">Does what the state asks for; not owned.</param>
    /// <param name="language"><c>zh</c> or <c>en</c> at the start.</param>
    /// <param name="time">The clock that elapsed times and spinners go by.</param>
    /// <param name="commands">How requests are written as commands.</param>
    /// <param name="settings">At the start; null for the defaults.</param>
    /// <param name="page">The page that is the first screen; without a name the home page, null for catalogue and SQL.</param>
    public static Program<ConsoleState, ConsoleEvent, ConsoleEffect> Create(
        EffectRunner runner,
        Language language,
        TimeProvider time,
        CommandSyntax commands,
        ConsoleSettings? settings = null,
        PageRequest? page = null
    )
    {
        var start = time.GetTimestamp();
        return new()
        {
            Start = size => Start(size, time.GetLocalNow(), language, commands, settings ?? ConsoleSettings.Of(ConsoleKeys.Map), page),
            Update = ConsoleUpdate.Update,
            Draw = ConsoleDraw.Draw,
            FromInput = input => new InputHappened(input, time.GetElapsedTime(start)),
            Perform = runner.Perform,
            IsOver = state => state.IsOver,
            Panels = ConsolePanels.Of,
            Window = Window,
            Form = QueryForm,
            Menu = state => state.Menu,
            Colors = state => Schemes.Of(state.Settings.Theme),
            TickPeriod = state =>
                state.Result.InMotion.Count > 0 ? TickPeriod
                : AutoSave.IsWaiting(state.Query) ? AutoSave.Period
                : state.Pages is { IsShown: true, Open.IsLoading: true } ? PageView.Patience
                : null,
        };
    }

    // What was typed into a file dialog is the dialog's own: it waits, without room, for a larger screen.
    private static ProgramWindow? Window(ConsoleState state, AmbiguousWidth ambiguous) =>
        ConsoleWindows.Describe(state, ambiguous) switch
        {
            ProgramFileDialog files when ConsoleLayout.Of(state).IsTooSmall => files with { Room = default },
            { } window when !ConsoleLayout.Of(state).IsTooSmall => window,
            _ => null,
        };

    /// <summary>The form of a canned query, in the place of the editor.</summary>
    private static ProgramForm? QueryForm(ConsoleState state)
    {
        var layout = ConsoleLayout.Of(state);
        return state.Query.ShownForm is { } form && !layout.IsTooSmall && !layout.Query.IsEmpty
            ? new(
                form.Form,
                QueryPanel.FormArea(form, layout.Query, state.Texts),
                Theme.Window,
                state.Window is null && state.Focus == Panel.Query
            )
            : null;
    }

    private static Outcome<ConsoleState, ConsoleEffect> Start(
        CellSize size,
        DateTimeOffset began,
        Language language,
        CommandSyntax commands,
        ConsoleSettings settings,
        PageRequest? page
    ) =>
        Outcome.Of<ConsoleState, ConsoleEffect>(
            new ConsoleState
            {
                Size = size,
                Began = began,
                Language = language,
                Commands = commands,
                Settings = settings,
                Pages = PagesState.Empty with { IsShown = page is not null, Wanted = page is { Page.Length: > 0 } ? page : null },
            },
            new ReadState(),
            new OpenSession()
        );
}
