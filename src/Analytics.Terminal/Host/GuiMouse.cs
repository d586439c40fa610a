using System.Drawing;
using Analytics.Terminal.Input;
using Terminal.Gui.Input;

namespace Analytics.Terminal.Host;

/// <summary>Our mouse events as Terminal.Gui's and back. Clicks are counted where they are used.</summary>
internal static class GuiMouse
{
    private const MouseFlags Pressed = MouseFlags.LeftButtonPressed | MouseFlags.MiddleButtonPressed | MouseFlags.RightButtonPressed;
    private const MouseFlags Released = MouseFlags.LeftButtonReleased | MouseFlags.MiddleButtonReleased | MouseFlags.RightButtonReleased;

    public static Mouse Of(MouseEvent mouse) =>
        new() { Flags = FlagsOf(mouse) | ModifiersOf(mouse.Modifiers), ScreenPosition = new Point(mouse.X, mouse.Y) };

    /// <summary>The event at its place on the screen; null for what Terminal.Gui makes of presses by itself (clicks).</summary>
    public static MouseEvent? Of(Mouse mouse)
    {
        var flags = mouse.Flags;
        if (ActionOf(flags) is not { } action)
            return null;
        // A wheel turned sideways is written as one turned with Ctrl.
        var modifiers = ModifiersOf(action is MouseAction.WheelLeft or MouseAction.WheelRight ? flags & ~MouseFlags.Ctrl : flags);
        return new(action, ButtonOf(flags), mouse.ScreenPosition.X, mouse.ScreenPosition.Y, modifiers);
    }

    private static MouseFlags FlagsOf(MouseEvent mouse) =>
        mouse.Action switch
        {
            MouseAction.Press => PressOf(mouse.Button),
            MouseAction.Drag => PressOf(mouse.Button) | MouseFlags.PositionReport,
            MouseAction.Release => ReleaseOf(mouse.Button),
            MouseAction.Move => MouseFlags.PositionReport,
            MouseAction.WheelUp => MouseFlags.WheeledUp,
            MouseAction.WheelDown => MouseFlags.WheeledDown,
            MouseAction.WheelLeft => MouseFlags.WheeledLeft,
            _ => MouseFlags.WheeledRight,
        };

    // Some terminals do not say which button came up: then all of them are.
    private static MouseFlags ReleaseOf(MouseButton button) =>
        button == MouseButton.None ? Released : (MouseFlags)((int)PressOf(button) / 2);

    private static MouseFlags PressOf(MouseButton button) =>
        button switch
        {
            MouseButton.Middle => MouseFlags.MiddleButtonPressed,
            MouseButton.Right => MouseFlags.RightButtonPressed,
            _ => MouseFlags.LeftButtonPressed,
        };

    private static MouseAction? ActionOf(MouseFlags flags) =>
        flags switch
        {
            _ when flags.HasFlag(MouseFlags.WheeledLeft) => MouseAction.WheelLeft,
            _ when flags.HasFlag(MouseFlags.WheeledRight) => MouseAction.WheelRight,
            _ when flags.HasFlag(MouseFlags.WheeledUp) => MouseAction.WheelUp,
            _ when flags.HasFlag(MouseFlags.WheeledDown) => MouseAction.WheelDown,
            _ when (flags & Pressed) != 0 => flags.HasFlag(MouseFlags.PositionReport) ? MouseAction.Drag : MouseAction.Press,
            _ when (flags & Released) != 0 => MouseAction.Release,
            _ => flags.HasFlag(MouseFlags.PositionReport) ? MouseAction.Move : null,
        };

    private static MouseButton ButtonOf(MouseFlags flags) =>
        (flags & (Pressed | Released)) switch
        {
            MouseFlags.LeftButtonPressed or MouseFlags.LeftButtonReleased => MouseButton.Left,
            MouseFlags.MiddleButtonPressed or MouseFlags.MiddleButtonReleased => MouseButton.Middle,
            MouseFlags.RightButtonPressed or MouseFlags.RightButtonReleased => MouseButton.Right,
            _ => MouseButton.None,
        };

    private static MouseFlags ModifiersOf(KeyModifiers modifiers) =>
        ((modifiers & KeyModifiers.Shift) != 0 ? MouseFlags.Shift : 0)
        | ((modifiers & KeyModifiers.Alt) != 0 ? MouseFlags.Alt : 0)
        | ((modifiers & KeyModifiers.Ctrl) != 0 ? MouseFlags.Ctrl : 0);

    private static KeyModifiers ModifiersOf(MouseFlags flags) =>
        ((flags & MouseFlags.Shift) != 0 ? KeyModifiers.Shift : 0)
        | ((flags & MouseFlags.Alt) != 0 ? KeyModifiers.Alt : 0)
        | ((flags & MouseFlags.Ctrl) != 0 ? KeyModifiers.Ctrl : 0);
}
