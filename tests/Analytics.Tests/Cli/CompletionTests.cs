using System.CommandLine;
using System.Diagnostics;
using Analytics.Cli;
using Analytics.Cli.Completion;

namespace Analytics.Tests.Cli;

/// <summary>What may stand at the end of a command line, as the program says it and as bash takes it.</summary>
public sealed class CompletionTests
{
    private static readonly CommonOptions Options = new();

    private static readonly RootCommand Root = CommandLine.Root(Options, NoConsole.Entry, null, _ => Language.En);

    [Theory]
    [InlineData("analytics ru", "run")]
    [InlineData("analytics sug", "")]
    [InlineData("analytics run", "run")]
    [InlineData("analytics query 'a b' --form", "--format")]
    [InlineData("analytics query --format csv --form", "")]
    [InlineData("analytics query --param a=1 --para", "--param")]
    [InlineData("analytics query --format js", "json jsonl")]
    [InlineData("analytics query --format=js", "--format=json --format=jsonl")]
    [InlineData("analytics query --format \"js", "json jsonl")]
    [InlineData("analytics --lang ", "zh en")]
    [InlineData("analytics query -o ", "")]
    [InlineData("analytics chart x --kind sta", "stacked-bar")]
    [InlineData("analytics chart x --style ", "light dark")]
    [InlineData("analytics query x --strict unit,mo", "unit,modality")]
    [InlineData("analytics query x --strict unit,unit", "")]
    [InlineData("analytics report monthly --format html,d", "html,docx")]
    [InlineData("analytics list tables q", "")]
    [InlineData("analytics completion ", "bash zsh fish powershell")]
    [InlineData("analytics", "")]
    [InlineData("", "")]
    public void The_end_of_a_line_is_what_the_declarations_let_stand_there(string line, string words) =>
        Words(line).ShouldBe(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("run education/sh", "education/shares")]
    [InlineData("chart education/sh", "education/shares")]
    [InlineData("evidence --run education/sh", "education/shares")]
    [InlineData("describe fig", "figures figure_pair figure_standing")]
    [InlineData("report mon", "monthly")]
    [InlineData("page comp", "compare")]
    [InlineData("run overview/county --param co", "county=")]
    [InlineData("run overview/county --param county=石 --param co", "")]
    [InlineData("run overview/county --param county=思", "county=思南县 county=思南")]
    [InlineData("evidence --run overview/county --param county=Sinan", "county=Sinan", "county=Sinan County")]
    [InlineData("run training/coverage --param ", "")]
    [InlineData("run no/such --param ", "")]
    [InlineData("report monthly --each ", "county")]
    [InlineData("report monthly --param county=石", "county=石阡县 county=石阡")]
    [InlineData("page compare --param prop", "property=")]
    [InlineData("page compare --param property=headcount_", "property=headcount_per_village_community")]
    [InlineData("chart training/coverage --x county_", "county_zh county_en county_level")]
    [InlineData("chart --sql \"SELECT 1 AS 甲, 2 AS b\" --y ", "甲 b")]
    public void What_the_home_has_is_offered(string line, params string[] words) =>
        Words($"analytics --home '{Repository.Root}' {line}")
            .ShouldBe(words is [var one] ? one.Split(' ', StringSplitOptions.RemoveEmptyEntries) : words);

    [Fact]
    public void Every_word_is_described_in_the_language_of_the_line()
    {
        Described("analytics --lang zh ru").ShouldBe("运行预设查询");
        Described("analytics --lang en ru").ShouldBe("Run a canned query");
        var home = $"--home '{Repository.Root}'";
        Described($"analytics run {home} --lang zh education/sh").ShouldBe("学历比例与基数");
        Described($"analytics run {home} --lang en overview/county --param county=思南县").ShouldBe("Sinan County");
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("powershell")]
    public void Each_shell_has_a_script_that_asks_the_program(string shell)
    {
        var run = AnalyticsProcess.Run("completion", shell);
        (run.ExitCode, run.Error, run.Output).ShouldBe((0, "", ShellScripts.All[shell]));
        run.Output.ShouldContain("suggest -- ");
        run.Output.ShouldNotContain("\r");
        run.Output.ShouldEndWith("\n");
        AnalyticsProcess.Run("completion", "csh").ExitCode.ShouldBe(2);
    }

    [Fact]
    public void Whoever_types_gets_no_message_but_nothing_to_choose()
    {
        AnalyticsProcess.Run("suggest", "analytics run --home /no/such/folder ").ShouldBe(new Outcome(0, "", ""));
        AnalyticsProcess.Run("suggest", "analytics chart --sql 'SELECT foo' --x ").ShouldBe(new Outcome(0, "", ""));
        AnalyticsProcess.Run("suggest", "analytics run x --nonsense --param a=").ShouldBe(new Outcome(0, "", ""));
        AnalyticsProcess.Run("--help").Output.ShouldNotContain("suggest");
        AnalyticsProcess.Run("--help", "--lang", "zh").Output.ShouldNotContain("suggest");
    }

    [Theory]
    [InlineData("analytics ru", "run")]
    [InlineData("analytics run overview/county_", "overview/county_by_theme")]
    [InlineData("analytics run overview/county --param co", "county=")]
    [InlineData("analytics run overview/county --param county=思", "思南县 思南")]
    [InlineData("analytics run overview/county --param 'county=思", "county=思南县 county=思南")]
    [InlineData("analytics query --format=js", "json jsonl")]
    [InlineData("analytics run overview/county --param county=Sinan\\ C", "Sinan\\ County")]
    public void Bash_replaces_its_word_by_what_is_offered(string line, string replies)
    {
        if (OperatingSystem.IsWindows())
            return; // no bash there
        Bash(line).ShouldBe(replies);
    }

    private static IEnumerable<string> Words(string line) => CommandCompletion.Of(Root, line, (_, text) => text ?? "").Select(o => o.Label);

    private static string? Described(string line) =>
        CommandCompletion
            .Of(Root, line, (parsed, text) => Options.LanguageOf(parsed) == Language.Zh ? HelpZh.Of(text) : text ?? "")
            .ShouldHaveSingleItem()
            .Detail;

    /// <summary>What bash's function makes of a line, given what readline would hand it.</summary>
    private static string Bash(string line)
    {
        const string Script = """
            source <("$1" completion bash)
            mapfile -t COMP_WORDS < <(printf '%s' "$2" | sed 's/\([=:]\)/\n\1\n/g; s/ /\n/g')
            COMP_WORDS[0]="$1"
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_LINE="$2" COMP_POINT=${#2}
            _analytics
            echo "${COMPREPLY[*]}"
            """;
        var start = new ProcessStartInfo("bash", ["-c", Script, "bash", AnalyticsProcess.Program, line])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.Root,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var bash = Process.Start(start)!;
        var output = bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();
        return output.TrimEnd('\n');
    }
}
