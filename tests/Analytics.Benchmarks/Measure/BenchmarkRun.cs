namespace Analytics.Benchmarks;

/// <summary>What a benchmark is given: its name, the program it measures and whether this is only a trial.</summary>
internal sealed record BenchmarkRun(string Name, PublishedProduct Product, bool Quick)
{
    /// <summary>How often to repeat something.</summary>
    public int Times(int times) => Quick ? Math.Min(times, 3) : times;

    /// <summary>Prints the report and keeps it, unless this is a trial.</summary>
    public void Finish(Report report)
    {
        Console.WriteLine(report.Markdown());
        if (!Quick)
            report.Save(Path.Combine(Repository.Folder("tests", "Analytics.Benchmarks", "results"), Name));
    }
}

/// <summary>This machine lacks what a benchmark needs; the message says what.</summary>
internal sealed class BenchmarkSkippedException(string message) : Exception(message);
