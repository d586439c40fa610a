using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Widgets.Editing;

/// <summary>Something that may be put into the text.</summary>
/// <param name="Label">How it reads in the list, and what is typed to find it.</param>
/// <param name="Detail">What it is, at the right: a type, a kind.</param>
/// <param name="Description">What it means, with unit and source; shown for the selected one.</param>
/// <param name="Insert">What is put into the text; null for the label.</param>
public sealed record CompletionItem(string Label, string Detail = "", string Description = "", string? Insert = null);

/// <summary>
/// A list at the cursor of what may stand there, narrowed by what is typed. Best come labels that begin with what is typed, then those
/// that hold it,
/// then those that hold its characters in order; ties stay in the order given.
/// </summary>
public sealed record CompletionPopup
{
    private const int MostRows = 8,
        MostDescriptionRows = 3,
        MostWidth = 60,
        LeastWidth = 16;

    private CompletionPopup(IReadOnlyList<CompletionItem> items, TextPosition start, string typed)
    {
        (Items, Start, Typed) = (items, start, typed);
        Matches =
        [
            .. items
                .Select(item => (Item: item, Rank: Rank(item.Label, typed)))
                .Where(x => x.Rank < NoMatch)
                .OrderBy(x => x.Rank)
                .Select(x => x.Item),
        ];
        List = ListView.Of(Matches.Count);
    }

    /// <summary>All there is to choose from.</summary>
    public IReadOnlyList<CompletionItem> Items { get; }

    /// <summary>Where the word to be replaced begins.</summary>
    public TextPosition Start { get; }

    /// <summary>What has been typed from <see cref="Start"/> to the cursor.</summary>
    public string Typed { get; }

    /// <summary>The items that match what is typed, best first; never empty.</summary>
    public IReadOnlyList<CompletionItem> Matches { get; }

    /// <summary>The selection among the matches.</summary>
    public ListView List { get; private init; }

    /// <summary>The item that Enter takes.</summary>
    public CompletionItem Chosen => Matches[List.Selected];

    /// <summary>What Enter puts in place of the text from <see cref="Start"/> to the cursor.</summary>
    public string Text => Chosen.Insert ?? Chosen.Label;

    /// <summary>A popup for the word that ends at the editor's cursor; null when nothing matches it.</summary>
    /// <param name="items">What may stand there.</param>
    /// <param name="editor">The editor.</param>
    /// <param name="start">Where on the cursor's line the word begins; null for the run of letters, or of Chinese characters, before the
    /// cursor.</param>
    public static CompletionPopup? Open(IReadOnlyList<CompletionItem> items, TextEditor editor, int? start = null)
    {
        var line = editor.Buffer.Lines[editor.Cursor.Line];
        var from = editor.Cursor with { Column = Math.Clamp(start ?? WordStart(line, editor.Cursor.Column), 0, editor.Cursor.Column) };
        return NotEmpty(new(items, from, editor.Buffer.Between(from, editor.Cursor)));
    }

    /// <summary>
    /// The popup after the editor has changed: narrowed or widened, or null when the cursor has left the word or nothing matches.
    /// </summary>
    public CompletionPopup? Follow(TextEditor editor)
    {
        if (editor.HasSelection || editor.Cursor.Line != Start.Line || editor.Cursor < Start)
            return null;
        var typed = editor.Buffer.Between(Start, editor.Cursor);
        if (typed == Typed)
            return this;
        return typed.Length > 0 && Words.KindAt(typed, typed.Length - 1) == Words.Kind.Blank ? null : NotEmpty(new(Items, Start, typed));
    }

    /// <summary>
    /// The popup after an arrow, a page key or the wheel; null for everything else (Enter and Tab accept, Esc dismisses: see
    /// <see cref="Accept"/>).
    /// </summary>
    public CompletionPopup? Handle(InputEvent input) =>
        input is KeyEvent { Key: Key.Home or Key.End } ? null
        : List.Handle(input, MostRows) is { } list ? this with { List = list }
        : null;

    /// <summary>The editor with the chosen item in place of what was typed; one undo step.</summary>
    public TextEditor Accept(TextEditor editor) => editor.Select(Start, editor.Cursor).Insert(Text);

