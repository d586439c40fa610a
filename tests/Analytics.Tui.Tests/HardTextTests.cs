using System.Text;
using System.Text.RegularExpressions;
using Analytics.Curation.Tests;
using Analytics.Terminal.Tests.Ansi;
using Analytics.Terminal.Tests.Terminals;
using Analytics.Terminal.Text;
using Analytics.Tests.Cli;

namespace Analytics.Tui.Tests;

/// <summary>
/// Emoji, combining marks and text from right to left in every panel and window, on a real terminal; what the program writes to it is shown
/// on three more: those that count clusters of disputed width as we do, as one cell, and as two.
/// </summary>
[Trait("Category", "Program")]
public sealed partial class HardTextTests : IDisposable
{
    private const string Hard = "👩‍🔬 e\u0301 שלום 👍🏽 عربي 🇨🇳铜仁①";
    private const int Width = 110,
        Height = 30;

    private const string F2 = "\eOQ",
        F3 = "\eOR",
        F4 = "\eOS",
        F5 = "\e[15~",
        Enter = "\r",
        AltM = "\em";

    private readonly Tmux _tmux = new();
    private readonly TemporaryFolder _folder = new();
    private readonly string _log;
    private (int Width, int Height) _size = (Width, Height);

    public HardTextTests() => _log = _folder.File("terminal.log", "");

    /// <summary>What brings a console with the file's table open to a view, the title of the frame to look at, and a text in it.</summary>
    public static TheoryData<string, string[], string, string> Views =>
        new()
        {
            { "catalogue", [F2, "/", Paste("👩")], "Catalogue", Hard[..12] },
            { "editor", [F3, Paste($"SELECT 1 -- {Hard}")], "SQL", $"SELECT 1 -- {Hard}" },
            { "grid", [F3, Paste($"SELECT '{Hard}' || '!' AS \"{Hard}\", 1 AS n"), F5, F4], "SQL", Hard + "!" },
            { "record", [F3, Paste($"SELECT '{Hard}' || '!' AS \"{Hard}\", 1 AS n"), F5, "await 1 row", F4, "r"], "r1 ·", Hard + "!" },
            { "cell", [F3, Paste($"SELECT '{Hard}' || '!' AS t"), F5, "await 1 row", F4, Enter], "Cell", Hard + "!" },
            {
                "chart",
                [F3, Paste($"SELECT * FROM (VALUES ('{Hard}' || '!', 3), ('b', 5)) v(place, value)"), F5, "await 2 rows", F4, "2"],
                "r1",
                Hard + "!"
            },
            { "failure", [F3, Paste($"SELECT 1 FROM \"{Hard}?\""), F5, F4], "SQL", "name " + Hard[..12] },
            { "buffer name", [F3, "\et", Paste(Hard)], "Rename", Hard },
            { "history", [F3, Paste($"SELECT '{Hard}'"), F5, "await 1 row", F3, "\e[23~"], "History", Hard[..12] },
            { "sentence", [F3, Paste("FROM figures WHERE obs_id = 'a-1.reserve'"), F5, "await 1 row", F4, "3"], "SQL", Hard },
            { "article", [F3, Paste("FROM figures WHERE obs_id = 'a-1.reserve'"), F5, "await 1 row", F4, "a"], "", Hard },
            { "menu bar", [F3, Paste($"SELECT '{Hard}'"), AltM], "", "" },
            { "copy", [F3, Paste($"SELECT '{Hard}' AS \"{Hard}\""), F5, "await 1 row", F4, "C"], "Copy", "" },
            { "files", [F2, "o", Paste("FOLDER/")], "Open a data file", Hard[..12] },
            { "file", [F2, "o", Paste($"FOLDER/{Hard}.tsv"), Enter], "Open a data file", Hard[..12] },
        };

    [TmuxTheory]
    [MemberData(nameof(Views))]
    public void A_view_stays_whole_before_and_after_a_storm_of_sizes(string view, string[] keys, string title, string text)
    {
        _folder.File($"{Hard}.csv", $"{Hard},n\n{Hard},1\n");
        _folder.File($"{Hard}.tsv", $"{Hard}\tn\n{Hard}\t1\n");
        using var project = new SmallProject();
        project.Change("seeds/a.txt", "目前，储备", $"目前{Hard}，储备");
        project.PinSources();
        project.Build();
        Start(project.DataFolder);
        foreach (var key in keys)
            Press(key.Replace("FOLDER", _folder.Path, StringComparison.Ordinal));
        Await(title, text);
        if (view == "editor")
            Await(screen => CursorStandsBehind(screen, text));
        var random = new Random(view.Length);
        for (var i = 0; i < 15; i++)
            Resize(random.Next(1, 130), random.Next(1, 40));
        Resize(1, 1);
        Resize(Width, Height);
        Await(title, text);
    }

    public void Dispose()
    {
        _tmux.Dispose();
        _folder.Dispose();
    }

    [GeneratedRegex("\e\\[\\?2026h.*?\e\\[\\?2026l", RegexOptions.Singleline)]
    private static partial Regex Frame();

    private static string Paste(string text) => $"\e[200~{text}\e[201~";

