using Analytics.Terminal.Cells;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Pages;

/// <summary>Draws a page: tabs, slicers, visuals in their frames; status and footer are the console's.</summary>
internal static class PageDraw
{
    private const int TabGap = 2,
        SlicerGap = 2;

    /// <param name="part">The pages.</param>
    /// <param name="view">The one in view.</param>
    /// <param name="canvas">The whole screen.</param>
    public static void Draw(Part<PagesState> part, PageView view, CellCanvas canvas)
    {
        var places = PagePlaces.Of(view, part.Size);
        DrawTabs(part, view, canvas.Region(places.Tabs));
        DrawSlicers(part, view, canvas.Region(places.Slicers));
        foreach (var place in places.Visuals)
            DrawVisual(part, view, place, canvas);
        if (view.Slicing is { List: { } list })
            DrawList(part, view, list, places, canvas);
    }

    /// <summary>Where each tab stands.</summary>
    public static IEnumerable<(PageTab Tab, int X, int Width)> TabPlaces(Part<PagesState> part, PageView view, AmbiguousWidth ambiguous)
    {
        var x = 1;
        foreach (var tab in part.Own.Tabs)
        {
            var width = CellText.Width(TabText(tab, view, part.Language), ambiguous);
            yield return (tab, x, width);
            x += width + TabGap;
        }
    }

    /// <summary>
    /// Where each slicer stands, and what it says: those that fit whole, the one under the cursor among them.
    /// </summary>
    public static IReadOnlyList<(Engine.Pages.Slicer Slicer, int X, int Width, string Text)> SlicerPlaces(
        Part<PagesState> part,
        PageView view,
        AmbiguousWidth ambiguous
    )
    {
        var all = Slicing
            .Shown(view, part.Size)
            .Select(s => (Slicer: s, Text: $"{s.Label.In(part.Language)} ‹{Slicing.Value(view, s, part.Texts)}›"))
            .Select(s => (s.Slicer, Width: CellText.Width(s.Text, ambiguous), s.Text))
            .ToList();
        var last = Math.Min(view.Slicing?.Index ?? 0, Math.Max(0, all.Count - 1));
        var first = Enumerable
            .Range(0, last + 1)
            .First(f => f >= last || all[f..(last + 1)].Sum(s => s.Width + SlicerGap) <= part.Size.Width - 2);
        var places = new List<(Engine.Pages.Slicer, int, int, string)>();
        var x = 1;
        // While the cursor is on a chip, the chips have the room.
        var room = view.Slicing?.Index >= all.Count ? part.Size.Width / 3 : part.Size.Width - 1;
        foreach (var (slicer, width, text) in all.Skip(first).TakeWhile(s => places.Count == 0 || x + s.Width < room))
        {
            places.Add((slicer, x, width, text));
            x += width + SlicerGap;
        }

        return places;
    }

    /// <summary>Where the open list of a slicer stands, with its frame.</summary>
    public static CellRect ListPlace(Part<PagesState> part, PageView view, PagePlaces places, AmbiguousWidth ambiguous)
    {
        var row = view.Slicing!;
        var slicer = SlicerPlaces(part, view, ambiguous).First(s => s.Slicer == Slicing.Shown(view, part.Size)[row.Index]);
        var choices = Slicing.Choices(view, slicer.Slicer);
        var widest = choices.Select(c => CellText.Width(c.Name.In(part.Language), ambiguous)).DefaultIfEmpty(8).Max();
        var width = Math.Min(part.Size.Width, Math.Max(24, widest + 16));
        var height = Math.Min(Math.Min(SlicerActions.MostLines, choices.Count) + 3, part.Size.Height - places.Slicers.Bottom - 2);
        return new(Math.Clamp(slicer.X - 1, 0, Math.Max(0, part.Size.Width - width)), places.Slicers.Bottom, width, Math.Max(3, height));
    }

    private static string TabText(PageTab tab, PageView view, Language language)
    {
        var title = tab.Title.In(language);
        return tab.Name == view.Spec.Name ? $"[{title}]" : $" {title} ";
    }

    private static void DrawTabs(Part<PagesState> part, PageView view, CellCanvas canvas)
    {
        foreach (var (tab, x, _) in TabPlaces(part, view, canvas.Ambiguous))
        {
            var style =
                tab.Name == view.Spec.Name ? Theme.Heading
                : tab.Fault is not null ? Theme.Error
                : Theme.Plain;
            canvas.Write(x, 0, TabText(tab, view, part.Language), style);
        }

        foreach (var (x, text, pages) in TrailPlaces(part, view, canvas.Ambiguous))
            canvas.Write(x, 0, text, pages > 0 ? Theme.Plain : Theme.Dim);
    }

