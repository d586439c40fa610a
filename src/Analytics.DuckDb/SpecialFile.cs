using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Analytics.DuckDb;

/// <summary>Tells pipes and devices from files, which the framework does not.</summary>
public static partial class SpecialFile
{
    private const int CurrentFolder = -100;
    private const uint TypeAndMode = 3;
    private const int KindMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Pipe = 0x1000;
    private const int Folder = 0x4000;

    /// <summary>
    /// Whether a pipe, a device or a socket stands at the path, after all links. False where nothing does, and on Windows.
    /// </summary>
    public static bool IsAt(string path) => KindAt(path) is not (0 or RegularFile or Folder);

    /// <summary>Whether it is a pipe, which can be read once.</summary>
    public static bool IsPipe(string path) => KindAt(path) == Pipe;

    /// <summary>The bits of <c>st_mode</c> that tell the kind; 0 where nothing can be told.</summary>
    private static int KindAt(string path)
    {
        // Of struct statx (Linux, 256 bytes) the mode stands at 28; of struct stat (macOS, 144 bytes) at 4.
        Span<byte> status = stackalloc byte[256];
        var (failed, at) =
            OperatingSystem.IsLinux() ? (statx(CurrentFolder, path, 0, TypeAndMode, status), 28)
            : OperatingSystem.IsMacOS() ? (stat(path, status), 4)
            : (-1, 0);
        return failed != 0 ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(status[at..]) & KindMask;
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int statx(int folder, string path, int flags, uint mask, Span<byte> status);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int stat(string path, Span<byte> status);
}
