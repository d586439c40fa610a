using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tests;

/// <summary>Folders and sessions for the tests, on the repository's own data.</summary>
internal static class TestHome
{
    public static Home Real => Home.Find(Repository.Root);

    /// <summary>A session on the repository's data with little memory.</summary>
    public static AnalyticsSession Open(bool safe = false, params string[] open) =>
        AnalyticsSession.Open(new SessionOptions(Real, open, safe, Memory: "200MB"));

    /// <summary>Makes the table of <see cref="Endless"/>.</summary>
    public const string MakeNumbers = "CREATE TABLE numbers AS FROM range(20000)";

    /// <summary>Hours of work without a row, on a table: the engine tells no progress of functions.</summary>
    public const string Endless = "SELECT count(*) FROM numbers a, numbers b, numbers c WHERE a.range + b.range + c.range = -1";
}
