using Analytics.DuckDb.Native;
using DuckDB.NET.Native;

namespace Analytics.DuckDb;

/// <summary>Settings of a connection, read without a statement, so also while a result streams.</summary>
internal static unsafe class SessionSetting
{
    /// <summary>The text of a setting that there is.</summary>
    public static string Read(DuckDBNativeConnection connection, string name)
    {
        MissingMethods.duckdb_connection_get_client_context(connection, out var context);
        try
        {
            using var value = MissingMethods.duckdb_client_context_get_config_option(context, name, null);
            return NativeMethods.Value.DuckDBGetVarchar(value);
        }
        finally
        {
            MissingMethods.duckdb_destroy_client_context(ref context);
        }
    }
}
