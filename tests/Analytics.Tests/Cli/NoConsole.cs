using Analytics.Cli;

namespace Analytics.Tests.Cli;

/// <summary>Stands for the console where only the declarations of the command line are of interest.</summary>
internal static class NoConsole
{
    public static ConsoleEntry Entry { get; } =
        new(
            (_, _, _, _) => 0,
            _ => throw new NotSupportedException(),
            (_, _, _, _) => "",
            () => null,
            () => throw new NotSupportedException()
        );
}
