namespace Analytics.Tui.Editor;

/// <summary>Asks whether to close the buffer in view, whose text is not kept.</summary>
internal sealed record CloseBufferWindow : DialogWindow<QueryPanelState>
{
    private CloseBufferWindow(Texts texts, string name)
        : base(texts.CloseBuffer, texts.AskClose(name), Texts.Button(texts.CloseBuffer, 'L')) { }

    /// <summary>Closes the buffer in view; asks first if it holds anything.</summary>
    public static Part<QueryPanelState> Open(Part<QueryPanelState> part) =>
        string.IsNullOrWhiteSpace(part.Own.Editor.Text)
            ? Close(part)
            : part with
            {
                Window = new CloseBufferWindow(part.Texts, part.Own.Buffers.InView.Name),
            };

    protected override Part<QueryPanelState> Agreed(Part<QueryPanelState> part) => Close(part);

    private static Part<QueryPanelState> Close(Part<QueryPanelState> part) =>
        EditorActions.InBuffers(part, b => b.Closed()).Say(part.Texts.Closed(part.Own.Buffers.InView.Name));
}

/// <summary>Asks whether a .sql file may be replaced.</summary>
internal sealed record ReplaceSqlWindow : DialogWindow<QueryPanelState>
{
    private readonly SaveSqlFile _save;

    /// <param name="texts">In the language chosen.</param>
    /// <param name="save">The file to replace.</param>
    public ReplaceSqlWindow(Texts texts, SaveSqlFile save)
        : base(texts.Replace, texts.AskReplace(save.Path), Texts.Button(texts.Replace, 'R')) => _save = save with { Overwrite = true };

    protected override Part<QueryPanelState> Agreed(Part<QueryPanelState> part) => part.Doing(_save);
}
