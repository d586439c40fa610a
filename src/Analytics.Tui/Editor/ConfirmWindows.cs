using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Editor;

/// <summary>Asks whether to close the buffer in view, whose text is not kept.</summary>
internal sealed record CloseBufferWindow(Dialog Dialog) : DialogWindow<QueryPanelState>(Dialog)
{
    /// <summary>Closes the buffer in view; asks first if it holds anything.</summary>
    public static Part<QueryPanelState> Open(Part<QueryPanelState> part)
    {
        var (texts, name) = (part.Texts, part.Own.Buffers.InView.Name);
        var dialog = new Dialog(texts.CloseBuffer, texts.AskClose(name), [texts.CloseBuffer, texts.Cancel], Focus: 1);
        return string.IsNullOrWhiteSpace(part.Own.Editor.Text) ? Close(part) : part with { Window = new CloseBufferWindow(dialog) };
    }

    protected override Part<QueryPanelState> Agreed(Part<QueryPanelState> part) => Close(part);

    private static Part<QueryPanelState> Close(Part<QueryPanelState> part) =>
        EditorActions.InBuffers(part, b => b.Closed()).Say(part.Texts.Closed(part.Own.Buffers.InView.Name));
}

/// <summary>Asks whether a .sql file may be replaced.</summary>
/// <param name="Dialog">The question and its answers.</param>
/// <param name="Save">The file to replace.</param>
internal sealed record ReplaceSqlWindow(Dialog Dialog, SaveSqlFile Save) : DialogWindow<QueryPanelState>(Dialog)
{
    public static ReplaceSqlWindow Of(Texts texts, SaveSqlFile save) =>
        new(
            new Dialog(texts.Replace, texts.AskReplace(save.Path), [texts.Replace, texts.Cancel], Focus: 1),
            save with
            {
                Overwrite = true,
            }
        );

    protected override Part<QueryPanelState> Agreed(Part<QueryPanelState> part) => part.Doing(Save);
}
