using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Figures;

/// <summary>The observations that the rows of a result name in <c>obs_id</c> or <c>obs_ids</c>.</summary>
internal sealed class ChartEvidence
{
    private readonly IReadOnlyList<string>[] _idsByRow;
    private readonly Dictionary<string, Observation> _observations;

    private ChartEvidence(AnalyticsSession session, IReadOnlyList<string>[] idsByRow)
    {
        _idsByRow = idsByRow;
        var ids = idsByRow.SelectMany(i => i).Distinct().ToArray();
        _observations = Observation.Read(session, ids).ToDictionary(o => o.Id);
    }

    public static ChartEvidence Of(AnalyticsSession session, ResultTable table) => new(session, IdsOf(table));

    /// <summary>The ids that each row names.</summary>
    public static IReadOnlyList<string>[] IdsOf(ResultTable table)
    {
        var single = table.ColumnIndex("obs_id");
        var list = table.ColumnIndex("obs_ids");
        return [.. Enumerable.Range(0, (int)table.RowCount).Select(row => Ids(table, row, single, list))];
    }

    /// <summary>The observations that a row names, in its order.</summary>
    public IReadOnlyList<Observation> Of(int row) =>
        _idsByRow[row].Count == 0 ? [] : [.. _idsByRow[row].Select(_observations.GetValueOrDefault).OfType<Observation>()];

    /// <summary>Whether any row names an observation.</summary>
    public bool IsKnown => _observations.Count > 0;

    private static IReadOnlyList<string> Ids(ResultTable table, int row, int single, int list)
    {
        if (single >= 0 && table.Text(row, single) is { } id)
            return [id];
        return list >= 0 && table.Value(row, list) is IEnumerable<object?> ids ? [.. ids.OfType<string>()] : [];
    }
}
