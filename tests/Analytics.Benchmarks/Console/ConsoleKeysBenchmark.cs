namespace Analytics.Benchmarks;

/// <summary>
/// Keys in the published console against those in an earlier one: how soon the frame comes while a query runs, and how many bytes it takes
/// when none does; and what a console costs that nobody touches.
/// </summary>
internal static class ConsoleKeysBenchmark
{
    private const string Down = "\e[B",
        PageDown = "\e[6~",
        ToFirst = "\e[1;5H",
        ToLast = "\e[1;5F",
        Esc = "\e",
        F3 = "\eOR",
        F4 = "\eOS",
        F5 = "\e[15~";

    /// <summary>Ids begin here, so that they are no row numbers.</summary>
    private const long Offset = 7_000_000_000;

    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(2);

    /// <summary>Between two keys, about as fast as a key repeats.</summary>
    private static readonly TimeSpan BetweenKeys = TimeSpan.FromMilliseconds(30);

    /// <summary>Milliseconds a key, or bytes; what is measured once a console is one value.</summary>
    private sealed record Measured(
        List<double> FirstRows,
        List<double> Rows,
        List<double> Letters,
        List<double> RowBytes,
        List<double> PageBytes,
        List<double> LetterBytes,
        List<double> IdlePercent,
        List<double> IdleBytes
    )
    {
        public static Measured Nothing => new([], [], [], [], [], [], [], []);
    }

    public static void Run(BenchmarkRun run)
    {
        var (rounds, keys) = (run.Quick ? 1 : 5, run.Quick ? 10 : 60);
        var (now, before) = (Measured.Nothing, Measured.Nothing);
        for (var round = 0; round < rounds; round++)
        {
            Measure(ConsoleProcess.OnSql(run.Product, isEarlier: false, 140, 40, "--memory", "200MB"), keys, now, run.Quick);
            Measure(ConsoleProcess.OnSql(run.Product, isEarlier: true, 140, 40, "--memory", "200MB"), keys, before, run.Quick);
        }
        var report = new Report(
            "Keys in the console",
            "The published console and an earlier one (`--before FOLDER`) under a pseudo-terminal of 140×40 with `--memory 200MB`, "
                + $"in turn: "
                + $"{rounds} consoles each, {keys} keys of each kind in each. Times run from sending a key "
                + $"to the end of the first frame that "
                + "shows what it did, while a query of as many rows as there is time for runs; bytes are counted when none does. The "
                + "committed result compares with the native console before Terminal.Gui, commit a76d9e5."
        );
        Times(report, "from F5 to the first rows", now.FirstRows, before.FirstRows, 100, null);
        Times(report, "row down in the grid while a query runs", now.Rows, before.Rows, null, 1.5);
        Times(report, "letter in the editor while a query runs", now.Letters, before.Letters, null, 1.5);
        Bytes(report, "row down in the grid", now.RowBytes, before.RowBytes);
        Bytes(report, "page down in the grid", now.PageBytes, before.PageBytes);
        Bytes(report, "letter in the editor", now.LetterBytes, before.LetterBytes);
        report.Add("idle: share of a core", new Sample(now.IdlePercent).Median, "%", 0.1);
        report.Add("idle: bytes written", new Sample(now.IdleBytes).Median, "bytes", 0);
        Batch(report, run);
        run.Finish(report);
    }

    /// <summary>A console that has become larger must not make batch slower.</summary>
    private static void Batch(Report report, BenchmarkRun run)
    {
        string[] query = ["query", "select 42", "--format", "csv"];
        var pairs = Pairs.Measure(
            run.Times(60),
            () => ChildProcess.Run(run.Product.Program, query).Milliseconds,
            () => ChildProcess.Run(run.Product.Earlier, query).Milliseconds
        );
        report.Add("`query \"select 42\"`: now, median", pairs.A.Median, "ms");
        report.Add("`query \"select 42\"`: before, median", pairs.B.Median, "ms");
        report.Add("`query \"select 42\"`: ratio within a pair, median", pairs.Ratio.Median, "×", 1.05);
    }

