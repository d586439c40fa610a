using Analytics.Terminal.Text;
using Spectre.Console;

namespace Analytics.Cli;

/// <summary>Everything that a command says beside its data, on standard error.</summary>
internal sealed class Messages(bool quiet)
{
    /// <summary>Something worth knowing: a truncation, a file that was written. <c>--quiet</c> drops it.</summary>
    public void Note(string text)
    {
        if (!quiet)
            Write(text, "grey");
    }

    /// <summary>Something that changes what the output means and is said even with <c>--quiet</c>.</summary>
    public static void Warn(string text) => Write(text, "yellow");

    public static void Error(string text) => Write(text, "red");

    private static void Write(string text, string colour)
    {
        // Plain text needs no markup engine, which costs start-up time.
        if (Console.IsErrorRedirected)
        {
            Console.Error.WriteLine(Clean(text));
            return;
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.Profile.Width = int.MaxValue / 2;
        console.MarkupLine($"[{colour}]{Markup.Escape(Clean(text))}[/]");
    }

    /// <summary>Keeps line breaks; shows other control characters, which a message may quote from a hostile value.</summary>
    private static string Clean(string text) => string.Join('\n', text.Split('\n').Select(Printable.Of));
}
