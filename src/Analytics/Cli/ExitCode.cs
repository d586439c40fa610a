namespace Analytics.Cli;

/// <summary>What a batch command ends with.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The query or a file failed.</summary>
    public const int Failed = 1;

    /// <summary>The command line, a name or a parameter is wrong.</summary>
    public const int Usage = 2;

    /// <summary>A check or a build found something that must not be.</summary>
    public const int CheckFailed = 3;

    /// <summary>The limit of time or memory was reached.</summary>
    public const int Limit = 4;

    /// <summary>The result has no row, and <c>--fail-if-empty</c> asks to be told.</summary>
    public const int Empty = 5;

    public const int HungUp = 129;
    public const int Interrupted = 130;
    public const int Terminated = 143;

    /// <summary>All with what they mean, for people; those of signals together.</summary>
    public static IReadOnlyList<(string Codes, Localized Meaning)> All { get; } =
    [
        ($"{Done}", new("完成；管道的读者先走了也算", "done; also when the reader of a pipe has gone")),
        ($"{Failed}", new("查询或文件失败", "the query or a file failed")),
        ($"{Usage}", new("用法不对：名称、选项、参数", "wrong usage: a name, an option, a parameter")),
        (
            $"{CheckFailed}",
            new(
                "检查或生成发现严重问题，或 --strict 的提醒成立",
                "a check or a build found something critical, or a caveat of --strict holds"
            )
        ),
        ($"{Limit}", new("到了时间或内存的上限", "a limit of time or memory was reached")),
        ($"{Empty}", new("结果没有行，而给了 --fail-if-empty", "the result has no row, and --fail-if-empty was given")),
        ($"{HungUp}, {Interrupted}, {Terminated}", new("挂断、中断、终止", "hung up, interrupted, terminated")),
    ];
}
