using Analytics.Terminal.Widgets.Editing;

namespace Analytics.Terminal.Widgets;

public sealed partial record TextEditor
{
    /// <summary>The cursor at the beginning of a line, counted from 1, or of the nearest there is.</summary>
    public TextEditor GoToLine(int number) => MoveTo(new(Math.Clamp(number, 1, Buffer.Lines.Count) - 1, 0));

    /// <summary>
    /// Moves the lines of the selection (or the cursor's line) up or down past their neighbours, as far as there are any.
    /// </summary>
    public TextEditor ShiftLines(int by)
    {
        var (first, last) = (SelectionStart.Line, LastSelectedLine);
        by = Math.Clamp(by, -first, Buffer.Lines.Count - 1 - last);
        if (by == 0)
            return this;
        var moved = Buffer.Lines.GetRange(first, last - first + 1);
        var lines = Buffer.Lines.RemoveRange(first, moved.Count).InsertRange(first + by, moved);
        var (from, to) = (Math.Min(first, first + by), Math.Max(last, last + by));
        return ReplaceLines(from, to, lines.GetRange(from, to - from + 1), by);
    }

    /// <summary>
    /// Copies the lines of the selection (or the cursor's line) below or above themselves; the selection goes with the copy.
    /// </summary>
    public TextEditor DuplicateLines(bool below = true)
    {
        var lines = Buffer.Lines.GetRange(SelectionStart.Line, LastSelectedLine - SelectionStart.Line + 1);
        return ReplaceLines(SelectionStart.Line, LastSelectedLine, [.. lines, .. lines], below ? lines.Count : 0);
    }

    /// <summary>Deletes the lines of the selection (or the cursor's line).</summary>
    public TextEditor DeleteLines()
    {
        var buffer = Buffer.RemoveLines(SelectionStart.Line, LastSelectedLine);
        return (Remember(EditKind.Other) with { Buffer = buffer }).MoveTo(new(SelectionStart.Line, Cursor.Column));
    }

    /// <summary>
    /// Selects the next match of a search after the selection (or at the cursor or after it), going round at the end; null when there is
    /// none.
    /// </summary>
    public TextEditor? FindNext(TextSearch search)
    {
        var found = search.Next(Buffer, SelectionEnd);
        // An empty match where the cursor already stands leads nowhere.
        if (found is { } match && match.From == match.To && match.From == Cursor)
            found = search.Next(Buffer, After());
        return found is var (from, to) ? Select(from, to) : null;
    }

    /// <summary>Selects the last match of a search before the selection, going round at the beginning; null when there is none.</summary>
    public TextEditor? FindPrevious(TextSearch search) =>
        search.Previous(Buffer, SelectionStart) is var (from, to) ? Select(from, to) : null;

    /// <summary>Replaces the selection where it is a match of the search, then selects the next match after it, if any.</summary>
    public TextEditor ReplaceNext(TextSearch search, string replacement)
    {
        var isMatch =
            SelectionStart.Line == SelectionEnd.Line
            && search.In(Line).Contains((SelectionStart.Column, SelectionEnd.Column - SelectionStart.Column));
        var replaced = isMatch && search.Replacement(Line, SelectionStart.Column, replacement) is { } text ? Insert(text) : this;
        return replaced.FindNext(search) ?? replaced;
    }

    /// <summary>
    /// Replaces the matches of a search in a range of lines, all or the first of each; one undo step. Gives the number of replacements.
    /// </summary>
    /// <param name="search">What to replace.</param>
    /// <param name="replacement">What by, see <see cref="TextSearch.Replacement"/>.</param>
    /// <param name="first">First line, from 0.</param>
    /// <param name="last">Last line.</param>
    /// <param name="onlyFirst">Whether only the first match of each line is replaced.</param>
    public (TextEditor Editor, int Count) ReplaceAll(TextSearch search, string replacement, int first, int last, bool onlyFirst = false)
    {
        var changed = Buffer.Lines.GetRange(first, last - first + 1).Select(line => search.Replace(line, replacement, onlyFirst)).ToArray();
        var count = changed.Sum(line => line.Count);
        if (count == 0)
            return (this, 0);
        var (buffer, _) = Buffer.Replace(
            new(first, 0),
            new(last, Buffer.Lines[last].Length),
            string.Join('\n', changed.Select(line => line.Line))
        );
        return ((Remember(EditKind.Other) with { Buffer = buffer }).MoveTo(Cursor), count);
    }

    /// <summary>Replaces all matches of a search in the whole text; one undo step. Gives the number of replacements.</summary>
    public (TextEditor Editor, int Count) ReplaceAll(TextSearch search, string replacement) =>
        ReplaceAll(search, replacement, 0, Buffer.Lines.Count - 1);

    private TextEditor ReplaceLines(int first, int last, IEnumerable<string> lines, int shift)
    {
        var (buffer, _) = Buffer.Replace(new(first, 0), new(last, Buffer.Lines[last].Length), string.Join('\n', lines));
        return Remember(EditKind.Other) with
        {
            Buffer = buffer,
            Cursor = buffer.Clamp(Cursor with { Line = Cursor.Line + shift }),
            Anchor = buffer.Clamp(Anchor with { Line = Anchor.Line + shift }),
        };
    }
}
