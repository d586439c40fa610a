using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets.Editing;

namespace Analytics.Terminal.Widgets.Vim;

/// <summary>What of the text between the ends of a motion an operator takes.</summary>
internal enum VimReach
{
    /// <summary>Not the character at the later end.</summary>
    Exclusive,

    /// <summary>Also the character at the later end.</summary>
    Inclusive,

    /// <summary>Whole lines.</summary>
    Lines,
}

/// <summary>Where a motion leads, and where from (which differs from the cursor for text objects).</summary>
internal readonly record struct VimTarget(TextPosition From, TextPosition To, VimReach Reach);

/// <summary>A character search of a line, for <c>;</c> and <c>,</c>.</summary>
/// <param name="Kind">f, F, t or T.</param>
/// <param name="Character">What is sought.</param>
internal sealed record VimFind(string Kind, string Character)
{
    public VimFind Reversed => this with { Kind = char.IsUpper(Kind[0]) ? Kind.ToLowerInvariant() : Kind.ToUpperInvariant() };
}

/// <summary>What motions depend on.</summary>
/// <param name="Editor">Text, cursor and view.</param>
/// <param name="Command">The command whose verb is the motion.</param>
/// <param name="IsVisual">Whether a selection is being extended.</param>
/// <param name="Wished">The column of cells that j and k keep to; null for the cursor's own.</param>
/// <param name="Find">The last character search.</param>
/// <param name="Search">The last search, and whether it went forward.</param>
/// <param name="Marks">Places named by m.</param>
/// <param name="Page">Lines in view.</param>
internal sealed record VimContext(
    TextEditor Editor,
    VimCommand Command,
    bool IsVisual,
    int? Wished,
    VimFind? Find,
    (TextSearch Search, bool IsForward)? Search,
    IReadOnlyDictionary<char, TextPosition> Marks,
    int Page
)
{
    public VimText Text => new(Editor.Buffer);

    public TextPosition Cursor => Editor.Cursor;

    public string Line => Text.Line(Cursor.Line);

    public int Times => Command.Times;

    public bool HasOperator => Command.Operator.Length > 0;

    public VimTarget To(TextPosition to, VimReach reach = VimReach.Exclusive) => new(Cursor, to, reach);

    public LineCells Cells(int line) => new(Text.Line(line), Editor.TabWidth, AmbiguousWidth.One);
}

