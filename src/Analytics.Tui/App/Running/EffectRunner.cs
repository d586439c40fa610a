using System.Collections.Concurrent;
using Analytics.DuckDb;
using Analytics.Engine;
using Analytics.Engine.Lineage;
using Analytics.Engine.Sessions;
using Analytics.Engine.Verdicts;
using Analytics.Engine.Workspaces;
using Analytics.Figures;
using Analytics.Terminal.Runtime;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Charts;
using Analytics.Tui.Editor;
using Analytics.Tui.Evidence;
using Analytics.Tui.Pages;
using Analytics.Tui.Results;

namespace Analytics.Tui.App.Running;

/// <summary>
/// Does the console's effects on worker threads and posts their answers. Owns the session, which one worker uses at a
/// time; whatever needs it waits for its turn. Operations on kept results, reading, saving and cancelling need no turn.
/// </summary>
internal sealed partial class EffectRunner(
    SessionOptions options,
    TimeProvider time,
    CommandSyntax commands,
    StateFolder? folder = null,
    string? userFolder = null,
    bool watchesPages = false
) : IDisposable
{
    // Where the user's own models, pages and bookmarks lie.
    private readonly string _userFolder = userFolder ?? UserFolder.Path;

    /// <summary>Rows that any chart takes at most; charts of marks to be read take fewer and say so.</summary>
    private const int MostChartRows = 100_000;

    /// <summary>Rows that kinds which summarise take into memory.</summary>
    private const int MostSummedRows = 5_000_000;

    private static readonly TimeSpan PatienceAtEnd = TimeSpan.FromSeconds(2);

    private readonly Turn _turn = new();
    private readonly QueryCancellation _cancellation = new();

    // Queries and operations that were left behind and still run, by their requests.
    private readonly ConcurrentDictionary<int, QueryRequest> _left = [];

    // The query that has the turn; null where something else has it.
    private volatile RunQuery? _inTurn;

    // Entered to read by whatever uses results without the session, and to write by the end, which must not close the engine under them.
    private readonly ReaderWriterLockSlim _reading = new();
    private Workspace? _workspace;

    // Why the product's tables could not be read at the start. Some may stand in the database all the same, and would be in the way of a
    // second try.
    private Localized? _dataFault;

    /// <summary>Whether a worker is in a call into the engine that it did not leave: the process then cannot end as others do.</summary>
    public bool IsStuck { get; private set; }

    public void Perform(ConsoleEffect effect, EffectContext<ConsoleEvent> context)
    {
        if (effect is RunQuery run)
            ToItsEnd(run, () => Do(effect, context), context.Post);
        else
            Do(effect, context);
    }

    private void Do(ConsoleEffect effect, EffectContext<ConsoleEvent> context)
    {
        switch (effect)
        {
            case CancelQuery cancel:
                _cancellation.Cancel(cancel.Request);
                break;
            case LeaveQuery leave:
                Leave(leave, context.Post);
                break;
            case RunQuery { Query: OperationRequest } or DropResult or RenameResult or ReadSizes or ProposeKeys:
                BesideQueries(effect, context);
                break;
            case CopyText copy:
                context.CopyToClipboard(copy.Text);
                break;
            case SuspendConsole:
                context.Suspend();
                break;
            case ReadFigures { Result.Lineage.IsKept: true } or CountFigures:
                BesideQueries(effect, context);
                break;
            case SaveFile { Chart: not null, WithEvidence: true }:
                goto default;
            case ReadRows or ReadProgress or ReadVisualProgress or SaveFile or CopyCells or Results.CopyCommand or ReadSteps:
                BesideQueries(effect, context);
                break;
            case DrawPixels draw:
                Draw(draw, context.Post);
                break;
            case var editing when PerformEditing(editing, context):
                break;
            case var files when PerformFiles(files, context):
                break;
            case ReadNames:
                context.Post(new NamesRead(Names()));
                break;
            case RunVisuals run:
                _pageGeneration = run.Generation;
                goto default;
            case App.OpenSession:
                using (_turn.Enter())
                    Open(context.Post);
                // The tables take longer than the query files: their turn is another one, which a query may come before.
                using (_turn.Enter())
                    OpenTables(context.Post);
                PrepareFirstQuery();
                break;
            default:
                InTurn(effect, context.Post);
                break;
        }
    }

    /// <summary>
    /// Stops what runs and closes the engine. A worker that does not stop in time keeps it until the process ends, but not its files.
    /// </summary>
    public void Dispose()
    {
        if (IsStuck)
            return;
        _watched?.Dispose();
        _cancellation.CancelAll();
        using (var turn = _turn.TryEnter(PatienceAtEnd))
        {
            IsStuck = turn is null || !_left.IsEmpty || !_reading.TryEnterWriteLock(PatienceAtEnd);
            if (IsStuck)
            {
                _workspace?.Abandon();
                return;
            }

            _workspace?.Dispose();
            _workspace = null;
            _reading.ExitWriteLock();
            lock (_completing)
                _grammar?.Dispose();
        }
    }

    /// <summary>Does what needs the session, when its turn comes.</summary>
    private void InTurn(ConsoleEffect effect, Action<ConsoleEvent> post)
    {
        using var turn = _turn.Enter();
        _inTurn = effect as RunQuery;
        try
        {
            if (_workspace is not null)
                WithSession(_workspace, effect, post);
        }
        catch (Exception) when (turn.IsLeft)
        {
            // It was left behind, and what it meets afterwards concerns nobody.
        }
    }

    private void WithSession(Workspace results, ConsoleEffect effect, Action<ConsoleEvent> post)
    {
        var open = results.Session;
        switch (effect)
        {
            case ReadTables:
                post(Tables(results, facts: null));
                break;
            case SaveFile save:
                Save(save, open, post);
                break;
            case CountRows count:
                Answer(
                    post,
                    () => new RowsCounted(count.Name, CatalogueReader.Count(open, count.Name)),
                    message => new DataFailed(message, [])
                );
                break;
            case RunQuery run:
                // SQL may write the tables that pages show.
                _visuals.Clear();
                Run(results, run, post);
                break;
            case ReadChoices read:
                Answer(post, () => Choices(open, read), message => new ChoicesFailed(read.Request, message));
                break;
            case ReadObservations read:
                Answer(
                    post,
                    () => new ObservationsRead(read.Ids, Observation.Read(open, read.Ids)),
                    _ => new ObservationsRead(read.Ids, [])
                );
                break;
            case ReadArticleOf read:
                Answer(post, () => ArticleOf(open, read), _ => new ArticleOfRead(read.Request, null, null));
                break;
            case ReadFigures read:
                Answer(
                    post,
                    () =>
                    {
                        var row = new RowFigures(results.EvidenceOf(read.Result, read.First), new Dictionary<int, RowEvidence>());
                        return new FiguresRead(read.Result.Name, read.First, read.Count, [row]);
                    },
                    _ => new FiguresRead(read.Result.Name, read.First, read.Count, [])
                );
                break;
            case ReadCombined read:
                Answer(
                    post,
                    () =>
                    {
                        var figures = Observation.Read(open, read.Ids);
                        return new CombinedRead(read.Request, figures, ResultCaveats.OfCombined(open, figures, read.Origin, read.Language));
                    },
                    _ => new CombinedRead(read.Request, [], [])
                );
                break;
            case ReadDeciders read:
                Answer(
                    post,
                    () =>
                    {
                        var evidence = results.EvidenceOf(read.Result, read.Row, withDeciders: true);
                        return new DecidersRead(read.Request, evidence, Observation.Read(open, evidence.Deciders));
                    },
                    message => new DecidersRead(read.Request, RowEvidence.Untold(message), [])
                );
                break;
            case ReadArticle read:
                Answer(
                    post,
                    () => new ArticleRead(read.Request, ArticleText.Read(open, read.Observation)),
                    _ => new ArticleRead(read.Request, null)
                );
                break;
            case ReadCaveats read:
                Answer(
                    post,
                    () =>
                    {
                        var verdict = read.Canned is { } canned ? Verdict(open, canned, read.Result) : null;
                        return new CaveatsRead(read.Result, read.Language, ResultCaveats.Of(open, read.Result, read.Language), verdict);
                    },
                    _ => new CaveatsRead(read.Result, read.Language, [])
                );
                break;
            case BuildChart build:
                Answer(
                    post,
                    () =>
                        build.Result.Rows > MostRows(build)
                            ? new ChartRefused(build.Request, build.Result.Rows)
                            : Guarded(build, () => Chart(results, build)),
                    message => new ChartFailed(build.Request, message)
                );
                break;
            default:
                WithPages(results, effect, post);
                break;
        }
    }

    private void Open(Action<ConsoleEvent> post)
    {
        _workspace = Open(options, post);
        if (_workspace is not { } opened)
            return;
        var session = opened.Session;
        if (!options.Safe)
            session.CountProgress();
        var (queries, faults) = CatalogueReader.Queries(session.Queries);
        post(new SessionOpened(queries, [.. faults, .. session.TakeRemarks()]) { IsSafe = options.Safe });
    }

    private void OpenTables(Action<ConsoleEvent> post)
    {
        if (_workspace is not { } opened)
            return;
        Answer(post, () => Tables(opened), DataFault);

        DataFailed DataFault(Localized message)
        {
            _dataFault = message;
            return new DataFailed(message, CatalogueReader.OpenedOnly(opened.Session)) { Files = opened.Session.Opened };
        }
    }

    /// <summary>What the first query would wait for, done while nobody waits: whoever does has the turn.</summary>
    private void PrepareFirstQuery()
    {
        _reading.EnterReadLock();
        try
        {
            _workspace?.PrepareEngine();
            using var turn = _turn.TryEnter(TimeSpan.Zero);
            if (turn is not null)
                _workspace?.PrepareRelations();
        }
        catch (Exception e) when (IsExpected(e) || e is OperationCanceledException)
        {
            // The query that needs it says what is wrong.
        }
        finally
        {
            _reading.ExitReadLock();
        }
    }

    /// <summary>Opens the session; where a file to open is at fault, opens it without those files, so that the rest works.</summary>
    private Workspace? Open(SessionOptions options, Action<ConsoleEvent> post)
    {
        try
        {
            return Workspace.Open(options, time, turn: _turn);
        }
        catch (Exception e) when (IsExpected(e))
        {
            if (options.Open.Count == 0)
            {
                post(new SessionFailed(ErrorText.Of(e)));
                return null;
            }
            post(new DataFailed(ErrorText.Of(e), []));
            return Open(options with { Open = [] }, post);
        }
    }

    private static TablesRead Tables(Workspace open)
    {
        open.Session.RegisterTables();
        return Tables(open, CatalogueReader.Facts(open.Session));
    }

    private static VerdictText? Verdict(AnalyticsSession open, CannedRequest canned, KeptResult result)
    {
        using var rows = result.Page(0, MostChartRows);
        return CannedVerdict.Of(open, canned.File, canned.Values, rows);
    }

    private static int MostRows(BuildChart build) =>
        build.Step == 0 && build.Chart.Kind is "histogram" or "line" ? MostSummedRows : MostChartRows;

    private static ChartBuilt Chart(Workspace results, BuildChart build)
    {
        using var rows = build.Result.Evidence(0, MostRows(build));
        var evidence = ChartEvidence.Of(results.Session, build.Result.Lineage, rows);
        if (PartialRows.Of(build.Result)?.In(build.Chart.Language) is { } part)
            build = build with { Chart = build.Chart with { Part = part } };

        return ChartRequests.Build(results.Session, build, rows.Table, evidence) with
        {
            Source = Batch(build.Query, build.Result, results),
        };
    }

    /// <summary>
    /// Charts meet any data in any shape: what nobody foresaw fails this chart, by its type, and leaves the console alone.
    /// </summary>
    private static ConsoleEvent Guarded(BuildChart build, Func<ConsoleEvent> work)
    {
        try
        {
            return work();
        }
        catch (UserException e) when (e.Mend is { Name: "allow" })
        {
            return new ChartFailed(build.Request, e.Text, CanBeDemanded: true);
        }
        catch (Exception e) when (!IsExpected(e))
        {
            return new ChartFailed(build.Request, ChartDefect.Of(e));
        }
    }

    private static ChoicesRead Choices(AnalyticsSession open, ReadChoices read)
    {
        var places = open.PlaceAliases();
        return new(
            read.Request,
            read.Query.Parameters.Select(p => (p.Name, Choices: open.Choices(p)))
                .Where(p => p.Choices is not null)
                .ToDictionary(
                    p => p.Name,
                    p => (IReadOnlyList<FormChoice>)[.. p.Choices!.Select(c => new FormChoice(c, places.NamesOf(c.Value)))]
                )
        );
    }

    private static void Answer(Action<ConsoleEvent> post, Func<ConsoleEvent> work, Func<Localized, ConsoleEvent> failed)
    {
        ConsoleEvent answer;
        try
        {
            answer = work();
        }
        catch (Exception e) when (IsExpected(e))
        {
            answer = failed(ErrorText.Of(e));
        }
        post(answer);
    }

    /// <summary>
    /// Failures that a user, a file or the data can cause, and results that another one has replaced meanwhile; anything else is a defect
    /// of ours
    /// and ends the program.
    /// </summary>
    private static bool IsExpected(Exception e) =>
        e
            is UserException
                or DuckDbException
                or IOException
                or UnauthorizedAccessException
                or OutOfMemoryException
                or ObjectDisposedException;
}
