using System.Data;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Analytics.DuckDb;

/// <summary>
/// An open database. Connections may outlive it: the native database closes with the last of them. Safe for use from
/// any thread.
/// </summary>
public sealed class DuckDbDatabase : IDisposable
{
    private readonly DuckDBConnection _ado;
    private readonly OpenFile? _file;

    /// <summary>The connection that holds the database open; nothing runs on it.</summary>
    private readonly DuckDbConnection _root;

    private DuckDbDatabase(DuckDBConnection ado, OpenFile? file)
    {
        _ado = ado;
        _file = file;
        _root = new DuckDbConnection(ado, file);
    }

    /// <summary>The engine's version, such as <c>v1.5.6</c>.</summary>
    public static string EngineVersion => NativeMethods.Startup.DuckDBLibraryVersion();

    /// <summary>Opens a database file, which is created if it does not exist, or one in memory.</summary>
    /// <param name="path">The file; null for a new database in memory.</param>
    /// <param name="options">
    /// DuckDB settings by name: <c>threads</c>, <c>memory_limit</c>, <c>access_mode</c> and so on. The binding itself
    /// sets <c>errors_as_json</c>, from which it reads class and position of errors.
    /// </param>
    /// <exception cref="DuckDbException">
    /// The library, the file or a setting is not usable, or this program has the file open already.
    /// </exception>
    public static DuckDbDatabase Open(string? path = null, IReadOnlyDictionary<string, string>? options = null)
    {
        var file = path is null ? null : OpenFile.Claim(path);
        try
        {
            var ado = new DuckDBConnection(ConnectionString(file?.Path, options ?? new Dictionary<string, string>()));
            ado.Open();
            return new DuckDbDatabase(ado, file);
        }
        catch (DuckDBException exception)
        {
            throw NotOpened(exception.Message);
        }
        catch (Exception exception) when (exception.GetBaseException() is DllNotFoundException or BadImageFormatException)
        {
            throw NoLibrary(exception.GetBaseException());
        }
        finally
        {
            file?.Release();
        }
    }

    /// <summary>Opens a connection: one transaction context, for one thread at a time.</summary>
    /// <exception cref="DuckDbException">The engine refused.</exception>
    public DuckDbConnection Connect()
    {
        ObjectDisposedException.ThrowIf(_ado.State != ConnectionState.Open, this);
        var another = _file is null ? _ado.Duplicate() : new DuckDBConnection(_ado.ConnectionString);
        try
        {
            another.Open();
            return new DuckDbConnection(another, _file);
        }
        catch (DuckDBException exception)
        {
            throw new DuckDbException("The database refused a connection.", DuckDbErrorKind.Connection, innerException: exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _root.Dispose();

    private static string ConnectionString(string? path, IReadOnlyDictionary<string, string> options)
    {
        var builder = new DuckDBConnectionStringBuilder
        {
            DataSource = path ?? DuckDBConnectionStringBuilder.InMemoryDataSource,
            ["errors_as_json"] = "true",
        };
        foreach (var (name, value) in options)
        {
            try
            {
                builder[name] = value;
            }
            catch (InvalidOperationException)
            {
                throw Refused($"'{name}' to '{value}'");
            }
        }

        return builder.ConnectionString;
    }

    private static DuckDbException NotOpened(string message)
    {
        const string OfSetting = "Error setting ";
        const string OfFile = "DuckDBOpen failed: ";
        return message.StartsWith(OfSetting, StringComparison.Ordinal)
            ? Refused(message[OfSetting.Length..])
            : EngineError.Read(message.Replace(OfFile, "", StringComparison.Ordinal), "");
    }

    private static DuckDbException Refused(string setting) =>
        new(
            $"A setting was refused when the database was opened: {setting}. DuckDB has no such setting, or it takes no such value.",
            DuckDbErrorKind.InvalidConfiguration
        );

    /// <summary>The library is missing or not for this machine; of the runtime's dozen lines only that about the file is told.</summary>
    private static DuckDbException NoLibrary(Exception exception)
    {
        var name =
            OperatingSystem.IsWindows() ? "duckdb.dll"
            : OperatingSystem.IsMacOS() ? "libduckdb.dylib"
            : "libduckdb.so";
        var platform = OperatingSystem.IsMacOS() ? "osx" : RuntimeInformation.RuntimeIdentifier;
        var below = Path.Combine("runtimes", platform, "native");
        string[] places = [AppContext.BaseDirectory, Path.Combine(AppContext.BaseDirectory, below)];
        var found = places.Select(place => Path.Combine(place, name)).FirstOrDefault(File.Exists);
        var fault = found is null
            ? $"there is no {name} in {AppContext.BaseDirectory} nor in {below} below it"
            : exception.Message.Split('\n').FirstOrDefault(line => line.StartsWith(found, StringComparison.Ordinal))
                ?? $"{found} is not usable";
        return new DuckDbException(
            $"The DuckDB library was not loaded: {fault.Trim()}. Build or install the program anew, which brings the library for "
                + "Linux, macOS and Windows on x64 and arm64.",
            DuckDbErrorKind.Library,
            innerException: exception
        );
    }
}
