using Analytics.Terminal.Input;

namespace Analytics.Terminal.Widgets;

public sealed partial record TextEditor
{
    /// <summary>
    /// The editor after a key or a paste; null when it has no meaning here, so that the application may give it one.
    /// Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z undo and redo; Tab indents; Ctrl or Alt with ← and → go by words; Alt with ↑ and ↓ moves lines,
    /// with Shift too copies them; Ctrl+Shift+K deletes them; Ctrl+/ is left to the application. For the mouse see
    /// <see cref="HandleMouse"/>.
    /// </summary>
    /// <param name="input">What came.</param>
    /// <param name="pageLines">Lines that PgUp and PgDn move.</param>
    public TextEditor? Handle(InputEvent input, int pageLines) =>
        input switch
        {
            PasteEvent paste => Insert(paste.Text),
            KeyEvent { IsTyping: true } typed => Type(typed.Text),
            KeyEvent { Key: Key.Character, Modifiers: KeyModifiers.Ctrl or (KeyModifiers.Ctrl | KeyModifiers.Shift) } command =>
                HandleCommand(command),
            KeyEvent key => HandleEdit(key) ?? HandleMove(key, Math.Max(1, pageLines)),
            _ => null,
        };

    private TextEditor? HandleCommand(KeyEvent key) =>
        (key.Text, (key.Modifiers & KeyModifiers.Shift) != 0) switch
        {
            ("z", false) => Undo(),
            ("y", false) or ("z", true) => Redo(),
            ("a", false) => SelectAll(),
            ("w", false) => Delete(WordBefore()),
            ("u", false) => Delete(new(Cursor.Line, 0)),
            ("k", true) => DeleteLines(),
            ("k", false) => Delete(Cursor.Column < Line.Length ? new(Cursor.Line, Line.Length) : After()),
            _ => null,
        };

    private TextEditor? HandleEdit(KeyEvent key)
    {
        var byWord = (key.Modifiers & (KeyModifiers.Ctrl | KeyModifiers.Alt)) != 0;
        return key.Key switch
        {
            Key.Enter when key.Modifiers is KeyModifiers.None or KeyModifiers.Shift => NewLine(),
            Key.Tab when key.Modifiers == KeyModifiers.None => Indent(),
            Key.Tab when key.Modifiers == KeyModifiers.Shift => Outdent(),
            Key.Up or Key.Down when key.Modifiers == KeyModifiers.Alt => ShiftLines(key.Key == Key.Up ? -1 : 1),
            Key.Up or Key.Down when key.Modifiers == (KeyModifiers.Alt | KeyModifiers.Shift) => DuplicateLines(below: key.Key == Key.Down),
            Key.Backspace => Delete(byWord ? WordBefore() : Before()),
            Key.Delete => Delete(byWord ? WordAfter() : After()),
            _ => null,
        };
    }

    private TextEditor? HandleMove(KeyEvent key, int page)
    {
        var extend = (key.Modifiers & KeyModifiers.Shift) != 0;
        var far = (key.Modifiers & (KeyModifiers.Ctrl | KeyModifiers.Alt)) != 0;
        return key.Key switch
        {
            Key.Left => MoveTo(
                far ? WordBefore()
                    : HasSelection && !extend ? SelectionStart
                    : Before(),
                extend
            ),
            Key.Right => MoveTo(
                far ? WordAfter()
                    : HasSelection && !extend ? SelectionEnd
                    : After(),
                extend
            ),
            Key.Up => MoveRows(-1, extend),
            Key.Down => MoveRows(1, extend),
            Key.PageUp => MoveRows(-page, extend),
            Key.PageDown => MoveRows(page, extend),
            Key.Home => MoveTo(far ? default : LineStart(), extend),
            Key.End => MoveTo(far ? Buffer.End : LineEnd(), extend),
            _ => null,
        };
    }

    // Home goes to the beginning of a row that goes a line on, then to the first sign of the line, and from there to its beginning.
    private TextPosition LineStart()
    {
        var row = CellsOf(RowAt(Cursor)).Start;
        if (row > 0 && Cursor.Column != row)
            return new(Cursor.Line, row);
        var indent = Line.Length - Line.TrimStart(' ', '\t').Length;
        return new(Cursor.Line, Cursor.Column == indent ? 0 : indent);
    }

    // End goes to the last character of a row after which the line goes on, and from there to the line's end.
    private TextPosition LineEnd()
    {
        if (!IsInRows)
            return new(Cursor.Line, Line.Length);
        var row = IndexIn(RowAt(Cursor), RowWidth);
        return new(Cursor.Line, Cursor.Column == row ? Line.Length : Math.Max(row, Cursor.Column));
    }

    private TextPosition Before() => Before(Cursor);

    private TextPosition After() => After(Cursor);

    private TextPosition Before(TextPosition at) =>
        at switch
        {
            { Column: > 0 } => at with { Column = ClusterBreaks.Previous(Buffer.Lines[at.Line], at.Column) },
            { Line: > 0 } => new(at.Line - 1, Buffer.Lines[at.Line - 1].Length),
            _ => at,
        };

    private TextPosition After(TextPosition at)
    {
        var line = Buffer.Lines[at.Line];
        if (at.Column < line.Length)
            return at with { Column = ClusterBreaks.Next(line, at.Column) };
        return at.Line < Buffer.Lines.Count - 1 ? new(at.Line + 1, 0) : at;
    }

    private TextPosition WordBefore() => Cursor.Column > 0 ? new(Cursor.Line, Words.Previous(Line, Cursor.Column)) : Before();

    private TextPosition WordAfter() => Cursor.Column < Line.Length ? new(Cursor.Line, Words.Next(Line, Cursor.Column)) : After();
}
