using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Editor;

/// <summary>The list of buffers.</summary>
internal sealed record BufferListWindow(string Title, IReadOnlyList<(string Label, string Detail)> Items, ListView List)
    : PickWindow<QueryPanelState>(Title, Items, List)
{
    public override IReadOnlyList<string> Contexts => [KeyContext.BufferList, KeyContext.Pick, KeyContext.Always];

    /// <summary>Opens the window, the buffer in view being picked.</summary>
    public static Part<QueryPanelState> Open(Part<QueryPanelState> part)
    {
        var buffers = part.Own.Buffers.Holding(part.Own.Editor);
        var items = buffers.Items.Select(b => (Label(b, part.Texts), FirstLine(b))).ToArray();
        var list = ListView.Of(items.Length).Select(buffers.Current);
        return Completing.Stopped(part with { Window = new BufferListWindow(part.Texts.Buffers, items, list) });
    }

    /// <summary>Does an action with the buffer that is picked; null if it is about something else.</summary>
    public static Part<QueryPanelState>? Do(Part<QueryPanelState> part, ConsoleAction action) =>
        (action, part.Window) switch
        {
            (ConsoleAction.CloseListed, BufferListWindow { List.Selected: >= 0 and var at }) => CloseBufferWindow.Open(Show(part, at)),
            (ConsoleAction.RenameListed, BufferListWindow { List.Selected: >= 0 and var at }) => AskWindow.Open(
                Show(part, at),
                AskedFor.BufferName,
                part.Own.Buffers.Items[at].Name
            ),
            (ConsoleAction.CloseListed or ConsoleAction.RenameListed, _) => part,
            _ => null,
        };

    /// <summary>Brings a buffer into view.</summary>
    public static Part<QueryPanelState> Show(Part<QueryPanelState> part, int index) =>
        EditorActions.InBuffers(part with { Window = null }, b => b with { Current = index });

    public override Part<QueryPanelState> Accept(Part<QueryPanelState> part) => List.Selected >= 0 ? Show(part, List.Selected) : part;

    private static string Label(EditorBuffer buffer, Texts texts) =>
        buffer.Name + (BufferTabs.IsChanged(buffer) ? $"* · {texts.ChangedBuffer}" : "") + (buffer.Path is { } path ? " · " + path : "");

    /// <summary>The first line that holds anything.</summary>
    private static string FirstLine(EditorBuffer buffer)
    {
        var line = buffer.Editor.Buffer.Lines.FirstOrDefault(l => !string.IsNullOrWhiteSpace(l))?.Trim() ?? "";
        return line.Length > 60 ? line[..60] + "…" : line;
    }
}
