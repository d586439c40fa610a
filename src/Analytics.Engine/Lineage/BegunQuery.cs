using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Lineage;

/// <summary>A statement that has begun, with its first rows, whose evidence is behind the columns that it shows. Owns the query.</summary>
/// <param name="Rows">What comes after the first chunk.</param>
/// <param name="First">Taken by whoever keeps it; null where there are no rows.</param>
/// <param name="Traced">Null where no evidence comes with the rows.</param>
/// <param name="Reason">Why none comes; null where it does, or where it is asked for on demand.</param>
internal sealed record BegunQuery(RunningQuery Rows, DataChunk? First, TracedStatement? Traced, NotTraced? Reason) : IDisposable
{
    /// <summary>Fetches the first chunk: many statements fail only there.</summary>
    public static BegunQuery Of(RunningQuery rows, TracedStatement? traced, NotTraced? reason)
    {
        try
        {
            return new(rows, rows.ReturnsRows ? rows.Fetch() : null, traced, reason);
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    public void Dispose() => Rows.Dispose();
}
