using Analytics.Engine.Sessions;
using Analytics.Engine.Workspaces;
using Analytics.Figures;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Editor;
using Analytics.Tui.Results;

namespace Analytics.Tui.App;

/// <summary>Something that was done in this session.</summary>
/// <param name="At">When it was done.</param>
/// <param name="What">In words.</param>
/// <param name="Sql">What does it again; null where SQL cannot, or where it failed.</param>
internal sealed record SessionEntry(DateTimeOffset At, string What, string? Sql)
{
    /// <summary>What SQL calls the result that it gave; null where it gave none.</summary>
    public string? Result { get; init; }
}

/// <summary>Notes what is done: statements, operations, names, files opened and written.</summary>
internal static class SessionLog
{
    /// <summary>The state with what an answer says was done.</summary>
    public static ConsoleState Noted(ConsoleState before, ConsoleState state, ConsoleEvent answer) =>
        EntryOf(before, state, answer) is { } entry ? state with { Log = state.Log.Add(entry) } : state;

    private static SessionEntry? EntryOf(ConsoleState before, ConsoleState state, ConsoleEvent answer)
    {
        return answer switch
        {
            QueryFinished done when Task(done.Request) is { } task => Entry(
                $"{done.Result.Name} · {state.Texts.RowsKept(done.Progress)} · {Texts.Time(done.Progress.Elapsed)} · {Title(task.Query)}",
                SqlOf(task.Query, done.Result)
            ) with
            {
                Result = done.Result.Name,
            },
            StatementDone done when Task(done.Request) is { } task => Entry(
                $"{state.Texts.Done(done.RowsChanged, done.Elapsed)} · {Title(task.Query)}",
                task.Query.Sql
            ),
            QueryFailed failed when Task(failed.Request) is { } task => Entry(
                $"{state.Texts.Error} · {Title(task.Query)} · {failed.Message.In(state.Language)}",
                null
            ),
            ResultRenamed { Fault: null, Alias: { } alias } named => Entry(
                state.Texts.Renamed(named.Result.Name, alias),
                $"CREATE OR REPLACE TEMP VIEW {PlainSql.Name(alias)} AS FROM {named.Result.Name}"
            ),
            FileSaved { Rows: null } chart => Entry(state.Texts.ChartWritten(chart.Path, SourceOf(chart.Request)), null),
            FileSaved rows => Entry($"{SourceOf(rows.Request)}: " + Said(rows), null),
            DataFileOpened { File: { ReopenSql: { } sql } file } => Entry($"{state.Texts.OpenedFile(file.Name)} ({file.Path})", sql),
            DataFileOpened { File: var file } => Entry(
                $"{state.Texts.OpenedFile(file.Name)} ({file.Path}) · {state.Texts.OpenedByCommand(state.Commands.OfBatch(Opening(file)))}",
                null
            ),
            DataFileClosed { Fault: null } closed => Entry(state.Texts.ClosedFile(closed.File.Name), closed.File.CloseSql),
            _ => null,
        };

        RunningState? Task(int request) => before.Result.Task(request);
        string Title(QueryRequest query) => query.Title(state.Language);
        string SourceOf(int request) => Task(request)?.Query is SaveRequest save ? save.Source.Name : "";
        string Said(FileSaved saved) => state.Texts.SavedRows(saved.Path, saved.Rows ?? 0, saved.IsTruncated, saved.Bytes, saved.Part);
        SessionEntry Entry(string what, string? sql) => new(state.Began + state.Now, what, sql);
    }

    /// <summary>Batch, asked for the rows of a file.</summary>
    private static BatchRequest Opening(OpenedFile file) =>
        new(null, $"FROM {PlainSql.Name(file.Name)}", [], [file.Argument]) { Reading = OpenSettings.Of([file]) ?? [] };

    private static string SqlOf(QueryRequest query, KeptResult result) =>
        query switch
        {
            CannedRequest canned => PlainSql.Of(canned.File, canned.Values),
            OperationRequest => result.Source.Sql,
            _ => query.Sql,
        };
}
