using System.CommandLine;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Analytics.Cli;
using Analytics.Engine;

namespace Analytics.Tests.Cli;

/// <summary>Help and the manual page: both languages, from the declarations, with examples that work.</summary>
public sealed partial class HelpTests : IDisposable
{
    private static readonly RootCommand Root = CommandLine.Root(new CommonOptions(), NoConsole.Entry, null, _ => Language.En);

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Commands => [.. Root.Subcommands.Where(c => !c.Hidden).Select(c => c.Name)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_has_examples_that_are_no_wrong_usage(string command)
    {
        CommandExamples.Of(command).ShouldNotBeEmpty();
        foreach (var example in CommandExamples.Of(command))
        {
            example.Purpose.Zh.ShouldContain(c => c > 0x2E80);
            example.Line.ShouldContain(command);
            foreach (var words in Typed(example.Line))
                Root.Parse(words).Errors.ShouldBeEmpty(example.Line);
        }
    }

    [FontFact]
    public void Examples_do_what_they_say()
    {
        if (OperatingSystem.IsWindows())
            return; // they are for a POSIX shell
        _folder.File("mine.csv", "county,n\n思南县,1\n松桃,2\n");
        _folder.File("mine.sql", "SELECT range AS n FROM range($n::BIGINT)");
        _folder.File("own.csv", "name,n\na,3\nb,4\n");
        foreach (var example in Root.Subcommands.SelectMany(c => CommandExamples.Of(c.Name)).Where(e => MayRun(e.Line)))
        {
            var (code, error) = Bash(example.Line);
            code.ShouldBe(0, $"{example.Line}\n{error}");
        }

        File.ReadLines(_folder.File("anchors.jsonld")).ShouldNotBeEmpty();
        Directory.GetFiles(_folder.Path, "*.docx").Length.ShouldBe(10);
    }

    [Theory]
    [InlineData("", "Usage:\n  analytics [command] [options]\n", "Exit codes:\n  0 ")]
    [InlineData("run", "Usage:\n  analytics run <NAME> [options]\n", "Examples:\n  # everything on one county\n  analytics run ")]
    [InlineData("chart", "--allow <CODE,…>", "Options of every command:\n  --home <DIR> ")]
    [InlineData("query", "-h, -?, --help ", "--fail-if-empty ")]
    public void Help_is_short_lines_of_what_is_declared(string command, params string[] parts)
    {
        var run = AnalyticsProcess.Run([.. command.Length > 0 ? [command] : Array.Empty<string>(), "--help"]);
        (run.ExitCode, run.Error).ShouldBe((0, ""));
        foreach (var part in parts)
            run.Output.ShouldContain(part);
        run.Output.ShouldNotContain("/?");
        // What may be chosen of is completion's to say.
        run.Output.ShouldNotContain("overview/county|");
    }

    [Theory]
    [InlineData("en", "COMMANDS", "EXIT STATUS", "ENVIRONMENT")]
    [InlineData("zh", "命令", "退出码", "环境变量")]
    public void The_manual_page_has_every_command_option_and_exit_code(string language, params string[] sections)
    {
        var run = AnalyticsProcess.Run("man", "--lang", language);
        (run.ExitCode, run.Error).ShouldBe((0, ""));
        var lines = run.Output.TrimEnd('\n').Split('\n');
        foreach (var section in sections)
            lines.ShouldContain($".SH {section}");
        foreach (var command in Root.Subcommands.Where(c => !c.Hidden))
        {
            lines.ShouldContain($".SS {command.Name.Replace("-", "\\-")}");
            foreach (var option in command.Options.Concat(Root.Options).Where(o => !o.Hidden))
                run.Output.ShouldContain(option.Name.Replace("-", "\\-"));
        }

        lines.Where(l => l.StartsWith('.')).ShouldAllBe(l => Request().IsMatch(l));
        lines.ShouldAllBe(l => l.Length > 0 && !l.StartsWith('\''));
        lines.Count(l => l == ".nf").ShouldBe(lines.Count(l => l == ".fi"));
        foreach (var (codes, _) in ExitCode.All)
            run.Output.ShouldContain($"\\fB{codes}\\fR\n");
    }

    [Fact]
    public void The_manual_has_the_exit_codes_that_there_are()
    {
        var manual = File.ReadAllText(Path.Combine(Repository.Root, ".readme", "manual.md"));
        foreach (var (codes, meaning) in ExitCode.All)
            manual.ShouldContain($"| {codes} | {Regex.Replace(meaning.En, "--[a-z-]+", "`$0`")} |");
    }

    /// <summary>The commands of this program in a line of a shell, without their name.</summary>
    private static IEnumerable<string[]> Typed(string line) =>
        line.Split(["|", ">", "<(", ")"], StringSplitOptions.TrimEntries)
            .Where(part => part.StartsWith("analytics ", StringComparison.Ordinal) && !part.Contains("place_id("))
            .Select(part => ShellText.Words(part)[1..]);

    /// <summary>Not what changes the shipped data, what another program shows, nor what does not end by itself.</summary>
    private static bool MayRun(string line) =>
        line is not "analytics build"
        && !line.StartsWith("man ", StringComparison.Ordinal)
        && !line.EndsWith(" --watch", StringComparison.Ordinal);

    private (int Code, string Error) Bash(string line)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"analytics() {{ \"$0\" \"$@\"; }}; {line}", AnalyticsProcess.Program])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.Path,
        };
        start.Environment["ANALYTICS_HOME"] = Repository.Root;
        using var bash = Process.Start(start)!;
        var error = bash.StandardError.ReadToEndAsync();
        bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();
        return (bash.ExitCode, error.Result);
    }

    [GeneratedRegex(@"^\.(TH|SH|SS|TP|PP|br|nf|fi|RS|RE)( |$)|^\.\\"" ")]
    private static partial Regex Request();
}
