using System.Drawing;
using Analytics.Terminal.Runtime;
using Terminal.Gui.ViewBase;
using Terminal.Gui.Views;
using GuiKey = Terminal.Gui.Input.Key;
using Mouse = Terminal.Gui.Input.Mouse;

namespace Analytics.Terminal.Host;

/// <summary>A panel of the program: its part of the screen, its keys while it has the focus, its mouse.</summary>
internal sealed class PanelView : View
{
    private readonly ProgramScreen _screen;

    public PanelView(string name, ProgramScreen screen) => (Id, _screen, CanFocus) = (name, screen, true);

    /// <summary>Moves the view to where the panel is now; with <paramref name="mayFocus"/> it takes the focus if it has it.</summary>
    public void Place(PanelPlace place, bool mayFocus)
    {
        Visible = !place.Area.IsEmpty;
        if (!Visible && App?.Mouse.IsGrabbed(this) == true)
            App.Mouse.UngrabMouse();
        var frame = new Rectangle(place.Area.X, place.Area.Y, place.Area.Width, place.Area.Height);
        if (Visible && Frame != frame)
            Frame = frame;
        if (mayFocus && Visible && place.HasFocus && !HasFocus)
            SetFocus();
    }

    protected override bool OnKeyDown(GuiKey key) => _screen.Take(key);

    protected override bool OnMouseEvent(Mouse mouse) => _screen.Take(mouse, this);

    protected override bool OnClearingViewport() => true;

    protected override bool OnDrawingContent(DrawContext? context)
    {
        _screen.Draw(this);
        return true;
    }
}

/// <summary>The program's whole screen: its panels, and what none of them covers.</summary>
internal sealed class ProgramView : Runnable
{
    private readonly ProgramScreen _screen;
    private PanelView[] _panels = [];

    public ProgramView(ProgramScreen screen) => _screen = screen;

    /// <summary>Shows another state; what lies over the program keeps the focus unless <paramref name="mayFocus"/>.</summary>
    public void Show(IReadOnlyList<PanelPlace> places, bool mayFocus)
    {
        _screen.Changed();
        SetScheme(_screen.Theme.Base);
        if (_panels.Length == 0)
            Add(_panels = [.. places.Select(place => new PanelView(place.Name, _screen))]);
        for (var i = 0; i < _panels.Length; i++)
            _panels[i].Place(places[i], mayFocus);
        SetNeedsDraw();
    }

    protected override bool OnKeyDown(GuiKey key) => _screen.Take(key);

    protected override bool OnMouseEvent(Mouse mouse) => _screen.Take(mouse, this);

    protected override bool OnClearingViewport() => true;

    protected override bool OnDrawingContent(DrawContext? context)
    {
        _screen.Draw(this);
        return true;
    }
}
