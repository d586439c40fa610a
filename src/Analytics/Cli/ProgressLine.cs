using System.Globalization;
using Analytics.DuckDb;

namespace Analytics.Cli;

/// <summary>How far a command is.</summary>
/// <param name="Rows">Rows of the result so far.</param>
/// <param name="Engine">What the engine counts of its statement.</param>
internal readonly record struct ProgressState(long Rows, QueryProgress Engine);

/// <summary>
/// How far a command is, on one line of the terminal that standard error is: rows, rows a second, the part done and the time left, as far
/// as they are known. It comes after half a second, gives way to messages, and leaves nothing behind.
/// </summary>
internal sealed class ProgressLine : IDisposable
{
    private const string Erase = "\r\e[K";

    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(0.5),
        Interval = TimeSpan.FromSeconds(0.2);

    /// <summary>Held by whoever writes to the terminal.</summary>
    private static readonly Lock Gate = new();

    private static ProgressLine? _current;

    private readonly Func<ProgressState> _state;
    private readonly Language _language;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly ITimer _timer;
    private (TimeSpan Time, double Percentage)? _first;
    private bool _isShown;
    private bool _isOver;

    private ProgressLine(Func<ProgressState> state, Language language, TimeProvider time)
    {
        (_state, _language, _time, _start) = (state, language, time, time.GetTimestamp());
        _timer = time.CreateTimer(_ => Show(), null, Delay, Interval);
    }

    /// <summary>Begins it.</summary>
    /// <param name="state">Asked for on a thread of its own.</param>
    /// <param name="language">Of the line.</param>
    /// <param name="time">The clock.</param>
    public static ProgressLine Begin(Func<ProgressState> state, Language language, TimeProvider time)
    {
        var line = new ProgressLine(state, language, time);
        lock (Gate)
            _current = line;
        return line;
    }

    /// <summary>Whether there is a terminal that can take a line back.</summary>
    /// <param name="isTerminal">Whether standard error is one.</param>
    /// <param name="environment">Reads an environment variable.</param>
    public static bool IsPossible(bool isTerminal, Func<string, string?> environment) =>
        isTerminal && (OperatingSystem.IsWindows() || environment("TERM") is not (null or "" or "dumb"));

    /// <summary>Writes something else to the terminal, with the line out of its way.</summary>
    public static void Beside(Action write)
    {
        lock (Gate)
        {
            _current?.Hide();
            write();
        }
    }

    /// <summary>Ends it for good: what follows on the terminal is the output.</summary>
    public static void End()
    {
        lock (Gate)
        {
            _current?.Finish();
            _current = null;
        }
    }

    public void Dispose() => End();

    /// <summary>The line's text.</summary>
    /// <param name="state">How far the command is.</param>
    /// <param name="elapsed">Since it began.</param>
    /// <param name="left">The time that it still takes; null where nobody knows.</param>
    /// <param name="language">Of the text.</param>
    internal static string Text(ProgressState state, TimeSpan elapsed, TimeSpan? left, Language language)
    {
        var read = state.Engine.RowsProcessed;
        var rows = state.Rows > 0 ? state.Rows : read;
        IEnumerable<Localized?> parts =
        [
            rows <= 0 ? null
            : state.Rows > 0 ? new($"{Number(rows)} 行", $"{Number(rows)} {Plural.Of(rows, "row")}")
            : new($"已读 {Number(rows)} 行", $"{Number(rows)} {Plural.Of(rows, "row")} read"),
            rows <= 0 ? null : Rate(rows / elapsed.TotalSeconds),
            state.Engine.Percentage is >= 0 and <= 100 and var part ? Localized.Same($"{Math.Floor(part):0} %") : null,
            left is { } time
                ? new($"还要 {Duration(time, Language.Zh)}", $"{Duration(time, Language.En)} left")
                : new(Duration(elapsed, Language.Zh), Duration(elapsed, Language.En)),
        ];
        return string.Join(" · ", parts.OfType<Localized>().Select(p => p.In(language)));
    }

    private static Localized Rate(double rows) => new($"{Number(rows)} 行/秒", $"{Number(rows)} rows/s");

    private static string Number(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Duration(TimeSpan time, Language language)
    {
        var seconds = (long)Math.Ceiling(time.TotalSeconds);
        var (minute, second) = language == Language.Zh ? ("分", "秒") : ("min", "s");
        return seconds < 60 ? $"{seconds} {second}" : $"{seconds / 60} {minute} {seconds % 60} {second}";
    }

    private void Show()
    {
        lock (Gate)
        {
            if (_isOver)
                return;
            var (state, elapsed) = (_state(), _time.GetElapsedTime(_start));
            Write(Erase + Text(state, elapsed, Left(state.Engine.Percentage, elapsed), _language));
            _isShown = true;
        }
    }

    /// <summary>As long as it took from when a part was first seen to now, for what is left; another statement begins anew.</summary>
    private TimeSpan? Left(double percentage, TimeSpan elapsed)
    {
        if (percentage is not (> 0 and <= 100))
            return null;
        if (_first is not { } first || percentage < first.Percentage)
        {
            _first = (elapsed, percentage);
            return null;
        }

        return percentage > first.Percentage ? (elapsed - first.Time) * ((100 - percentage) / (percentage - first.Percentage)) : null;
    }

    private void Hide()
    {
        if (_isShown)
            Write(Erase);
        _isShown = false;
    }

    private void Finish()
    {
        _isOver = true;
        _timer.Dispose();
        Hide();
    }

    private static void Write(string text)
    {
        try
        {
            Console.Error.Write(text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nobody looks any more.
        }
    }
}
