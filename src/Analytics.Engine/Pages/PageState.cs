using System.Collections.Immutable;
using Analytics.Engine.Models;

namespace Analytics.Engine.Pages;

/// <summary>
/// What is chosen on a page: an immutable value. Undo is a list of these; a bookmark is <see cref="PageSettings"/> of one.
/// </summary>
/// <param name="Page">The page's name.</param>
public sealed record PageState(string Page)
{
    /// <summary>Chosen members by slicer; a slicer that is not here has all. Options and rows are members too.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Slicers { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableSortedSet<string>>(StringComparer.Ordinal);

    /// <summary>Marks by the visual that they were chosen in.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<MarkFilter>> Selections { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<MarkFilter>>(StringComparer.Ordinal);

    /// <summary>Conditions that no slicer and no visual of the page has: written by hand, or brought from another page.</summary>
    public ImmutableArray<Filter> Filters { get; init; } = [];

    /// <summary>Levels that visuals are moved along their axis.</summary>
    public ImmutableSortedDictionary<string, int> Grain { get; init; } =
        ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>Kinds as which visuals are drawn, other than their own.</summary>
    public ImmutableSortedDictionary<string, VisualKind> Kinds { get; init; } =
        ImmutableSortedDictionary.Create<string, VisualKind>(StringComparer.Ordinal);

    /// <summary>A page as it opens: its slicers as the file sets them.</summary>
    /// <exception cref="UserException">The file names a member that there is not, or several.</exception>
    public static PageState Start(PageSpec page, ModelMembers members)
    {
        var state = new PageState(page.Name);
        foreach (var slicer in page.Slicers)
        {
            if (Started(slicer, members) is { Count: > 0 } keys)
                state = state with { Slicers = state.Slicers.SetItem(slicer.Name, keys) };
        }

        return state;
    }

    /// <summary>The chosen members of a slicer; none: all.</summary>
    public ImmutableSortedSet<string> Chosen(string slicer) => Slicers.GetValueOrDefault(slicer) ?? [];

    /// <summary>
    /// Sets a slicer to members, or to all where there are none. What it is within follows: the wider slicer is set to what holds them; and
    /// a choice within it that it does not hold is dropped.
    /// </summary>
    public PageState Set(PageSpec page, ModelMembers members, string slicer, params IEnumerable<string> keys)
    {
        var state = WithMembers(slicer, keys);
        state = Holding(state, page, members, page.SlicerOf(slicer)!);
        return Held(state, page, members, page.SlicerOf(slicer)!);
    }

    /// <summary>Adds or takes away a member of a slicer; in one that takes a single member, sets or clears it.</summary>
    public PageState Toggle(PageSpec page, ModelMembers members, string slicer, string key)
    {
        var chosen = Chosen(slicer);
        var fewer = chosen.Remove(key);
        IEnumerable<string> keys =
            fewer.Count < chosen.Count ? fewer
            : page.SlicerOf(slicer)!.IsMulti ? chosen.Add(key)
            : [key];
        return Set(page, members, slicer, keys);
    }

    /// <summary>
    /// Chooses a mark of a visual, or leaves it out; again: neither. A mark that was chosen and is now left out is left out alone.
    /// </summary>
    /// <param name="visual">The visual's name.</param>
    /// <param name="parts">The mark: a condition for each field that the visual emits.</param>
    /// <param name="isExcluded">Whether it is left out.</param>
    public PageState ToggleMark(string visual, IEnumerable<Filter> parts, bool isExcluded = false) =>
        ToggleMarks(visual, [parts], isExcluded);

    /// <summary>The same with several marks at once: neither where all of them were, else all of them.</summary>
    public PageState ToggleMarks(string visual, IEnumerable<IEnumerable<Filter>> marks, bool isExcluded = false)
    {
        MarkFilter[] block = [.. marks.Select(m => new MarkFilter([.. m], isExcluded)).Where(m => !m.Parts.IsEmpty).Distinct()];
        var chosen = Selections.GetValueOrDefault(visual, []);
        var others = chosen.Where(m => !block.Any(b => b.Parts.SequenceEqual(m.Parts))).ToImmutableArray();
        return WithMarks(visual, block.All(m => chosen.Contains(m)) ? others : others.AddRange(block));
    }

