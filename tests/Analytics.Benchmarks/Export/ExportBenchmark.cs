namespace Analytics.Benchmarks;

/// <summary>Files of ten million rows, and a pipe, as whole processes against COPY in a process of the same program.</summary>
internal static class ExportBenchmark
{
    private const double MostMegabytes = 400;
    private const double MostByPipe = 1.3;

    private static readonly (string Format, string Options, double Target)[] Files =
    [
        ("csv", "FORMAT csv", 1.15),
        ("json", "FORMAT json, ARRAY true", 1.3),
        ("parquet", "FORMAT parquet", 1.2),
    ];

    public static void Run(BenchmarkRun run)
    {
        var rows = run.Quick ? 1_000_000 : 10_000_000;
        var folder = Directory.CreateTempSubdirectory("analytics-export-").FullName;
        try
        {
            run.Finish(Measure(run, new Cells(run.Product.Program, folder, rows)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Report Measure(BenchmarkRun run, Cells cells)
    {
        cells.RequireSameCsv();
        var pairs = run.Times(5);
        var report = new Report(
            "Export",
            $"{cells.Rows:N0} rows of BIGINT, DOUBLE, VARCHAR (8 bytes), VARCHAR (45 to 52 bytes) and DATE in a database file "
                + "(`--open`), written by `analytics query … -o FILE`, against `analytics query \"COPY … TO FILE\"`; whole processes, "
                + $"{pairs} pairs of each format, in turn. To a pipe: `analytics query … --format … | cat`, against COPY to a file. "
                + $"The CSV files of both are the same, {cells.Megabytes:0} MB."
        );
        foreach (var (format, options, target) in Files)
            AddFile(report, cells, pairs, format, options, target);
        foreach (var (format, options, _) in Files.SkipLast(1))
            AddPipe(report, cells, pairs, format, options);
        return report;
    }

    private static void AddFile(Report report, Cells cells, int count, string format, string options, double target)
    {
        var (ours, engines) = (0.0, 0.0);
        var pairs = Pairs.Measure(count, () => Cost(cells.Write(format), ref ours), () => Cost(cells.Copy(format, options), ref engines));
        report.Add($"{format}, median", pairs.A.Median, "ms");
        report.Add($"{format} by COPY, median", pairs.B.Median, "ms");
        report.Add($"{format}, ratio within a pair, median", pairs.Ratio.Median, "×", target);
        report.Add($"{format}, most memory resident", ours, "MB", MostMegabytes);
        report.Add($"{format} by COPY, most memory resident", engines, "MB");
    }

    private static void AddPipe(Report report, Cells cells, int count, string format, string options)
    {
        var pairs = Pairs.Measure(count, () => cells.Pipe(format).Milliseconds, () => cells.Copy(format, options).Milliseconds);
        report.Add($"{format} to a pipe, median", pairs.A.Median, "ms");
        report.Add($"{format} to a pipe, ratio within a pair, median", pairs.Ratio.Median, "×", MostByPipe);
    }

    private static double Cost(ProcessCost cost, ref double peak)
    {
        peak = Math.Max(peak, cost.PeakMegabytes);
        return cost.Milliseconds;
    }
}

/// <summary>The rows in a database file of a folder, and what is done with them. Made by a process, so that this one stays small.</summary>
internal sealed class Cells
{
    private const string Query = "FROM cells.cell";

    private readonly string _program;
    private readonly string _database;
    private readonly string _folder;

    public Cells(string program, string folder, long rows)
    {
        (_program, _folder, _database) = (program, folder, Path.Combine(folder, "cells.duckdb"));
        Rows = rows;
        ChildProcess.Run(program, ["query", $"ATTACH '{_database}' AS cells; USE cells; {DecodeTable.Sql(rows)}"]);
    }

    public long Rows { get; }

    /// <summary>Size of the CSV file.</summary>
    public double Megabytes { get; private set; }

    public ProcessCost Write(string format) => ToFile("ours", format, path => ["query", "--open", _database, Query, "-o", path]);

    public ProcessCost Copy(string format, string options) =>
        ToFile("copy", format, path => ["query", "--open", _database, $"COPY ({Query}) TO '{path}' ({options})"]);

    public ProcessCost Pipe(string format) =>
        ChildProcess.Run(
            "/bin/sh",
            ["-c", "\"$0\" query --open \"$1\" \"$2\" --format \"$3\" | cat > /dev/null", _program, _database, Query, format]
        );

    /// <exception cref="InvalidOperationException">The two files differ.</exception>
    public void RequireSameCsv()
    {
        Write("csv");
        Copy("csv", "FORMAT csv");
        var (ours, engines) = (FileOf("ours", "csv"), FileOf("copy", "csv"));
        ChildProcess.Run("/usr/bin/cmp", [ours, engines]);
        Megabytes = new FileInfo(ours).Length / 1e6;
    }

    private string FileOf(string whose, string format) => Path.Combine(_folder, $"{whose}.{format}");

    /// <summary>Into a new file: writing over an old one costs what the system takes to drop that.</summary>
    private ProcessCost ToFile(string whose, string format, Func<string, string[]> arguments)
    {
        var path = FileOf(whose, format);
        File.Delete(path);
        return ChildProcess.Run(_program, arguments(path));
    }
}
