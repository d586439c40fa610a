using Analytics.Engine.Sql;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Editor;

/// <summary>Changes of a text that know SQL.</summary>
internal static class SqlEdits
{
    private const string Comment = "-- ";

    /// <summary>Comments the lines of the selection (or the cursor's line) out, or in again where all are out.</summary>
    public static TextEditor Commented(TextEditor editor) => editor.ToggleComment(Comment);

    /// <summary>The statements that begin in the selection, or else all, laid out anew; one undo step.</summary>
    public static TextEditor Formatted(TextEditor editor)
    {
        var from = editor.MoveTo(editor.SelectionStart).CursorOffset;
        var formatted = editor.HasSelection
            ? SqlFormatter.Format(editor.Text, from..editor.MoveTo(editor.SelectionEnd).CursorOffset)
            : SqlFormatter.Format(editor.Text);
        return formatted == editor.Text ? editor : editor.SetText(formatted).MoveTo(editor.Cursor);
    }
}
