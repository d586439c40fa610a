using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Analytics.Cli;

/// <summary>
/// Standard output as a file stream over descriptor 1. <c>System.Console</c> is not used for it: it hides that the
/// reader of a pipe has gone, and it starts slower.
/// </summary>
internal sealed partial class StandardOutput : FileStream
{
    private const int BrokenPipe = 32;
    private const int BufferSize = 64 * 1024;
    private const int WindowsStandardOutput = -11;
    private const int SeekFromStart = 0;

    private bool _isGivenWay;

    private static nint Descriptor => OperatingSystem.IsWindows() ? GetStdHandle(WindowsStandardOutput) : 1;

    private StandardOutput()
        : base(new SafeFileHandle(Descriptor, ownsHandle: false), FileAccess.Write, BufferSize) { }

    /// <exception cref="UserException">Whoever started the program closed it.</exception>
    public static StandardOutput Open() =>
        StandardStreams.IsOutputClosed
            ? throw UserException.Failed(
                "标准输出是关闭的（>&-），结果无处可写；不要结果请用 > /dev/null。",
                "Standard output is closed (>&-): there is nowhere to write the result. Use > /dev/null where it is not wanted."
            )
            : new StandardOutput();

    /// <summary>What comes out on the terminal takes the place of how far it is.</summary>
    public override void Write(byte[] buffer, int offset, int count)
    {
        GiveWay();
        base.Write(buffer, offset, count);
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        GiveWay();
        base.Write(buffer);
    }

    private void GiveWay()
    {
        if (!_isGivenWay && !Console.IsOutputRedirected)
            ProgressLine.End();
        _isGivenWay = true;
    }

    /// <summary>Whether a path is a name of standard output.</summary>
    public static bool IsNamedBy(string path) => path is "-" or "/dev/stdout" or "/dev/fd/1" or "/proc/self/fd/1";

    /// <summary>Whether a failed write means only that the reader has seen enough (EPIPE; ERROR_BROKEN_PIPE, ERROR_NO_DATA).</summary>
    public static bool IsClosedPipe(IOException e) =>
        e.HResult == BrokenPipe || (OperatingSystem.IsWindows() && (e.HResult & 0xFFFF) is 109 or 232);

    /// <summary>
    /// Also moves the descriptor's own position: a file stream writes at positions it counts itself, and the next
    /// command of <c>(a; b) &gt; file</c> would otherwise write over the first one's output.
    /// </summary>
    public override void Flush(bool flushToDisk)
    {
        base.Flush(flushToDisk);
        if (CanSeek && !OperatingSystem.IsWindows())
            _ = lseek(1, Position, SeekFromStart);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && CanWrite)
            Flush(flushToDisk: false);
        base.Dispose(disposing);
    }

    [LibraryImport("kernel32")]
    private static partial nint GetStdHandle(int which);

    [LibraryImport("libc")]
    private static partial long lseek(int descriptor, long offset, int whence);
}
