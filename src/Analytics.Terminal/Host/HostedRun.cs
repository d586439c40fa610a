using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Terminals;
using Terminal.Gui.App;
using Terminal.Gui.Input;
using GuiKey = Terminal.Gui.Input.Key;
using Timeout = System.Threading.Timeout;

namespace Analytics.Terminal.Host;

/// <summary>
/// One run of a program inside Terminal.Gui: its application, screen, layout, focus and loop; our reading, decoding and writing as parts of
/// its driver. The loop sleeps until something arrives or a timer is due.
/// </summary>
internal sealed class HostedRun<TState, TEvent, TEffect> : IDisposable
{
    private readonly Program<TState, TEvent, TEffect> _program;
    private readonly TerminalSession _session;
    private readonly TimeProvider _time;
    private readonly Arrivals _arrivals = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly EffectContext<TEvent> _context;
    private readonly GuiTheme _theme;
    private readonly ScreenOutput _output;
    private readonly ScreenSize _size = new();
    private readonly ProgramScreen _screen;
    private readonly ProgramView _view;
    private readonly WindowHost _window;
    private readonly MenuHost _menu;
    private IApplication? _application;
    private TState _state = default!;
    private Termination _termination;
    private long _lastTick;
    private bool _hasSettled;
    private bool _takesKeys;
    private ProgramFileDialog? _files;

    public HostedRun(Program<TState, TEvent, TEffect> program, TerminalSession session, TerminalSettings settings, TimeProvider time)
    {
        (_program, _session, _time) = (program, session, time);
        _context = new(answer => _arrivals.Add(() => Apply(answer)), session.Suspend, session.CopyToClipboard, _ending.Token)
        {
            Lend = session.Lend,
        };
        _session.Open(_arrivals.Add);
        _theme = new(settings.Colors);
        _output = new(session, _theme, settings.Colors);
        _screen = new(_output, _theme, Draw, Take, session.Ambiguous, time);
        _view = new(_screen);
        _window = new(_view, _theme, FolderReading.OfSystem(_arrivals.Add), new ClickCounter(time).ClicksOf, Take);
        _menu = new(_view, _theme, chosen => _arrivals.Add(new MenuEvent(chosen)));
    }

    /// <summary>Runs the program to its end.</summary>
    public (TState State, Termination Termination) Run()
    {
        Apply(_program.Start(_session.Size));
        _lastTick = _time.GetTimestamp();
        if (!_program.IsOver(_state))
            RunLoop();
        return (_state, _termination);
    }

    // Effects that still run may look at the token and post, so neither it nor the queue is disposed; both are plain memory.
    public void Dispose()
    {
        _ending.Cancel();
        _menu.Dispose();
        _window.Dispose();
        _view.Dispose();
    }

    private void RunLoop()
    {
        // The package takes several times as long to begin as the program; the first frame does not wait for it.
        _output.ShowFirst(Draw);
        using var application = GuiApplication.On(new DriverParts(new TerminalInput(_session), _output, _size, _arrivals, TakeOther));
        _application = application;
        application.Init();
        application.Driver!.Clipboard = new TerminalClipboard(_session.CopyToClipboard);
        // The package sleeps a fixed time in each round: none, as this loop sleeps where a round begins.
        Application.MaximumIterationsPerSecond = ushort.MaxValue;
        application.Iteration += (_, _) => Rest(application);
        application.TimedEvents!.Added += (_, _) => _arrivals.Ring();
        application.Paste += TakePaste;
        application.Keyboard.KeyDown += TakeKey;
        try
        {
            application.Run(_view);
        }
        finally
        {
            _session.GiveBack();
        }
    }

    // One round more than something gave reason for, as timers change the state after a round has drawn it.
    private void Rest(IApplication application)
    {
        _output.Flush();
        _menu.Check();
        if (!_arrivals.IsEmpty || !_hasSettled)
        {
            _hasSettled = true;
            return;
        }
        _hasSettled = false;
        _arrivals.Await(MillisecondsToWait(application));
        if (MillisecondsToTick() == 0)
            Tick();
    }

