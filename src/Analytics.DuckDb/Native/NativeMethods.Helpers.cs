using System.Runtime.InteropServices;

namespace Analytics.DuckDb.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial void duckdb_free(void* ptr);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial ulong duckdb_vector_size();
}
