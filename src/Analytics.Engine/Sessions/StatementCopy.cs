using System.Text.Json;
using Analytics.DuckDb;

namespace Analytics.Engine.Sessions;

/// <summary>
/// A query that has not begun, for the engine to write to a file by itself, with all its threads and no row coming here.
/// </summary>
/// <param name="connection">The query's own.</param>
/// <param name="script">The text that the query stands in; positions of errors refer to it.</param>
/// <param name="query">Where it stands there, without its semicolon.</param>
/// <param name="columns">As prepared.</param>
/// <param name="cancellation">Interrupts the writing.</param>
internal sealed class StatementCopy(
    DuckDbConnection connection,
    string script,
    Range query,
    IReadOnlyList<ResultColumn> columns,
    CancellationToken cancellation
)
{
    private const string Before = "COPY (\n";

    /// <summary>Operators that pass rows on and keep none; functions over files and ranges go by their own name.</summary>
    private static readonly HashSet<string> Streaming =
    [
        "PROJECTION",
        "FILTER",
        "UNION",
        "UNNEST",
        "STREAMING_LIMIT",
        "STREAMING_WINDOW",
        "STREAMING_SAMPLE",
        "SEQ_SCAN",
        "TABLE_SCAN",
        "DUMMY_SCAN",
        "READ_PARQUET",
        "PARQUET_SCAN",
        "READ_CSV",
        "READ_CSV_AUTO",
        "READ_JSON",
        "READ_JSON_AUTO",
        "READ_NDJSON",
        "READ_NDJSON_AUTO",
        "RANGE",
        "GENERATE_SERIES",
    ];

    public IReadOnlyList<ResultColumn> Columns => columns;

    /// <summary>Runs the query into a new file.</summary>
    /// <param name="path">The file; part of it may be there when this fails.</param>
    /// <param name="options">The format and its options, as COPY takes them.</param>
    /// <param name="memory">What the engine is held to if the query itself keeps nothing and that is enough; in bytes.</param>
    /// <returns>The rows written; null if the engine does not take the query so, or may not write files. Then it has not run.</returns>
    /// <exception cref="DuckDbException">The query failed, or the rows cannot be written in the format.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public long? Write(string path, string options, long memory)
    {
        using var copy = Prepare($"{Before}{script[query]}\n) TO {SqlText.Literal(path)} ({options})");
        if (copy is null)
            return null;
        try
        {
            return KeepsNothing() ? MemoryLimit.Within(connection, memory, () => Run(copy)) : Run(copy);
        }
        catch (DuckDbException e) when (e.Kind == DuckDbErrorKind.Permission)
        {
            return null;
        }
        catch (DuckDbException e)
        {
            throw InScript(e);
        }
    }

    /// <summary>Null where the engine takes the query only as it stands: DESCRIBE, SHOW, PIVOT without a list of values.</summary>
    private PreparedStatement? Prepare(string sql)
    {
        try
        {
            return connection.Prepare(sql);
        }
        catch (DuckDbException)
        {
            return null;
        }
    }

    private long Run(PreparedStatement copy)
    {
        using var result = copy.Execute(cancellation);
        while (result.Fetch() is { } chunk)
            chunk.Dispose();
        return result.RowsChanged;
    }

    /// <summary>Whether the query has no operator that collects rows, so that what memory it takes is for working ahead only.</summary>
    internal bool KeepsNothing()
    {
        try
        {
            var plans = connection.Rows($"EXPLAIN (FORMAT json) {script[query]}", row => row.Text(1));
            using var plan = JsonDocument.Parse(plans[^1]);
            return plan.RootElement.EnumerateArray().All(KeepsNothing);
        }
        catch (DuckDbException)
        {
            return false;
        }
    }

    private static bool KeepsNothing(JsonElement plan) =>
        Streaming.Contains(plan.GetProperty("name").GetString()!.TrimEnd())
        && plan.GetProperty("children").EnumerateArray().All(KeepsNothing);

    /// <summary>The same error with its place in the script.</summary>
    private DuckDbException InScript(DuckDbException error)
    {
        var (start, length) = query.GetOffsetAndLength(script.Length);
        var position = error.Position - Before.Length;
        return position >= 0 && position <= length
            ? new DuckDbException(error.Message, error.Kind, start + position, error) { Sql = script }
            : new DuckDbException(error.Message, error.Kind, innerException: error);
    }
}
