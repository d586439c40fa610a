using System.Collections.Immutable;
using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Lineage;

/// <summary>
/// The evidence of tables that the user makes or fills by queries. Before such a statement runs, its query is run with evidence, into a
/// table aside, behind what the table held before.
/// What is aside counts only if, once the user's table is there, it has the same rows, and as long as nobody changes them. Used by the
/// thread of the session.
/// </summary>
/// <param name="context">Of the session.</param>
internal sealed class MadeTables(LineageContext context)
{
    /// <summary>Holds the tables aside.</summary>
    public const string Schema = "evidence of tables";

    private const string NoEvidence = "CAST([] AS VARCHAR[])";

    private ImmutableDictionary<RelationName, Made> _made = ImmutableDictionary<RelationName, Made>.Empty;
    private int _count;

    /// <param name="Aside">Has the rows with their evidence.</param>
    /// <param name="Origins">Where its columns come from, in order.</param>
    /// <param name="Hidden">The number of its hidden columns.</param>
    /// <param name="Cells">For each column that has evidence of its own the number of its hidden column.</param>
    private sealed record Made(RelationName Aside, IReadOnlyList<ColumnOrigin> Origins, int Hidden, IReadOnlyDictionary<int, int> Cells)
    {
        /// <summary>The engine's number of the user's table; null until its rows were compared.</summary>
        public string? Table { get; init; }

        /// <summary>What tracing has to know of it; null until then.</summary>
        public KeptEvidence? Evidence { get; init; }
    }

    /// <summary>What is known of a table; null where it was not made by a query, or was changed since.</summary>
    public KeptEvidence? Of(RelationName table) => _made.GetValueOrDefault(table)?.Evidence;

    /// <summary>Told of a statement before it runs; says whether what is known of any table changes with it.</summary>
    /// <param name="kind">What the engine takes it for.</param>
    /// <param name="statement">Its text.</param>
    /// <param name="parameters">Values of its parameters, and of others.</param>
    /// <param name="cancellation">Interrupts the engine.</param>
    public bool Before(StatementKind kind, string statement, ParameterValues parameters, CancellationToken cancellation)
    {
        var before = _made;
        var filled = kind == StatementKind.Insert && InsertQuery.Read(statement) is { } insert ? Try(() => Filled(insert)) : null;
        foreach (var (table, made) in _made.Where(m => MayChange(kind, statement, m.Key)))
            Forget(table, made);
        if (filled is { } now)
            _made = _made.SetItem(now.Table, now.Made);
        if (kind == StatementKind.Create && CreateTableAs.Read(statement) is { } create)
            Try(() => Run(create, parameters, cancellation));
        return !ReferenceEquals(before, _made);

        (RelationName Table, Made Made)? Filled(InsertQuery query) => Fill(query, parameters.ForEarlierStatements, cancellation);
    }

    /// <summary>Holds tables that were made since against what was put aside for them, and lets go of those that are no more.</summary>
    public void Settle()
    {
        foreach (var (table, made) in _made)
        {
            if (NumberOf(table) is not { } number || made.Table is { } before && before != number)
                Forget(table, made);
            else if (made.Table is null && Paired(table, made) is { } paired)
                _made = _made.SetItem(table, paired with { Table = number });
            else if (made.Table is null)
                Forget(table, made);
        }
    }

    private static T? Try<T>(Func<T?> work)
    {
        try
        {
            return work();
        }
        catch (DuckDbException)
        {
            return default; // The statement itself tells what is wrong with it, or its transaction has failed already: no evidence.
        }
    }

    /// <summary>The query of a statement, if what it gives can be had once more with its evidence.</summary>
    private EvidenceQuery? Repeatable(string sql, ParameterValues parameters)
    {
        var query = EvidenceQuery.Of(context, sql, parameters);
        var isKnown = query is { Mode: EvidenceMode.WithRows, TracedSql: not null };
        return isKnown && query.Dependences.All(d => d.Kind != DependenceKind.Chance) ? query : null;
    }

