using System.Collections.Immutable;
using Analytics.Engine.Models;
using Analytics.Engine.Pages;
using Analytics.Terminal.Input;

namespace Analytics.Tui.Pages;

/// <summary>How a mark stands to what is chosen on the page.</summary>
internal enum MarkStanding
{
    /// <summary>Nothing is chosen that it could be among.</summary>
    Plain,

    /// <summary>It is chosen.</summary>
    Chosen,

    /// <summary>Others are chosen, or it is left out.</summary>
    LeftOut,
}

/// <summary>The mark under the cursor of a visual: where it is, what it stands for.</summary>
internal static class VisualMarks
{
    /// <summary>Whether it has rows to go along, rather than lines to scroll.</summary>
    public static bool HasCursor(VisualKind kind) =>
        kind is not (VisualKind.Article or VisualKind.Text or VisualKind.Line or VisualKind.Card);

    /// <summary>The row under the cursor; null where there is none.</summary>
    public static ShownRow? RowAt(PageView view, string visual) =>
        view.ShownOf(visual) is { Rows: { Count: > 0 } rows } shown && HasCursor(shown.Visual.Kind)
            ? rows[Math.Clamp(view.ViewOf(visual).Row, 0, rows.Count - 1)]
            : null;

    /// <summary>The cell under the cursor; null where there is none.</summary>
    public static ShownCell? CellAt(PageView view, string visual) =>
        RowAt(view, visual) is { Cells: { Count: > 0 } cells }
            ? cells[IsMatrix(view, visual) ? Math.Clamp(view.ViewOf(visual).Column, 0, cells.Count - 1) : 0]
            : null;

    /// <summary>What the mark under the cursor filters by; empty where that is nothing.</summary>
    public static IReadOnlyList<Filter> FiltersAt(PageView view, string visual) =>
        RowAt(view, visual) is { } row ? FiltersOf(view.ShownOf(visual)!, row, view.ViewOf(visual).Column) : [];

    /// <summary>What the marks of the block filter by, each once; without a block, the mark under the cursor.</summary>
    public static IReadOnlyList<IReadOnlyList<Filter>> Block(PageView view, string visual)
    {
        var seen = view.ViewOf(visual);
        if (seen.Anchor is null || view.ShownOf(visual) is not { } shown)
            return FiltersAt(view, visual) is { Count: > 0 } mark ? [mark] : [];
        var columns = shown.Visual.Kind == VisualKind.Matrix ? Enumerable.Range(0, shown.Columns.Count) : [seen.Column];
        var marks =
            from row in Enumerable.Range(0, shown.Rows.Count)
            from column in columns
            where seen.HasInBlock(row, column)
            select FiltersOf(shown, shown.Rows[row], column);
        return [.. marks.Where(m => !m.IsEmpty)];
    }

    /// <summary>With no block in the visual with the keys.</summary>
    public static PageView Unblocked(PageView view) =>
        view.ViewOf(view.Focus) is { Anchor: not null } seen ? view.With(view.Focus, seen with { Anchor = null }) : view;

    private static ImmutableArray<Filter> FiltersOf(ShownVisual shown, ShownRow row, int column) =>
        shown.Visual.Kind == VisualKind.Matrix ? [.. row.Parts, .. shown.Columns[column].Parts] : row.Parts;

    /// <summary>The member of a row along the axis; null for one that is none, such as a total.</summary>
    public static string? AxisKey(ShownVisual shown, ShownRow row) =>
        shown.Visual.Axis is { } axis ? row.Keys.GetValueOrDefault(axis.Name) : null;

    /// <summary>
    /// Which way a click on the sign before a row leads: a level down (1), or up again (-1) where the visual went down already; null where
    /// its axis has no other level.
    /// </summary>
    public static int? LevelsBehind(PageView view, string visual) =>
        view.State.Grain.GetValueOrDefault(visual) > 0 ? -1
        : view.State.CanDrill(view.Spec, visual, 1) ? 1
        : null;

