using System.Runtime.InteropServices;
using System.Text;
using Analytics.Terminal.Layout;

namespace Analytics.Terminal.Terminals;

/// <summary>
/// The Windows console in virtual-terminal mode (Windows 10 1809 and later, Windows Terminal). Input records carry the escape sequences
/// character by character in UTF-16; they are handed on as UTF-8, like a Unix terminal's bytes.
/// </summary>
internal sealed unsafe class WindowsDevice : TerminalDevice
{
    private const ushort KeyRecord = 1;
    private static readonly TimeSpan PollPeriod = TimeSpan.FromMilliseconds(100);

    private readonly nint _input,
        _output;
    private readonly uint _inputMode,
        _outputMode,
        _codePage;
    private readonly Lock _gate = new();
    private char _highSurrogate;
    private bool _raw;

    public WindowsDevice()
    {
        _input = Kernel32.GetStdHandle(Kernel32.InputHandle);
        _output = Kernel32.GetStdHandle(Kernel32.OutputHandle);
        if (!Kernel32.GetConsoleMode(_input, out _inputMode) || !Kernel32.GetConsoleMode(_output, out _outputMode))
        {
            throw new TerminalException(
                "no terminal: standard input and output are not a console; use the batch commands instead",
                Marshal.GetLastPInvokeError()
            );
        }

        _codePage = Kernel32.GetConsoleOutputCP();
    }

    public override CellSize Size =>
        Kernel32.GetConsoleScreenBufferInfo(_output, out var info)
            ? new(info.Right - info.Left + 1, info.Bottom - info.Top + 1)
            : new(80, 24);

    public override bool CanSuspend => false;

    public override bool PollsSize => true;

    public override void EnterRaw()
    {
        const uint off = Kernel32.ProcessedInput | Kernel32.LineInput | Kernel32.EchoInput | Kernel32.MouseInput | Kernel32.QuickEdit;
        lock (_gate)
        {
            if (
                !Kernel32.SetConsoleMode(_input, _inputMode & ~off | Kernel32.ExtendedFlags | Kernel32.VirtualTerminalInput)
                || !Kernel32.SetConsoleMode(
                    _output,
                    _outputMode | Kernel32.ProcessedOutput | Kernel32.VirtualTerminalOutput | Kernel32.NoAutoReturn
                )
            )
            {
                throw new TerminalException(
                    "the console refused virtual-terminal mode; it needs Windows 10 version 1809 or later",
                    Marshal.GetLastPInvokeError()
                );
            }

            Kernel32.SetConsoleOutputCP(Kernel32.Utf8);
            _raw = true;
        }
    }

    public override void LeaveRaw()
    {
        lock (_gate)
        {
            if (!_raw)
                return;
            _raw = false;
            Kernel32.SetConsoleMode(_input, _inputMode);
            Kernel32.SetConsoleMode(_output, _outputMode);
            Kernel32.SetConsoleOutputCP(_codePage);
        }
    }

    public override int Read(Span<byte> buffer, TimeSpan? wait)
    {
        // Short waits let the reader compare the size and see that it is to end.
        var limit = wait is { } some && some < PollPeriod ? some : PollPeriod;
        if (Kernel32.WaitForSingleObject(_input, (uint)Math.Ceiling(limit.TotalMilliseconds)) != 0)
            return 0;
        const int most = 64;
        var records = stackalloc Kernel32.InputRecord[most];
        if (!Kernel32.ReadConsoleInput(_input, records, (uint)Math.Min(most, buffer.Length / 4), out var count))
            return -1;
        var length = 0;
        for (var i = 0; i < count; i++)
            length += Encode(records[i], buffer[length..]);
        return length;
    }

    private int Encode(Kernel32.InputRecord record, Span<byte> buffer)
    {
        var character = (char)record.Character;
        if (record.Kind != KeyRecord || record.KeyDown == 0 || character == 0)
            return 0;
        if (char.IsHighSurrogate(character))
        {
            _highSurrogate = character;
            return 0;
        }
        var rune = char.IsLowSurrogate(character)
            ? Rune.TryCreate(_highSurrogate, character, out var pair)
                ? pair
                : Rune.ReplacementChar
            : new Rune(character);
        return rune.EncodeToUtf8(buffer);
    }

    public override void Wake()
    {
        // Read never waits longer than PollPeriod.
    }

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* pointer = bytes)
        {
            uint done = 0;
            while (done < bytes.Length && Kernel32.Write(_output, pointer + done, (uint)bytes.Length - done, out var count, 0))
                done += count;
        }
    }

    public override void Suspend() => throw new PlatformNotSupportedException("Windows has no job control");

    public override void Dispose() => LeaveRaw();
}
