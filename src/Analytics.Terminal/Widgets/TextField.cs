using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Widgets;

/// <summary>How an input draws its parts.</summary>
/// <param name="Text">The text.</param>
/// <param name="Selection">Selected text.</param>
/// <param name="Placeholder">The hint in an empty field.</param>
public sealed record InputStyles(Style Text, Style Selection, Style Placeholder)
{
    /// <summary>The terminal's own colours: reversed selection, dim hint.</summary>
    public static InputStyles Plain { get; } =
        new(default, Style.Default.With(TextAttributes.Reverse), Style.Default.With(TextAttributes.Dim));
}

/// <summary>
/// One line of text to edit. The cursor and the selection's anchor are UTF-16 indexes that always stand between grapheme clusters.
/// </summary>
/// <param name="Text">The text; line ends in pasted text become blanks.</param>
/// <param name="Cursor">Where typing goes.</param>
/// <param name="Anchor">The other end of the selection; equal to the cursor when nothing is selected.</param>
public sealed record TextField(string Text, int Cursor, int Anchor)
{
    /// <summary>An empty field.</summary>
    public static TextField Empty { get; } = new("", 0, 0);

    /// <summary>A field with the cursor at the end of a text.</summary>
    public static TextField Of(string text) => new(text, text.Length, text.Length);

    /// <summary>The selected text.</summary>
    public string SelectedText => Text[SelectionStart..SelectionEnd];

    private int SelectionStart => Math.Min(Cursor, Anchor);

    private int SelectionEnd => Math.Max(Cursor, Anchor);

    /// <summary>The field with all of it selected.</summary>
    public TextField SelectAll() => this with { Anchor = 0, Cursor = Text.Length };

    /// <summary>The field with the selection replaced by a text.</summary>
    public TextField Insert(string text)
    {
        var single = text.ReplaceLineEndings(" ");
        var joined = string.Concat(Text.AsSpan(0, SelectionStart), single, Text.AsSpan(SelectionEnd));
        // What is typed may join the cluster before or after it (a combining mark, a joiner), so the cursor goes on to the cluster's end.
        return At(joined, ClusterBreaks.AtOrAfter(joined, SelectionStart + single.Length));
    }

    /// <summary>The field after a key or a paste; null when it has no meaning for a field (Enter, Tab, Esc, function keys …).</summary>
    public TextField? Handle(InputEvent input) =>
        input switch
        {
            PasteEvent paste => Insert(paste.Text),
            KeyEvent { IsTyping: true } typed => Insert(typed.Text),
            KeyEvent key => HandleKey(key),
            _ => null,
        };

    private TextField? HandleKey(KeyEvent key)
    {
        var extend = (key.Modifiers & KeyModifiers.Shift) != 0;
        var byWord = (key.Modifiers & (KeyModifiers.Ctrl | KeyModifiers.Alt)) != 0;
        return (key.Key, key.Text) switch
        {
            (Key.Left, _) => Move(
                byWord ? Words.Previous(Text, Cursor) : Collapse(extend, SelectionStart) ?? CellText.Previous(Text, Cursor),
                extend
            ),
            (Key.Right, _) => Move(
                byWord ? Words.Next(Text, Cursor) : Collapse(extend, SelectionEnd) ?? CellText.Next(Text, Cursor),
                extend
            ),
            (Key.Home, _) => Move(0, extend),
            (Key.End, _) => Move(Text.Length, extend),
            (Key.Backspace, _) => Delete(byWord ? Words.Previous(Text, Cursor) : CellText.Previous(Text, Cursor), Cursor),
            (Key.Delete, _) => Delete(Cursor, byWord ? Words.Next(Text, Cursor) : CellText.Next(Text, Cursor)),
            (Key.Character, "a") when key.Modifiers == KeyModifiers.Ctrl => SelectAll(),
            (Key.Character, "w") when key.Modifiers == KeyModifiers.Ctrl => Delete(Words.Previous(Text, Cursor), Cursor),
            (Key.Character, "u") when key.Modifiers == KeyModifiers.Ctrl => Delete(0, Cursor),
            (Key.Character, "k") when key.Modifiers == KeyModifiers.Ctrl => Delete(Cursor, Text.Length),
            _ => null,
        };
    }

    // Without Shift, an arrow first goes to the end of the selection it points to.
    private int? Collapse(bool extend, int end) => !extend && Cursor != Anchor ? end : null;

    /// <summary>The field with the cursor at an index of its text, or as near as there is a character.</summary>
    public TextField MoveTo(int index) => Move(ClusterBreaks.AtOrAfter(Text, Math.Clamp(index, 0, Text.Length)), extend: false);

    private TextField Move(int index, bool extend) => this with { Cursor = index, Anchor = extend ? Anchor : index };

    private TextField Delete(int from, int to) => Cursor != Anchor ? Insert("") : At(Text.Remove(from, to - from), from);

    private static TextField At(string text, int index) => new(text, index, index);

    /// <summary>
    /// The field with the cursor at the cell <paramref name="x"/> of a canvas of <paramref name="width"/> cells it was drawn on.
    /// </summary>
    public TextField ClickAt(int x, int width, AmbiguousWidth ambiguous = AmbiguousWidth.One) =>
        Move(CellText.IndexAt(Text, x + FirstColumn(width, ambiguous), ambiguous), extend: false);

    /// <summary>
    /// Draws the field on the first row of a canvas, scrolled so that the cursor shows; with focus, places the terminal's cursor
    /// (where an input method puts its candidates).
    /// </summary>
    public void Draw(CellCanvas canvas, InputStyles styles, bool hasFocus, string placeholder = "")
    {
        canvas.Fill(new(0, 0, canvas.Width, 1), styles.Text);
        var first = FirstColumn(canvas.Width, canvas.Ambiguous);
        if (Text.Length == 0)
            canvas.WriteField(0, 0, placeholder, canvas.Width, styles.Placeholder.Over(styles.Text));
        else
            canvas.WriteSpans(-first, 0, Text, styles.Text, [new(SelectionStart, SelectionEnd - SelectionStart, styles.Selection)]);
        if (hasFocus)
            canvas.Cursor = (CellText.ColumnOf(Text, Cursor, canvas.Ambiguous) - first, 0);
    }

    // The least scroll that shows the whole character under the cursor, or one cell for it after the end.
    private int FirstColumn(int width, AmbiguousWidth ambiguous)
    {
        var from = CellText.ColumnOf(Text, Cursor, ambiguous);
        var to = Cursor < Text.Length ? CellText.ColumnOf(Text, CellText.Next(Text, Cursor), ambiguous) : from + 1;
        return Math.Clamp(to - width, 0, from);
    }
}
