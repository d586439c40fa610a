using System.Buffers;

namespace Analytics.Terminal.Widgets.Editing;

/// <summary>
/// Finds the bracket that belongs to another. Knows the brackets of code and of Chinese text; pairs of one kind are counted by themselves.
/// </summary>
public static class Brackets
{
    private const string Open = "([{（［｛【「『《〈";
    private const string Close = ")]}）］｝】」』》〉";

    private static readonly SearchValues<char> All = SearchValues.Create(Open + Close);

    /// <summary>The bracket at a place (or, if there is none, just before it) and its partner; null where either is missing.</summary>
    /// <param name="buffer">The text.</param>
    /// <param name="at">The place.</param>
    /// <param name="isIgnored">Whether what stands at a place is no bracket, for example inside quotes or a comment; null for a plain
    /// text.</param>
    public static (TextPosition Bracket, TextPosition Partner)? PairAt(
        TextBuffer buffer,
        TextPosition at,
        Func<TextPosition, bool>? isIgnored = null
    )
    {
        foreach (var place in new[] { at, at with { Column = at.Column - 1 } })
        {
            if (Partner(buffer, place, isIgnored) is { } partner)
                return (place, partner);
        }

        return null;
    }

    /// <summary>The partner of the bracket at a place; null where there is no bracket or no partner.</summary>
    public static TextPosition? Partner(TextBuffer buffer, TextPosition at, Func<TextPosition, bool>? isIgnored = null)
    {
        var line = buffer.Lines[at.Line];
        if (at.Column < 0 || at.Column >= line.Length || isIgnored?.Invoke(at) == true)
            return null;
        var bracket = line[at.Column];
        if (Open.IndexOf(bracket) is >= 0 and var opening)
            return Closing(buffer, at, bracket, Close[opening], isIgnored);
        return Close.IndexOf(bracket) is >= 0 and var closing ? Opening(buffer, at, Open[closing], bracket, isIgnored) : null;
    }

    /// <summary>The first bracket at or after an index of a line; -1 when there is none.</summary>
    public static int FirstIn(string line, int from) => line.AsSpan(from).IndexOfAny(All) is >= 0 and var found ? from + found : -1;

    /// <summary>The innermost pair of one kind around a place, which may stand on either bracket; null when there is none.</summary>
    /// <param name="buffer">The text.</param>
    /// <param name="at">The place.</param>
    /// <param name="open">The opening bracket.</param>
    /// <param name="close">The closing bracket.</param>
    public static (TextPosition Open, TextPosition Close)? Around(TextBuffer buffer, TextPosition at, char open, char close)
    {
        var line = buffer.Lines[at.Line];
        var here = at.Column < line.Length ? line[at.Column] : '\0';
        var start = here == open ? at : Opening(buffer, at, open, close, null);
        return start is { } from && Closing(buffer, from, open, close, null) is { } to ? (from, to) : null;
    }

    private static TextPosition? Closing(TextBuffer buffer, TextPosition at, char open, char close, Func<TextPosition, bool>? isIgnored)
    {
        var depth = 1;
        for (var number = at.Line; number < buffer.Lines.Count; number++)
        {
            var line = buffer.Lines[number];
            for (var i = number == at.Line ? at.Column + 1 : 0; (i = IndexOf(line, i, open, close)) >= 0; i++)
            {
                if (isIgnored?.Invoke(new(number, i)) != true && (depth += line[i] == open ? 1 : -1) == 0)
                    return new(number, i);
            }
        }
        return null;
    }

    private static TextPosition? Opening(TextBuffer buffer, TextPosition at, char open, char close, Func<TextPosition, bool>? isIgnored)
    {
        var depth = 1;
        for (var number = at.Line; number >= 0; number--)
        {
            var line = buffer.Lines[number];
            var i = number == at.Line ? at.Column : line.Length;
            while ((i = line.AsSpan(0, i).LastIndexOfAny(open, close)) >= 0)
            {
                if (isIgnored?.Invoke(new(number, i)) != true && (depth += line[i] == close ? 1 : -1) == 0)
                    return new(number, i);
            }
        }
        return null;
    }

    private static int IndexOf(string line, int from, char open, char close) =>
        line.AsSpan(from).IndexOfAny(open, close) is >= 0 and var found ? from + found : -1;
}
