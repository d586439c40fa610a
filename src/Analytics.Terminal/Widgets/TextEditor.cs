using System.Collections.Immutable;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets.Editing;

namespace Analytics.Terminal.Widgets;

/// <summary>What a selection covers of the text between its two ends.</summary>
public enum SelectionShape
{
    /// <summary>What lies between them, as with a cursor that stands between characters.</summary>
    Between,

    /// <summary>
    /// Also the character after the later end, as with a cursor that stands on characters; at the end of a line that is the line end.
    /// </summary>
    Inclusive,

    /// <summary>Whole lines.</summary>
    Lines,
}

/// <summary>
/// A text of several lines to edit: cursor, selection, undo, scrolling. Immutable; each operation gives the next editor.
/// Undo steps share lines with their neighbours; characters typed in a row are one step.
/// </summary>
public sealed partial record TextEditor
{
    private const int MostUndoSteps = 1000;
    private const string IndentText = "    ";

    private enum EditKind
    {
        Other,
        Typing,
        Deleting,
    }

    private sealed record Version(TextBuffer Buffer, TextPosition Cursor);

    private ImmutableList<Version> Past { get; init; } = [];
    private ImmutableStack<Version> Future { get; init; } = [];
    private EditKind LastEdit { get; init; }
    private int? WishedColumn { get; init; }
    private bool IsScrolledAway { get; init; }

    /// <summary>The text.</summary>
    public TextBuffer Buffer { get; private init; } = TextBuffer.Empty;

    /// <summary>Where typing goes.</summary>
    public TextPosition Cursor { get; private init; }

    /// <summary>The other end of the selection; equal to the cursor when nothing is selected.</summary>
    public TextPosition Anchor { get; private init; }

    /// <summary>What the selection covers.</summary>
    public SelectionShape Shape { get; private init; }

    /// <summary>A search whose matches are marked; null for none. Moving and editing keep it.</summary>
    public TextSearch? Search { get; init; }

    /// <summary>Cells between tab stops. Tabs in the text are shown and kept; the Tab key types blanks.</summary>
    public int TabWidth
    {
        get;
        init => field = Math.Clamp(value, 1, 16);
    } = IndentText.Length;

    /// <summary>The line shown first, from its row <see cref="TopRow"/> on.</summary>
    public int Top { get; private init; }

    /// <summary>First column of cells shown.</summary>
    public int Left { get; private init; }

    /// <summary>A place to mark as wrong, as an engine reports it; null for none. Any edit clears it.</summary>
    public TextPosition? ErrorMark { get; init; }

    /// <summary>An empty editor.</summary>
    public static TextEditor Empty { get; } = new();

    /// <summary>An editor of a text with the cursor at its beginning.</summary>
    public static TextEditor Of(string text) => new() { Buffer = TextBuffer.Of(text) };

    /// <summary>The text, lines joined by LF.</summary>
    public string Text => Buffer.ToString();

    /// <summary>Whether something is selected.</summary>
    public bool HasSelection => Cursor != Anchor || Shape != SelectionShape.Between;

    /// <summary>The selected text.</summary>
    public string SelectedText => Buffer.Between(SelectionStart, SelectionEnd);

    /// <summary>Where the selection begins.</summary>
    public TextPosition SelectionStart => Earlier with { Column = Shape == SelectionShape.Lines ? 0 : Earlier.Column };

    /// <summary>Where the selection ends; the text between the two places is what is selected.</summary>
    public TextPosition SelectionEnd =>
        Shape switch
        {
            SelectionShape.Between => Later,
            SelectionShape.Inclusive => After(Later),
            _ => new(Later.Line, Buffer.Lines[Later.Line].Length),
        };

    private TextPosition Earlier => Cursor < Anchor ? Cursor : Anchor;

    private TextPosition Later => Cursor < Anchor ? Anchor : Cursor;

    private string Line => Buffer.Lines[Cursor.Line];

    /// <summary>The cursor's offset in <see cref="Text"/>, in UTF-16 units.</summary>
    public int CursorOffset => Buffer.Lines.Take(Cursor.Line).Sum(line => line.Length + 1) + Cursor.Column;

