namespace Analytics.Benchmarks;

/// <summary>Build and check of made-up projects of growing size, each as a whole process.</summary>
internal static class CurationBenchmark
{
    private const int Seed = 20250701;

    /// <summary>Check comes second: it also compares the tables with the rows that they were built from.</summary>
    private static readonly string[] Commands = ["build", "check"];

    private const double MostSeconds = 20,
        MostMegabytes = 700,
        MostGrowth = 1.5;

    public static void Run(BenchmarkRun run)
    {
        int[] sizes = run.Quick ? [100, 300, 1_000] : [1_000, 3_000, 10_000];
        var report = new Report(
            "Curation at scale",
            "Whole processes of `analytics build` and then `analytics check` on made-up "
                + "sources and rows (seeded, 15 observations an article); medians of three. "
                + "Growth compares the processor time of one more article between the "
                + "two largest projects with that between the two smallest: 1 is linear."
        );
        var results = sizes.Select(size => (Size: size, Costs: Measure(run, size))).ToList();
        foreach (var command in Commands)
            Describe(report, command, [.. results.Select(r => (r.Size, r.Costs[command]))], run.Quick ? null : MostSeconds);
        run.Finish(report);
    }

    private static Dictionary<string, CommandCost> Measure(BenchmarkRun run, int articles)
    {
        using var project = new SyntheticProject(articles, Seed);
        Console.Error.WriteLine($"{articles} articles, {project.Observations} observations …");
        return Commands.ToDictionary(
            command => command,
            command =>
                CommandCost.Of(
                    Enumerable
                        .Range(0, run.Times(3))
                        .Select(_ => ChildProcess.Run(run.Product.Program, [command, "--home", project.Home, "--quiet"]))
                )
        );
    }

    private static void Describe(Report report, string command, (int Articles, CommandCost Cost)[] results, double? mostSeconds)
    {
        foreach (var (articles, cost) in results)
        {
            var isLargest = articles == results[^1].Articles;
            report.Add($"{command}, {articles} articles: time", cost.Seconds, "s", isLargest ? mostSeconds : null);
            report.Add($"{command}, {articles} articles: peak memory", cost.Megabytes, "MB", isLargest ? MostMegabytes : null);
        }
        var steps = results
            .Zip(results.Skip(1), (a, b) => (b.Cost.ProcessorSeconds - a.Cost.ProcessorSeconds) / (b.Articles - a.Articles))
            .ToArray();
        for (var i = 0; i < steps.Length; i++)
        {
            report.Add(
                $"{command}, processor time of each article from {results[i].Articles} to {results[i + 1].Articles}",
                steps[i] * 1000,
                "ms"
            );
        }

        report.Add($"{command}, growth of that time", steps[^1] / steps[0], "×", MostGrowth);
    }

    /// <summary>Medians of a command's runs.</summary>
    private sealed record CommandCost(double Seconds, double ProcessorSeconds, double Megabytes)
    {
        public static CommandCost Of(IEnumerable<ProcessCost> runs)
        {
            var all = runs.ToArray();
            double Median(Func<ProcessCost, double> cost) => new Sample(all.Select(cost)).Median;
            return new CommandCost(
                Median(c => c.Milliseconds / 1000),
                Median(c => c.ProcessorMilliseconds / 1000),
                Median(c => c.PeakMegabytes)
            );
        }
    }
}
