using System.CommandLine;
using Analytics.Cli.Completion;
using Analytics.Engine.Layouts;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Tables;

namespace Analytics.Cli.Commands;

/// <summary><c>analytics describe NAME</c>: a query, table, indicator or Parquet file in full.</summary>
internal static class DescribeCommand
{
    public static readonly BatchCommand Definition = new(
        "describe",
        "Describe a canned query, a table, an indicator or a Parquet file in full",
        (command, options) =>
        {
            var name = new Argument<string>("NAME") { Description = "Name of a canned query, a table or an indicator, or a Parquet file" };
            name.CompletionSources.Add(Offers.Queries(options));
            name.CompletionSources.Add([.. ProductTables.Names]);
            command.Arguments.Add(name);
            command.Add(options.Printing);
            return host => Run(host, host.Parsed.GetValue(name)!);
        }
    );

    private const string Tables = "SELECT table_name FROM duckdb_tables() UNION SELECT view_name FROM duckdb_views() WHERE NOT internal";

    private static int Run(Host host, string name)
    {
        ResultPrinter.FormatOf(host);
        if (IsParquet(name))
            return ResultPrinter.Print(host, ParquetListing.Of(ParquetLayoutReader.Read(name), host.Language));
        var session = host.Session;
        session.RegisterTables();
        return session.Queries.Names().Contains(name) ? ResultPrinter.Print(host, Query(session, session.Queries.Get(name), host.Language))
            : Names(session, Tables).Contains(name) ? ResultPrinter.Print(host, session.Run(Table(name), host.Cancellation))
            : Names(session, "SELECT indicator_id FROM product.indicator").Contains(name)
                ? ResultPrinter.Print(host, Indicator(session, name))
            : throw Unknown(session, name);
    }

    /// <summary>By its ending, also where another follows (<c>.parquet.encrypted</c>); no query, table or indicator is called so.</summary>
    public static bool IsParquet(string name) => Path.GetFileName(name).Contains(".parquet", StringComparison.OrdinalIgnoreCase);

    private static Listing Query(AnalyticsSession session, QueryFile query, Language language)
    {
        List<IReadOnlyList<string?>> rows =
        [
            ["name", query.Name],
            ["title", query.Title.In(language)],
            ["summary", query.Summary.In(language)],
        ];
        rows.AddRange(query.Parameters.Select(p => (IReadOnlyList<string?>)["parameter " + p.Name, Parameter(session, p, language)]));
        if (query.Chart is { } chart)
            rows.Add(["chart", $"{chart.Kind}: {chart.Y} by {chart.Word("x")}"]);
        rows.Add(["sql", query.Sql]);
        return Listing.OfTexts(["field", "value"], rows);
    }

    private static string Parameter(AnalyticsSession session, QueryParameter parameter, Language language)
    {
        var need = parameter.Required ? "required" : "default " + (parameter.Default ?? "none");
        var allowed = session.Choices(parameter) is { } choices ? "; one of " + string.Join(", ", choices.Select(c => c.Value)) : "";
        return $"{parameter.Label.In(language)} ({parameter.Type.ToString().ToLowerInvariant()}, {need}{allowed})";
    }

    private static string Table(string name) =>
        $"SELECT column_name, data_type, comment FROM duckdb_columns() WHERE table_name = {SqlText.Literal(name)} ORDER BY column_index";

    private static Listing Indicator(AnalyticsSession session, string id)
    {
        using var table = ResultTable.Read(session.Run($"FROM product.indicator WHERE indicator_id = {SqlText.Literal(id)}"));
        return Listing.OfTexts(["field", "value"], table.Columns.Select((c, i) => (IReadOnlyList<string?>)[c.Name, table.Text(0, i)]));
    }

    private static UserException Unknown(AnalyticsSession session, string name)
    {
        var all = session.Queries.Names().Concat(Names(session, Tables + " UNION SELECT indicator_id FROM product.indicator"));
        var nearest = NearestNames.Of(name, all);
        var hint =
            nearest.Count > 0
                ? new Localized($"是否指 {string.Join("、", nearest)}？", $"Did you mean {string.Join(", ", nearest)}?")
                : new Localized("analytics list 列出全部。", "'analytics list' shows what there is.");
        return UserException.Usage(
            $"没有名为“{name}”的查询、表或指标。{hint.Zh}",
            $"No canned query, table or indicator is called '{name}'. {hint.En}"
        );
    }

    private static List<string> Names(AnalyticsSession session, string sql)
    {
        using var table = ResultTable.Read(session.Run(sql));
        return [.. Enumerable.Range(0, (int)table.RowCount).Select(row => table.Text(row, 0)!)];
    }
}
