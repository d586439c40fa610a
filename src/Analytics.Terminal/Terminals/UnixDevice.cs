using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Analytics.Terminal.Graphics;
using Analytics.Terminal.Layout;

namespace Analytics.Terminal.Terminals;

/// <summary>A terminal of Linux or macOS: descriptors 0 and 1 where they are terminals, else /dev/tty.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed unsafe class UnixDevice : TerminalDevice
{
    private readonly int _input,
        _output,
        _opened,
        _wakeReader,
        _wakeWriter;
    private readonly byte[] _original = new byte[Libc.TermiosSize];
    private readonly Lock _gate = new();
    private bool _raw,
        _disposed;

    public UnixDevice()
    {
        _opened = Libc.IsTerminal(0) == 1 && Libc.IsTerminal(1) == 1 ? -1 : Libc.Open("/dev/tty", Libc.OpenReadWrite);
        _input = Libc.IsTerminal(0) == 1 ? 0 : _opened;
        _output = Libc.IsTerminal(1) == 1 ? 1 : _opened;
        if (_input < 0 || _output < 0)
        {
            throw new TerminalException(
                "no terminal: neither standard input and output nor /dev/tty is one; use the batch commands instead",
                Marshal.GetLastPInvokeError()
            );
        }

        fixed (byte* termios = _original)
            Check(Libc.GetAttributes(_input, termios), "tcgetattr");
        var pipe = stackalloc int[2];
        Check(Libc.Pipe(pipe), "pipe");
        (_wakeReader, _wakeWriter) = (pipe[0], pipe[1]);
    }

    public override CellSize Size =>
        Libc.TryGetWindowSize(_output, out var size) && size is { Columns: > 0, Rows: > 0 } ? new(size.Columns, size.Rows) : new(80, 24);

    // A process in the group of its session's leader has no shell that could continue it.
    public override PixelSize? PixelSize =>
        Libc.TryGetWindowSize(_output, out var size) && size is { PixelWidth: > 0, PixelHeight: > 0 }
            ? new(size.PixelWidth, size.PixelHeight)
            : null;

    public override bool CanSuspend => Libc.ProcessGroup() != Libc.Session(0);

    public override bool PollsSize => false;

    public override IDisposable? Guard(string modes) => new TerminalGuard(modes);

    public override void EnterRaw()
    {
        lock (_gate)
        {
            if (_disposed)
                return;
            var termios = stackalloc byte[Libc.TermiosSize];
            _original.CopyTo(new Span<byte>(termios, Libc.TermiosSize));
            Libc.MakeRaw(termios);
            Check(Libc.SetAttributes(_input, Libc.SetNow, termios), "tcsetattr");
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
            fixed (byte* termios = _original)
                _ = Libc.SetAttributes(_input, Libc.SetNow, termios);
        }
    }

    public override int Read(Span<byte> buffer, TimeSpan? wait)
    {
        var descriptors = stackalloc Libc.PollDescriptor[2];
        descriptors[0] = new() { Descriptor = _input, Events = Libc.PollIn };
        descriptors[1] = new() { Descriptor = _wakeReader, Events = Libc.PollIn };
        var milliseconds = wait is { } limit ? (int)Math.Ceiling(limit.TotalMilliseconds) : -1;
        if (Libc.Poll(descriptors, 2, milliseconds) < 0)
            return Marshal.GetLastPInvokeError() == Libc.Interrupted ? 0 : -1;
        if (descriptors[1].Result != 0)
            DrainWakes();
        return descriptors[0].Result != 0 ? ReadInput(buffer) : 0;
    }

    private int ReadInput(Span<byte> buffer)
    {
        fixed (byte* pointer = buffer)
        {
            var count = Libc.Read(_input, pointer, (nuint)buffer.Length);
            if (count > 0)
                return (int)count;
            var error = count == 0 ? 0 : Marshal.GetLastPInvokeError();
            return error == Libc.Interrupted || error == Libc.TryAgain ? 0 : -1;
        }
    }

    private void DrainWakes()
    {
        var scratch = stackalloc byte[16];
        _ = Libc.Read(_wakeReader, scratch, 16);
    }

    public override void Wake()
    {
        byte one = 1;
        lock (_gate)
        {
            if (!_disposed)
                _ = Libc.Write(_wakeWriter, &one, 1);
        }
    }

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* pointer = bytes)
        {
            var done = 0;
            while (done < bytes.Length)
            {
                var count = Libc.Write(_output, pointer + done, (nuint)(bytes.Length - done));
                if (count >= 0)
                    done += (int)count;
                else if (!MayRetry())
                    return;
            }
        }
    }

    // Another program may have left the terminal non-blocking; then a full queue needs a moment.
    private static bool MayRetry()
    {
        var error = Marshal.GetLastPInvokeError();
        if (error == Libc.TryAgain)
            Thread.Sleep(1);
        return error == Libc.TryAgain || error == Libc.Interrupted;
    }

    // Stopping this process alone would leave a parent in the group (dotnet run) waiting, and the shell with it.
    // The calling thread may run on for a while after kill, so only SIGCONT tells that the stop is over.
    public override void Suspend()
    {
        using var continued = new ManualResetEventSlim();
        using var registration = PosixSignalRegistration.Create(PosixSignal.SIGCONT, _ => continued.Set());
        if (Libc.Kill(0, Libc.SigStop) == 0)
            continued.Wait();
    }

    public override void Dispose()
    {
        LeaveRaw();
        lock (_gate)
        {
            if (_disposed)
                return;
            _disposed = true;
            _ = Libc.Close(_wakeReader);
            _ = Libc.Close(_wakeWriter);
            if (_opened >= 0)
                _ = Libc.Close(_opened);
        }
    }

    private static void Check(int result, string function)
    {
        if (result < 0)
        {
            throw new TerminalException(
                $"the terminal refused: {function} failed with error {Marshal.GetLastPInvokeError()}",
                Marshal.GetLastPInvokeError()
            );
        }
    }
}
