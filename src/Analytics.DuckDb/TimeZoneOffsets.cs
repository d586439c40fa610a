using System.Collections.Concurrent;
using System.Globalization;

namespace Analytics.DuckDb;

/// <summary>
/// By how much local time differs from UTC in a time zone, as the engine's own zone data have it: the system may have none, or others.
/// Asked of an engine apart, a span of years at a time. Safe from any thread.
/// </summary>
internal sealed class TimeZoneOffsets
{
    private const long MicrosPerSecond = 1_000_000;
    private const long MicrosPerDay = 86_400 * MicrosPerSecond;

    /// <summary>About sixteen years.</summary>
    private const int DaysInSpan = 5_844;

    /// <summary>After so many days the calendar repeats, weekdays included: 400 years.</summary>
    private const long DaysInCycle = 146_097;

    /// <summary>1800-01-01: no zone had another time than that of its place yet.</summary>
    private const long FirstDay = -62_091;

    /// <summary>2100-01-01: each zone follows its last rule for good.</summary>
    private const long LastDay = 47_482;

    private static readonly ConcurrentDictionary<string, TimeZoneOffsets> Known = new(StringComparer.Ordinal);
    private static readonly Lazy<DuckDbConnection> Engine = new(OpenEngine);

    private readonly string _name;
    private readonly ConcurrentDictionary<int, (long From, int Seconds)[]> _spans = new();

    private TimeZoneOffsets(string name) => _name = name;

    /// <summary>The zone of that name, which the engine knows; null for UTC, in which nothing differs.</summary>
    public static TimeZoneOffsets? Named(string name) => name == "UTC" ? null : Known.GetOrAdd(name, n => new TimeZoneOffsets(n));

    /// <summary>Seconds that local time is ahead of UTC.</summary>
    /// <param name="micros">An instant: microseconds since 1970 in UTC.</param>
    public int SecondsAt(long micros)
    {
        var instant = Within(micros);
        var span = _spans.GetOrAdd((int)Math.Floor((double)instant / (DaysInSpan * MicrosPerDay)), Read);
        var at = span.Length - 1;
        while (at > 0 && span[at].From > instant)
            at--;
        return span[at].Seconds;
    }

    /// <summary>The instant that has the same offset between the first rule and the last.</summary>
    private static long Within(long micros)
    {
        if (micros < FirstDay * MicrosPerDay)
            return FirstDay * MicrosPerDay;
        var beyond = micros - (LastDay * MicrosPerDay);
        return beyond < 0 ? micros : (beyond % (DaysInCycle * MicrosPerDay)) + (LastDay * MicrosPerDay);
    }

    /// <summary>
    /// From when on which offset holds, in order. Days whose ends differ are halved down to the second at which the offset changes.
    /// </summary>
    private (long From, int Seconds)[] Read(int span)
    {
        var zone = $"'{_name.Replace("'", "''", StringComparison.Ordinal)}'";
        var start = span * DaysInSpan * MicrosPerDay;
        var sql = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            WITH RECURSIVE days AS (
                SELECT {start} + i * {MicrosPerDay} AS t, ahead({zone}, t) AS o FROM range({DaysInSpan + 1}) AS r(i)
            ), changes AS (
                SELECT lag(t) OVER (ORDER BY t) AS low, t AS high, lag(o) OVER (ORDER BY t) AS was, o FROM days QUALIFY was <> o
                UNION ALL
                SELECT CASE WHEN is_low THEN middle ELSE low END, CASE WHEN is_low THEN high ELSE middle END, was, o
                FROM (
                    SELECT *, (low + high) // {2 * MicrosPerSecond} * {MicrosPerSecond} AS middle, ahead({zone}, middle) = was AS is_low
                    FROM changes WHERE high - low > {MicrosPerSecond}
                )
            )
            SELECT t, o FROM days WHERE t = {start}
            UNION ALL
            SELECT high, o FROM changes WHERE high - low <= {MicrosPerSecond}
            ORDER BY 1
            """
        );
        lock (Engine.Value)
            return [.. Engine.Value.Rows(sql, row => (row.Whole(0), (int)row.Whole(1)))];
    }

    private static DuckDbConnection OpenEngine()
    {
        using var database = DuckDbDatabase.Open(null, new Dictionary<string, string> { ["threads"] = "1", ["memory_limit"] = "64MB" });
        var connection = database.Connect();
        connection.Execute($"CREATE MACRO ahead(zone, t) AS (epoch_us(timezone(zone, make_timestamptz(t))) - t) // {MicrosPerSecond}");
        return connection;
    }
}
