using Analytics.DuckDb;
using Analytics.Engine.Results;

namespace Analytics.Figures;

/// <summary>
/// Which observations a row of a result names: columns <c>obs_id</c> and <c>obs_ids</c>, and those that end in <c>_obs_id</c> or
/// <c>_obs_ids</c>.
/// </summary>
public static class ObservationIds
{
    /// <summary>The columns of a result that name observations, single ids before lists.</summary>
    public static IReadOnlyList<int> Columns(IReadOnlyList<ResultColumn> columns) =>
        [
            .. Enumerable
                .Range(0, columns.Count)
                .Where(i => IsSingle(columns[i].Name) || IsList(columns[i].Name))
                .OrderBy(i => IsList(columns[i].Name)),
        ];

    /// <summary>The ids that a row names in those columns, each once.</summary>
    public static IReadOnlyList<string> OfRow(ResultTable table, IReadOnlyList<int> columns, long row) =>
        [.. columns.SelectMany(column => OfCell(table, column, row)).Distinct()];

    private static IEnumerable<string> OfCell(ResultTable table, int column, long row)
    {
        if (table.Value(row, column) is IEnumerable<object?> list)
            return list.OfType<string>();
        return table.Text(row, column) is { } id ? [id] : [];
    }

    private static bool IsSingle(string name) => Is(name, "obs_id");

    private static bool IsList(string name) => Is(name, "obs_ids");

    private static bool Is(string name, string word) =>
        name.Equals(word, StringComparison.OrdinalIgnoreCase) || name.EndsWith("_" + word, StringComparison.OrdinalIgnoreCase);
}
