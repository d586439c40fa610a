using Analytics.Actions;
using Analytics.Charts;
using Analytics.DuckDb;
using Analytics.Engine;
using Analytics.Engine.Queries;
using Analytics.Engine.Workspaces;
using Analytics.Engine.Sessions;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets;
using Analytics.Tui.Charts;
using Analytics.Tui.Results;

namespace Analytics.Tui.Running;

/// <summary>
/// Does the console's effects on worker threads and posts their answers. Owns the session, which one worker uses at a
/// time; whatever needs it waits for its turn. Cancelling needs no turn.
/// </summary>
sealed partial class EffectRunner(SessionOptions options, TimeProvider time, Buffers.StateFolder? folder = null) : IDisposable
{
    /// <summary>Rows that any chart takes at most; charts of marks to be read take fewer and say so.</summary>
    const int MostChartRows = 100_000;

    static readonly TimeSpan PatienceAtEnd = TimeSpan.FromSeconds(2);

    readonly Lock turn = new();
    readonly QueryCancellation cancellation = new();
    // Entered to read by whatever uses results without the session, and to write by the end, which must not close the engine under them.
    readonly ReaderWriterLockSlim reading = new();
    Workspace? workspace;

    // Why the product's tables could not be read at the start. Some may stand in the database all the same, and would be in the way of a second try.
    string? dataFault;

    public void Perform(ConsoleEffect effect, EffectContext<ConsoleEvent> context)
    {
        switch (effect)
        {
            case CancelQuery cancel:
                cancellation.Cancel(cancel.Request);
                break;
            case CopyText copy:
                context.CopyToClipboard(copy.Text);
                break;
            case SuspendConsole:
                context.Suspend();
                break;
            case ReadRows or ReadProgress or SaveFile or CopyCells or Tui.CopyCommand:
                BesideQueries(effect, context);
                break;
            case var editing when PerformEditing(editing, context):
                break;
            case var files when PerformFiles(files, context):
                break;
            default:
                lock (turn)
                    InTurn(effect, context.Post);
                break;
        }
    }

    /// <summary>Stops what runs and closes the engine. A worker that does not stop in time keeps it until the process ends.</summary>
    public void Dispose()
    {
        cancellation.CancelAll();
        if (!turn.TryEnter(PatienceAtEnd))
            return;
        if (reading.TryEnterWriteLock(PatienceAtEnd))
        {
            workspace?.Dispose();
            workspace = null;
            reading.ExitWriteLock();
        }
        lock (completing)
            grammar?.Dispose();
        turn.Exit();
    }

    void InTurn(ConsoleEffect effect, Action<ConsoleEvent> post)
    {
        switch (effect)
        {
            case Tui.OpenSession:
                Open(post);
                break;
            default:
                if (workspace is not null)
                    WithSession(workspace, effect, post);
                break;
        }
    }

    /// <summary>What needs no turn: a query may run meanwhile.</summary>
    void BesideQueries(ConsoleEffect effect, EffectContext<ConsoleEvent> context)
    {
        var post = context.Post;
        reading.EnterReadLock();
        try
        {
            if (workspace is null)
                return;
            switch (effect)
            {
                case ReadRows read:
                    Answer(post, () => new RowsRead(read.Result, RowPage.Read(read.Result, read.First, read.Count)), message => new RowsFailed(read.Result, message));
                    break;
                case ReadProgress read:
                    post(new ProgressRead(read.Request, Percent(workspace.Session.Progress) ?? Percent(workspace.OperationProgress)));
                    break;
                case CopyCells copy:
                    Answer(post, () => Copy(copy, context.CopyToClipboard), message => new SaveFailed(message));
                    break;
                case Tui.CopyCommand copy:
                    Answer(post, () => CopyCommand(copy, context.CopyToClipboard), message => new SaveFailed(message));
                    break;
                case SaveFile save:
                    Answer(post, () => FileSaver.Save(save), message => new SaveFailed(message));
                    break;
            }
        }
        finally
        {
            reading.ExitReadLock();
        }
    }

    static void Drop(Workspace results, KeptResult result, Action<ConsoleEvent> post)
    {
        try
        {
            results.Drop(result);
        }
        catch (Exception e) when (IsExpected(e))
        {
            post(new DropFailed(e.Message));
        }
    }

    static double? Percent(QueryProgress progress) => progress.Percentage is >= 0 and <= 100 ? progress.Percentage : null;

    static CellsCopied Copy(CopyCells copy, Action<string> toClipboard)
    {
        using var rows = copy.Result.Page(copy.Cells.First, (int)copy.Cells.Count, copy.Cells.Columns);
        toClipboard(CellCopy.Of(rows, copy.Cells.Format));
        return new CellsCopied(rows.RowCount);
    }

    CommandCopied CopyCommand(CopyCommand copy, Action<string> toClipboard)
    {
        string[]? what = copy switch
        {
            { Query: CannedRequest canned } => ["run", canned.File.Name, .. canned.Values.Where(v => v.Value is not null).SelectMany(v => new[] { "--param", $"{v.Key}={v.Value}" })],
            { Result.Source.StandaloneSql: { } sql } => ["query", sql],
            _ => null,
        };
        if (what is null)
            return new CommandCopied(null);
        string[] words = ["analytics", .. what, .. (workspace?.Session.Opened ?? []).SelectMany(file => new[] { "--open", file.Argument })];
        var command = string.Join(' ', words.Select(ShellText.Quote));
        toClipboard(command);
        return new CommandCopied(command);
    }

