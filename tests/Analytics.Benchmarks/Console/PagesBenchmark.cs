using System.Text.RegularExpressions;

namespace Analytics.Benchmarks;

/// <summary>
/// Pages in the published console: from a key to the frame that shows what it did, from Space to the frame in which every visual is new,
/// from opening a page to all of it, and how soon a slicer's list has its counts.
/// </summary>
internal static partial class PagesBenchmark
{
    private const string Tab = "\t",
        Down = "\e[B",
        Up = "\e[A",
        Escape = "\e",
        Chip = "[x]",
        OnSlicers = "back to the visuals";

    private const double KeyTarget = 16,
        OpenTarget = 150,
        ListTarget = 30;

    private const int Million = 1_000_000;

    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(1);

    /// <summary>A console that writes nothing for so long has shown all that it was asked for.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(600);

    /// <summary>A page that is open, and what there is to do on it.</summary>
    /// <param name="What">Its data.</param>
    /// <param name="Tabs">Keys from its first visual to one with marks.</param>
    /// <param name="Slicer">Keys that open a list of its slicers.</param>
    /// <param name="FilterTarget">Milliseconds from Space to new visuals at most.</param>
    private sealed record Subject(string What, string Tabs, string Slicer, double FilterTarget);

    public static void Run(BenchmarkRun run)
    {
        var report = new Report(
            "Pages",
            "The published console under a pseudo-terminal of 140×45: the home page over the shipped data, and the page that the program "
                + $"proposes of {Million:N0} synthetic rows in a Parquet file of eight columns. Times run from sending the key to the "
                + $"end of the first frame that shows what it did; {run.Times(60)} keys and {run.Times(40)} filters each, "
                + $"{run.Times(10)} consoles for what is opened. A page is open, and a filter has been followed, at the last frame "
                + "before the console rests; then no visual is empty or marked as older than what is chosen."
        );
        Shipped(run, report);
        OfMillion(run, report);
        run.Finish(report);
    }

    private static void Shipped(BenchmarkRun run, Report report)
    {
        var (compare, county) = (new List<double>(), new List<double>());
        for (var i = 0; i < run.Times(10); i++)
        {
            using var console = new ConsoleProcess(run.Product.Program, 140, 45);
            console.Await(IsHomeWhole);
            console.Watch(TimeSpan.FromMilliseconds(300));
            compare.Add(console.TimeToRest("\e2", Rest, text => text.Contains("[Compare]") && IsNew(text)));
            county.Add(console.TimeToRest("\e3", Rest, text => text.Contains("[County") && IsNew(text)));
            console.End();
        }

        Describe(report, "shipped data: the page that compares, opened for the first time", compare, OpenTarget);
        Describe(report, "shipped data: a county's profile, opened for the first time", county, OpenTarget);
        using var open = new ConsoleProcess(run.Product.Program, 140, 45);
        open.Await(IsHomeWhole);
        OnPage(run, report, open, new Subject("shipped data", Tab + Tab, "flll", 50));
        open.End();
    }

