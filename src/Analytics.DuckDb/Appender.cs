using Analytics.DuckDb.Native;
using DuckDB.NET.Native;
using NativeAppender = DuckDB.NET.Native.DuckDBAppender;

namespace Analytics.DuckDb;

/// <summary>
/// Adds chunks to a table, in order, without going through SQL. The chunks may come from another database. Rows are
/// in the table for sure only after <see cref="Flush"/> or <see cref="Complete"/>; disposing without them leaves the
/// rest out.
/// </summary>
public sealed class Appender : IDisposable
{
    private readonly Kept<NativeAppender> _native;

    private Appender(Kept<NativeAppender> native) => _native = native;

    /// <summary>
    /// Appends the first rows of a chunk, whose types must be those of the table's columns. The chunk keeps only those rows.
    /// </summary>
    /// <exception cref="DuckDbException">The engine refuses the rows, or memory or disk is full.</exception>
    public void Append(DataChunk chunk, int rows)
    {
        chunk.Truncate(rows);
        Require(NativeMethods.Appender.DuckDBAppendDataChunk(_native.Handle, chunk.Handle));
    }

    /// <summary>Flushes what was appended so far into the table, where other connections see it unless a transaction is open.</summary>
    /// <exception cref="DuckDbException">A constraint is broken, or memory or disk is full; nothing more can be appended.</exception>
    public void Flush() => Require(NativeMethods.Appender.DuckDBAppenderFlush(_native.Handle));

    /// <summary>Flushes everything into the table; nothing can be appended afterwards.</summary>
    /// <exception cref="DuckDbException">A constraint is broken, or memory or disk is full.</exception>
    public void Complete() => Require(NativeMethods.Appender.DuckDBAppenderClose(_native.Handle));

    /// <inheritdoc/>
    public void Dispose() => _native.Dispose();

    internal static Appender Open(DuckDBNativeConnection connection, string table, string? database)
    {
        var state = NativeMethods.Appender.DuckDBAppenderCreateExt(connection, database, null, table, out var handle);
        // The appender must be destroyed also when its creation failed: it carries the error.
        var appender = new Appender(new Kept<NativeAppender>(handle, connection));
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

    private void Require(DuckDBState state)
    {
        if (state != DuckDBState.Success)
        {
            throw EngineError.Read(Message(), "");
        }
    }

    private string Message()
    {
        using var error = NativeMethods.Appender.DuckDBAppenderErrorData(_native.Handle);
        return NativeMethods.ErrorData.DuckDBErrorDataMessage(error) ?? "The rows could not be appended.";
    }
}
