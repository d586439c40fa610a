using Analytics.DuckDb;

namespace Analytics.Benchmarks;

/// <summary>The table that is decoded, in a temporary database file; removed on disposal.</summary>
internal sealed class DecodeTable : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("analytics-decode-").FullName;
    private readonly DuckDbDatabase _database;
    private readonly DuckDbConnection _connection;

    public DecodeTable(long rows)
    {
        Rows = rows;
        _database = DuckDbDatabase.Open(Path);
        _connection = _database.Connect();
        _connection.Execute(Sql(rows));
    }

    /// <summary>Makes the table <c>cell</c>.</summary>
    public static string Sql(long rows) =>
        $"""
            CREATE TABLE cell AS
            SELECT i AS id, i % 1000000 / 4 AS amount, printf('K%07d', i % 9999991) AS short,
                concat('在铜仁市各村走访群众时记下的', i % 100003, '条记录') AS long,
                DATE '2020-01-01' + CAST(i % 2000 AS INTEGER) AS day
            FROM range({rows}) t(i);
            CHECKPOINT
            """;

    public long Rows { get; }

    /// <summary>The database file.</summary>
    public string Path => System.IO.Path.Combine(_folder, "decode.duckdb");

    /// <summary>The same sums by the engine alone.</summary>
    public ColumnSums SumInEngine()
    {
        using var result = _connection.Query(
            "SELECT count(*), sum(id)::BIGINT, sum(amount), sum(strlen(short) + "
                + "strlen(long))::BIGINT, sum(day - DATE '1970-01-01')::BIGINT FROM cell"
        );
        using var chunk = result.Fetch()!;
        return new ColumnSums(
            chunk.Column(0).Values<long>()[0],
            chunk.Column(1).Values<long>()[0],
            chunk.Column(2).Values<double>()[0],
            chunk.Column(3).Values<long>()[0],
            chunk.Column(4).Values<long>()[0]
        );
    }

    public ColumnSums SumByDecoding()
    {
        var sums = default(ColumnSums);
        using var result = _connection.Query("SELECT id, amount, short, long, day FROM cell");
        while (result.Fetch() is { } chunk)
        {
            using (chunk)
                sums = Add(sums, chunk);
        }

        return sums;
    }

    public void Dispose()
    {
        _connection.Dispose();
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static ColumnSums Add(ColumnSums sums, DataChunk chunk)
    {
        var (id, amount, days) = (sums.Id, sums.Amount, sums.Days);
        foreach (var value in chunk.Column(0).Values<long>())
            id += value;
        foreach (var value in chunk.Column(1).Values<double>())
            amount += value;
        foreach (var value in chunk.Column(4).Values<int>())
            days += value;
        return new ColumnSums(
            sums.Rows + chunk.RowCount,
            id,
            amount,
            sums.TextBytes + Length(chunk.Column(2)) + Length(chunk.Column(3)),
            days
        );
    }

    private static long Length(VectorView texts)
    {
        long length = 0;
        for (var row = 0; row < texts.Length; row++)
            length += texts.Utf8(row).Length;
        return length;
    }
}
