using Analytics.Terminal.Cells;

namespace Analytics.Terminal.Widgets;

/// <summary>A bar that shows which part of something is in view.</summary>
public static class Scrollbar
{
    /// <summary>Draws a vertical bar over the whole height of a canvas, in its first column; nothing when everything is in view.</summary>
    /// <param name="canvas">Where to draw.</param>
    /// <param name="count">Lines there are.</param>
    /// <param name="first">First line in view.</param>
    /// <param name="shown">Lines in view.</param>
    /// <param name="style">How.</param>
    public static void Draw(CellCanvas canvas, int count, int first, int shown, Style style)
    {
        if (count <= shown || canvas.Height == 0)
            return;
        var (start, length) = Thumb(canvas.Height, count, first, shown);
        for (var y = 0; y < canvas.Height; y++)
            canvas.Write(0, y, y >= start && y < start + length ? canvas.Ornaments.Thumb : canvas.Ornaments.Track, style);
    }

    /// <summary>Where the handle begins and how long it is; it touches an end of the bar only when the view does.</summary>
    public static (int Start, int Length) Thumb(int height, int count, int first, int shown)
    {
        var length = Math.Max(1, (int)((long)height * shown / Math.Max(1, count)));
        var room = height - length;
        var hidden = Math.Max(1, count - shown);
        var start = (int)((long)room * first / hidden);
        if (room > 1 && first > 0 && first < hidden)
            start = Math.Clamp(start, 1, room - 1);
        return (Math.Clamp(start, 0, Math.Max(0, room)), length);
    }
}
