using System.Drawing;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;
using Terminal.Gui.Drawing;
using Terminal.Gui.Drivers;
using Terminal.Gui.ViewBase;
using Cell = Analytics.Terminal.Cells.Cell;
using GuiAttribute = Terminal.Gui.Drawing.Attribute;
using GuiCell = Terminal.Gui.Drawing.Cell;
using GuiKey = Terminal.Gui.Input.Key;
using Mouse = Terminal.Gui.Input.Mouse;

namespace Analytics.Terminal.Host;

/// <summary>
/// A view whose screen is a canvas of cells. Of a canvas that was drawn anew only the cells that differ reach Terminal.Gui's screen, and
/// none that another view covers.
/// </summary>
internal sealed class CanvasView : View
{
    private readonly Action<CellCanvas> _draw;
    private readonly Action<InputEvent> _take;
    private readonly ScreenOutput _output;
    private readonly AmbiguousWidth _ambiguous;
    private readonly ClickCounter _clicks;
    private readonly Dictionary<Style, GuiAttribute> _paints = [];
    private CellCanvas? _canvas;

    /// <param name="draw">Draws on a blank canvas as large as the view.</param>
    /// <param name="take">Takes keys and mouse events at their place on the screen.</param>
    /// <param name="output">Where scheme and picture of the canvas go.</param>
    /// <param name="ambiguous">How wide the terminal shows characters of ambiguous width.</param>
    /// <param name="time">The clock that double clicks go by.</param>
    public CanvasView(Action<CellCanvas> draw, Action<InputEvent> take, ScreenOutput output, AmbiguousWidth ambiguous, TimeProvider time)
    {
        (_draw, _take, _output, _ambiguous, _clicks) = (draw, take, output, ambiguous, new ClickCounter(time));
        (Width, Height, CanFocus) = (Dim.Fill(), Dim.Fill(), true);
    }

    // Every key is the program's: the package's own bindings (Tab, arrows, Esc) never see one.
    protected override bool OnKeyDown(GuiKey key)
    {
        if (GuiKeys.Of(key) is { } ours)
            _take(ours);
        return true;
    }

    protected override bool OnMouseEvent(Mouse mouse)
    {
        if (GuiMouse.Of(mouse) is { } ours)
            _take(_clicks.Count(ours));
        return true;
    }

    protected override bool OnClearingViewport() => true;

    protected override bool OnDrawingContent(DrawContext? context)
    {
        var canvas = Canvas();
        _draw(canvas);
        var corner = ViewportToScreen(Point.Empty);
        var buffer = App!.Driver!.GetOutputBuffer();
        var clip = buffer.Clip!;
        foreach (var part in clip.GetRectangles())
            Copy(canvas, corner, part, clip, buffer.Contents!);
        _output.Scheme = canvas.Scheme;
        _output.Picture =
            canvas.Picture is { } picture && clip.Contains(OnScreen(picture.Area, corner))
                ? picture with
                {
                    Area = picture.Area with { X = picture.Area.X + corner.X, Y = picture.Area.Y + corner.Y },
                }
                : null;
        Cursor = canvas.Cursor is { } at ? new() { Position = new(corner.X + at.X, corner.Y + at.Y), Style = CursorStyle.Default } : new();
        return true;
    }

    private CellCanvas Canvas()
    {
        var (width, height) = (Viewport.Width, Viewport.Height);
        if (_canvas is not { } canvas || canvas.Width != width || canvas.Height != height)
            return _canvas = new(width, height, _ambiguous);
        canvas.Reset();
        return canvas;
    }

    private void Copy(CellCanvas canvas, Point corner, Rectangle part, Region clip, GuiCell[,] screen)
    {
        var area = Rectangle.Intersect(part, OnScreen(canvas.Bounds, corner));
        var (last, paint) = (Style.Default, PaintOf(Style.Default));
        for (var y = area.Top; y < area.Bottom; y++)
        {
            for (var x = area.Left; x < area.Right; x++)
            {
                var cell = Whole(canvas[x - corner.X, y - corner.Y], x, y, area, clip);
                if (cell.Style != last)
                    (last, paint) = (cell.Style, PaintOf(cell.Style));
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

    private static Rectangle OnScreen(CellRect area, Point corner) => new(area.X + corner.X, area.Y + corner.Y, area.Width, area.Height);

    private GuiAttribute PaintOf(Style style) => _paints.TryGetValue(style, out var known) ? known : _paints[style] = Paint.Of(style);
}
