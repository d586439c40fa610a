using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Cells;

/// <summary>Lines and frames on a canvas.</summary>
public static class CanvasLines
{
    /// <summary>A line across, <paramref name="length"/> cells from (x, y) to the right.</summary>
    public static void HorizontalLine(this CellCanvas canvas, int x, int y, int length, Style style = default)
    {
        for (var i = 0; i < length; i++)
            canvas.Write(x + i, y, canvas.Ornaments.Horizontal, style);
    }

    /// <summary>A line down, <paramref name="length"/> cells from (x, y).</summary>
    public static void VerticalLine(this CellCanvas canvas, int x, int y, int length, Style style = default)
    {
        for (var i = 0; i < length; i++)
            canvas.Write(x, y + i, canvas.Ornaments.Vertical, style);
    }

    /// <summary>
    /// A frame around <paramref name="area"/> with an optional title in its upper side, cut to fit; returns the area inside.
    /// An area below 2×2 cells gets no frame and comes back whole.
    /// </summary>
    public static CellRect Box(this CellCanvas canvas, CellRect area, Style style = default, string title = "", Style? titleStyle = null)
    {
        if (area.Width < 2 || area.Height < 2)
            return area;
        var corners = canvas.Ornaments.Corners;
        canvas.HorizontalLine(area.X + 1, area.Y, area.Width - 2, style);
        canvas.HorizontalLine(area.X + 1, area.Bottom - 1, area.Width - 2, style);
        canvas.VerticalLine(area.X, area.Y + 1, area.Height - 2, style);
        canvas.VerticalLine(area.Right - 1, area.Y + 1, area.Height - 2, style);
        canvas.Write(area.X, area.Y, corners[0], style);
        canvas.Write(area.Right - 1, area.Y, corners[1], style);
        canvas.Write(area.X, area.Bottom - 1, corners[2], style);
        canvas.Write(area.Right - 1, area.Bottom - 1, corners[3], style);
        if (title.Length > 0 && area.Width > 6)
            canvas.Write(area.X + 2, area.Y, $" {CellText.Truncate(title, area.Width - 6, "…", canvas.Ambiguous)} ", titleStyle ?? style);
        return area.Inset(1, 1);
    }
}
