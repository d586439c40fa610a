using System.Text;
using Analytics.Engine.Models;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Pages;

/// <summary>Named states of pages in the user's <c>bookmarks.yaml</c>: a name, and the command that opens it.</summary>
public static class Bookmarks
{
    private const string Command = "analytics page ";

    /// <summary>The file; it need not be there.</summary>
    public static string File => Path.Combine(UserFolder.Path, "bookmarks.yaml");

    /// <summary>The page of a bookmark and its arguments.</summary>
    /// <exception cref="UserException">There is no such bookmark, or it is no command of a page.</exception>
    public static (string Page, string[] Arguments) Read(string name)
    {
        var all = All();
        if (!all.TryGetValue(name, out var command))
        {
            var near = SpecNode.Near(name, all.Keys);
            throw UserException.Usage($"{File} 里没有书签“{name}”{near.Zh}。", $"{File} has no bookmark '{name}'{near.En}.");
        }

        var words = command.StartsWith(Command, StringComparison.Ordinal) ? Words(command[Command.Length..]) : [];
        if (words is [var page, .. var arguments])
            return (page, arguments);
        throw UserException.Failed(
            $"{File}：书签“{name}”应如 {Command}…。",
            $"{File}: the bookmark '{name}' should begin with '{Command}'."
        );
    }

    /// <summary>All, by name; none where there is no file.</summary>
    /// <exception cref="UserException">The file is faulty.</exception>
    public static IReadOnlyDictionary<string, string> All()
    {
        if (!System.IO.File.Exists(File))
            return new Dictionary<string, string>();
        var file = new SpecFile(File);
        var all = file.Root(Utf8Text.ReadFile(File), "bookmarks")?.Entries().ToDictionary(e => e.Name, e => e.Node.Text() ?? "") ?? [];
        return file.Faults.Count > 0 ? throw SpecFault.Exception(file.Faults) : all;
    }

    /// <summary>Words of a command as a POSIX shell parts them.</summary>
    internal static string[] Words(string command)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (quote, isWord) = ('\0', false);
        for (var i = 0; i < command.Length; i++)
        {
            var letter = command[i];
            if (quote == '\0' && letter == ' ')
            {
                if (isWord)
                    words.Add(word.ToString());
                (isWord, _) = (false, word.Clear());
                continue;
            }

            isWord = true;
            if (quote == '\0' && letter is '\'' or '"')
                quote = letter;
            else if (letter == quote)
                quote = '\0';
            else if (letter == '\\' && quote != '\'' && i + 1 < command.Length)
                word.Append(command[++i]);
            else
                word.Append(letter);
        }

        if (isWord)
            words.Add(word.ToString());
        return [.. words];
    }
}
