using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tests;

/// <summary>Folders and sessions for the tests: the repository's own data, or a folder that is deleted afterwards.</summary>
internal static class TestHome
{
    /// <summary>The repository, found upward from the test assembly.</summary>
    public static string Repository { get; } = FindRepository(AppContext.BaseDirectory);

    public static Home Real => Home.Find(Repository);

    /// <summary>A session on the repository's data with little memory.</summary>
    public static AnalyticsSession Open(bool safe = false, params string[] open) =>
        AnalyticsSession.Open(new SessionOptions(Real, open, safe, Memory: "200MB"));

    /// <summary>Makes the table of <see cref="Endless"/>.</summary>
    public const string MakeNumbers = "CREATE TABLE numbers AS FROM range(20000)";

    /// <summary>Hours of work without a row, on a table: the engine tells no progress of functions.</summary>
    public const string Endless = "SELECT count(*) FROM numbers a, numbers b, numbers c WHERE a.range + b.range + c.range = -1";

    private static string FindRepository(string folder) =>
        File.Exists(Path.Combine(folder, "Analytics.sln")) ? folder : FindRepository(Path.GetDirectoryName(folder)!);
}

/// <summary>A folder that is deleted at the end of the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("analytics-test-").FullName;

    public string File(string name, string? content = null)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        if (content is not null)
            System.IO.File.WriteAllText(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
