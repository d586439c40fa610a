using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Analytics.Tui.Editor;

namespace Analytics.Tui.App.Running;

/// <summary>
/// SQL that was run, a JSON object a line, shared by all consoles of a user; a lock file keeps them from writing at once.
/// </summary>
internal sealed class HistoryFile(string folder)
{
    /// <summary>Entries that are kept; older ones go when the file has grown to twice as many.</summary>
    private const int Most = QueryPanelState.MostHistory;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private string File => Path.Combine(folder, "history.jsonl");

    /// <summary>The entries, oldest first; a line that is no entry is passed over.</summary>
    public ImmutableList<HistoryEntry> Read()
    {
        if (!System.IO.File.Exists(File))
            return [];
        var lines = System.IO.File.ReadAllLines(File);
        if (lines.Length > 2 * Most)
        {
            Alone(() =>
                StateFolder.Replace(
                    File,
                    Encoding.UTF8.GetBytes(string.Concat(System.IO.File.ReadAllLines(File).TakeLast(Most).Select(l => l + "\n")))
                )
            );
        }

        return [.. Merged(lines.TakeLast(2 * Most).Select(Parse).OfType<HistoryEntry>()).TakeLast(Most)];
    }

    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Append(HistoryEntry entry)
    {
        StateFolder.Make(folder);
        Alone(() =>
        {
            using var stream = StateFolder.OpenPrivate(File, FileMode.Append, FileShare.Read);
            stream.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, StateJson.Readable.HistoryEntry) + "\n"));
        });
    }

    /// <summary>An entry is written when it begins and again at its end, which counts.</summary>
    private static List<HistoryEntry> Merged(IEnumerable<HistoryEntry> entries)
    {
        var merged = new List<HistoryEntry>();
        foreach (var entry in entries)
        {
            var begun = entry.At is null ? -1 : merged.FindLastIndex(e => e.At == entry.At && e.Sql == entry.Sql);
            if (begun >= 0)
                merged[begun] = entry;
            else
                merged.Add(entry);
        }
        return merged;
    }

    /// <summary>An object, or, as older versions wrote it, the SQL alone.</summary>
    private static HistoryEntry? Parse(string line)
    {
        try
        {
            return line.StartsWith('"')
                ? JsonSerializer.Deserialize(line, StateJson.Readable.String) is { } sql
                    ? new HistoryEntry(sql)
                    : null
                : JsonSerializer.Deserialize(line, StateJson.Readable.HistoryEntry) is { Sql: not null } entry
                    ? entry
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Alone(Action work)
    {
        var tries = (int)(Patience / TimeSpan.FromMilliseconds(20));
        while (true)
        {
            try
            {
                using var held = StateFolder.OpenPrivate(Path.Combine(folder, "history.lock"), FileMode.OpenOrCreate);
                work();
                return;
            }
            catch (IOException) when (--tries > 0)
            {
                Thread.Sleep(20);
            }
        }
    }
}