    private RelationName PutAside(string rows, ParameterValues parameters, CancellationToken cancellation)
    {
        var aside = new RelationName("memory", Schema, $"rows {++_count}");
        context.Ask($"CREATE SCHEMA IF NOT EXISTS memory.{SqlText.Identifier(Schema)}").Dispose();
        context.Run($"CREATE TABLE {aside.Sql} AS {rows}", parameters, cancellation).Drain();
        return aside;
    }

    private static string Traced(EvidenceQuery query) =>
        $"({query.TracedSql}) AS traced({Columns("c", query.Columns.Count + query.HiddenCount)})";

    private static string Columns(string prefix, int count) => string.Join(", ", Enumerable.Range(0, count).Select(i => $"{prefix}{i}"));

    /// <summary>
    /// What a table will hold once the rows of a query were added; null where it holds rows already of which nobody knows where they come
    /// from, or gets values that the query does not give.
    /// </summary>
    private (RelationName, Made)? Fill(InsertQuery insert, ParameterValues parameters, CancellationToken cancellation)
    {
        var found = context.Catalog().Find(insert.Catalog, insert.Schema, insert.Name);
        if (found is not { Kind: RelationKind.Made or RelationKind.Kept, Name: var table })
            return null;
        var earlier = _made.GetValueOrDefault(table);
        using var rows = context.Ask($"SELECT count(*) FROM {table.Sql}");
        if (rows.Text(0, 0) != "0" && earlier?.Evidence is null || Repeatable(insert.Query, parameters) is not { } query)
            return null;
        var names = context.ColumnNamesOf(table);
        var places = insert.Places(names);
        if (query.Columns.Count != names.Count || places is null)
            return null;
        var origins = places.Select(p => query.Columns[p]).ToList();
        if (rows.Text(0, 0) == "0")
        {
            var first = places.Concat(Enumerable.Range(names.Count, query.HiddenCount)).Select(i => $"c{i}");
            var aside = PutAside($"SELECT {string.Join(", ", first)} FROM {Traced(query)}", parameters, cancellation);
            var cells = query.Cells.ToDictionary(c => places.IndexOf(c.Key), c => c.Value);
            return (table, new(aside, origins, query.HiddenCount, cells));
        }

        // Both stand under one column of evidence, that of the row.
        var (held, hidden) = (earlier!.Evidence!, earlier.Evidence!.Hidden);
        var before = names.Append(hidden.Count > 0 ? hidden[^1] : null).Select(n => n is null ? NoEvidence : SqlText.Identifier(n));
        var added = places.Select(p => $"c{p}").Append(query.HiddenCount > 0 ? $"c{names.Count + query.HiddenCount - 1}" : NoEvidence);
        var all =
            $"SELECT {string.Join(", ", before)} FROM {held.Table.Sql} UNION ALL SELECT {string.Join(", ", added)} FROM {Traced(query)}";
        var both = earlier.Origins.Zip(origins, ColumnOrigin.Either).ToList();
        return (table, new(PutAside(all, parameters, cancellation), both, 1, new Dictionary<int, int>()));
    }

    private RelationName? Run(CreateTableAs create, ParameterValues given, CancellationToken cancellation)
    {
        var parameters = given.ForEarlierStatements;
        if (Repeatable(create.Query, parameters) is not { } query)
            return null;
        var aside = PutAside($"SELECT * FROM {Traced(query)}", parameters, cancellation);
        using var place = context.Ask("SELECT current_database(), current_schema()");
        var table = create.Table(place.Text(0, 0)!, place.Text(0, 1)!);
        if (_made.TryGetValue(table, out var earlier))
            Forget(table, earlier);
        _made = _made.SetItem(table, new Made(aside, query.Columns, query.HiddenCount, query.Cells));
        return table;
    }

    private string? NumberOf(RelationName table)
    {
        using var found = context.Ask(
            $"""
            SELECT table_oid::VARCHAR FROM duckdb_tables() WHERE lower(database_name) = lower({SqlText.Literal(table.Catalog)})
                AND lower(schema_name) = lower({SqlText.Literal(table.Schema)}) AND lower(table_name) = lower({SqlText.Literal(table.Name)})
            """
        );
        return found.RowCount == 1 ? found.Text(0, 0) : null;
    }

