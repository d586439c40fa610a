using Analytics.DuckDb;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Workspaces;

/// <summary>A connection for short reads and definitions, one at a time, from any thread. Owns the connection.</summary>
sealed class PageReader(DuckDbConnection connection) : IDisposable
{
    readonly Lock turn = new();

    public ResultTable Read(string sql, ParameterValues parameters, CancellationToken cancellation)
    {
        lock (turn)
            return ResultTable.Read(RunningQuery.Start(connection, sql, parameters, cancellation));
    }

    public void Execute(string sql)
    {
        lock (turn)
            connection.Execute(sql);
    }

    public void Dispose() => connection.Dispose();
}
