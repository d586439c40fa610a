using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Lineage;

/// <summary>
/// An engine beside the session's, in which every relation of the session is an empty table (views of the user's stay views). It reads
/// and prints syntax trees, names columns and plans statements without touching data or the session's connection.
/// </summary>
internal sealed class Shadow : IDisposable
{
    private readonly DuckDbDatabase _database;
    private static EngineFunctions? _functions;

    private readonly Dictionary<RelationName, Relation> _known = [];
    private readonly HashSet<string> _catalogs = ["memory", "temp"];
    private IReadOnlyList<Macro> _macros = [];
    private string _path = "";
    private RelationCatalog? _followed;

    /// <param name="reachesFiles">Whether statements may name files; not in a safe session, in which they are planned all the same.</param>
    public Shadow(bool reachesFiles)
    {
        _database = DuckDbDatabase.Open(
            null,
            new Dictionary<string, string>(AnalyticsSession.DatabaseSettings)
            {
                ["threads"] = "1",
                ["memory_limit"] = "128MB",
                ["enable_external_access"] = reachesFiles ? "true" : "false",
            }
        );
        Connection = _database.Connect();
        Connection.Execute(AnalyticsSession.SchemaSql);
        // Names and types are those of the bound statement; nothing here is ever run that would be faster for it.
        Connection.Execute("PRAGMA disable_optimizer");
        Text = new SyntaxText(Connection);
        Functions = LazyInitializer.EnsureInitialized(ref _functions, () => EngineFunctions.Read(Connection));
    }

    /// <summary>Taken by whoever uses the engine: sessions and workspaces trace on several threads.</summary>
    public Lock Turn { get; } = new();

    public DuckDbConnection Connection { get; }

    public SyntaxText Text { get; }

    /// <summary>The engine's own functions, which no session changes.</summary>
    public EngineFunctions Functions { get; }

    /// <summary>Makes the relations those of a session at this moment.</summary>
    /// <param name="catalog">The relations of the session.</param>
    /// <param name="columns">Reads the columns of relations: for each its name, and the definitions of its columns as SQL.</param>
    public void Follow(RelationCatalog catalog, Func<IEnumerable<(RelationName Name, string Columns)>> columns)
    {
        if (ReferenceEquals(catalog, _followed))
            return;
        _followed = catalog;
        var relations = catalog.Relations.Where(r => r.Kind != RelationKind.System).ToDictionary(r => r.Name);
        foreach (var old in _known.Values.Where(r => !relations.TryGetValue(r.Name, out var now) || now != r).ToList())
        {
            Try($"DROP {(IsView(old) ? "VIEW" : "TABLE")} IF EXISTS {old.Name.Sql}");
            _known.Remove(old.Name);
        }

        var missing = relations.Values.Where(r => !_known.ContainsKey(r.Name)).ToList();
        var views = missing.Where(IsView).ToList();
        if (views.Count < missing.Count)
            CreateTables(missing, columns());
        views.ForEach(v => Prepare(v.Name));
        if (catalog.PathSetting != _path)
            Try($"SET search_path = {SqlText.Literal(_path = catalog.PathSetting)}");
        CreateViews(views);
        FollowMacros([.. catalog.Macros]);
    }

    /// <summary>The columns that a statement will have; null if it cannot be told here.</summary>
    /// <exception cref="DuckDbException">The engine met a defect of its own, which the session's must not meet too.</exception>
    public IReadOnlyList<ResultColumn>? ColumnsOf(string sql)
    {
        try
        {
            using var statement = Connection.Prepare(sql);
            return statement.Columns();
        }
        catch (DuckDbException e) when (!e.IsDefect)
        {
            return null;
        }
    }

    public void Dispose()
    {
        Text.Dispose();
        Connection.Dispose();
        _database.Dispose();
    }

    private static bool IsView(Relation relation) => relation.Kind == RelationKind.View;

    private void CreateTables(IEnumerable<Relation> missing, IEnumerable<(RelationName Name, string Columns)> columns)
    {
        var definitions = columns.ToDictionary(c => c.Name, c => c.Columns);
        foreach (var relation in missing.Where(r => !IsView(r)))
        {
            Prepare(relation.Name);
            _known[relation.Name] = relation;
            if (definitions.TryGetValue(relation.Name, out var list))
                Try($"CREATE {(relation.Name.Catalog == "temp" ? "TEMP " : "")}TABLE {relation.Name.Sql} ({list})");
        }
    }

    /// <summary>A view may stand on another: whatever fails is tried again after the others.</summary>
    private void CreateViews(List<Relation> views)
    {
        views.ForEach(v => _known[v.Name] = v);
        for (var most = views.Count; views.Count > 0 && most > 0; most--)
        {
            views = [.. views.Where(v => !Try(v.Definition!))];
        }
    }

    private void Prepare(RelationName name)
    {
        if (_catalogs.Add(name.Catalog))
            Try($"ATTACH ':memory:' AS {SqlText.Identifier(name.Catalog)}");
        if (name.Catalog != "temp")
            Try($"CREATE SCHEMA IF NOT EXISTS {SqlText.Identifier(name.Catalog)}.{SqlText.Identifier(name.Schema)}");
    }

    private void FollowMacros(IReadOnlyList<Macro> macros)
    {
        if (ReferenceEquals(macros, _macros) || macros.SequenceEqual(_macros))
            return;
        foreach (var macro in _macros)
        {
            Try($"DROP MACRO {(macro.IsTable ? "TABLE " : "")}IF EXISTS {SqlText.Identifier(macro.Name)}");
        }

        foreach (var group in macros.Where(m => !m.IsBuiltIn).GroupBy(m => (m.Name, m.IsTable)))
        {
            var variants = group.Select(m =>
                $"({string.Join(", ", m.Parameters.Select(SqlText.Identifier))}) AS {(m.IsTable ? "TABLE " : "")}{m.Definition}"
            );
            Try($"CREATE OR REPLACE MACRO {SqlText.Identifier(group.Key.Name)}{string.Join(", ", variants)}");
        }

        _macros = macros;
    }

    private bool Try(string sql)
    {
        try
        {
            Connection.Execute(sql);
            return true;
        }
        catch (DuckDbException)
        {
            return false; // What is missing here is missed where a statement names it, and that statement is not traced.
        }
    }
}
