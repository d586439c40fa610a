using System.Runtime.InteropServices;
using System.Text;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Terminals;

/// <summary>
/// The terminal while a full-screen program owns it: raw mode, alternate screen, bracketed paste, mouse, focus and keyboard reports.
/// Whatever happens (dispose, signal, suspend, an unhandled exception, the end of the process), the terminal is given back as it was, once.
/// Thread-safe. Disposing the session disposes its device.
/// </summary>
public sealed class TerminalSession : IDisposable
{
    // Modes (xterm ctlseqs): 1049 alternate screen, 7 line wrapping, 2004 bracketed paste, 1004 focus, 1002 and 1006 mouse; > 1 u kitty
    // keyboard,
    // > 4 ; 1 m modifyOtherKeys; 2026 synchronised output. A terminal that does not know one ignores it.
    private const string EnterModes = "\e[?1049h\e[?7l\e[?2004h\e[?1004h\e[>1u\e[>4;1m\e[?25l";
    private const string MouseOn = "\e[?1002h\e[?1006h";
    private const string LeaveModes = "\e[?2026l\e[?1006l\e[?1002l\e[>4m\e[<u\e[?1004l\e[?2004l\e[?7h\e[0m\e[?25h\e[?1049l";

    // The second row: an answer from the first could be read as a modified F3.
    private const string Probe = "\e[2;1H“\e[6n";
    private static readonly TimeSpan ProbePatience = TimeSpan.FromMilliseconds(400);

    // Background, colours and size of sixel pictures, size of a cell, of the window; device attributes last: every terminal answers them,
    // and in order.
    private const string GraphicsQuestions = "\e]11;?\e\\\e[?1;1;0S\e[?2;1;0S\e[16t\e[14t\e[c";
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromMilliseconds(300);

    // A paste comes in pieces of this size at most, many small ones would each be a round of the loop.
    private const int LargestRead = 1 << 16;

    private readonly TerminalDevice _device;
    private readonly TerminalSettings _settings;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly List<PosixSignalRegistration> _signals = [];
    private readonly InputDecoder _decoder;
    private Action<InputEvent> _post = _ => { };
    private CellSize _lastSize;
    private long _asked;
    private IDisposable? _guard;
    private readonly ManualResetEventSlim _readerRests = new(false),
        _mayRead = new(true),
        _answered = new(true);
    private volatile bool _active,
        _ended,
        _lent;
    private volatile int _suspending;

    /// <summary>A session that does not own the terminal yet. It takes over the device.</summary>
    public TerminalSession(TerminalDevice device, TerminalSettings settings, TimeProvider time)
    {
        (_device, _settings, _time) = (device, settings, time);
        _decoder = new InputDecoder(time);
        Ambiguous = settings.Ambiguous ?? AmbiguousWidth.One;
    }

    /// <summary>Width and height now.</summary>
    public CellSize Size => _device.Size;

    /// <summary>As set, else as the terminal answered in <see cref="Open"/>, else one cell.</summary>
    public AmbiguousWidth Ambiguous { get; private set; }

    /// <summary>
    /// Takes the terminal over and begins to post events: from signal handlers, from <see cref="ReadInput"/>, and what was typed
    /// meanwhile.
    /// </summary>
    /// <exception cref="TerminalException">The terminal refused raw mode.</exception>
    public void Open(Action<InputEvent> receiver)
    {
        _post = receiver;
        _lastSize = _device.Size;
        AppDomain.CurrentDomain.ProcessExit += OnProcessEnd;
        AppDomain.CurrentDomain.UnhandledException += OnProcessEnd;
        RegisterSignals();
        _guard = _device.Guard(LeaveModes);
        Enter();
        if (_settings.Ambiguous is null)
            ProbeAmbiguousWidth();
        AskAboutGraphics();
    }

