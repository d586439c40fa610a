using Analytics.DuckDb;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Workspaces;

/// <summary>A connection for short reads and definitions, one at a time, from any thread. Owns the connection.</summary>
internal sealed class PageReader(DuckDbConnection connection) : IDisposable
{
    private readonly Lock _turn = new();

    /// <param name="sql">One statement.</param>
    /// <param name="parameters">Their values.</param>
    /// <param name="cancellation">Interrupts it.</param>
    /// <param name="visible">The columns to show, the first ones; null for all.</param>
    public ResultTable Read(
        string sql,
        ParameterValues parameters,
        CancellationToken cancellation,
        IReadOnlyList<ResultColumn>? visible = null
    )
    {
        lock (_turn)
        {
            var query = RunningQuery.Start(connection, sql, parameters, cancellation);
            return ResultTable.Read(visible is null ? query : query.Showing([.. visible.Select(c => c.Name)]));
        }
    }

    public void Execute(string sql)
    {
        lock (_turn)
            connection.Execute(sql);
    }

    public void Dispose() => connection.Dispose();
}
