using System.Drawing;
using Analytics.Terminal.Cells;
using Terminal.Gui.Drawing;
using Terminal.Gui.Drivers;
using Cell = Analytics.Terminal.Cells.Cell;
using GuiCell = Terminal.Gui.Drawing.Cell;

namespace Analytics.Terminal.Host;

/// <summary>
/// Copies a canvas to Terminal.Gui's screen, in the looks of the theme: only the cells that differ, and none that another view covers.
/// </summary>
internal sealed class CanvasPart(GuiTheme theme)
{
    /// <summary>Copies what lies in an area of the screen, on which the canvas begins at a corner.</summary>
    public void Copy(CellCanvas canvas, Point corner, Rectangle area, IOutputBuffer screen)
    {
        var clip = screen.Clip!;
        var bounds = Rectangle.Intersect(area, new(corner, new(canvas.Width, canvas.Height)));
        bounds.Intersect(new(0, 0, screen.Cols, screen.Rows));
        foreach (var part in clip.GetRectangles())
            Copy(canvas, corner, Rectangle.Intersect(part, bounds), clip, screen.Contents!);
    }

    private void Copy(CellCanvas canvas, Point corner, Rectangle area, Region clip, GuiCell[,] screen)
    {
        var (last, paint) = (Style.Default, theme.Of(Style.Default));
        for (var y = area.Top; y < area.Bottom; y++)
        {
            for (var x = area.Left; x < area.Right; x++)
            {
                var cell = Whole(canvas[x - corner.X, y - corner.Y], x, y, area, clip);
                if (cell.Style != last)
                    (last, paint) = (cell.Style, theme.Of(cell.Style));
                ref var shown = ref screen[y, x];
                if (shown.Grapheme != cell.Text || shown.Attribute != paint)
                    shown = new(paint, true, cell.Text);
            }
        }
    }

    // Of a wide character that another view covers by half nothing is seen.
    private static Cell Whole(Cell cell, int x, int y, Rectangle area, Region clip)
    {
        var isHalf =
            cell.Width == 2 && x + 1 == area.Right && !clip.Contains(x + 1, y)
            || cell.IsContinuation && x == area.Left && !clip.Contains(x - 1, y);
        return isHalf ? Cell.Blank(cell.Style) : cell;
    }
}
