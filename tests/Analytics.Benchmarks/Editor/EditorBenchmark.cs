using System.Diagnostics;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Widgets;

namespace Analytics.Benchmarks;

/// <summary>A letter typed into the middle of a megabyte of SQL, with the frame that shows it: many lines, and a single one.</summary>
internal static class EditorBenchmark
{
    public static void Run(BenchmarkRun run)
    {
        var report = new Report(
            "Editor",
            $"A letter typed into the middle of 35,000 statements (1.1 MB), and the editor drawn at 120×40; {run.Times(200)} letters each."
        );
        foreach (var (what, between) in new[] { ("a line each", "\n"), ("all in one line", " ") })
        {
            Describe(report, what, new Sample(Type(between, isWrapped: false, run.Times(200))));
            Describe(report, what + ", wrapped", new Sample(Type(between, isWrapped: true, run.Times(200))));
        }
        run.Finish(report);
    }

    private static void Describe(Report report, string what, Sample times)
    {
        report.Add($"statements {what}, median", times.Median, "ms");
        report.Add($"statements {what}, 95 of 100", times.Quantile(0.95), "ms", 16);
    }

    private static List<double> Type(string between, bool isWrapped, int letters)
    {
        var text = string.Join(between, Enumerable.Repeat("SELECT 县名, f(x) FROM t -- 注释", 35_000));
        var editor = TextEditor.Of(text) with { IsWrapped = isWrapped };
        editor = editor.MoveTo(editor.PositionAt(text.Length / 2)).Scrolled(120, 40);
        var canvas = new CellCanvas(120, 40);
        var times = new List<double>();
        for (var i = 0; i < letters; i++)
        {
            var start = Stopwatch.GetTimestamp();
            editor = editor.Handle(new KeyEvent(Key.Character, KeyModifiers.None, "a"), 40)!.Scrolled(120, 40);
            editor.Draw(canvas, EditorStyles.Plain, hasFocus: true);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return times;
    }
}
