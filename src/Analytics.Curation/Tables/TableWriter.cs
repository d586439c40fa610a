using Analytics.DuckDb;

namespace Analytics.Curation;

/// <summary>Writes tables as Parquet files, by an engine that reads rows as it goes and holds one row group at a time.</summary>
internal sealed class TableWriter : IDisposable
{
    /// <summary>
    /// A row group is held in memory by whoever writes it, and each of its columns by whoever reads it. Each committed table fits into one.
    /// </summary>
    private const int RowsPerGroup = 30_720;

    private readonly DuckDbDatabase _database;
    private readonly DuckDbConnection _connection;

    public TableWriter()
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

    /// <summary>
    /// Writes a table in the order of its rows, so that the same rows give the same bytes. The engine casts the cells' texts, exactly.
    /// </summary>
    /// <param name="content">The rows.</param>
    /// <param name="path">The file, replaced if it exists.</param>
    /// <param name="notes">What the file's footer is to say, by key; at least one.</param>
    /// <exception cref="DuckDbException">The file cannot be written, or memory and the folder for temporary files are full.</exception>
    public void Write(TableContent content, string path, IReadOnlyDictionary<string, string> notes)
    {
        var footer = string.Join(", ", notes.Select(n => $"{Sql.Name(n.Key)}: {Sql.Text(n.Value)}"));
        _connection.Execute(
            $"COPY ({Rows(content)}) TO {Sql.Text(path)} "
                + $"(FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 9, ROW_GROUP_SIZE {RowsPerGroup}, KV_METADATA {{{footer}}})"
        );
    }

    /// <summary>Makes a table of the engine's own, for queries.</summary>
    /// <param name="content">The rows.</param>
    /// <param name="schema">The schema that gets it.</param>
    public void Load(TableContent content, string schema) =>
        _connection.Execute(
            $"CREATE SCHEMA IF NOT EXISTS {Sql.Name(schema)};"
                + $"CREATE TABLE {Sql.Name(schema)}.{Sql.Name(content.Schema.Name)} AS {Rows(content)}"
        );

    /// <summary>The rows of a query with so many columns as texts, null for NULL.</summary>
    public IReadOnlyList<string?[]> Texts(string query, int columns) =>
        _connection.Rows<string?[]>(
            $"SELECT CAST(COLUMNS(*) AS VARCHAR) FROM ({query})",
            row => [.. Enumerable.Range(0, columns).Select(row.TextOrNull)]
        );

    /// <summary>A query of the rows, typed.</summary>
    private string Rows(TableContent content)
    {
        var rows = content.Schema.Name + "_rows";
        var columns = content.Schema.Columns;
        _connection.AddFunction(rows, [.. columns.Select(c => c.Name)], content.RowCount, content.Cell);
        var typed = string.Join(", ", columns.Select(c => $"CAST({Sql.Name(c.Name)} AS {c.SqlType}) AS {Sql.Name(c.Name)}"));
        return $"SELECT {typed} FROM {Sql.Name(rows)}()";
    }

    public void Dispose()
    {
        _connection.Dispose();
        _database.Dispose();
    }
}

/// <summary>Quotes names and texts for SQL that has no place for parameters.</summary>
internal static class Sql
{
    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"")}\"";

    public static string Text(string text) => $"'{text.Replace("'", "''")}'";
}