    /// <summary>
    /// What stands at the right of the tabs: the pages that led here, the last ones where not all have room, and how many pages back each
    /// is, 0 for what is no page; without such a way, whose figures the page shows.
    /// </summary>
    public static IReadOnlyList<(int X, string Text, int Pages)> TrailPlaces(Part<PagesState> part, PageView view, AmbiguousWidth ambiguous)
    {
        var from = TabPlaces(part, view, ambiguous).Select(t => t.X + t.Width).DefaultIfEmpty().Max() + 2;
        var room = Math.Max(0, part.Size.Width - from - 1);
        // How much is narrowed stands beside the slicers; where they leave no room, here.
        var filters =
            Slicing.Count(view) > 0 && ChipPlaces(part, view, ambiguous).Count == 0 ? part.Texts.Filters(Slicing.Count(view)) + " · " : "";
        List<(string Text, int Pages)> texts = [(filters, 0)];
        if (part.Own.Back.IsEmpty)
            texts.Add((view.Spec.Model.Label.In(part.Language), 0));
        else
            texts.AddRange(Trail(part, view, room - CellText.Width(filters, ambiguous), ambiguous));
        var x = part.Size.Width - 1 - Math.Min(room, texts.Sum(t => CellText.Width(t.Text, ambiguous)));
        var places = new List<(int, string, int)>();
        foreach (var (text, pages) in texts)
        {
            var shown = CellText.Truncate(text, Math.Max(0, part.Size.Width - 1 - x), "…", ambiguous);
            places.Add((x, shown, pages));
            x += CellText.Width(shown, ambiguous);
        }

        return places;
    }

    /// <summary>The pages of the way and what stands between them, the page in view last; without room the last page alone.</summary>
    private static (string Text, int Pages)[] Trail(Part<PagesState> part, PageView view, int room, AmbiguousWidth ambiguous)
    {
        string[] titles = [.. part.Own.Back.Select(v => TitleOf(v, part.Language))];
        var here = ($" › {TitleOf(view, part.Language)}   {part.Texts.GoBack}", 0);
        for (var count = titles.Length; count > 0; count--)
        {
            var pages = Enumerable.Range(1, count).Reverse().Select(back => (titles[back - 1], back)).ToArray();
            var parts = pages.SelectMany((p, i) => i == 0 ? [p] : new[] { (" › ", 0), p }).Append(here).ToArray();
            if (parts.Sum(p => CellText.Width(p.Item1, ambiguous)) <= room)
                return parts;
        }

        return [(titles[0], 1), ($"   {part.Texts.GoBack}", 0)];
    }

    private static string TitleOf(PageView view, Language language) => PageTab.Of(view.Spec).Title.In(language);

    private static void DrawSlicers(Part<PagesState> part, PageView view, CellCanvas canvas)
    {
        var shown = Slicing.Shown(view, part.Size);
        var end = 0;
        foreach (var (slicer, x, width, text) in SlicerPlaces(part, view, canvas.Ambiguous))
        {
            var style =
                view.Slicing is { } row && shown.ElementAtOrDefault(row.Index) == slicer ? Theme.Reversed
                : view.State.Chosen(slicer.Name).Count > 0 ? Theme.Plain
                : Theme.Dim;
            canvas.Write(x, 0, text, style);
            end = x + width;
        }

        if (SlicerPlaces(part, view, canvas.Ambiguous).Count < shown.Count)
            canvas.Write(Math.Min(end + 1, canvas.Width - 1), 0, "…", Theme.Dim);
        foreach (var (x, text, style, _) in ChipPlaces(part, view, canvas.Ambiguous))
            canvas.Write(x, 0, text, style);
    }

