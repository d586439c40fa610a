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
        foreach (var (i, from, _) in Places(canvas.Width, keys, canvas.Ambiguous))
        {
            var x = canvas.Write(from, 0, keys[i].Key, keyStyle.Over(style));
            canvas.Write(x + 1, 0, keys[i].Help, style);
        }
    }

    /// <summary>Which of the keys stands, with its help, at a column of a bar of that width; null for none.</summary>
    public static int? KeyAt(int x, int width, IReadOnlyList<(string Key, string Help)> keys, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        foreach (var (i, from, to) in Places(width, keys, ambiguous))
        {
            if (x >= from && x < to)
                return i;
        }

        return null;
    }

    private static IEnumerable<(int Index, int From, int To)> Places(
        int width,
        IReadOnlyList<(string Key, string Help)> keys,
        AmbiguousWidth ambiguous
    )
    {
        var x = 0;
        for (var i = 0; i < keys.Count; i++)
        {
            var end = x + CellText.Width(keys[i].Key, ambiguous) + 1 + CellText.Width(keys[i].Help, ambiguous);
            if (end > width)
                yield break;
            yield return (i, x, end);
            x = end + 2;
        }
    }
}
