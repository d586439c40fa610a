using Analytics.Terminal.Widgets.Editing;

namespace Analytics.Terminal.Widgets.Vim;

/// <summary>The text objects: i and a with w, W, p, a quote or a bracket.</summary>
internal static class VimObjects
{
    private static readonly (string Keys, char Open, char Close)[] Pairs =
    [
        ("()b", '(', ')'),
        ("[]", '[', ']'),
        ("{}B", '{', '}'),
        ("<>", '<', '>'),
        ("（）", '（', '）'),
        ("【】", '【', '】'),
        ("「」", '「', '」'),
        ("《》", '《', '》'),
        ("“”", '“', '”'),
        ("‘’", '‘', '’'),
    ];

    /// <summary>The text object a command's verb names; null where it names none, or there is none at the cursor.</summary>
    public static VimTarget? Find(VimContext c)
    {
        if (c.Command.Verb is not [('i' or 'a') and var how, var what])
            return null;
        var isInner = how == 'i';
        foreach (var (keys, open, close) in Pairs)
        {
            if (keys.Contains(what))
                return Block(c, open, close, isInner);
        }

        return what switch
        {
            'w' or 'W' => isInner ? InnerWord(c, what == 'W') : OuterWord(c, what == 'W'),
            '"' or '\'' or '`' => Quoted(c, what, isInner),
            'p' => Paragraph(c, isInner),
            _ => null,
        };
    }

    private static VimTarget? InnerWord(VimContext c, bool big)
    {
        if (c.Line.Length == 0)
            return new(c.Cursor, c.Cursor, VimReach.Exclusive);
        var at = c.Text.OnCharacter(c.Cursor);
        var (start, end) = (RunStart(c, at, big), at);
        for (var left = c.Times; left > 0; left--)
        {
            if (end.Column == c.Line.Length)
                return null;
            end = RunEnd(c, end, big);
        }
        return new(start, end, VimReach.Exclusive);
    }

    // Words with the blanks after them; with those before where none come after. From a blank, blanks with the word after them.
    private static VimTarget? OuterWord(VimContext c, bool big)
    {
        if (c.Line.Length == 0)
            return null;
        var at = c.Text.OnCharacter(c.Cursor);
        var fromBlank = IsBlank(c, at);
        var (start, end) = (RunStart(c, at, big), at);
        for (var left = c.Times; left > 0; left--)
        {
            if (end.Column == c.Line.Length)
                return null;
            var wasBlank = IsBlank(c, end);
            end = RunEnd(c, end, big);
            if (end.Column < c.Line.Length && (wasBlank || IsBlank(c, end)))
                end = RunEnd(c, end, big);
            else if (wasBlank)
                return null;
        }
        if (
            !fromBlank
            && !IsBlank(c, c.Text.Back(end, 1))
            && start.Column > 0
            && IsBlank(c, c.Text.Back(start, 1))
            && RunStart(c, c.Text.Back(start, 1), big) is { Column: > 0 } blanks
        )
        {
            start = blanks;
        }

        return new(start, end, VimReach.Exclusive);
    }

    private static bool IsBlank(VimContext c, TextPosition at) =>
        at.Column < c.Line.Length && c.Text.KindAt(at, big: false) == Words.Kind.Blank;

    private static TextPosition RunStart(VimContext c, TextPosition at, bool big)
    {
        var kind = c.Text.KindAt(at, big);
        while (at.Column > 0 && c.Text.KindAt(c.Text.Back(at, 1), big) == kind)
            at = c.Text.Back(at, 1);
        return at;
    }

    private static TextPosition RunEnd(VimContext c, TextPosition at, bool big)
    {
        var kind = c.Text.KindAt(at, big);
        while (at.Column < c.Line.Length && c.Text.KindAt(at, big) == kind)
            at = c.Text.Forward(at, 1);
        return at;
    }

    private static VimTarget? Quoted(VimContext c, char quote, bool isInner)
    {
        var quotes = Enumerable.Range(0, c.Line.Length).Where(i => c.Line[i] == quote && !IsEscaped(c.Line, i)).ToArray();
        for (var i = 0; i + 1 < quotes.Length; i += 2)
        {
            if (quotes[i + 1] < c.Cursor.Column)
                continue;
            var (open, end) = (quotes[i], quotes[i + 1] + 1);
            if (!isInner)
                return WithBlanks(c, open, end);
            // 2i" takes the quotes too, but no blanks.
            var margin = c.Times > 1 ? 0 : 1;
            return new(c.Cursor with { Column = open + margin }, c.Cursor with { Column = end - margin }, VimReach.Exclusive);
        }
        return null;
    }

    private static VimTarget WithBlanks(VimContext c, int start, int end)
    {
        var after = end;
        while (after < c.Line.Length && c.Line[after] is ' ' or '\t')
            after++;
        while (after == end && start > 0 && c.Line[start - 1] is ' ' or '\t')
            start--;
        return new(c.Cursor with { Column = start }, c.Cursor with { Column = after }, VimReach.Exclusive);
    }

    private static bool IsEscaped(string line, int index)
    {
        var slashes = 0;
        while (slashes < index && line[index - slashes - 1] == '\\')
            slashes++;
        return slashes % 2 == 1;
    }

    private static VimTarget? Block(VimContext c, char open, char close, bool isInner)
    {
        var found = Brackets.Around(c.Text.Buffer, c.Cursor, open, close);
        for (var left = Math.Min(c.Times, 1000) - 1; left > 0 && found is var (outer, _); left--)
            found = outer == default ? null : Brackets.Around(c.Text.Buffer, BeforeBracket(c, outer), open, close);
        if (found is not var (from, to))
            return null;
        return isInner ? Inside(c, from, to) : new(from, to, VimReach.Inclusive);
    }

    private static TextPosition BeforeBracket(VimContext c, TextPosition at) =>
        at.Column > 0 ? at with { Column = at.Column - 1 } : new(at.Line - 1, c.Text.Line(at.Line - 1).Length);

    // Where the brackets stand on lines of their own, the lines between them are meant.
    private static VimTarget Inside(VimContext c, TextPosition open, TextPosition close)
    {
        var from = open with { Column = open.Column + 1 };
        if (from.Column == c.Text.Line(from.Line).Length && from.Line < close.Line)
            from = new(from.Line + 1, 0);
        var to = close.Line > open.Line && c.Text.IsInIndent(close) ? close with { Column = 0 } : close;
        return new(from, to < from ? from : to, VimReach.Exclusive);
    }

    private static VimTarget? Paragraph(VimContext c, bool isInner)
    {
        var first = c.Cursor.Line;
        var isBlank = IsBlankLine(c, first);
        while (first > 0 && IsBlankLine(c, first - 1) == isBlank)
            first--;
        var end = c.Cursor.Line;
        for (var left = isInner ? c.Times : c.Times * 2; left > 0; left--)
        {
            if (end > c.Text.LastLine)
            {
                if (isInner || left != 1 || isBlank)
                    return null;
                // The last paragraph takes the blank lines before it.
                while (first > 0 && IsBlankLine(c, first - 1))
                    first--;
                break;
            }
            var kind = IsBlankLine(c, end);
            while (end <= c.Text.LastLine && IsBlankLine(c, end) == kind)
                end++;
        }
        return new(new(first, 0), new(end - 1, 0), VimReach.Lines);
    }

    private static bool IsBlankLine(VimContext c, int line) => string.IsNullOrWhiteSpace(c.Text.Line(line));
}
