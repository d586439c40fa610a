using System.Globalization;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Editor;

/// <summary>SQL that was run, to choose from.</summary>
internal sealed record HistoryWindow(Palette Palette) : ChooseWindow<QueryPanelState>(Palette)
{
    /// <summary>Cells that SQL has at least.</summary>
    private const int LeastSql = 20;

    /// <summary>Opens the window: newest first, each once.</summary>
    public static Part<QueryPanelState> Open(Part<QueryPanelState> part)
    {
        var history = part.Own.History;
        var entries = Enumerable
            .Range(0, history.Count)
            .Reverse()
            .DistinctBy(i => history[i].Sql)
            .Select(i => Entry(i, history[i], part))
            .ToArray();
        return entries.Length == 0
            ? part.Say(part.Texts.NoHistory)
            : Completing.Stopped(part with { Window = new HistoryWindow(Palette.Of(entries)) });
    }

    protected override string TitleOf(Texts texts) => texts.History;

    /// <summary>The SQL goes into the buffer in view if that is blank, else into a new one.</summary>
    protected override Part<QueryPanelState> Chosen(Part<QueryPanelState> part, PaletteEntry entry)
    {
        var sql = part.Own.History[int.Parse(entry.Id.AsSpan(0, entry.Id.IndexOf(' ')), CultureInfo.InvariantCulture)].Sql;
        return string.IsNullOrWhiteSpace(part.Own.Editor.Text)
            ? part with
            {
                Focus = Panel.Query,
                Own = part.Own with { ShowsForm = false, Editor = part.Own.Editor.SetText(sql) },
            }
            : EditorActions.InBuffers(part, b => b.Add(null, null, sql));
    }

    /// <summary>What came of it has its room, the SQL gives way; all of the SQL is searched, since the id holds it.</summary>
    private static PaletteEntry Entry(int index, HistoryEntry entry, Part<QueryPanelState> part)
    {
        var (sql, about) = (OneLine(entry.Sql), part.Texts.About(entry));
        var room = Math.Max(LeastSql, WidthIn(part.Size) - CellText.Width(about) - 3);
        return new PaletteEntry($"{index} {sql}", CellText.Truncate(sql, room), about);
    }

    private static string OneLine(string sql) =>
        string.Join(' ', sql.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
