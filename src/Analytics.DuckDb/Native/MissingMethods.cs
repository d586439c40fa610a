using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using DuckDB.NET.Native;

namespace Analytics.DuckDb.Native;

/// <summary>
/// The functions of the engine's C API that the package does not declare, or declares wrongly, under their C names and over its handles.
/// All else is called through <see cref="NativeMethods"/>.
/// </summary>
internal static unsafe partial class MissingMethods
{
    private const string Library = "duckdb";

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial DuckDBValue duckdb_get_table_names(
        DuckDBNativeConnection connection,
        string query,
        [MarshalAs(UnmanagedType.U1)] bool qualified
    );

    /// <summary>The package's declaration takes an <c>int</c> for the index, of which the engine writes eight bytes.</summary>
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial DuckDBState duckdb_bind_parameter_index(DuckDBPreparedStatement statement, out ulong index, string name);

    [LibraryImport(Library)]
    internal static partial void duckdb_connection_get_client_context(DuckDBNativeConnection connection, out nint context);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_client_context(ref nint context);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial DuckDBValue duckdb_client_context_get_config_option(nint context, string name, int* scope);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(DuckDBCallerOwnedStringMarshaller))]
    internal static partial string? duckdb_parameter_name(DuckDBPreparedStatement statement, ulong index);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial StatementKind duckdb_prepared_statement_type(DuckDBPreparedStatement statement);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_prepared_statement_column_count(DuckDBPreparedStatement statement);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(DuckDBCallerOwnedStringMarshaller))]
    internal static partial string? duckdb_prepared_statement_column_name(DuckDBPreparedStatement statement, ulong column);

    [LibraryImport(Library)]
    internal static partial DuckDBLogicalType duckdb_prepared_statement_column_logical_type(
        DuckDBPreparedStatement statement,
        ulong column
    );

    // duckdb.h plans to remove this call, but 1.5.6 has no other way to a result that is not materialised first and
    // can still be cancelled between its begin and its run.
    [LibraryImport(Library)]
    internal static partial DuckDBState duckdb_pending_prepared_streaming(DuckDBPreparedStatement statement, out PendingHandle pending);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(DuckDBOwnedStringMarshaller))]
    internal static partial string? duckdb_pending_error(PendingHandle pending);

    [LibraryImport(Library)]
    internal static partial DuckDBState duckdb_execute_pending(PendingHandle pending, DuckDBResult* result);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_pending(ref nint pending);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(DuckDBCallerOwnedStringMarshaller))]
    internal static partial string? duckdb_logical_type_get_alias(DuckDBLogicalType type);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial ulong duckdb_union_type_member_count(DuckDBLogicalType type);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(DuckDBCallerOwnedStringMarshaller))]
    internal static partial string? duckdb_union_type_member_name(DuckDBLogicalType type, ulong index);

    [LibraryImport(Library)]
    internal static partial DuckDBLogicalType duckdb_union_type_member_type(DuckDBLogicalType type, ulong index);

    /// <summary>Takes a length, so that a NUL in the text does not end it.</summary>
    [LibraryImport(Library)]
    internal static partial DuckDBValue duckdb_create_varchar_length(byte* text, ulong length);

    [LibraryImport(Library)]
    internal static partial DuckDBValue duckdb_create_time_ns(long nanos);

    /// <summary>The package has the layout of a BIT under the name of a BLOB, without a constructor.</summary>
    [LibraryImport(Library)]
    internal static partial DuckDBValue duckdb_create_bit(BitBytes bits);

    /// <summary>Of a chunk that is the engine's own.</summary>
    [LibraryImport(Library)]
    internal static partial nint duckdb_data_chunk_get_vector(nint chunk, ulong column);

    /// <summary>Of a chunk that is the engine's own.</summary>
    [LibraryImport(Library)]
    internal static partial void duckdb_data_chunk_set_size(nint chunk, ulong size);

    [LibraryImport(Library)]
    internal static partial void duckdb_vector_reference_vector(nint to, nint from);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_get_list_size(DuckDBValue list);

    [LibraryImport(Library)]
    internal static partial DuckDBValue duckdb_get_list_child(DuckDBValue list, ulong index);
}

/// <summary>The bytes of a BIT as stored, borrowed for the call.</summary>
/// <param name="Data">The first byte.</param>
/// <param name="Size">How many there are.</param>
internal readonly record struct BitBytes(nint Data, ulong Size);
