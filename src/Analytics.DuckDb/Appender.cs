using System.Runtime.InteropServices;
using Analytics.DuckDb.Native;

namespace Analytics.DuckDb;

/// <summary>
/// Adds chunks to a table, in order, without going through SQL. The chunks may come from another database. Rows are
/// in the table for sure only after <see cref="Flush"/> or <see cref="Complete"/>; disposing without them leaves the
/// rest out.
/// </summary>
public sealed class Appender : IDisposable
{
    private readonly AppenderHandle _handle;

    private Appender(AppenderHandle handle) => _handle = handle;

    /// <summary>
    /// Appends the first rows of a chunk, whose types must be those of the table's columns. The chunk keeps only those rows.
    /// </summary>
    /// <exception cref="DuckDbException">The engine refuses the rows, or memory or disk is full.</exception>
    public void Append(DataChunk chunk, int rows)
    {
        chunk.Truncate(rows);
        Require(NativeMethods.duckdb_append_data_chunk(_handle, chunk.Handle));
    }

    /// <summary>Flushes what was appended so far into the table, where other connections see it unless a transaction is open.</summary>
    /// <exception cref="DuckDbException">A constraint is broken, or memory or disk is full; nothing more can be appended.</exception>
    public void Flush() => Require(NativeMethods.duckdb_appender_flush(_handle));

    /// <summary>Flushes everything into the table; nothing can be appended afterwards.</summary>
    /// <exception cref="DuckDbException">A constraint is broken, or memory or disk is full.</exception>
    public void Complete() => Require(NativeMethods.duckdb_appender_close(_handle));

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    internal static Appender Open(ConnectionHandle connection, string table, string? database)
    {
        var state = NativeMethods.duckdb_appender_create_ext(connection, database, null, table, out var pointer);
        // The appender must be destroyed also when its creation failed: it carries the error.
        var appender = new Appender(new AppenderHandle(pointer, connection));
        try
        {
            appender.Require(state);
            return appender;
        }
        catch
        {
            appender.Dispose();
            throw;
        }
    }

    private void Require(duckdb_state state)
    {
        if (state == duckdb_state.DuckDBError)
        {
            throw EngineError.Read(Message(), "");
        }
    }

    private unsafe string Message()
    {
        var error = NativeMethods.duckdb_appender_error_data(_handle);
        var message = Marshal.PtrToStringUTF8((nint)NativeMethods.duckdb_error_data_message(error)) ?? "The rows could not be appended.";
        NativeMethods.duckdb_destroy_error_data(ref error);
        return message;
    }
}
