namespace Analytics.Cli;

/// <summary>Standard input, where there is one.</summary>
internal static class StandardInput
{
    /// <exception cref="UserException">
    /// Whoever started the program closed it: the runtime may have got its number for a pipe of its own, and to read that would wait for
    /// ever.
    /// </exception>
    public static Stream Open()
    {
        RequireOpen();
        return Console.OpenStandardInput();
    }

    /// <summary>Whether a path is a name of standard input.</summary>
    public static bool IsNamedBy(string path) => path is "/dev/stdin" or "/dev/fd/0" or "/proc/self/fd/0";

    /// <inheritdoc cref="Open"/>
    public static void RequireOpen()
    {
        if (StandardStreams.IsInputClosed)
        {
            throw UserException.Failed(
                "标准输入是关闭的，没有可读的内容。",
                "Standard input is closed: there is nothing to read. Give a pipe, a file or < /dev/null."
            );
        }
    }
}