    /// <summary>
    /// What is aside, in the order of the user's table and with its names; null where the rows are others. Both came from one query, run
    /// twice, which promises no order; equal rows are taken one by one.
    /// </summary>
    private Made? Paired(RelationName table, Made made)
    {
        try
        {
            var names = context.ColumnNamesOf(table);
            if (names.Count != made.Origins.Count)
                return null;
            List<string> hidden = [.. Enumerable.Range(1, made.Hidden).Select(i => Free($"evidence {i}", names))];
            var paired = new RelationName("memory", Schema, $"rows {++_count}");
            context.Ask($"CREATE TABLE {paired.Sql} AS {Pairs(table, made.Aside, names, hidden)}").Dispose();
            using var counts = context.Ask(
                $"SELECT (SELECT count(*) FROM {table.Sql}) = (SELECT count(*) FROM {paired.Sql}) "
                    + $"AND (SELECT count(*) FROM {table.Sql}) = (SELECT count(*) FROM {made.Aside.Sql})"
            );
            context.Ask($"DROP TABLE {(counts.Text(0, 0) == "true" ? made.Aside : paired).Sql}").Dispose();
            return counts.Text(0, 0) == "true" ? made with { Aside = paired, Evidence = Evidence(made, paired, names, hidden) } : null;
        }
        catch (DuckDbException)
        {
            return null; // The values of its columns are not those of the query, or its transaction has failed.
        }
    }

    private static string Pairs(RelationName table, RelationName aside, IReadOnlyList<string> names, List<string> hidden)
    {
        List<string> own = [.. names.Select((_, i) => $"a{i}")];
        List<string> theirs = [.. names.Select((_, i) => $"b{i}")];
        List<string> evidence = [.. hidden.Select((_, i) => $"e{i}")];
        var shown = own.Zip(names).Concat(evidence.Zip(hidden)).Select(c => $"{c.First} AS {SqlText.Identifier(c.Second)}");
        return $"""
            SELECT {string.Join(", ", shown)}
            FROM (SELECT *, row_number() OVER () AS row_of_own, row_number() OVER (PARTITION BY {string.Join(", ", own)}) AS copy_a
                FROM {table.Sql} AS own({string.Join(", ", own)})) AS own
            JOIN (SELECT *, row_number() OVER (PARTITION BY {string.Join(", ", theirs)}) AS copy_b
                FROM {aside.Sql} AS aside({string.Join(", ", theirs.Concat(evidence))})) AS aside
            ON copy_a = copy_b AND {string.Join(" AND ", own.Zip(theirs, (a, b) => $"{a} IS NOT DISTINCT FROM {b}"))}
            ORDER BY row_of_own
            """;
    }

    private static KeptEvidence Evidence(Made made, RelationName table, IReadOnlyList<string> names, List<string> hidden) =>
        new(
            table,
            hidden,
            [.. made.Cells.Select(c => new CellTrace(c.Key, names[c.Key], hidden[c.Value]))],
            names.Zip(made.Origins).ToDictionary(c => c.First, c => c.Second, StringComparer.OrdinalIgnoreCase),
            IsTraced: true
        );

    private void Forget(RelationName table, Made made)
    {
        _made = _made.Remove(table);
        try
        {
            context.Ask($"DROP TABLE IF EXISTS {made.Aside.Sql}").Dispose();
        }
        catch (DuckDbException)
        {
            // Its transaction has failed: it goes with that.
        }
    }

    /// <summary>Whether a statement may change a table: it names it as what it changes, or nobody can say what it does.</summary>
    private static bool MayChange(StatementKind kind, string statement, RelationName table) =>
        kind != StatementKind.Select
        && (
            ProductWrites.TargetOf(statement) is [.., var name]
                ? string.Equals(name, table.Name, StringComparison.OrdinalIgnoreCase)
                : kind == StatementKind.Execute
        );

    private static string Free(string name, IReadOnlyList<string> taken)
    {
        while (taken.Contains(name, StringComparer.OrdinalIgnoreCase))
            name += "_";
        return name;
    }
}
