namespace Analytics.Benchmarks;

/// <summary>From the start of the console to its first full screen, and to the one with the catalogue, under a pseudo-terminal.</summary>
internal static class ConsoleStartBenchmark
{
    private const double Target = 250;

    public static void Run(BenchmarkRun run)
    {
        var report = new Report(
            "Console start",
            "From starting the published program under a pseudo-terminal that answers queries at once, to the end of the first frame, "
                + $"and to the end of the first frame that lists the canned queries; {run.Times(20)} starts at each size. "
                + "At the end the same of the program that the SDK runs, after a build."
        );
        foreach (var (columns, rows) in new (ushort, ushort)[] { (80, 24), (140, 45) })
        {
            ConsoleProcess Console() => ConsoleProcess.OnSql(run.Product, isEarlier: false, columns, rows);
            _ = Start(Console());
            var starts = Enumerable.Range(0, run.Times(20)).Select(_ => Start(Console())).ToArray();
            Describe(report, $"{columns}×{rows}, first frame", new Sample(starts.Select(s => s.FirstFrame)));
            Describe(report, $"{columns}×{rows}, with the catalogue", new Sample(starts.Select(s => s.Catalogue)));
        }
        Page(report, run);
        FromSources(report, run);
        run.Finish(report);
    }

    /// <summary>The first screen that users see: a page, whole when a visual shows its marks.</summary>
    private static void Page(Report report, BenchmarkRun run)
    {
        var whole = new List<double>();
        for (var i = 0; i <= run.Times(20); i++)
        {
            using var console = new ConsoleProcess(run.Product.Program, 140, 45);
            whole.Add(console.Await(text => text.Contains('█')));
            console.End();
        }
        Describe(report, "140×45, the home page with its marks", new Sample(whole.Skip(1)));
    }

    /// <summary>What a contributor waits for: the program that was just built, not native.</summary>
    private static void FromSources(Report report, BenchmarkRun run)
    {
        string[] build = ["build", Repository.Folder("src", "Analytics"), "-v", "q", "-nodeReuse:false"];
        ChildProcess.Run(PublishedProduct.DotnetPath(), build);
        string[] started = ["run", "--no-build", "--project", Repository.Folder("src", "Analytics"), "--", "--sql"];
        ConsoleProcess Console() => new(PublishedProduct.DotnetPath(), 80, 24, started);
        _ = Start(Console());
        var starts = Enumerable.Range(0, run.Times(10)).Select(_ => Start(Console())).ToArray();
        Describe(report, "`dotnet run --no-build`, 80×24, first frame", new Sample(starts.Select(s => s.FirstFrame)), 900);
        Describe(report, "`dotnet run --no-build`, 80×24, with the catalogue", new Sample(starts.Select(s => s.Catalogue)), 900);
    }

    private static void Describe(Report report, string what, Sample times, double target = Target)
    {
        report.Add($"{what}, median", times.Median, "ms", target);
        report.Add($"{what}, 95 of 100", times.Quantile(0.95), "ms");
    }

    /// <summary>
    /// Times of the first frame, and of the first that shows a word which stands in the catalogue only when the canned queries are read.
    /// </summary>
    private static (double FirstFrame, double Catalogue) Start(ConsoleProcess started)
    {
        using var console = started;
        var times = (console.Await(text => text.Contains("Catalogue")), console.Await(text => text.Contains("Overview")));
        console.End();
        return times;
    }
}
