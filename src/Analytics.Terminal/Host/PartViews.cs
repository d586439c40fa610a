using System.Drawing;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Terminal.Gui.Drawing;
using Terminal.Gui.Drivers;
using Terminal.Gui.ViewBase;
using Terminal.Gui.Views;
using Mouse = Terminal.Gui.Input.Mouse;
using TextField = Analytics.Terminal.Widgets.TextField;

namespace Analytics.Terminal.Host;

/// <summary>What the views of a window share.</summary>
/// <param name="Theme">How styles look.</param>
/// <param name="Folders">How folders are read.</param>
/// <param name="Styles">How the window looks.</param>
/// <param name="Ambiguous">How wide the terminal shows characters of ambiguous width.</param>
/// <param name="Clicks">Which click of several a press is.</param>
/// <param name="Tell">Tells the program what the mouse did.</param>
internal sealed record WindowContext(
    GuiTheme Theme,
    FolderReading Folders,
    WindowStyles Styles,
    AmbiguousWidth Ambiguous,
    Func<MouseEvent, int> Clicks,
    Action<InputEvent> Tell
)
{
    /// <summary>Scroll bars and rules.</summary>
    public Scheme Lines => Theme.Plain(Styles.List.Scrollbar.Over(Styles.Body));
}

/// <summary>
/// A part of a window that is drawn as cells of ours: they know what is wide, styled stretches, and rows that are only asked for while
/// they are in view. Scrolling and its bar are Terminal.Gui's.
/// </summary>
internal abstract class CanvasView : View
{
    private readonly CanvasPart _part;
    private bool _isMoving;

    protected CanvasView(WindowContext context)
    {
        (Context, _part) = (context, new(context.Theme));
        CanFocus = true;
        VerticalScrollBar.VisibilityMode = ScrollBarVisibilityMode.Auto;
    }

    protected WindowContext Context { get; }

    /// <summary>Draws what is in view; the canvas is as large as the view without its scroll bar.</summary>
    protected abstract void Draw(CellCanvas canvas, int top);

    /// <summary>Takes a press of the left button, at a cell of what is in view.</summary>
    protected virtual void Press(int x, int y, int clicks) { }

    /// <summary>Shows lines from <paramref name="top"/> on of so many as there are.</summary>
    protected void Scroll(int lines, int top)
    {
        _isMoving = true;
        VerticalScrollBar.SetScheme(Context.Lines);
        SetContentSize(new Size(Math.Max(1, Frame.Width), Math.Max(1, lines)));
        Layout();
        SetContentSize(new Size(Math.Max(1, Viewport.Width), Math.Max(1, lines)));
        Viewport = Viewport with { Y = Math.Clamp(top, 0, Math.Max(0, lines - Viewport.Height)) };
        _isMoving = false;
        SetNeedsDraw();
    }

    protected override void OnViewportChanged(DrawEventArgs e)
    {
        base.OnViewportChanged(e);
        if (!_isMoving && e.OldViewport.Y != e.NewViewport.Y && e.OldViewport.Size == e.NewViewport.Size)
            Context.Tell(new ScrollEvent(Viewport.Y, Viewport.Height));
    }

    protected override bool OnMouseEvent(Mouse mouse)
    {
        if (GuiMouse.Of(mouse) is not { } ours)
            return true;
        if (ours is { Action: MouseAction.Press, Button: MouseButton.Left } && mouse.Position is { } at)
            Press(at.X, at.Y, Context.Clicks(ours));
        else if (ours.Action is MouseAction.WheelUp or MouseAction.WheelDown)
            Context.Tell(ours);
        return true;
    }

    protected override bool OnClearingViewport() => true;

    protected override bool OnDrawingContent(DrawContext? context)
    {
        var canvas = new CellCanvas(Viewport.Width, Viewport.Height, Context.Ambiguous);
        canvas.Clear(Context.Styles.Body);
        Draw(canvas, Viewport.Y);
        var corner = ViewportToScreen(Point.Empty);
        _part.Copy(canvas, corner, new(corner, Viewport.Size), App!.Driver!.GetOutputBuffer());
        Cursor = canvas.Cursor is { } cursor
            ? new() { Position = new(corner.X + cursor.X, corner.Y + cursor.Y), Style = CursorStyle.Default }
            : new();
        return true;
    }
}

/// <summary>Lines to read.</summary>
internal sealed class LinesView(WindowContext context) : CanvasView(context)
{
    private IReadOnlyList<StyledLine> _lines = [];

    public void Show(IReadOnlyList<StyledLine> lines, int top)
    {
        _lines = lines;
        Scroll(lines.Count, top);
    }

    protected override void Draw(CellCanvas canvas, int top)
    {
        for (var y = 0; y < canvas.Height && top + y < _lines.Count; y++)
        {
            var line = _lines[top + y];
            canvas.WriteSpans(0, y, line.Text, line.Style, line.Spans, canvas.Width);
        }
    }
}

/// <summary>Rows of which one is picked.</summary>
internal sealed class RowsView(WindowContext context) : CanvasView(context)
{
    private RowsPart? _part;
    private bool _hasFocus;

    public void Show(RowsPart part, bool hasFocus)
    {
        (_part, _hasFocus) = (part, hasFocus);
        Scroll(part.List.Count, part.List.Scrolled(Frame.Height).Top);
    }

    protected override void Draw(CellCanvas canvas, int top)
    {
        if (_part is { } part)
            (part.List with { Top = top }).DrawRows(canvas, part.Row, Context.Styles.List, _hasFocus, part.Search);
    }

    protected override void Press(int x, int y, int clicks)
    {
        if (_part is { } part && Viewport.Y + y < part.List.Count)
            Context.Tell(new RowEvent(Viewport.Y + y, clicks));
    }
}

/// <summary>A line to type into, with its label.</summary>
/// <param name="context">What the window's views share.</param>
/// <param name="index">Which field of its form it is.</param>
internal sealed class FieldView(WindowContext context, int index = 0) : CanvasView(context)
{
    private FieldPart _part = new("", TextField.Empty);
    private bool _hasFocus;

    public void Show(FieldPart part, bool hasFocus)
    {
        (_part, _hasFocus) = (part, hasFocus);
        SetNeedsDraw();
    }

    protected override void Draw(CellCanvas canvas, int top)
    {
        var label = LabelWidth(canvas.Width);
        canvas.WriteField(0, 0, _part.Label, label, Context.Styles.Label.Over(Context.Styles.Body));
        _part.Text.Draw(canvas.Region(new(label, 0, canvas.Width - label, 1)), Context.Styles.Input, _hasFocus, _part.Placeholder);
    }

    protected override void Press(int x, int y, int clicks)
    {
        var label = LabelWidth(Viewport.Width);
        var cursor = _part.Text.ClickAt(Math.Max(0, x - label), Viewport.Width - label, Context.Ambiguous).Cursor;
        Context.Tell(new FieldEvent(index, cursor));
    }

    private int LabelWidth(int width) => Math.Min(CellText.Width(_part.Label, Context.Ambiguous), width / 2);
}
