using Analytics.Terminal.Runtime;
using Analytics.Tui.Editor;
using Analytics.Tui.Results;
using Analytics.Tui.Settings;

namespace Analytics.Tui.App;

/// <summary>Running what the focused panel is about.</summary>
internal static class QueryActions
{
    /// <summary>Runs the form, the editor, or, elsewhere, the last query again.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Run(ConsoleState state)
    {
        if (state.Focus == Panel.Query && state.Query.ShownForm is { } form)
            return RunForm(state, form);
        var query = state.Focus == Panel.Query ? EditorActions.AtCursor(state.Query.Editor) : state.Result.LastQuery;
        return query is null ? state.Say(state.Texts.NothingToRun) : Start(state, query);
    }

    /// <summary>Runs all statements of the editor.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> RunAll(ConsoleState state) =>
        string.IsNullOrWhiteSpace(state.Query.Editor.Text)
            ? state.Say(state.Texts.NothingToRun)
            : Start(state, new SqlRequest(state.Query.Editor.Text));

    /// <summary>Starts a query; one that still runs is cancelled.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Start(ConsoleState state, QueryRequest query) =>
        state.IsSessionOpen
            ? RunActions
                .Start(state.OfResult, query)
                .Joined()
                .Then(s => EditorActions.Started(s.OfEditor, query).Joined())
                .Then(s => s with { Focus = StaysInEditor(state) ? Panel.Query : s.Focus })
            : state.Say(state.Texts.NoEngine, isError: true);

    private static bool StaysInEditor(ConsoleState state) =>
        state is { Focus: Panel.Query, Query.ShownForm: null, Settings.FocusAfterRun: RunFocus.Editor };

    private static Outcome<ConsoleState, ConsoleEffect> RunForm(ConsoleState state, ParameterForm form)
    {
        var tested = form.Checked(state.Texts);
        var next = state with { Query = state.Query with { Form = tested } };
        return tested.HasFaults ? next : Start(next, form.Request());
    }
}
