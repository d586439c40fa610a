using System.Collections.Immutable;
using Analytics.Engine.Pages;
using Analytics.Terminal.Input;

namespace Analytics.Tui.Pages;

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
        RowAt(view, visual) is not { } row ? []
        : IsMatrix(view, visual) ? [.. row.Parts, .. view.ShownOf(visual)!.Columns[view.ViewOf(visual).Column].Parts]
        : row.Parts;

    /// <summary>Observations that the mark under the cursor stands on.</summary>
    public static IReadOnlyList<string> EvidenceAt(PageView view, string visual) =>
        IsMatrix(view, visual) && CellAt(view, visual) is { Evidence: { Count: > 0 } ids } ? ids
        : RowAt(view, visual) is { } row ? row.Evidence
        : [];

    private static bool IsMatrix(PageView view, string visual) => view.ViewOf(visual).Shown?.Visual.Kind == VisualKind.Matrix;

    /// <summary>Whether a row, or a cell of it, is chosen on the page.</summary>
    public static bool IsChosen(PageView view, string visual, IEnumerable<Filter> parts) =>
        view.State.Selections.GetValueOrDefault(visual, []).Any(m => !m.IsExcluded && m.Parts.SequenceEqual(parts));

    /// <summary>Whether some mark of a visual is chosen, so that the others are dim.</summary>
    public static bool HasChosen(PageView view, string visual) =>
        view.State.Selections.GetValueOrDefault(visual, []).Any(m => !m.IsExcluded);

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
        if (!HasCursor(visual.Kind))
            return view.With(visual.Name, seen with { Top = Math.Max(0, seen.Top + Steps(key, page)) });
        var isAlong = visual.Kind == VisualKind.Matrix && key.Modifiers == KeyModifiers.None;
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
        var visual = view.Spec.Visual(view.Focus);
        if (view.ViewOf(view.Focus).Result?.Sql is not { } sql)
            return null;
        var words = FilterSql.Words(view.State.FiltersOf(view.Spec, visual), view.Members, language);
        var label = language == Language.Zh ? "筛选：" : "filter: ";
        return sql.Written([view.Spec.Title.In(language), .. words.Select(w => label + w)]);
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
