using Analytics.Engine.Sql;
using Analytics.Terminal.Widgets;
using Analytics.Terminal.Widgets.Editing;
using Analytics.Terminal.Widgets.Vim;

namespace Analytics.Tui.Editor;

/// <summary>The editor's actions.</summary>
internal static class EditorActions
{
    /// <summary>Does an action; null if it is none of the editor's.</summary>
    public static Part<QueryPanelState>? Do(Part<QueryPanelState> part, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.CompleteWord => Completing.Ask(part),
            ConsoleAction.NewBuffer => InBuffers(part, b => b.Add(null, null, "")),
            ConsoleAction.CloseBuffer => CloseBufferWindow.Open(part),
            ConsoleAction.NextBuffer => InBuffers(part, b => b.Turn(1)),
            ConsoleAction.PreviousBuffer => InBuffers(part, b => b.Turn(-1)),
            ConsoleAction.RenameBuffer => AskWindow.Open(part, AskedFor.BufferName, part.Own.Buffers.InView.Name),
            ConsoleAction.History => HistoryWindow.Open(part),
            ConsoleAction.ListBuffers => BufferListWindow.Open(part),
            ConsoleAction.Find => OpenFind(part, replaces: false),
            ConsoleAction.Replace => OpenFind(part, replaces: true),
            ConsoleAction.GoToLine => AskWindow.Open(part, AskedFor.Line, ""),
            ConsoleAction.Format => SqlEdits.Formatted(part.Own.Editor) is var formatted && ReferenceEquals(formatted, part.Own.Editor)
                ? part.Say(part.Texts.NothingFormatted)
                : WithEditor(part, formatted),
            ConsoleAction.ToggleComment => WithEditor(part, SqlEdits.Commented(part.Own.Editor)),
            ConsoleAction.OpenSql => Completing.Stopped(part with { Window = new OpenSqlWindow("") }),
            ConsoleAction.SaveSql => Save(part),
            ConsoleAction.SaveSqlAs => AskSave(part),
            ConsoleAction.EditOutside => part.Doing(new EditOutside(part.Own.Buffers.Current, part.Own.Editor.Text)),
            _ => BufferListWindow.Do(part, action),
        };

    /// <summary>A command of the vim command line.</summary>
    public static Part<QueryPanelState> Command(Part<QueryPanelState> part, string command) =>
        command.Split(' ', 2, StringSplitOptions.TrimEntries) switch
        {
            ["w"] => Save(part),
            ["w" or "saveas", var path] => SaveAs(part, path),
            ["q" or "qa" or "q!" or "qa!" or "x" or "wq" or "wqa"] => part with { Common = part.Common with { IsOver = true } },
            ["e" or "edit", var path] => part.Doing(new OpenSqlFile(FilePaths.Full(path))),
            ["enew" or "new" or "tabnew"] => InBuffers(part, b => b.Add(null, null, "")),
            ["bn" or "bnext"] => InBuffers(part, b => b.Turn(1)),
            ["bp" or "bprevious" or "bN"] => InBuffers(part, b => b.Turn(-1)),
            ["bd" or "bdelete"] => CloseBufferWindow.Open(part),
            ["run"] => part.Wishing(new ActionWish(ConsoleAction.Run)),
            _ => part.Say(part.Texts.UnknownCommand(command), isError: true),
        };

    /// <summary>What the editor's key runs: the selection, else the statement at the cursor; null where there is none.</summary>
    public static SqlRequest? AtCursor(TextEditor editor)
    {
        if (editor.HasSelection && !string.IsNullOrWhiteSpace(editor.SelectedText))
            return new SqlRequest(editor.SelectedText, editor.MoveTo(editor.SelectionStart).CursorOffset);
        var script = SqlScript.Read(editor.Text);
        return script.StatementAt(editor.CursorOffset) is { } statement
            ? new SqlRequest(script.Text[statement], statement.Start.Value)
            : null;
    }

    /// <summary>A query is started: no place is wrong any more, and SQL is kept in the history.</summary>
    public static Part<QueryPanelState> Started(Part<QueryPanelState> part, QueryRequest query)
    {
        var (history, own) = (part.Own.History, part.Own with { Editor = part.Own.Editor with { ErrorMark = null } });
        if (query is not SqlRequest sql)
            return part with { Own = own };
        var entry = new HistoryEntry(sql.Sql, part.Common.Began + part.Now);
        var before =
            history.Count > 0 && history[^1].Sql == sql.Sql ? history.RemoveAt(history.Count - 1)
            : history.Count < QueryPanelState.MostHistory ? history
            : history.RemoveAt(0);
        return (part with { Own = own with { History = before.Add(entry) } }).Doing(new KeepInHistory(entry));
    }

    /// <summary>SQL has ended: the history has what came of it.</summary>
    public static Part<QueryPanelState> Ended(Part<QueryPanelState> part, SqlRequest sql, TimeSpan elapsed, long? rows, bool hasFailed)
    {
        var at = part.Own.History.FindLastIndex(e => e.Sql == sql.Sql && e.Elapsed is null);
        if (at < 0)
            return part;
        var entry = part.Own.History[at] with { Elapsed = elapsed, Rows = rows, HasFailed = hasFailed };
        return (part with { Own = part.Own with { History = part.Own.History.SetItem(at, entry) } }).Doing(new KeepInHistory(entry));
    }

