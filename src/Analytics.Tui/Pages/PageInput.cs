using Analytics.Terminal.Input;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Pages;

/// <summary>Keys and the mouse on a page, as far as no binding takes them.</summary>
internal static class PageInput
{
    /// <summary>A key or text.</summary>
    public static Part<PagesState> Handle(Part<PagesState> part, InputEvent input)
    {
        if (part.Own.Open is not { } view)
            return part;
        part = part with { Own = part.Own with { Faulty = null } };
        return input switch
        {
            KeyEvent key when view.Slicing is not null => SlicerActions.Handle(part, view, key),
            KeyEvent { Modifiers: KeyModifiers.Alt, Text: [var digit and >= '1' and <= '9'] } => Go(part, digit - '1'),
            KeyEvent { IsTyping: true, Text: "1" or "2" or "3" } key => PageDrilling.Ask(part, view, key.Text[0] - '1'),
            KeyEvent key => Moved(part, view, key),
            _ => part,
        };
    }

    /// <summary>A press, the wheel.</summary>
    public static Part<PagesState> OnMouse(Part<PagesState> part, MouseEvent mouse)
    {
        if (part.Own.Open is not { } view)
            return part;
        var places = PagePlaces.Of(view, part.Size);
        if (view.Slicing is { List: { } list } && ListAt(part, view, list, places, mouse) is { } listed)
            return listed;
        if (mouse.Action is MouseAction.WheelUp or MouseAction.WheelDown)
            return places.At(mouse.X, mouse.Y) is { } under ? Scrolled(part, view, under, mouse) : part;
        if (view.Pressed is { } pressed && mouse.Action is MouseAction.Drag or MouseAction.Release)
            return Dragged(part, view, pressed, places, mouse);
        if (mouse is not { Action: MouseAction.Press, Button: MouseButton.Left })
            return part;
        if (places.Tabs.Contains(mouse.X, mouse.Y))
            return OnTabs(part, view, mouse.X);
        if (places.Slicers.Contains(mouse.X, mouse.Y))
            return OnSlicers(part, view, mouse.X);
        return places.At(mouse.X, mouse.Y) is { } place ? Pressed(part, view with { Slicing = null }, place, mouse) : part;
    }

    /// <summary>With the mark under the pointer made the current one.</summary>
    public static Part<PagesState> Pointed(Part<PagesState> part, MouseEvent mouse)
    {
        if (part.Own.Open is not { } view || PagePlaces.Of(view, part.Size).At(mouse.X, mouse.Y) is not { } place)
            return part;
        var next = view with { Focus = place.Visual.Name, Slicing = null };
        return VisualMarks.At(view, place, mouse.X - place.Inside.X, mouse.Y - place.Inside.Y) is { } seen
            ? PageActions.Following(part, view, next.With(place.Visual.Name, seen))
            : PageActions.With(part, next);
    }

    /// <summary>What a click on the sign before the current row does; null where it has none.</summary>
    private static ConsoleAction? SignAt(PageView view) =>
        VisualMarks.RowAt(view, view.Focus) is { } row && VisualMarks.AxisKey(view.ShownOf(view.Focus)!, row) is not null
            ? VisualMarks.LevelsBehind(view, view.Focus) switch
            {
                1 => ConsoleAction.PageDrillDown,
                -1 => ConsoleAction.PageDrillUp,
                _ => null,
            }
            : null;

    /// <summary>A drag spans a block of marks from where the button went down; where it comes up, the page is filtered by them.</summary>
    private static Part<PagesState> Dragged(
        Part<PagesState> part,
        PageView view,
        (int Row, int Column) pressed,
        PagePlaces places,
        MouseEvent mouse
    )
    {
        if (mouse.Action == MouseAction.Release)
        {
            var up = PageActions.With(part, view with { Pressed = null });
            return view.ViewOf(view.Focus).Anchor is null ? up : PageActions.Do(up, ConsoleAction.PageFilter)!;
        }

        var at = view.ViewOf(view.Focus);
        if (
            places.Find(view.Focus) is not { } place
            || VisualMarks.At(view, place, mouse.X - place.Inside.X, mouse.Y - place.Inside.Y) is not { } seen
            || (seen.Row, seen.Column) == (at.Row, at.Column)
        )
        {
            return part;
        }

        // The press has filtered by its mark alone; the block is meant instead.
        var back = view.HasClickFiltered ? PageActions.Do(part, ConsoleAction.PageUndo)! : part;
        var next = back.Own.Open! with { HasClickFiltered = false };
        var block = next.ViewOf(view.Focus) with { Row = seen.Row, Column = seen.Column, Anchor = pressed };
        return PageActions.Following(back, view, next.With(view.Focus, block));
    }

    private static Part<PagesState> Go(Part<PagesState> part, int index) =>
        index < part.Own.Tabs.Length ? PageActions.Go(part, part.Own.Tabs[index].Name) : part;

    private static Part<PagesState> Moved(Part<PagesState> part, PageView view, KeyEvent key)
    {
        var place = PagePlaces.Of(view, part.Size).Find(view.Focus);
        var height = place is { } at ? at.Inside.Height : 1;
        return PageActions.Following(part, view, VisualMarks.Moved(view, view.Spec.Visual(view.Focus), key, height));
    }

