using System.Runtime.InteropServices;

namespace Analytics.DuckDb.Native;

/// <summary>
/// Declarations of duckdb.h 1.5.6, one file per section of the header, under their exact C names. A <c>nint</c> that is
/// returned or passed by reference is an owned pointer; <c>byte*</c> results are borrowed unless the file says otherwise.
/// </summary>
internal static partial class NativeMethods
{
    /// <summary>The library of the package DuckDB.NET.Bindings.Full, which the runtime finds among the program's own.</summary>
    internal const string Library = "duckdb";

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static unsafe partial duckdb_state duckdb_open_ext(
        string? path,
        out nint out_database,
        ConfigHandle config,
        out byte* out_error
    );

    [LibraryImport(Library)]
    internal static partial void duckdb_close(ref nint database);

    [LibraryImport(Library)]
    internal static partial duckdb_state duckdb_connect(DatabaseHandle database, out nint out_connection);

    [LibraryImport(Library)]
    internal static partial void duckdb_interrupt(ConnectionHandle connection);

    [LibraryImport(Library)]
    internal static partial duckdb_query_progress_type duckdb_query_progress(ConnectionHandle connection);

    [LibraryImport(Library)]
    internal static partial void duckdb_disconnect(ref nint connection);

    [LibraryImport(Library)]
    internal static unsafe partial byte* duckdb_library_version();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint duckdb_get_table_names(
        ConnectionHandle connection,
        string query,
        [MarshalAs(UnmanagedType.U1)] bool qualified
    );
}