    /// <summary>With the member under the cursor remembered, to be found again on another level.</summary>
    public static PageView Seeking(PageView view) =>
        view.ShownOf(view.Focus) is { Visual.Axis: { } axis } shown && RowAt(view, view.Focus) is { } row && AxisKey(shown, row) is { } key
            ? view.With(view.Focus, view.ViewOf(view.Focus) with { Sought = (axis, key) })
            : view;

    /// <summary>With the cursor on the first row that the sought member holds, or on the one that holds it.</summary>
    public static PageView Found(PageView view, string visual)
    {
        var seen = view.ViewOf(visual);
        if (seen.Sought is not { } sought || seen.Shown is not { Visual.Axis: { } axis } shown)
            return view;
        var holders = view.Members.HoldersOf(sought.Field, sought.Key, axis);
        var at = shown.Rows.ToList().FindIndex(r => AxisKey(shown, r) is { } key && (holders.Contains(key) || IsHeld(key)));
        return view.With(visual, seen with { Sought = null, Row = at < 0 ? seen.Row : at });

        bool IsHeld(string key) => key == sought.Key || view.Members.HoldersOf(axis, key, sought.Field).Contains(sought.Key);
    }

    /// <summary>Observations that the mark under the cursor stands on.</summary>
    public static IReadOnlyList<string> EvidenceAt(PageView view, string visual) =>
        IsMatrix(view, visual) && CellAt(view, visual) is { Evidence: { Count: > 0 } ids } ? ids
        : RowAt(view, visual) is { } row ? row.Evidence
        : [];

    private static bool IsMatrix(PageView view, string visual) => view.ViewOf(visual).Shown?.Visual.Kind == VisualKind.Matrix;

    /// <summary>
    /// How a row or cell stands to what is chosen: in the visual itself by all its conditions; elsewhere by those on its own axis, which
    /// filter no rows here but mark them.
    /// </summary>
    /// <param name="view">The page.</param>
    /// <param name="shown">The visual.</param>
    /// <param name="parts">The mark's conditions.</param>
    /// <param name="key">The row's member of the axis; null for a row that is none, such as a total.</param>
    public static MarkStanding StandingOf(PageView view, ShownVisual shown, ImmutableArray<Filter> parts, string? key)
    {
        var own = view.State.Selections.GetValueOrDefault(shown.Visual.Name, []);
        if (own.Any(m => m.IsExcluded && m.Parts.SequenceEqual(parts)))
            return MarkStanding.LeftOut;
        var standings = new List<MarkStanding>();
        if (own.Any(m => !m.IsExcluded))
            standings.Add(own.Any(m => m.Parts.SequenceEqual(parts)) ? MarkStanding.Chosen : MarkStanding.LeftOut);
        if (key is not null)
            standings.AddRange(AlongAxis(view, shown.Visual, key));
        return standings.Contains(MarkStanding.LeftOut) ? MarkStanding.LeftOut : standings.FirstOrDefault();
    }

    /// <summary>Whether a mark was chosen in the visual itself.</summary>
    public static bool IsChosen(PageView view, string visual, ImmutableArray<Filter> parts) =>
        view.State.Selections.GetValueOrDefault(visual, []).Any(m => !m.IsExcluded && m.Parts.SequenceEqual(parts));

    private static IEnumerable<MarkStanding> AlongAxis(PageView view, VisualSpec visual, string key) =>
        view
            .State.Selections.Where(s => s.Key != visual.Name && visual.ListensToVisual(s.Key))
            .Select(s =>
            {
                var onAxis = s.Value.Where(m => m.Parts.Any(p => p.Field.Equals(visual.Axis))).ToArray();
                var chosen = onAxis.Where(m => !m.IsExcluded).ToArray();
                return onAxis.Any(m => m is { IsExcluded: true, Parts.Length: 1 } && Holds(m, visual.Axis, key)) ? MarkStanding.LeftOut
                    : chosen.Length == 0 ? MarkStanding.Plain
                    : chosen.Any(m => Holds(m, visual.Axis, key)) ? MarkStanding.Chosen
                    : MarkStanding.LeftOut;
            });

    private static bool Holds(MarkFilter mark, Field? axis, string key) =>
        mark.Parts.Any(p => p.Field.Equals(axis) && p.Members.Contains(key));