    /// <summary>Reads and posts what is typed, on the calling thread, until cancelled or the terminal is given back.</summary>
    public void ReadInput(CancellationToken cancellation)
    {
        using var waking = cancellation.Register(() =>
        {
            _mayRead.Set();
            _device.Wake();
        });
        var buffer = new byte[LargestRead];
        while (!_ended && !cancellation.IsCancellationRequested)
        {
            if (!MayRead())
                continue;
            if (!ReadOnce(buffer))
            {
                End(Termination.HungUp);
                return;
            }
        }
    }

    // Rests while the terminal is lent.
    private bool MayRead()
    {
        if (!_lent)
            return true;
        _readerRests.Set();
        _mayRead.Wait();
        return false;
    }

    // False when the terminal is gone.
    private bool ReadOnce(byte[] buffer)
    {
        var count = _device.Read(buffer, _decoder.Wait);
        if (count < 0)
            return false;
        foreach (var input in count > 0 ? _decoder.Feed(buffer.AsSpan(0, count)) : _decoder.Expire())
        {
            _post(input);
            if (input is AttributesReport)
                _answered.Set();
        }
        if (_device.PollsSize)
            ReportSize();
        return true;
    }

    /// <summary>Writes a frame; dropped while the terminal is not ours.</summary>
    public void Show(ReadOnlySpan<byte> frame)
    {
        lock (_gate)
        {
            if (_active)
                _device.Write(frame);
        }
    }

    /// <summary>
    /// Gives the terminal back to the shell and stops; posts <see cref="ResumedEvent"/> when continued. Does nothing where no shell could
    /// continue us.
    /// </summary>
    public void Suspend()
    {
        if (!_device.CanSuspend || Interlocked.Exchange(ref _suspending, 1) == 1)
            return;
        AwaitAnswers();
        Leave(forGood: false);
        _device.Suspend();
        Resume();
        _suspending = 0;
    }

    /// <summary>
    /// Gives the terminal to another program while the work lasts, reading nothing meanwhile, and posts <see cref="ResumedEvent"/>
    /// afterwards.
    /// Signals from the keyboard are the other program's then. One loan at a time.
    /// </summary>
    public void Lend(Action work)
    {
        AwaitAnswers();
        _mayRead.Reset();
        _readerRests.Reset();
        _lent = true;
        _device.Wake();
        _readerRests.Wait();
        Leave(forGood: false);
        try
        {
            work();
        }
        finally
        {
            _lent = false;
            Resume();
            _mayRead.Set();
        }
    }

    /// <summary>Puts a text on the user's clipboard (OSC 52); terminals may ignore or refuse it.</summary>
    public void CopyToClipboard(string text) =>
        Show(Encoding.ASCII.GetBytes($"\e]52;c;{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}\a"));

    /// <summary>
    /// Gives the terminal back for good, while <see cref="ReadInput"/> still takes answers that are on their way. Idempotent.
    /// </summary>
    public void GiveBack()
    {
        AwaitAnswers();
        Leave(forGood: true);
    }

