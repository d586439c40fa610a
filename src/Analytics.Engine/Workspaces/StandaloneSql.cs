using System.Text.RegularExpressions;
using Analytics.DuckDb;
using Analytics.Engine.Sessions;
using Analytics.Engine.Tables;

namespace Analytics.Engine.Workspaces;

/// <summary>Finds the SQL that says the same as a query over kept results, without them.</summary>
/// <param name="database">To parse, on connections of its own.</param>
/// <param name="outside">Names of opened files, which every session that opens them has.</param>
sealed class StandaloneSql(DuckDbDatabase database, IReadOnlyList<string> outside)
{
    /// <summary>The kept results that a text mentions: the name as a whole word anywhere, also where it is an alias or text, since an unused WITH costs nothing.</summary>
    public static IReadOnlyList<KeptResult> Mentioned(string sql, IEnumerable<KeptResult> results) =>
        [.. results.Where(r => r.Names.Any(name => Mentions(sql, name)))];

    /// <summary>Null if there is no such SQL; see <see cref="KeptSource.StandaloneSql"/>.</summary>
    public string? Of(string sql, IReadOnlyList<KeptResult> mentioned)
    {
        if (mentioned.Any(r => r.Source.StandaloneSql is null) || SingleQuery(sql) is not { } query)
            return null;
        return mentioned.Count == 0
            ? query
            : $"WITH {string.Join(", ", mentioned.SelectMany(r => r.Names.Where(name => Mentions(sql, name)).Select(name => With(r, name))))}\nFROM (\n{query}\n)";
    }

    /// <summary>A source's own sources are inside its text.</summary>
    static string With(KeptResult source, string name)
    {
        var names = string.Join(", ", source.ColumnNames.Select(SqlText.Identifier));
        return $"{SqlText.Identifier(name)}({names}) AS (\n{source.Source.StandaloneSql}\n)";
    }

    /// <summary>The text of a script that is one query, without its semicolon; null for any other.</summary>
    string? SingleQuery(string sql)
    {
        try
        {
            using var parser = database.Connect();
            using var statements = parser.Extract(sql);
            if (statements.Count != 1)
                return null;
            using var statement = statements.Prepare(0);
            var isQuery = statement.Kind == StatementKind.Select && statement.ParameterNames.Count == 0;
            return isQuery && !MadeInSession(parser).Any(name => Mentions(sql, name)) ? statements.Text(0) : null;
        }
        catch (DuckDbException)
        {
            // It stands on something that is gone, or that only its own connection sees.
            return null;
        }
    }

    /// <summary>Tables, views and macros of the user's own, which no other session has.</summary>
    List<string> MadeInSession(DuckDbConnection connection)
    {
        using var names = connection.Query($"""
            SELECT table_name FROM duckdb_tables() WHERE database_name IN ('memory', 'temp')
            UNION SELECT view_name FROM duckdb_views() WHERE database_name IN ('memory', 'temp') AND NOT internal AND sql NOT LIKE '%{TemporaryStore.Database}.main.%'
            UNION SELECT function_name FROM duckdb_functions() WHERE database_name = 'memory' AND NOT internal
            """);
        var made = new List<string>();
        while (names.Fetch() is { } chunk)
            using (chunk)
                for (var row = 0; row < chunk.RowCount; row++)
                    made.Add(chunk.Column(0).Text(row));
        return [.. made.Except(ProductTables.Names).Except(outside)];
    }

    static bool Mentions(string sql, string name) =>
        Regex.IsMatch(sql, $@"(?<!\w){Regex.Escape(name)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
