using Analytics.Engine.Workspaces;
using Analytics.Terminal.Runtime;
using Analytics.Tui.App.Running;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Charts;
using Analytics.Tui.Editor;
using Analytics.Tui.Evidence;
using Analytics.Tui.Pages;
using Analytics.Tui.Results;
using Analytics.Tui.Settings;

namespace Analytics.Tui.App;

/// <summary>Takes in the answers of effects; those to a request that is no longer wanted are dropped.</summary>
internal static class ConsoleAnswers
{
    public static Outcome<ConsoleState, ConsoleEffect> Apply(ConsoleState state, ConsoleEvent answer) =>
        OfFeature(state, answer)
            .Then(next => Follow(state, next, answer))
            .Then(next => Remember(state, next, answer))
            .Then(next => SessionLog.Noted(state, next, answer));

    private static Outcome<ConsoleState, ConsoleEffect> OfFeature(ConsoleState state, ConsoleEvent answer) =>
        answer switch
        {
            // Their files are read when pages are looked at.
            SessionOpened opened => state.Pages.IsShown
                ? Outcome.Of<ConsoleState, ConsoleEffect>(WithQueries(state, opened), new ReadPages())
                : WithQueries(state, opened),
            SessionRemarked told => state.Say(told.Remark.In(state.Language)),
            SessionFailed failed => state with { Faults = state.Faults.Add(failed.Message) },
            StepsRead { IsShown: true } read => state.Result.Open is { } open && open.Name == read.Result.Name
                ? state with
                {
                    Window = Steps.Window(state.OfResult, open, read.Sql),
                }
                : state,
            StepsRead read => (EditorActions.Replaced(state.OfEditor, read.Sql) with { Focus = Panel.Query }).Joined(),
            _ when SessionLogWindow.Apply(state, answer) is { } told => told,
            StateHasBeenRead read => Restored(state, read.Stored),
            _ when CatalogueActions.Apply(state.OfCatalogue, answer) is { } part => part.Joined(),
            _ when EditorAnswers.Apply(state.OfEditor, answer) is { } part => part.Joined(),
            _ when ResultAnswers.Apply(state.OfResult, answer) is { } part => part.Joined(),
            _ when ChartAnswers.Apply(state.OfCharts, state.ChartAskedBy, answer, state.Commands.OfBatch) is { } part => part.Joined(),
            _ when EvidenceActions.Apply(state.OfSentence, state.FiguresInView, answer) is { } part => part.Joined(),
            _ when PageActions.Apply(state.OfPages, answer) is { } part => part.Joined(),
            _ when SettingsActions.Apply(state.OfSettings, answer) is { } part => part.Joined(),
            _ => throw new InvalidOperationException($"{answer.GetType().Name} is no answer that the console knows."),
        };

    /// <summary>What an answer about one feature means for another.</summary>
    private static Outcome<ConsoleState, ConsoleEffect> Follow(ConsoleState before, ConsoleState state, ConsoleEvent answer) =>
        answer switch
        {
            StatementDone done when before.Result.Task(done.Request) is not null => WithOtherNames(state, new ReadTables()),
            QueryFinished finished when before.Result.Task(finished.Request)?.Query is SqlRequest { IsScript: true } => WithOtherNames(
                state,
                new ReadTables()
            ),
            DataFileOpened or DataFileClosed { Fault: null } => WithOtherNames(state),
            // SQL of the editor stays there and gets the focus back.
            QueryFailed failed when before.Result.Task(failed.Request)?.Query is SqlRequest sql => EditorActions
                .Failed(state.OfEditor, sql, failed.Position)
                .Joined(),
            _ => state,
        };

    /// <summary>What came of SQL is noted in the history.</summary>
    private static Outcome<ConsoleState, ConsoleEffect> Remember(ConsoleState before, ConsoleState state, ConsoleEvent answer)
    {
        return answer switch
        {
            QueryFinished { Progress: var p } done => Noted(done.Request, p.Elapsed, p.Rows, p.State == KeptState.Failed),
            StatementDone done => Noted(done.Request, done.Elapsed, done.RowsChanged, hasFailed: false),
            QueryFailed failed => Noted(failed.Request, null, null, hasFailed: true),
            QueryCancelled cancelled => Noted(cancelled.Request, cancelled.Elapsed, null, hasFailed: false),
            _ => state,
        };

        Outcome<ConsoleState, ConsoleEffect> Noted(int request, TimeSpan? elapsed, long? rows, bool hasFailed) =>
            before.Result.Task(request) is { Query: SqlRequest sql } task
                ? EditorActions.Ended(state.OfEditor, sql, elapsed ?? state.Now - task.StartedAt, rows, hasFailed).Joined()
                : state;
    }

    private static Outcome<ConsoleState, ConsoleEffect> WithOtherNames(ConsoleState state, params ConsoleEffect[] effects) =>
        Completing.Outdated(state.OfEditor).Doing(effects).Joined();

    private static ConsoleState WithQueries(ConsoleState state, SessionOpened opened) =>
        state with
        {
            IsSessionOpen = true,
            Faults = state.Faults.AddRange(opened.Faults),
            Catalogue = (state.Catalogue with { IsSafe = opened.IsSafe }).WithQueries(opened.Queries, state.Texts),
        };

    private static ConsoleState Restored(ConsoleState state, StoredState stored) =>
        state with
        {
            Faults = state.Faults.AddRange(stored.Faults),
            Sizes = stored.Sizes,
            Settings = state.Settings.With(stored.Choices),
            Query = EditorAnswers.Restored(state.Query, stored.Buffers, stored.History),
        };
}