    /// <summary>Nothing chosen in a visual.</summary>
    public PageState ClearSelection(string visual) => WithMarks(visual, []);

    /// <summary>One mark less.</summary>
    public PageState WithoutMark(string visual, MarkFilter mark) =>
        WithMarks(visual, [.. Selections.GetValueOrDefault(visual, []).Where(m => !m.Equals(mark))]);

    /// <summary>A visual's axis one level down (1) or up (-1); the same where there is none.</summary>
    public PageState Drilled(PageSpec page, string visual, int steps)
    {
        var grain = Grain.GetValueOrDefault(visual) + steps;
        var spec = page.Visual(visual);
        if (grain != 0 && spec.Axis?.Next(grain) is null)
            return this;
        return this with { Grain = grain == 0 ? Grain.Remove(visual) : Grain.SetItem(visual, grain) };
    }

    /// <summary>Whether a visual's axis has another level down or up from here.</summary>
    public bool CanDrill(PageSpec page, string visual, int steps) => Shown(page.Visual(visual)).Axis?.Next(steps) is not null;

    /// <summary>A visual of groups drawn as another kind; as its own kind again where that is asked for.</summary>
    public PageState As(PageSpec page, string visual, VisualKind kind) =>
        kind == page.Visual(visual).Kind ? this with { Kinds = Kinds.Remove(visual) }
        : page.Visual(visual).Kinds.Contains(kind) ? this with { Kinds = Kinds.SetItem(visual, kind) }
        : this;

    /// <summary>A visual at the level and as the kind that are chosen.</summary>
    public VisualSpec Shown(VisualSpec visual)
    {
        var shown = visual.AtGrain(Grain.GetValueOrDefault(visual.Name));
        return Kinds.TryGetValue(visual.Name, out var kind) ? shown.As(kind) : shown;
    }

    /// <summary>All filters as the page opens with; levels and kinds stay.</summary>
    public PageState Reset(PageSpec page, ModelMembers members) => Start(page, members) with { Grain = Grain, Kinds = Kinds };

    /// <summary>What filters a visual: slicers and marks that it follows, without the conditions of marks on its own axis.</summary>
    public FilterSet FiltersOf(PageSpec page, VisualSpec visual)
    {
        var shown = Shown(visual);
        var slicers = page.Slicers.Where(s => shown.ListensToSlicer(s.Name)).SelectMany(s => FiltersOf(page, s));
        var marks = Selections
            .Where(s => s.Key != shown.Name && shown.ListensToVisual(s.Key))
            .Select(s => OffAxis(s.Value, shown.Axis))
            .Where(m => !m.IsEmpty);
        var all = shown.ListensToAll || shown.Listen.Count > 0 ? slicers.Concat(Filters) : [];
        return new FilterSet([.. all], [.. marks]);
    }

    /// <summary>What filters the members that a slicer offers: all other slicers, and marks.</summary>
    public FilterSet FiltersOfMembers(PageSpec page, Slicer slicer) =>
        new(
            [.. page.Slicers.Where(s => s.Name != slicer.Name && s.Within != slicer.Name).SelectMany(s => FiltersOf(page, s)), .. Filters],
            [.. Selections.Values]
        );

    /// <summary>All that filters the page.</summary>
    public FilterSet AllFilters(PageSpec page) =>
        new([.. page.Slicers.SelectMany(s => FiltersOf(page, s)), .. Filters], [.. Selections.Values]);

    public bool Equals(PageState? other) =>
        other is not null
        && Page == other.Page
        && Same(Slicers, other.Slicers, (a, b) => a.SequenceEqual(b))
        && Same(Selections, other.Selections, (a, b) => a.SequenceEqual(b))
        && Filters.SequenceEqual(other.Filters)
        && Same(Grain, other.Grain, (a, b) => a == b)
        && Same(Kinds, other.Kinds, (a, b) => a == b);

    public override int GetHashCode() => HashCode.Combine(Page, Slicers.Count, Selections.Count, Filters.Length, Grain.Count);

    internal PageState WithMembers(string slicer, IEnumerable<string> keys) =>
        Filter.Keys(keys) is { Count: > 0 } set
            ? this with
            {
                Slicers = Slicers.SetItem(slicer, set),
            }
            : this with
            {
                Slicers = Slicers.Remove(slicer),
            };

