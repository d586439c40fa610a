using System.Text;

namespace Analytics.DuckDb.Tests;

/// <summary>A small engine in memory and one connection.</summary>
internal sealed class TestDatabase : IDisposable
{
    public static Dictionary<string, string> Small { get; } = new() { ["memory_limit"] = "256MB", ["threads"] = "2" };

    /// <summary>The columns of the engine's test_all_types().</summary>
    public static IReadOnlyList<string> AllTypeColumns { get; } = ReadAllTypeColumns();

    private readonly DuckDbDatabase _database = DuckDbDatabase.Open(options: Small);

    public TestDatabase() => Connection = _database.Connect();

    public DuckDbConnection Connection { get; }

    public DuckDbConnection Connect() => _database.Connect();

    /// <summary>Texts of all values, row by row.</summary>
    public List<string[]> Texts(string sql) =>
        Read(
            sql,
            static (column, row) =>
            {
                var text = new StringBuilder();
                column.AppendText(row, text);
                return text.ToString();
            }
        );

    /// <summary>The same texts, written as UTF-8.</summary>
    public List<string[]> Utf8Texts(string sql) =>
        Read(
            sql,
            static (column, row) =>
            {
                var text = new Utf8Buffer();
                column.AppendText(row, text);
                return Encoding.UTF8.GetString(text.Written);
            }
        );

    /// <summary>Managed values, row by row.</summary>
    public List<object?[]> Values(string sql) => Read(sql, static (column, row) => column.Value(row));

    public object? Value(string sql) => Values(sql)[0][0];

    public delegate T Cell<out T>(VectorView column, int row);

    public List<T[]> Read<T>(string sql, Cell<T> cell)
    {
        using var result = Connection.Query(sql);
        return Rows(result, cell);
    }

    public static List<T[]> Rows<T>(QueryResult result, Cell<T> cell)
    {
        var rows = new List<T[]>();
        while (result.Fetch() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.RowCount; row++)
                {
                    var values = new T[chunk.ColumnCount];
                    for (var column = 0; column < values.Length; column++)
                    {
                        values[column] = cell(chunk.Column(column), row);
                    }

                    rows.Add(values);
                }
            }
        }

        return rows;
    }

    private static string[] ReadAllTypeColumns()
    {
        using var database = new TestDatabase();
        return [.. database.Values("SELECT column_name FROM (DESCRIBE FROM test_all_types())").Select(row => (string)row[0]!)];
    }

    public void Dispose()
    {
        Connection.Dispose();
        _database.Dispose();
    }
}
