using System.Runtime.InteropServices;

namespace Analytics.DuckDb.Native;

/// <summary>
/// Section "Value Interface". Dates, times and timestamps are one-field structs in the header, hence plain integers
/// here. Created values are owned (<see cref="ValueHandle"/>); <c>duckdb_get_varchar</c> returns an owned string.
/// </summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_value(ref nint value);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_varchar_length(byte* text, ulong length);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_bool([MarshalAs(UnmanagedType.U1)] bool input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_int8(sbyte input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_uint8(byte input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_int16(short input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_uint16(ushort input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_int32(int input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_uint32(uint input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_uint64(ulong input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_int64(long val);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_hugeint(duckdb_hugeint input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_uhugeint(duckdb_uhugeint input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_bignum(duckdb_bignum input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_decimal(duckdb_decimal input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_float(float input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_double(double input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_date(int input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_time(long input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_time_ns(long input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_time_tz_value(ulong value);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_timestamp(long input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_timestamp_tz(long input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_timestamp_s(long input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_timestamp_ms(long input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_timestamp_ns(long input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_interval(duckdb_interval input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_blob(byte* data, ulong length);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_bit(duckdb_bit input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_uuid(duckdb_uhugeint input);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_null_value();

    [LibraryImport(Library)]
    internal static partial byte* duckdb_get_varchar(ValueHandle value);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_get_list_size(ValueHandle value);

    [LibraryImport(Library)]
    internal static partial nint duckdb_get_list_child(ValueHandle value, ulong index);
}
