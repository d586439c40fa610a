using System.Runtime.InteropServices;
using Analytics.DuckDb.Native;

namespace Analytics.DuckDb;

/// <summary>
/// An open database. Connections may outlive it: the native database closes with the last of them. Safe for use from
/// any thread.
/// </summary>
public sealed class DuckDbDatabase : IDisposable
{
    private readonly DatabaseHandle _handle;

    private DuckDbDatabase(DatabaseHandle handle) => _handle = handle;

    /// <summary>The engine's version, such as <c>v1.5.6</c>.</summary>
    public static unsafe string EngineVersion => NativeText.Borrow(NativeMethods.duckdb_library_version());

    /// <summary>Opens a database file, which is created if it does not exist, or one in memory.</summary>
    /// <param name="path">The file; null for a new database in memory.</param>
    /// <param name="options">
    /// DuckDB settings by name: <c>threads</c>, <c>memory_limit</c>, <c>access_mode</c> and so on. The binding itself
    /// sets <c>errors_as_json</c>, from which it reads class and position of errors.
    /// </param>
    /// <exception cref="DuckDbException">The library, the file or a setting is not usable.</exception>
    public static DuckDbDatabase Open(string? path = null, IReadOnlyDictionary<string, string>? options = null)
    {
        try
        {
            using var config = CreateConfig();
            Set(config, "errors_as_json", "true");
            foreach (var (name, value) in options ?? new Dictionary<string, string>())
            {
                Set(config, name, value);
            }

            return new DuckDbDatabase(OpenNative(path, config));
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
        {
            throw NoLibrary(exception);
        }
    }

    /// <summary>Opens a connection: one transaction context, for one thread at a time.</summary>
    /// <exception cref="DuckDbException">The engine refused.</exception>
    public DuckDbConnection Connect()
    {
        var state = NativeMethods.duckdb_connect(_handle, out var pointer);
        return state == duckdb_state.DuckDBSuccess
            ? new DuckDbConnection(new ConnectionHandle(pointer, _handle))
            : throw new DuckDbException("The database refused a connection.", DuckDbErrorKind.Connection);
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    /// <summary>The library is missing or is not for this machine; the runtime's message names the files that it tried.</summary>
    private static DuckDbException NoLibrary(Exception exception) =>
        new(
            $"The DuckDB library was not loaded: {exception.Message} It belongs beside the program, or below it in "
                + $"runtimes/{RuntimeInformation.RuntimeIdentifier}/native. Build or install the program anew, which brings it for "
                + "Linux, macOS and Windows on x64 and arm64.",
            DuckDbErrorKind.Library,
            innerException: exception
        );

    private static ConfigHandle CreateConfig()
    {
        var state = NativeMethods.duckdb_create_config(out var pointer);
        var config = new ConfigHandle(pointer);
        return state == duckdb_state.DuckDBSuccess
            ? config
            : throw new DuckDbException("DuckDB could not allocate a configuration.", DuckDbErrorKind.OutOfMemory);
    }

    private static void Set(ConfigHandle config, string name, string value)
    {
        if (NativeMethods.duckdb_set_config(config, name, value) != duckdb_state.DuckDBSuccess)
        {
            throw new DuckDbException(
                $"DuckDB has no setting '{name}' that takes the value '{value}' when a database is opened.",
                DuckDbErrorKind.InvalidConfiguration
            );
        }
    }

    private static unsafe DatabaseHandle OpenNative(string? path, ConfigHandle config)
    {
        var state = NativeMethods.duckdb_open_ext(path, out var pointer, config, out var error);
        return state == duckdb_state.DuckDBSuccess ? new DatabaseHandle(pointer) : throw EngineError.Read(NativeText.Take(error), "");
    }
}
