using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Lineage;

/// <summary>
/// A statement whose rows stream to somebody else, while the first of them stay with their evidence for who judges them afterwards: it runs
/// once. Owns the rows that stay; those that stream are disposed by who takes them.
/// </summary>
public sealed class StreamedQuery : IDisposable
{
    private readonly FirstRows? _first;
    private readonly TracedStatement? _traced;

    internal StreamedQuery(RunningQuery rows, TracedStatement? traced, FirstRows? first)
    {
        Rows = rows;
        _traced = traced;
        _first = first;
    }

    /// <summary>To be written. Where no evidence comes with them, they begin only when something of their result is asked for.</summary>
    public RunningQuery Rows { get; }

    /// <summary>The first rows of those that were taken; null where no evidence came with them. The caller disposes it.</summary>
    public EvidenceResult? First(long taken) => _first is null ? null : new(_first.Table(Rows.Columns, taken), _traced, null);

    public void Dispose() => _first?.Dispose();
}
