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
