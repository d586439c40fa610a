using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Charts;
using Analytics.Tui.Editor;
using Analytics.Tui.Results;

namespace Analytics.Tui.App;

/// <summary>
/// The mouse in a window: a click picks, a double click (in the list of commands a click) chooses, a button does what it says.
/// </summary>
internal static class WindowMouse
{
    public static Outcome<ConsoleState, ConsoleEffect> Handle(ConsoleState state, MouseEvent mouse)
    {
        if (mouse is not { Action: MouseAction.Press, Button: MouseButton.Left })
            return mouse.Action is MouseAction.WheelUp or MouseAction.WheelDown ? ConsoleInput.ToWidget(state, mouse) : state;
        // Status and footer are not covered.
        var size = new CellSize(state.Size.Width, state.Size.Height - 2);
        return state.Window switch
        {
            ChartFormWindow form => state with { Window = ChartForm.Press(form, mouse, size) },
            PickWindow pick => Picked(state, pick, WindowPanel.Inside(pick, size), mouse),
            ChooseWindow choose => Chosen(state, choose, WindowPanel.Inside(size), mouse),
            FilePathWindow path => Picked(state, path, FilePanel.Inside(path, size), mouse),
            ConfirmWindow confirm => confirm.Dialog.ButtonAt(mouse.X, mouse.Y, size) is { } button
                ? Accepted(state with { Window = confirm with { Dialog = confirm.Dialog with { Focus = button } } })
                : state,
            ReplaceWindow replace => replace.Dialog.ButtonAt(mouse.X, mouse.Y, size) is { } button
                ? Accepted(state with { Window = replace with { Dialog = replace.Dialog with { Focus = button } } })
                : state,
            _ => state,
        };
    }

    private static Outcome<ConsoleState, ConsoleEffect> Accepted(ConsoleState state) => ConsoleActions.Do(state, ConsoleAction.Accept);

    private static Outcome<ConsoleState, ConsoleEffect> Picked(ConsoleState state, PickWindow pick, CellRect inside, MouseEvent mouse)
    {
        if (!inside.Contains(mouse.X, mouse.Y) || pick.List.LineAt(mouse.Y - inside.Y, inside.Height) is not { } line)
            return state;
        var picked = state with { Window = pick with { List = pick.List.Select(line) } };
        return mouse.Clicks == 2 ? Accepted(picked) : picked;
    }

    private static Outcome<ConsoleState, ConsoleEffect> Chosen(
        ConsoleState state,
        ChooseWindow choose,
        CellRect inside,
        MouseEvent mouse
    ) =>
        inside.Contains(mouse.X, mouse.Y) && choose.Palette.ChooseAt(mouse.Y - inside.Y, inside.Height) is { } palette
            ? Accepted(state with { Window = choose with { Palette = palette } })
            : state;

    private static Outcome<ConsoleState, ConsoleEffect> Picked(ConsoleState state, FilePathWindow path, CellRect inside, MouseEvent mouse)
    {
        if (mouse.Y == inside.Y)
            return state with { Window = path.Typed(path.Path.ClickAt(mouse.X - inside.X, inside.Width)) };
        var area = FilePanel.ListArea(path, state.Texts, new(inside.Width, inside.Height));
        if (path.List.LineAt(mouse.Y - inside.Y - area.Y, area.Height) is not { } line)
            return state;
        var picked = state with { Window = path with { Picked = line } };
        return mouse.Clicks == 2 ? Accepted(picked) : picked;
    }
}