    /// <summary>With the cursor of a visual on a mark that there is.</summary>
    public static PageView Clamped(PageView view, string visual)
    {
        if (view.ShownOf(visual) is not { } shown)
            return view;
        var seen = view.ViewOf(visual);
        var row = Math.Clamp(seen.Row, 0, Math.Max(0, shown.Rows.Count - 1));
        var column = Math.Clamp(seen.Column, 0, Math.Max(0, shown.Columns.Count - 1));
        return (row, column) == (seen.Row, seen.Column) ? view : view.With(visual, seen with { Row = row, Column = column });
    }

    /// <summary>With the cursor, or the lines, of a visual moved by a key.</summary>
    /// <param name="view">The page.</param>
    /// <param name="visual">Which visual.</param>
    /// <param name="key">The key.</param>
    /// <param name="height">Lines in view.</param>
    public static PageView Moved(PageView view, VisualSpec visual, KeyEvent key, int height)
    {
        var (seen, page) = (view.ViewOf(visual.Name), Math.Max(1, height - 2));
        var isBlock = key.Modifiers == KeyModifiers.Shift;
        seen = seen with { Anchor = isBlock ? seen.Anchor ?? (seen.Row, seen.Column) : null };
        if (!HasCursor(visual.Kind))
            return view.With(visual.Name, seen with { Top = Math.Max(0, seen.Top + Steps(key, page)) });
        var isAlong = visual.Kind == VisualKind.Matrix && key.Modifiers is KeyModifiers.None or KeyModifiers.Shift;
        var moved = key.Key switch
        {
            Key.Left => seen with { Column = Math.Max(0, seen.Column - 1) },
            Key.Right => seen with { Column = seen.Column + 1 },
            Key.Home when isAlong => seen with { Column = 0 },
            Key.End when isAlong => seen with { Column = int.MaxValue },
            _ => seen with { Row = Math.Max(0, seen.Row + Steps(key, page)) },
        };
        var clamped = Clamped(view.With(visual.Name, moved), visual.Name);
        var held = clamped.ViewOf(visual.Name);
        var count = clamped.ShownOf(visual.Name)?.Rows.Count ?? 0;
        return clamped.With(visual.Name, held with { Top = MarkRows.Top(count, held.Row, held.Top, Math.Max(1, height - 1)) });
    }

    /// <summary>The mark at a place of a visual's inside; null where there is none.</summary>
    public static VisualView? At(PageView view, VisualPlace place, int x, int y)
    {
        var seen = view.ViewOf(place.Visual.Name);
        if (view.ShownOf(place.Visual.Name) is not { Failure: null, Empty: null } shown || !HasCursor(shown.Visual.Kind) || x < 0 || y < 0)
            return null;
        var (row, column) = VisualDraw.MarkAt(view, place.Visual, place.Inside.Width, place.Inside.Height, x, y);
        return row is { } at && at < shown.Rows.Count ? seen with { Row = at, Column = column ?? seen.Column } : null;
    }

    /// <summary>The SQL of the visual with the keys, its filters in words before it; null where it has none.</summary>
    public static string? SqlOf(PageView view, Language language)
    {
        return view.ViewOf(view.Focus).Result?.Sql is { } sql ? Written(view, sql, [], language) : null;
    }

    /// <summary>SQL of the visual with the keys, what filters it in words before it.</summary>
    public static string Written(PageView view, BoundSql sql, IReadOnlyList<Filter> mark, Language language)
    {
        var filters = view.State.FiltersOf(view.Spec, view.Spec.Visual(view.Focus));
        var words = FilterSql.Words(filters with { All = [.. filters.All, .. mark] }, view.Members, language);
        var label = language == Language.Zh ? "筛选：" : "filter: ";
        return sql.Written([VisualTitles.Filled(view, view.Spec.Title.In(language), language), .. words.Select(w => label + w)]);
    }

    private static int Steps(KeyEvent key, int page) =>
        key.Key switch
        {
            Key.Up => -1,
            Key.Down => 1,
            Key.PageUp => -page,
            Key.PageDown => page,
            Key.Home => -100_000,
            Key.End => 100_000,
            _ => 0,
        };
}
