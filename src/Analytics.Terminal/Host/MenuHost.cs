using System.Drawing;
using Analytics.Terminal.Runtime;
using Terminal.Gui.Drawing;
using Terminal.Gui.Input;
using Terminal.Gui.ViewBase;
using Terminal.Gui.Views;

namespace Analytics.Terminal.Host;

/// <summary>Shows the open menu of a program as a menu bar or a popover menu of Terminal.Gui.</summary>
/// <param name="screen">What the menu lies over.</param>
/// <param name="closed">Told once when the menu has closed, with the id of the chosen entry if one was.</param>
internal sealed class MenuHost(View screen, Action<string?> closed) : IDisposable
{
    private ProgramMenu? _shown;
    private MenuBar? _bar;
    private PopoverMenu? _popover;
    private string? _chosen;
    private bool _isPressed;

    private bool IsOpen => _bar?.IsOpen() == true || _popover?.Visible == true;

    /// <summary>Shows a menu in the place of the one that is open; null closes that.</summary>
    public void Show(ProgramMenu? menu)
    {
        if (ReferenceEquals(menu, _shown))
            return;
        Remove();
        (_shown, _chosen) = (menu, null);
        if (menu is { Place: { } place })
            OpenAt(menu.Groups[0], place);
        else if (menu is not null)
            OpenBar(menu);
    }

    /// <summary>After each round of the loop: whether the user has closed it.</summary>
    public void Check()
    {
        if (_shown is null || IsOpen || _isPressed)
            return;
        var chosen = _chosen;
        Remove();
        _shown = null;
        closed(chosen);
    }

    public void Dispose() => Remove();

    private void OpenBar(ProgramMenu menu)
    {
        _bar = new MenuBar([.. menu.Groups.Select(group => new MenuBarItem(group.Title, Items(group)))]);
        Paint(_bar);
        foreach (var entry in _bar.SubViews.OfType<MenuBarItem>())
            Frame(entry.PopoverMenu!.Root!);
        screen.Add(_bar);
        screen.Layout();
        screen.App!.Mouse.MouseEvent += Watch;
        _bar.InvokeCommand(Command.HotKey);
    }

    private void OpenAt(MenuGroup group, (int X, int Y) place)
    {
        _popover = new PopoverMenu(Items(group)) { App = screen.App };
        Frame(_popover.Root!);
        screen.App!.Popovers!.Register(_popover);
        _popover.MakeVisible(new Point(place.X, place.Y));
    }

    // A press on the bar closes the menu that is open; the one that was pressed opens when the button comes up.
    private void Watch(object? sender, Mouse mouse) =>
        _isPressed = mouse.IsPressed ? mouse.ScreenPosition.Y == 0 : _isPressed && !mouse.IsReleased;

    private MenuItem[] Items(MenuGroup group) =>
        [.. group.Entries.Select(entry => new MenuItem(entry.Label, entry.Keys, () => _chosen = entry.Id))];

    private void Remove()
    {
        foreach (var popover in Popovers().ToArray())
            screen.App?.Popovers?.DeRegister(popover);
        if (_bar is not null)
        {
            if (screen.App is { } application)
                application.Mouse.MouseEvent -= Watch;
            _isPressed = false;
            screen.Remove(_bar);
            _bar.Dispose();
        }
        _popover?.Dispose();
        (_bar, _popover) = (null, null);
    }

    private IEnumerable<PopoverMenu> Popovers() =>
        (_bar?.SubViews.OfType<MenuBarItem>().Select(entry => entry.PopoverMenu!) ?? []).Concat(_popover is { } one ? [one] : []);

    private static void Frame(Menu menu)
    {
        Paint(menu);
        menu.BorderStyle = LineStyle.Single;
    }

    private static void Paint(View view)
    {
        view.SetScheme(GuiSchemes.Menu);
        view.ShadowStyle = null;
    }
}
