using System.Runtime.InteropServices;

namespace Analytics.Terminal.Terminals;

/// <summary>The few functions of the Windows console.</summary>
internal static unsafe partial class Kernel32
{
    public const int InputHandle = -10,
        OutputHandle = -11;
    public const uint Utf8 = 65001;
    public const uint ProcessedInput = 1,
        LineInput = 2,
        EchoInput = 4,
        MouseInput = 0x10,
        QuickEdit = 0x40,
        ExtendedFlags = 0x80,
        VirtualTerminalInput = 0x200;
    public const uint ProcessedOutput = 1,
        VirtualTerminalOutput = 4,
        NoAutoReturn = 8;

    /// <summary>CONSOLE_SCREEN_BUFFER_INFO.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct ScreenInfo
    {
        public short Width,
            Height,
            CursorX,
            CursorY;
        public ushort Attributes;
        public short Left,
            Top,
            Right,
            Bottom,
            MaximumWidth,
            MaximumHeight;
    }

    [LibraryImport("kernel32", SetLastError = true)]
    public static partial nint GetStdHandle(int which);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool GetConsoleMode(nint handle, out uint mode);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool SetConsoleMode(nint handle, uint mode);

    [LibraryImport("kernel32")]
    public static partial uint GetConsoleOutputCP();

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool SetConsoleOutputCP(uint codePage);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool GetConsoleScreenBufferInfo(nint handle, out ScreenInfo info);

    [LibraryImport("kernel32", EntryPoint = "WriteFile", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool Write(nint handle, byte* buffer, uint count, out uint written, nint overlapped);

    [LibraryImport("kernel32", SetLastError = true)]
    public static partial uint WaitForSingleObject(nint handle, uint milliseconds);

    [LibraryImport("kernel32", EntryPoint = "ReadConsoleInputW", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool ReadConsoleInput(nint handle, InputRecord* records, uint count, out uint read);

    /// <summary>INPUT_RECORD with its key part: 20 bytes.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct InputRecord
    {
        public ushort Kind,
            Padding;
        public int KeyDown;
        public ushort Repeat,
            VirtualKey,
            ScanCode,
            Character;
        public uint ControlKeys;
    }
}
