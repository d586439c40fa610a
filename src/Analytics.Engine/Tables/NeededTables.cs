using System.Text;
using Analytics.DuckDb;

namespace Analytics.Engine.Tables;

/// <summary>
/// Which of the product's tables and views a script can need, before it runs: those that the engine finds in its statements, those whose
/// names stand in it where the engine cannot tell, or all where it lists what there is. Errs on the side of more, since loading only costs
/// time.
/// </summary>
internal static class NeededTables
{
    /// <summary>Beginnings of names in the catalogue.</summary>
    private static readonly string[] Catalogue = ["duckdb_", "information_schema", "pg_", "sqlite_", "pragma_"];

    /// <summary>Statements that may list or write out all tables.</summary>
    private static readonly string[] Listing = ["call", "export", "import", "pragma"];

    /// <summary>Statements that describe a table, or without one list all.</summary>
    private static readonly string[] Describing = ["desc", "describe", "summarize"];

    /// <summary>Statements that only read; others may make or change what a name stands for.</summary>
    private static readonly string[] Reading = ["explain", "from", "pivot", "select", "table", "unpivot", "values", "with", .. Describing];

    /// <param name="connection">Parses; nothing is run on it.</param>
    /// <param name="sql">A script.</param>
    /// <returns>With all that the views among them read; empty if the script has a syntax error.</returns>
    public static IReadOnlySet<string> Of(DuckDbConnection connection, string sql)
    {
        var needed = new HashSet<string>();
        if (!Mentioned(sql).Any() && !MayList(sql) && !HasWord(sql, PlaceFunction.Name))
            return needed;
        try
        {
            using var statements = connection.Extract(sql);
            foreach (var text in Enumerable.Range(0, statements.Count).Select(index => statements.Text(index) ?? sql).Distinct())
            {
                needed.UnionWith(OfStatement(connection, text));
                if (Calls(text, PlaceFunction.Name))
                    needed.Add(PlaceFunction.Table);
            }
        }
        catch (DuckDbException)
        {
            // Nothing of it will run.
        }

        return ProductTables.WithSources(needed);
    }

    private static IEnumerable<string> OfStatement(DuckDbConnection connection, string statement)
    {
        if (Lists(statement))
            return ProductTables.Names;
        var computes = HasWord(statement, "query") || HasWord(statement, "query_table");
        var mentioned = Mentioned(statement).ToArray();
        if (mentioned.Length == 0 && !computes)
            return [];
        if (Reads(statement) && connection.TableNames(WithoutParameters(statement)) is { } read)
            return ProductTables.Names.Where(name => read.Contains(name, StringComparer.OrdinalIgnoreCase));
        return computes ? ProductTables.Names : mentioned;
    }

    private static bool Reads(string statement) => Reading.Contains(FirstWord(statement), StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Mentioned(string sql) => ProductTables.Names.Where(name => HasWord(sql, name));

    /// <summary>Whether a closer look at a script is worth while: a plain search for all words that matter.</summary>
    private static bool MayList(string sql) =>
        Catalogue
            .Concat(Listing)
            .Concat(Describing)
            .Concat(["show", "query"])
            .Any(word => sql.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool Lists(string statement) =>
        Catalogue.Any(prefix => WordsFrom(statement, prefix).Any())
        || HasWord(statement, "show")
        || Listing.Contains(FirstWord(statement), StringComparer.OrdinalIgnoreCase)
        || Describing.Any(word => WordsFrom(statement, word).Any(at => IsAlone(statement, at, word.Length)));

    /// <summary>Whether a word is a whole statement or all that a pair of brackets holds.</summary>
    private static bool IsAlone(string statement, int start, int length)
    {
        var before = statement.AsSpan(0, start).TrimEnd();
        var behind = statement.AsSpan(start + length).TrimStart();
        return before is "" || before[^1] == '(' ? behind is "" || behind[0] == ')' : false;
    }

    /// <summary>
    /// A statement with NULL for each <c>$name</c>: the engine tells the tables only of statements without parameters. What is replaced
    /// within a quoted text does no harm, and elsewhere makes a syntax error at most, of which the engine tells nothing.
    /// </summary>
    private static string WithoutParameters(string statement)
    {
        if (!statement.Contains('$'))
            return statement;
        var text = new StringBuilder(statement.Length);
        for (var at = 0; at < statement.Length; at++)
        {
            var end = at + 1;
            while (statement[at] == '$' && end < statement.Length && IsWordPart(statement[end]))
                end++;
            if (end > at + 1)
                text.Append("NULL");
            else
                text.Append(statement[at]);
            at = end - 1;
        }

        return text.ToString();
    }

    private static bool Calls(string sql, string function) =>
        WordsFrom(sql, function).Any(at => sql.AsSpan(at + function.Length).TrimStart() is ['(', ..]);

    private static string FirstWord(string statement) => new([.. statement.TrimStart('(', ' ', '\n', '\r', '\t').TakeWhile(IsWordPart)]);

    private static bool HasWord(string sql, string word) =>
        WordsFrom(sql, word).Any(at => at + word.Length == sql.Length || !IsWordPart(sql[at + word.Length]));

    /// <summary>Where words begin as given.</summary>
    private static IEnumerable<int> WordsFrom(string sql, string beginning)
    {
        for (
            var at = sql.IndexOf(beginning, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = sql.IndexOf(beginning, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            if (at == 0 || !IsWordPart(sql[at - 1]))
                yield return at;
        }
    }

    private static bool IsWordPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