    void WithSession(Workspace results, ConsoleEffect effect, Action<ConsoleEvent> post)
    {
        var open = results.Session;
        switch (effect)
        {
            case ReadTables:
                post(Tables(results, facts: null));
                break;
            case ReadNames:
                post(Names(results));
                break;
            case CountRows count:
                Answer(post, () => new RowsCounted(count.Name, CatalogueReader.Count(open, count.Name)), message => new DataFailed(message, []));
                break;
            case RunQuery run:
                Run(results, run, post);
                break;
            case ReadChoices read:
                Answer(post, () => Choices(open, read), message => new ChoicesFailed(read.Request, message));
                break;
            case ReadObservations read:
                Answer(post, () => new ObservationsRead(read.Ids, Observation.Read(open, read.Ids)), _ => new ObservationsRead(read.Ids, []));
                break;
            case ReadArticle read:
                Answer(post, () => new ArticleRead(read.Request, ArticleText.Read(open, read.Observation)), _ => new ArticleRead(read.Request, null));
                break;
            case BuildChart build:
                Answer(post, () => Chart(open, build), message => new ChartFailed(build.Request, message));
                break;
            case DropResult drop:
                Drop(results, drop.Result, post);
                break;
            default:
                WithFiles(results, effect, post);
                break;
        }
    }

    void Open(Action<ConsoleEvent> post)
    {
        workspace = Open(options, post);
        if (workspace is not { } opened)
            return;
        var session = opened.Session;
        if (!options.Safe)
            session.CountProgress();
        var (queries, faults) = CatalogueReader.Queries(session.Queries);
        post(new SessionOpened(queries, faults) { IsSafe = options.Safe });
        // The tables come in a second answer: reading them takes longer than the query files.
        Answer(post, () => Tables(opened), DataFault);

        DataFailed DataFault(string message)
        {
            dataFault = message;
            return new DataFailed(message, CatalogueReader.OpenedOnly(session)) { Files = session.Opened };
        }
    }

    /// <summary>Opens the session; where a file to open is at fault, opens it without those files, so that the rest works.</summary>
    Workspace? Open(SessionOptions options, Action<ConsoleEvent> post)
    {
        try
        {
            return Workspace.Open(options, time);
        }
        catch (Exception e) when (IsExpected(e))
        {
            if (options.Open.Count == 0)
            {
                post(new SessionFailed(e.Message));
                return null;
            }
            post(new DataFailed(e.Message, []));
            return Open(options with { Open = [] }, post);
        }
    }

    static TablesRead Tables(Workspace open)
    {
        open.Session.RegisterTables();
        return Tables(open, CatalogueReader.Facts(open.Session));
    }

    static ConsoleEvent Chart(AnalyticsSession session, BuildChart build)
    {
        if (build.Result.Rows > MostChartRows)
            return new ChartRefused(build.Request, build.Result.Rows);
        using var rows = build.Result.Page(0, MostChartRows);
        return ChartRequests.Build(session, build, rows);
    }

    static ChoicesRead Choices(AnalyticsSession open, ReadChoices read) => new(
        read.Request,
        read.Query.Parameters
            .Select(p => (p.Name, Choices: open.Choices(p)))
            .Where(p => p.Choices is not null)
            .ToDictionary(p => p.Name, p => (IReadOnlyList<PickOption>)[.. p.Choices!.Select(c => new PickOption(c.Value, c.Label))]));

    void Run(Workspace open, RunQuery run, Action<ConsoleEvent> post)
    {
        var started = time.GetTimestamp();
        using var stop = cancellation.Begin(run.Request);
        try
        {
            stop.Token.ThrowIfCancellationRequested();
            post(Keep(open, run, post, stop.Token));
        }
        catch (OperationCanceledException)
        {
            post(new QueryCancelled(run.Request, time.GetElapsedTime(started)));
        }
        catch (Exception e) when (IsExpected(e))
        {
            var position = e is DuckDbException sql && sql.Sql == run.Query.Sql ? sql.Position : null;
            post(new QueryFailed(run.Request, e is EngineException { Kind: EngineErrorKind.Failed } ? dataFault ?? e.Message : e.Message, position));
        }
        finally
        {
            cancellation.End();
        }
    }

    static ConsoleEvent Keep(Workspace open, RunQuery run, Action<ConsoleEvent> post, CancellationToken token)
    {
        var isSeen = false;
        if (run.Query is OperationRequest operation)
            return ResultOperations.Do(open, run.Request, operation, OnRows, token);
        var outcome = run.Query switch
        {
            CannedRequest canned => open.Run(canned.File, canned.Values, OnRows, token),
            _ => open.Run(run.Query.Sql, OnRows, token),
        };
        return outcome.Result is { } kept ? new QueryFinished(run.Request, kept, kept.Progress) : new StatementDone(run.Request, outcome.RowsChanged, outcome.Elapsed);

        void OnRows(KeptResult kept)
        {
            post(isSeen ? new RowsSoFar(run.Request, kept.Progress) : new RowsArrived(run.Request, kept, kept.Progress, RowPage.Read(kept, 0, RowPage.LeastRows, CancellationToken.None)));
            isSeen = true;
        }
    }

    static void Answer(Action<ConsoleEvent> post, Func<ConsoleEvent> work, Func<string, ConsoleEvent> failed)
    {
        ConsoleEvent answer;
        try
        {
            answer = work();
        }
        catch (Exception e) when (IsExpected(e))
        {
            answer = failed(e.Message);
        }
        post(answer);
    }

    /// <summary>
    /// Failures that a user, a file or the data can cause, and results that another one has replaced meanwhile; anything else is a defect of ours
    /// and ends the program.
    /// </summary>
    static bool IsExpected(Exception e) => e is EngineException or DuckDbException or QueryFileException or ChartException
        or IOException or UnauthorizedAccessException or OutOfMemoryException or ObjectDisposedException;
}
