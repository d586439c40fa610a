using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Analytics.Cli;
using Analytics.Engine.Sessions;

namespace Analytics.Tests.Cli;

/// <summary>A command that runs again when its files are written.</summary>
[Trait("Category", "Program")]
public sealed partial class WatchTests : IDisposable
{
    private const int Interrupt = 2,
        Terminate = 15;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_replaced_after_each_change_and_an_error_ends_nothing()
    {
        var (data, sql, output) = (
            _folder.File("x.csv", "n\n1\n"),
            _folder.File("q.sql", "SELECT sum(n) AS s FROM x"),
            _folder.File("out.csv")
        );
        using var watch = Watching.Start("query", "-f", sql, "--open", data, "-o", output, "--watch");
        watch.Until(() => Text(output) == "s\n1\n");
        // As editors save: another file takes the name.
        File.Move(_folder.File("x.csv.new", "n\n5\n"), data, overwrite: true);
        watch.Until(() => Text(output) == "s\n5\n");
        File.WriteAllText(sql, "SELECT sum(wrong) AS s FROM x");
        watch.Until(() => watch.Said.Contains("\"wrong\" not found", StringComparison.Ordinal));
        File.WriteAllText(sql, "SELECT sum(n) + 1 AS s FROM x");
        watch.Until(() => Text(output) == "s\n6\n");
        File.Delete(data);
        File.WriteAllText(data, "n\n7\n");
        watch.Until(() => Text(output) == "s\n8\n");
        watch.End(Interrupt, exitCode: 130);
        watch.Said.ShouldContain("exit code 1");
        watch.Said.ShouldEndWith("Interrupted.\n");
    }

    [Theory]
    [InlineData("en", @"— \d\d:\d\d:\d\d ran in \d+\.\d s; watching datapackage.json, x.csv —\n", " x.csv changed; ran in ")]
    [InlineData("zh", @"— \d\d:\d\d:\d\d 运行 \d+\.\d 秒；监视 datapackage.json、x.csv —\n", " x.csv 有改动；运行 ")]
    public void Runs_print_one_after_another_and_a_line_of_the_other_stream_parts_them(string language, string first, string second)
    {
        var data = _folder.File("x.csv", "n\n1\n");
        using var watch = Watching.Start("query", "FROM x", "--open", data, "--format", "csv", "--watch", "--lang", language);
        watch.Until(() => watch.Printed == "n\n1\n" && watch.Said.EndsWith('\n'));
        watch.Said.ShouldMatch(first);
        File.WriteAllText(data, "n\n2\n");
        watch.Until(() => watch.Said.Contains(second, StringComparison.Ordinal));
        watch.End(Terminate, exitCode: 143);
        watch.Printed.ShouldBe("n\n1\nn\n2\n");
    }

    [Fact]
    public void A_canned_query_the_built_data_and_a_file_that_a_statement_names_are_watched()
    {
        const string Header = "/*---\ntitle: {zh: 题, en: T}\nsummary: {zh: 述, en: S}\n---*/\n";
        var query = _folder.File("queries/t/one.sql", Header + "SELECT 1 AS a\n");
        var package = _folder.File("data/datapackage.json", "{}");
        string[] rest = ["--home", _folder.Path, "--format", "csv", "--no-header", "--watch"];
        using (var watch = Watching.Start(["run", "t/one", .. rest]))
        {
            watch.Until(() => watch.Printed == "1\n");
            File.WriteAllText(query, Header + "SELECT 20 AS a\n");
            watch.Until(() => watch.Printed == "1\n20\n");
            watch.End(Interrupt, exitCode: 130);
        }

        var (named, opened) = (_folder.File("named.csv", "n\n1\n"), _folder.File("opened.csv", "n\n1\n"));
        using (var watch = Watching.Start(["query", $"SELECT a.n, b.n FROM '{named}' AS a, open_file('{opened}') AS b", .. rest]))
        {
            watch.Until(() => watch.Printed == "1,1\n");
            File.WriteAllText(named, "n\n20\n");
            watch.Until(() => watch.Printed == "1,1\n20,1\n");
            File.WriteAllText(opened, "n\n30\n");
            watch.Until(() => watch.Printed == "1,1\n20,1\n20,30\n");
            File.WriteAllText(package, "{ }");
            watch.Until(() => watch.Printed == "1,1\n20,1\n20,30\n20,30\n");
            watch.End(Interrupt, exitCode: 130);
        }
    }

