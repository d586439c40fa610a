using System.Runtime.InteropServices;

namespace Analytics.DuckDb.Native;

/// <summary>Success or failure of a C call.</summary>
internal enum duckdb_state
{
    DuckDBSuccess = 0,
    DuckDBError = 1,
}

/// <summary>What a result holds.</summary>
internal enum duckdb_result_type
{
    DUCKDB_RESULT_TYPE_INVALID = 0,
    DUCKDB_RESULT_TYPE_CHANGED_ROWS = 1,
    DUCKDB_RESULT_TYPE_NOTHING = 2,
    DUCKDB_RESULT_TYPE_QUERY_RESULT = 3,
}

[StructLayout(LayoutKind.Sequential)]
internal struct duckdb_hugeint
{
    public ulong lower;
    public long upper;
}

[StructLayout(LayoutKind.Sequential)]
internal struct duckdb_uhugeint
{
    public ulong lower;
    public ulong upper;
}

[StructLayout(LayoutKind.Sequential)]
internal struct duckdb_decimal
{
    public byte width;
    public byte scale;
    public duckdb_hugeint value;
}

[StructLayout(LayoutKind.Sequential)]
internal struct duckdb_interval
{
    public int months;
    public int days;
    public long micros;
}

[StructLayout(LayoutKind.Sequential)]
internal struct duckdb_list_entry
{
    public ulong offset;
    public ulong length;
}

[StructLayout(LayoutKind.Sequential)]
internal struct duckdb_query_progress_type
{
    public double percentage;
    public ulong rows_processed;
    public ulong total_rows_to_process;
}

/// <summary>A string in a vector: 16 bytes; up to 12 bytes lie inline, after the length.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal unsafe struct duckdb_string_t
{
    /// <summary>The longest string that is stored inline.</summary>
    public const int InlineLength = 12;

    [FieldOffset(0)]
    public uint length;

    [FieldOffset(4)]
    public fixed byte inlined[InlineLength];

    [FieldOffset(8)]
    public byte* ptr;
}

/// <summary>Bytes of a BIT, allocated by whoever fills it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct duckdb_bit
{
    public byte* data;
    public ulong size;
}

/// <summary>Magnitude of a BIGNUM, most significant byte first.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct duckdb_bignum
{
    public byte* data;
    public ulong size;
    public byte is_negative;
}

/// <summary>A result: only <see cref="internal_data"/> is in use, the rest is kept by the header for its size.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct duckdb_result
{
    public ulong deprecated_column_count;
    public ulong deprecated_row_count;
    public ulong deprecated_rows_changed;
    public nint deprecated_columns;
    public nint deprecated_error_message;
    public nint internal_data;
}
