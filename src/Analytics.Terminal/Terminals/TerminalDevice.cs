using Analytics.Terminal.Graphics;
using Analytics.Terminal.Layout;

namespace Analytics.Terminal.Terminals;

/// <summary>The terminal cannot be used: there is none, or the system refused.</summary>
/// <param name="message">What failed, and how to mend it.</param>
/// <param name="errorCode">The system's error number (errno, or Win32's), 0 where there is none.</param>
public sealed class TerminalException(string message, int errorCode = 0) : IOException(message)
{
    /// <summary>The system's error number, 0 where there is none.</summary>
    public int ErrorCode { get; } = errorCode;
}

/// <summary>
/// The system's side of a terminal: bytes in, bytes out, size, raw mode. Writing and leaving raw mode may happen on other threads than
/// reading.
/// </summary>
public abstract class TerminalDevice : IDisposable
{
    /// <summary>The terminal of this process.</summary>
    /// <exception cref="TerminalException">There is none.</exception>
    public static TerminalDevice Open() => OperatingSystem.IsWindows() ? new WindowsDevice() : new UnixDevice();

    /// <summary>Width and height now; 80×24 where the system does not say.</summary>
    public abstract CellSize Size { get; }

    /// <summary>
    /// Width and height in pixels as the terminal has told the system (TIOCGWINSZ), margins perhaps included; null where it has not.
    /// </summary>
    public virtual PixelSize? PixelSize => null;

    /// <summary>Whether the process can be suspended and continued by a shell.</summary>
    public abstract bool CanSuspend { get; }

    /// <summary>Whether <see cref="Read"/> has to be interrupted now and then to compare the size, for lack of a signal.</summary>
    public abstract bool PollsSize { get; }

    /// <summary>Turns off echo, line editing and signal keys. Idempotent.</summary>
    public abstract void EnterRaw();

    /// <summary>Brings back the settings found at the start. Idempotent; never throws.</summary>
    public abstract void LeaveRaw();

    /// <summary>
    /// Waits for input. Returns the number of bytes, 0 when the time was over or <see cref="Wake"/> was called, -1 when the terminal is
    /// gone.
    /// </summary>
    public abstract int Read(Span<byte> buffer, TimeSpan? wait);

    /// <summary>
    /// Sees to it that these modes are left, and the terminal's settings are usable, should the process die before the guard is disposed;
    /// null where nothing can.
    /// </summary>
    public virtual IDisposable? Guard(string modes) => null;

    /// <summary>Makes a waiting <see cref="Read"/> return.</summary>
    public abstract void Wake();

    /// <summary>Writes everything. What a terminal that is gone would have shown is dropped.</summary>
    public abstract void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Stops the process group until the shell continues it; returns then.</summary>
    public abstract void Suspend();

    /// <inheritdoc/>
    public abstract void Dispose();
}
