using Analytics.Engine.Pages;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Pages;

/// <summary>What keys do in the row of slicers.</summary>
internal static class SlicerActions
{
    /// <summary>Lines of an open list at most.</summary>
    public const int MostLines = 12;

    /// <summary>Gives the row the keys.</summary>
    public static Part<PagesState> Enter(Part<PagesState> part, PageView view) =>
        Slicing.Shown(view with { Slicing = new(0) }, part.Size).Count + Slicing.Chips(view, part.Language).Count == 0
            ? part.Say(part.Texts.NoSlicers)
            : OnSlicer(part, view, 0);

    /// <summary>The cursor on a slicer or chip. The counts of a slicer's list are read before it is opened, which it mostly is.</summary>
    private static Part<PagesState> OnSlicer(Part<PagesState> part, PageView view, int index)
    {
        var next = PageActions.With(part, view with { Slicing = new(index) });
        var slicers = Slicing.Shown(view with { Slicing = new(0) }, part.Size);
        return index < slicers.Count ? next.Doing(new CountMembers(view.Generation, view, slicers[index].Name)) : next;
    }

    /// <summary>A key while the row has them.</summary>
    public static Part<PagesState> Handle(Part<PagesState> part, PageView view, KeyEvent key)
    {
        var row = view.Slicing!;
        var slicers = Slicing.Shown(view, part.Size);
        if (row.List is { } list)
            return InList(part, view, slicers[row.Index], list, key);
        var chips = Slicing.Chips(view, part.Language);
        if (row.Index >= slicers.Count)
            return OnChip(part, view, slicers.Count, chips, key);
        return key switch
        {
            { Key: Key.Left } => Moved(-1),
            { Key: Key.Right or Key.Tab } => Moved(1),
            { Key: Key.Down or Key.Enter } or { IsTyping: true, Text: " " } => Opened(part, view, slicers[row.Index], ""),
            { Key: Key.Up } => PageActions.With(part, view with { Slicing = null }),
            { Key: Key.Delete or Key.Backspace } => PageActions.Changed(
                part,
                view,
                view.State.Set(view.Spec, view.Members, slicers[row.Index].Name)
            ),
            { IsTyping: true } => Opened(part, view, slicers[row.Index], key.Text),
            _ => part,
        };

        Part<PagesState> Moved(int step) => OnSlicer(part, view, Turned(row.Index, step, slicers.Count + chips.Count));
    }

    private static int Turned(int index, int step, int count) => (index + step + count) % count;

    /// <summary>On a chip keys take it away, or go on.</summary>
    private static Part<PagesState> OnChip(Part<PagesState> part, PageView view, int slicers, IReadOnlyList<FilterChip> chips, KeyEvent key)
    {
        var index = view.Slicing!.Index;
        var count = slicers + chips.Count;
        if (count == 0)
            return PageActions.With(part, view with { Slicing = null });
        return key switch
        {
            { Key: Key.Left } => OnSlicer(part, view, Turned(index, -1, count)),
            { Key: Key.Right or Key.Tab } => OnSlicer(part, view, Turned(index, 1, count)),
            { Key: Key.Up } => PageActions.With(part, view with { Slicing = null }),
            { Key: Key.Enter or Key.Delete or Key.Backspace } or { IsTyping: true, Text: " " } when index < count => PageActions.Changed(
                part,
                view with
                {
                    Slicing = count == 1 ? null : new(Math.Min(index, count - 2)),
                },
                chips[index - slicers].Without
            ),
            _ => part,
        };
    }

    /// <summary>With the counts of a list's members, for the list that is open or the one that may be.</summary>
    public static PageView Counted(PageView view, MembersCounted counted, CellSize size)
    {
        if (view.Slicing is not { } row || Slicing.Shown(view, size).ElementAtOrDefault(row.Index)?.Name != counted.Slicer)
            return view;
        var list = row.List is { } open ? open with { Counts = counted.Counts } : null;
        return view with { Slicing = row with { List = list, Known = counted } };
    }

    /// <summary>Opens the list of a slicer.</summary>
    public static Part<PagesState> Opened(Part<PagesState> part, PageView view, Slicer slicer, string search)
    {
        var index = Slicing.Shown(view with { Slicing = new(0) }, part.Size).ToList().FindIndex(s => s.Name == slicer.Name);
        var found = Slicing.Found(view, slicer, search);
        var at = Math.Max(0, found.ToList().FindIndex(c => view.State.Chosen(slicer.Name).Contains(c.Key)));
        var list = new SlicerRow.OpenList(TextField.Of(search), ListView.Of(found.Count).Select(at));
        if (view.Slicing?.Known is { } known && known.Slicer == slicer.Name && known.Generation == view.Generation)
            return PageActions.With(part, view with { Slicing = new(index, list with { Counts = known.Counts }) { Known = known } });
        return PageActions.With(part, view with { Slicing = new(index, list) }).Doing(new CountMembers(view.Generation, view, slicer.Name));
    }

    private static Part<PagesState> InList(Part<PagesState> part, PageView view, Slicer slicer, SlicerRow.OpenList list, KeyEvent key)
    {
        var found = Slicing.Found(view, slicer, list.Search.Text);
        if (key is { Key: Key.Escape })
            return PageActions.With(part, view with { Slicing = view.Slicing! with { List = null } });
        if (key is { Key: Key.Enter } or { IsTyping: true, Text: " " })
            return Chosen(part, view, slicer, list, found, isLast: key.Key == Key.Enter);
        if (list.Lines.Handle(key, MostLines) is { } moved)
            return PageActions.With(part, view with { Slicing = view.Slicing! with { List = list with { Lines = moved } } });
        if (list.Search.Handle(key) is not { } search)
            return part;
        var next = list with { Search = search, Lines = ListView.Of(Slicing.Found(view, slicer, search.Text).Count) };
        return PageActions.With(part, view with { Slicing = view.Slicing! with { List = next } });
    }

    /// <summary>Space ticks and stays where several can be chosen; Enter chooses what nothing was ticked for, and closes.</summary>
    public static Part<PagesState> Chosen(
        Part<PagesState> part,
        PageView view,
        Slicer slicer,
        SlicerRow.OpenList list,
        IReadOnlyList<SlicerChoice> found,
        bool isLast
    )
    {
        if (list.Lines.Selected < 0 || list.Lines.Selected >= found.Count)
            return part;
        var key = found[list.Lines.Selected].Key;
        var isTicked = view.State.Chosen(slicer.Name).Contains(key);
        var state =
            isLast && (slicer.IsMulti ? view.State.Chosen(slicer.Name).Count > 0 && list.Search.Text.Length == 0 : isTicked)
                ? view.State
                : view.State.Toggle(view.Spec, view.Members, slicer.Name, key);
        var closes = isLast || !slicer.IsMulti;
        return PageActions.Changed(part, view with { Slicing = view.Slicing! with { List = closes ? null : list } }, state);
    }
}
