using System.Collections.Immutable;
using Analytics.DuckDb;
using Analytics.Engine.Sessions;
using Analytics.Engine.Sql;

namespace Analytics.Engine.Lineage;

/// <summary>
/// The evidence of tables that the user makes by a query. Before such a statement runs, its query is run with evidence, into a table aside.
/// What is aside counts only if, once the user's table is there, it has the same rows, and as long as nobody changes them. Used by the
/// thread of the session.
/// </summary>
/// <param name="context">Of the session.</param>
internal sealed class MadeTables(LineageContext context)
{
    /// <summary>Holds the tables aside.</summary>
    public const string Schema = "evidence of tables";

    private ImmutableDictionary<RelationName, Made> _made = ImmutableDictionary<RelationName, Made>.Empty;
    private int _count;

    /// <param name="Aside">Has the rows with their evidence.</param>
    /// <param name="Query">The statement.</param>
    /// <param name="Table">The engine's number of the user's table; null until its rows were compared.</param>
    /// <param name="Evidence">What tracing has to know of it; null until then.</param>
    private sealed record Made(RelationName Aside, EvidenceQuery Query, string? Table = null, KeptEvidence? Evidence = null);

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
        foreach (var (table, made) in before.Where(m => MayChange(kind, statement, m.Key)))
            Forget(table, made);
        if (kind == StatementKind.Create && CreateTableAs.Read(statement) is { } create)
            Try(create, parameters, cancellation);
        return !ReferenceEquals(before, _made);
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

    private void Try(CreateTableAs create, ParameterValues parameters, CancellationToken cancellation)
    {
        try
        {
            Run(create, parameters, cancellation);
        }
        catch (DuckDbException)
        {
            // The statement itself tells what is wrong with it, or its transaction has failed already: there is no evidence.
        }
    }

    private void Run(CreateTableAs create, ParameterValues parameters, CancellationToken cancellation)
    {
        var query = EvidenceQuery.Of(context, create.Query, parameters.ForEarlierStatements);
        if (query is not { Mode: EvidenceMode.WithRows, TracedSql: { } sql } || query.Dependences.Any(d => d.Kind == DependenceKind.Chance))
            return;
        var aside = new RelationName("memory", Schema, $"rows {++_count}");
        context.Ask($"CREATE SCHEMA IF NOT EXISTS memory.{SqlText.Identifier(Schema)}").Dispose();
        var names = string.Join(", ", Enumerable.Range(0, query.Columns.Count + query.HiddenCount).Select(i => $"c{i}"));
        context
            .Run($"CREATE TABLE {aside.Sql} AS SELECT * FROM ({sql}) AS traced({names})", parameters.ForEarlierStatements, cancellation)
            .Drain();
        using var place = context.Ask("SELECT current_database(), current_schema()");
        var table = create.Table(place.Text(0, 0)!, place.Text(0, 1)!);
        if (_made.TryGetValue(table, out var earlier))
            Forget(table, earlier);
        _made = _made.SetItem(table, new Made(aside, query));
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
            if (names.Count != made.Query.Columns.Count)
                return null;
            List<string> hidden = [.. Enumerable.Range(1, made.Query.HiddenCount).Select(i => Free($"evidence {i}", names))];
            var paired = new RelationName("memory", Schema, $"rows {++_count}");
            context.Ask($"CREATE TABLE {paired.Sql} AS {Pairs(table, made.Aside, names, hidden)}").Dispose();
            using var counts = context.Ask(
                $"SELECT (SELECT count(*) FROM {table.Sql}) = (SELECT count(*) FROM {paired.Sql}) "
                    + $"AND (SELECT count(*) FROM {table.Sql}) = (SELECT count(*) FROM {made.Aside.Sql})"
            );
            context.Ask($"DROP TABLE {(counts.Text(0, 0) == "true" ? made.Aside : paired).Sql}").Dispose();
            return counts.Text(0, 0) == "true"
                ? made with
                {
                    Aside = paired,
                    Evidence = Evidence(made.Query, paired, names, hidden),
                }
                : null;
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

    private static KeptEvidence Evidence(EvidenceQuery query, RelationName table, IReadOnlyList<string> names, List<string> hidden) =>
        new(
            table,
            hidden,
            [.. query.Cells.Select(c => new CellTrace(c.Key, names[c.Key], hidden[c.Value]))],
            names.Zip(query.Columns).ToDictionary(c => c.First, c => c.Second, StringComparer.OrdinalIgnoreCase),
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

/// <summary>A statement that makes a table of the rows of a query.</summary>
/// <param name="Name">The parts of the table's name, the last one its own.</param>
/// <param name="IsTemporary">Whether it goes with the session.</param>
/// <param name="Query">The query.</param>
internal sealed record CreateTableAs(IReadOnlyList<string> Name, bool IsTemporary, string Query)
{
    /// <summary>Null for other statements, and where the table may be there already and stay as it is.</summary>
    public static CreateTableAs? Read(string statement)
    {
        var tokens = SqlTokenizer.Read(statement).Where(t => t.Kind != SqlTokenKind.Comment).ToList();
        var at = 1;
        if (Is(at, "or") && Is(at + 1, "replace"))
            at += 2;
        var isTemporary = Is(at, "temp") || Is(at, "temporary");
        at += isTemporary ? 1 : 0;
        if (!Is(0, "create") || !Is(at, "table") || Is(at + 1, "if"))
            return null;
        var name = new List<string> { Text(++at) };
        while (Is(at + 1, "."))
            name.Add(Text(at += 2));
        var depth = 0;
        for (at++; at < tokens.Count; at++)
        {
            if (depth == 0 && Is(at, "as"))
                return new(name, isTemporary, statement[tokens[at].End..].TrimEnd().TrimEnd(';'));
            depth +=
                Is(at, "(") ? 1
                : Is(at, ")") ? -1
                : 0;
        }

        return null;

        bool Is(int index, string word) =>
            index < tokens.Count && tokens[index].In(statement).Equals(word, StringComparison.OrdinalIgnoreCase);

        string Text(int index) => index < tokens.Count ? SqlTree.Unquote(tokens[index].In(statement)) : "";
    }

    /// <summary>The full name of the table.</summary>
    /// <param name="database">The database that is used.</param>
    /// <param name="schema">Its schema.</param>
    public RelationName Table(string database, string schema) =>
        Name switch
        {
            [var name] => IsTemporary ? new("temp", "main", name) : new(database, schema, name),
            [var place, var name] => IsTemporary ? new("temp", "main", name) : new(database, place, name),
            _ => new(Name[^3], Name[^2], Name[^1]),
        };
}
