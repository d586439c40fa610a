using System.Runtime.InteropServices;

namespace Analytics.DuckDb.Native;

internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial duckdb_state duckdb_create_config(out nint out_config);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial duckdb_state duckdb_set_config(ConfigHandle config, string name, string option);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_config(ref nint config);
}
