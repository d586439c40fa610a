using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Analytics.Terminal.Graphics;
using Analytics.Terminal.Layout;

namespace Analytics.Terminal.Terminals;

/// <summary>A terminal of Linux or macOS: descriptors 0 and 1 where they are terminals, else /dev/tty.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed unsafe class UnixDevice : TerminalDevice
{
    private readonly int input, output, opened, wakeReader, wakeWriter;
    private readonly byte[] original = new byte[Libc.TermiosSize];
    private readonly Lock gate = new();
    private bool raw, disposed;

    public UnixDevice()
    {
        opened = Libc.IsTerminal(0) == 1 && Libc.IsTerminal(1) == 1 ? -1 : Libc.Open("/dev/tty", Libc.OpenReadWrite);
        input = Libc.IsTerminal(0) == 1 ? 0 : opened;
        output = Libc.IsTerminal(1) == 1 ? 1 : opened;
        if (input < 0 || output < 0)
            throw new TerminalException("no terminal: neither standard input and output nor /dev/tty is one; use the batch commands instead", Marshal.GetLastPInvokeError());
        fixed (byte* termios = original)
            Check(Libc.GetAttributes(input, termios), "tcgetattr");
        var pipe = stackalloc int[2];
        Check(Libc.Pipe(pipe), "pipe");
        (wakeReader, wakeWriter) = (pipe[0], pipe[1]);
    }

    public override CellSize Size =>
        Libc.TryGetWindowSize(output, out var size) && size is { Columns: > 0, Rows: > 0 } ? new(size.Columns, size.Rows) : new(80, 24);

    // A process in the group of its session's leader has no shell that could continue it.
    public override PixelSize? PixelSize =>
        Libc.TryGetWindowSize(output, out var size) && size is { PixelWidth: > 0, PixelHeight: > 0 } ? new(size.PixelWidth, size.PixelHeight) : null;

    public override bool CanSuspend => Libc.ProcessGroup() != Libc.Session(0);

    public override bool PollsSize => false;

    public override void EnterRaw()
    {
        lock (gate)
        {
            if (disposed)
                return;
            var termios = stackalloc byte[Libc.TermiosSize];
            original.CopyTo(new Span<byte>(termios, Libc.TermiosSize));
            Libc.MakeRaw(termios);
            Check(Libc.SetAttributes(input, Libc.SetNow, termios), "tcsetattr");
            raw = true;
        }
    }

    public override void LeaveRaw()
    {
        lock (gate)
        {
            if (!raw)
                return;
            raw = false;
            fixed (byte* termios = original)
                _ = Libc.SetAttributes(input, Libc.SetNow, termios);
        }
    }

    public override int Read(Span<byte> buffer, TimeSpan? wait)
    {
        var descriptors = stackalloc Libc.PollDescriptor[2];
        descriptors[0] = new() { Descriptor = input, Events = Libc.PollIn };
        descriptors[1] = new() { Descriptor = wakeReader, Events = Libc.PollIn };
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
            var count = Libc.Read(input, pointer, (nuint)buffer.Length);
            if (count > 0)
                return (int)count;
            var error = count == 0 ? 0 : Marshal.GetLastPInvokeError();
            return error == Libc.Interrupted || error == Libc.TryAgain ? 0 : -1;
        }
    }

    private void DrainWakes()
    {
        var scratch = stackalloc byte[16];
        _ = Libc.Read(wakeReader, scratch, 16);
    }

    public override void Wake()
    {
        byte one = 1;
        lock (gate)
        {
            if (!disposed)
                _ = Libc.Write(wakeWriter, &one, 1);
        }
    }

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* pointer = bytes)
        {
            var done = 0;
            while (done < bytes.Length)
            {
                var count = Libc.Write(output, pointer + done, (nuint)(bytes.Length - done));
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
        lock (gate)
        {
            if (disposed)
                return;
            disposed = true;
            _ = Libc.Close(wakeReader);
            _ = Libc.Close(wakeWriter);
            if (opened >= 0)
                _ = Libc.Close(opened);
        }
    }

    private static void Check(int result, string function)
    {
        if (result < 0)
            throw new TerminalException($"the terminal refused: {function} failed with error {Marshal.GetLastPInvokeError()}", Marshal.GetLastPInvokeError());
    }
}
