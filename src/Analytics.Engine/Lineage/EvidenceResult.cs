using Analytics.DuckDb;
using Analytics.Engine.Results;

namespace Analytics.Engine.Lineage;

/// <summary>The rows of a statement with their evidence. Owns the table. Reading is safe from any thread.</summary>
public sealed class EvidenceResult : IDisposable
{
    private readonly TracedStatement? _traced;

    /// <param name="table">Has the hidden columns of the statement behind those that it shows.</param>
    /// <param name="traced">Null where no evidence came with the rows.</param>
    /// <param name="reason">Why none came.</param>
    internal EvidenceResult(ResultTable table, TracedStatement? traced, NotTraced? reason)
    {
        Table = table;
        _traced = traced;
        Reason = reason;
    }

    /// <summary>The rows as of the plain statement.</summary>
    public ResultTable Table { get; }

    /// <summary>Why no evidence came with the rows; null if it did, or is to be asked for by <see cref="EvidenceQuery.OfRow"/>.</summary>
    public NotTraced? Reason { get; }

    /// <summary>Whether evidence came with the rows.</summary>
    public bool IsTraced => _traced is not null;

    /// <summary>Whether it is known of every row that it stands on no figure, as a count of none does.</summary>
    public bool StandsOnNothing => IsTraced && Enumerable.Range(0, (int)Table.RowCount).All(row => Row(row).State == EvidenceState.None);

    /// <summary>What a row stands on.</summary>
    /// <exception cref="InvalidOperationException">It has to be asked for on demand.</exception>
    public RowEvidence Row(long row) =>
        Reason is { } reason ? RowEvidence.Unknown(reason)
        : _traced is null ? throw new InvalidOperationException("Evidence came not with the rows: ask EvidenceQuery.OfRow.")
        : _traced.Hidden == 0 ? RowEvidence.Nothing
        : RowEvidence.Read(Tokens(Table, row, Table.Columns.Count + _traced.Hidden - 1));

    /// <summary>What a cell stands on: its own evidence where the column is an aggregate, else that of its row.</summary>
    /// <exception cref="InvalidOperationException">It has to be asked for on demand.</exception>
    public RowEvidence Cell(long row, int column) =>
        _traced is not null && _traced.Cells.TryGetValue(column, out var hidden)
            ? RowEvidence.Read(Tokens(Table, row, Table.Columns.Count + hidden))
            : Row(row);

    /// <summary>As many of the rows as a limit lets in. The caller disposes it.</summary>
    public EvidenceResult Take(RowLimit limit) => new(Table.Take(limit), _traced, Reason);

    public void Dispose() => Table.Dispose();

    internal static IEnumerable<string> Tokens(ResultTable table, long row, int column) =>
        table.Value(row, column) is DuckDbList list ? list.OfType<string>() : [];
}
