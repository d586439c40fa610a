using Microsoft.Win32.SafeHandles;

namespace Analytics.Cli;

/// <summary>
/// Standard output as a stream over descriptor 1. <c>System.Console</c> is not used for it: it hides that the reader
/// of a pipe has gone, and it starts slower.
/// </summary>
static class StandardOutput
{
    const int BrokenPipe = 32;
    const int BufferSize = 64 * 1024;

    public static FileStream Open() =>
        OperatingSystem.IsWindows()
            ? new FileStream(new SafeFileHandle(WindowsStandardOutput.Handle(), ownsHandle: false), FileAccess.Write, BufferSize)
            : new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, BufferSize);

    /// <summary>Whether a failed write means only that the reader has seen enough (EPIPE; ERROR_BROKEN_PIPE, ERROR_NO_DATA).</summary>
    public static bool IsClosedPipe(IOException e) =>
        e.HResult == BrokenPipe || (OperatingSystem.IsWindows() && (e.HResult & 0xFFFF) is 109 or 232);
}

static partial class WindowsStandardOutput
{
    const int StandardOutputHandle = -11;

    public static nint Handle() => GetStdHandle(StandardOutputHandle);

    [System.Runtime.InteropServices.LibraryImport("kernel32")]
    private static partial nint GetStdHandle(int which);
}
