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
                + $"and to the end of the first frame that lists the canned queries; {run.Times(20)} starts at each size."
        );
        foreach (var (columns, rows) in new (ushort, ushort)[] { (80, 24), (140, 45) })
        {
            _ = Start(run.Product.Program, columns, rows);
            var starts = Enumerable.Range(0, run.Times(20)).Select(_ => Start(run.Product.Program, columns, rows)).ToArray();
            Describe(report, $"{columns}×{rows}, first frame", new Sample(starts.Select(s => s.FirstFrame)));
            Describe(report, $"{columns}×{rows}, with the catalogue", new Sample(starts.Select(s => s.Catalogue)));
        }
        run.Finish(report);
    }

    private static void Describe(Report report, string what, Sample times)
    {
        report.Add($"{what}, median", times.Median, "ms", Target);
        report.Add($"{what}, 95 of 100", times.Quantile(0.95), "ms");
    }

    /// <summary>
    /// Times of the first frame, and of the first that shows a word which stands in the catalogue only when the canned queries are read.
    /// </summary>
    private static (double FirstFrame, double Catalogue) Start(string program, ushort columns, ushort rows)
    {
        using var console = new ConsoleProcess(program, columns, rows);
        var times = (console.Await(text => text.Contains("Catalogue")), console.Await(text => text.Contains("Overview")));
        console.End();
        return times;
    }
}
