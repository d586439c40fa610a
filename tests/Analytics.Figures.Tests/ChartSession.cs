using Analytics.Charts;
using Analytics.Engine.Lineage;
using Analytics.Engine.Queries;
using Analytics.Engine.Sessions;

namespace Analytics.Figures.Tests;

/// <summary>One session over the shipped data for all tests of a class, which run one after another.</summary>
public sealed class ChartSession : IDisposable
{
    internal AnalyticsSession Session { get; } = AnalyticsSession.Open(new SessionOptions(Home.Find(Repository.Root), [], Memory: "300MB"));

    public ChartSession() => Session.RegisterTables();

    internal ChartSpec Build(string sql, ChartRequest request)
    {
        return Build(EvidenceQuery.Of(Session, sql, ParameterValues.None), request);
    }

    internal ChartSpec Build(QueryFile query, string language)
    {
        return Build(
            EvidenceQuery.Of(Session, query, new Dictionary<string, string?>()),
            ChartRequest.For(query, Languages.Parse(language)!.Value)
        );
    }

    private ChartSpec Build(EvidenceQuery query, ChartRequest request)
    {
        using var result = query.Run();
        var evidence = ChartEvidence.Of(Session, query, result);
        return new ChartBuilder(Session, result.Table, request, evidence).Build();
    }

    public void Dispose() => Session.Dispose();
}
