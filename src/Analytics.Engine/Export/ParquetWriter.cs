using Analytics.DuckDb;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Export;

/// <summary>
/// Parquet by the engine's own writer. Where it makes the same file of the statement itself, it gets the statement. Else the rows
/// stream through a database of the writer's own, which one thread does: with a limit of rows, in a safe session, whose own database
/// may not touch files, and for results that were read before. Either way little of them is in memory at a time.
/// </summary>
public sealed class ParquetWriter(Stream stream) : ResultWriter
{
    private const string Format = "FORMAT parquet";
    private const long Megabyte = 1_000_000;

    /// <summary>The parts of the file that are made at once, and what is read. With much less one thread waits for the other.</summary>
    private const long LeastMemory = 192 * Megabyte;

    /// <summary>For a row group of 122,880 values, as it comes and as it is written, in two threads.</summary>
    private const long MemoryPerColumn = 16 * Megabyte;

    private readonly string _temporary = BesideOf(stream) + $".{Guid.NewGuid():N}.parquet";

    public override WriteReport WriteAll(RunningQuery query, RowLimit limit = default)
    {
        if (
            limit.Rows is null
            && query.Copy is { } copy
            && IsSameByStatement(copy.Columns)
            && copy.Write(_temporary, Format, Memory(copy.Columns)) is { } rows
        )
        {
            TakeOver();
            return new WriteReport(rows, IsTruncated: false);
        }

        return base.WriteAll(query, limit);
    }

    protected override void Write(IReadOnlyList<ResultColumn> columns, IEnumerable<ChunkRows> chunks)
    {
        var names = UniqueNames.Of(columns);
        using var database = DuckDbDatabase.Open(null, AnalyticsSession.DatabaseSettings);
        using var connection = database.Connect();
        using var result = ChunkFunction.Add(connection, "result", names, Lent(chunks));
        if (result is null)
            connection.Execute(Copy($"SELECT {string.Join(", ", names.Zip(columns, Empty))} WHERE false"));
        else
            result.Execute(Copy($"SELECT {string.Join(", ", names.Zip(columns, Exact))} FROM result()"));
        TakeOver();
    }

    private string Copy(string query) => $"COPY ({query}) TO {SqlText.Literal(_temporary)} ({Format})";

    private static IEnumerable<(DataChunk Chunk, int Rows)> Lent(IEnumerable<ChunkRows> chunks)
    {
        foreach (var rows in chunks)
        {
            using (rows)
                yield return (rows.Chunk, rows.Count);
        }
    }

    public override void Dispose()
    {
        File.Delete(_temporary);
        base.Dispose();
    }

    private static long Memory(IReadOnlyList<ResultColumn> columns) => Math.Max(LeastMemory, columns.Count * MemoryPerColumn);

    /// <summary>Where there is room for the result: beside the file that it goes to.</summary>
    private static string BesideOf(Stream stream) =>
        stream is FileStream { Name: var name } && File.Exists(name) ? name : Path.Combine(Path.GetTempPath(), "analytics");

    /// <summary>
    /// Whether COPY of a statement with these columns makes the file that COPY of its rows does: no name or type is changed.
    /// </summary>
    private static bool IsSameByStatement(IReadOnlyList<ResultColumn> columns) =>
        columns.All(c => !Is128Bits(c.Type) && c.Type.Id != DuckDbTypeId.Invalid)
        && UniqueNames.Of(columns).SequenceEqual(columns.Select(c => c.Name));

    /// <summary>
    /// Parquet has no 128-bit integers, and the engine would write them as DOUBLE, silently rounded; 38 digits fit a decimal.
    /// </summary>
    private static string Exact(string name, ResultColumn column) =>
        Is128Bits(column.Type)
            ? $"CAST({SqlText.Identifier(name)} AS DECIMAL(38,0)) AS {SqlText.Identifier(name)}"
            : SqlText.Identifier(name);

    private static string Empty(string name, ResultColumn column) =>
        $"CAST(NULL AS {(Is128Bits(column.Type) ? "DECIMAL(38,0)" : column.Type)}) AS {SqlText.Identifier(name)}";

    private static bool Is128Bits(DuckDbType type) => type.Id is DuckDbTypeId.HugeInt or DuckDbTypeId.UHugeInt;

    /// <summary>
    /// What was written becomes the file that was asked for: by its name, for a file that stands beside it, and byte by byte elsewhere.
    /// Windows keeps the name of an open file.
    /// </summary>
    private void TakeOver()
    {
        if (!OperatingSystem.IsWindows() && stream is FileStream { Name: var name, Position: 0 } && File.Exists(name))
        {
            File.Move(_temporary, name, overwrite: true);
            return;
        }

        using var written = File.OpenRead(_temporary);
        written.CopyTo(stream);
    }
}
