using System.Runtime.InteropServices;

namespace Analytics.DuckDb.Native;

/// <summary>
/// An owned native object that keeps its parent alive: memory of a child (a chunk's buffers, a statement's plan) belongs
/// to allocators of the database, so a parent is released only after its last child, whatever the order of disposal.
/// </summary>
internal abstract class NativeHandle : SafeHandle
{
    private readonly NativeHandle? _parent;

    protected NativeHandle(nint pointer, NativeHandle? parent)
        : base(0, ownsHandle: true)
    {
        if (parent is not null)
        {
            var added = false;
            parent.DangerousAddRef(ref added);
            _parent = parent;
        }

        SetHandle(pointer);
    }

    public override bool IsInvalid => handle == 0;

    protected sealed override bool ReleaseHandle()
    {
        Destroy(handle);
        _parent?.DangerousRelease();
        return true;
    }

    protected abstract void Destroy(nint pointer);
}

internal sealed class DatabaseHandle(nint pointer) : NativeHandle(pointer, null)
{
    protected override void Destroy(nint pointer) => NativeMethods.duckdb_close(ref pointer);
}

internal sealed class ConfigHandle(nint pointer) : NativeHandle(pointer, null)
{
    protected override void Destroy(nint pointer) => NativeMethods.duckdb_destroy_config(ref pointer);
}

internal sealed class ConnectionHandle(nint pointer, DatabaseHandle database) : NativeHandle(pointer, database)
{
    protected override void Destroy(nint pointer) => NativeMethods.duckdb_disconnect(ref pointer);
}

internal sealed class StatementsHandle(nint pointer, ConnectionHandle connection) : NativeHandle(pointer, connection)
{
    protected override void Destroy(nint pointer) => NativeMethods.duckdb_destroy_extracted(ref pointer);
}

internal sealed class PreparedHandle(nint pointer, ConnectionHandle connection) : NativeHandle(pointer, connection)
{
    protected override void Destroy(nint pointer) => NativeMethods.duckdb_destroy_prepare(ref pointer);
}

internal sealed class PendingHandle(nint pointer, PreparedHandle prepared) : NativeHandle(pointer, prepared)
{
    protected override void Destroy(nint pointer) => NativeMethods.duckdb_destroy_pending(ref pointer);
}

/// <summary>A <see cref="duckdb_result"/> at a fixed address: the C functions take its address, or its 48 bytes by value.</summary>
internal sealed unsafe class ResultHandle(ConnectionHandle connection)
    : NativeHandle((nint)NativeMemory.AllocZeroed((nuint)sizeof(duckdb_result)), connection)
{
    public duckdb_result* Pointer => (duckdb_result*)handle;

    protected override void Destroy(nint pointer)
    {
        NativeMethods.duckdb_destroy_result((duckdb_result*)pointer);
        NativeMemory.Free((void*)pointer);
    }
}

internal sealed class ChunkHandle(nint pointer, ConnectionHandle connection) : NativeHandle(pointer, connection)
{
    protected override void Destroy(nint pointer) => NativeMethods.duckdb_destroy_data_chunk(ref pointer);
}

internal sealed class LogicalTypeHandle(nint pointer) : NativeHandle(pointer, null)
{
    protected override void Destroy(nint pointer) => NativeMethods.duckdb_destroy_logical_type(ref pointer);
}

internal sealed class ValueHandle(nint pointer) : NativeHandle(pointer, null)
{
    protected override void Destroy(nint pointer) => NativeMethods.duckdb_destroy_value(ref pointer);
}
