using Analytics.DuckDb;

namespace Analytics.Engine.Queries;

/// <summary>Holds a query file's header against the statement that the engine prepared from it, and against its result.</summary>
public static class QueryFileCheck
{
    /// <exception cref="QueryFileException">A parameter is not declared or not used.</exception>
    public static void RequireParameters(QueryFile query, PreparedStatement statement)
    {
        foreach (var name in statement.ParameterNames.Where(n => query.Parameters.All(p => p.Name != n)))
        {
            throw new QueryFileException(
                query.Path,
                LineOf(query.Sql, "$" + name),
                $"the query uses ${name}, which the header does not declare under params."
            )
            {
                Zh = $"查询用到 ${name}，文件头的 params 里没有声明。",
            };
        }

        foreach (var parameter in query.Parameters.Where(p => !statement.ParameterNames.Contains(p.Name)))
        {
            throw new QueryFileException(
                query.Path,
                parameter.Line,
                $"the parameter {parameter.Name} is declared and the query does not use ${parameter.Name}."
            )
            {
                Zh = $"声明了参数 {parameter.Name}，查询里没有用到 ${parameter.Name}。",
            };
        }
    }

    /// <param name="query">The file whose header is held against the columns.</param>
    /// <param name="result">Columns of the running query: before it runs the engine does not always know them.</param>
    /// <exception cref="QueryFileException">The header names a column that the query does not return.</exception>
    public static void RequireColumns(QueryFile query, IReadOnlyList<ResultColumn> result)
    {
        var columns = result.Select(c => c.Name).ToArray();
        foreach (var column in query.Columns)
            RequireColumn(query, columns, column.Name, "columns", column.Line);
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
        throw new QueryFileException(
            query.Path,
            line,
            $"{key} names '{name}', which the query does not "
                + $"return{(nearest is null ? "" : $" (did you mean {nearest}?)")}; it returns {all}."
        )
        {
            Zh = $"{key} 指向“{name}”，查询结果没有这一列{(nearest is null ? "" : $"（是否指 {nearest}？）")}；有 {all}。",
        };
    }

    private static int LineOf(string sql, string text) =>
        1 + sql.AsSpan(0, Math.Max(0, sql.IndexOf(text, StringComparison.Ordinal))).Count('\n');
}