    private void Start(string data)
    {
        Resize(Width, Height);
        _tmux.Send(
            $"clear; cd '{Repository.Root}'; ANALYTICS_STATE='{_folder.Path}/state' ANALYTICS_CONFIG='{_folder.Path}/none.yaml' "
                + $"'{AnalyticsProcess.Program}' --data '{data}' --sql --lang en --open '{_folder.Path}/{Hard}.csv'",
            "Enter"
        );
        _tmux.Await("2 counties");
        _tmux.Record(_log);
        // All is written anew for another size.
        Resize(Width - 1, Height);
        Resize(Width, Height);
    }

    /// <summary>Sends bytes as a terminal does, or waits for a text.</summary>
    private void Press(string key)
    {
        if (key.StartsWith("await ", StringComparison.Ordinal))
            _tmux.Await(key["await ".Length..]);
        else
            _tmux.Send("-l", key);
    }

    private void Resize(int width, int height)
    {
        _size = (width, height);
        _tmux.Resize(width, height);
    }

    /// <summary>Waits until the frame with the title is whole and a text stands in it, on each of the terminals.</summary>
    private void Await(string title, string text)
    {
        foreach (var disputed in (int?[])[null, 1, 2])
            Await(screen => Framed(screen, title).Any(line => Stands(text, line)), disputed);
    }

    /// <summary>
    /// Whether a text stands in a line, but for what may differ: a blank behind a cluster that the terminal shows in one cell, and a sign
    /// of one cell that it shows in two and the next one writes over.
    /// </summary>
    private static bool Stands(string text, string line) => Dense(line).Contains(Dense(text), StringComparison.Ordinal);

    private static string Dense(string text)
    {
        var dense = new StringBuilder();
        foreach (var cluster in CellText.Clusters(text))
        {
            if (!cluster.IsDisputed || cluster.Width > 1)
                dense.Append(text.AsSpan(cluster.Start, cluster.Length).Trim());
        }
        return dense.ToString();
    }

    private void Await(Predicate<TestScreen> isWanted, int? disputed = null) =>
        SpinWait
            .SpinUntil(
                () =>
                {
                    Thread.Sleep(30);
                    return Shown(disputed) is { } screen && isWanted(screen);
                },
                TimeSpan.FromMinutes(1)
            )
            .ShouldBeTrue(Shown(disputed) is { } last ? string.Join('\n', Lines(last)) : "nothing was written");

    /// <summary>
    /// What a terminal shows of what was written since all was written the last time; null while nothing was for this size.
    /// </summary>
    private TestScreen? Shown(int? disputed)
    {
        string written;
        using (var log = new FileStream(_log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        using (var reader = new StreamReader(log, Encoding.UTF8))
            written = reader.ReadToEnd();
        var frames = Frame().Matches(written).Select(frame => frame.Value).ToArray();
        var first = Array.FindLastIndex(frames, frame => frame.Contains("\e[2J", StringComparison.Ordinal));
        if (first < 0)
            return null;
        try
        {
            return new TestScreen(_size.Width, _size.Height, disputed).Replay(Encoding.UTF8.GetBytes(string.Concat(frames[first..])));
        }
        catch (ShouldAssertException)
        {
            // Of another size.
            return null;
        }
    }

    private IEnumerable<string> Lines(TestScreen screen) => Lines(screen, 0, _size.Width);

    private IEnumerable<string> Lines(TestScreen screen, int left, int right) =>
        Enumerable.Range(0, _size.Height).Select(y => string.Concat(Enumerable.Range(left, right - left).Select(x => screen[x, y].Text)));

    /// <summary>What stands in the frame in whose upper edge the title stands; nothing if a side of it is not whole.</summary>
    private IEnumerable<string> Framed(TestScreen screen, string title)
    {
        for (var y = 0; y < _size.Height; y++)
        {
            var row = Enumerable.Range(0, _size.Width).Select(x => screen[x, y].Text).ToArray();
            for (var left = Array.IndexOf(row, "┌"); left >= 0; left = Array.IndexOf(row, "┌", left + 1))
            {
                var right = Array.IndexOf(row, "┐", left);
                if (right < 0 || !Stands(title, string.Concat(row[left..right])))
                    continue;
                if (IsSide(screen, left, y, "└") && IsSide(screen, right, y, "┘"))
                    return Lines(screen, left + 1, right).Skip(y + 1);
            }
        }
        return [];
    }

    private bool IsSide(TestScreen screen, int x, int top, string corner)
    {
        var y = top + 1;
        while (y < _size.Height && screen[x, y].Text is "│" or "├" or "┤" or "┼" or "█" or "░" or "▲" or "▼")
            y++;
        return y < _size.Height && screen[x, y].Text == corner;
    }

    private bool CursorStandsBehind(TestScreen screen, string text)
    {
        var y = Lines(screen).TakeWhile(line => !Stands(text, line)).Count();
        if (!screen.CursorShown || y >= _size.Height || screen.Cursor.Y != y)
            return false;
        var before = string.Concat(Enumerable.Range(0, screen.Cursor.X).Select(x => screen[x, y].Text));
        return Dense(before).EndsWith(Dense(text), StringComparison.Ordinal);
    }
}