    /// <summary>
    /// Where the popup stands on a canvas: its first column under the beginning of the word as far as there is room, below the cursor's
    /// row,
    /// or above it where there is more room there and not enough below.
    /// </summary>
    /// <param name="size">Of the canvas.</param>
    /// <param name="word">Cell of the beginning of the word.</param>
    /// <param name="ambiguous">Width of ambiguous characters on the terminal.</param>
    public CellRect Place(CellSize size, (int X, int Y) word, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        var wanted =
            Matches.Max(item =>
                CellText.Width(item.Label, ambiguous) + (item.Detail.Length > 0 ? CellText.Width(item.Detail, ambiguous) + 2 : 0)
            ) + 3;
        if (HasDescriptions)
            wanted = Math.Max(wanted, MostWidth * 2 / 3);
        var width = Math.Min(Math.Clamp(wanted, LeastWidth, MostWidth), size.Width);
        var height = Math.Min(MostRows, Matches.Count) + 2 + (HasDescriptions ? MostDescriptionRows + 1 : 0);
        var (below, above) = (Math.Max(0, size.Height - word.Y - 1), Math.Clamp(word.Y, 0, size.Height));
        var isBelow = below >= height || below >= above;
        height = Math.Min(height, isBelow ? below : above);
        return new(Math.Clamp(word.X - 1, 0, size.Width - width), isBelow ? word.Y + 1 : above - height, width, height);
    }

    /// <summary>
    /// Draws the popup on a canvas, see <see cref="Place"/>; where it is cut for want of room, the description goes first.
    /// </summary>
    public void Draw(CellCanvas canvas, (int X, int Y) word, ListStyles styles)
    {
        var area = Place(new(canvas.Width, canvas.Height), word, canvas.Ambiguous);
        if (area.IsEmpty)
            return;
        canvas.Fill(area, styles.Line);
        var inside = canvas.Box(area, styles.Scrollbar.Over(styles.Line));
        var rows = RowsIn(inside);
        List.Draw(
            canvas.Region(inside with { Height = rows }),
            i => new(Matches[i].Label, Matches[i].Detail),
            styles,
            hasFocus: true,
            Typed
        );
        if (rows < inside.Height)
            DrawDescription(canvas, inside with { Y = inside.Y + rows, Height = MostDescriptionRows + 1 }, styles);
    }

    /// <summary>
    /// The popup with the item chosen that stands at a cell of a canvas of that size it was drawn on; null where none does.
    /// </summary>
    public CompletionPopup? ChooseAt(int x, int y, CellSize size, (int X, int Y) word, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        var inside = Place(size, word, ambiguous).Inset(1, 1);
        return inside.Contains(x, y) && List.LineAt(y - inside.Y, RowsIn(inside)) is { } line
            ? this with
            {
                List = List.Select(line),
            }
            : null;
    }

    private int RowsIn(CellRect inside) =>
        HasDescriptions && inside.Height > MostDescriptionRows + 1 ? inside.Height - MostDescriptionRows - 1 : inside.Height;

    private const int NoMatch = 4;

    private bool HasDescriptions => Matches.Any(item => item.Description.Length > 0);

    private void DrawDescription(CellCanvas canvas, CellRect area, ListStyles styles)
    {
        canvas.HorizontalLine(area.X, area.Y, area.Width, styles.Scrollbar.Over(styles.Line));
        var lines = CellText.Wrap(Chosen.Description, area.Width, canvas.Ambiguous);
        for (var i = 0; i < Math.Min(MostDescriptionRows, lines.Count); i++)
        {
            canvas.WriteField(
                area.X,
                area.Y + 1 + i,
                i == MostDescriptionRows - 1 && lines.Count > MostDescriptionRows ? lines[i] + "…" : lines[i],
                area.Width,
                styles.Detail.Over(styles.Line)
            );
        }
    }

    private static CompletionPopup? NotEmpty(CompletionPopup popup) => popup.Matches.Count == 0 ? null : popup;

    private static int WordStart(string line, int column)
    {
        var before = column == 0 ? Words.Kind.Blank : Words.KindAt(line, ClusterBreaks.Previous(line, column));
        return before is Words.Kind.Letter or Words.Kind.Wide ? Words.Previous(line, column) : column;
    }

    private static int Rank(string label, string typed)
    {
        if (label.StartsWith(typed, StringComparison.Ordinal))
            return 0;
        if (label.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            return 1;
        return label.Contains(typed, StringComparison.OrdinalIgnoreCase) ? 2
            : HoldsInOrder(label, typed) ? 3
            : NoMatch;
    }

    private static bool HoldsInOrder(string label, string typed)
    {
        var at = 0;
        foreach (var c in label)
        {
            if (at < typed.Length && char.ToUpperInvariant(c) == char.ToUpperInvariant(typed[at]))
                at++;
        }

        return at == typed.Length;
    }
}
