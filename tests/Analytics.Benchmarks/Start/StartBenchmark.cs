namespace Analytics.Benchmarks;

/// <summary>A batch query as a whole process, against a C program that asks the same of the same library.</summary>
internal static class StartBenchmark
{
    private const string Sql = "select 42";
    private const double Target = 1.5;

    public static void Run(BenchmarkRun run)
    {
        var baseline = CompileBaseline(run.Product.Folder);
        RequireSameOutput(run.Product.Program, baseline);
        var pairs = Pairs.Measure(
            run.Times(60),
            () => ChildProcess.Run(run.Product.Program, ["query", Sql, "--format", "csv"]).Milliseconds,
            () => ChildProcess.Run(baseline, [Sql]).Milliseconds
        );
        var report = new Report(
            "Start",
            $"Whole process of `analytics query \"{Sql}\" --format csv`, published, "
                + $"against `Start/select42.c` with the same libduckdb; {pairs.Count} pairs, in turn."
        );
        report.Add("analytics, median", pairs.A.Median, "ms");
        report.Add("C program, median", pairs.B.Median, "ms");
        report.Add("ratio of the medians", pairs.A.Median / pairs.B.Median, "×", Target);
        report.Add("ratio within a pair, median", pairs.Ratio.Median, "×", Target);
        report.Add("analytics, least", pairs.A.Least, "ms");
        report.Add("C program, least", pairs.B.Least, "ms");
        report.Add("ratio of the least", pairs.A.Least / pairs.B.Least, "×");
        run.Finish(report);
    }

    /// <summary>Compiles the C program beside the library, which it finds there.</summary>
    private static string CompileBaseline(string folder)
    {
        var compiler =
            OnPath("cc") ?? throw new BenchmarkSkippedException("There is no C compiler (cc) on the path, so nothing to compare with.");
        var program = Path.Combine(folder, "select42");
        var library = OperatingSystem.IsMacOS() ? "libduckdb.dylib" : "libduckdb.so";
        ChildProcess.Run(
            compiler,
            [
                "-O2",
                "-o",
                program,
                Repository.Folder("tests", "Analytics.Benchmarks", "Start", "select42.c"),
                Path.Combine(folder, library),
                $"-Wl,-rpath,{folder}",
            ]
        );
        return program;
    }

    private static void RequireSameOutput(string product, string baseline)
    {
        var (a, b) = (Path.GetTempFileName(), Path.GetTempFileName());
        ChildProcess.Run(product, ["query", Sql, "--format", "csv"], a);
        ChildProcess.Run(baseline, [Sql], b);
        if (File.ReadAllText(a) != File.ReadAllText(b))
        {
            throw new InvalidOperationException(
                $"The two programs print different things: {File.ReadAllText(a)} and {File.ReadAllText(b)}."
            );
        }

        File.Delete(a);
        File.Delete(b);
    }

    private static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(f => Path.Combine(f, program))
            .FirstOrDefault(File.Exists);
}