    /// <summary>The place of an offset in <see cref="Text"/>.</summary>
    public TextPosition PositionAt(int offset)
    {
        var line = 0;
        var left = Math.Max(0, offset);
        while (line < Buffer.Lines.Count - 1 && left > Buffer.Lines[line].Length)
            left -= Buffer.Lines[line++].Length + 1;
        return Buffer.Clamp(new(line, left));
    }

    /// <summary>Puts a text in place of the selection.</summary>
    public TextEditor Insert(string text) => Replace(SelectionStart, SelectionEnd, text, EditKind.Other);

    /// <summary>Types a character in place of the selection; joins the undo step of the character before.</summary>
    public TextEditor Type(string text) =>
        Replace(SelectionStart, SelectionEnd, text, HasSelection || string.IsNullOrWhiteSpace(text) ? EditKind.Other : EditKind.Typing);

    /// <summary>Breaks the line and keeps its indent.</summary>
    public TextEditor NewLine()
    {
        var indent = Line.Length - Line.AsSpan().TrimStart(" \t").Length;
        return Insert("\n" + Line[..Math.Min(indent, SelectionStart.Line == Cursor.Line ? SelectionStart.Column : 0)]);
    }

    /// <summary>Deletes the selection, else from the cursor to a place.</summary>
    public TextEditor Delete(TextPosition to)
    {
        if (HasSelection)
            return Insert("");
        var (from, end) = Cursor < to ? (Cursor, to) : (to, Cursor);
        return from == end ? this : Replace(from, end, "", EditKind.Deleting);
    }

    /// <summary>Puts the whole text in place of another; one undo step.</summary>
    public TextEditor SetText(string text) => Replace(default, Buffer.End, text, EditKind.Other);

    /// <summary>Indents the lines of the selection; without one, types blanks up to the next stop.</summary>
    public TextEditor Indent()
    {
        if (!HasSelection)
            return Insert(new string(' ', IndentText.Length - Cells(Cursor.Line).ColumnOf(Cursor.Column) % IndentText.Length));
        return ChangeLines(line => line.Length == 0 ? line : IndentText + line);
    }

    /// <summary>Takes one indent, blanks or a tab, from the lines of the selection, or from the cursor's line.</summary>
    public TextEditor Outdent() => ChangeLines(line => line[OutdentOf(line)..]);

    /// <summary>Puts a mark before each line of the selection (or the cursor's line), or takes it away where all have it.</summary>
    public TextEditor ToggleComment(string mark)
    {
        var lines = Buffer.Lines.GetRange(SelectionStart.Line, LastSelectedLine - SelectionStart.Line + 1);
        var all = lines.TrueForAll(line => line.StartsWith(mark, StringComparison.Ordinal));
        return ChangeLines(line => all ? line[mark.Length..] : mark + line);
    }

    /// <summary>Goes back one step; the editor itself when there is none.</summary>
    public TextEditor Undo() =>
        Past.IsEmpty ? this : Restore(Past[^1]) with { Past = Past.RemoveAt(Past.Count - 1), Future = Future.Push(new(Buffer, Cursor)) };

    /// <summary>Takes back an undo; the editor itself when there is none.</summary>
    public TextEditor Redo()
    {
        if (Future.IsEmpty)
            return this;
        var future = Future.Pop(out var version);
        return Restore(version) with { Past = Past.Add(new(Buffer, Cursor)), Future = future };
    }

    /// <summary>Moves the cursor, with the selection's other end left where it is when extending.</summary>
    public TextEditor MoveTo(TextPosition position, bool extend = false)
    {
        var at = Buffer.Clamp(position);
        at = at with { Column = ClusterBreaks.Snap(Buffer.Lines[at.Line], at.Column) };
        return this with
        {
            Cursor = at,
            Anchor = extend ? Anchor : at,
            Shape = extend ? Shape : SelectionShape.Between,
            LastEdit = EditKind.Other,
            WishedColumn = null,
            IsScrolledAway = false,
        };
    }

