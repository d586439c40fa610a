using Analytics.Terminal.Runtime;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Charts;
using Analytics.Tui.Editor;
using Analytics.Tui.Evidence;
using Analytics.Tui.Results;

namespace Analytics.Tui.App;

/// <summary>Takes in the answers of effects; those to a request that is no longer wanted are dropped.</summary>
internal static class ConsoleAnswers
{
    public static Outcome<ConsoleState, ConsoleEffect> Apply(ConsoleState state, ConsoleEvent answer) =>
        answer switch
        {
            SessionOpened opened => WithQueries(state, opened),
            SessionFailed failed => state with { Faults = state.Faults.Add(failed.Message) },
            DataFailed failed => state with
            {
                Faults = state.Faults.Add(failed.Message),
                Catalogue =
                    failed.Tables.Count > 0 ? state.Catalogue.WithTables(failed.Tables, failed.Files, state.Texts) : state.Catalogue,
            },
            TablesRead read => state with
            {
                Catalogue = state.Catalogue.WithTables(read.Tables, read.Files, state.Texts),
                Result = state.Result with { Facts = read.Facts ?? state.Result.Facts },
            },
            RowsCounted counted => state with { Catalogue = state.Catalogue.WithCount(counted.Name, counted.Rows, state.Texts) },
            StatementDone done => IsRunning(state, done.Request)
                ? Outcome.Of<ConsoleState, ConsoleEffect>(
                    Completing.Outdated(Stopped(state, done.Request)).Say(state.Texts.Done(done.RowsChanged, done.Elapsed)),
                    new ReadTables()
                )
                : state,
            QueryFailed failed => IsRunning(state, failed.Request) ? Failed(state, failed) : state,
            QueryCancelled cancelled => IsRunning(state, cancelled.Request)
                ? Stopped(state, cancelled.Request).Say(state.Texts.Cancelled(cancelled.Elapsed))
                : state,
            ChoicesRead read => state.Query.Form is { } form && form.Request == read.Request
                ? state with
                {
                    Query = state.Query with { Form = form.WithChoices(read.Choices, state.Texts) },
                }
                : state,
            ChoicesFailed failed => state.Query.Form?.Request == failed.Request ? state.Announce(failed.Message, isError: true) : state,
            ObservationsRead read => state with { Sentence = state.Sentence.With(read) },
            ArticleRead read => state.Window is ArticleWindow article && article.Request == read.Request
                ? state with
                {
                    Window = article with { Text = read.Text, IsRead = true },
                }
                : state,
            ChartBuilt built => ChartAnswers.Built(state, built),
            ChartRefused refused => ChartAnswers.Failed(
                state,
                new ChartFailed(refused.Request, Localized.Same(state.Texts.TooManyRows(refused.Rows)))
            ),
            ChartFailed failed => ChartAnswers.Failed(state, failed),
            _ when PixelActions.Apply(state, answer) is { } next => next,
            FileSaved or FileExists or SaveProgress or SaveCancelled or SaveFailed => SaveActions.Apply(state, answer),
            _ when EditorAnswers.Apply(state, answer) is { } outcome => outcome,
            _ when FileAnswers.Apply(state, answer) is { } outcome => outcome,
            _ => ResultAnswers.Apply(state, answer)
                ?? throw new InvalidOperationException($"{answer.GetType().Name} is no answer that the console knows."),
        };

    private static ConsoleState WithQueries(ConsoleState state, SessionOpened opened) =>
        state with
        {
            IsSessionOpen = true,
            Faults = state.Faults.AddRange(opened.Faults),
            Catalogue = (state.Catalogue with { IsSafe = opened.IsSafe }).WithQueries(opened.Queries, state.Texts),
        };

    private static bool IsRunning(ConsoleState state, int request) => state.Result.Task(request) is not null;

    private static ConsoleState Stopped(ConsoleState state, int request) => state with { Result = state.Result.WithoutTask(request) };

    /// <summary>SQL of the editor stays there, marked where it is wrong, and gets the focus back.</summary>
    private static ConsoleState Failed(ConsoleState state, QueryFailed failed)
    {
        var query = state.Result.Task(failed.Request)!.Query;
        var next = state with
        {
            Result = state.Result.WithoutTask(failed.Request) with { Failed = new FailedState(query, failed.Message, failed.Position, 0) },
        };
        if (query is not SqlRequest sql)
            return next;
        var editor = next.Query.Editor;
        if (failed.Position is { } position)
        {
            var place = editor.PositionAt(sql.Offset + position);
            editor = editor.MoveTo(place) with { ErrorMark = place };
        }
        return next with { Focus = Panel.Query, Query = next.Query with { ShowsForm = false, Editor = editor } };
    }
}