    internal PageState WithMarks(string visual, ImmutableArray<MarkFilter> marks) =>
        this with
        {
            Selections = marks.IsEmpty ? Selections.Remove(visual) : Selections.SetItem(visual, marks),
        };

    /// <summary>The conditions of one slicer.</summary>
    private IEnumerable<Filter> FiltersOf(PageSpec page, Slicer slicer)
    {
        var keys = Chosen(slicer.Name);
        if (keys.Count == 0 || slicer.Field is not { } field)
            return [];
        var own = page.Slicers.Any(s => s.Options.Count > 0 && Chosen(s.Name).Contains(SlicerOption.Own));
        return
        [
            new Filter(
                field,
                own && field.Dimension is TreeDimension && field.Level != TreeDimension.OwnLevel ? FilterKind.At : FilterKind.In,
                keys
            ),
        ];
    }

    /// <summary>
    /// Marks as they act on a visual with an axis: what they say of the axis only marks its rows. A cell that is left out is left out
    /// everywhere, since it is not all of a row.
    /// </summary>
    private static ImmutableArray<MarkFilter> OffAxis(ImmutableArray<MarkFilter> marks, Field? axis)
    {
        if (axis is null)
            return marks;
        var kept = marks
            .Select(m => m.IsExcluded && m.Parts.Length > 1 ? m : m with { Parts = [.. m.Parts.Where(p => !p.Field.Equals(axis))] })
            .ToImmutableArray();
        // One of the chosen marks that says nothing but of the axis lets all rows in.
        var letsAll = kept.Any(m => !m.IsExcluded && m.Parts.IsEmpty);
        return [.. kept.Where(m => !m.Parts.IsEmpty && !(letsAll && !m.IsExcluded))];
    }

    /// <summary>
    /// With the wider slicers set to what holds the members of one. A wider choice that holds them stays; where it does not, and more
    /// hold them than can be chosen, it is all.
    /// </summary>
    private static PageState Holding(PageState state, PageSpec page, ModelMembers members, Slicer slicer)
    {
        for (var inner = slicer; inner.Within is { } name && page.SlicerOf(name) is { Field: { } wider } outer; inner = outer)
        {
            var keys = state.Chosen(inner.Name);
            if (keys.Count == 0 || inner.Field is not { } field)
                return state;
            var holders = keys.Select(k => members.HoldersOf(field, k, wider)).ToArray();
            if (holders.All(h => h.Any(state.Chosen(outer.Name).Contains)))
                continue;
            var all = holders.SelectMany(h => h).Distinct().ToArray();
            state = state.WithMembers(outer.Name, holders.Any(h => h.Count == 0) || (all.Length > 1 && !outer.IsMulti) ? [] : all);
        }

        return state;
    }

    /// <summary>Without choices within a slicer that its members do not hold.</summary>
    private static PageState Held(PageState state, PageSpec page, ModelMembers members, Slicer outer)
    {
        foreach (var inner in page.Slicers.Where(s => s.Within == outer.Name))
        {
            var chosen = state.Chosen(outer.Name);
            if (chosen.Count == 0 || inner.Field is not { } field || outer.Field is not { } wider)
                continue;
            var kept = state.Chosen(inner.Name).Where(k => members.HoldersOf(field, k, wider).Any(chosen.Contains));
            state = Held(state.WithMembers(inner.Name, kept.ToArray()), page, members, inner);
        }

        return state;
    }

    private static ImmutableSortedSet<string> Started(Slicer slicer, ModelMembers members) =>
        slicer switch
        {
            { Options.Count: > 0 } => Filter.Keys(slicer.Named),
            { Field: not { } } or { Start: SlicerStart.All } => [],
            { Field: { } field, Start: SlicerStart.Named } => Filter.Keys(
                slicer.Named.Select(n => PageSettings.KeyOf(slicer.Name, field, n, members))
            ),
            { Field: { } field } => members.Of(field).All is { Count: > 0 } all
                ? [(slicer.Start == SlicerStart.First ? all[0] : all[^1]).Key]
                : [],
        };

    private static bool Same<T>(ImmutableSortedDictionary<string, T> a, ImmutableSortedDictionary<string, T> b, Func<T, T, bool> areSame) =>
        a.Count == b.Count && a.Zip(b).All(p => p.First.Key == p.Second.Key && areSame(p.First.Value, p.Second.Value));
}
