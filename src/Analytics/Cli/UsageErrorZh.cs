using System.Text.RegularExpressions;

namespace Analytics.Cli;

/// <summary>What the parser of the command line finds wrong, in Chinese. Its own sentences are English and take no other
/// language.</summary>
internal static partial class UsageErrorZh
{
    private static readonly (Regex English, string Zh)[] Sentences =
    [
        (Unrecognized(), "没有这个命令或参数“$1”。"),
        (ArgumentMissing(), "命令 $2 缺少参数 $1。"),
        (ValueMissing(), "选项 $1 缺少值。"),
        (OptionMissing(), "缺少选项 $1。"),
        (NoCommand(), "请给出命令。"),
        (OnlyOne(), "选项 $1 只能给一个值，给了 $2 个。"),
        (OptionType(), "选项 $2 的值“$1”不对，应是$3。"),
        (ArgumentType(), "命令 $2 的参数“$1”不对，应是$3。"),
        (AnyType(), "“$1”不对，应是$2。"),
        (Expected(), "$1：应是$2。"),
    ];

    private static readonly Dictionary<string, string> Things = new()
    {
        ["System.Int32"] = "整数",
        ["System.Int64"] = "整数",
        ["System.Double"] = "数值",
        ["System.Nullable`1[System.Int64]"] = "整数",
        ["System.Nullable`1[System.Double]"] = "数值",
        ["caveat codes"] = "提醒的代码",
        ["a whole number from 0 up"] = "不小于 0 的整数",
        ["a number of seconds above 0"] = "大于 0 的秒数",
        ["name=value"] = "名称=值",
    };

    /// <summary>The sentence in Chinese; one that is not known with its English.</summary>
    public static string Of(string message)
    {
        foreach (var (english, zh) in Sentences)
        {
            if (english.Match(message) is { Success: true } match)
                return match.Result(zh.Replace("$2。", Thing(match, 2) + "。").Replace("$3。", Thing(match, 3) + "。"));
        }

        return $"用法不对：{message}";
    }

    private static string Thing(Match match, int group)
    {
        var thing = match.Groups[group].Value;
        var zh =
            Things.GetValueOrDefault(thing)
            ?? (thing.StartsWith("one of ", StringComparison.Ordinal) ? thing["one of ".Length..].Replace(", ", "、") + " 之一" : thing);
        return zh.Replace("$", "$$", StringComparison.Ordinal);
    }

    [GeneratedRegex("^Unrecognized command or argument '(.*)'\\.$", RegexOptions.Singleline)]
    private static partial Regex Unrecognized();

    [GeneratedRegex("^Required argument '(.*)' missing for command: '(.*)'\\.$")]
    private static partial Regex ArgumentMissing();

    [GeneratedRegex("^Required argument missing for option: '(.*)'\\.$")]
    private static partial Regex ValueMissing();

    [GeneratedRegex("^Option '(.*)' is required\\.$")]
    private static partial Regex OptionMissing();

    [GeneratedRegex("^Required command was not provided\\.$")]
    private static partial Regex NoCommand();

    [GeneratedRegex("^Option '(.*)' expects a single argument but (\\d+) were provided\\.$")]
    private static partial Regex OnlyOne();

    [GeneratedRegex("^Cannot parse argument '(.*)' for option '(.*)' as expected type '(.*)'\\.$", RegexOptions.Singleline)]
    private static partial Regex OptionType();

    [GeneratedRegex("^Cannot parse argument '(.*)' for command '(.*)' as expected type '(.*)'\\.$", RegexOptions.Singleline)]
    private static partial Regex ArgumentType();

    [GeneratedRegex("^Cannot parse argument '(.*)' as expected type '(.*)'\\.$", RegexOptions.Singleline)]
    private static partial Regex AnyType();

    [GeneratedRegex("^(--\\S+ .*): expected (.*)\\.$", RegexOptions.Singleline)]
    private static partial Regex Expected();
}