    [FontFact]
    public void A_picture_is_drawn_again_and_is_that_of_the_command_without_a_watch()
    {
        var (data, picture, sidecar) = (_folder.File("own.csv", "k,v\na,1\n"), _folder.File("own.svg"), _folder.File("own.json"));
        string[] chart = ["chart", "--sql", "SELECT k, v FROM own", "--open", data, "--kind", "bar", "-o", picture, "--sidecar", sidecar];
        using (var watch = Watching.Start([.. chart, "--watch"]))
        {
            watch.Until(() => watch.Said.Contains("watching", StringComparison.Ordinal));
            File.WriteAllText(data, "k,v\na,1\nb,2\n");
            watch.Until(() => watch.Said.Contains("own.csv changed", StringComparison.Ordinal));
            watch.End(Interrupt, exitCode: 130);
        }

        var watched = (Text(picture), Text(sidecar));
        AnalyticsProcess.Run([.. chart, "--force"]).ExitCode.ShouldBe(0);
        (Text(picture), Text(sidecar)).ShouldBe(watched);
    }

    [Fact]
    public void A_page_is_written_again_when_its_file_or_its_data_are_mended()
    {
        var data = _folder.File("mine.csv", "who,n\na,1\nb,2\n");
        string[] home = ["--home", _folder.Path, "--data", Path.Combine(Repository.Root, "data")];
        _folder.File("queries/none/readme.txt", "");
        var proposed = AnalyticsProcess.RunWith(_folder.File("config.yaml"), ["page", "--new", data, .. home]);
        proposed.ExitCode.ShouldBe(0, proposed.Error);
        foreach (var kind in new[] { "pages", "models" })
        {
            Directory.CreateDirectory(_folder.File($"queries/{kind}"));
            File.Move(_folder.File($"{kind}/mine.yaml"), _folder.File($"queries/{kind}/mine.yaml"));
        }

        var page = _folder.File("queries/pages/mine.yaml");
        var good = File.ReadAllText(page);
        File.WriteAllText(page, good.Replace("title:", "ttle:", StringComparison.Ordinal));
        var output = _folder.File("mine.md");
        using var watch = Watching.Start(["page", "mine", "-o", output, "--watch", .. home]);
        watch.Until(() => watch.Said.Contains("ended with exit code 3", StringComparison.Ordinal));
        File.WriteAllText(page, good);
        watch.Until(() => File.Exists(output));
        File.WriteAllText(data, "who,n\na,1\nb,4321\n");
        watch.Until(() =>
            Text(output).Contains("4321", StringComparison.Ordinal) || Text(output).Contains("4,321", StringComparison.Ordinal)
        );
        watch.End(Interrupt, exitCode: 130);
    }

    [Fact]
    public void A_report_is_made_again_with_its_manifest()
    {
        const string Head = "report: r\ntitle: {zh: 题, en: T}\nparts:\n";
        var (report, output) = (_folder.File("r.yaml", Head + "  - sql: SELECT 111 AS a\n"), _folder.File("out"));
        using (var watch = Watching.Start("report", report, "-o", output, "--watch"))
        {
            watch.Until(() => watch.Said.Contains("watching", StringComparison.Ordinal));
            File.WriteAllText(report, Head + "  - sql: SELECT 22222 AS a\n");
            watch.Until(() => watch.Said.Contains("r.yaml changed", StringComparison.Ordinal));
            watch.End(Interrupt, exitCode: 130);
        }

        Text(Path.Combine(output, "r.html")).ShouldContain("22222");
        AnalyticsProcess.Run("verify", output).ExitCode.ShouldBe(0);
        var again = AnalyticsProcess.Run("report", report, "-o", output, "--watch");
        (again.ExitCode, again.Error).ShouldBe((1, $"{Path.Combine(output, "manifest.json")}: exists already. Option: --force.\n"));
    }

    [Fact]
    public void Only_files_of_its_own_are_replaced()
    {
        var (sql, output) = (_folder.File("q.sql", "SELECT wrong"), _folder.File("out.csv"));
        using (var watch = Watching.Start("query", "-f", sql, "-o", output, "--watch"))
        {
            watch.Until(() => watch.Said.Contains("exit code 1", StringComparison.Ordinal));
            File.WriteAllText(output, "mine");
            File.WriteAllText(sql, "SELECT 1 AS a");
            watch.Until(() => watch.Said.Contains("out.csv: exists already", StringComparison.Ordinal));
            watch.End(Interrupt, exitCode: 130);
        }

        Text(output).ShouldBe("mine");
        var run = AnalyticsProcess.Run("query", "-f", sql, "-o", output, "--watch");
        (run.ExitCode, run.Error).ShouldBe((1, $"{output}: exists already. Option: --force.\n"));
    }