    private static Part<PagesState> Scrolled(Part<PagesState> part, PageView view, VisualPlace place, MouseEvent mouse)
    {
        var key = new KeyEvent(mouse.Action is MouseAction.WheelUp ? Key.Up : Key.Down);
        var turned = Enumerable.Range(0, 3).Aggregate(view, (v, _) => VisualMarks.Moved(v, place.Visual, key, place.Inside.Height));
        return PageActions.Following(part, view, turned);
    }

    private static Part<PagesState> OnTabs(Part<PagesState> part, PageView view, int x)
    {
        foreach (var (tab, from, width) in PageDraw.TabPlaces(part, view, AmbiguousWidth.One))
        {
            if (x >= from && x < from + width)
                return PageActions.Go(part, tab.Name);
        }

        var crumb = PageDraw.TrailPlaces(part, view, AmbiguousWidth.One).FirstOrDefault(t => x >= t.X && x < t.X + CellText.Width(t.Text));
        return crumb.Pages > 0 ? PageActions.Back(part, view, crumb.Pages) : part;
    }

    private static Part<PagesState> OnSlicers(Part<PagesState> part, PageView view, int x)
    {
        foreach (var (slicer, from, width, _) in PageDraw.SlicerPlaces(part, view, AmbiguousWidth.One))
        {
            if (x >= from && x < from + width)
                return SlicerActions.Opened(part, view, slicer, "");
        }

        return ChipAt(part, view, x) is { } chip
            ? PageActions.Changed(part, view, chip.Without)
            : PageActions.With(part, view with { Slicing = null });
    }

    private static FilterChip? ChipAt(Part<PagesState> part, PageView view, int x) =>
        PageDraw
            .ChipPlaces(part, view, AmbiguousWidth.One)
            .Where(c => c.Chip is not null && x >= c.X && x < c.X + CellText.Width(c.Text))
            .Select(c => c.Chip)
            .FirstOrDefault();

    /// <summary>A click in an open list ticks; elsewhere it closes the list, and is not taken.</summary>
    private static Part<PagesState>? ListAt(
        Part<PagesState> part,
        PageView view,
        SlicerRow.OpenList list,
        PagePlaces places,
        MouseEvent mouse
    )
    {
        var area = PageDraw.ListPlace(part, view, places, AmbiguousWidth.One);
        if (!area.Contains(mouse.X, mouse.Y))
        {
            return mouse.Action == MouseAction.Press
                ? PageActions.With(part, view with { Slicing = view.Slicing! with { List = null } })
                : part;
        }

        var slicer = Slicing.Shown(view, part.Size)[view.Slicing!.Index];
        var found = Slicing.Found(view, slicer, list.Search.Text);
        var lines = list.Lines.WithCount(found.Count);
        if (mouse.Action is MouseAction.WheelUp or MouseAction.WheelDown)
        {
            var turned = list with { Lines = lines.Handle(mouse, area.Height - 3) ?? lines };
            return PageActions.With(part, view with { Slicing = view.Slicing with { List = turned } });
        }

        if (mouse is not { Action: MouseAction.Press, Button: MouseButton.Left })
            return part;
        if (lines.LineAt(mouse.Y - area.Y - 2, area.Height - 3) is not { } at)
            return part;
        var chosen = list with { Lines = lines.Select(at) };
        return SlicerActions.Chosen(
            part,
            view with
            {
                Slicing = view.Slicing with { List = chosen },
            },
            slicer,
            chosen,
            found,
            isLast: false
        );
    }

    /// <summary>
    /// A click in another visual only gives it the keys; in the one that has them it chooses the mark, a double click opens it.
    /// </summary>
    private static Part<PagesState> Pressed(Part<PagesState> part, PageView view, VisualPlace place, MouseEvent mouse)
    {
        var filters = view.Focus == place.Visual.Name;
        var next = view with { Focus = place.Visual.Name, Pressed = null, HasClickFiltered = false };
        if (VisualMarks.At(view, place, mouse.X - place.Inside.X, mouse.Y - place.Inside.Y) is not { } seen)
            return PageActions.Following(part, view, next);
        var mark = (seen.Row, seen.Column);
        var at = PageActions.Following(part, view, next.With(place.Visual.Name, seen with { Anchor = null }) with { Pressed = mark });
        if (mouse.X == place.Inside.X && mouse.Clicks == 1 && SignAt(at.Own.Open!) is { } sign)
            return PageActions.Do(at, sign)!;
        if (mouse.Clicks == 2)
            return PageActions.Do(view.HasClickFiltered ? PageActions.Do(at, ConsoleAction.PageUndo)! : at, ConsoleAction.PageOpen)!;
        if (!filters || VisualMarks.FiltersAt(at.Own.Open!, place.Visual.Name).Count == 0)
            return at;
        var filtered = PageActions.Do(at, ConsoleAction.PageFilter)!;
        return PageActions.With(filtered, filtered.Own.Open! with { HasClickFiltered = true });
    }
}
