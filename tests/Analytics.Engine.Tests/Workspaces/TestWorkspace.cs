using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Workspaces;

namespace Analytics.Engine.Tests.Workspaces;

/// <summary>A workspace with little memory in a folder of its own.</summary>
internal sealed class TestWorkspace : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TestWorkspace(bool safe = false, string memory = "200MB", params string[] open)
    {
        Workspace = Workspace.Open(new SessionOptions(TestHome.Real, open, safe, memory), TimeProvider.System, _folder.Path);
        if (!safe)
            Workspace.Session.Run("SET threads = 2").Dispose();
    }

    public Workspace Workspace { get; }

    public string Folder => _folder.Path;

    public KeptResult Keep(string sql) => Workspace.Run(sql).Result!;

    /// <summary>The first cell of a query.</summary>
    public string? Single(string sql)
    {
        using var page = Keep(sql).Page(0, 1);
        return page.Text(0, 0);
    }

    public void Dispose()
    {
        Workspace.Dispose();
        _folder.Dispose();
    }
}

internal static class KeptResultText
{
    /// <summary>The cells of a result: lines of values between bars; ∅ for NULL.</summary>
    public static string Lines(this KeptResult result)
    {
        using var page = result.Page(0, (int)result.Rows);
        return page.Lines();
    }

    public static string Lines(this ResultTable table) =>
        string.Join(
            '\n',
            Enumerable
                .Range(0, (int)table.RowCount)
                .Select(row => string.Join('|', Enumerable.Range(0, table.Columns.Count).Select(c => table.Text(row, c) ?? "∅")))
        );
}
