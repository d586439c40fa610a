using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Results;

/// <summary>A failed query as lines to read: the engine's message, the offending line and a caret under the place.</summary>
internal static class FailurePanel
{
    public static IReadOnlyList<StyledLine> Lines(
        FailedState failed,
        Language language,
        int width,
        AmbiguousWidth ambiguous = AmbiguousWidth.One
    )
    {
        var lines = failed
            .Message.In(language)
            .Split('\n')
            .SelectMany(line => StyledLine.Of(line, Theme.Error).Wrap(Math.Max(1, width - 1), ambiguous))
            .ToList();
        if (failed.Position is { } position)
            lines.AddRange([StyledLine.Empty, .. Place(failed.Query.Sql, position, width - 1, ambiguous)]);
        return lines;
    }

    /// <summary>The line of the place, cut at the left where it is long, and the caret.</summary>
    private static IEnumerable<StyledLine> Place(string sql, int position, int width, AmbiguousWidth ambiguous)
    {
        var at = Math.Clamp(position, 0, sql.Length);
        var start = at == 0 ? 0 : sql.LastIndexOf('\n', at - 1) + 1;
        var end = sql.IndexOf('\n', at) is >= 0 and var found ? found : sql.Length;
        var label = $"{sql.AsSpan(0, start).Count('\n') + 1} | ";
        var text = sql[start..end].TrimEnd('\r');
        var column = CellText.ColumnOf(text, at - start, ambiguous);
        var cut = CellText.IndexAt(text, Math.Max(0, column - Math.Max(1, width - label.Length - 12)), ambiguous);
        var shown = CellText.Truncate((cut > 0 ? "…" : "") + text[cut..], Math.Max(1, width - label.Length), "…", ambiguous);
        var caret = label.Length + (cut > 0 ? CellText.Width("…", ambiguous) : 0) + column - CellText.ColumnOf(text, cut, ambiguous);
        return [StyledLine.Of([(label, Theme.Dim), (shown, Theme.Plain)]), StyledLine.Of(new string(' ', caret) + "^", Theme.Error)];
    }
}
