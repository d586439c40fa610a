using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Analytics.DuckDb;

/// <summary>
/// The row at which a lookup stands (<see cref="DuckDbConnection.Rows"/>); valid within its callback. It has only the types that the
/// package's reader gives exactly: no values of unknown type, nested ones or timestamps finer than microseconds.
/// </summary>
public readonly struct LookupRow
{
    private readonly DuckDBDataReader _reader;

    internal LookupRow(DuckDBDataReader reader) => _reader = reader;

    /// <summary>Whether a column is NULL; the other members refuse NULL, but for <see cref="TextOrNull"/>.</summary>
    public bool IsNull(int column) => _reader.IsDBNull(column);

    /// <summary>A VARCHAR.</summary>
    public string Text(int column) => _reader.GetString(column);

    /// <summary>A VARCHAR; null for NULL.</summary>
    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>A BOOLEAN.</summary>
    public bool Flag(int column) => _reader.GetBoolean(column);

    /// <summary>A BIGINT, or an integer of fewer bytes.</summary>
    public long Whole(int column) => _reader.GetInt64(column);

    /// <summary>A DOUBLE.</summary>
    public double Number(int column) => _reader.GetDouble(column);

    /// <summary>A DECIMAL, exactly: the reader's own <c>GetDecimal</c> rounds to 28 digits.</summary>
#pragma warning disable CA1720 // the engine's word for it
    public DuckDbDecimal Decimal(int column)
#pragma warning restore CA1720
    {
        var value = _reader.GetFieldValue<DuckDBDecimal>(column);
        return new DuckDbDecimal(new Int128((ulong)value.Value.Upper, value.Value.Lower), value.Width, value.Scale);
    }
}
