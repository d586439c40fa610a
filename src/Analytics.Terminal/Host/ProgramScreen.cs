using System.Drawing;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Text;
using Terminal.Gui.Drivers;
using Terminal.Gui.ViewBase;
using GuiKey = Terminal.Gui.Input.Key;
using Mouse = Terminal.Gui.Input.Mouse;

namespace Analytics.Terminal.Host;

/// <summary>What the views of a program share: the canvas that it draws once for each state, and where their keys and mouse go.</summary>
/// <param name="output">Where the picture of the canvas goes.</param>
/// <param name="theme">How styles look.</param>
/// <param name="draw">Draws on a blank canvas as large as the screen.</param>
/// <param name="take">Takes keys and mouse events at their place on the screen.</param>
/// <param name="ambiguous">How wide the terminal shows characters of ambiguous width.</param>
/// <param name="time">The clock that double clicks go by.</param>
internal sealed class ProgramScreen(
    ScreenOutput output,
    GuiTheme theme,
    Action<CellCanvas> draw,
    Action<InputEvent> take,
    AmbiguousWidth ambiguous,
    TimeProvider time
)
{
    private readonly ClickCounter _clicks = new(time);
    private readonly CanvasPart _part = new(theme);
    private CellCanvas? _canvas;
    private bool _isDrawn;

    /// <summary>How styles look.</summary>
    public GuiTheme Theme => theme;

    /// <summary>The state has changed.</summary>
    public void Changed() => _isDrawn = false;

    /// <summary>Draws what a view shows of the screen, and says where its cursor is.</summary>
    public void Draw(View view)
    {
        var buffer = view.App!.Driver!.GetOutputBuffer();
        var canvas = Drawn(buffer.Cols, buffer.Rows);
        var area = view.FrameToScreen();
        _part.Copy(canvas, Point.Empty, area, buffer);
        if (canvas.Picture is { } picture && area.Contains(picture.Area.X, picture.Area.Y))
            output.Picture = buffer.Clip!.Contains(OnScreen(picture)) ? picture : null;
        view.Cursor =
            canvas.Cursor is { } at && area.Contains(at.X, at.Y)
                ? new() { Position = new(at.X, at.Y), Style = CursorStyle.Default }
                : new();
    }

    /// <summary>Whether a window that has keys of its own lies over the program: what it does not take are the package's
    /// bindings.</summary>
    public bool IsCovered { get; set; }

    /// <summary>Every key is the program's: the package's own bindings (Tab, arrows, Esc) never see one.</summary>
    public bool Take(GuiKey key)
    {
        if (IsCovered)
            return false;
        if (GuiKeys.Of(key) is { } ours)
            take(ours);
        return true;
    }

    /// <summary>A view that was pressed gets the mouse until the button comes up, wherever it moves.</summary>
    public bool Take(Mouse mouse, View view)
    {
        if (GuiMouse.Of(mouse) is not { } ours)
            return true;
        var grabs = view.App!.Mouse;
        if (ours.Action == MouseAction.Press)
            grabs.GrabMouse(view);
        else if (ours.Action == MouseAction.Release && grabs.IsGrabbed(view))
            grabs.UngrabMouse();
        take(_clicks.Count(ours));
        return true;
    }

    private CellCanvas Drawn(int width, int height)
    {
        if (_canvas is not { } canvas || canvas.Width != width || canvas.Height != height)
            (_canvas, _isDrawn) = (canvas = new(width, height, ambiguous), false);
        if (_isDrawn)
            return canvas;
        _isDrawn = true;
        canvas.Reset();
        draw(canvas);
        output.Picture = null;
        return canvas;
    }

    private static Rectangle OnScreen(CanvasPicture picture) =>
        new(picture.Area.X, picture.Area.Y, picture.Area.Width, picture.Area.Height);
}
