using Analytics.Engine.Models;
using Analytics.Engine.Results;

namespace Analytics.Engine.Pages;

/// <content>Bars, points, lines and matrices.</content>
public sealed partial class VisualReader
{
    private VisualResult Groups(VisualSpec visual, FilterSet filters, BoundSql sql)
    {
        var groups = GroupsOf(visual, filters, sql);
        return new VisualResult(visual, filters, groups)
        {
            Note = NoteOf(visual, filters, groups.Total.RowCount),
            Tail = TailOf(visual, groups),
        };
    }

    /// <summary>Groups as the statement gives them, with members that have no rows where the dimension shows all.</summary>
    internal VisualContent.Groups GroupsOf(VisualSpec visual, FilterSet filters, BoundSql sql)
    {
        var read = new Dictionary<(string Part, string? Axis, string? Across), GroupCell>();
        using (var rows = Run(sql))
        {
            for (var row = 0; row < rows.RowCount; row++)
                read[(rows.Text(row, 0)!, rows.Text(row, 1), rows.Text(row, 2))] = CellOf(rows, row);
        }

        var (axis, across) = (visual.Axis!, visual.Cols ?? visual.Series);
        var states =
            (visual.ShowsStates || visual.Tail.Count > 0) && model.Model.States.Count > 0 ? new CellStates(this, visual, filters) : null;
        var keys = Ordered(
            axis,
            read.Keys.Where(k => k.Part == VisualQuery.Cells).Select(k => k.Axis ?? Member.NullKey),
            states is null ? null : filters
        );
        string?[] acrossKeys = [null];
        if (across is not null)
        {
            acrossKeys =
            [
                .. Ordered(
                    across,
                    read.Keys.Where(k => k.Part == VisualQuery.Cells).Select(k => k.Across ?? Member.NullKey),
                    states is null ? null : filters
                ),
            ];
        }
        GroupRow[] all = [.. keys.Select(k => RowOf(read, k, acrossKeys, across is not null, states))];
        var total = read.GetValueOrDefault((VisualQuery.Whole, null, null)) ?? GroupCell.Empty;
        GroupCell[] columns = visual.TotalsColumns
            ? [.. acrossKeys.Select(a => read.GetValueOrDefault((VisualQuery.ColumnTotals, null, Raw(a))) ?? GroupCell.Empty)]
            : [];
        return new VisualContent.Groups(axis, across, acrossKeys, Top(visual, Sorted(visual, all)), columns, total);
    }

    private static GroupCell CellOf(ResultTable rows, int row) =>
        new(rows.Number(row, 3), Whole(rows, row, VisualQuery.Rows), null, 0, Texts(rows, row, VisualQuery.Evidence));

    private static string? Raw(string? key) => key == Member.NullKey ? null : key;

    private static GroupRow RowOf(
        Dictionary<(string, string?, string?), GroupCell> read,
        string key,
        IReadOnlyList<string?> across,
        bool isParted,
        CellStates? states
    )
    {
        GroupCell[] cells =
        [
            .. across.Select(a => read.GetValueOrDefault((VisualQuery.Cells, Raw(key), Raw(a))) ?? states?.Of(key, a) ?? GroupCell.Empty),
        ];
        var total = isParted ? read.GetValueOrDefault((VisualQuery.RowTotals, Raw(key), null)) : cells[0];
        return new GroupRow(key, cells, total ?? (cells.All(c => c.State == cells[0].State) ? cells[0] : GroupCell.Empty));
    }

    /// <summary>
    /// Keys that have rows, in their order, and where states are shown the members without rows that are not filtered out.
    /// </summary>
    private IReadOnlyList<string> Ordered(Field field, IEnumerable<string> keys, FilterSet? filters)
    {
        var list = model.Members.Of(field);
        var all =
            filters is not null && field.Dimension.ShowsAllMembers
                ? keys.Concat(list.All.Select(m => m.Key).Where(k => filters.Admits(field, k, model.Members)))
                : keys;
        return [.. all.Distinct().OrderBy(list.PlaceOf).ThenBy(k => k, StringComparer.Ordinal)];
    }

    private static GroupRow[] Sorted(VisualSpec visual, GroupRow[] rows) =>
        visual.SortsDescending switch
        {
            true => [.. rows.OrderByDescending(r => r.Total.Value ?? double.NegativeInfinity)],
            false => [.. rows.OrderBy(r => r.Total.Value ?? double.PositiveInfinity)],
            null => rows,
        };

