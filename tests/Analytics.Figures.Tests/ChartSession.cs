using Analytics.Charts;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Figures.Tests;

/// <summary>One session over the shipped data for all tests of a class, which run one after another.</summary>
public sealed class ChartSession : IDisposable
{
    internal AnalyticsSession Session { get; } = AnalyticsSession.Open(new SessionOptions(Home.Find(Repository.Root), [], Memory: "300MB"));

    public ChartSession() => Session.RegisterTables();

    internal ChartSpec Build(string sql, ChartRequest request)
    {
        using var table = ResultTable.Read(Session.Run(sql));
        return new ChartBuilder(Session, table, request).Build();
    }

    internal ChartSpec Build(QueryFile query, string language)
    {
        using var table = ResultTable.Read(Session.Run(query, new Dictionary<string, string?>()));
        return new ChartBuilder(Session, table, ChartRequest.For(query, Languages.Parse(language)!.Value)).Build();
    }

    public void Dispose() => Session.Dispose();
}
