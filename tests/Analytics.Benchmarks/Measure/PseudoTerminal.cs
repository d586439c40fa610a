using System.Runtime.InteropServices;

namespace Analytics.Benchmarks;

/// <summary>The master side of a pseudo-terminal: what a terminal emulator holds.</summary>
internal sealed unsafe class PseudoTerminal : IDisposable
{
    private readonly int _descriptor;

    public PseudoTerminal(ushort columns, ushort rows)
    {
        _descriptor = Libc.OpenTerminal(Libc.ReadWrite | Libc.NoControllingTerminal);
        if (_descriptor < 0 || Libc.GrantTerminal(_descriptor) != 0 || Libc.UnlockTerminal(_descriptor) != 0)
            throw new BenchmarkSkippedException("The system gives no pseudo-terminal.");
        Libc.Resize(_descriptor, columns, rows);
        Name = Marshal.PtrToStringUTF8((nint)Libc.TerminalName(_descriptor))!;
    }

    /// <summary>The device that a program opens as its terminal.</summary>
    public string Name { get; }

    /// <summary>Waits for output; returns the number of bytes, 0 when the time was over or the program has gone.</summary>
    public int Read(Span<byte> buffer, TimeSpan patience)
    {
        var wait = new Libc.PollDescriptor { Descriptor = _descriptor, Events = Libc.PollIn };
        if (Libc.Poll(&wait, 1, (int)patience.TotalMilliseconds) <= 0)
            return 0;
        fixed (byte* pointer = buffer)
            return (int)Math.Max(0, Libc.Read(_descriptor, pointer, (nuint)buffer.Length));
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* pointer = bytes)
            _ = Libc.Write(_descriptor, pointer, (nuint)bytes.Length);
    }

    public void Dispose() => _ = Libc.Close(_descriptor);
}
