using System.Collections.Immutable;

namespace Analytics.Terminal.Widgets;

/// <summary>A place in a text of several lines, both parts from 0; the column counts UTF-16 units.</summary>
public readonly record struct TextPosition(int Line, int Column) : IComparable<TextPosition>
{
    /// <inheritdoc/>
    public int CompareTo(TextPosition other) => Line != other.Line ? Line.CompareTo(other.Line) : Column.CompareTo(other.Column);

    /// <summary>Whether the first place stands before the second.</summary>
    public static bool operator <(TextPosition a, TextPosition b) => a.CompareTo(b) < 0;

    /// <summary>Whether the first place stands after the second.</summary>
    public static bool operator >(TextPosition a, TextPosition b) => a.CompareTo(b) > 0;

    /// <summary>Whether the first place does not stand after the second.</summary>
    public static bool operator <=(TextPosition a, TextPosition b) => a.CompareTo(b) <= 0;

    /// <summary>Whether the first place does not stand before the second.</summary>
    public static bool operator >=(TextPosition a, TextPosition b) => a.CompareTo(b) >= 0;
}

/// <summary>
/// The lines of a text, immutable and cheap to keep many versions of. There is always at least one line; lines hold no line ends.
/// </summary>
public sealed class TextBuffer
{
    private TextBuffer(ImmutableList<string> lines) => Lines = lines;

    /// <summary>A buffer of one empty line.</summary>
    public static TextBuffer Empty { get; } = new([""]);

    /// <summary>The lines.</summary>
    public ImmutableList<string> Lines { get; }

    /// <summary>The place after the last character.</summary>
    public TextPosition End => new(Lines.Count - 1, Lines[^1].Length);

    /// <summary>A buffer of a text; LF, CR LF and CR end lines.</summary>
    public static TextBuffer Of(string text) => new([.. SplitLines(text)]);

    /// <summary>The whole text, lines joined by LF.</summary>
    public override string ToString() => string.Join('\n', Lines);

    /// <summary>The nearest place that exists.</summary>
    public TextPosition Clamp(TextPosition position)
    {
        var line = Math.Clamp(position.Line, 0, Lines.Count - 1);
        return new(line, Math.Clamp(position.Column, 0, Lines[line].Length));
    }

    /// <summary>The text between two places, lines joined by LF.</summary>
    public string Between(TextPosition from, TextPosition to)
    {
        if (from.Line == to.Line)
            return Lines[from.Line][from.Column..to.Column];
        var middle = Lines.GetRange(from.Line + 1, to.Line - from.Line - 1);
        return string.Join('\n', [Lines[from.Line][from.Column..], .. middle, Lines[to.Line][..to.Column]]);
    }

    /// <summary>The buffer with the text between two places replaced, and the place after the new text.</summary>
    public (TextBuffer Buffer, TextPosition End) Replace(TextPosition from, TextPosition to, string text)
    {
        var added = SplitLines(text);
        var end = new TextPosition(from.Line + added.Length - 1, added[^1].Length + (added.Length == 1 ? from.Column : 0));
        // A line may be a megabyte: it is copied once.
        var head = Lines[from.Line].AsSpan(0, from.Column);
        var tail = Lines[to.Line].AsSpan(to.Column);
        if (added.Length == 1)
            added[0] = string.Concat(head, added[0], tail);
        else
            (added[0], added[^1]) = (string.Concat(head, added[0]), string.Concat(added[^1], tail));
        return (new(Lines.RemoveRange(from.Line, to.Line - from.Line + 1).InsertRange(from.Line, added)), end);
    }

    /// <summary>The buffer with some lines changed, each by itself.</summary>
    public TextBuffer ChangeLines(int first, int last, Func<string, string> change)
    {
        var lines = Lines.ToBuilder();
        for (var i = first; i <= last; i++)
            lines[i] = change(lines[i]);
        return new(lines.ToImmutable());
    }

    /// <summary>The buffer without some lines; at least one line is left.</summary>
    public TextBuffer RemoveLines(int first, int last) =>
        last - first + 1 == Lines.Count ? Empty : new(Lines.RemoveRange(first, last - first + 1));

    private static string[] SplitLines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
}
