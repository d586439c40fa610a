using System.CommandLine;
using Analytics.Cli;

namespace Analytics.Tests.Cli;

/// <summary>Help, wrong usage and headings in Chinese, where that is asked for.</summary>
public sealed class ChineseTests
{
    [Fact]
    public void Every_description_that_help_shows_has_a_chinese_one()
    {
        var root = CommandLine.Root(new CommonOptions(), NoConsole.Entry, null, _ => Language.Zh);
        var texts = root.Subcommands.Append<Command>(root).SelectMany(c => Described(c).Append(c.Description)).OfType<string>();
        texts.Where(t => t.Length > 0 && t != "SQL" && HelpZh.Of(t) == t).Distinct().ShouldBeEmpty();

        static IEnumerable<string?> Described(Command command) =>
            command.Options.Select(o => o.Description).Concat(command.Arguments.Select(a => a.Description));
    }

    [Theory]
    [InlineData("Unrecognized command or argument 'nonsense'.", "没有这个命令或参数“nonsense”。")]
    [InlineData("Required argument 'NAME' missing for command: 'run'.", "命令 run 缺少参数 NAME。")]
    [InlineData("Required argument missing for option: '--param'.", "选项 --param 缺少值。")]
    [InlineData("Option '--kind' expects a single argument but 2 were provided.", "选项 --kind 只能给一个值，给了 2 个。")]
    [InlineData(
        "Cannot parse argument 'x' for option '--max-rows' as expected type 'System.Nullable`1[System.Int64]'.",
        "选项 --max-rows 的值“x”不对，应是整数。"
    )]
    [InlineData("--lang fr: expected one of zh, en.", "--lang fr：应是zh、en 之一。")]
    [InlineData("--param x: expected name=value.", "--param x：应是名称=值。")]
    [InlineData("Something new.", "用法不对：Something new.")]
    public void Wrong_usage_is_said_in_chinese(string english, string zh) => UsageErrorZh.Of(english).ShouldBe(zh);

    [Fact]
    public void Help_is_chinese_where_it_is_asked_for_and_english_else()
    {
        var zh = AnalyticsProcess.Run("run", "--help", "--lang", "zh");
        (zh.ExitCode, zh.Error).ShouldBe((0, ""));
        zh.Output.ShouldContain("用法：\n  analytics run <NAME> [选项]\n");
        zh.Output.ShouldContain("运行预设查询");
        zh.Output.ShouldContain("--param <k=v>");
        zh.Output.ShouldNotContain("Description");
        AnalyticsProcess.Run("run", "--help").Output.ShouldContain("Run a canned query");
        AnalyticsProcess.Run("--help", "--lang", "zh").Output.ShouldContain("命令：");
    }

    [Fact]
    public void Wrong_usage_is_said_in_the_language_asked_for()
    {
        var run = AnalyticsProcess.Run("run", "--lang", "zh");
        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain("命令 run 缺少参数 NAME。");
        run.Error.ShouldContain("用法见 analytics run --help。");
    }

    [Fact]
    public void A_table_for_people_has_chinese_headings_and_scripts_keep_the_names()
    {
        string[] query = ["run", "education/county", "--param", "county=万山", "--lang", "zh"];
        AnalyticsProcess.Run(query).Output.Split('\n')[0].ShouldStartWith("地点   │ 地点（英文）     │ 县     │");
        AnalyticsProcess.Run([.. query, "--format", "csv"]).Output.ShouldStartWith("place_zh,place_en,county_zh,county_en,");
        AnalyticsProcess.Run([.. query, "--format", "csv", "--headings"]).Output.ShouldStartWith("地点,地点（英文）,县,县（英文）,");
        AnalyticsProcess.Run([.. query, "--format", "json", "--headings"]).Output.ShouldContain("\"县\":\"万山区\"");
        AnalyticsProcess.Run("query", "SELECT 1 AS place_zh", "--lang", "zh").Output.ShouldStartWith("place_zh");
    }
}