/// <summary>The motions, by their keys. Each gives null where it cannot move, which ends the whole command.</summary>
internal static partial class VimMotions
{
    private static readonly Dictionary<string, Func<VimContext, VimTarget?>> ByKey = new()
    {
        ["h"] = Left,
        ["<Left>"] = Left,
        ["l"] = Right,
        ["<Right>"] = Right,
        [" "] = c => Walk(c, forward: true),
        ["<BS>"] = c => Walk(c, forward: false),
        ["j"] = c => ByLines(c, c.Times),
        ["<Down>"] = c => ByLines(c, c.Times),
        ["gj"] = c => ByRows(c, c.Times),
        ["k"] = c => ByLines(c, -c.Times),
        ["<Up>"] = c => ByLines(c, -c.Times),
        ["gk"] = c => ByRows(c, -c.Times),
        ["<C-d>"] = c => ByLines(c, Math.Max(1, c.Page / 2)),
        ["<C-u>"] = c => ByLines(c, -Math.Max(1, c.Page / 2)),
        ["<C-f>"] = c => ByLines(c, Math.Max(1, c.Page - 2) * c.Times),
        ["<PageDown>"] = c => ByLines(c, Math.Max(1, c.Page - 2) * c.Times),
        ["<C-b>"] = c => ByLines(c, -Math.Max(1, c.Page - 2) * c.Times),
        ["<PageUp>"] = c => ByLines(c, -Math.Max(1, c.Page - 2) * c.Times),
        ["+"] = c => c.Cursor.Line == c.Text.LastLine ? null : ToIndent(c, c.Cursor.Line + c.Times),
        ["<CR>"] = c => c.Cursor.Line == c.Text.LastLine ? null : ToIndent(c, c.Cursor.Line + c.Times),
        ["-"] = c => c.Cursor.Line == 0 ? null : ToIndent(c, c.Cursor.Line - c.Times),
        ["_"] = c => LineBelow(c) is { } line ? ToIndent(c, line) : null,
        [VimGrammar.WholeLines] = c => LineBelow(c) is { } line ? ToIndent(c, line) : null,
        ["G"] = c => ToIndent(c, (c.Command.Count ?? c.Text.LastLine + 1) - 1),
        ["gg"] = c => ToIndent(c, c.Times - 1),
        ["H"] = c => ToIndent(c, c.Editor.LineAtRow(0) + c.Times - 1),
        ["M"] = c => ToIndent(c, c.Editor.LineAtRow(c.Page / 2)),
        ["L"] = c => ToIndent(c, c.Editor.LineAtRow(c.Page - 1) - c.Times + 1),
        ["0"] = c => c.To(c.Cursor with { Column = 0 }),
        ["<Home>"] = c => c.To(c.Cursor with { Column = 0 }),
        ["^"] = c => c.To(c.Text.FirstNonBlank(c.Cursor.Line)),
        ["$"] = LineEnd,
        ["<End>"] = LineEnd,
        ["g_"] = LastNonBlank,
        ["|"] = c => c.To(c.Text.OnCharacter(c.Cursor with { Column = c.Cells(c.Cursor.Line).IndexAt(c.Times - 1) })),
        ["w"] = c => WordForward(c, big: false),
        ["W"] = c => WordForward(c, big: true),
        ["b"] = c => WordBack(c, c.Text.BeginsWord, big: false, VimReach.Exclusive),
        ["B"] = c => WordBack(c, c.Text.BeginsWord, big: true, VimReach.Exclusive),
        ["e"] = c => WordEnd(c, big: false),
        ["E"] = c => WordEnd(c, big: true),
        ["ge"] = c => WordBack(c, (at, big) => c.Text.EndsWord(at, big) || c.Text.IsEmpty(at.Line), big: false, VimReach.Inclusive),
        ["gE"] = c => WordBack(c, (at, big) => c.Text.EndsWord(at, big) || c.Text.IsEmpty(at.Line), big: true, VimReach.Inclusive),
        ["{"] = c => Paragraph(c, -1),
        ["}"] = c => Paragraph(c, 1),
        ["f"] = c => FindCharacter(c, new("f", c.Command.Argument)),
        ["F"] = c => FindCharacter(c, new("F", c.Command.Argument)),
        ["t"] = c => FindCharacter(c, new("t", c.Command.Argument)),
        ["T"] = c => FindCharacter(c, new("T", c.Command.Argument)),
        [";"] = c => c.Find is { } find ? FindCharacter(c, find, isRepeat: true) : null,
        [","] = c => c.Find is { } find ? FindCharacter(c, find.Reversed, isRepeat: true) : null,
        ["%"] = Bracket,
        ["n"] = c => SearchAgain(c, sameWay: true),
        ["N"] = c => SearchAgain(c, sameWay: false),
        ["/"] = c => SearchAgain(c, sameWay: true),
        ["?"] = c => SearchAgain(c, sameWay: true),
        ["*"] = c => SearchAgain(c, sameWay: true),
        ["#"] = c => SearchAgain(c, sameWay: true),
        ["`"] = c => Mark(c) is { } at ? c.To(c.Text.OnCharacter(at)) : null,
        ["'"] = c => Mark(c) is { } at ? ToIndent(c, at.Line) : null,
    };

    /// <summary>Whether keys name a motion.</summary>
    public static bool Has(string verb) => ByKey.ContainsKey(verb);

    /// <summary>Where a motion or text object leads; null where there is none of that name, or it cannot move.</summary>
    public static VimTarget? Find(VimContext context) =>
        ByKey.TryGetValue(context.Command.Verb, out var motion) ? motion(context) : VimObjects.Find(context);

    private static VimTarget? Left(VimContext c) => c.Cursor.Column == 0 && !c.HasOperator ? null : c.To(c.Text.Back(c.Cursor, c.Times));

    private static VimTarget? Right(VimContext c)
    {
        var to = c.Text.Forward(c.Cursor, c.Times);
        if (!c.HasOperator && !c.IsVisual)
            to = c.Text.OnCharacter(to);
        return to == c.Cursor && c.Command.Operator != "c" ? null : c.To(to);
    }

