using System.Text;
using Analytics.DuckDb;
using Analytics.Engine.Lineage;
using Analytics.Engine.Sql;
using Analytics.Engine.Tables;

namespace Analytics.Engine.Sessions;

/// <summary>
/// What EXPORT DATABASE wrote of a session. The engine writes the product's tables too, which every session has of its own and which IMPORT
/// DATABASE would fail on: what the user made stays.
/// </summary>
internal static class ExportedDatabase
{
    /// <summary>The folder that the session's own database is exported to; null for another database or another statement.</summary>
    public static string? FolderOf(string statement)
    {
        if (!statement.Contains("export", StringComparison.OrdinalIgnoreCase))
            return null;
        var words = new StatementWords(statement);
        if (words.Count < 3 || !words.Is(0, "export") || !words.Is(1, "database"))
            return null;
        var (start, end) = words.Place(2);
        return Literal(statement.AsSpan(start, end - start));
    }

    /// <summary>Takes what is not the user's out of the folder.</summary>
    /// <param name="connection">Reads the scripts that the engine wrote there.</param>
    /// <param name="folder">Holds <c>schema.sql</c>, <c>load.sql</c> and the files that this names.</param>
    public static void KeepTheUsers(DuckDbConnection connection, string folder)
    {
        KeepIn(connection, Path.Combine(folder, "schema.sql"));
        foreach (var copy in KeepIn(connection, Path.Combine(folder, "load.sql")))
        {
            var file = SqlTokenizer.Read(copy).First(t => t.Kind == SqlTokenKind.Text);
            File.Delete(Literal(file.In(copy))!);
        }
    }

    private static string? Literal(ReadOnlySpan<char> token) =>
        token.Length > 1 && token[0] == '\'' ? token[1..^1].ToString().Replace("''", "'", StringComparison.Ordinal) : null;

    /// <summary>Leaves only statements about the user's own in a script; returns the others.</summary>
    private static List<string> KeepIn(DuckDbConnection connection, string script)
    {
        var text = File.ReadAllText(script);
        using var statements = connection.Extract(text);
        var all = Enumerable.Range(0, statements.Count).Select(i => statements.Text(i)!).ToLookup(IsTheUsers);
        File.WriteAllText(script, string.Concat(all[true].Select(s => s + ";\n")), new UTF8Encoding(false));
        return [.. all[false]];
    }

    private static bool IsTheUsers(string statement)
    {
        var name = ProductWrites.TargetOf(statement);
        var isSchema = statement.TrimStart().StartsWith("CREATE SCHEMA", StringComparison.OrdinalIgnoreCase);
        return name is null || name.Count == 1 && !isSchema || name[0] is not (ProductTables.Schema or MadeTables.Schema);
    }
}
