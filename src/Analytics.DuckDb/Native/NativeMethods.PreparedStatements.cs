using System.Runtime.InteropServices;

namespace Analytics.DuckDb.Native;

/// <summary>
/// Sections "Prepared Statements", "Bind Values to Prepared Statements", "Extract Statements" and "Pending Result
/// Interface". <c>duckdb_parameter_name</c> and <c>duckdb_prepared_statement_column_name</c> return owned strings.
/// </summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial duckdb_state duckdb_prepare(ConnectionHandle connection, string query, out nint out_prepared_statement);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_prepare(ref nint prepared_statement);

    [LibraryImport(Library)]
    internal static partial byte* duckdb_prepare_error(PreparedHandle prepared_statement);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial ulong duckdb_nparams(PreparedHandle prepared_statement);

    [LibraryImport(Library)]
    internal static partial byte* duckdb_parameter_name(PreparedHandle prepared_statement, ulong index);

    [LibraryImport(Library)]
    internal static partial nint duckdb_param_logical_type(PreparedHandle prepared_statement, ulong param_idx);

    [LibraryImport(Library)]
    internal static partial duckdb_state duckdb_clear_bindings(PreparedHandle prepared_statement);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial StatementKind duckdb_prepared_statement_type(PreparedHandle statement);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_prepared_statement_column_count(PreparedHandle prepared_statement);

    [LibraryImport(Library)]
    internal static partial byte* duckdb_prepared_statement_column_name(PreparedHandle prepared_statement, ulong col_idx);

    [LibraryImport(Library)]
    internal static partial nint duckdb_prepared_statement_column_logical_type(PreparedHandle prepared_statement, ulong col_idx);

    [LibraryImport(Library)]
    internal static partial duckdb_state duckdb_bind_value(PreparedHandle prepared_statement, ulong param_idx, ValueHandle val);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial duckdb_state duckdb_bind_parameter_index(
        PreparedHandle prepared_statement,
        out ulong param_idx_out,
        string name
    );

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ulong duckdb_extract_statements(ConnectionHandle connection, string query, out nint out_extracted_statements);

    [LibraryImport(Library)]
    internal static partial duckdb_state duckdb_prepare_extracted_statement(
        ConnectionHandle connection,
        StatementsHandle extracted_statements,
        ulong index,
        out nint out_prepared_statement
    );

    [LibraryImport(Library)]
    internal static partial byte* duckdb_extract_statements_error(StatementsHandle extracted_statements);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_extracted(ref nint extracted_statements);

    // The header plans to remove this call, but 1.5.6 has no other way to a result that is not materialised first.
    [LibraryImport(Library)]
    internal static partial duckdb_state duckdb_pending_prepared_streaming(PreparedHandle prepared_statement, out nint out_result);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_pending(ref nint pending_result);

    [LibraryImport(Library)]
    internal static partial byte* duckdb_pending_error(PendingHandle pending_result);

    [LibraryImport(Library)]
    internal static partial duckdb_state duckdb_execute_pending(PendingHandle pending_result, duckdb_result* out_result);
}
