using System.Collections.Immutable;
using Analytics.Terminal.Widgets;
using Analytics.Terminal.Widgets.Editing;
using Analytics.Terminal.Widgets.Vim;

namespace Analytics.Tui.Editor;

/// <summary>The panel for what is to be run: the SQL editor, or the parameters of a canned query.</summary>
/// <param name="Editor">The SQL of the buffer in view; it is kept while a form is shown.</param>
/// <param name="Form">The parameters of the canned query opened last; null if none was.</param>
/// <param name="ShowsForm">Which of the two is shown.</param>
internal sealed record QueryPanelState(TextEditor Editor, ParameterForm? Form, bool ShowsForm)
{
    /// <summary>Statements of the history that are kept.</summary>
    public const int MostHistory = 1000;

    public static readonly QueryPanelState Empty = new(TextEditor.Empty, null, false);

    /// <summary>The form, if it is what is shown.</summary>
    public ParameterForm? ShownForm => ShowsForm ? Form : null;

    public SqlColours Colours { get; init; } = SqlColours.Of(TextBuffer.Empty);

    /// <summary>All buffers; the text of the one in view is <see cref="Editor"/>.</summary>
    public BufferList Buffers { get; init; } = BufferList.Single;

    public AutoSaveState Saving { get; init; } = AutoSaveState.Unread;

    /// <summary>SQL that was run, oldest first.</summary>
    public ImmutableList<HistoryEntry> History { get; init; } = [];

    public CompletingState Completing { get; init; } = CompletingState.None;

    /// <summary>The find bar over the editor; null when closed.</summary>
    public FindBar? Find { get; init; }

    /// <summary>
    /// The state of vim keys; null for standard keys. Its editor is that of the last vim key; <see cref="Editor"/> is the one that counts.
    /// </summary>
    public VimEditor? Vim { get; init; }
}
