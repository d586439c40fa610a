using System.Runtime.InteropServices;
using DuckDB.NET.Native;
using Microsoft.Win32.SafeHandles;

namespace Analytics.DuckDb.Native;

/// <summary>
/// A result that is freed when nobody refers to it, which <see cref="DuckDBResult"/> by itself is not, at a fixed address. Keeps its
/// connection open until then.
/// </summary>
internal sealed unsafe class ResultHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    private readonly DuckDBNativeConnection _connection;

    public ResultHandle(DuckDBNativeConnection connection)
        : base(ownsHandle: true)
    {
        var added = false;
        connection.DangerousAddRef(ref added);
        _connection = connection;
        SetHandle((nint)NativeMemory.AllocZeroed((nuint)sizeof(DuckDBResult)));
    }

    /// <summary>The result itself; the caller keeps the handle alive meanwhile.</summary>
    public ref DuckDBResult Value => ref *Pointer;

    /// <summary>Where the result lies, under the same condition.</summary>
    public DuckDBResult* Pointer => (DuckDBResult*)handle;

    protected override bool ReleaseHandle()
    {
        Value.Close();
        NativeMemory.Free((void*)handle);
        _connection.DangerousRelease();
        return true;
    }
}

/// <summary>A statement that has begun and not run yet; lives no longer than the call that runs it.</summary>
internal sealed class PendingHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        MissingMethods.duckdb_destroy_pending(ref handle);
        return true;
    }
}
