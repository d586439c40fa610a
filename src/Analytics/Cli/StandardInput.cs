namespace Analytics.Cli;

/// <summary>Standard input, where there is one.</summary>
internal static class StandardInput
{
    private const string Descriptors = "/proc/self/fd";

    /// <exception cref="UserException">Whoever started the program closed it.</exception>
    public static Stream Open() =>
        IsClosed()
            ? throw UserException.Failed(
                "标准输入是关闭的，没有 SQL 可读。",
                "Standard input is closed: there is no SQL to read. Give a pipe, a file or < /dev/null."
            )
            : Console.OpenStandardInput();

    /// <summary>
    /// Whether descriptor 0 was free at the start: the runtime then gets it for a pipe of its own, and to read it would wait for ever. Both
    /// ends of such a pipe are ours, which those of a given one never are.
    /// </summary>
    private static bool IsClosed()
    {
        if (!OperatingSystem.IsLinux() || Target("0") is not { } zero)
            return false;
        // The native runtime opens its source of random numbers first; nobody gives that as SQL.
        if (zero == "/dev/urandom")
            return true;
        if (!zero.StartsWith("pipe:", StringComparison.Ordinal))
            return false;
        return new DirectoryInfo(Descriptors).EnumerateFileSystemInfos().Any(d => d.LinkTarget == zero && IsWritten(d.Name));
    }

    /// <summary>Whether a descriptor is a writing end; a copy of the reading end is nothing strange.</summary>
    private static bool IsWritten(string descriptor) =>
        File.ReadLines($"/proc/self/fdinfo/{descriptor}").Any(l => l.StartsWith("flags:", StringComparison.Ordinal) && l.EndsWith('1'));

    private static string? Target(string descriptor) => new FileInfo($"{Descriptors}/{descriptor}").LinkTarget;
}