    /// <summary>SQL of the editor has failed: it is in view, marked where it is wrong, and has the focus.</summary>
    public static Part<QueryPanelState> Failed(Part<QueryPanelState> part, SqlRequest sql, int? position)
    {
        var editor = part.Own.Editor;
        if (position is { } offset)
        {
            var place = editor.PositionAt(sql.Offset + offset);
            editor = editor.MoveTo(place) with { ErrorMark = place };
        }
        return part with { Focus = Panel.Query, Own = part.Own with { ShowsForm = false, Editor = editor } };
    }

    /// <summary>With another text, which one undo takes back.</summary>
    public static Part<QueryPanelState> Replaced(Part<QueryPanelState> part, string sql) =>
        part with
        {
            Own = part.Own with
            {
                ShowsForm = false,
                Editor = part.Own.Editor.Text == sql ? part.Own.Editor : part.Own.Editor.SetText(sql),
            },
        };

    /// <summary>
    /// With SQL put in at the cursor, apart from what stands before it: a column after another thing than a keyword begins with a comma.
    /// </summary>
    public static Part<QueryPanelState> Inserted(Part<QueryPanelState> part, string sql, bool isColumn)
    {
        var editor = part.Own.Editor;
        var before = editor.Text[..editor.MoveTo(editor.SelectionStart).CursorOffset];
        var isApart = before.Length == 0 || char.IsWhiteSpace(before[^1]) || before[^1] is '(' or '.';
        var joined =
            isApart ? sql
            : isColumn && EndsAnExpression(before) ? ", " + sql
            : " " + sql;
        return Completing.Stopped(part with { Own = part.Own with { ShowsForm = false, Editor = editor.Insert(joined) } });
    }

    /// <summary>With vim keys or standard keys, as the settings have it.</summary>
    public static Part<QueryPanelState> WithVim(Part<QueryPanelState> part, bool usesVim)
    {
        if (usesVim == part.Own.Vim is not null)
            return part;
        var vim = usesVim ? VimEditor.Of(part.Own.Editor) : null;
        var editor = vim?.Editor ?? part.Own.Editor;
        // A selection of whole lines is vim's; standard keys begin without one.
        var own = part.Own with
        {
            Vim = vim,
            Editor = vim is null ? editor.MoveTo(editor.Cursor) : editor,
        };
        return Completing.Stopped(part with { Own = own });
    }

    /// <summary>With long lines wrapped or not, as the settings have it.</summary>
    public static Part<QueryPanelState> WithWrap(Part<QueryPanelState> part, bool wraps) =>
        part.Own.Editor.IsWrapped == wraps
            ? part
            : part with
            {
                Own = part.Own with { Editor = part.Own.Editor with { IsWrapped = wraps } },
            };

    /// <summary>
    /// With the buffers changed: the text in view goes back to its buffer, the one in view afterwards comes into the editor.
    /// </summary>
    public static Part<QueryPanelState> InBuffers(Part<QueryPanelState> part, Func<BufferList, BufferList> change)
    {
        var next = change(part.Own.Buffers.Holding(part.Own.Editor));
        var shown = part with
        {
            Focus = Panel.Query,
            Own = part.Own with
            {
                ShowsForm = false,
                Buffers = next,
                Editor = next.InView.Editor,
                Find = null,
                Vim = part.Own.Vim is null ? null : VimEditor.Of(next.InView.Editor),
            },
        };
        return Completing.Stopped(shown);
    }

    public static Part<QueryPanelState> SaveAs(Part<QueryPanelState> part, string path)
    {
        var buffer = part.Own.Buffers.InView;
        var full = FilePaths.Full(path);
        var expected = buffer.Path == full ? buffer.FileText : null;
        return (part with { Window = null }).Doing(
            new SaveSqlFile(full, FilePaths.Ended(part.Own.Editor.Text), expected, Overwrite: false)
        );
    }

    private static Part<QueryPanelState> WithEditor(Part<QueryPanelState> part, TextEditor editor) =>
        Completing.Stopped(part with { Own = part.Own with { Editor = editor } });

    private static Part<QueryPanelState> Save(Part<QueryPanelState> part) =>
        part.Own.Buffers.InView.Path is { } path ? SaveAs(part, path) : AskSave(part);

    private static Part<QueryPanelState> AskSave(Part<QueryPanelState> part)
    {
        var buffer = part.Own.Buffers.InView;
        var path = buffer.Path ?? (buffer.Name.EndsWith(".sql", StringComparison.Ordinal) ? buffer.Name : buffer.Name + ".sql");
        return Completing.Stopped(part with { Window = new SaveSqlWindow(path) });
    }

    private static Part<QueryPanelState> OpenFind(Part<QueryPanelState> part, bool replaces)
    {
        var step = FindBar.Open(part.Own.Editor, replaces);
        return Completing.Stopped(part with { Own = part.Own with { Find = step.Bar, Editor = step.Editor } });
    }

    private static bool EndsAnExpression(string sql) =>
        SqlTokenizer.Read(sql)
            is [.., { Kind: not (SqlTokenKind.Keyword or SqlTokenKind.Comment or SqlTokenKind.Operator or SqlTokenKind.Separator) }];
}
