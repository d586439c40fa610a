using Analytics.DuckDb;

namespace Analytics.Engine.Queries;

/// <summary>Holds a query file's header against the statement that the engine prepared from it, and against its result.</summary>
public static class QueryFileCheck
{
    /// <param name="query">The file whose header is held against its statement.</param>
    /// <param name="used">The names of the parameters in the statement.</param>
    /// <exception cref="UserException">A parameter is not declared or not used.</exception>
    public static void RequireParameters(QueryFile query, IReadOnlyCollection<string> used)
    {
        foreach (var name in used.Where(n => query.Parameters.All(p => p.Name != n)))
        {
            throw new UserException(
                new FilePlace(query.Path, LineOf(query.Sql, "$" + name)),
                new Localized(
                    $"查询用到 ${name}，文件头的 params 里没有声明。",
                    $"the query uses ${name}, which the header does not declare under params."
                )
            );
        }

        foreach (var parameter in query.Parameters.Where(p => !used.Contains(p.Name)))
        {
            throw new UserException(
                new FilePlace(query.Path, parameter.Line),
                new Localized(
                    $"声明了参数 {parameter.Name}，查询里没有用到 ${parameter.Name}。",
                    $"the parameter {parameter.Name} is declared and the query does not use ${parameter.Name}."
                )
            );
        }
    }

    /// <param name="query">The file whose header is held against the columns.</param>
    /// <param name="result">Columns of the running query: before it runs the engine does not always know them.</param>
    /// <exception cref="UserException">The header names a column that the query does not return.</exception>
    public static void RequireColumns(QueryFile query, IReadOnlyList<ResultColumn> result)
    {
        var columns = result.Select(c => c.Name).ToArray();
        foreach (var column in query.Columns)
            RequireColumn(query, columns, column.Name, "columns", column.Line);
        foreach (var column in query.VerdictRows)
            RequireColumn(query, columns, column, "verdict.rows", LineOf(query.Sql, "\nverdict:") + 1);
        if (query.Chart is not { } chart)
            return;
        foreach (var (key, column) in chart.Columns)
            RequireColumn(query, columns, column, $"chart.{key}", chart.Line);
    }

    private static void RequireColumn(QueryFile query, string[] columns, string name, string key, int line)
    {
        if (columns.Contains(name, StringComparer.OrdinalIgnoreCase))
            return;
        var (nearest, all) = (NearestNames.Of(name, columns) is [var near, ..] ? near : null, string.Join(", ", columns));
        throw new UserException(
            new FilePlace(query.Path, line),
            new Localized(
                $"{key} 指向“{name}”，查询结果没有这一列{(nearest is null ? "" : $"（是否指 {nearest}？）")}；有 {all}。",
                $"{key} names '{name}', which the query does not "
                    + $"return{(nearest is null ? "" : $" (did you mean {nearest}?)")}; it returns {all}."
            )
        );
    }

    private static int LineOf(string sql, string text) =>
        1 + sql.AsSpan(0, Math.Max(0, sql.IndexOf(text, StringComparison.Ordinal))).Count('\n');
}
