using System.Diagnostics;
using Analytics.Charts;
using Analytics.Terminal.Graphics;
using Analytics.Terminal.Text;
using Analytics.Tui.App;
using Analytics.Tui.Charts;
using Analytics.Tui.Shared;

namespace Analytics.Benchmarks;

/// <summary>
/// A 1600×900 PNG as a whole process and in a process that has drawn before, all canned charts in one run, and 100,000 points.
/// </summary>
internal static class ChartBenchmark
{
    private const string Query = "education/qualification_enrolment";
    private const int Points = 100_000;
    private static readonly PixelSize Panel = new(1200, 700);

    public static void Run(BenchmarkRun run)
    {
        var report = new Report(
            "Chart",
            $"1600×900 pictures with Chinese text: `analytics chart {Query}` as a whole process of the "
                + "published program, and the same kind of picture drawn again in a warm process; all canned charts "
                + $"in one run, queries and engine with them; a scatter of {Points:N0} points in files and on a "
                + $"terminal of 200×50; a chart panel of {Panel.Width}×{Panel.Height} pixels as a sixel picture."
        );
        Whole(report, run);
        Warm(report, run);
        Sixel(report, run);
        Canned(report, run);
        Crowd(report, run);
        run.Finish(report);
    }

    private static void Whole(Report report, BenchmarkRun run)
    {
        var picture = Path.Combine(run.Product.Folder, "chart.png");
        string[] arguments = ["chart", Query, "-o", picture, "--force", "--quiet", "--home", Repository.Folder()];
        var whole = Repeat(run.Times(25), () => ChildProcess.Run(run.Product.Program, arguments).Milliseconds);
        report.Add("whole process, median", whole.Median, "ms", 250);
        report.Add("whole process, 95 of 100", whole.Quantile(0.95), "ms");
    }

    private static void Warm(Report report, BenchmarkRun run)
    {
        var warm = Repeat(run.Times(40), () => Time(() => ChartFile.Render(Spec, ChartFormat.Png)));
        report.Add("warm, median", warm.Median, "ms", 45);
        report.Add("warm, 95 of 100", warm.Quantile(0.95), "ms");
        report.Add(
            "of it layout and SVG, median",
            Repeat(run.Times(40), () => Time(() => ChartFile.Render(Spec, ChartFormat.Svg))).Median,
            "ms"
        );
    }

    private static void Sixel(Report report, BenchmarkRun run)
    {
        SixelPicture Draw() => SixelEncoder.Encode(PixelSurface.Draw(Spec, Panel.Width, Panel.Height, line: 20).Rgb, Panel);
        report.Add(
            $"panel of {Panel.Width}×{Panel.Height} pixels drawn and encoded as sixel, median",
            Repeat(run.Times(40), () => Time(Draw)).Median,
            "ms",
            100
        );
        report.Add("its size on the line", Draw().Text.Length / 1024.0, "kB");
    }

    private static void Canned(Report report, BenchmarkRun run)
    {
        var charts = 0;
        var all = Repeat(run.Times(5), () => Time(() => charts = CannedCharts.Draw()));
        report.Add($"all {charts} canned charts in one run, PNG, median", all.Median, "ms");
    }

    private static void Crowd(Report report, BenchmarkRun run)
    {
        var cloud = Cloud.Of(Points);
        double Median(ChartFormat format) => Repeat(run.Times(7), () => Time(() => ChartFile.Render(cloud, format))).Median;
        report.Add($"{Points:N0} points, SVG, median", Median(ChartFormat.Svg), "ms");
        report.Add($"{Points:N0} points, PNG, median", Median(ChartFormat.Png), "ms", 1000);
        report.Add($"{Points:N0} points, PDF, median", Median(ChartFormat.Pdf), "ms");
        var screen = Repeat(
            run.Times(15),
            () => Time(() => ChartLines.Picture(cloud, 200, 50, Texts.Of(Language.En, ConsoleKeys.Map), AmbiguousWidth.One))
        );
        report.Add($"{Points:N0} points gathered for a terminal, median", screen.Median, "ms", 50);
    }

    private static Sample Repeat(int times, Func<double> measure)
    {
        _ = measure();
        return new Sample(Enumerable.Range(0, times).Select(_ => measure()));
    }

    private static double Time<T>(Func<T> work)
    {
        var started = Stopwatch.GetTimestamp();
        _ = work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static readonly ChartSpec Spec = new()
    {
        Title = "各区县村级后备力量人数",
        Subtitle = "合成数据，单位：人",
        Marks =
        [
            .. "碧江区 万山区 松桃苗族自治县 玉屏侗族自治县 印江土家族苗族自治县 沿河土家族自治县 江口县 石阡县 思南县 德江县"
                .Split(' ')
                .Select((county, i) => new ChartMark(county, 40 + 17 * i) { Sources = [i % 4 + 1] }),
        ],
        Unit = new ChartUnit("人"),
        Sources = [.. Enumerable.Range(1, 4).Select(n => new ChartSource(n, $"合成的报道之{n}", "碧江区", "日期原文件未载"))],
    };
}