    [Theory]
    [InlineData("standard input can be read only once", "query", "-")]
    [InlineData("/dev/stdin can be read only once", "query", "-f", "/dev/stdin")]
    [InlineData("a watch has no time limit", "query", "SELECT 1", "--timeout", "5")]
    [InlineData("Give either --list or --watch", "page", "--list")]
    [InlineData("Give either --list or --watch", "report", "--list")]
    [InlineData("No canned query is called", "run", "no/such")]
    [InlineData("no such file", "query", "FROM x", "--open", "no-such.csv")]
    public void What_no_change_of_a_file_mends_is_wrong_usage_at_once(string message, params string[] command)
    {
        if (command.Contains("/dev/stdin") && OperatingSystem.IsWindows())
            return;
        var run = AnalyticsProcess.Run([.. command, "--watch"]);
        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain(message);
        AnalyticsProcess.Run([.. command, "--watch", "--lang", "zh"]).Error.ShouldContain(c => c > 0x2E80);
    }

    [Fact]
    public void An_output_that_is_read_would_never_end()
    {
        var data = _folder.File("x.csv", "n\n1\n");
        var run = AnalyticsProcess.Run("query", "FROM x", "--open", data, "-o", data, "--force", "--watch");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("both read and written");
        Text(data).ShouldBe("n\n1\n");
    }

    [Fact]
    public void A_script_depends_on_what_it_reads_and_not_on_what_it_also_writes() =>
        ReadFiles
            .PathsIn(
                "COPY (FROM 'b.csv') TO 'c.csv'; FROM 'c.csv' JOIN read_csv('/a.csv') JOIN 'b.csv' JOIN open_file('/d.xlsx#1月!A1:B2')"
            )
            .ShouldBe([Path.GetFullPath("b.csv"), "/a.csv", "/d.xlsx"]);

    [Fact]
    public void A_link_has_the_stamp_of_its_file()
    {
        if (OperatingSystem.IsWindows())
            return; // links take a right there
        var file = _folder.File("a.csv", "1");
        var link = _folder.File("link.csv");
        File.CreateSymbolicLink(link, file);
        FileStamp.Of(link).ShouldBe(FileStamp.Of(file));
        File.WriteAllText(file, "12");
        FileStamp.Of(link)!.Value.Length.ShouldBe(2);
        File.Delete(file);
        FileStamp.Of(link).ShouldBeNull();
        FileStamp.Of(file).ShouldBeNull();
    }

    private static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }

    /// <summary>The program at its watch.</summary>
    private sealed partial class Watching : IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

        private readonly Process _process;
        private readonly StringBuilder _printed = new(),
            _said = new();
        private readonly Task[] _readers;

        private Watching(Process process)
        {
            _process = process;
            process.StandardInput.Close();
            _readers = [Read(process.StandardOutput, _printed), Read(process.StandardError, _said)];
        }

        public static Watching Start(params string[] arguments) => new(AnalyticsProcess.StartHearingSignals(arguments));

        /// <summary>What it wrote to standard output so far.</summary>
        public string Printed => Of(_printed);

        /// <summary>What it wrote to standard error so far.</summary>
        public string Said => Of(_said);

        /// <summary>Waits for a state, as long as the program could still bring it about.</summary>
        public void Until(Func<bool> holds)
        {
            var begin = Stopwatch.GetTimestamp();
            while (!holds())
            {
                _process.HasExited.ShouldBeFalse(Said);
                Stopwatch.GetElapsedTime(begin).ShouldBeLessThan(Patience, $"{Printed}\n{Said}");
                Thread.Sleep(20);
            }
        }

        public void End(int signal, int exitCode)
        {
            if (OperatingSystem.IsWindows())
                return; // no POSIX signals there
            kill(_process.Id, signal).ShouldBe(0);
            _process.WaitForExit(Patience).ShouldBeTrue();
            Task.WaitAll(_readers, Patience).ShouldBeTrue();
            _process.ExitCode.ShouldBe(exitCode, Said);
        }

        public void Dispose()
        {
            if (!_process.HasExited)
                _process.Kill();
            _process.Dispose();
        }

        private static Task Read(StreamReader from, StringBuilder to) =>
            Task.Run(() =>
            {
                var letters = new char[1024];
                int count;
                while ((count = from.Read(letters)) > 0)
                {
                    lock (to)
                        to.Append(letters, 0, count);
                }
            });

        private static string Of(StringBuilder text)
        {
            lock (text)
                return text.ToString();
        }

        [LibraryImport("libc")]
        private static partial int kill(int process, int signal);
    }
}
