using System.Globalization;

namespace Analytics.Benchmarks;

/// <summary>
/// Work on a result of 100 million rows in the published console under a pseudo-terminal: how soon rows, pages and keys show, how soon
/// a query stops, and how much memory it takes. A key is timed until the end of the first frame that shows what it did.
/// </summary>
internal sealed class ConsoleWorkBenchmark : IDisposable
{
    private const string Memory = "200MB",
        Down = "\e[B",
        PageUp = "\e[5~",
        ToLast = "\e[1;5F",
        ToFirst = "\e[1;5H",
        Esc = "\e",
        F3 = "\eOR",
        F4 = "\eOS",
        F5 = "\e[15~";
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(10);

    /// <summary>Between two keys, about as fast as a key repeats.</summary>
    private static readonly TimeSpan BetweenKeys = TimeSpan.FromMilliseconds(30);

    private readonly long _rows;
    private readonly int _times;
    private readonly ConsoleProcess _console;
    private readonly Report _report;

    private ConsoleWorkBenchmark(BenchmarkRun run)
    {
        _rows = run.Quick ? 10_000_000 : 100_000_000;
        _times = run.Times(100);
        _console = ConsoleProcess.OnSql(run.Product, isEarlier: false, 140, 40, "--memory", Memory);
        _report = new Report(
            "Work in the console",
            $"The published console under a pseudo-terminal of 140×40 with `--memory {Memory}`: "
                + $"a result of {_rows:N0} rows of five columns (two integers, text, decimal, date), "
                + "keys while it arrives, pages of it when it is there, and cancelled queries. Each time runs from "
                + $"sending a key to the end of the first frame that shows what it did; {_times} keys of each kind."
        );
    }

    public static void Run(BenchmarkRun run)
    {
        using var benchmark = new ConsoleWorkBenchmark(run);
        benchmark.Arrival();
        benchmark.Pages();
        benchmark.Cancelling();
        benchmark._report.Add("most memory resident", benchmark._console.End().PeakMegabytes, "MB", 500);
        run.Finish(benchmark._report);
    }

    public void Dispose() => _console.Dispose();

    private void Arrival()
    {
        _console.Await(text => text.Contains("Overview"));
        _console.Press(F3);
        _console.Paste(
            $"SELECT {Offset} + range AS id, range % 7 AS a, 'text ' || range AS t, "
                + $"range * 1.5 AS b, DATE '2000-01-01' + (range % 9000)::INT AS d FROM range({_rows})"
        );
        _console.Await(text => text.Contains("FROM range("));
        var start = _console.Milliseconds;
        _report.Add("from F5 to the first rows", _console.Time(F5, text => ShowsRow(text, 0)), "ms", 100);
        Keys("row down in the grid while the query runs", n => (Down, text => text.Contains($"row {n + 2:N0}/")));
        Typing();
        _report.Add("from F5 to all rows kept", (_console.Await(text => !text.Contains("so far"), LongEnough) - start) / 1000, "s");
    }

    /// <summary>Typing in the editor, with what completion offers to it.</summary>
    private void Typing()
    {
        _console.Press(F3 + ToLast + " --");
        _console.Await(text => text.Contains("--"));
        Keys("letter in the editor while the query runs", n => (n == 0 ? " " : Letter(n), text => text.Contains(Typed(n))));
        if (!_console.Text.Contains("so far"))
            _report.Remark("**The query ended before the last key; the result is too small for this machine.**");
        _console.Press(F4);
    }

    private static string Letter(int n) => ((char)('a' + n % 26)).ToString();

    /// <summary>The last letters typed, enough not to stand anywhere else.</summary>
    private static string Typed(int n) => n < 4 ? "--" : string.Concat(Enumerable.Range(n - 3, 4).Select(Letter));

    private void Pages()
    {
        Keys(
            "jump to the last or the first row",
            n => n % 2 == 0 ? (ToLast, text => ShowsRow(text, _rows - 1)) : (ToFirst, text => ShowsRow(text, 0)),
            100
        );
        _console.Time(ToFirst + ToLast, text => ShowsRow(text, _rows - 1));
        var page = 0L;
        Keys(
            "page up from the last row",
            n => (PageUp, text => RowAt(text) is { } row && row != page && ShowsRow(text, row - 1) && (page = row) > 0),
            100
        );
    }

    private void Cancelling()
    {
        var join = new List<double>();
        for (var i = 0; i < Math.Min(_times, 10); i++)
            join.Add(Cancel("SELECT count(*) FROM range(100000000) a, range(100000) b WHERE a.range % 7 = b.range % 3"));
        Describe("from Esc to the cancelled query, a join", join, 200);
        var sort = new List<double>();
        for (var i = 0; i < Math.Min(_times, 3); i++)
            sort.Add(Cancel("SELECT * FROM r1 ORDER BY hash(id)"));
        Describe("from Esc to the cancelled query, a sort of all rows", sort, 200);
    }

    private double Cancel(string sql)
    {
        _console.Press(F3 + "\x01");
        _console.Paste(sql);
        _console.Press(F5);
        _console.Await(text => text.Contains("Running 1."), LongEnough);
        return _console.Time(Esc, text => text.Contains("Cancelled after"), LongEnough);
    }

    private void Keys(string what, Func<int, (string Key, Predicate<string> IsShown)> key, double? target = null)
    {
        var taken = new List<double>();
        for (var i = 0; i < _times; i++)
        {
            var (keys, isShown) = key(i);
            taken.Add(_console.Time(keys, isShown));
            _console.Watch(BetweenKeys);
        }
        Describe(what, taken, target ?? 16);
    }

    private void Describe(string what, IEnumerable<double> milliseconds, double target)
    {
        var sample = new Sample(milliseconds);
        _report.Add($"{what}, median", sample.Median, "ms");
        _report.Add($"{what}, 95 of 100", sample.Quantile(0.95), "ms", target);
        _report.Add($"{what}, longest", sample.Quantile(1), "ms");
    }

    /// <summary>Ids begin here, so that they are no row numbers.</summary>
    private const long Offset = 7_000_000_000;

    /// <summary>Whether the grid shows the row with this number from 0; in the query no line follows the first number.</summary>
    private static bool ShowsRow(string text, long row) =>
        text.Contains((Offset + row).ToString(CultureInfo.InvariantCulture) + " │", StringComparison.Ordinal);

    /// <summary>The number from 1 of the cursor's row, as the status line tells it.</summary>
    private static long? RowAt(string text)
    {
        var start = text.IndexOf("row ", text.LastIndexOf('│'), StringComparison.Ordinal) + "row ".Length;
        var end = text.IndexOf('/', start);
        return long.TryParse(text[start..end], NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var row) ? row : null;
    }
}
