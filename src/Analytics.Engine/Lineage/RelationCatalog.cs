using System.Text.Json.Nodes;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Sql;
using Analytics.Engine.Tables;

namespace Analytics.Engine.Lineage;

/// <summary>A table or view of the session, by the three parts of its name.</summary>
internal sealed record RelationName(string Catalog, string Schema, string Name)
{
    /// <summary>As SQL.</summary>
    public string Sql => $"{SqlText.Identifier(Catalog)}.{SqlText.Identifier(Schema)}.{SqlText.Identifier(Name)}";
}

/// <summary>What the rows of a relation are.</summary>
internal enum RelationKind
{
    /// <summary>A table or view of the product's.</summary>
    Product,

    /// <summary>An opened file, or a table of an attached database: rows of the user's.</summary>
    Own,

    /// <summary>A view of the user's; its definition tells.</summary>
    View,

    /// <summary>A kept result, or a table made by a query, which may have been stored with its evidence.</summary>
    Kept,

    /// <summary>Another table made in the session, which may hold anything.</summary>
    Made,

    /// <summary>The engine's own catalogue.</summary>
    System,
}

/// <summary>A relation that a statement can name.</summary>
/// <param name="Name">All three parts.</param>
/// <param name="Kind">What its rows are.</param>
/// <param name="Definition">The CREATE statement.</param>
/// <param name="Rows">The engine's estimate, of tables; of opened files one by their size.</param>
internal sealed record Relation(RelationName Name, RelationKind Kind, string? Definition, long Rows)
{
    /// <summary>Whether it was defined anew tells the definition, not the number of rows.</summary>
    public bool Equals(Relation? other) => other is not null && (Name, Kind, Definition) == (other.Name, other.Kind, other.Definition);

    public override int GetHashCode() => HashCode.Combine(Name, Kind, Definition);
}

/// <summary>A macro of the user's, or one of the engine's whose definition aggregates.</summary>
/// <param name="Home">The schema that it stands in, with its own name.</param>
/// <param name="Parameters">Their names, in order.</param>
/// <param name="Definition">An expression, or the query of a table macro.</param>
/// <param name="IsTable">Whether it stands in FROM.</param>
internal sealed record Macro(RelationName Home, IReadOnlyList<string> Parameters, string Definition, bool IsTable)
{
    /// <summary>What <see cref="Of"/> reads of <c>duckdb_functions()</c>.</summary>
    public const string Columns = """
        database_name, schema_name, function_name, to_json(parameters)::VARCHAR, macro_definition,
        CAST(function_type = 'table_macro' AS VARCHAR)
        """;

    /// <summary>A macro from a row with <see cref="Columns"/>.</summary>
    /// <param name="text">The text of a column; null for NULL.</param>
    /// <param name="first">The first of them.</param>
    public static Macro Of(Func<int, string?> text, int first) =>
        new(
            new RelationName(text(first)!, text(first + 1)!, text(first + 2)!),
            [.. JsonNode.Parse(text(first + 3) ?? "[]")!.AsArray().Select(name => (string)name!)],
            text(first + 4) ?? "",
            text(first + 5) == "true"
        );

    public string Name => Home.Name;

    public bool IsBuiltIn => Home.Catalog == "system";
}

/// <summary>
/// The relations and macros of a session at a moment, found as the engine finds them: by the search path, so that a table of the
/// user's is never taken for the product's of the same name.
/// </summary>
internal sealed class RelationCatalog
{
    private const int BytesOfRow = 80;

    private readonly Dictionary<(string Catalog, string Schema, string Name), Relation> _relations;
    private readonly ILookup<string, Macro> _macros;
    private readonly IReadOnlyList<(string Catalog, string Schema)> _path;

    private RelationCatalog(
        IEnumerable<Relation> relations,
        IEnumerable<Macro> macros,
        IReadOnlyList<(string Catalog, string Schema)> path,
        string pathSetting
    )
    {
        _relations = relations.ToDictionary(r => Key(r.Name));
        _macros = macros.ToLookup(m => m.Name, StringComparer.OrdinalIgnoreCase);
        _path = path;
        PathSetting = pathSetting;
    }

    public IReadOnlyCollection<Relation> Relations => _relations.Values;

    /// <summary>The session's setting <c>search_path</c>; empty at its default.</summary>
    public string PathSetting { get; }

    public IEnumerable<Macro> Macros => _macros.SelectMany(m => m);

    public static RelationCatalog Read(LineageContext context, IReadOnlyList<Macro> macros)
    {
        using var place = context.Ask("SELECT current_database(), current_schema(), current_setting('search_path')");
        using var list = context.Ask(
            """
            SELECT database_name, schema_name, table_name, sql, estimated_size, internal, false FROM duckdb_tables()
            UNION ALL
            SELECT database_name, schema_name, view_name, sql, 0, internal, true FROM duckdb_views()
            """
        );
        var relations = Enumerable
            .Range(0, (int)list.RowCount)
            .Select(row =>
            {
                var name = new RelationName(list.Text(row, 0)!, list.Text(row, 1)!, list.Text(row, 2)!);
                var definition = list.Text(row, 3);
                var kind = Kind(context, name, list.Text(row, 6) == "true", list.Text(row, 5) == "true");
                return new Relation(name, kind, definition, RowsOf(context, name, kind, list, row));
            });
        var (database, schema, setting) = (place.Text(0, 0)!, place.Text(0, 1)!, place.Text(0, 2) ?? "");
        return new RelationCatalog(relations, macros, Path(database, schema, setting), setting);
    }

