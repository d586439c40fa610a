using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets;
using Analytics.Tui.App;
using Analytics.Tui.Catalogue;

namespace Analytics.Tui.Editor;

/// <summary>A buffer to choose from the list.</summary>
internal sealed record BufferChoice(int Index) : Choice;

/// <summary>The list of buffers, and what keys do in it.</summary>
internal static class BufferActions
{
    /// <summary>Does an action; null if it is about something else.</summary>
    public static Outcome<ConsoleState, ConsoleEffect>? Do(ConsoleState state, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.ListBuffers => List(state),
            ConsoleAction.CloseListed => Selected(state) is { } at ? EditorWindows.AskClose(Show(state, at)) : state,
            ConsoleAction.RenameListed => Selected(state) is { } at
                ? EditorWindows.Ask(Show(state, at), AskedFor.BufferName, state.Query.Buffers.Items[at].Name)
                : state,
            _ => default(Outcome<ConsoleState, ConsoleEffect>?),
        };

    /// <summary>Brings a buffer into view.</summary>
    public static ConsoleState Show(ConsoleState state, int index) =>
        EditorActions.InBuffers(state with { Window = null }, b => b with { Current = index });

    private static ConsoleState List(ConsoleState state)
    {
        var buffers = state.Query.Buffers.Holding(state.Query.Editor);
        var items = buffers.Items.Select((b, i) => (Label(b, state.Texts), FirstLine(b), (Choice)new BufferChoice(i))).ToArray();
        return Completing.Stopped(
            state with
            {
                Window = new PickWindow(state.Texts.Buffers, items, ListView.Of(items.Length).Select(buffers.Current)),
            }
        );
    }

    private static int? Selected(ConsoleState state) =>
        state.Window is PickWindow { List.Selected: >= 0 and var at } pick && pick.Items[at].Choice is BufferChoice chosen
            ? chosen.Index
            : null;

    private static string Label(EditorBuffer buffer, Texts texts) =>
        buffer.Name + (BufferTabs.IsChanged(buffer) ? $"* · {texts.ChangedBuffer}" : "") + (buffer.Path is { } path ? " · " + path : "");

    /// <summary>The first line that holds anything.</summary>
    private static string FirstLine(EditorBuffer buffer)
    {
        var line = buffer.Editor.Buffer.Lines.FirstOrDefault(l => !string.IsNullOrWhiteSpace(l))?.Trim() ?? "";
        return line.Length > 60 ? line[..60] + "…" : line;
    }
}
