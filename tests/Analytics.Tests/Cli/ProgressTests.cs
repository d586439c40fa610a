using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Cli;
using Analytics.DuckDb;

namespace Analytics.Tests.Cli;

/// <summary>How far a command is, on a terminal and nowhere else.</summary>
public sealed class ProgressTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2 s", "2 秒", 0, double.NaN, 0, 2, null)]
    [InlineData("1 row · 1 rows/s · 1 s", "1 行 · 1 行/秒 · 1 秒", 1, double.NaN, 0, 1, null)]
    [InlineData(
        "3,000 rows read · 1,500 rows/s · 30 % · 5 s left",
        "已读 3,000 行 · 1,500 行/秒 · 30 % · 还要 5 秒",
        0,
        30.9,
        3000,
        2,
        4.7
    )]
    [InlineData("40 rows · 20 rows/s · 0 % · 2 min 1 s left", "40 行 · 20 行/秒 · 0 % · 还要 2 分 1 秒", 40, 0.5, 3000, 2, 120.5)]
    public void What_is_known_is_told(string en, string zh, long rows, double part, long read, double elapsed, double? left)
    {
        var state = new ProgressState(rows, new QueryProgress(part, read, 10_000));
        TimeSpan? still = left is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        ProgressLine.Text(state, TimeSpan.FromSeconds(elapsed), still, Language.En).ShouldBe(en);
        ProgressLine.Text(state, TimeSpan.FromSeconds(elapsed), still, Language.Zh).ShouldBe(zh);
    }

    [Theory]
    [InlineData(true, "xterm", true)]
    [InlineData(false, "xterm", false)]
    [InlineData(true, "dumb", false)]
    [InlineData(true, null, false)]
    public void It_takes_a_terminal_that_can_take_a_line_back(bool isTerminal, string? term, bool isPossible)
    {
        if (!OperatingSystem.IsWindows())
            ProgressLine.IsPossible(isTerminal, name => name == "TERM" ? term : null).ShouldBe(isPossible);
    }

    [Theory]
    [InlineData("en", @"\r\e\[K[\d,]+ rows? · [\d,]+ rows/s")]
    [InlineData("zh", @"\r\e\[K[\d,]+ 行 · [\d,]+ 行/秒")]
    public void On_a_terminal_it_counts_and_gives_way_to_what_is_said(string language, string line)
    {
        if (!OperatingSystem.IsLinux())
            return; // of other systems script takes other words
        var said = OnTerminal($"query 'FROM range(1000000000000)' --format csv --lang {language} > /dev/null", until: new Regex(line));
        // Interrupted, it is taken back before the last word.
        said.ShouldMatch(language == "zh" ? @"\r\e\[K\e\[90m已中断。" : @"\r\e\[K\e\[90mInterrupted\.");
        said.ShouldContain("rc=130");
    }

    [Fact]
    public void The_engine_s_part_is_told_also_in_a_safe_session()
    {
        if (!OperatingSystem.IsLinux())
            return;
        OnTerminal("query --safe 'FROM range(1000000000000)' --format csv > /dev/null", until: new Regex(@"· \d+ % ·"))
            .ShouldContain("rc=130");
    }

    [Fact]
    public async Task What_goes_to_a_file_or_pipe_has_none()
    {
        // By the time that many rows are read, a terminal would have seen it.
        using var process = AnalyticsProcess.StartHearingSignals("query", "FROM range(30000000)", "--format", "csv");
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        process.WaitForExit(Patience).ShouldBeTrue();
        (await error).ShouldBe("");
    }

    /// <summary>What a terminal gets of a command until Ctrl+C, which is typed once it has shown something.</summary>
    private string OnTerminal(string command, Regex until)
    {
        var script = _folder.File("run.sh", $"trap : INT\n'{AnalyticsProcess.Program}' {command}\necho rc=$?\n");
        var start = new ProcessStartInfo("script", ["-qec", $"sh '{script}'", "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = Repository.Root,
        };
        start.Environment["TERM"] = "xterm";
        start.Environment.Remove("NO_COLOR");
        using var terminal = Process.Start(start)!;
        using var patience = new Timer(_ => terminal.Kill(entireProcessTree: true), null, Patience, Timeout.InfiniteTimeSpan);
        var said = new StringBuilder();
        var letters = new char[1024];
        var isTold = false;
        int count;
        while ((count = terminal.StandardOutput.Read(letters)) > 0)
        {
            said.Append(letters, 0, count);
            if (isTold || !until.IsMatch(said.ToString()))
                continue;
            isTold = true;
            terminal.StandardInput.Write('\x03');
            terminal.StandardInput.Flush();
        }

        isTold.ShouldBeTrue(said.ToString());
        return said.ToString();
    }
}
