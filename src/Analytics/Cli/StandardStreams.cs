using System.Runtime.InteropServices;

namespace Analytics.Cli;

/// <summary>The descriptors 0, 1 and 2 of the process.</summary>
internal static partial class StandardStreams
{
    private const int GetDescriptorFlags = 1,
        CloseOnExec = 1,
        ReadOnly = 0,
        WriteOnly = 1;

    private static readonly bool[] Closed = new bool[3];

    /// <summary>Whether whoever started the program closed it.</summary>
    public static bool IsInputClosed => Closed[0];

    /// <inheritdoc cref="IsInputClosed"/>
    public static bool IsOutputClosed => Closed[1];

    /// <inheritdoc cref="IsInputClosed"/>
    public static bool IsErrorClosed => Closed[2];

    /// <summary>
    /// Puts <c>/dev/null</c> where one was closed by the caller (<c>2&gt;&amp;-</c>): otherwise the next file that is opened, perhaps one
    /// that is being written, gets its number, and with it what is said on it. It is opened the wrong way round, as the C library does for
    /// programs with more rights: rows that nobody can get end in an error, not in nothing. To be called before anything else; still the
    /// runtime may have opened something of its own there, which tells itself by the flag that a given one lost when the program began.
    /// </summary>
    public static void Reserve()
    {
        if (OperatingSystem.IsWindows())
            return;
        for (var descriptor = 0; descriptor <= 2; descriptor++)
        {
            var flags = fcntl(descriptor, GetDescriptorFlags);
            Closed[descriptor] = flags < 0 || (flags & CloseOnExec) != 0;
            // The lowest free number is given, which is this one.
            if (flags < 0)
                _ = open("/dev/null", descriptor == 0 ? WriteOnly : ReadOnly);
        }
    }

    [LibraryImport("libc")]
    private static partial int fcntl(int descriptor, int command);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);
}
