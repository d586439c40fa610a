using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics.Testing.SqlLogic;

namespace Analytics.Benchmarks;

/// <summary>
/// Runs a sample of a folder of sqllogictest files through the columnar layer: <c>corpus FOLDER [SAMPLE [SEED]]</c>. The folder is a
/// checkout of DuckDB, of the release nearest to the engine, whose files are below <c>test/</c>. Files run in a process of their own, since
/// one may end it; what came of each is a line of <c>corpus.jsonl</c> in the folder.
/// </summary>
internal static partial class CorpusRun
{
    private static readonly TimeSpan MostForAFile = TimeSpan.FromSeconds(60);

    public static int Start(string[] args) =>
        args switch
        {
            ["--of", var list, var results] => Work(list, results),
            [var folder] => Run(folder, 1000, 20261201),
            [var folder, var sample] => Run(folder, int.Parse(sample, CultureInfo.InvariantCulture), 20261201),
            [var folder, var sample, var seed] => Run(
                folder,
                int.Parse(sample, CultureInfo.InvariantCulture),
                int.Parse(seed, CultureInfo.InvariantCulture)
            ),
            _ => 2,
        };

    /// <summary>What came of a file.</summary>
    internal sealed record FileOutcome(string File, int Queries, int Statements, string? Skipped, IReadOnlyList<LogicFailure> Failures);

    [JsonSerializable(typeof(FileOutcome))]
    private sealed partial class OutcomeJson : JsonSerializerContext;

    private static int Run(string folder, int sample, int seed)
    {
        Directory.SetCurrentDirectory(folder);
        string[] files = [.. Directory.GetFiles("test", "*.test", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        new Random(seed).Shuffle(files);
        var left = files.Take(sample).Order(StringComparer.Ordinal).ToList();
        File.Delete("corpus.jsonl");
        while (left.Count > 0)
        {
            File.WriteAllLines("corpus.list", left);
            using var child = Process.Start(
                new ProcessStartInfo(Environment.ProcessPath!, ["corpus", "--of", "corpus.list", "corpus.jsonl"])
                {
                    RedirectStandardError = true,
                }
            )!;
            child.StandardError.ReadToEnd();
            child.WaitForExit();
            var done = Outcomes().Select(o => o.File).ToHashSet();
            var fatal = left.FirstOrDefault(f => !done.Contains(f));
            left = [.. left.Where(f => !done.Contains(f) && f != fatal)];
            if (fatal is not null)
                Keep("corpus.jsonl", new(fatal, 0, 0, "ended the process", []));
        }

        Tell([.. Outcomes()]);
        return 0;
    }

    private static IEnumerable<FileOutcome> Outcomes() =>
        File.Exists("corpus.jsonl")
            ? File.ReadAllLines("corpus.jsonl").Select(line => JsonSerializer.Deserialize(line, OutcomeJson.Default.FileOutcome)!)
            : [];

    private static int Work(string list, string results)
    {
        foreach (var file in File.ReadAllLines(list))
        {
            var folder = Directory.CreateTempSubdirectory("corpus-").FullName;
            using var time = new CancellationTokenSource(MostForAFile);
            // A call that does not answer ends the process, and with it this file.
            using var last = new Timer(_ => Environment.FailFast(file), null, MostForAFile * 2, Timeout.InfiniteTimeSpan);
            try
            {
                var outcome = LogicRun.Of(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file), folder, time.Token);
                Keep(results, new(file, outcome.Queries, outcome.Statements, outcome.Skipped, outcome.Failures));
            }
            catch (Exception e)
            {
                Keep(results, new(file, 0, 0, $"the runner failed: {e.GetType().Name}: {e.Message}", []));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return 0;
    }

    private static void Keep(string results, FileOutcome outcome) =>
        File.AppendAllText(results, JsonSerializer.Serialize(outcome, OutcomeJson.Default.FileOutcome) + "\n");

    private static void Tell(IReadOnlyList<FileOutcome> outcomes)
    {
        var (queries, wrong) = (outcomes.Sum(o => o.Queries), outcomes.Sum(o => o.Failures.Count(f => f.IsQuery)));
        Console.WriteLine($"{outcomes.Count} files, {outcomes.Count(o => o.Skipped is not null)} of them left out or left; ");
        Console.WriteLine($"{queries} queries, {queries - wrong} right: {100.0 * (queries - wrong) / Math.Max(1, queries):0.000} %");
        Console.WriteLine(
            $"{outcomes.Sum(o => o.Statements)} statements, {outcomes.Sum(o => o.Failures.Count(f => !f.IsQuery))} not as said"
        );
        foreach (
            var group in outcomes.Where(o => o.Skipped is not null).GroupBy(o => o.Skipped!).OrderByDescending(g => g.Count()).Take(40)
        )
        {
            Console.WriteLine($"{group.Count()} {group.Key}");
        }
    }
}
