using System.Text;

namespace Analytics.Terminal.Cells;

/// <summary>
/// A canvas as text, for golden screens: the rows between bars, then one letter for the style of each cell, then what the letters stand
/// for.
/// The default style is <c>.</c>; other styles get letters in order of appearance. The two cells of a wide character show as the character
/// alone
/// in the text and as two letters in the style layer, so both layers line up in a terminal.
/// </summary>
public static class CanvasDump
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

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
        var styles = new List<Style>();
        var dump = new StringBuilder();
        for (var y = 0; y < canvas.Height; y++)
            dump.Append('|').Append(Row(canvas, y)).Append("|\n");
        for (var y = 0; y < canvas.Height; y++)
            dump.Append(':').Append(StyleRow(canvas, y, styles)).Append(":\n");
        for (var i = 0; i < styles.Count; i++)
            dump.Append($"{Letter(i)} = {styles[i]}\n");
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

    private static string StyleRow(CellCanvas canvas, int y, List<Style> styles)
    {
        var row = new StringBuilder(canvas.Width);
        for (var x = 0; x < canvas.Width; x++)
        {
            var style = canvas[x, y].Style;
            if (style != default && !styles.Contains(style))
                styles.Add(style);
            row.Append(style == default ? '.' : Letter(styles.IndexOf(style)));
        }
        return row.ToString();
    }

    private static char Letter(int index) => index < Letters.Length ? Letters[index] : '?';
}
