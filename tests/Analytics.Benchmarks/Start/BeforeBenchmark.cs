namespace Analytics.Benchmarks;

/// <summary>Whole processes of this program against an earlier one, published as it was then, in pairs of one run.</summary>
internal static class BeforeBenchmark
{
    private const string Query = "education/qualification_enrolment";
    private const string Points = "SELECT (i * 7919 % 1000) AS x, (i * 104729 % 997) AS value FROM range(100000) AS t(i)";

    public static void Run(BenchmarkRun run)
    {
        var report = new Report(
            "Against an earlier program",
            "Wall time of whole processes of the published program and of an earlier one (`--before FOLDER`), in turn: medians, and the "
                + "median of the ratios within the pairs. Each has the data and queries that it was published with. The committed result "
                + "compares with commit e6c54d7, published ReadyToRun as then."
        );
        var pictures = Directory.CreateTempSubdirectory("analytics-before-").FullName;
        Compare(report, run, "`query \"select 42\"`", 40, null, ["query", "select 42", "--format", "csv"]);
        Compare(report, run, "`run` of a canned query", 40, 0.65, ["run", Query]);
        Frames(report, run);
        Compare(report, run, "`chart`, 1600×900 PNG", 25, 0.45, Chart(["chart", Query], Path.Combine(pictures, "chart.png")));
        Canned(report, run, pictures);
        string[] cloud = ["chart", "--sql", Points, "--kind", "scatter", "--x", "x", "--y", "value"];
        Compare(report, run, "a scatter of 100,000 points, PNG", 10, 0.7, Chart(cloud, Path.Combine(pictures, "cloud.png")));
        Directory.Delete(pictures, recursive: true);
        run.Finish(report);
    }

    private static string[] Chart(string[] arguments, string picture) => [.. arguments, "-o", picture, "--force", "--quiet"];

    private static string[] AtHome(BenchmarkRun run, bool isEarlier, string[] arguments) =>
        [.. arguments, "--home", isEarlier ? run.Product.EarlierHome : Repository.Folder()];

    private static void Compare(Report report, BenchmarkRun run, string what, int times, double? target, string[] arguments) =>
        Add(
            report,
            what,
            target,
            Pairs.Measure(
                run.Times(times),
                () => ChildProcess.Run(run.Product.Program, AtHome(run, false, arguments)).Milliseconds,
                () => ChildProcess.Run(run.Product.Earlier, AtHome(run, true, arguments)).Milliseconds
            )
        );

    /// <summary>All canned charts, one command after the other.</summary>
    private static void Canned(Report report, BenchmarkRun run, string pictures)
    {
        var before = Path.Combine(run.Product.EarlierHome, "queries");
        var names = CannedCharts.Names().Where(name => File.Exists(Path.Combine(before, name + ".sql"))).ToList();
        double Draw(string program, bool isEarlier) =>
            names.Sum(name =>
                ChildProcess.Run(program, AtHome(run, isEarlier, Chart(["chart", name], Path.Combine(pictures, "canned.png")))).Milliseconds
            );
        var pairs = Pairs.Measure(run.Times(5), () => Draw(run.Product.Program, false), () => Draw(run.Product.Earlier, true));
        Add(report, $"all {names.Count} canned charts that both have, one command each", 0.6, pairs);
    }

    private static void Frames(Report report, BenchmarkRun run)
    {
        double First(bool isEarlier, string shown)
        {
            using var console = ConsoleProcess.OnSql(run.Product, isEarlier, 120, 40);
            var time = console.Await(text => text.Contains(shown));
            console.End();
            return time;
        }
        Pairs Until(string shown) => Pairs.Measure(run.Times(20), () => First(false, shown), () => First(true, shown));
        Add(report, "the console's first frame, 120×40", 0.2, Until("Catalogue"));
        Add(report, "the console's first full frame, which lists the canned queries, 120×40", 0.35, Until("Overview"));
    }

    private static void Add(Report report, string what, double? target, Pairs pairs)
    {
        report.Add($"{what}: now, median", pairs.A.Median, "ms");
        report.Add($"{what}: before, median", pairs.B.Median, "ms");
        report.Add($"{what}: ratio within a pair, median", pairs.Ratio.Median, "×", target);
    }
}
