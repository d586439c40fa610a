using System.Collections.Immutable;
using Analytics.Terminal.Widgets.Vim;

namespace Analytics.Tui.Editor;

/// <summary>Takes in the answers of the editor's effects.</summary>
internal static class EditorAnswers
{
    /// <summary>The part with an answer; null if it is none of the editor's.</summary>
    public static Part<QueryPanelState>? Apply(Part<QueryPanelState> part, ConsoleEvent answer) =>
        answer switch
        {
            ChoicesRead read => part.Own.Form is { } form && form.Number == read.Request
                ? part with
                {
                    Own = part.Own with { Form = form.WithChoices(read.Choices, part.Texts) },
                }
                : part,
            ChoicesFailed failed => part.Own.Form?.Number == failed.Request ? part.Announce(failed.Message, isError: true) : part,
            BuffersWritten written => AutoSave.Written(part, written),
            NamesRead names => Completing.WithNames(part, names),
            Offered offered => Completing.Offered(part, offered),
            SqlFileOpened opened => EditorActions.InBuffers(part, b => Opened(b, opened)).Say(part.Texts.Opened(opened.Path)),
            SqlFileSaved saved => Saved(part, saved),
            SqlFileExists exists => part with { Window = new ReplaceSqlWindow(part.Texts, exists.Effect) },
            SqlFileFailed failed => part.Announce(failed.Message, isError: true),
            EditedOutside edited => Edited(part, edited),
            _ => null,
        };

    /// <summary>Buffers of the run before come before what was typed meanwhile.</summary>
    public static QueryPanelState Restored(QueryPanelState state, BufferContents contents, ImmutableList<HistoryEntry> history)
    {
        var buffers = state.Buffers.Holding(state.Editor).After(contents);
        var editor = buffers.InView.Editor;
        return state with
        {
            Buffers = buffers,
            Editor = editor,
            History = [.. history, .. state.History],
            Vim = state.Vim is null ? null : VimEditor.Of(editor),
            // A first write takes the restored buffers over for good.
            Saving = state.Saving with
            {
                IsRead = true,
            },
        };
    }

    /// <summary>A file in a buffer of its own; a blank plain buffer gives way to it.</summary>
    private static BufferList Opened(BufferList buffers, SqlFileOpened opened)
    {
        var known = buffers.Items.FindIndex(b => b.Path == opened.Path && b.Editor.Text == opened.Text);
        if (known >= 0)
            return buffers with { Current = known };
        var isBlank = buffers.InView is { Path: null } now && now.Editor.Buffer.End == default;
        var added = buffers.Add(Path.GetFileName(opened.Path), opened.Path, opened.Text);
        return isBlank ? added with { Items = added.Items.RemoveAt(buffers.Current), Current = buffers.Current } : added;
    }

    private static Part<QueryPanelState> Saved(Part<QueryPanelState> part, SqlFileSaved saved)
    {
        var buffers = part.Own.Buffers.Change(b =>
            b with
            {
                Path = saved.Path,
                Name = Path.GetFileName(saved.Path),
                FileText = saved.Text,
            }
        );
        return (part with { Own = part.Own with { Buffers = buffers } }).Announce(part.Texts.Saved(saved.Path));
    }

    private static Part<QueryPanelState> Edited(Part<QueryPanelState> part, EditedOutside edited)
    {
        if (edited.Fault is { } fault)
            return part.Announce(part.Texts.EditorFailed(fault), isError: true);
        if (edited.Text is not { } text || text == edited.Before || text.TrimEnd('\n') == edited.Before)
            return part;
        var sql = text.EndsWith('\n') && !edited.Before.EndsWith('\n') ? text[..^1] : text;
        if (part.Own.Buffers.Current == edited.Buffer && part.Own.Editor.Text == edited.Before)
            return Completing.Stopped(part with { Own = part.Own with { Editor = part.Own.Editor.SetText(sql).MoveTo(default) } });
        return EditorActions.InBuffers(part, b => b.Add(null, null, sql)).Say(part.Texts.ChangedMeanwhile);
    }
}
