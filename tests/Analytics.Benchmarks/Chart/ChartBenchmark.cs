using System.Diagnostics;
using Analytics.Charts;

namespace Analytics.Benchmarks;

/// <summary>A 1600×900 PNG: as a whole process, and within a process that has drawn before.</summary>
static class ChartBenchmark
{
    const string Query = "education/qualification_enrolment";

    public static void Run(BenchmarkRun run)
    {
        var report = new Report("Chart", $"1600×900 PNG with Chinese text: `analytics chart {Query}` as a whole process of the published program, and the same kind of picture drawn again in a warm process.");
        var picture = Path.Combine(run.Product.Folder, "chart.png");
        string[] arguments = ["chart", Query, "-o", picture, "--force", "--quiet", "--home", Repository.Folder()];
        var whole = Repeat(run.Times(25), () => ChildProcess.Run(run.Product.Program, arguments).Milliseconds);
        report.Add("whole process, median", whole.Median, "ms", 250);
        report.Add("whole process, 95 of 100", whole.Quantile(0.95), "ms");
        var warm = Repeat(run.Times(40), () => Draw(ChartFormat.Png));
        report.Add("warm, median", warm.Median, "ms", 100);
        report.Add("warm, 95 of 100", warm.Quantile(0.95), "ms");
        report.Add("of it layout and SVG, median", Repeat(run.Times(40), () => Draw(ChartFormat.Svg)).Median, "ms");
        run.Finish(report);
    }

    static Sample Repeat(int times, Func<double> measure)
    {
        _ = measure();
        return new Sample(Enumerable.Range(0, times).Select(_ => measure()));
    }

    static double Draw(ChartFormat format)
    {
        var started = Stopwatch.GetTimestamp();
        _ = ChartFile.Render(Spec, format);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    static readonly ChartSpec Spec = new()
    {
        Title = "各区县村级后备力量人数",
        Subtitle = "合成数据，单位：人",
        Marks = [.. "碧江区 万山区 松桃苗族自治县 玉屏侗族自治县 印江土家族苗族自治县 沿河土家族自治县 江口县 石阡县 思南县 德江县"
            .Split(' ').Select((county, i) => new ChartMark(county, 40 + 17 * i) { Sources = [i % 4 + 1] })],
        Unit = new ChartUnit("人"),
        Sources = [.. Enumerable.Range(1, 4).Select(n => new ChartSource(n, $"合成的报道之{n}", "碧江区", "日期原文件未载"))],
    };
}
