using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets;
using Analytics.Terminal.Widgets.Editing;
using Analytics.Terminal.Widgets.Vim;
using Analytics.Tui.App;
using Analytics.Tui.Settings;

namespace Analytics.Tui.Editor;

/// <summary>The editor's actions.</summary>
internal static class EditorActions
{
    private const int MostHistory = HistoryFile.Most;

    /// <summary>Does an action; null if it is none of the editor's.</summary>
    public static Outcome<ConsoleState, ConsoleEffect>? Do(ConsoleState state, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.RunAll => QueryActions.RunAll(state),
            ConsoleAction.CompleteWord => Completing.Ask(state),
            ConsoleAction.NewBuffer => InBuffers(state, b => b.Add(null, null, "")),
            ConsoleAction.CloseBuffer => EditorWindows.AskClose(state),
            ConsoleAction.NextBuffer => InBuffers(state, b => b.Turn(1)),
            ConsoleAction.PreviousBuffer => InBuffers(state, b => b.Turn(-1)),
            ConsoleAction.RenameBuffer => EditorWindows.Ask(state, AskedFor.BufferName, state.Query.Buffers.InView.Name),
            ConsoleAction.History => EditorWindows.History(state),
            ConsoleAction.Palette => EditorWindows.Commands(state),
            ConsoleAction.Find => OpenFind(state, replaces: false),
            ConsoleAction.Replace => OpenFind(state, replaces: true),
            ConsoleAction.GoToLine => EditorWindows.Ask(state, AskedFor.Line, ""),
            ConsoleAction.Format => SqlEdits.Formatted(state.Query.Editor) is var formatted
            && ReferenceEquals(formatted, state.Query.Editor)
                ? state.Say(state.Texts.NothingFormatted)
                : WithEditor(state, formatted),
            ConsoleAction.ToggleComment => WithEditor(state, SqlEdits.Commented(state.Query.Editor)),
            ConsoleAction.OpenSql => EditorWindows.Ask(state, AskedFor.FileToOpen, ""),
            ConsoleAction.SaveSql => Save(state),
            ConsoleAction.SaveSqlAs => AskSave(state),
            ConsoleAction.EditOutside => Outcome.Of<ConsoleState, ConsoleEffect>(
                state,
                new EditOutside(state.Query.Buffers.Current, state.Query.Editor.Text)
            ),
            ConsoleAction.ToggleVim => ToggleVim(state),
            _ => (Outcome<ConsoleState, ConsoleEffect>?)null,
        };

    /// <summary>A command of the vim command line.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Command(ConsoleState state, string command) =>
        command.Split(' ', 2, StringSplitOptions.TrimEntries) switch
        {
            ["w"] => Save(state),
            ["w" or "saveas", var path] => SaveAs(state, path),
            ["q" or "qa" or "q!" or "qa!" or "x" or "wq" or "wqa"] => state with { IsOver = true },
            ["e" or "edit", var path] => Outcome.Of<ConsoleState, ConsoleEffect>(state, new OpenSqlFile(FilePaths.Full(path))),
            ["enew" or "new" or "tabnew"] => InBuffers(state, b => b.Add(null, null, "")),
            ["bn" or "bnext"] => InBuffers(state, b => b.Turn(1)),
            ["bp" or "bprevious" or "bN"] => InBuffers(state, b => b.Turn(-1)),
            ["bd" or "bdelete"] => EditorWindows.AskClose(state),
            ["run"] => QueryActions.Run(state),
            _ => state.Say(state.Texts.UnknownCommand(command), isError: true),
        };

    /// <summary>With SQL that is run kept in the history.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Remembered(Outcome<ConsoleState, ConsoleEffect> outcome, QueryRequest query)
    {
        var history = outcome.State.Query.History;
        if (query is not SqlRequest sql || (history.Count > 0 && history[^1] == sql.Sql))
            return outcome;
        var kept = (history.Count < MostHistory ? history : history.RemoveAt(0)).Add(sql.Sql);
        return new(
            outcome.State with
            {
                Query = outcome.State.Query with { History = kept },
            },
            [.. outcome.Effects, new KeepInHistory(sql.Sql)]
        );
    }

    /// <summary>
    /// With the buffers changed: the text in view goes back to its buffer, the one in view afterwards comes into the editor.
    /// </summary>
    public static ConsoleState InBuffers(ConsoleState state, Func<BufferList, BufferList> change)
    {
        var next = change(state.Query.Buffers.Holding(state.Query.Editor));
        var shown = state with
        {
            Focus = Panel.Query,
            Query = state.Query with
            {
                ShowsForm = false,
                Buffers = next,
                Editor = next.InView.Editor,
                Find = null,
                Vim = state.Query.Vim is null ? null : VimEditor.Of(next.InView.Editor),
            },
        };
        return Completing.Stopped(shown);
    }

    public static Outcome<ConsoleState, ConsoleEffect> SaveAs(ConsoleState state, string path)
    {
        var buffer = state.Query.Buffers.InView;
        var full = FilePaths.Full(path);
        var expected = buffer.Path == full ? buffer.FileText : null;
        return Outcome.Of<ConsoleState, ConsoleEffect>(
            state with
            {
                Window = null,
            },
            new SaveSqlFile(full, FilePaths.Ended(state.Query.Editor.Text), expected, Overwrite: false)
        );
    }

    private static ConsoleState WithEditor(ConsoleState state, TextEditor editor) =>
        Completing.Stopped(state with { Query = state.Query with { Editor = editor } });

    private static Outcome<ConsoleState, ConsoleEffect> Save(ConsoleState state) =>
        state.Query.Buffers.InView.Path is { } path ? SaveAs(state, path) : AskSave(state);

    private static ConsoleState AskSave(ConsoleState state)
    {
        var buffer = state.Query.Buffers.InView;
        return EditorWindows.Ask(
            state,
            AskedFor.FileToSave,
            buffer.Path ?? (buffer.Name.EndsWith(".sql", StringComparison.Ordinal) ? buffer.Name : buffer.Name + ".sql")
        );
    }

    private static ConsoleState OpenFind(ConsoleState state, bool replaces)
    {
        var step = FindBar.Open(state.Query.Editor, replaces);
        return Completing.Stopped(state with { Query = state.Query with { Find = step.Bar, Editor = step.Editor } });
    }

    private static Outcome<ConsoleState, ConsoleEffect> ToggleVim(ConsoleState state)
    {
        var vim = state.Query.Vim is null ? VimEditor.Of(state.Query.Editor) : null;
        var editor = vim?.Editor ?? state.Query.Editor;
        // A selection of whole lines is vim's; standard keys begin without one.
        var next = state with
        {
            Query = state.Query with { Vim = vim, Editor = vim is null ? editor.MoveTo(editor.Cursor) : editor },
        };
        var settings = state.Settings.ChooseVim(vim is not null);
        return Outcome.Of<ConsoleState, ConsoleEffect>(
            Completing.Stopped(next with { Settings = settings }).Say(vim is null ? state.Texts.VimOff : state.Texts.VimOn),
            new WriteSettings(settings.Choices)
        );
    }
}
