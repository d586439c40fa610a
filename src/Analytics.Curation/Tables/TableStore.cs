using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.DuckDb;

namespace Analytics.Curation;

/// <summary>An in-memory database in which tables are filled, written to Parquet and compared with what was written.</summary>
internal sealed class TableStore : IDisposable
{
    private const int RowsPerInsert = 2048;
    private readonly DuckDbDatabase _database;
    private readonly DuckDbConnection _connection;

    public TableStore()
    {
        _database = DuckDbDatabase.Open(
            null,
            new Dictionary<string, string>
            {
                ["threads"] = "1", // with more, rows could reach a file in another order
                ["memory_limit"] = "256MB",
                ["temp_directory"] = Path.Combine(Path.GetTempPath(), "analytics-build"), // made only when memory runs out
            }
        );
        _connection = _database.Connect();
    }

    /// <summary>Creates a table and fills it.</summary>
    public void Add(TableContent content)
    {
        var columns = content.Schema.Columns;
        Execute(
            $"CREATE TABLE {Sql.Name(content.Schema.Name)} "
                + $"({string.Join(", ", columns.Select(c => $"{Sql.Name(c.Name)} {c.SqlType}{(c.Required ? " NOT NULL" : "")}"))})"
        );
        using var insert = _connection.Prepare(InsertStatement(content.Schema));
        for (var from = 0; from < content.RowCount; from += RowsPerInsert)
        {
            var to = Math.Min(content.RowCount, from + RowsPerInsert);
            for (var column = 0; column < columns.Count; column++)
                insert.Bind($"c{column}", JsonColumn(content, column, from, to));
            using var result = insert.Execute();
        }
    }

    /// <summary>Writes a table, sorted, in one row group, so that the same rows give the same bytes.</summary>
    public void Write(TableSchema schema, string path, IReadOnlyDictionary<string, string> metadata)
    {
        var order = string.Join(", ", schema.Order.Select(c => $"{Sql.Name(c)} NULLS FIRST"));
        var notes = string.Join(", ", metadata.Select(m => $"{Sql.Name(m.Key)}: {Sql.Text(m.Value)}"));
        Execute(
            $"COPY (SELECT * FROM {Sql.Name(schema.Name)} ORDER BY {order}) TO {Sql.Text(path)} "
                + $"(FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 9, ROW_GROUP_SIZE 10000000, KV_METADATA {{{notes}}})"
        );
    }

    /// <summary>Forgets a table that was written.</summary>
    public void Remove(TableSchema schema) => Execute($"DROP TABLE {Sql.Name(schema.Name)}");

    /// <summary>The first column of a query's only row, as text.</summary>
    public string Scalar(string sql) => _connection.Rows($"SELECT CAST(({sql}) AS VARCHAR)", row => row.Text(0))[0];

    private void Execute(string sql) => _connection.Execute(sql);

    public void Dispose()
    {
        _connection.Dispose();
        _database.Dispose();
    }

    /// <summary>Rows travel as one JSON array of texts for each column and are cast by the engine, exactly.</summary>
    private static string InsertStatement(TableSchema schema)
    {
        var columns = schema.Columns;
        var values = string.Join(", ", columns.Select((c, i) => $"CAST(c{i} AS {c.SqlType})"));
        var lists = string.Join(", ", columns.Select((_, i) => $"unnest(from_json($c{i}, '[\"VARCHAR\"]')) AS c{i}"));
        return $"INSERT INTO {Sql.Name(schema.Name)} SELECT {values} FROM (SELECT {lists})";
    }

    private static string JsonColumn(TableContent content, int column, int from, int to)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            for (var row = from; row < to; row++)
                json.WriteStringValue(content.Cell(column, row));
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}

/// <summary>Quotes names and texts for SQL that has no place for parameters.</summary>
internal static class Sql
{
    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"")}\"";

    public static string Text(string text) => $"'{text.Replace("'", "''")}'";
}
