using System.CommandLine;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;

namespace Analytics.Cli.Commands;

/// <summary><c>analytics list [queries|tables|indicators|places|articles|keys]</c></summary>
internal static class ListCommand
{
    /// <param name="keys">The console's keys, with their help in a language.</param>
    public static BatchCommand Definition(Func<Language, Listing> keys) =>
        new(
            "list",
            "List the canned queries, tables, indicators, places, articles or the console's keys",
            (command, options) =>
            {
                var what = new Argument<string>("WHAT")
                {
                    Description = "queries (default), tables, indicators, places, articles or keys",
                    DefaultValueFactory = _ => "queries",
                };
                what.AcceptOnlyFromAmong("queries", "tables", "indicators", "places", "articles", "keys");
                command.Arguments.Add(what);
                command.Add(options.Printing);
                return host => Run(host, host.Parsed.GetValue(what)!, keys);
            }
        );

    private static int Run(Host host, string what, Func<Language, Listing> keys)
    {
        ResultPrinter.FormatOf(host);
        if (what == "keys")
            return Keys(host, keys(host.Language));
        if (what == "queries")
            return ResultPrinter.Print(host, Queries(host.Catalog.All(), host.Language));
        host.Session.RegisterTables();
        return ResultPrinter.Print(host, host.Session.Run(Sql(host, what), host.Cancellation));
    }

    private static int Keys(Host host, Listing keys)
    {
        foreach (var fault in keys.Faults)
            Messages.Warn(fault.In(host.Language));
        return ResultPrinter.Print(host, keys);
    }

    private static string Sql(Host host, string what) =>
        what switch
        {
            "tables" => """
                SELECT table_name AS name, kind, columns, rows, comment FROM (
                    SELECT database_name, table_name, 'table' AS kind, column_count AS columns, estimated_size
                        AS rows, comment FROM duckdb_tables()
                    UNION ALL
                    SELECT database_name, view_name, 'view', column_count, NULL, comment FROM duckdb_views() WHERE NOT internal)
                ORDER BY database_name <> 'memory', kind DESC, name
                """,
            "indicators" => $"""
                SELECT indicator_id, theme, label_{host.Language.Code()} AS label, indicator.unit, statistic, accounting,
                    count(obs_id) AS figures
                FROM product.indicator LEFT JOIN product.observation USING (indicator_id)
                GROUP BY ALL ORDER BY theme, indicator_id
                """,
            "places" => """
                SELECT place_id, gb_code, name_zh, name_en, level, parent_id, count(obs_id) AS figures
                FROM product.place LEFT JOIN product.observation USING (place_id)
                GROUP BY ALL ORDER BY place_id
                """,
            _ => """
                SELECT article_id, a.title, p.name_zh AS place, date_from, date_to, date_basis, author_role, count(obs_id) AS figures
                FROM product.article AS a LEFT JOIN product.place AS p USING (place_id) LEFT JOIN product.observation USING (article_id)
                GROUP BY ALL ORDER BY article_id
                """,
        };

    private static Listing Queries(IReadOnlyList<QueryFile> queries, Language language) =>
        Listing.OfTexts(
            ["name", "title", "parameters"],
            queries.Select(q => (IReadOnlyList<string?>)[q.Name, q.Title.In(language), string.Join(", ", q.Parameters.Select(p => p.Name))])
        );
}
