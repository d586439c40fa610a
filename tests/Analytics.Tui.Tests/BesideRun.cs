using System.Collections.Concurrent;
using System.Diagnostics;
using Analytics.Cli;
using Analytics.Engine.Sessions;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Keys;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;
using Analytics.Tui.App;
using Analytics.Tui.App.Running;

namespace Analytics.Tui.Tests;

/// <summary>A console whose effects run on workers beside each other, as on a terminal, with the real clock.</summary>
internal sealed class BesideRun : IDisposable
{
    // For a machine that stands still; what is waited for comes within a second on one that does not.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly EffectRunner _runner;
    private readonly Program<ConsoleState, ConsoleEvent, ConsoleEffect> _program;
    private readonly BlockingCollection<ConsoleEvent> _events = [];

    public BesideRun(string language = "en", string memory = "200MB")
    {
        _runner = new EffectRunner(
            new SessionOptions(Home.Find(Repository.Root), [], Memory: memory),
            TimeProvider.System,
            CommandText.Syntax
        );
        _program = ConsoleProgram.Create(_runner, Languages.Parse(language)!.Value, TimeProvider.System, CommandText.Syntax);
        Take(_program.Start(new CellSize(120, 40)));
        Wait(s => s.IsSessionOpen && s.Catalogue.Facts is not null);
    }

    public ConsoleState State { get; private set; } = null!;

    public List<string> Clipboard { get; } = [];

    public string Screen
    {
        get
        {
            var canvas = new CellCanvas(State.Size.Width, State.Size.Height);
            _program.Draw(State, canvas);
            return CanvasDump.Text(canvas);
        }
    }

    public BesideRun Keys(string keys)
    {
        foreach (var chord in keys.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(KeyChord.Parse))
            Send(new KeyEvent(chord.Key, chord.Modifiers, chord.Text));
        return this;
    }

    public BesideRun Type(string text)
    {
        foreach (var key in KeyEvent.Typing(text))
            Send(key);
        return this;
    }

    /// <summary>Names a file in the dialog that is open.</summary>
    public BesideRun Name(string path)
    {
        Send(new FileEvent(path));
        return this;
    }

    public BesideRun Sql(string sql) => Keys("F3 Ctrl+A").Type(sql).Keys("F5");

    /// <summary>Takes in what workers say, and ticks, until something holds.</summary>
    public BesideRun Wait(Func<ConsoleState, bool> holds)
    {
        var clock = Stopwatch.StartNew();
        var ticked = TimeSpan.Zero;
        while (!holds(State))
        {
            clock.Elapsed.ShouldBeLessThan(Patience, $"{Screen}\n{State.Window}\n{State.Message}\n{State.Result.Failed}");
            if (_events.TryTake(out var happened, TimeSpan.FromMilliseconds(50)))
                Take(_program.Update(State, happened));
            if (clock.Elapsed - ticked < TimeSpan.FromMilliseconds(100))
                continue;
            ticked = clock.Elapsed;
            Send(new TickEvent());
        }
        return this;
    }

    public void Dispose() => _runner.Dispose();

    private void Send(InputEvent input) => Take(_program.Update(State, _program.FromInput(input)));

    private void Take(Outcome<ConsoleState, ConsoleEffect> outcome)
    {
        State = outcome.State;
        var context = new EffectContext<ConsoleEvent>(_events.Add, () => { }, Clipboard.Add, CancellationToken.None);
        foreach (var effect in outcome.Effects)
        {
            _ = Task.Factory.StartNew(
                () => _program.Perform(effect, context),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
        }
    }
}