    private static void Measure(ConsoleProcess started, int keys, Measured measured, bool isQuick)
    {
        using var console = started;
        console.Await(text => text.Contains("Overview"));
        console.Watch(TimeSpan.FromSeconds(1));
        Idle(console, measured, isQuick ? TimeSpan.FromSeconds(2) : TimeSpan.FromSeconds(10));
        for (var i = 0; i < 3; i++)
        {
            // Other ids each time: what is shown before it is no answer.
            var first = Offset + i * 1_000_000_000;
            Write(console, Sql(first, 100_000_000));
            measured.FirstRows.Add(console.Time(F5, text => ShowsRow(text, first), LongEnough));
            if (i < 2)
                console.Time(Esc, text => !text.Contains("so far"), LongEnough);
        }
        console.Press(F4);
        console.Watch(BetweenKeys);
        for (var i = 0; i < keys; i++)
            Key(console, measured.Rows, null, Down, text => text.Contains($"row {i + 2:N0}/"));
        Letters(console, keys, measured.Letters, null);
        if (!console.Text.Contains("so far"))
        {
            throw new InvalidOperationException(
                $"The query ended before the last key; its result is too small for this machine.\n{console.Text}"
            );
        }
        console.Press(F4 + Esc);
        console.Await(text => !text.Contains("so far"), LongEnough);
        console.Press(ToFirst);
        console.Watch(TimeSpan.FromSeconds(1));
        for (var i = 0; i < keys; i++)
            Key(console, null, measured.RowBytes, Down, text => text.Contains($"row {i + 2:N0}/"));
        var row = keys + 1;
        for (var i = 0; i < keys; i++)
        {
            var last = row;
            Key(console, null, measured.PageBytes, PageDown, text => (row = RowAt(text) ?? last) > last);
        }
        Letters(console, keys, null, measured.LetterBytes);
        console.End();
    }

    private static string Sql(long first, long rows) =>
        $"SELECT {first} + range AS id, range % 7 AS a, 'text ' || range AS t, range * 1.5 AS b, "
        + $"DATE '2000-01-01' + (range % 9000)::INT AS d FROM range({rows})";

    private static void Write(ConsoleProcess console, string sql)
    {
        console.Press(F3 + "\x01");
        console.Paste(sql);
        console.Await(text => text.Contains("FROM range("));
        console.Watch(BetweenKeys);
    }

    private static void Letters(ConsoleProcess console, int keys, List<double>? times, List<double>? bytes)
    {
        console.Press(F3 + ToLast + " --");
        console.Await(text => text.Contains("--"));
        console.Watch(TimeSpan.FromMilliseconds(300));
        for (var i = 0; i < keys; i++)
        {
            var typed = i < 4 ? "--" : string.Concat(Enumerable.Range(i - 3, 4).Select(Letter));
            Key(console, times, bytes, Letter(i), text => text.Contains(typed));
        }
    }

    private static string Letter(int n) => ((char)('a' + n % 26)).ToString();

    /// <summary>One key: how soon its frame came, and what was written until the next.</summary>
    private static void Key(ConsoleProcess console, List<double>? times, List<double>? bytes, string key, Predicate<string> isShown)
    {
        var before = console.Bytes;
        var time = console.Time(key, isShown);
        console.Watch(BetweenKeys);
        times?.Add(time);
        bytes?.Add(console.Bytes - before);
    }

    private static void Idle(ConsoleProcess console, Measured measured, TimeSpan time)
    {
        var (processor, bytes) = (console.ProcessorMilliseconds, console.Bytes);
        console.Watch(time);
        measured.IdlePercent.Add(100 * (console.ProcessorMilliseconds - processor) / time.TotalMilliseconds);
        measured.IdleBytes.Add(console.Bytes - bytes);
    }

    private static void Times(Report report, string what, List<double> now, List<double> before, double? most, double? mostRatio)
    {
        var (ours, theirs) = (new Sample(now), new Sample(before));
        report.Add($"{what}: now, median", ours.Median, "ms", most);
        report.Add($"{what}: now, 95 of 100", ours.Quantile(0.95), "ms", most is null ? 16 : null);
        report.Add($"{what}: before, median", theirs.Median, "ms");
        report.Add($"{what}: before, 95 of 100", theirs.Quantile(0.95), "ms");
        report.Add($"{what}: ratio of the medians", ours.Median / theirs.Median, "×", mostRatio);
    }

    private static void Bytes(Report report, string what, List<double> now, List<double> before)
    {
        report.Add($"{what}: bytes now, median", new Sample(now).Median, "bytes", new Sample(before).Median);
        report.Add($"{what}: bytes before, median", new Sample(before).Median, "bytes");
    }

    /// <summary>Whether the grid shows the row with this id; in the query no line follows the number.</summary>
    private static bool ShowsRow(string text, long id) => text.Contains($"{id} │", StringComparison.Ordinal);

    /// <summary>The number from 1 of the cursor's row, as the status line tells it.</summary>
    private static int? RowAt(string text)
    {
        var start = text.IndexOf("row ", text.LastIndexOf('│'), StringComparison.Ordinal) + "row ".Length;
        var end = text.IndexOf('/', start);
        return int.TryParse(text[start..end].Replace(",", "", StringComparison.Ordinal), out var row) ? row : null;
    }
}
