using Analytics.DuckDb;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Workspaces;

/// <summary>A connection for short reads and definitions, one at a time, from any thread. Owns the connection.</summary>
internal sealed class PageReader(DuckDbConnection connection) : IDisposable
{
    private readonly Lock _turn = new();

    public ResultTable Read(string sql, ParameterValues parameters, CancellationToken cancellation)
    {
        lock (_turn)
            return ResultTable.Read(RunningQuery.Start(connection, sql, parameters, cancellation));
    }

    public void Execute(string sql)
    {
        lock (_turn)
            connection.Execute(sql);
    }

    public void Dispose() => connection.Dispose();
}
