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
        var tokens = SqlTokenizer.Read(sql).Where(t => t.Kind != SqlTokenKind.Comment).ToList();
        if (tokens.Count == 0 || !Is(sql, tokens[0], "pivot") || Find(sql, tokens, 1, ["on"]) is not (> 0 and var on))
            return sql;
        var end = Find(sql, tokens, on + 1, AfterOn);
        var source = sql[tokens[0].End..tokens[on].Start];
        var edits = new List<(int At, string Text)>();
        var from = on + 1;
        while (from < end)
        {
            var to = Math.Min(Find(sql, tokens, from, [","]), end);
            if (Find(sql, tokens, from, ["in"]) >= to)
                edits.Add((tokens[to - 1].End, Values(context, source, sql[tokens[from].Start..tokens[to - 1].End])));
            from = to + 1;
        }

        return edits.OrderByDescending(e => e.At).Aggregate(sql, (text, edit) => text.Insert(edit.At, edit.Text));
    }

    private static string Values(LineageContext context, string source, string expression)
    {
        using var values = context.Ask($"SELECT DISTINCT {expression} AS v FROM {source.Trim()} WHERE v IS NOT NULL ORDER BY v");
        return $" IN ({string.Join(", ", Enumerable.Range(0, (int)values.RowCount).Select(row => SqlText.Literal(values.Text(row, 0)!)))})";
    }

    /// <summary>The index of the first token outside brackets that is one of some words; the number of tokens if there is none.</summary>
    private static int Find(string sql, List<SqlToken> tokens, int from, string[] words)
    {
        var depth = 0;
        for (var i = from; i < tokens.Count; i++)
        {
            var text = tokens[i].In(sql);
            if (text is "(" or "[" or "{")
                depth++;
            else if (text is ")" or "]" or "}")
                depth--;
            else if (depth == 0 && words.Any(w => Is(sql, tokens[i], w)))
                return i;
        }

        return tokens.Count;
    }

    private static bool Is(string sql, SqlToken token, string word) =>
        token.Kind is not SqlTokenKind.Text and not SqlTokenKind.QuotedIdentifier
        && token.In(sql).Equals(word, StringComparison.OrdinalIgnoreCase);
}
