using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Benchmarks;

/// <summary>From the start of the console to its first full screen, under a pseudo-terminal.</summary>
static partial class ConsoleBenchmark
{
    const double Target = 250;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static void Run(BenchmarkRun run)
    {
        var report = new Report("Console start", "From starting the published program under a pseudo-terminal that answers queries at once, to the end of the first frame that shows the catalogue.");
        foreach (var (columns, rows) in new (ushort, ushort)[] { (80, 24), (140, 45) })
        {
            var program = run.Product.Program;
            FirstScreen(program, columns, rows);
            var times = new Sample(Enumerable.Range(0, run.Times(20)).Select(_ => FirstScreen(program, columns, rows)));
            report.Add($"{columns}×{rows}, median", times.Median, "ms", Target);
            report.Add($"{columns}×{rows}, 95 of 100", times.Quantile(0.95), "ms");
        }
        run.Finish(report);
    }

    static double FirstScreen(string program, ushort columns, ushort rows)
    {
        using var terminal = new PseudoTerminal(columns, rows);
        var console = ChildProcess.StartOn(terminal.Name, program, ["--home", Repository.Folder(), "--lang", "en"]);
        try
        {
            return TimeOfFirstScreen(terminal, console);
        }
        finally
        {
            console.Stop();
            Drain(terminal);
            console.Wait();
        }
    }

    static double TimeOfFirstScreen(PseudoTerminal terminal, ChildProcess console)
    {
        var output = new StringBuilder();
        var buffer = new byte[64 * 1024];
        var decoder = Encoding.UTF8.GetDecoder();
        var text = new char[buffer.Length];
        while (terminal.Read(buffer, Patience) is > 0 and var read)
        {
            var time = console.Milliseconds;
            output.Append(text, 0, decoder.GetChars(buffer.AsSpan(0, read), text, flush: false));
            Answer(terminal, buffer.AsSpan(0, read));
            if (ShowsCatalogue(output.ToString()))
                return time;
        }
        throw new InvalidOperationException($"The console showed no catalogue; its output was {Visible(output.ToString())}.");
    }

    /// <summary>Answers what a program may ask its terminal: where the cursor is, and what it is.</summary>
    static void Answer(PseudoTerminal terminal, ReadOnlySpan<byte> output)
    {
        if (output.IndexOf("\e[6n"u8) >= 0)
            terminal.Write("\e[2;2R"u8);
        if (output.IndexOf("\e[c"u8) >= 0)
            terminal.Write("\e[?62;c"u8);
    }

    /// <summary>On the alternate screen a frame is complete (synchronised output ends) that shows a heading and a canned query.</summary>
    static bool ShowsCatalogue(string output)
    {
        var screen = output.IndexOf("\e[?1049h", StringComparison.Ordinal);
        var end = output.LastIndexOf("\e[?2026l", StringComparison.Ordinal);
        return screen >= 0 && end > screen && CatalogueWords.All(Visible(output[screen..end]).Contains);
    }

    static readonly string[] CatalogueWords = ["Catalogue"];

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
