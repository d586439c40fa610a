using Analytics.Actions;
using Analytics.Charts;
using Analytics.DuckDb;
using Analytics.Engine;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets;
using Analytics.Tui.Charts;

namespace Analytics.Tui.Running;

/// <summary>
/// Does the console's effects on worker threads and posts their answers. Owns the session, which one worker uses at a
/// time; whatever needs it waits for its turn. Cancelling needs no turn.
/// </summary>
sealed partial class EffectRunner(SessionOptions options, TimeProvider time, Buffers.StateFolder? folder = null) : IDisposable
{
    /// <summary>Rows of a result that the console reads; more are said to exist.</summary>
    public const int MostRows = 100_000;

    static readonly TimeSpan PatienceAtEnd = TimeSpan.FromSeconds(2);
    static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(100);

    readonly Lock turn = new();
    readonly QueryCancellation cancellation = new();
    AnalyticsSession? session;

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
            case var editing when PerformEditing(editing, context):
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
        session?.Dispose();
        session = null;
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
            case ReleaseResult release:
                release.Table.Dispose();
                break;
            default:
                if (session is not null)
                    WithSession(session, effect, post);
                break;
        }
    }

    void WithSession(AnalyticsSession open, ConsoleEffect effect, Action<ConsoleEvent> post)
    {
        switch (effect)
        {
            case ReadTables:
                post(new TablesRead(CatalogueReader.Tables(open), null));
                break;
            case ReadNames:
                post(Names(open));
                break;
            case CountRows count:
                Answer(post, () => new RowsCounted(count.Name, CatalogueReader.Count(open, count.Name)), message => new DataFailed(message, []));
                break;
            case RunQuery run:
                Run(open, run, post);
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
                Answer(post, () => ChartRequests.Build(open, build), message => new ChartFailed(build.Request, message));
                break;
            case SaveFile save:
                Answer(post, () => FileSaver.Save(save), message => new SaveFailed(message));
                break;
        }
    }

    void Open(Action<ConsoleEvent> post)
    {
        session = Open(options, post);
        if (session is null)
            return;
        var (queries, faults) = CatalogueReader.Queries(session.Queries);
        post(new SessionOpened(queries, faults));
        // The tables come in a second answer: reading them takes longer than the query files.
        Answer(post, () => Tables(session), DataFault);

        DataFailed DataFault(string message)
        {
            dataFault = message;
            return new DataFailed(message, CatalogueReader.OpenedOnly(session));
        }
    }

    /// <summary>Opens the session; where a file to open is at fault, opens it without those files, so that the rest works.</summary>
    static AnalyticsSession? Open(SessionOptions options, Action<ConsoleEvent> post)
    {
        try
        {
            return AnalyticsSession.Open(options);
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

    static TablesRead Tables(AnalyticsSession open)
    {
        open.RegisterTables();
        return new TablesRead(CatalogueReader.Tables(open), CatalogueReader.Facts(open));
    }

    static ChoicesRead Choices(AnalyticsSession open, ReadChoices read) => new(
        read.Request,
        read.Query.Parameters
            .Select(p => (p.Name, Choices: open.Choices(p)))
            .Where(p => p.Choices is not null)
            .ToDictionary(p => p.Name, p => (IReadOnlyList<PickOption>)[.. p.Choices!.Select(c => new PickOption(c.Value, c.Label))]));

    void Run(AnalyticsSession open, RunQuery run, Action<ConsoleEvent> post)
    {
        var started = time.GetTimestamp();
        using var stop = cancellation.Begin(run.Request);
        try
        {
            stop.Token.ThrowIfCancellationRequested();
            post(Read(open, run, started, post, stop.Token));
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

    ConsoleEvent Read(AnalyticsSession open, RunQuery run, long started, Action<ConsoleEvent> post, CancellationToken token)
    {
        var query = run.Query switch
        {
            CannedRequest canned => open.Run(canned.File, canned.Values, token),
            _ => open.Run(run.Query.Sql, token),
        };
        if (!query.ReturnsRows)
            using (query)
                return new StatementDone(run.Request, query.RowsChanged, time.GetElapsedTime(started));
        var reported = started;
        var table = ResultTable.Read(query, new RowLimit(MostRows), Report);
        return new QueryFinished(run.Request, table, time.GetElapsedTime(started));

        void Report(long rows)
        {
            if (time.GetElapsedTime(reported) < BetweenReports)
                return;
            reported = time.GetTimestamp();
            post(new RowsSoFar(run.Request, rows));
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
