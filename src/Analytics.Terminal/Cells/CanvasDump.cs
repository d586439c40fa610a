using System.Text;

namespace Analytics.Terminal.Cells;

/// <summary>
/// A canvas as text, for golden screens: the rows between bars, then one letter for the style of each cell, then what the letters stand
/// for. The default style is <c>.</c>; the styles in use have a letter of their own, so that a new one changes no other; what has none
/// gets a digit in order of appearance. The two cells of a wide character show as the character alone in the text and as two letters in
/// the style layer, so both layers line up in a terminal.
/// </summary>
public static class CanvasDump
{
    private static readonly Dictionary<string, char> Letters = new()
    {
        ["-/- dim"] = 'd',
        ["-/- bold"] = 'b',
        ["-/- bold dim"] = 'e',
        ["-/- reverse"] = 'r',
        ["-/- bold reverse"] = 'B',
        ["-/- dim reverse"] = 'D',
        ["-/- bold dim reverse"] = 'E',
        ["-/- underline"] = 'u',
        ["-/- bold underline"] = 'U',
        ["-/- dim underline"] = 'v',
        ["-/- underline reverse"] = 'w',
        ["-/- bold underline reverse"] = 'W',
        ["1/-"] = 'x', // red: what is wrong
        ["1/- underline"] = 'y',
        ["1/- bold underline"] = 'X',
        ["2/-"] = 'g', // green: strings, what was added
        ["3/-"] = 'o', // yellow: doubt, matches
        ["3/- bold"] = 'O',
        ["3/- bold underline"] = 'P',
        ["3/- bold reverse"] = 'Q',
        ["4/-"] = 'l', // blue
        ["5/-"] = 'm', // magenta: numbers, changes
        ["5/- underline"] = 'n',
        ["5/- reverse"] = 'M',
        ["5/- underline reverse"] = 'N',
        ["6/-"] = 'c', // cyan: the panel that has the keys
        ["6/- bold"] = 'C',
    };

    /// <summary>The text rows alone, trailing blanks cut.</summary>
    public static string Text(CellCanvas canvas)
    {
        var text = new StringBuilder();
        for (var y = 0; y < canvas.Height; y++)
            text.Append(Row(canvas, y).TrimEnd(' ')).Append('\n');
        return text.ToString();
    }

    /// <summary>Text rows, style rows, legend and cursor.</summary>
    public static string TextAndStyles(CellCanvas canvas)
    {
        var styles = new Dictionary<Style, char>();
        var dump = new StringBuilder();
        for (var y = 0; y < canvas.Height; y++)
            dump.Append('|').Append(Row(canvas, y)).Append("|\n");
        for (var y = 0; y < canvas.Height; y++)
            dump.Append(':').Append(StyleRow(canvas, y, styles)).Append(":\n");
        foreach (var (style, letter) in styles.OrderBy(s => s.Value))
            dump.Append($"{letter} = {style}\n");
        if (canvas.Cursor is { } at)
            dump.Append($"cursor = {at.X},{at.Y}\n");
        return dump.ToString();
    }

    private static string Row(CellCanvas canvas, int y)
    {
        var row = new StringBuilder(canvas.Width);
        for (var x = 0; x < canvas.Width; x++)
            row.Append(canvas[x, y].Text);
        return row.ToString();
    }

    private static string StyleRow(CellCanvas canvas, int y, Dictionary<Style, char> styles)
    {
        var row = new StringBuilder(canvas.Width);
        for (var x = 0; x < canvas.Width; x++)
        {
            var style = canvas[x, y].Style;
            row.Append(style == default ? '.' : Letter(style, styles));
        }
        return row.ToString();
    }

    private static char Letter(Style style, Dictionary<Style, char> styles)
    {
        if (!styles.TryGetValue(style, out var letter))
        {
            if (!Letters.TryGetValue(style.ToString(), out letter))
                letter = (char)('0' + Math.Min(9, styles.Values.Count(char.IsAsciiDigit)));
            styles.Add(style, letter);
        }
        return letter;
    }
}
