using System.Runtime.InteropServices;

namespace Analytics.Benchmarks;

/// <summary>The few functions of the C library that start a process and tell what it cost. Linux and macOS.</summary>
internal static unsafe partial class Libc
{
    /// <summary>Enough for posix_spawnattr_t and posix_spawn_file_actions_t of any C library; never looked into.</summary>
    public const int OpaqueSize = 512;

    public const int ReadOnly = 0,
        WriteOnly = 1,
        ReadWrite = 2,
        Terminate = 15,
        PollIn = 1;
    public static readonly int NoControllingTerminal = OperatingSystem.IsMacOS() ? 0x20000 : 0x100;
    public static readonly short NewSession = (short)(OperatingSystem.IsMacOS() ? 0x400 : 0x80);
    private static readonly nuint SetWindowSize = OperatingSystem.IsMacOS() ? 0x80087467u : 0x5414u;

    /// <summary>struct rusage: two times, the greatest resident size (KB on Linux, bytes on macOS) and thirteen counters.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct ResourceUsage
    {
        public long UserSeconds,
            UserMicroseconds,
            SystemSeconds,
            SystemMicroseconds,
            MaxResident;
        private fixed long _counters[13];
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct PollDescriptor
    {
        public int Descriptor;
        public short Events,
            Result;
    }

    [LibraryImport("libc", EntryPoint = "posix_spawn", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Spawn(out int process, string path, byte* actions, byte* attributes, nint* arguments, nint* environment);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    public static partial int InitActions(byte* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    public static partial int DestroyActions(byte* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int AddOpen(byte* actions, int descriptor, string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_adddup2")]
    public static partial int AddDuplicate(byte* actions, int descriptor, int target);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_init")]
    public static partial int InitAttributes(byte* attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_destroy")]
    public static partial int DestroyAttributes(byte* attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setflags")]
    public static partial int SetFlags(byte* attributes, short flags);

    [LibraryImport("libc", EntryPoint = "wait4")]
    public static partial int Wait(int process, out int status, int options, out ResourceUsage usage);

    [LibraryImport("libc", EntryPoint = "kill")]
    public static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "posix_openpt")]
    public static partial int OpenTerminal(int flags);

    [LibraryImport("libc", EntryPoint = "grantpt")]
    public static partial int GrantTerminal(int descriptor);

    [LibraryImport("libc", EntryPoint = "unlockpt")]
    public static partial int UnlockTerminal(int descriptor);

    [LibraryImport("libc", EntryPoint = "ptsname")]
    public static partial byte* TerminalName(int descriptor);

    [LibraryImport("libc", EntryPoint = "read")]
    public static partial nint Read(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write")]
    public static partial nint Write(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "poll")]
    public static partial int Poll(PollDescriptor* descriptors, nuint count, int milliseconds);

    // ioctl is variadic; Apple's arm64 passes variable arguments on the stack, where six fillers push them.
    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int Control(int descriptor, nuint request, ushort* size);

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int ControlApple(int descriptor, nuint request, nint a, nint b, nint c, nint d, nint e, nint f, ushort* size);

    /// <summary>TIOCSWINSZ.</summary>
    public static void Resize(int terminal, ushort columns, ushort rows)
    {
        var size = stackalloc ushort[] { rows, columns, 0, 0 };
        if (OperatingSystem.IsMacOS() && RuntimeInformation.ProcessArchitecture == Architecture.Arm64)
            _ = ControlApple(terminal, SetWindowSize, 0, 0, 0, 0, 0, 0, size);
        else
            _ = Control(terminal, SetWindowSize, size);
    }
}
