using System.Runtime.InteropServices;

namespace Analytics.Terminal.Terminals;

/// <summary>The few functions of the C library a terminal needs. Names are C's.</summary>
internal static unsafe partial class Libc
{
    /// <summary>struct termios is 60 bytes on Linux and 72 on macOS; we never look inside.</summary>
    public const int TermiosSize = 256;

    public const int OpenReadWrite = 2,
        SetNow = 0,
        Interrupted = 4,
        PollIn = 1;

    public static readonly int TryAgain = OperatingSystem.IsLinux() ? 11 : 35;
    public static readonly int SigStop = OperatingSystem.IsLinux() ? 19 : 17;
    private static readonly nuint GetWindowSize = OperatingSystem.IsLinux() ? 0x5413u : 0x40087468u;

    /// <summary>struct winsize.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct WindowSize
    {
        public ushort Rows,
            Columns,
            PixelWidth,
            PixelHeight;
    }

    /// <summary>struct pollfd.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PollDescriptor
    {
        public int Descriptor;
        public short Events,
            Result;
    }

    [LibraryImport("libc", EntryPoint = "isatty")]
    public static partial int IsTerminal(int descriptor);

    [LibraryImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
    public static partial int GetAttributes(int descriptor, byte* termios);

    [LibraryImport("libc", EntryPoint = "tcsetattr", SetLastError = true)]
    public static partial int SetAttributes(int descriptor, int when, byte* termios);

    [LibraryImport("libc", EntryPoint = "cfmakeraw")]
    public static partial void MakeRaw(byte* termios);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "pipe", SetLastError = true)]
    public static partial int Pipe(int* descriptors);

    // nfds_t is unsigned long on Linux and unsigned int on macOS; a zero-extended register serves both.
    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(PollDescriptor* descriptors, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "getpgrp")]
    public static partial int ProcessGroup();

    [LibraryImport("libc", EntryPoint = "getsid")]
    public static partial int Session(int process);

    [LibraryImport("libc", EntryPoint = "_exit")]
    public static partial void ExitNow(int code);

    // open and ioctl are variadic in C. For open without O_CREAT no variable argument is passed.
    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int Control(int descriptor, nuint request, WindowSize* size);

    // Apple's arm64 passes variable arguments on the stack: six fillers use up the registers.
    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int ControlApple(
        int descriptor,
        nuint request,
        nint a,
        nint b,
        nint c,
        nint d,
        nint e,
        nint f,
        WindowSize* size
    );

    /// <summary>TIOCGWINSZ; false where the system does not know.</summary>
    public static bool TryGetWindowSize(int descriptor, out WindowSize size)
    {
        fixed (WindowSize* pointer = &size)
        {
            var apple = OperatingSystem.IsMacOS() && RuntimeInformation.ProcessArchitecture == Architecture.Arm64;
            return (
                    apple ? ControlApple(descriptor, GetWindowSize, 0, 0, 0, 0, 0, 0, pointer) : Control(descriptor, GetWindowSize, pointer)
                ) == 0;
        }
    }
}
