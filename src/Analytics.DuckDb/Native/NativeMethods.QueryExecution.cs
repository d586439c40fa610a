using System.Runtime.InteropServices;

namespace Analytics.DuckDb.Native;

/// <summary>Sections "Query Execution" and "Streaming Result Interface".</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_result(duckdb_result* result);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial byte* duckdb_column_name(duckdb_result* result, ulong col);

    [LibraryImport(Library)]
    internal static partial nint duckdb_column_logical_type(duckdb_result* result, ulong col);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial ulong duckdb_column_count(duckdb_result* result);

    // Fetches the first chunk of a changed-rows result, so it keeps its transition.
    [LibraryImport(Library)]
    internal static partial ulong duckdb_rows_changed(duckdb_result* result);

    [LibraryImport(Library)]
    internal static partial byte* duckdb_result_error(duckdb_result* result);

    [LibraryImport(Library)]
    internal static partial DuckDbErrorKind duckdb_result_error_type(duckdb_result* result);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial duckdb_result_type duckdb_result_return_type(duckdb_result result);

    [LibraryImport(Library)]
    internal static partial nint duckdb_fetch_chunk(duckdb_result result);
}
