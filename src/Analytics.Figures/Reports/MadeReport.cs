using Analytics.Charts;
using Analytics.Engine.Documents;

namespace Analytics.Figures;

/// <summary>A report with all its results, in one language. Owns the rows, which its document reads.</summary>
/// <param name="document">What the formats write.</param>
/// <param name="queries">What was asked for it, in order.</param>
/// <param name="parameters">The values of its own parameters.</param>
/// <param name="rows">Disposed with it.</param>
public sealed class MadeReport(
    Document document,
    IReadOnlyList<MadeQuery> queries,
    IReadOnlyDictionary<string, string?> parameters,
    IReadOnlyList<IDisposable> rows
) : IDisposable
{
    public Document Document => document;

    public IReadOnlyList<MadeQuery> Queries => queries;

    public IReadOnlyDictionary<string, string?> Parameters => parameters;

    /// <summary>Its charts, in order.</summary>
    public IReadOnlyList<ChartSpec> Charts => [.. queries.Select(q => q.Chart).OfType<ChartSpec>()];

    /// <summary>Every observation that it stands on, in order.</summary>
    public IReadOnlyList<string> ObservationIds => [.. queries.SelectMany(q => q.ObservationIds).Distinct().Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        foreach (var table in rows)
            table.Dispose();
    }
}

/// <summary>A question of a report, and what became of it.</summary>
/// <param name="Name">That of the canned query or of the page; <c>sql</c> or <c>text</c> for others.</param>
/// <param name="Sql">The statement; empty for a page.</param>
/// <param name="Parameters">Its values, as text.</param>
public sealed record MadeQuery(string Name, string Sql, IReadOnlyDictionary<string, string?> Parameters)
{
    public long Rows { get; init; }

    public IReadOnlyList<string> ObservationIds { get; init; } = [];

    /// <summary>Why there are no rows; null where it did not fail.</summary>
    public Localized? Failure { get; init; }

    /// <summary>The chart that was drawn of it.</summary>
    public ChartSpec? Chart { get; init; }
}