    /// <summary>
    /// Where the chips stand, and how much is narrowed at their right: as many chips as fit, the one under the cursor among them. A page
    /// without room for one says that there are more.
    /// </summary>
    public static IReadOnlyList<(int X, string Text, Style Style, FilterChip? Chip)> ChipPlaces(
        Part<PagesState> part,
        PageView view,
        AmbiguousWidth ambiguous
    )
    {
        var count = Slicing.Count(view);
        var places = SlicerPlaces(part, view, ambiguous);
        var from = places.Select(p => p.X + p.Width).DefaultIfEmpty().Max() + (places.Count < Slicing.Shown(view, part.Size).Count ? 4 : 2);
        var chips = Slicing.Chips(view, part.Language);
        var at = view.Slicing is { } row ? row.Index - Slicing.Shown(view, part.Size).Count : -1;
        var room = part.Size.Width - from - 1;
        if (count == 0 || room < CellText.Width(part.Texts.Filters(count), ambiguous))
            return [];
        var all = chips.Select((c, i) => (Chip: (FilterChip?)c, Text: TextOf(c), Style: StyleOf(c, i == at))).ToList();
        for (var first = Math.Max(0, at); ; first = Math.Max(0, first - 1))
        {
            var taken = all.Skip(first).ToList();
            while (taken.Count > 0 && WidthOf(taken, taken.Count + first < all.Count || first > 0) > room)
                taken.RemoveAt(taken.Count - 1);
            if (first > 0 && taken.Count + first == all.Count && WidthOf(all.Skip(first - 1), first > 1) <= room)
                continue;
            return Placed([.. taken, (null, Total(taken.Count < all.Count), Theme.Accent)]);
        }

        string TextOf(FilterChip chip) =>
            CellText.Truncate(chip.Words, Math.Max(8, room / 2), "…", ambiguous) + (chip.IsGone ? part.Texts.NowGone : "") + " [x]";

        Style StyleOf(FilterChip chip, bool hasCursor) =>
            hasCursor ? Theme.Reversed
            : chip.IsGone ? Theme.Error
            : Theme.Accent;

        string Total(bool hasMore) => part.Texts.Filters(count) + (hasMore ? " ▸" : "");

        int WidthOf(IEnumerable<(FilterChip? Chip, string Text, Style Style)> shown, bool hasMore) =>
            shown.Sum(s => CellText.Width(s.Text, ambiguous) + 2) + CellText.Width(Total(hasMore), ambiguous);

        IReadOnlyList<(int, string, Style, FilterChip?)> Placed(List<(FilterChip? Chip, string Text, Style Style)> shown)
        {
            var x = part.Size.Width - 1 - shown.Sum(s => CellText.Width(s.Text, ambiguous) + 2) + 2;
            var placed = new List<(int, string, Style, FilterChip?)>();
            foreach (var (chip, text, style) in shown)
            {
                placed.Add((x, text, style, chip));
                x += CellText.Width(text, ambiguous) + 2;
            }

            return placed;
        }
    }

    private static void DrawVisual(Part<PagesState> part, PageView view, VisualPlace place, CellCanvas canvas)
    {
        var hasFocus = view.Focus == place.Visual.Name && view.Slicing is null;
        if (place.HasFrame)
            DrawFrame(part, view, place, canvas, hasFocus);
        VisualDraw.Draw(view, place.Visual, canvas.Region(place.Inside), hasFocus);
        if (view.IsLate(place.Visual.Name, part.Now))
            canvas.Restyle(place.Inside, s => s.With(TextAttributes.Dim));
    }

    private static void DrawFrame(Part<PagesState> part, PageView view, VisualPlace place, CellCanvas canvas, bool hasFocus)
    {
        var right = VisualTitles.Right(part, view, place.Visual);
        var room = place.Area.Width - 6 - (right.Length > 0 ? canvas.Measure(right) + 3 : 0);
        var title = CellText.Truncate(VisualTitles.Of(part, view, place.Visual), Math.Max(4, room), "…", canvas.Ambiguous);
        canvas.Box(place.Area, Theme.Frame(hasFocus), title, Theme.Title(hasFocus));
        if (right.Length > 0 && room >= 4)
            canvas.Write(place.Area.Right - 3 - canvas.Measure(right), place.Area.Y, $" {right} ", Theme.Dim);
    }

    private static void DrawList(Part<PagesState> part, PageView view, SlicerRow.OpenList list, PagePlaces places, CellCanvas canvas)
    {
        var slicer = Slicing.Shown(view, part.Size)[view.Slicing!.Index];
        var area = ListPlace(part, view, places, canvas.Ambiguous);
        canvas.Fill(area, Theme.Plain);
        var inside = canvas.Region(canvas.Box(area, Theme.Accent, slicer.Label.In(part.Language), Theme.Heading));
        list.Search.Draw(inside.Region(new(0, 0, inside.Width, 1)), Theme.Input, hasFocus: true, part.Texts.SearchHint);
        var found = Slicing.Found(view, slicer, list.Search.Text);
        var below = inside.Region(new(0, 1, inside.Width, inside.Height - 1));
        if (found.Count == 0)
        {
            below.Write(0, 0, part.Texts.NoSlicerChoice, Theme.Dim);
            return;
        }

        list.Lines.WithCount(found.Count).Draw(below, i => Line(part, view, slicer, list, found[i]), Theme.List, hasFocus: true);
    }

    private static ListLine Line(
        Part<PagesState> part,
        PageView view,
        Engine.Pages.Slicer slicer,
        SlicerRow.OpenList list,
        SlicerChoice choice
    )
    {
        var isChosen = view.State.Chosen(slicer.Name).Contains(choice.Key);
        var mark = slicer.IsMulti
            ? isChosen
                ? "[x] "
                : "[ ] "
            : isChosen
                ? "(•) "
                : "( ) ";
        var count = list.Counts is { } counts ? $"{counts.GetValueOrDefault(choice.Key)}" : "";
        return new ListLine(mark + choice.Name.In(part.Language), count);
    }
}
