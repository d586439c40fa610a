using Analytics.Cli;
using Analytics.Engine.Sessions;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Keys;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;
using Analytics.Tui.App;
using Analytics.Tui.App.Running;
using Analytics.Tui.Editor;
using Analytics.Tui.Results;
using Analytics.Tui.Settings;

namespace Analytics.Tui.Tests;

/// <summary>A console without a terminal, on a real session with little memory, driven by keys. Its clock stands still.</summary>
internal sealed class ConsoleRun : IDisposable
{
    private readonly EffectRunner _runner;
    private readonly StateFolder? _folder;
    private readonly StandingClock _clock = new();

    public ConsoleRun(
        int width = 80,
        int height = 24,
        string language = "zh",
        Home? home = null,
        string? state = null,
        ConsoleSettings? settings = null,
        string? page = null,
        string? userFolder = null,
        params string[] open
    )
    {
        _folder = state is null ? null : new StateFolder(state);
        _runner = new EffectRunner(
            new SessionOptions(home ?? Home.Find(Repository.Root), open, Memory: "200MB"),
            _clock,
            CommandText.Syntax,
            _folder,
            userFolder
        );
        Program = new(
            ConsoleProgram.Create(
                _runner,
                Languages.Parse(language)!.Value,
                _clock,
                CommandText.Syntax,
                settings,
                page is null ? null : new(page, [])
            ),
            new CellSize(width, height)
        );
    }

    public HeadlessRun<ConsoleState, ConsoleEvent, ConsoleEffect> Program { get; }

    public ConsoleState State => Program.State;

    /// <summary>The screen as text.</summary>
    public string Screen => CanvasDump.Text(Program.Frame());

    /// <summary>Performs what is asked for, until nothing is.</summary>
    public ConsoleRun Settle()
    {
        Program.PerformPending();
        return this;
    }

    /// <summary>Presses keys, in print and separated by blanks; what they ask for is performed after each.</summary>
    public ConsoleRun Keys(string keys)
    {
        foreach (var chord in keys.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(KeyChord.Parse))
        {
            Program.Send(new KeyEvent(chord.Key, chord.Modifiers, chord.Text));
            Settle();
        }
        return this;
    }

    /// <summary>Presses keys and leaves what they ask for undone.</summary>
    public ConsoleRun KeysOnly(string keys)
    {
        Program.Send(keys.Split(' ').Select(KeyChord.Parse).Select(chord => new KeyEvent(chord.Key, chord.Modifiers, chord.Text)));
        return this;
    }

    /// <summary>Lets time pass, as the program's tick tells it.</summary>
    public ConsoleRun Elapse(TimeSpan time)
    {
        _clock.Ticks += time.Ticks;
        Program.Send(new TickEvent());
        return this;
    }

    public ConsoleRun Type(string text)
    {
        Program.Type(text);
        return Settle();
    }

    /// <summary>Opens a canned query by a part of its title or name.</summary>
    public ConsoleRun Open(string query) => (State.Focus == Panel.Catalogue ? this : Keys("F2")).Keys("/").Type(query).Keys("Enter");

    /// <summary>Runs SQL in the editor in place of what is there.</summary>
    public ConsoleRun Sql(string sql) => Keys("F3 Ctrl+A").Type(sql).Keys("F5");

    /// <summary>Cancels a query as the terminal's loop does: beside whatever else is performed.</summary>
    public void Cancel(int request) =>
        _runner.Perform(new CancelQuery(request), new EffectContext<ConsoleEvent>(_ => { }, () => { }, _ => { }, CancellationToken.None));

    /// <summary>What the end of the program does.</summary>
    public void Dispose()
    {
        if (_folder is not null && AutoSave.Last(State.Query) is { } last)
            _runner.Perform(last, new EffectContext<ConsoleEvent>(_ => { }, () => { }, _ => { }, CancellationToken.None));
        Kill();
    }

    /// <summary>Ends as a kill does: nothing more is written, the locks are gone.</summary>
    public void Kill()
    {
        Program.Dispose();
        _runner.Dispose();
        _folder?.Dispose();
    }

    /// <summary>A clock that moves only when told, so that screens do not show how long things took.</summary>
    private sealed class StandingClock : TimeProvider
    {
        public long Ticks { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Ticks;

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2026, 11, 29, 8, 30, 0, TimeSpan.Zero);
    }
}
