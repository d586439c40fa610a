using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Widgets;

/// <summary>One-line bars: what is the matter at the left and right, or which keys do what.</summary>
public static class StatusBar
{
    /// <summary>Draws a text at the left and one at the right of the first row; where there is no room for both, the left is cut.</summary>
    public static void Draw(CellCanvas canvas, string left, string right, Style style)
    {
        canvas.Fill(new(0, 0, canvas.Width, 1), style);
        var rightText = CellText.Truncate(right, canvas.Width, "…", canvas.Ambiguous);
        var rightWidth = canvas.Measure(rightText);
        var room = canvas.Width - rightWidth - (rightWidth > 0 ? 2 : 0);
        canvas.Write(0, 0, CellText.Truncate(left, Math.Max(0, room), "…", canvas.Ambiguous), style);
        canvas.Write(canvas.Width - rightWidth, 0, rightText, style);
    }

    /// <summary>Draws keys with their help on the first row, as many as fit whole (see <see cref="Keys.KeyMap.Footer"/>).</summary>
    public static void DrawKeys(CellCanvas canvas, IReadOnlyList<(string Key, string Help)> keys, Style style, Style keyStyle)
    {
        canvas.Fill(new(0, 0, canvas.Width, 1), style);
        var x = 0;
        foreach (var (key, help) in keys)
        {
            if (x + canvas.Measure(key) + 1 + canvas.Measure(help) > canvas.Width)
                break;
            x = canvas.Write(x, 0, key, keyStyle.Over(style));
            x = canvas.Write(x + 1, 0, help, style) + 2;
        }
    }
}
