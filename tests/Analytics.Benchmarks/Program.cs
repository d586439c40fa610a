using Analytics.Benchmarks;

// dotnet run -c Release --project tests/Analytics.Benchmarks -- NAME... [--quick] [--program FOLDER] [--before FOLDER]
// --quick tries the code with few runs and small sizes, and keeps no results. --program measures a program that is published already,
// --before names an earlier one, published the way it was then, against which 'before' and 'keys' measure it.
// corpus FOLDER [SAMPLE [SEED]] runs sqllogictest files instead.
if (args is ["corpus", .. var corpus])
    return CorpusRun.Start(corpus);
(string Name, Action<BenchmarkRun> Run)[] benchmarks =
[
    // What fills the memory of this program comes last, because the peak of a process that it starts includes it.
    ("start", StartBenchmark.Run),
    ("before", BeforeBenchmark.Run),
    ("export", ExportBenchmark.Run),
    ("console", ConsoleStartBenchmark.Run),
    ("keys", ConsoleKeysBenchmark.Run),
    ("work", ConsoleWorkBenchmark.Run),
    ("pages", PagesBenchmark.Run),
    ("soak", SoakBenchmark.Run),
    ("editor", EditorBenchmark.Run),
    ("language", LanguageBenchmark.Run),
    ("curation", CurationBenchmark.Run),
    ("chart", ChartBenchmark.Run),
    ("scale", ScaleBenchmark.Run),
    ("lineage", LineageBenchmark.Run),
    ("decode", DecodeBenchmark.Run),
];
var quick = args.Contains("--quick");
var program = Option("--program");
var before = Option("--before");
var names = args.Where((a, i) => !a.StartsWith("--") && (i == 0 || args[i - 1] is not ("--program" or "--before"))).ToArray();
var chosen = benchmarks.Where(b => names.Contains(b.Name) || names.Contains("all")).ToArray();
if (names.Length == 0 || names.Any(n => n != "all" && benchmarks.All(b => b.Name != n)))
{
    Console.Error.WriteLine(
        $"Name one or more of: all, {string.Join(", ", benchmarks.Select(b => b.Name))}; --quick tries them without keeping results."
    );
    return 2;
}
using var product = new PublishedProduct(program, before);
foreach (var (name, run) in chosen)
{
    try
    {
        run(new BenchmarkRun(name, product, quick));
    }
    catch (BenchmarkSkippedException e)
    {
        Console.Error.WriteLine($"{name}: skipped. {e.Message}");
    }
}

return 0;

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
