using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Verdicts;

/// <summary>
/// The verdict that stands before the rows of a canned query that compares: on the question that its header asks, of the counties that its
/// parameters leave, or on the figures that its rows name. One thread at a time, the session's.
/// </summary>
public static class CannedVerdict
{
    private const string CountyParameter = "county";

    /// <param name="session">Has the product's tables.</param>
    /// <param name="query">Its header says what the verdict is on.</param>
    /// <param name="given">Values of its parameters, by name, as text.</param>
    /// <param name="rows">What it gave with these values.</param>
    /// <returns>Null where the query compares nothing, or its rows name no figure.</returns>
    public static VerdictText? Of(AnalyticsSession session, QueryFile query, IReadOnlyDictionary<string, string?> given, ResultTable rows)
    {
        if (!query.Compares)
            return null;
        var reader = new VerdictReader(session);
        var question = query.Verdict is { } asked ? asked with { Counties = Asked(session, query, given) } : null;
        if (query.VerdictRows.Count == 0)
            return reader.Of(question!);
        var ids = Named(query, rows);
        return question is not null ? reader.Of(ids, question)
            : ids.Count == 0 ? null
            : reader.Of(ids);
    }

    private static HashSet<string> Named(QueryFile query, ResultTable rows)
    {
        var columns = rows.Columns.Index().Where(c => query.VerdictRows.Contains(c.Item.Name)).Select(c => c.Index).ToArray();
        return
        [
            .. Enumerable
                .Range(0, (int)rows.RowCount)
                .SelectMany(row => columns.Select(column => rows.Text(row, column)))
                .OfType<string>()
                .SelectMany(text => text.Trim('[', ']').Split(", ", StringSplitOptions.RemoveEmptyEntries)),
        ];
    }

    /// <summary>The county that the parameter names; null for all.</summary>
    private static string[]? Asked(AnalyticsSession session, QueryFile query, IReadOnlyDictionary<string, string?> given)
    {
        if (
            query.Parameters.All(p => p.Name != CountyParameter)
            || session.Bound(query, given).Parameters[CountyParameter] is not string name
        )
        {
            return null;
        }

        using var found = ResultTable.Read(
            session.Run($"SELECT place_id FROM product.place WHERE level = 'county' AND name_zh = {SqlText.Literal(name)}")
        );
        return [.. Enumerable.Range(0, (int)found.RowCount).Select(row => found.Text(row, 0)!)];
    }
}
