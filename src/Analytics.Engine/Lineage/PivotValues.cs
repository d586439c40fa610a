using Analytics.Engine.Sessions;
using Analytics.Engine.Sql;

namespace Analytics.Engine.Lineage;

/// <summary>
/// PIVOT without a list of values, of which the engine makes several statements that have no syntax tree: the values are looked up and
/// written into the statement, as the engine does itself.
/// </summary>
internal static class PivotValues
{
    private static readonly string[] AfterOn = ["using", "group", "order", "limit", "offset", "union", "intersect", "except"];

    /// <summary>The statement with its values written out; the same text if it has none to write.</summary>
    /// <exception cref="Analytics.DuckDb.DuckDbException">The source of the pivot cannot be read.</exception>
    public static string WrittenOut(LineageContext context, string sql)
    {
        var words = new StatementWords(sql);
        var on = words.Is(0, "pivot") ? words.Find(1, "on") : words.Count;
        if (on == words.Count)
            return sql;
        var end = words.Find(on + 1, AfterOn);
        var source = sql[words.Place(0).End..words.Place(on).Start];
        var edits = new List<(int At, string Text)>();
        var from = on + 1;
        while (from < end)
        {
            var to = Math.Min(words.Find(from, ","), end);
            var last = words.Place(to - 1).End;
            if (words.Find(from, "in") >= to)
                edits.Add((last, Values(context, source, sql[words.Place(from).Start..last])));
            from = to + 1;
        }

        return edits.OrderByDescending(e => e.At).Aggregate(sql, (text, edit) => text.Insert(edit.At, edit.Text));
    }

    private static string Values(LineageContext context, string source, string expression)
    {
        using var values = context.Ask($"SELECT DISTINCT {expression} AS v FROM {source.Trim()} WHERE v IS NOT NULL ORDER BY v");
        return $" IN ({string.Join(", ", Enumerable.Range(0, (int)values.RowCount).Select(row => SqlText.Literal(values.Text(row, 0)!)))})";
    }
}
