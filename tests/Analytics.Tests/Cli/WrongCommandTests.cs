using System.CommandLine;
using Analytics.Cli;

namespace Analytics.Tests.Cli;

/// <summary>Command lines that were changed at random: each is understood, or wrong usage with a sentence.</summary>
public class WrongCommandTests
{
    private static readonly string[] Lines =
    [
        "query\nSELECT 1\n--format\ncsv\n--max-rows\n10\n-o\nx.csv\n--force\n--lang\nzh",
        "query\n-f\na.sql\n--param\na=1\n--timeout\n2.5\n--memory\n500MB\n--open\nmine=a.csv\n--safe\n--quiet",
        "run\neducation/county\n--param\ncounty=万山\n--format\njsonl\n--obs-ids\n--envelope\n--strict",
        "chart\n--sql\nSELECT 1\n--kind\nbar\n--x\nk\n--y\nv\n-o\na.png\n--size\n800x600\n--allow\nunit,level\n--theme\ndark",
        "chart\neducation/qualification_enrolment\n--lang\nzh\n-o\na.pdf\n--title\nt\n--width\n640",
        "page\ncompare\n--param\nproperty=headcount\n--filter\ncounty in (Bijiang, Songtao)\n-o\ncompare.html\n--columns\n80",
        "run\noverview/county\n--each\ncounty\n-o\n{county}.csv\n--fail-if-empty",
        "config\n--memory\n500MB",
        "completion\nbash",
        "evidence\n--sql\nSELECT 1\n--format\nmarkdown",
        "list\ntables",
        "describe\nfigures\n--format\ntsv\n--escape-formulas",
        "check\n--format\njson",
        "build",
        "export-annotations\n-o\na.json",
        "caveats\nage/county",
        "--page\ncounty\n--sql",
    ];

    [Fact]
    public void Every_command_line_is_understood_or_wrong_usage()
    {
        var options = new CommonOptions();
        var root = CommandLine.Root(options, NoConsole.Entry, null, _ => Language.En);
        Mutation.OfTexts("command", 6000, Lines, text => Understood(root, options, text.Split('\n')));
    }

    /// <summary>What a command asks of its line: the value of each option and argument; wrong usage tells of both languages.</summary>
    private static void Understood(RootCommand root, CommonOptions options, string[] line)
    {
        var parsed = root.Parse(line, new ParserConfiguration { ResponseFileTokenReplacer = null });
        foreach (var error in parsed.Errors)
        {
            error.Message.ShouldNotBeEmpty();
            UsageErrorZh.Of(error.Message).ShouldContain(c => c > 0x2E80);
        }

        if (parsed.Errors.Count > 0)
            return;
        try
        {
            options.LanguageOf(parsed);
            // What stands beside a wish for help is not looked at.
            if (parsed.Action is HelpInLanguage)
                return;
            options.Parameters(parsed);
            foreach (var symbol in parsed.CommandResult.Command.Options)
                parsed.GetResult(symbol)?.GetValueOrDefault<object?>();
            foreach (var argument in parsed.CommandResult.Command.Arguments)
                parsed.GetResult(argument)?.GetValueOrDefault<object?>();
        }
        catch (UserException e)
        {
            e.Text.Zh.ShouldContain(c => c > 0x2E80);
        }
    }
}
