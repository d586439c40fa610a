using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Export;

/// <summary>
/// Parquet by the engine's own writer. The rows go through a database of the writer's own, so that any statement's
/// result can be written, with parameters, and in a safe session, whose own database may not touch files.
/// </summary>
public sealed class ParquetWriter : ResultWriter
{
    private readonly Stream _stream;
    private readonly DuckDbDatabase _database;
    private readonly DuckDbConnection _connection;
    private readonly string _temporary = Path.Combine(Path.GetTempPath(), $"analytics-{Guid.NewGuid():N}.parquet");

    public ParquetWriter(Stream stream)
    {
        _stream = stream;
        _database = DuckDbDatabase.Open(null, AnalyticsSession.DatabaseSettings);
        _connection = _database.Connect();
    }

    protected override void Write(IReadOnlyList<ResultColumn> columns, IEnumerable<ChunkRows> chunks)
    {
        var names = UniqueNames.Of(columns).Select(SqlText.Identifier).ToArray();
        var definitions = names.Zip(columns, (name, c) => $"{name} {c.Type}");
        var select = "SELECT " + string.Join(", ", names.Zip(columns, Exact)) + " FROM result";
        _connection.Execute($"CREATE TABLE result ({string.Join(", ", definitions)})");
        using (var appender = _connection.Append("result"))
        {
            foreach (var rows in chunks)
            {
                using (rows)
                    appender.Append(rows.Chunk, rows.Count);
            }

            appender.Complete();
        }

        _connection.Execute($"COPY ({select}) TO {SqlText.Literal(_temporary)} (FORMAT parquet)");
        using var written = File.OpenRead(_temporary);
        written.CopyTo(_stream);
    }

    /// <summary>
    /// Parquet has no 128-bit integers, and the engine would write them as DOUBLE, silently rounded; 38 digits fit a decimal.
    /// </summary>
    private static string Exact(string name, ResultColumn column) =>
        column.Type.Id is DuckDbTypeId.HugeInt or DuckDbTypeId.UHugeInt ? $"CAST({name} AS DECIMAL(38,0)) AS {name}" : name;

    public override void Dispose()
    {
        _connection.Dispose();
        _database.Dispose();
        File.Delete(_temporary);
        base.Dispose();
    }
}