    /// <summary>The first rows, those that are chosen in any case, and one of the others where they add up.</summary>
    private GroupRow[] Top(VisualSpec visual, GroupRow[] rows)
    {
        if (visual.Top is not { } top || rows.Length <= top)
            return rows;
        var chosen = state
            .Selections.GetValueOrDefault(visual.Name, [])
            .SelectMany(m => m.Parts)
            .Where(p => p.Field.Equals(visual.Axis))
            .SelectMany(p => p.Members)
            .ToHashSet();
        var shown = rows.Where((r, i) => i < top || chosen.Contains(r.Key)).ToArray();
        if (!visual.ShowsOthers || visual.Values[0].Measure is not { Additivity: not Additivity.None })
            return shown;
        var others = rows.Except(shown).ToArray();
        var cells = Enumerable.Range(0, others[0].Cells.Count).Select(i => Added(others.Select(o => o.Cells[i])));
        return [.. shown, new GroupRow(GroupRow.OthersKey, [.. cells], Added(others.Select(o => o.Total)))];
    }

    private static GroupCell Added(IEnumerable<GroupCell> cells)
    {
        var all = cells.ToArray();
        return new GroupCell(all.Sum(c => c.Value ?? 0), all.Sum(c => c.RowCount), null, 0, [.. all.SelectMany(c => c.Evidence)]);
    }

    /// <summary>Members with a state that the page names, one line each.</summary>
    private List<Localized> TailOf(VisualSpec visual, VisualContent.Groups groups)
    {
        var lines = new List<Localized>();
        foreach (var name in visual.Tail)
        {
            var missing = groups.Rows.Where(r => r.Total.State?.Name == name).Select(r => r.Key).ToArray();
            if (missing.Length > 0 && model.Model.States.First(s => s.Name == name) is { } cell)
                lines.Add(Line(cell, Joined(groups.Axis, missing)));
        }

        return lines;
    }

    private static Localized Line(CellState cell, Localized names) =>
        new($"{cell.Meaning.Zh}：{names.Zh}", $"{cell.Meaning.En}: {names.En}");

    /// <summary>What cells without rows are.</summary>
    private sealed class CellStates
    {
        private readonly VisualReader _reader;
        private readonly VisualSpec _visual;
        private readonly Dictionary<(string?, string?), Dictionary<string, long>> _counts = [];
        private readonly HashSet<string> _withArticles;
        private readonly Field? _place;
        private readonly bool _isWithoutArticles;

        public CellStates(VisualReader reader, VisualSpec visual, FilterSet filters)
        {
            (_reader, _visual) = (reader, visual);
            _place = new[] { visual.Axis, visual.Cols ?? visual.Series }.OfType<Field>().FirstOrDefault(f => f.Dimension is TreeDimension);
            _withArticles = _place is null ? [] : reader.PlacesWithArticles(_place);
            _isWithoutArticles = _place is null && reader.PlaceWithoutArticles(filters) is not null;
            var states = reader.Model.States.Where(s => s.CountSql is not null).Select(s => s.Name).ToArray();
            if (VisualQuery.States(reader.Model, visual, filters) is not { } sql)
                return;
            using var rows = reader.Run(sql);
            for (var row = 0; row < rows.RowCount; row++)
                _counts[(rows.Text(row, 0), rows.Text(row, 1))] = states.ToDictionary(s => s, s => Whole(rows, row, s));
        }

        /// <summary>The first state that holds; null where none does.</summary>
        public GroupCell? Of(string key, string? across)
        {
            var place =
                _place is null ? null
                : _place.Equals(_visual.Axis) ? key
                : across;
            foreach (var state in _reader.Model.States)
            {
                var count = _counts.GetValueOrDefault((Raw(key), Raw(across)))?.GetValueOrDefault(state.Name) ?? 0;
                if (
                    state.NeedsNoArticle
                        ? _isWithoutArticles || (place is not null && !_withArticles.Contains(place))
                        : state.CountSql is null || count > 0
                )
                {
                    return new GroupCell(null, 0, state, count, []);
                }
            }

            return null;
        }
    }

    private SemanticModel Model => model.Model;

    /// <summary>Members of a tree's level that an article tells of, or that have a figure of their own.</summary>
    private HashSet<string> PlacesWithArticles(Field place)
    {
        var articles = ModelSql.ArticlePlaces(model.Model, place);
        using var rows = Run(new BoundSql(articles, new Dictionary<string, string?>()));
        return [.. Enumerable.Range(0, (int)rows.RowCount).Select(row => rows.Text(row, 0)).OfType<string>()];
    }
}
