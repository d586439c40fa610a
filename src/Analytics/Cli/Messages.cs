using Analytics.Terminal.Text;

namespace Analytics.Cli;

/// <summary>Everything that a command says beside its data, on standard error.</summary>
internal sealed class Messages(bool quiet)
{
    private const string NoColour = "NO_COLOR";

    private static readonly string Terminal = OperatingSystem.IsWindows() ? "WT_SESSION" : "TERM";

    private const int Grey = 90,
        Yellow = 33,
        Red = 31;

    /// <summary>Something worth knowing: a truncation, a file that was written. <c>--quiet</c> drops it.</summary>
    public void Note(string text)
    {
        if (!quiet)
            Write(text, Grey);
    }

    /// <summary>Something that changes what the output means and is said even with <c>--quiet</c>.</summary>
    public static void Warn(string text) => Write(text, Yellow);

    public static void Error(string text) => Write(text, Red);

    /// <summary>
    /// A message as the terminal gets it: coloured (ECMA-48 §8.3.117), unless it goes elsewhere, <c>NO_COLOR</c> is set (no-color.org),
    /// or the terminal is not known to take colours.
    /// </summary>
    /// <param name="text">The message.</param>
    /// <param name="colour">Its parameter of Select Graphic Rendition.</param>
    /// <param name="isTerminal">Whether standard error is a terminal.</param>
    /// <param name="environment">Reads an environment variable.</param>
    internal static string Shown(string text, int colour, bool isTerminal, Func<string, string?> environment)
    {
        return WhyPlain(isTerminal, environment) is null ? $"\e[{colour}m{Clean(text)}\e[0m" : Clean(text);
    }

    /// <summary>The environment variables that messages have their colours by.</summary>
    internal static IReadOnlyList<string> ColourVariables { get; } = [NoColour, Terminal];

    /// <summary>The environment variable that takes colours away, "" where they do not go to a terminal; null where they stay.</summary>
    internal static string? WhyPlain(bool isTerminal, Func<string, string?> environment) =>
        environment(NoColour) is { Length: > 0 } ? NoColour
        : !isTerminal ? ""
        : environment(Terminal) is null || (!OperatingSystem.IsWindows() && environment(Terminal) == "dumb") ? Terminal
        : null;

    // What nobody takes, because standard error is closed or its disk full, changes neither the work nor the exit code.
    private static void Write(string text, int colour)
    {
        if (StandardStreams.IsErrorClosed)
            return;
        try
        {
            var shown = Shown(text, colour, !Console.IsErrorRedirected, Environment.GetEnvironmentVariable);
            ProgressLine.Beside(() => Console.Error.WriteLine(shown));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
    }

    /// <summary>Keeps line breaks; shows other control characters, which a message may quote from a hostile value.</summary>
    private static string Clean(string text) => string.Join('\n', text.Split('\n').Select(Printable.Of));
}
