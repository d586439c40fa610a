using Analytics.DuckDb;
using Analytics.Engine;
using Analytics.Engine.Sessions;
using Analytics.Engine.Workspaces;
using Analytics.Figures;
using Analytics.Tui.Results;

namespace Analytics.Tui.App.Running;

/// <content>Queries, and operations on kept results, which run beside them.</content>
internal sealed partial class EffectRunner
{
    private void Run(Workspace open, RunQuery run, Action<ConsoleEvent> post)
    {
        var started = time.GetTimestamp();
        using var stop = _cancellation.Begin(run.Request);
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
            post(
                new QueryFailed(
                    run.Request,
                    e is UserException { Kind: FaultKind.Failed } && _dataFault is { } fault ? fault : ErrorText.Of(e),
                    position
                )
            );
        }
        finally
        {
            _cancellation.End(run.Request);
            if (!_left.ContainsKey(run.Request))
                Remark(open.Session, post);
        }
    }

    /// <summary>Tells when a query ends that was left behind; how it ends concerns nobody.</summary>
    private void ToItsEnd(RunQuery run, Action work, Action<ConsoleEvent> post)
    {
        try
        {
            work();
        }
        catch (Exception) when (_left.ContainsKey(run.Request))
        {
            // See above.
        }
        finally
        {
            if (_left.TryRemove(run.Request, out _))
                post(new LeftEnded(run.Request));
        }
    }

    /// <summary>
    /// Goes on without a query that does not answer. One that waits behind another one leaves that. Where it has ended meanwhile, its own
    /// answer says so.
    /// </summary>
    private void Leave(LeaveQuery leave, Action<ConsoleEvent> post)
    {
        if (_workspace is not { } open || !_cancellation.IsStopping(leave.Request))
            return;
        var left = leave.IsOperation ? new RunQuery(leave.Request, leave.Query) : _inTurn;
        if (left is not null)
            _left[left.Request] = left.Query;
        // A search has a connection of its own, so that there may be nothing to take.
        if ((leave.IsOperation ? open.LeaveOperation() : open.LeaveQuery()) || leave.IsOperation)
            post(new QueryLeft(leave.Request, left?.Request, left?.Query));
        else if (left is not null)
            _left.TryRemove(left.Request, out _);
    }

    private static void Remark(AnalyticsSession session, Action<ConsoleEvent> post)
    {
        foreach (var remark in session.TakeRemarks())
            post(new SessionRemarked(remark));
    }

    /// <summary>Why a query has no rows; null where it has some, or broke off.</summary>
    private static Localized? Missing(Workspace open, QueryRequest query, KeptResult kept)
    {
        if (kept.Rows > 0 || kept.State != KeptState.Complete || kept.Source.PartialSources.Count > 0)
            return null;
        var (sql, values) = query is CannedRequest canned ? (canned.File.Statement, canned.Values.Values) : (query.Sql, []);
        try
        {
            return MissingFigures.Of(open.Session, sql, values).Text;
        }
        catch (DuckDbException)
        {
            return null;
        }
    }

    private static ConsoleEvent Keep(Workspace open, RunQuery run, Action<ConsoleEvent> post, CancellationToken token)
    {
        var isSeen = false;
        if (run.Query is OperationRequest operation)
            return ResultOperations.Do(open, run.Request, operation, OnRows, token);
        var outcome = run.Query switch
        {
            CannedRequest canned => open.Run(canned.File, canned.Values, OnRows, token),
            _ => open.Run(run.Query.Sql, OnRows, token),
        };
        return outcome.Result is { } kept
            ? new QueryFinished(run.Request, kept, kept.Progress) { Missing = Missing(open, run.Query, kept) }
            : new StatementDone(run.Request, outcome.RowsChanged, outcome.Elapsed);

        void OnRows(KeptResult kept)
        {
            post(
                isSeen
                    ? new RowsSoFar(run.Request, kept.Progress)
                    : new RowsArrived(run.Request, kept, kept.Progress, RowPage.Read(kept, 0, RowPage.LeastRows, CancellationToken.None))
            );
            isSeen = true;
        }
    }
}
