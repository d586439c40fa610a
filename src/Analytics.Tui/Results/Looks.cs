using System.Collections.Immutable;
using Analytics.Engine.Results;

namespace Analytics.Tui.Results;

/// <summary>How the columns of a result were arranged by hand.</summary>
/// <param name="Names">All columns of the result, in the order of the query; for others it does not hold.</param>
/// <param name="Shown">Indexes into the names of the columns in view, in the order in which they stand.</param>
/// <param name="Widths">Widths of the shown columns that were changed by hand; the others fit their texts.</param>
/// <param name="Frozen">How many of the shown columns, from the left, stay in view; null where that was not said.</param>
/// <param name="Numbers">How numbers are written.</param>
/// <param name="ShowsAllColumns">Whether columns are shown that hide by default, such as those of the other language.</param>
/// <param name="Language">Of the headings, as it was then; in another one the widths do not hold.</param>
internal sealed record Look(
    ImmutableArray<string> Names,
    ImmutableArray<int> Shown,
    ImmutableDictionary<int, int> Widths,
    int? Frozen,
    NumberStyle Numbers,
    bool ShowsAllColumns,
    Language Language
);

/// <summary>
/// Remembers, for as long as the console runs, how the columns of each query were arranged, and arranges them so when it is run again.
/// </summary>
internal static class Looks
{
    private const int MostRemembered = 200;

    /// <summary>What the same look is remembered for: a canned query whatever its values, SQL by its text.</summary>
    private static string? KeyOf(QueryRequest query) =>
        query switch
        {
            CannedRequest canned => "query " + canned.File.Name,
            SqlRequest sql => "sql " + sql.Sql.Trim(),
            _ => null,
        };

    /// <summary>The results, which remember how the one in view looks now, after it was changed by hand.</summary>
    public static ResultState Remembered(ResultState before, ResultState after)
    {
        if (
            after.Open is not { } open
            || before.Open is not { } old
            || old.Name != open.Name
            || KeyOf(open.Query) is not { } key
            || Of(old) is var was && Same(was, Of(open))
        )
        {
            return after;
        }

        var looks = after.Looks.Count < MostRemembered ? after.Looks : ImmutableDictionary<string, Look>.Empty;
        return after with { Looks = looks.SetItem(key, Of(open)) };
    }

    /// <summary>A new result arranged as the last one of its query was.</summary>
    public static OpenResult Arranged(OpenResult open, ImmutableDictionary<string, Look> looks)
    {
        if (
            KeyOf(open.Query) is not { } key
            || !looks.TryGetValue(key, out var look)
            || look.Language != open.Language
            || !look.Names.SequenceEqual(open.Table.Columns.Select(c => c.Name))
        )
        {
            return open;
        }

        var arranged = (open with { Numbers = look.Numbers, ShowsAllColumns = look.ShowsAllColumns }).WithShown(look.Shown, look.Shown[0]);
        var columns = arranged.Grid.Columns.Select(
            (column, i) => look.Widths.TryGetValue(look.Shown[i], out var width) ? column with { Width = width } : column
        );
        return arranged with
        {
            IsFrozenByHand = look.Frozen is not null,
            Grid = arranged.Grid with { Columns = [.. columns], Frozen = look.Frozen ?? arranged.Grid.Frozen },
        };
    }

    private static Look Of(OpenResult open)
    {
        var fitting = ResultColumns.GridOf(open).Columns;
        var widths = open
            .Grid.Columns.Index()
            .Where(c => c.Item.Width != fitting[c.Index].Width)
            .ToImmutableDictionary(c => open.Shown[c.Index], c => c.Item.Width);
        return new Look(
            [.. open.Table.Columns.Select(c => c.Name)],
            open.Shown,
            widths,
            open.IsFrozenByHand ? open.Grid.Frozen : null,
            open.Numbers,
            open.ShowsAllColumns,
            open.Language
        );
    }

    private static bool Same(Look a, Look b) =>
        a.Shown.SequenceEqual(b.Shown)
        && a.Frozen == b.Frozen
        && a.Numbers == b.Numbers
        && a.ShowsAllColumns == b.ShowsAllColumns
        && a.Widths.Count == b.Widths.Count
        && a.Widths.All(w => b.Widths.TryGetValue(w.Key, out var width) && width == w.Value);
}
