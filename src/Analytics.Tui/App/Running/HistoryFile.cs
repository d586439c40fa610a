using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Analytics.Tui.Editor;

namespace Analytics.Tui.App.Running;

/// <summary>
/// SQL that was run, a JSON string a line, shared by all consoles of a user; a lock file keeps them from writing at once.
/// </summary>
internal sealed class HistoryFile(string folder)
{
    /// <summary>Entries that are kept; older ones go when the file has grown to twice as many.</summary>
    private const int Most = QueryPanelState.MostHistory;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private string File => Path.Combine(folder, "history.jsonl");

    /// <summary>The entries, oldest first; a line that is no entry is passed over.</summary>
    public ImmutableList<string> Read()
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

        return [.. lines.TakeLast(Most).Select(Parse).OfType<string>()];
    }

    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Append(string sql)
    {
        StateFolder.Make(folder);
        Alone(() => System.IO.File.AppendAllText(File, JsonSerializer.Serialize(sql, StateJson.Readable.String) + "\n"));
    }

    private static string? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, StateJson.Readable.String);
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
                using var held = new FileStream(
                    Path.Combine(folder, "history.lock"),
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None
                );
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
