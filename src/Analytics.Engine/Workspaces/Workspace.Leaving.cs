using Analytics.DuckDb;

namespace Analytics.Engine.Workspaces;

// The engine looks at an interrupt between chunks; a call into one function, or into a pipe that nobody writes, it does not leave. Such a
// statement keeps its thread and its connection, and the workspace goes on with another one.
public sealed partial class Workspace
{
    private volatile bool _isLeft;

    /// <summary>Whether anything was left behind; it may still run.</summary>
    public bool HasLeft => _isLeft;

    /// <summary>The connection of operations, for whoever was not left to another one.</summary>
    private DuckDbConnection Worker
    {
        get
        {
            _operating.RequireHeld();
            return _worker;
        }
    }

    /// <summary>
    /// Leaves the query that runs to itself, on any thread. Tables and views in memory and all results stay; rows that it had are kept.
    /// Temporary tables, variables, prepared statements, settings and an open transaction belong to its connection and are lost. It
    /// was cancelled before: when its call comes back, it ends.
    /// </summary>
    /// <returns>Whether anything ran.</returns>
    public bool LeaveQuery() => Left(Session.Leave(_timeZone), isOperation: false);

    /// <summary>The same for the operation that runs; nothing else is lost.</summary>
    public bool LeaveOperation()
    {
        var next = _database.Connect();
        if (!Session.IsSafe)
            next.Execute(ProgressSql);
        var left = _operating.Take(() =>
        {
            var before = _worker;
            _worker = next;
            return before;
        });
        if (!left)
            next.Dispose();
        return Left(left, isOperation: true);
    }

    /// <summary>Deletes the files of a workspace that cannot be disposed, since something that was left still runs in it.</summary>
    public void Abandon() => _store.Dispose();

    private bool Left(bool isLeft, bool isOperation)
    {
        if (!isLeft)
            return false;
        _isLeft = true;
        foreach (var result in _results.Where(r => r.State == KeptState.Growing && (r.Source.Origin != KeptOrigin.Query) == isOperation))
            result.End(KeptState.Cancelled);
        return true;
    }
}
