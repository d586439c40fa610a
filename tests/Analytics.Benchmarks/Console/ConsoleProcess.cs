using System.Diagnostics;
using System.Text;

namespace Analytics.Benchmarks;

/// <summary>
/// The published console under a pseudo-terminal that answers its questions at once. Its state goes to a folder that is deleted with it.
/// </summary>
internal sealed class ConsoleProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly string _state = Directory.CreateTempSubdirectory("analytics-benchmark-").FullName;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly PseudoTerminal _terminal;
    private readonly ChildProcess _process;
    private readonly ConsoleScreen _screen;

    /// <param name="program">An executable, found on the path if it is only a name.</param>
    /// <param name="columns">Of the terminal.</param>
    /// <param name="rows">Of the terminal.</param>
    /// <param name="arguments">Besides those that name home and language.</param>
    public ConsoleProcess(string program, ushort columns, ushort rows, params string[] arguments)
        : this(program, Repository.Folder(), columns, rows, arguments) { }

    private ConsoleProcess(string program, string home, ushort columns, ushort rows, string[] arguments)
    {
        _screen = new ConsoleScreen(columns, rows);
        _terminal = new PseudoTerminal(columns, rows);
        Environment.SetEnvironmentVariable("ANALYTICS_STATE", _state);
        _process = ChildProcess.StartOn(_terminal.Name, program, [.. arguments, "--home", home, "--lang", "en"]);
    }

    /// <summary>The console with catalogue, SQL and result, which earlier programs began with and had no option for.</summary>
    public static ConsoleProcess OnSql(PublishedProduct product, bool isEarlier, ushort columns, ushort rows, params string[] arguments) =>
        isEarlier
            ? new(product.Earlier, product.EarlierHome, columns, rows, arguments)
            : new(product.Program, columns, rows, [.. arguments, "--sql"]);

    /// <summary>Bytes that were written so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Time that the program's threads ran so far, in milliseconds; Linux alone tells.</summary>
    public double ProcessorMilliseconds => _process.ProcessorMilliseconds;

    /// <inheritdoc cref="ChildProcess.ResidentMegabytes"/>
    public double ResidentMegabytes => _process.ResidentMegabytes;

    /// <summary>Time since just before the start.</summary>
    public double Milliseconds => _process.Milliseconds;

    /// <summary>What stands on the screen.</summary>
    public string Text => _screen.Text;

    /// <summary>Sends keys as a terminal does.</summary>
    public void Press(string keys) => _terminal.Write(Encoding.UTF8.GetBytes(keys));

    /// <summary>Sends a text as a terminal pastes it.</summary>
    public void Paste(string text) => Press($"\e[200~{text}\e[201~");

    /// <summary>Milliseconds from sending keys until the end of the first frame whose text is as wanted.</summary>
    public double Time(string keys, Predicate<string> isShown, TimeSpan? patience = null)
    {
        var start = Milliseconds;
        Press(keys);
        return Await(isShown, patience) - start;
    }

    /// <summary>Time since the start at the end of the first frame from now on whose text is as wanted.</summary>
    /// <exception cref="InvalidOperationException">No such frame came in time; the message holds the screen.</exception>
    public double Await(Predicate<string> isShown, TimeSpan? patience = null)
    {
        double? shown = null;
        var waiting = Stopwatch.StartNew();
        while (shown is null)
        {
            var read = _terminal.Read(_buffer, Patience);
            if (read == 0 || waiting.Elapsed > (patience ?? Patience))
                throw new InvalidOperationException($"The console never showed what was awaited; its screen was\n{_screen.Text}");
            var time = Milliseconds;
            Bytes += read;
            _screen.Write(_buffer.AsSpan(0, read), () => shown ??= isShown(_screen.Text) ? time : null);
            Answer(_buffer.AsSpan(0, read));
        }
        return shown.Value;
    }

    /// <summary>
    /// Milliseconds from sending keys until the end of the last frame before the console writes nothing for some time, its text being as
    /// wanted.
    /// </summary>
    /// <exception cref="InvalidOperationException">It was not so in a minute; the message holds the screen.</exception>
    public double TimeToRest(string keys, TimeSpan rest, Predicate<string> isWanted)
    {
        var start = Milliseconds;
        var last = start;
        Press(keys);
        while (true)
        {
            if (_terminal.Read(_buffer, rest) is not (> 0 and var read))
            {
                if (isWanted(_screen.Text))
                    break;
                if (Milliseconds - start > 60_000)
                    throw new InvalidOperationException($"The console never showed what was awaited; its screen was\n{_screen.Text}");
                continue;
            }

            var time = Milliseconds;
            Bytes += read;
            _screen.Write(_buffer.AsSpan(0, read), () => last = time);
            Answer(_buffer.AsSpan(0, read));
        }

        return last - start;
    }

    /// <summary>Takes what the console writes for some time, as a terminal always does: one that does not read would stop it.</summary>
    public void Watch(TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < time)
        {
            if (_terminal.Read(_buffer, time - watch.Elapsed) is > 0 and var read)
            {
                Bytes += read;
                _screen.Write(_buffer.AsSpan(0, read), () => { });
                Answer(_buffer.AsSpan(0, read));
            }
        }
    }

    /// <summary>Ends the console.</summary>
    public ProcessCost End()
    {
        _process.Stop();
        while (_terminal.Read(_buffer, Patience) > 0)
            continue;
        return _process.Wait();
    }

    public void Dispose()
    {
        _terminal.Dispose();
        Directory.Delete(_state, recursive: true);
    }

    /// <summary>Answers what a program may ask its terminal: where the cursor is, and what it is.</summary>
    private void Answer(ReadOnlySpan<byte> output)
    {
        if (output.IndexOf("\e[6n"u8) >= 0)
            _terminal.Write("\e[2;2R"u8);
        if (output.IndexOf("\e[c"u8) >= 0)
            _terminal.Write("\e[?62;c"u8);
    }
}
