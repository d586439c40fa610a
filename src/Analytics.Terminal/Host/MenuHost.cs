using System.Drawing;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Terminal.Gui.Drawing;
using Terminal.Gui.Drivers;
using Terminal.Gui.Input;
using Terminal.Gui.ViewBase;
using Terminal.Gui.Views;

namespace Analytics.Terminal.Host;

/// <summary>Shows the open menu of a program as a menu bar or a popover menu of Terminal.Gui.</summary>
/// <param name="screen">What the menu lies over.</param>
/// <param name="theme">How it looks.</param>
/// <param name="closed">Told once when the menu has closed, with the id of the chosen entry if one was.</param>
internal sealed class MenuHost(View screen, GuiTheme theme, Action<string?> closed) : IDisposable
{
    /// <summary>The lines of a menu's frame.</summary>
    private const int FrameLines = 2;

    private ProgramMenu? _shown;
    private MenuBar? _bar;
    private PopoverMenu? _popover;
    private string? _chosen;

    private bool IsOpen => _bar?.IsOpen() == true || _popover?.Visible == true;

    /// <summary>Shows a menu in the place of the one that is open; null closes that. An open one follows the theme.</summary>
    public void Show(ProgramMenu? menu)
    {
        if (ReferenceEquals(menu, _shown))
        {
            Repaint();
            return;
        }

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
        if (_shown is null || IsOpen)
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
        foreach (var title in Titles())
            Frame(title.PopoverMenu!.Root!, top: 1);
        screen.Add(_bar);
        screen.Layout();
        screen.App!.Mouse.MouseEvent += Watch;
        _bar.InvokeCommand(Command.HotKey);
    }

    private void OpenAt(MenuGroup group, (int X, int Y) place)
    {
        _popover = new PopoverMenu(Items(group)) { App = screen.App };
        Frame(_popover.Root!, top: 0);
        screen.App!.Popovers!.Register(_popover);
        _popover.MakeVisible(new Point(place.X, place.Y));
    }

    // The package closes the open menu at a press on the bar and opens no other; here the pressed one opens, and the open one closes.
    private void Watch(object? sender, Mouse mouse)
    {
        if (mouse.ScreenPosition.Y != 0)
            return;
        mouse.Handled = true;
        if (!mouse.IsPressed)
            return;
        if (Titles().FirstOrDefault(title => title.FrameToScreen().Contains(mouse.ScreenPosition)) is { PopoverMenuOpen: false } title)
            title.SetFocus();
        else
            Close();
    }

    private MenuItem[] Items(MenuGroup group) =>
        [.. group.Entries.Select(entry => new MenuItem(Padded(group, entry), entry.Keys, () => _chosen = entry.Id))];

    /// <summary>As wide as the widest, so that a menu of which a part is shown keeps its width.</summary>
    private static string Padded(MenuGroup group, MenuEntry entry)
    {
        var (label, keys) = (CellText.Width(entry.Label), CellText.Width(entry.Keys));
        return entry.Label + new string(' ', group.Entries.Max(e => CellText.Width(e.Label) + CellText.Width(e.Keys)) - label - keys);
    }

    private void Remove()
    {
        foreach (var popover in Popovers().ToArray())
            screen.App?.Popovers?.DeRegister(popover);
        if (_bar is not null)
        {
            if (screen.App is { } application)
                application.Mouse.MouseEvent -= Watch;
            screen.Remove(_bar);
            _bar.Dispose();
        }
        _popover?.Dispose();
        (_bar, _popover) = (null, null);
    }

    private void Close()
    {
        foreach (var open in Popovers().Where(menu => menu.Visible).ToArray())
            open.Visible = false;
    }

    private IEnumerable<PopoverMenu> Popovers() => Titles().Select(title => title.PopoverMenu!).Concat(_popover is { } one ? [one] : []);

    private IEnumerable<MenuBarItem> Titles() => _bar?.SubViews.OfType<MenuBarItem>() ?? [];

    /// <summary>
    /// Looks and keys of a menu: one that is longer than the screen below <paramref name="top"/> shows a part of its
    /// entries.
    /// </summary>
    private void Frame(Menu menu, int top)
    {
        Paint(menu);
        menu.BorderStyle = LineStyle.Single;
        var room = Math.Max(1, screen.Frame.Height - top - FrameLines);
        menu.Height = Math.Min(room, menu.SubViews.Count) + FrameLines;
        Turn(menu, 0, room);
        menu.KeyDown += (_, key) => key.Handled = Takes(menu, room, key);
        menu.MouseEvent += (_, mouse) => mouse.Handled = Wheel(mouse) is { } key && Takes(menu, room, key);
    }

    private static Key? Wheel(Mouse mouse) =>
        mouse.Flags.HasFlag(MouseFlags.WheeledDown) ? Key.CursorDown
        : mouse.Flags.HasFlag(MouseFlags.WheeledUp) ? Key.CursorUp
        : null;

    /// <summary>The entry gets the focus, and as many as there is room for are shown with it.</summary>
    private static void Turn(Menu menu, int line, int room)
    {
        var entries = menu.SubViews.ToArray();
        var first = Array.FindIndex(entries, entry => entry.Visible);
        first = Math.Clamp(first, Math.Max(0, line - room + 1), line);
        foreach (var entry in entries.Skip(first).Take(room))
            entry.Visible = true;
        entries[line].SetFocus();
        foreach (var entry in entries.Take(first).Concat(entries.Skip(first + room)))
            entry.Visible = false;
    }

    /// <summary>
    /// The package moves in menus by keys of the application, which panels take before it; no other key may reach a panel below. A function
    /// key closes the menu and does what it does without one.
    /// </summary>
    private bool Takes(Menu menu, int room, Key key)
    {
        if (key == Key.CursorLeft || key == Key.CursorRight || key == Key.Enter || key == Key.Esc)
            return false;
        var (at, last) = (menu.SubViews.TakeWhile(entry => !entry.HasFocus).Count(), menu.SubViews.Count - 1);
        var next = key.KeyCode switch
        {
            KeyCode.CursorDown or KeyCode.Tab => at < last ? at + 1 : 0,
            KeyCode.CursorUp => at > 0 ? at - 1 : last,
            KeyCode.Home or KeyCode.PageUp => 0,
            KeyCode.End or KeyCode.PageDown => last,
            _ => at,
        };
        Turn(menu, Math.Min(next, last), room);
        if (key.KeyCode is >= KeyCode.F1 and <= KeyCode.F24)
            Leave(key);
        return true;
    }

    private void Leave(Key key)
    {
        Close();
        screen.NewKeyDownEvent(key);
    }

    private void Repaint()
    {
        var views = Popovers().Select(popover => (View?)popover.Root).Append(_bar);
        foreach (var view in views.OfType<View>().Where(view => !ReferenceEquals(view.GetScheme(), theme.Base)))
            view.SetScheme(theme.Base);
    }

    private void Paint(View view)
    {
        view.SetScheme(theme.Base);
        view.ShadowStyle = null;
    }
}
