using System.Diagnostics;
using Analytics.Engine.Sessions;

namespace Analytics.Tests.Cli;

/// <summary>
/// Runs that are killed, disks that are full, inputs that vanish, and two that write the same file: a target is old or whole.
/// </summary>
[Trait("Category", "Program")]
public sealed class FaultTests : IDisposable
{
    private const string Old = "what was there before";
    private const string Endless = "SELECT i, md5(i::VARCHAR) AS m FROM range(2000000000) AS t(i)";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("csv")]
    [InlineData("tsv")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("md")]
    [InlineData("parquet")]
    public void Rows_whose_writing_is_killed_leave_the_old_file_and_the_next_run_tidies(string ending)
    {
        var target = _folder.File("out." + ending, Old);
        var random = new Random(ending.Length + ending[0]);
        for (var round = 0; round < 2; round++)
        {
            using var process = AnalyticsProcess.Start("query", Endless, "-o", target, "--force");
            var enough = random.Next(1, 3_000_000);
            Until(process, () => Parts().Any(p => Length(p) >= enough));
            process.Kill();
            process.WaitForExit();
            File.ReadAllText(target).ShouldBe(Old);
        }

        AnalyticsProcess.Run("query", "SELECT 1 AS a", "-o", _folder.File("next.csv")).ExitCode.ShouldBe(0);
        Parts().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("png", "IEND", "chart", "education/qualification_enrolment")]
    [InlineData("svg", "</svg>", "chart", "education/qualification_enrolment")]
    [InlineData("pdf", "%%EOF", "chart", "education/qualification_enrolment")]
    [InlineData("html", "</html>", "page", "compare")]
    public void Pictures_and_pages_whose_writing_is_killed_are_old_or_whole(string ending, string end, params string[] command)
    {
        var target = _folder.File("out." + ending, Old);
        var watch = Stopwatch.StartNew();
        AnalyticsProcess.Run([.. command, "-o", _folder.File("whole." + ending)]).ExitCode.ShouldBe(0);
        var whole = watch.Elapsed;
        var random = new Random(ending[0]);
        for (var round = 0; round < 4; round++)
        {
            using var process = AnalyticsProcess.Start([.. command, "-o", target, "--force"]);
            // At any moment: what is waited for is none.
            process.WaitForExit(whole * random.NextDouble());
            process.Kill();
            process.WaitForExit();
            var text = File.ReadAllText(target);
            (text == Old || text.Contains(end, StringComparison.Ordinal)).ShouldBeTrue();
        }
    }

    [Fact]
    public void A_full_disk_is_said_and_leaves_nothing_half_there()
    {
        string[] endings = ["csv", "tsv", "json", "jsonl", "md", "parquet", "png", "pdf"];
        // In a name space of its own anybody may have a disk of a few pages; where that is not allowed, there is nothing to fill.
        using (var allowed = Start("unshare -rm true"))
        {
            allowed.WaitForExit();
            if (allowed.ExitCode != 0)
                return;
        }

        var runs = endings.Select(e =>
            e is "png" or "pdf"
                ? $"{AnalyticsProcess.Program} chart education/qualification_enrolment -o $D/x.{e}; echo {e} $?; ls -A $D"
                : $"{AnalyticsProcess.Program} query 'SELECT i, md5(i::TEXT) FROM range(20000) t(i)' -o $D/x.{e}; echo {e} $?; ls -A $D"
        );
        var script = $"D={_folder.Path}; mount -t tmpfs -o size=16k tmpfs $D; {string.Join("; ", runs)}";
        var (output, errors) = Said($"unshare -rm sh -c \"{script.Replace("$", "\\$")}\"");
        output.ShouldBe(string.Concat(endings.Select(e => $"{e} 1\n")));
        var full = errors.Split('\n').Count(l => l.Contains("No space left", StringComparison.Ordinal));
        full.ShouldBe(endings.Length, errors);
    }

    [Fact]
    public void An_input_that_vanishes_is_named()
    {
        var input = _folder.File("mine.csv", "a\n1\n");
        using var session = AnalyticsSession.Open(new SessionOptions(Home.Find(Repository.Root), [input], Memory: "200MB"));
        session.Run("SELECT count(*) FROM mine").Dispose();
        File.Delete(input);
        Should.Throw<DuckDb.DuckDbException>(() => session.Run("SELECT count(*) FROM mine").Dispose()).Message.ShouldContain("mine.csv");
    }

    [Fact]
    public void Of_two_that_write_the_same_file_one_wins_and_it_is_whole()
    {
        var target = _folder.File("out.csv");
        var writers = new[] { "1", "2" }
            .Select(mark =>
                AnalyticsProcess.Start("query", $"SELECT {mark} AS mark FROM range(300000)", "-o", target, "--force", "--quiet")
            )
            .ToList();
        foreach (var writer in writers)
        {
            writer.WaitForExit();
            writer.ExitCode.ShouldBe(0);
            writer.Dispose();
        }

        var lines = File.ReadAllLines(target);
        lines.Length.ShouldBe(300_001);
        lines.Skip(1).Distinct().Count().ShouldBe(1);
        Parts().ShouldBeEmpty();
    }

    private IEnumerable<string> Parts() => Directory.EnumerateFiles(_folder.Path, "*.part");

    private static long Length(string path)
    {
        try
        {
            return new FileInfo(path).Length;
        }
        catch (FileNotFoundException)
        {
            return 0;
        }
    }

    private static void Until(Process process, Func<bool> holds)
    {
        while (!holds())
        {
            process.HasExited.ShouldBeFalse(process.HasExited ? process.StandardError.ReadToEnd() : "");
            Thread.Sleep(5);
        }
    }

    private static (string Output, string Errors) Said(string command)
    {
        using var process = Start(command);
        var errors = process.StandardError.ReadToEndAsync();
        return (process.StandardOutput.ReadToEnd(), errors.GetAwaiter().GetResult());
    }

    private static Process Start(string command) =>
        Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", command])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Repository.Root,
            }
        )!;
}
