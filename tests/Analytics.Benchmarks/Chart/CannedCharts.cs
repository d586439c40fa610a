using Analytics.Charts;
using Analytics.Engine.Lineage;
using Analytics.Engine.Queries;
using Analytics.Engine.Sessions;
using Analytics.Figures;

namespace Analytics.Benchmarks;

/// <summary>All canned queries that ask for a chart and need no parameter, run and drawn one after the other in one process.</summary>
internal static class CannedCharts
{
    public static IReadOnlyList<QueryFile> All(AnalyticsSession session) =>
        [.. session.Queries.All().Where(q => q.Chart is not null && q.Parameters.All(p => !p.Required))];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names()
    {
        using var session = AnalyticsSession.Open(new SessionOptions(Home.Find(Repository.Folder()), []));
        return [.. All(session).Select(query => query.Name)];
    }

    /// <summary>Draws all of them as PNG; the engine is opened anew.</summary>
    /// <returns>How many pictures.</returns>
    public static int Draw()
    {
        using var session = AnalyticsSession.Open(new SessionOptions(Home.Find(Repository.Folder()), []));
        var queries = All(session);
        foreach (var query in queries)
            _ = Picture(session, query);
        return queries.Count;
    }

    private static byte[] Picture(AnalyticsSession session, QueryFile query)
    {
        var traced = EvidenceQuery.Of(session, query, new Dictionary<string, string?>());
        using var result = traced.Run();
        var evidence = ChartEvidence.Of(session, traced, result);
        return ChartFile.Render(
            new ChartBuilder(session, result.Table, ChartRequest.For(query, Language.Zh), evidence).Build(),
            ChartFormat.Png
        );
    }
}
