using Analytics.Engine.Models;
using Analytics.Engine.Pages;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Pages;

/// <summary>The row of slicers while it has the keys.</summary>
/// <param name="Index">The slicer under the cursor, among those with a control; after the last one the chips.</param>
/// <param name="List">Its open list; null while it is closed.</param>
internal sealed record SlicerRow(int Index, SlicerRow.OpenList? List = null)
{
    /// <summary>Counts that came before the list was opened; null for none.</summary>
    public MembersCounted? Known { get; init; }

    /// <summary>The open list of one slicer.</summary>
    /// <param name="Search">What its members are narrowed by.</param>
    /// <param name="Lines">Which line is under the cursor.</param>
    /// <param name="Counts">Rows of each member; null until they are known.</param>
    internal sealed record OpenList(TextField Search, ListView Lines, IReadOnlyDictionary<string, long>? Counts = null);
}

/// <summary>A filter beside the slicers, with what takes it away.</summary>
/// <param name="Words">What it says.</param>
/// <param name="IsGone">Whether there is now nothing of what was chosen.</param>
/// <param name="Without">What is chosen without it.</param>
internal sealed record FilterChip(string Words, bool IsGone, PageState Without);

/// <summary>A choice that a slicer offers.</summary>
/// <param name="Key">The member's key.</param>
/// <param name="Name">What it is called in full.</param>
/// <param name="Brief">Where there is little room.</param>
internal sealed record SlicerChoice(string Key, Localized Name, Localized Brief);

/// <summary>What slicers offer and say.</summary>
internal static class Slicing
{
    /// <summary>The slicers with a control; a small screen leaves some out while the row has not the keys.</summary>
    public static IReadOnlyList<Slicer> Shown(PageView view, Analytics.Terminal.Layout.CellSize size)
    {
        var isSmall = ReferenceEquals(view.Spec.Layouts.For(size.Width, size.Height), view.Spec.Layouts.Small) && view.Slicing is null;
        return [.. view.Spec.Slicers.Where(s => s.HasControl && s.From is null && !(isSmall && s.HidesWhenSmall))];
    }

    /// <summary>The choices of a slicer: its options, or the members of its field that are within the wider slicer's choice.</summary>
    public static IReadOnlyList<SlicerChoice> Choices(PageView view, Slicer slicer)
    {
        if (slicer.Field is not { } field)
            return [.. slicer.Options.Select(o => new SlicerChoice(o.Name, o.Label, o.Label))];
        // Of names in a user's file, the places that it has; a product's tree is offered whole.
        var known = view.Model.Model.Dimensions.OfType<TreeDimension>().FirstOrDefault(d => d.IsNamed && field.Equals(new Field(d, null)));
        var present = known?.Matched.Values.ToHashSet();
        var members = view
            .Members.Of(field)
            .All.Where(m => present?.Contains(m.Key) != false || m.Depth == 0 || view.State.Chosen(slicer.Name).Contains(m.Key))
            .Select(m => new SlicerChoice(m.Key, m.Name, m.Brief));
        if (slicer.Within is not { } name || view.Spec.SlicerOf(name)?.Field is not { } wider)
            return [.. members];
        if (view.State.Chosen(name) is not { Count: > 0 } held)
            return [.. members];
        return [.. members.Where(m => view.Members.HoldersOf(field, m.Key, wider).Any(held.Contains))];
    }

    /// <summary>The choices that a search leaves: those with the text in one of their names, and the one that it means.</summary>
    public static IReadOnlyList<SlicerChoice> Found(PageView view, Slicer slicer, string search)
    {
        var all = Choices(view, slicer);
        if (search.Length == 0)
            return all;
        var folded = FoldedName.Of(search);
        var list = slicer.Field is { } field ? view.Members.Of(field) : null;
        var meant = list?.Aliases.Find(search) switch
        {
            AliasMatch.One one => [one.Member.Key],
            AliasMatch.Several several => several.Members.Select(m => m.Key).ToHashSet(),
            _ => new HashSet<string>(),
        };
        return
        [
            .. all.Where(c =>
                meant.Contains(c.Key) || Names(c, list).Any(n => FoldedName.Of(n).Contains(folded, StringComparison.Ordinal))
            ),
        ];
    }

    /// <summary>The value of a slicer in few words.</summary>
    public static string Value(PageView view, Slicer slicer, Texts texts)
    {
        var chosen = view.State.Chosen(slicer.Name);
        if (chosen.Count == 0)
            return slicer.IsMulti ? $"{texts.AllMembers} {Choices(view, slicer).Count}" : texts.AllMembers;
        var first = NameOf(view, slicer, chosen[0], texts.Language);
        return chosen.Count == 1 ? first : texts.AndMore(first, chosen.Count);
    }

    /// <summary>A member's short name.</summary>
    public static string NameOf(PageView view, Slicer slicer, string key, Language language) =>
        slicer.Field is { } field
            ? view.Members.NameOf(field, key, language)
            : slicer.Options.FirstOrDefault(o => o.Name == key)?.Label.In(language) ?? key;

    /// <summary>How many slicers and marks narrow the page.</summary>
    public static int Count(PageView view) =>
        view.Spec.Slicers.Count(s => s.From is null && view.State.Chosen(s.Name).Count > 0)
        + view.State.Selections.Sum(s => s.Value.Length)
        + view.State.Filters.Length;

    /// <summary>The chosen marks and conditions in words, each with what the page is without it.</summary>
    public static IReadOnlyList<FilterChip> Chips(PageView view, Language language) =>
        [
            .. view.State.Filters.Select(f => new FilterChip(
                FilterSql.Words(f, view.Members, language),
                IsGone: false,
                view.State with
                {
                    Filters = view.State.Filters.Remove(f),
                }
            )),
            .. view.State.Selections.SelectMany(s =>
                s.Value.Select(m => new FilterChip(
                    FilterSql.Words(m, view.Members, language),
                    IsGone(view, s.Key, m),
                    view.State.WithoutMark(s.Key, m)
                ))
            ),
        ];

    /// <summary>Whether a visual no longer shows what was chosen in it.</summary>
    private static bool IsGone(PageView view, string visual, MarkFilter mark) =>
        !mark.IsExcluded
        && view.ViewOf(visual).Shown is { Visual.Axis: { } axis, Failure: null } shown
        && mark.Parts.FirstOrDefault(p => p.Field.Equals(axis)) is { } along
        && shown.Rows.All(r => !r.Keys.TryGetValue(axis.Name, out var key) || !along.Members.Contains(key));

    private static IEnumerable<string> Names(SlicerChoice choice, MemberList? list) =>
        new[] { choice.Name.Zh, choice.Name.En, choice.Brief.Zh, choice.Brief.En, choice.Key }.Concat(list?[choice.Key]?.Aliases ?? []);
}
