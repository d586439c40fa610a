using System.Runtime.InteropServices;
using DuckDB.NET.Native;

namespace Analytics.DuckDb.Native;

/// <summary>
/// A handle of the package that keeps its connection open, which it does not do by itself: memory of statements and chunks belongs to
/// allocators of the database, so the connection is let go only after them, whatever the order of disposal or finalization.
/// </summary>
/// <typeparam name="T">The handle's class.</typeparam>
internal sealed class Kept<T> : IDisposable
    where T : SafeHandle
{
    private readonly DuckDBNativeConnection? _connection;
    private int _holds;

    /// <summary>Owns <paramref name="handle"/> from here on; without a connection, what it refers to belongs to none.</summary>
    public Kept(T handle, DuckDBNativeConnection? connection)
    {
        var added = false;
        connection?.DangerousAddRef(ref added);
        _connection = connection;
        Handle = handle;
        _holds = 1;
    }

    ~Kept() => Release();

    public T Handle { get; }

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        if (Interlocked.Exchange(ref _holds, 0) == 1)
        {
            Handle.Dispose();
            _connection?.DangerousRelease();
        }
    }
}
