namespace Analytics.Terminal.Widgets.Vim;

/// <summary>
/// A text as vim's motions see it: places where a block cursor can stand, which are the characters of each line, and the one place of an
/// empty line.
/// </summary>
internal readonly record struct VimText(TextBuffer Buffer)
{
    public int LastLine => Buffer.Lines.Count - 1;

    public string Line(int number) => Buffer.Lines[number];

    /// <summary>The last character of a line; 0 in an empty one.</summary>
    public int LastColumn(int line) => ClusterBreaks.Previous(Line(line), Line(line).Length);

    /// <summary>The first character of a line that is not blank; the last one where all are.</summary>
    public TextPosition FirstNonBlank(int line)
    {
        var indent = IndentLength(line);
        return new(line, indent < Line(line).Length ? indent : LastColumn(line));
    }

    /// <summary>The length of the blanks and tabs a line begins with.</summary>
    public int IndentLength(int line) => Line(line).Length - Line(line).AsSpan().TrimStart(" \t").Length;

    public bool IsEmpty(int line) => Line(line).Length == 0;

    /// <summary>Whether nothing but blanks stands before a place.</summary>
    public bool IsInIndent(TextPosition at) => at.Column <= IndentLength(at.Line);

    /// <summary>The place after another; null after the last of the text.</summary>
    public TextPosition? Next(TextPosition at)
    {
        var next = ClusterBreaks.Next(Line(at.Line), at.Column);
        if (next < Line(at.Line).Length)
            return at with { Column = next };
        return at.Line < LastLine ? new(at.Line + 1, 0) : null;
    }

    /// <summary>The place before another; null before the first of the text.</summary>
    public TextPosition? Previous(TextPosition at)
    {
        if (at.Column > 0)
            return at with { Column = ClusterBreaks.Previous(Line(at.Line), at.Column) };
        return at.Line > 0 ? new(at.Line - 1, LastColumn(at.Line - 1)) : null;
    }

    /// <summary>The place so many characters later, at most the end of the line.</summary>
    public TextPosition Forward(TextPosition at, int characters)
    {
        var line = Line(at.Line);
        var column = at.Column;
        for (; characters > 0 && column < line.Length; characters--)
            column = ClusterBreaks.Next(line, column);
        return at with { Column = column };
    }

    /// <summary>The place so many characters earlier, at least the beginning of the line.</summary>
    public TextPosition Back(TextPosition at, int characters)
    {
        var column = at.Column;
        for (; characters > 0 && column > 0; characters--)
            column = ClusterBreaks.Previous(Line(at.Line), column);
        return at with { Column = column };
    }

    /// <summary>The nearest place where a block cursor can stand.</summary>
    public TextPosition OnCharacter(TextPosition at)
    {
        var inside = Buffer.Clamp(at);
        return inside.Column < Line(inside.Line).Length ? inside : inside with { Column = LastColumn(inside.Line) };
    }

    /// <summary>
    /// The kind of word a place belongs to; with <paramref name="big"/> everything but blanks is one kind. An empty line is blank.
    /// </summary>
    public Words.Kind KindAt(TextPosition at, bool big)
    {
        if (IsEmpty(at.Line))
            return Words.Kind.Blank;
        var kind = Words.KindAt(Line(at.Line), at.Column);
        return big && kind != Words.Kind.Blank ? Words.Kind.Letter : kind;
    }

    /// <summary>Whether a word begins at a place. An empty line is a word.</summary>
    public bool BeginsWord(TextPosition at, bool big)
    {
        if (IsEmpty(at.Line))
            return true;
        var kind = KindAt(at, big);
        return kind != Words.Kind.Blank && (at.Column == 0 || KindAt(Back(at, 1), big) != kind);
    }

    /// <summary>Whether a word ends at a place.</summary>
    public bool EndsWord(TextPosition at, bool big)
    {
        var kind = KindAt(at, big);
        var next = Forward(at, 1);
        return kind != Words.Kind.Blank && (next.Column == Line(at.Line).Length || KindAt(next, big) != kind);
    }
}
