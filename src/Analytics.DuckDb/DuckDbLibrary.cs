using System.Runtime.InteropServices;
using Analytics.DuckDb.Native;

namespace Analytics.DuckDb;

/// <summary>
/// The native library. It is loaded once per process, from the path in the environment variable
/// <c>ANALYTICS_DUCKDB</c> or else from the folder of the program.
/// </summary>
public static class DuckDbLibrary
{
    /// <summary>The environment variable that names another library file.</summary>
    public const string PathVariable = "ANALYTICS_DUCKDB";

    // A reference type: the framework has no compiled code for Lazy<nint>, which would cost a batch query a millisecond.
    private static readonly Lazy<object> Handle = new(() => LoadAndResolve());

    /// <summary>The version of the library, such as <c>v1.5.5</c>.</summary>
    /// <exception cref="DuckDbException">The library is missing or cannot be loaded.</exception>
    public static unsafe string Version
    {
        get
        {
            Load();
            return NativeText.Borrow(NativeMethods.duckdb_library_version());
        }
    }

    /// <summary>
    /// Loads the library now; nothing else needs this call, but on a worker it warms up while other work goes on.
    /// </summary>
    /// <exception cref="DuckDbException">The library is missing or cannot be loaded.</exception>
    public static void Load() => _ = Handle.Value;

    private static nint LoadAndResolve()
    {
        var handle = LoadFrom(FilePath);
        NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, (name, _, _) => name == NativeMethods.Library ? handle : 0);
        return handle;
    }

    /// <summary>Where the library is, or should be.</summary>
    public static string FilePath =>
        Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } path ? path : Path.Combine(AppContext.BaseDirectory, FileName);

    private static string FileName =>
        OperatingSystem.IsWindows() ? "duckdb.dll"
        : OperatingSystem.IsMacOS() ? "libduckdb.dylib"
        : "libduckdb.so";

    internal static nint LoadFrom(string path)
    {
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
        {
            var found = File.Exists(path) ? "The file exists but cannot be loaded on this machine" : "There is no such file";
            throw new DuckDbException(
                $"The DuckDB library was not loaded from '{path}'. {found}: {exception.Message} "
                    + $"Build the project, which brings it, or set {PathVariable} to the path of a DuckDB 1.5.5 library.",
                DuckDbErrorKind.Library,
                innerException: exception
            );
        }
    }
}
