using System.Runtime.InteropServices;

namespace Analytics.DuckDb.Native;

/// <summary>Section "Appender".</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial duckdb_state duckdb_appender_create_ext(
        ConnectionHandle connection,
        string? catalog,
        string? schema,
        string table,
        out nint out_appender
    );

    [LibraryImport(Library)]
    internal static partial duckdb_state duckdb_append_data_chunk(AppenderHandle appender, ChunkHandle chunk);

    [LibraryImport(Library)]
    internal static partial duckdb_state duckdb_appender_flush(AppenderHandle appender);

    [LibraryImport(Library)]
    internal static partial duckdb_state duckdb_appender_close(AppenderHandle appender);

    [LibraryImport(Library)]
    internal static partial duckdb_state duckdb_appender_destroy(ref nint appender);

    [LibraryImport(Library)]
    internal static partial nint duckdb_appender_error_data(AppenderHandle appender);

    [LibraryImport(Library)]
    internal static partial byte* duckdb_error_data_message(nint error_data);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_error_data(ref nint error_data);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial void duckdb_data_chunk_set_size(ChunkHandle chunk, ulong size);
}