    // Blank and Backspace go on over line ends.
    private static VimTarget? Walk(VimContext c, bool forward)
    {
        var at = c.Cursor;
        for (var left = c.Times; left > 0; left--)
        {
            var next = forward ? c.Text.Next(at) : c.Text.Previous(at);
            if (forward && c.HasOperator && left == 1 && (next is null || next.Value.Line > at.Line))
                return c.To(c.Text.Forward(at, 1));
            if (next is null || !forward && c.HasOperator && next.Value.Line < at.Line)
                break;
            at = next.Value;
        }
        return at == c.Cursor ? null : c.To(at);
    }

    private static VimTarget? ByLines(VimContext c, int lines)
    {
        var line = Math.Clamp(c.Cursor.Line + lines, 0, c.Text.LastLine);
        if (line == c.Cursor.Line)
            return null;
        var column = c.Wished ?? c.Cells(c.Cursor.Line).ColumnOf(c.Cursor.Column);
        var to = new TextPosition(line, column == int.MaxValue ? c.Text.Line(line).Length : c.Cells(line).IndexAt(column));
        return c.To(c.IsVisual ? to : c.Text.OnCharacter(to), VimReach.Lines);
    }

    // By rows of the view; as lines where these are not wrapped.
    private static VimTarget? ByRows(VimContext c, int rows)
    {
        if (!c.Editor.IsInRows)
            return ByLines(c, rows);
        return c.Editor.PlaceByRows(rows) is { } to ? c.To(c.IsVisual || c.HasOperator ? to : c.Text.OnCharacter(to)) : null;
    }

    private static VimTarget? ToIndent(VimContext c, int line) =>
        c.To(c.Text.FirstNonBlank(Math.Clamp(line, 0, c.Text.LastLine)), VimReach.Lines);

    private static VimTarget? LineEnd(VimContext c)
    {
        if (LineBelow(c) is not { } line)
            return null;
        return c.To(new(line, c.IsVisual ? c.Text.Line(line).Length : c.Text.LastColumn(line)), VimReach.Inclusive);
    }

    // The line a count leads to from the cursor's, or the last one; null where the count leads nowhere.
    private static int? LineBelow(VimContext c) =>
        c.Times > 1 && c.Cursor.Line == c.Text.LastLine ? null : Math.Min(c.Cursor.Line + c.Times - 1, c.Text.LastLine);

    private static VimTarget? LastNonBlank(VimContext c)
    {
        if (LineBelow(c) is not { } line)
            return null;
        var text = c.Text.Line(line).TrimEnd(' ', '\t');
        return c.To(new(line, ClusterBreaks.Previous(text, text.Length)), VimReach.Inclusive);
    }

    // The nearest empty line beyond the lines of text; the very end of the text after the last paragraph.
    private static VimTarget? Paragraph(VimContext c, int step)
    {
        var line = c.Cursor.Line;
        for (var left = c.Times; left > 0; left--)
        {
            if (!IsInside(line) || !IsInside(line + step) && left > 1)
                return null;
            while (IsInside(line) && c.Text.IsEmpty(line))
                line += step;
            while (IsInside(line) && !c.Text.IsEmpty(line))
                line += step;
        }
        if (!IsInside(line) && c.Cursor == Edge() && !c.HasOperator)
            return null;
        return c.To(IsInside(line) ? new(line, 0) : Edge());

        bool IsInside(int number) => number >= 0 && number <= c.Text.LastLine;

        TextPosition Edge() =>
            step < 0 ? default
            : c.HasOperator ? c.Text.Buffer.End
            : c.Text.OnCharacter(c.Text.Buffer.End);
    }

    private static VimTarget? Bracket(VimContext c)
    {
        if (c.Command.Count is { } percent)
            return ToIndent(c, (int)(((long)percent * (c.Text.LastLine + 1) + 99) / 100) - 1);
        var at = Brackets.FirstIn(c.Line, Math.Min(c.Cursor.Column, c.Line.Length));
        return at >= 0 && Brackets.Partner(c.Text.Buffer, c.Cursor with { Column = at }) is { } partner
            ? c.To(partner, VimReach.Inclusive)
            : null;
    }

    private static TextPosition? Mark(VimContext c) =>
        c.Command.Argument is [var name] && c.Marks.TryGetValue(name, out var at) ? c.Text.Buffer.Clamp(at) : null;
}
