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
    private const string Format = "FORMAT parquet, USE_TMP_FILE false";
    private const long Megabyte = 1_000_000;

    /// <summary>The parts of the file that are made at once, and what is read. With much less one thread waits for the other.</summary>
    private const long LeastMemory = 192 * Megabyte;

    /// <summary>For a row group of 122,880 values, as it comes and as it is written, in two threads.</summary>
    private const long MemoryPerColumn = 16 * Megabyte;

    // An engine writes into what is there: the file that is being made, else one of ours that is then copied.
    private readonly bool _inPlace = IsFile(stream);
    private readonly string _file = IsFile(stream)
        ? ((FileStream)stream).Name
        : Path.Combine(Directory.CreateTempSubdirectory("analytics-").FullName, "result.parquet");

    public override WriteReport WriteAll(RunningQuery query, RowLimit limit = default)
    {
        if (
            limit.Rows is null
            && query.Copy is { } copy
            && IsSameByStatement(copy.Columns)
            && copy.Write(_file, Format, Memory(copy.Columns)) is { } rows
        )
        {
            HandOver();
            return new WriteReport(rows, IsTruncated: false);
        }

        return base.WriteAll(query, limit);
    }

    /// <exception cref="UserException">Always: the format has no file without columns.</exception>
    public override void WriteNoTable() =>
        throw UserException.Failed(
            "语句没有返回表，写不成 Parquet：没有写文件。",
            "The statement returns no table, and Parquet needs columns: no file was written."
        );

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
        HandOver();
    }

    private string Copy(string query) => $"COPY ({query}) TO {SqlText.Literal(_file)} ({Format})";

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
        if (!_inPlace)
            Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
        base.Dispose();
    }

    private static long Memory(IReadOnlyList<ResultColumn> columns) => Math.Max(LeastMemory, columns.Count * MemoryPerColumn);

    /// <summary>Whether it is an empty file, which the engine may write itself. Windows lets nobody else open it.</summary>
    private static bool IsFile(Stream stream) =>
        !OperatingSystem.IsWindows()
        && stream is FileStream { Name: var name, Position: 0 }
        && File.Exists(name)
        && !SpecialFile.IsAt(name);

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

    private void HandOver()
    {
        if (_inPlace)
            return;
        using var written = File.OpenRead(_file);
        written.CopyTo(stream);
    }
}
