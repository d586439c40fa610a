using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets.Vim;
using Analytics.Tui.App;
using Analytics.Tui.Settings;

namespace Analytics.Tui.Editor;

/// <summary>Takes in the answers of the editor's effects.</summary>
internal static class EditorAnswers
{
    /// <summary>The outcome; null if the answer is none of the editor's.</summary>
    public static Outcome<ConsoleState, ConsoleEffect>? Apply(ConsoleState state, ConsoleEvent answer) =>
        answer switch
        {
            StateHasBeenRead read => Restored(state, read.Stored),
            BuffersWritten written => AutoSave.Written(state, written),
            NotKept fault => state.Announce(state.Texts.NotKept(fault.Fault.In(state.Language)), isError: true),
            NamesRead names => Completing.WithNames(state, names),
            Offered offered => Completing.Offered(state, offered),
            SqlFileOpened opened => EditorActions.InBuffers(state, b => Opened(b, opened)).Say(state.Texts.Opened(opened.Path)),
            SqlFileSaved saved => Saved(state, saved),
            SqlFileExists exists => state with { Window = EditorWindows.AskReplace(state.Texts, exists.Effect) },
            SqlFileFailed failed => state.Announce(failed.Message, isError: true),
            EditedOutside edited => Edited(state, edited),
            _ when SettingsActions.Apply(state, answer) is { } outcome => outcome,
            _ => (Outcome<ConsoleState, ConsoleEffect>?)null,
        };

    /// <summary>Buffers of the run before come before what was typed meanwhile.</summary>
    private static ConsoleState Restored(ConsoleState state, StoredState stored)
    {
        var buffers = state.Query.Buffers.Holding(state.Query.Editor).After(stored.Buffers);
        var editor = buffers.InView.Editor;
        var usesVim = state.Query.Vim is not null || (state.Settings.File.Vim ?? stored.Choices.UsesVim ?? false);
        var next = state with
        {
            Faults = state.Faults.AddRange(stored.Faults),
            Sizes = stored.Sizes,
            Settings = state.Settings.With(stored.Choices),
            Query = state.Query with
            {
                Buffers = buffers,
                Editor = editor,
                History = [.. stored.History, .. state.Query.History],
                Vim = usesVim ? VimEditor.Of(editor) : null,
            },
        };
        // A first write takes the restored buffers over for good.
        return next with { Query = next.Query with { Saving = next.Query.Saving with { IsRead = true } } };
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

    private static ConsoleState Saved(ConsoleState state, SqlFileSaved saved)
    {
        var buffers = state.Query.Buffers.Change(b =>
            b with
            {
                Path = saved.Path,
                Name = Path.GetFileName(saved.Path),
                FileText = saved.Text,
            }
        );
        return (state with { Query = state.Query with { Buffers = buffers } }).Announce(state.Texts.Saved(saved.Path));
    }

    private static ConsoleState Edited(ConsoleState state, EditedOutside edited)
    {
        if (edited.Fault is { } fault)
            return state.Announce(state.Texts.EditorFailed(fault), isError: true);
        if (edited.Text is not { } text || text == edited.Before || text.TrimEnd('\n') == edited.Before)
            return state;
        var sql = text.EndsWith('\n') && !edited.Before.EndsWith('\n') ? text[..^1] : text;
        if (state.Query.Buffers.Current == edited.Buffer && state.Query.Editor.Text == edited.Before)
            return Completing.Stopped(state with { Query = state.Query with { Editor = state.Query.Editor.SetText(sql).MoveTo(default) } });
        return EditorActions.InBuffers(state, b => b.Add(null, null, sql)).Say(state.Texts.ChangedMeanwhile);
    }
}
