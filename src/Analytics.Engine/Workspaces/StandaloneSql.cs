using System.Text.RegularExpressions;
using Analytics.DuckDb;
using Analytics.Engine.Sessions;
using Analytics.Engine.Tables;

namespace Analytics.Engine.Workspaces;

/// <summary>Why there is no SQL that gives a result by itself.</summary>
public enum StandaloneObstacle
{
    /// <summary>There is such SQL.</summary>
    None,

    /// <summary>A script of several statements.</summary>
    Script,

    /// <summary>A statement that is no query, or one with parameters that nobody gave.</summary>
    NoQuery,

    /// <summary>It stands on tables, views or macros made in this session, or on what is gone.</summary>
    Session,
}

/// <summary>SQL that gives a result in a session of its own.</summary>
/// <param name="Sql">Null if there is none.</param>
/// <param name="Parameters">Values of the parameters that the SQL asks for, as text.</param>
/// <param name="Obstacle">Why there is no such SQL; <see cref="StandaloneObstacle.None"/> if there is.</param>
/// <param name="Names">For <see cref="StandaloneObstacle.Session"/> what only this session has, as far as it is known.</param>
public sealed record Standalone(
    string? Sql,
    IReadOnlyDictionary<string, string> Parameters,
    StandaloneObstacle Obstacle = StandaloneObstacle.None,
    IReadOnlyList<string>? Names = null
)
{
    internal static Standalone Not(StandaloneObstacle obstacle, IReadOnlyList<string>? names = null) =>
        new(null, new Dictionary<string, string>(), obstacle, names);
}

/// <summary>Finds the SQL that says the same as a query over kept results, without them.</summary>
/// <param name="database">To parse, on connections of its own.</param>
/// <param name="outside">Names of opened files, which every session that opens them has.</param>
internal sealed class StandaloneSql(DuckDbDatabase database, IReadOnlyList<string> outside)
{
    /// <summary>
    /// The kept results that a text mentions: the name as a whole word anywhere, also where it is an alias or text, since an unused WITH
    /// costs nothing.
    /// </summary>
    public static IReadOnlyList<KeptResult> Mentioned(string sql, IEnumerable<KeptResult> results) =>
        [.. results.Where(r => r.Names.Any(name => Mentions(sql, name)))];

    /// <param name="sql">What was run; it may name kept results.</param>
    /// <param name="parameters">Those of the SQL itself, with values.</param>
    /// <param name="mentioned">The kept results that it names, as of <see cref="Mentioned"/>.</param>
    public Standalone Of(string sql, IReadOnlyDictionary<string, string> parameters, IReadOnlyList<KeptResult> mentioned)
    {
        if (mentioned.Select(r => r.Source.Standalone).FirstOrDefault(s => s.Sql is null) is { } without)
            return without;
        var single = SingleQuery(sql, parameters);
        if (single.Sql is null || mentioned.Count == 0)
            return single;
        var all = new Dictionary<string, string>(parameters);
        var sources = mentioned.SelectMany(r => r.Names.Where(name => Mentions(sql, name)).Select(name => With(r, name, all))).ToArray();
        return new Standalone($"WITH {string.Join(", ", sources)}\nFROM (\n{single.Sql}\n)", all);
    }

    /// <summary>
    /// A source's own sources are inside its text. Its parameters join the others, under another name where one is taken for another value.
    /// </summary>
    private static string With(KeptResult source, string name, Dictionary<string, string> all)
    {
        var (sql, own) = (source.Source.Standalone.Sql!, source.Source.Standalone.Parameters);
        var names = own.Keys.ToDictionary(p => p, p => all.TryGetValue(p, out var other) && other != own[p] ? $"{source.Name}_{p}" : p);
        foreach (var (parameter, value) in own)
            all[names[parameter]] = value;
        var columns = string.Join(", ", source.ColumnNames.Select(SqlText.Identifier));
        return $"{SqlText.Identifier(name)}({columns}) AS (\n"
            + $"{SqlParameters.Replace(sql, p => names.TryGetValue(p, out var renamed) ? "$" + renamed : null)}\n)";
    }

    /// <summary>The text of a script that is one query, without its semicolon.</summary>
    private Standalone SingleQuery(string sql, IReadOnlyDictionary<string, string> parameters)
    {
        try
        {
            using var parser = database.Connect();
            parser.Execute(AnalyticsSession.SearchPathSql);
            using var statements = parser.Extract(sql);
            if (statements.Count != 1)
                return Standalone.Not(StandaloneObstacle.Script);
            using var statement = statements.Prepare(0);
            if (statement.Kind != StatementKind.Select || statement.ParameterNames.Any(name => !parameters.ContainsKey(name)))
                return Standalone.Not(StandaloneObstacle.NoQuery);
            var made = MadeInSession(parser).Where(name => Mentions(sql, name)).ToArray();
            return made.Length > 0 ? Standalone.Not(StandaloneObstacle.Session, made) : new Standalone(statements.Text(0), parameters);
        }
        catch (DuckDbException)
        {
            // It stands on something that is gone, or that only its own connection sees.
            return Standalone.Not(StandaloneObstacle.Session);
        }
    }

    /// <summary>Tables, views and macros of the user's own, which no other session has.</summary>
    private IEnumerable<string> MadeInSession(DuckDbConnection connection) =>
        connection
            .Rows(
                $"""
                SELECT table_name FROM duckdb_tables() WHERE database_name IN ('memory', 'temp') AND schema_name <> '{ProductTables.Schema}'
                UNION SELECT view_name FROM duckdb_views() WHERE database_name IN ('memory', 'temp') AND NOT internal
                    AND schema_name <> '{ProductTables.Schema}' AND sql NOT LIKE '%{TemporaryStore.Database}.main.%'
                UNION SELECT function_name FROM duckdb_functions() WHERE database_name = 'memory' AND NOT internal
                """,
                row => row.Text(0)
            )
            .Except(outside);

    private static bool Mentions(string sql, string name) =>
        Regex.IsMatch(sql, $@"(?<!\w){Regex.Escape(name)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
