using System.Reflection;
using System.Runtime.InteropServices;

namespace Analytics.Charts.Native;

/// <summary>Finds and starts the bundled libvips, once a process.</summary>
internal static class VipsLibrary
{
    private static readonly Lazy<bool> Started = new(Start);

    /// <summary>Held while operations run: the library's error buffer is one for all threads.</summary>
    public static readonly Lock Gate = new();

    /// <summary>Makes the library ready.</summary>
    /// <exception cref="ChartException">It is missing or does not start.</exception>
    public static void EnsureStarted() => _ = Started.Value;

    private static bool Start()
    {
        NativeLibrary.SetDllImportResolver(typeof(VipsLibrary).Assembly, Resolve);
        try
        {
            // Fontconfig reads the native environment at its first use, which vips_init may already be.
            _ = NativeMethods.g_setenv("FONTCONFIG_FILE", Path.Combine(ChartFonts.Folder, "fonts.conf"), 1);
            if (!OperatingSystem.IsWindows() && !IsWritable(UserCache))
                _ = NativeMethods.g_setenv("XDG_CACHE_HOME", Path.Combine(Path.GetTempPath(), "analytics-" + Environment.UserName), 1);
            if (NativeMethods.vips_init("analytics") != 0)
            {
                throw new ChartException(ChartProblem.Native, "The picture library libvips did not start. SVG and PDF need no library.")
                {
                    Zh = "图像库 libvips 没有启动。SVG、PDF 不需要它。",
                };
            }
        }
        catch (DllNotFoundException error)
        {
            throw new ChartException(
                ChartProblem.Native,
                $"The picture library {FileName} was not found in {AppContext.BaseDirectory}. "
                    + "Build or unpack the program again; SVG and PDF need no library.",
                error
            )
            {
                Zh = $"在 {AppContext.BaseDirectory} 没有找到图像库 {FileName}。请重新构建或解压本程序；SVG、PDF 不需要它。",
            };
        }
        // A cached operation is known by the address of its input buffer, which the next picture may reuse.
        NativeMethods.vips_cache_set_max(0);
        return true;
    }

    /// <summary>Where fontconfig keeps its index by the XDG base directory rules; shipped fonts.conf names the folder in it.</summary>
    private static string UserCache =>
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
            ? cache
            : Path.Combine(Environment.GetEnvironmentVariable("HOME") ?? "/", ".cache");

    /// <summary>Fontconfig complains on stderr when its cache cannot be written, as in a container without a home.</summary>
    private static bool IsWritable(string cache)
    {
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(cache, "analytics-fontconfig")).FullName;
            using var probe = File.Create(Path.Combine(folder, $".probe-{Environment.ProcessId}"), 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string FileName =>
        OperatingSystem.IsWindows() ? "libvips-42.dll"
        : OperatingSystem.IsMacOS() ? "libvips.dylib"
        : "libvips.so";

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == NativeMethods.Library && NativeLibrary.TryLoad(Path.Combine(AppContext.BaseDirectory, FileName), out var handle)
            ? handle
            : 0;
}
