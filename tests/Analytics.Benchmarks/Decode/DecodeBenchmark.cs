using System.Diagnostics;

namespace Analytics.Benchmarks;

/// <summary>
/// Streams ten million rows of five columns through our layer, against the package's bare bindings and the engine's own sums over the same
/// rows.
/// </summary>
internal static class DecodeBenchmark
{
    public static void Run(BenchmarkRun run)
    {
        using var table = new DecodeTable(run.Quick ? 500_000 : 10_000_000);
        var (expected, _) = Timed(table.SumInEngine);
        long allocated = 0;
        var pairs = Pairs.Measure(
            run.Times(7),
            () =>
                Checked(
                    expected,
                    () =>
                    {
                        var before = GC.GetAllocatedBytesForCurrentThread();
                        var sums = table.SumByDecoding();
                        allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                        return sums;
                    }
                ),
            () => Checked(expected, table.SumInEngine)
        );
        using var bare = new BareBindings(table.Path);
        var beside = Pairs.Measure(run.Times(7), () => Checked(expected, table.SumByDecoding), () => Checked(expected, bare.Sum));
        var report = Describe(table, expected, pairs, allocated);
        report.Add("bare bindings of the package, median", beside.B.Median, "ms");
        report.Add("decoding against bare bindings, ratio within a pair, median", beside.Ratio.Median, "×", 1.1);
        run.Finish(report);
    }

    private static Report Describe(DecodeTable table, ColumnSums sums, Pairs pairs, long allocated)
    {
        var report = new Report(
            "Decode",
            $"{table.Rows:N0} rows of BIGINT, DOUBLE, VARCHAR (8 bytes), VARCHAR (45 to 52 bytes) and "
                + "DATE in a database file, streamed by one thread that reads every cell through `VectorView`, "
                + $"against `SELECT sum(…)` over the same rows in the engine; {pairs.Count} pairs, in turn. Both give the same sums."
        );
        var seconds = pairs.A.Median / 1000;
        report.Add("decoding, median", pairs.A.Median, "ms");
        report.Add("engine's own sums, median", pairs.B.Median, "ms");
        report.Add("ratio within a pair, median", pairs.Ratio.Median, "×");
        report.Add("rows a second", table.Rows / seconds / 1e6, "million");
        report.Add("values decoded", sums.Bytes / 1e6, "MB");
        report.Add("throughput", sums.Bytes / 1e6 / seconds, "MB/s");
        report.Add("allocated by the reader for each row", (double)allocated / table.Rows, "bytes", 1);
        return report;
    }

    private static double Checked(ColumnSums expected, Func<ColumnSums> sum)
    {
        var (sums, milliseconds) = Timed(sum);
        return sums == expected ? milliseconds : throw new InvalidOperationException($"The sums differ: {sums} and {expected}.");
    }

    private static (ColumnSums Sums, double Milliseconds) Timed(Func<ColumnSums> sum)
    {
        var started = Stopwatch.GetTimestamp();
        return (sum(), Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }
}

/// <summary>What every cell of the table was read for.</summary>
/// <param name="Amount">Sum of the doubles, which are multiples of ¼ and therefore add up exactly in any order.</param>
/// <param name="TextBytes">UTF-8 bytes of both text columns.</param>
internal readonly record struct ColumnSums(long Rows, long Id, double Amount, long TextBytes, long Days)
{
    /// <summary>Bytes of all values: 8 + 8 + 4 a row, and the texts.</summary>
    public long Bytes => Rows * 20 + TextBytes;
}
