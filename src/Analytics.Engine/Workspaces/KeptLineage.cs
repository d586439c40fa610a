using Analytics.DuckDb;
using Analytics.Engine.Lineage;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Workspaces;

/// <summary>What is known of the evidence of a kept result. Safe for use from any thread.</summary>
public sealed class KeptLineage
{
    private readonly TracedStatement? _traced;

    internal KeptLineage(EvidenceQuery query, BegunQuery begun, IReadOnlyList<string> shown)
    {
        Query = query;
        Reason = begun.Reason;
        TakesAllColumns = query.TakesAllColumns;
        _traced = begun.Traced;
        Hidden = [.. begun.Rows.Hidden.Select((c, i) => c with { Name = Free($"evidence {i + 1}", shown) })];
        Origins = query.Columns.Count > 0 ? query.Columns : [.. shown.Select(_ => ColumnOrigin.Unknown)];
    }

    /// <summary>Where each column comes from, in order.</summary>
    public IReadOnlyList<ColumnOrigin> Origins { get; }

    /// <summary>Whether the statement takes all columns of what it reads, and no others.</summary>
    public bool TakesAllColumns { get; }

    /// <summary>How rows depend on others that they do not stand on.</summary>
    public IReadOnlyCollection<Dependence> Dependences => Query.Dependences;

    /// <summary>No row stands on more observations than this.</summary>
    public long MostObservations => Query.MostObservations;

    /// <summary>Why no evidence was kept with the rows; null where it was, or where it is asked for row by row.</summary>
    public NotTraced? Reason { get; }

    /// <summary>Whether evidence was kept with the rows; else <see cref="Workspace.EvidenceOf"/> computes it for a row.</summary>
    public bool IsKept => _traced is not null;

    /// <summary>Whether rows that were kept with their evidence can stand on anything.</summary>
    public bool StandsOnSomething => Hidden.Count > 0;

    /// <summary>Whether rows stand on figures, or may do so where that is not traced.</summary>
    public bool MayStandOnFigures => MostObservations > 0 && (!IsKept || StandsOnSomething);

    /// <summary>The columns with evidence of their own, narrower than that of their row.</summary>
    public IReadOnlyCollection<int> OwnColumns => [.. _traced?.Cells.Keys ?? []];

    /// <summary>The statement with what it stands on.</summary>
    internal EvidenceQuery Query { get; }

    /// <summary>The hidden columns of the result's table, those of cells before that of the row.</summary>
    internal IReadOnlyList<ResultColumn> Hidden { get; }

    /// <summary>The columns that say what each row of the result's table stands on: none where that was not kept.</summary>
    internal IReadOnlyList<(string Sql, string Name)> Naming =>
        !IsKept ? [] : Query.Naming(Hidden is [.., var row] ? SqlText.Identifier(row.Name) : null);

    /// <summary>Rows that were read with their hidden columns.</summary>
    internal EvidenceResult Of(ResultTable rows) => new(rows, _traced, Reason);

    /// <summary>What tracing has to know of the result.</summary>
    internal KeptEvidence Evidence(RelationName table, IReadOnlyList<string> columns) =>
        new(
            table,
            [.. Hidden.Select(c => c.Name)],
            [.. Cells(columns)],
            columns.Zip(Origins).ToDictionary(c => c.First, c => c.Second, StringComparer.OrdinalIgnoreCase),
            IsKept
        );

    private IEnumerable<CellTrace> Cells(IReadOnlyList<string> columns) =>
        _traced?.Cells.Select(c => new CellTrace(c.Key, columns[c.Key], Hidden[c.Value].Name)) ?? [];

    private static string Free(string name, IReadOnlyList<string> taken)
    {
        while (taken.Contains(name, StringComparer.OrdinalIgnoreCase))
            name += "_";
        return name;
    }
}
