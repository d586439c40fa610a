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
}
