using Analytics.Engine.Lineage;
using Analytics.Engine.Sessions;
using Analytics.Engine.Workspaces;

namespace Analytics.Engine.Tests.Lineage;

/// <summary>A session as a researcher has it: a file of their own, views, macros, a kept result.</summary>
public sealed class LineageSession : IDisposable
{
    private readonly Workspace _workspace = Workspace.Open(
        new SessionOptions(TestHome.Real, [Path.Combine(Folder, "mine.csv")], Memory: "500MB"),
        TimeProvider.System
    );

    public LineageSession()
    {
        Execute("SET threads = 2");
        Execute("CREATE VIEW v_training AS SELECT county_zh, value FROM measured WHERE theme = 'training'");
        Execute("CREATE VIEW v_sum(county, total) AS SELECT county_zh, sum(value) FROM v_training GROUP BY 1");
        Execute("CREATE MACRO by_theme(t) AS TABLE SELECT county_zh, count(*) n FROM measured WHERE theme = t GROUP BY 1");
        Execute("CREATE MACRO twice(x) AS x * 2");
        Execute("CREATE MACRO maxof(c) AS (SELECT max(value) FROM measured m WHERE m.county_zh = c)");
        _workspace.Run("SELECT county_zh, theme, count(*) n FROM measured WHERE place_level = 'county' GROUP BY ALL");
    }

    internal AnalyticsSession Session => _workspace.Session;

    internal Workspace Workspace => _workspace;

    /// <summary>Where the statements and the file lie.</summary>
    public static string Folder => Path.Combine(Repository.Root, "tests", "Analytics.Engine.Tests", "Lineage");

    internal EvidenceQuery Query(string sql, params IEnumerable<(string Name, string? Value)> parameters) =>
        EvidenceQuery.Of(Session, sql, ParameterValues.FromText(parameters.ToDictionary(p => p.Name, p => p.Value)));

    internal void Execute(string sql) => Session.Run(sql).Dispose();

    /// <summary>Changes the product's tables, which only the product itself can.</summary>
    internal void Change(string sql)
    {
        Session.Ask(sql).Dispose();
        Session.NoteDefinitions();
    }

    public void Dispose() => _workspace.Dispose();
}