    /// <summary>Gives the terminal back for good and lets go of it; nobody reads any more. Idempotent.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnProcessEnd;
        AppDomain.CurrentDomain.UnhandledException -= OnProcessEnd;
        GiveBack();
        foreach (var signal in _signals)
            signal.Dispose();
        _signals.Clear();
        _lent = false;
        _mayRead.Set();
        _device.Wake();
        _device.Dispose();
    }

    private void OnProcessEnd(object? sender, EventArgs arguments) => Leave(forGood: true);

    private void Enter()
    {
        lock (_gate)
        {
            if (_active || _ended)
                return;
            _device.EnterRaw();
            _device.Write(Encoding.ASCII.GetBytes(_settings.Mouse ? EnterModes + MouseOn : EnterModes));
            _active = true;
        }
    }

    private void Leave(bool forGood)
    {
        lock (_gate)
        {
            _ended |= forGood;
            if (_active)
            {
                _active = false;
                _device.Write(Encoding.ASCII.GetBytes(LeaveModes));
                _device.LeaveRaw();
            }
        }
        if (forGood)
            Interlocked.Exchange(ref _guard, null)?.Dispose();
    }

    // After a stop the shell has set its own modes, whether we had given the terminal back (Ctrl+Z) or not (kill -STOP).
    private void Resume()
    {
        lock (_gate)
        {
            Leave(forGood: false);
            Enter();
        }
        if (!ReportSize())
            AskAboutGraphics();
        _post(new ResumedEvent());
    }

    // A stop of our own is resumed where it was made.
    private void ResumeFromOutside()
    {
        if (_suspending != 0 || _lent)
            return;
        try
        {
            Resume();
        }
        catch (TerminalException)
        {
            // A terminal that closes wakes what was stopped on it.
            End(Termination.HungUp);
        }
    }

    private void RegisterSignals()
    {
        OnSignal(PosixSignal.SIGINT, () => EndUnlessLent(Termination.Interrupted));
        OnSignal(PosixSignal.SIGTERM, () => End(Termination.Terminated));
        OnSignal(PosixSignal.SIGHUP, () => End(Termination.HungUp));
        OnSignal(PosixSignal.SIGQUIT, () => EndUnlessLent(Termination.Quit));
        if (OperatingSystem.IsWindows())
            return;
        OnSignal(PosixSignal.SIGTSTP, Suspend);
        OnSignal(PosixSignal.SIGCONT, ResumeFromOutside);
        OnSignal(PosixSignal.SIGWINCH, () => ReportSize());
    }

    // Once ended, a further signal takes its usual course, so that a program that hangs can still be killed politely.
    private void OnSignal(PosixSignal signal, Action action) =>
        _signals.Add(
            PosixSignalRegistration.Create(
                signal,
                context =>
                {
                    // A stop by the other program's user stops us as well, in the usual way.
                    if (_ended || (_lent && context.Signal == PosixSignal.SIGTSTP))
                        return;
                    context.Cancel = true;
                    action();
                }
            )
        );

    private void EndUnlessLent(Termination cause)
    {
        if (!_lent)
            End(cause);
    }

    private void End(Termination cause)
    {
        Leave(forGood: true);
        _post(new TerminatedEvent(cause));
    }

    // Cells may have become larger or smaller, too.
    private bool ReportSize()
    {
        var size = _device.Size;
        lock (_gate)
        {
            if (size == _lastSize)
                return false;
            _lastSize = size;
        }
        _post(new ResizeEvent(size.Width, size.Height));
        AskAboutGraphics();
        return true;
    }

    // The answers come as events, whenever they come. What the system knows is one that terminals give which answer no questions about
    // their window.
    private void AskAboutGraphics()
    {
        if (_device.PixelSize is { } known)
            _post(new WindowSizeReport(known.Width, known.Height));
        _answered.Reset();
        _asked = _time.GetTimestamp();
        Show(Encoding.ASCII.GetBytes(GraphicsQuestions));
    }

    // Before the terminal is given back: answers that are still on their way would be typed into the shell.
    private void AwaitAnswers()
    {
        if (_active && _time.GetElapsedTime(_asked) < AnswerPatience)
            _answered.Wait(AnswerPatience);
    }

    // Keys typed meanwhile are passed on.
    private void ProbeAmbiguousWidth()
    {
        Show(Encoding.UTF8.GetBytes(Probe));
        var started = _time.GetTimestamp();
        var buffer = new byte[256];
        var answered = false;
        while (!answered && ProbePatience - _time.GetElapsedTime(started) is var left && left > TimeSpan.Zero)
        {
            var count = _device.Read(buffer, left);
            if (count < 0)
                return;
            foreach (var input in _decoder.Feed(buffer.AsSpan(0, count)))
                answered |= TakeAnswer(input);
        }
    }

    private bool TakeAnswer(InputEvent input)
    {
        if (input is not CursorReportEvent report)
        {
            _post(input);
            return false;
        }
        Ambiguous = report.X == 2 ? AmbiguousWidth.Two : AmbiguousWidth.One;
        return true;
    }
}