    private static void OfMillion(BenchmarkRun run, Report report)
    {
        var folder = Directory.CreateTempSubdirectory("analytics-pages-").FullName;
        try
        {
            Environment.SetEnvironmentVariable("ANALYTICS_CONFIG", Path.Combine(folder, "config.yaml"));
            var file = Path.Combine(folder, "sales.parquet");
            ChildProcess.Run(run.Product.Program, ["query", Rows(run.Quick ? Million / 10 : Million), "-o", file, "--quiet"]);
            ChildProcess.Run(run.Product.Program, ["page", "--new", file, "--home", Repository.Folder(), "--quiet"]);
            var opened = new List<double>();
            for (var i = 0; i < run.Times(10); i++)
            {
                using var console = new ConsoleProcess(run.Product.Program, 140, 45);
                console.Await(IsHomeWhole);
                console.Watch(TimeSpan.FromMilliseconds(300));
                opened.Add(console.TimeToRest("\e4", Rest, text => text.Contains("[sales]") && IsNew(text)));
                console.End();
            }

            Describe(report, "a million rows: the page, opened for the first time", opened, null);
            using var open = new ConsoleProcess(run.Product.Program, 140, 45, "--page", "sales");
            open.Await(text => text.Contains("[sales]") && IsNew(text), LongEnough);
            OnPage(run, report, open, new Subject("a million rows", "", "fl", 300));
            open.End();
        }
        finally
        {
            Environment.SetEnvironmentVariable("ANALYTICS_CONFIG", null);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void OnPage(BenchmarkRun run, Report report, ConsoleProcess console, Subject subject)
    {
        console.Press(subject.Tabs);
        console.Watch(TimeSpan.FromMilliseconds(500));
        Require(console, text => RowAt(text) == 1);
        var keys = new List<double>();
        for (var i = 0; i < run.Times(60); i++)
        {
            console.Watch(TimeSpan.FromMilliseconds(40));
            keys.Add(console.Time(i % 2 == 0 ? Down : Up, text => RowAt(text) == (i % 2 == 0 ? 2 : 1)));
        }

        console.Press("g");
        console.Watch(TimeSpan.FromMilliseconds(300));
        var filters = new List<double>();
        for (var i = 0; i < run.Times(40); i++)
        {
            console.Watch(TimeSpan.FromMilliseconds(40));
            if (i % 2 == 0)
                console.Time(i % 4 == 0 ? Down : Up, text => RowAt(text) == (i % 4 == 0 ? 2 : 1));
            filters.Add(console.TimeToRest(" ", Rest, text => text.Contains(Chip) == (i % 2 == 0) && IsNew(text)));
        }

        console.Press("X");
        console.Watch(Rest);
        var many = console.TimeToRest(string.Concat(Enumerable.Repeat(" ", 51)), Rest, text => text.Contains(Chip) && IsNew(text));
        var lists = new List<double>();
        for (var i = 0; i < run.Times(20); i++)
        {
            console.Watch(TimeSpan.FromMilliseconds(40));
            console.Press(subject.Slicer[..^1].Replace("l", "\e[C"));
            console.Await(text => text.Contains(OnSlicers));
            console.Watch(TimeSpan.FromMilliseconds(60));
            lists.Add(console.Time(subject.Slicer[^1..].Replace("l", "\r"), text => Counted().IsMatch(text), LongEnough));
            console.Press(Escape);
            console.Await(text => !Counted().IsMatch(text));
            // A key that follows Esc too soon is Alt with that key.
            console.Press(Escape);
            console.Await(text => !text.Contains(OnSlicers));
        }

        Describe(report, $"{subject.What}: row down or up, to the frame", keys, KeyTarget);
        Describe(report, $"{subject.What}: Space, to all visuals new", filters, subject.FilterTarget);
        report.Add($"{subject.What}: 51 Spaces at once, to all visuals new", many, "ms");
        Describe(report, $"{subject.What}: a slicer's list, to its counts", lists, ListTarget);
    }

    /// <summary>Rows with a county, a kind, a channel, a date and amounts.</summary>
    private static string Rows(int count) =>
        $"""
            SELECT
                ['碧江区', '万山区', '江口县', '玉屏县', '石阡县', '思南县',
                    '印江县', '德江县', '沿河县', '松桃县'][CAST(1 + hash(range) % 10 AS BIGINT)] AS county,
                ['green', 'black', 'oil', 'matcha'][CAST(1 + hash(range + 1) % 4 AS BIGINT)] AS kind,
                ['shop', 'online'][CAST(1 + hash(range + 2) % 2 AS BIGINT)] AS channel,
                DATE '2023-01-01' + CAST(hash(range + 3) % 1096 AS INTEGER) AS day, CAST(hash(range + 4) % 400 AS INTEGER) AS kilograms,
                CAST(hash(range + 5) % 100000 AS DOUBLE) / 10 AS amount, range AS number, 'customer ' || hash(range + 6) % 5000 AS customer
            FROM range({count})
            """;

    private static bool IsHomeWhole(string text) => text.Contains("[Overview]") && text.Contains("Bijiang") && IsNew(text);

    private static void Require(ConsoleProcess console, Predicate<string> holds)
    {
        if (!holds(console.Text))
            throw new InvalidOperationException($"The page does not show what was chosen:\n{console.Text}");
    }

    /// <summary>No visual is empty, nor older than what is chosen.</summary>
    private static bool IsNew(string text) => !text.Contains(" … ─") && !text.Contains("│ … ");

    private static int? RowAt(string text) => Row().Match(text) is { Success: true } match ? int.Parse(match.Groups[1].Value) : null;

    private static void Describe(Report report, string what, List<double> times, double? target)
    {
        report.Add($"{what}, median", new Sample(times).Median, "ms");
        report.Add($"{what}, 95 of 100", new Sample(times).Quantile(0.95), "ms", target);
    }

    [GeneratedRegex(@"row (\d+)/")]
    private static partial Regex Row();

    /// <summary>A line of an open list with the count of its rows.</summary>
    [GeneratedRegex(@"\[[ x]\] .*?  \d+ ?[│█]")]
    private static partial Regex Counted();
}
