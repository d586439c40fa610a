using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tests;

/// <summary>Folders and sessions for the tests, on the repository's own data.</summary>
internal static class TestHome
{
    public static Home Real => Home.Find(Repository.Root);

    /// <summary>A session on the repository's data with little memory.</summary>
    public static AnalyticsSession Open(bool safe = false, params string[] open) =>
        AnalyticsSession.Open(new SessionOptions(Real, open, safe, Memory: "200MB"));
}
