using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Benchmarks;

/// <summary>From the start of the console to its first full screen, and to the one with the catalogue, under a pseudo-terminal.</summary>
static partial class ConsoleBenchmark
{
    const double Target = 250;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static void Run(BenchmarkRun run)
    {
        var report = new Report("Console start", $"From starting the published program under a pseudo-terminal that answers queries at once, to the end of the first frame, and to the end of the first frame that lists the canned queries; {run.Times(20)} starts at each size.");
        foreach (var (columns, rows) in new (ushort, ushort)[] { (80, 24), (140, 45) })
        {
            _ = Start(run.Product.Program, columns, rows);
            var starts = Enumerable.Range(0, run.Times(20)).Select(_ => Start(run.Product.Program, columns, rows)).ToArray();
            Describe(report, $"{columns}×{rows}, first frame", new Sample(starts.Select(s => s.FirstFrame)));
            Describe(report, $"{columns}×{rows}, with the catalogue", new Sample(starts.Select(s => s.Catalogue)));
        }
        run.Finish(report);
    }

    static void Describe(Report report, string what, Sample times)
    {
        report.Add($"{what}, median", times.Median, "ms", Target);
        report.Add($"{what}, 95 of 100", times.Quantile(0.95), "ms");
    }

    static (double FirstFrame, double Catalogue) Start(string program, ushort columns, ushort rows)
    {
        using var terminal = new PseudoTerminal(columns, rows);
        var console = ChildProcess.StartOn(terminal.Name, program, ["--home", Repository.Folder(), "--lang", "en"]);
        try
        {
            var output = new StringBuilder();
            return (TimeOf(Frame, output, terminal, console), TimeOf(Catalogue, output, terminal, console));
        }
        finally
        {
            console.Stop();
            Drain(terminal);
            console.Wait();
        }
    }

    /// <summary>A word of the first frame, and one that stands in the catalogue only when the canned queries are read.</summary>
    const string Frame = "Catalogue", Catalogue = "Overview";

    /// <summary>Time until a complete frame showed the word.</summary>
    static double TimeOf(string word, StringBuilder output, PseudoTerminal terminal, ChildProcess console)
    {
        var buffer = new byte[64 * 1024];
        var time = console.Milliseconds;
        while (!Shows(output.ToString(), word))
        {
            var read = terminal.Read(buffer, Patience);
            if (read == 0)
                throw new InvalidOperationException($"The console never showed '{word}'; its output was {Visible(output.ToString())}.");
            time = console.Milliseconds;
            // The words looked for are ASCII, so each byte may be taken for a character.
            output.Append(Encoding.Latin1.GetString(buffer, 0, read));
            Answer(terminal, buffer.AsSpan(0, read));
        }
        return time;
    }

    /// <summary>Answers what a program may ask its terminal: where the cursor is, and what it is.</summary>
    static void Answer(PseudoTerminal terminal, ReadOnlySpan<byte> output)
    {
        if (output.IndexOf("\e[6n"u8) >= 0)
            terminal.Write("\e[2;2R"u8);
        if (output.IndexOf("\e[c"u8) >= 0)
            terminal.Write("\e[?62;c"u8);
    }

    /// <summary>Whether a frame that is complete (synchronised output ended) on the alternate screen shows the word.</summary>
    static bool Shows(string output, string word)
    {
        var screen = output.IndexOf("\e[?1049h", StringComparison.Ordinal);
        var end = output.LastIndexOf("\e[?2026l", StringComparison.Ordinal);
        return screen >= 0 && end > screen && Visible(output[screen..end]).Contains(word, StringComparison.Ordinal);
    }

    static string Visible(string output) => ControlSequence().Replace(output, "");

    static void Drain(PseudoTerminal terminal)
    {
        var buffer = new byte[64 * 1024];
        while (terminal.Read(buffer, Patience) > 0)
            continue;
    }

    [GeneratedRegex(@"\e\[[0-?]*[ -/]*[@-~]|\e\][^\a]*\a")]
    private static partial Regex ControlSequence();
}