    private int MillisecondsToWait(IApplication application)
    {
        var tick = MillisecondsToTick();
        var timer = application.TimedEvents is TimedEvents timers && timers.CheckTimers(out var left) ? left : Timeout.Infinite;
        return tick < 0 ? timer
            : timer < 0 ? tick
            : Math.Min(tick, timer);
    }

    private int MillisecondsToTick()
    {
        if (_program.TickPeriod(_state) is not { } period)
            return Timeout.Infinite;
        var left = period - _time.GetElapsedTime(_lastTick);
        return (int)Math.Clamp(Math.Ceiling(left.TotalMilliseconds), 0, int.MaxValue);
    }

    private void Tick()
    {
        _lastTick = _time.GetTimestamp();
        Take(new TickEvent());
    }

    private void TakePaste(object? sender, PasteEventArgs paste)
    {
        if (!_view.HasFocus)
            return;
        if (_files is null)
            Take(new PasteEvent(paste.Text));
        else if (_files.PathIn(paste.Text) is { } path)
            _window.ShowPath(path);
        else
            return;
        paste.Handled = true;
    }

    private void TakeOther(InputEvent input)
    {
        switch (input)
        {
            case TerminatedEvent ended:
                _termination = ended.Cause;
                Stop();
                return;
            case ResumedEvent:
                _output.Forget();
                break;
            case ResizeEvent resize:
                _output.Forget();
                _size.Change(new(resize.Width, resize.Height));
                break;
        }
        Take(input);
    }

    private void Take(InputEvent input) => Apply(_program.FromInput(input));

    private void Apply(TEvent happened)
    {
        // What came in behind the event that ended the program is nobody's.
        if (_termination == Termination.None && !_program.IsOver(_state))
            Apply(_program.Update(_state, happened));
    }

    private void Apply(Outcome<TState, TEffect> outcome)
    {
        _state = outcome.State;
        foreach (var effect in outcome.Effects)
        {
            _ = Task.Factory.StartNew(
                () => Perform(effect),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
        }
        _theme.Use(_program.Colors(_state));
        var (form, menu) = (_program.Form(_state), _program.Menu(_state));
        _view.Show(_program.Panels(_state), mayFocus: menu is null && form?.HasFocus != true);
        if (_application is not null)
            ShowOver(form, menu);
        if (_program.IsOver(_state))
            Stop();
    }

    /// <summary>Shows what lies over the panels.</summary>
    private void ShowOver(ProgramForm? form, ProgramMenu? menu)
    {
        var window = _program.Window(_state, _session.Ambiguous);
        _takesKeys = menu is null && (window is ProgramDialog || form?.HasFocus == true);
        _files = menu is null && window is ProgramFileDialog { Room.IsEmpty: false } files ? files : null;
        _screen.IsCovered = _files is not null;
        _window.Show(window, form, _session.Ambiguous, mayFocus: menu is null);
        _menu.Show(menu);
    }

    // In a dialog, too, every key is the program's; a file dialog has its own.
    private void TakeKey(object? sender, GuiKey key)
    {
        if (GuiKeys.Of(key) is not { } ours)
            return;
        if (_takesKeys || _files?.IsOfProgram(ours) == true)
            Take(ours);
        else if (_files is null || !_window.Translate(ours, _files))
            return;
        key.Handled = true;
    }

    private void Draw(CellCanvas canvas) => _program.Draw(_state, canvas);

    private void Stop() => _application?.RequestStop();

    [SuppressMessage("Design", "CA1031", Justification = "The boundary of the worker: what it throws is thrown again by the loop.")]
    private void Perform(TEffect effect)
    {
        try
        {
            _program.Perform(effect, _context);
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // The program is over; nobody waits for the answer.
        }
        catch (Exception failure)
        {
            var captured = ExceptionDispatchInfo.Capture(failure);
            _arrivals.Add(captured.Throw);
        }
    }
}
