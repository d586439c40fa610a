using System.Text;
using Analytics.Engine.Export;
using Analytics.Engine.Models;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Pages;

/// <summary>
/// Named states of pages in the user's <c>bookmarks.yaml</c>: a name, and the command that opens it. A change touches the lines of its
/// entry alone; other entries, their order and comments stay as they were written.
/// </summary>
/// <param name="folder">The user's own; neither it nor the file need be there.</param>
public sealed class Bookmarks(string folder)
{
    private const string FileName = "bookmarks.yaml";

    /// <summary>Those of the user of this process.</summary>
    public static Bookmarks OfUser => new(UserFolder.Path);

    /// <summary>The file, absolute.</summary>
    public string File { get; } = Path.Combine(folder, FileName);

    /// <summary>Names and commands, in the order of the file; none where there is no file.</summary>
    /// <exception cref="UserException">The file is faulty.</exception>
    public IReadOnlyList<(string Name, string Command)> All() => [.. Entries(Read()).Select(e => (e.Name, e.Command))];

    /// <summary>The command of a bookmark.</summary>
    /// <exception cref="UserException">There is no such bookmark, or the file is faulty.</exception>
    public string Command(string name) => Find(Entries(Read()), name).Command;

    /// <summary>Adds a bookmark at the end, or replaces the command of one of that name.</summary>
    /// <exception cref="UserException">The file is faulty, or cannot be written.</exception>
    public void Set(string name, string command)
    {
        var text = Read();
        var entries = Entries(text);
        var line = $"{Quoted(name)}: {Quoted(command)}";
        Write(
            entries.FirstOrDefault(e => e.Name == name) is { } old
                ? WithLines(text, old, [line], [.. entries.Select(e => e == old ? e with { Command = command } : e)])
                : Checked(
                    text + (text.Length == 0 || text.EndsWith('\n') ? "" : "\n") + line + "\n",
                    [.. entries, new(name, command, 0, 0)]
                )
        );
    }

    /// <summary>Takes a bookmark out.</summary>
    /// <exception cref="UserException">There is no such bookmark, the file is faulty, or cannot be written.</exception>
    public void Remove(string name)
    {
        var text = Read();
        var entries = Entries(text);
        var old = Find(entries, name);
        Write(WithLines(text, old, [], [.. entries.Where(e => e != old)]));
    }

    /// <summary>Gives a bookmark another name.</summary>
    /// <exception cref="UserException">There is no such bookmark, another has the name, the file is faulty, or cannot be
    /// written.</exception>
    public void Rename(string name, string other)
    {
        var text = Read();
        var entries = Entries(text);
        var old = Find(entries, name);
        if (name != other && entries.Any(e => e.Name == other))
            throw UserException.Failed($"已有书签“{other}”。", $"There is a bookmark '{other}' already.");
        var line = $"{Quoted(other)}: {Quoted(old.Command)}";
        Write(WithLines(text, old, [line], [.. entries.Select(e => e == old ? e with { Name = other } : e)]));
    }

    /// <param name="Name">What the user calls it.</param>
    /// <param name="Command">What opens it.</param>
    /// <param name="First">Its first line, 1-based.</param>
    /// <param name="Last">Its last line.</param>
    private sealed record Entry(string Name, string Command, int First, int Last);

    private string Read() => System.IO.File.Exists(File) ? Utf8Text.ReadFile(File) : "";

    private Entry[] Entries(string text)
    {
        if (text.Split('\n').All(l => l.Trim() is "" or ['#', ..]))
            return [];
        var file = new SpecFile(File);
        Entry[] entries =
        [
            .. file.Root(text, FileName)?.Extents().Select(e => new Entry(e.Name, e.Node.Text() ?? "", e.First, e.Last)) ?? [],
        ];
        return file.Faults.Count > 0 ? throw SpecFault.Exception(file.Faults) : entries;
    }

    private Entry Find(Entry[] entries, string name)
    {
        if (entries.FirstOrDefault(e => e.Name == name) is { } found)
            return found;
        var near = SpecNode.Near(name, entries.Select(e => e.Name));
        throw UserException.Usage($"{File} 里没有书签“{name}”{near.Zh}。", $"{File} has no bookmark '{name}'{near.En}.");
    }

    private string WithLines(string text, Entry old, string[] lines, Entry[] expected)
    {
        var all = text.Split('\n');
        // What is written over several lines may end where the next thing begins: comments and blank lines before that are not its own.
        var last = old.Last;
        while (last > old.First && all[last - 1].Trim() is "" or ['#', ..])
            last--;
        return Checked(string.Join('\n', [.. all[..(old.First - 1)], .. lines, .. all[last..]]), expected);
    }

    /// <summary>The text, if it reads as it should: in braces on one line entries have no lines of their own.</summary>
    private string Checked(string text, Entry[] expected)
    {
        Entry[] read;
        try
        {
            read = Entries(text);
        }
        catch (UserException)
        {
            read = [];
        }

        return read.Select(e => (e.Name, e.Command)).SequenceEqual(expected.Select(e => (e.Name, e.Command)))
            ? text
            : throw UserException.Failed(
                $"{File}：写法特别，改不了；请把书签一行一个写成“名称: 命令”。",
                $"{File} is written so that it cannot be changed here; write one bookmark a line, as 'name: command'."
            );
    }

    private void Write(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        OutputFile.Write(
            File,
            overwrite: true,
            stream =>
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
                return text.Length;
            },
            isPrivate: true
        );
    }

    /// <summary>A text as YAML: in quotes where it would not stand for itself.</summary>
    private static string Quoted(string text) =>
        text.Length > 0
        && char.IsLetter(text[0])
        && !text.EndsWith(' ')
        && !text.EndsWith(':')
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && text.ToLowerInvariant() is not ("null" or "true" or "false")
            ? text
            : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
