using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Export;

/// <summary>
/// Parquet by the engine's own writer. The rows go through a database of the writer's own, so that any statement's
/// result can be written, with parameters, and in a safe session, whose own database may not touch files.
/// </summary>
public sealed class ParquetWriter : ResultWriter
{
    readonly Stream stream;
    readonly DuckDbDatabase database;
    readonly DuckDbConnection connection;
    readonly string temporary = Path.Combine(Path.GetTempPath(), $"analytics-{Guid.NewGuid():N}.parquet");
    string select = "";
    Appender? appender;

    public ParquetWriter(Stream stream)
    {
        this.stream = stream;
        database = DuckDbDatabase.Open(null, AnalyticsSession.DatabaseSettings);
        connection = database.Connect();
    }

    public override void Begin(IReadOnlyList<ResultColumn> columns)
    {
        var names = UniqueNames.Of(columns).Select(SqlText.Identifier).ToArray();
        var definitions = names.Zip(columns, (name, c) => $"{name} {c.Type}");
        select = "SELECT " + string.Join(", ", names.Zip(columns, Exact)) + " FROM result";
        connection.Execute($"CREATE TABLE result ({string.Join(", ", definitions)})");
        appender = connection.Append("result");
    }

    public override void Write(DataChunk chunk, int rows) => appender!.Append(chunk, rows);

    public override void Complete()
    {
        appender!.Complete();
        connection.Execute($"COPY ({select}) TO {SqlText.Literal(temporary)} (FORMAT parquet)");
        using var written = File.OpenRead(temporary);
        written.CopyTo(stream);
    }

    /// <summary>Parquet has no 128-bit integers, and the engine would write them as DOUBLE, silently rounded; 38 digits fit a decimal.</summary>
    static string Exact(string name, ResultColumn column) =>
        column.Type.Id is DuckDbTypeId.HugeInt or DuckDbTypeId.UHugeInt ? $"CAST({name} AS DECIMAL(38,0)) AS {name}" : name;

    public override void Dispose()
    {
        appender?.Dispose();
        connection.Dispose();
        database.Dispose();
        File.Delete(temporary);
        base.Dispose();
    }
}