    /// <summary>What a name in FROM stands for; null if the engine would have to look elsewhere (a file, an unknown name).</summary>
    /// <param name="catalog">As written; empty if it is left out.</param>
    /// <param name="schema">As written; empty if it is left out. It may be the name of a database.</param>
    /// <param name="name">As written.</param>
    /// <param name="home">Where a definition stands, whose names are looked up there first; null for the statement itself.</param>
    public Relation? Find(string catalog, string schema, string name, RelationName? home = null)
    {
        var places =
            catalog.Length > 0 ? [(catalog, schema)]
            : schema.Length == 0
                ? home is null ? _path
                    : _path.Prepend((home.Catalog, home.Schema))
            : _path.Select(p => (p.Catalog, schema)).Append((schema, "main"));
        return places
            .Select(p => _relations.GetValueOrDefault(Key(new RelationName(p.Item1, p.Item2, name))))
            .FirstOrDefault(r => r is not null);
    }

    /// <summary>The engine's estimate; files are asked: the product's by their footer, others by their size.</summary>
    private static long RowsOf(LineageContext context, RelationName name, RelationKind kind, ResultTable list, int row)
    {
        // A view that is no file read in place is worked out: counting it would cost as much as the statement.
        var isFile = ProductTables.Files.Contains(name.Name) && !ProductTables.Derived.ContainsKey(name.Name);
        if (kind == RelationKind.Product && list.Text(row, 6) == "true" && isFile)
        {
            using var counted = context.Ask($"SELECT count(*) FROM {name.Sql}");
            return long.Parse(counted.Text(0, 0)!);
        }

        var file = kind == RelationKind.Own ? context.Opened.FirstOrDefault(f => !f.IsDatabase && IsOf(f, name)) : null;
        return file is null ? long.Parse(list.Text(row, 4) ?? "0") : RowsOfFile(file.Path);
    }

    /// <summary>As many rows as a file of its size may well have; of a pattern nobody knows.</summary>
    public static long RowsOfFile(string path) => System.IO.File.Exists(path) ? new FileInfo(path).Length / BytesOfRow : long.MaxValue;

    public IReadOnlyList<Macro> MacrosCalled(string name) => [.. _macros[name]];

    /// <summary>The macros of the user, and those of the engine whose definition aggregates.</summary>
    public static IReadOnlyList<Macro> ReadMacros(LineageContext context)
    {
        using var table = context.Ask(
            $"""
            SELECT {Macro.Columns}
            FROM duckdb_functions()
            WHERE function_type IN ('macro', 'table_macro') AND (NOT internal OR function_name IN ({EngineFunctions.Aggregating}))
            """
        );
        return [.. Enumerable.Range(0, (int)table.RowCount).Select(row => Macro.Of(column => table.Text(row, column), 0))];
    }

    private static (string, string, string) Key(RelationName name) =>
        (name.Catalog.ToLowerInvariant(), name.Schema.ToLowerInvariant(), name.Name.ToLowerInvariant());

    private static RelationKind Kind(LineageContext context, RelationName name, bool isView, bool isInternal) =>
        isInternal || name.Catalog == "system" || name.Schema == MadeTables.Schema ? RelationKind.System
        : ProductTables.IsOwn(name.Catalog, name.Schema, name.Name) ? RelationKind.Product
        : context.Opened.Any(f => IsOf(f, name)) ? RelationKind.Own
        : context.KeptEvidence(name) is not null ? RelationKind.Kept
        : isView ? RelationKind.View
        : RelationKind.Made;

    private static bool IsOf(OpenedFile file, RelationName name) =>
        file.IsDatabase
            ? string.Equals(file.Name, name.Catalog, StringComparison.OrdinalIgnoreCase)
            : name is { Catalog: "memory", Schema: "main" } && string.Equals(file.Name, name.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Schemas in the order in which plain names are looked up; what is temporary comes first.</summary>
    private static List<(string, string)> Path(string database, string schema, string setting)
    {
        var path = new List<(string, string)> { ("temp", "main") };
        if (setting.Length == 0)
            path.Add((database, schema));
        foreach (var entry in setting.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = entry.Split('.').Select(p => SqlTree.Unquote(p.Trim())).ToArray();
            path.Add(parts.Length > 1 ? (parts[0], parts[1]) : (database, parts[0]));
        }

        path.AddRange([("system", "main"), ("system", "pg_catalog"), ("system", "information_schema")]);
        return path;
    }
}