    /// <summary>Moves the cursor up or down by rows of the view, keeping to the cell column it started from.</summary>
    public TextEditor MoveRows(int rows, bool extend = false)
    {
        var column = WishedColumn ?? ColumnInRow;
        return PlaceByRows(rows, column) is { } place
            ? MoveTo(place, extend) with
            {
                WishedColumn = column,
            }
            : MoveTo(rows < 0 ? default : Buffer.End, extend);
    }

    /// <summary>Selects everything.</summary>
    public TextEditor SelectAll() => Select(default, Buffer.End);

    /// <summary>Selects the text between two places, or what the shape makes of it; the cursor is at the second.</summary>
    public TextEditor Select(TextPosition anchor, TextPosition cursor, SelectionShape shape = SelectionShape.Between) =>
        MoveTo(anchor).MoveTo(cursor, extend: true) with
        {
            Shape = shape,
        };

    /// <summary>This editor with all that was done since an earlier state of it made one undo step.</summary>
    internal TextEditor AsOneStepSince(TextEditor earlier) =>
        ReferenceEquals(Buffer, earlier.Buffer)
            ? this with
            {
                Past = earlier.Past,
                Future = earlier.Future,
            }
            : this with
            {
                Past = Followed(earlier.Past, earlier),
                Future = [],
                LastEdit = EditKind.Other,
            };

    // A selection that ends at the beginning of a line does not hold that line.
    private int LastSelectedLine =>
        HasSelection && Shape != SelectionShape.Lines && SelectionEnd.Column == 0 && SelectionEnd.Line > SelectionStart.Line
            ? SelectionEnd.Line - 1
            : SelectionEnd.Line;

    private TextEditor Replace(TextPosition from, TextPosition to, string text, EditKind kind)
    {
        var (buffer, end) = Buffer.Replace(from, to, text);
        // What is typed may join the cluster that follows, so the cursor goes on to a boundary.
        end = end with
        {
            Column = ClusterBreaks.AtOrAfter(buffer.Lines[end.Line], end.Column),
        };
        return Remember(kind) with { Buffer = buffer, Cursor = end, Anchor = end, Shape = SelectionShape.Between };
    }

    private TextEditor ChangeLines(Func<string, string> change)
    {
        var (first, last) = (SelectionStart.Line, LastSelectedLine);
        var buffer = Buffer.ChangeLines(first, last, change);
        return Remember(EditKind.Other) with { Buffer = buffer, Cursor = Shift(Cursor), Anchor = Shift(Anchor) };

        TextPosition Shift(TextPosition at) =>
            at.Line < first || at.Line > last
                ? at
                : buffer.Clamp(at with { Column = Math.Max(0, at.Column + buffer.Lines[at.Line].Length - Buffer.Lines[at.Line].Length) });
    }

    // The editor with an undo step for the state now, unless the edit continues the last one.
    private TextEditor Remember(EditKind kind)
    {
        var continues = kind != EditKind.Other && kind == LastEdit;
        return this with
        {
            Past = continues ? Past : Followed(Past, this),
            Future = [],
            LastEdit = kind,
            WishedColumn = null,
            ErrorMark = null,
            IsScrolledAway = false,
        };
    }

    private static ImmutableList<Version> Followed(ImmutableList<Version> past, TextEditor now) =>
        (past.Count >= MostUndoSteps ? past.RemoveAt(0) : past).Add(new(now.Buffer, now.Cursor));

    private TextEditor Restore(Version version) =>
        this with
        {
            Buffer = version.Buffer,
            Cursor = version.Cursor,
            Anchor = version.Cursor,
            Shape = SelectionShape.Between,
            LastEdit = EditKind.Other,
            WishedColumn = null,
            ErrorMark = null,
            IsScrolledAway = false,
        };

    private static int OutdentOf(string line) =>
        line.StartsWith('\t') ? 1 : Math.Min(IndentText.Length, line.Length - line.AsSpan().TrimStart(' ').Length);

    private LineCells Cells(int line, AmbiguousWidth ambiguous = AmbiguousWidth.One) => new(Buffer.Lines[line], TabWidth, ambiguous);
}
