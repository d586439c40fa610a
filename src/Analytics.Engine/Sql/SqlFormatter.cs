using System.Text;

namespace Analytics.Engine.Sql;

/// <summary>
/// Writes queries in the style of the canned ones: keywords in upper case, a clause per line, four spaces, commas
/// trailing. Comments and texts stay as they are, and so does a statement that is no query or that is not understood.
/// Formatting twice changes nothing more.
/// </summary>
public static class SqlFormatter
{
    private const int MostRuns = 4;

    /// <summary>Formats every statement of a script; what stands between them stays.</summary>
    public static string Format(string sql) => Format(sql, ..);

    /// <summary>Formats the statements of a script that begin within a range.</summary>
    /// <returns>The whole script.</returns>
    public static string Format(string sql, Range range)
    {
        var script = SqlScript.Read(sql);
        var (start, end) = (range.Start.GetOffset(sql.Length), range.End.GetOffset(sql.Length));
        var text = new StringBuilder();
        var done = 0;
        foreach (var statement in script.Statements.Where(s => s.Start.Value >= start && s.Start.Value <= end))
        {
            var between = sql[done..statement.Start.Value];
            var isOneLine = between.Contains(';') && !between.Contains('\n');
            text.Append(isOneLine ? between.TrimEnd() + "\n" : between);
            text.Append(Statement(script, statement));
            done = statement.End.Value;
        }
        return text.Append(sql, done, sql.Length - done).ToString();
    }

    private static string Statement(SqlScript script, Range statement)
    {
        var text = script.Text[statement];
        var tokens = TokensOf(script, statement);
        if (!IsQuery(script.Text, tokens))
            return text;
        // A comment that the layout moves to a line of its own is laid out so the next time.
        var formatted = Layout(script.Text, tokens);
        for (var run = 0; run < MostRuns && formatted is not null; run++)
        {
            var again = Layout(formatted, [.. SqlTokenizer.Read(formatted)]);
            if (again == formatted)
                return formatted;
            formatted = again;
        }
        return text;
    }

    /// <summary>Null if the statement is not understood.</summary>
    private static string? Layout(string sql, SqlToken[] tokens) =>
        FormatReader.Read(sql, tokens) is { } parts && FormatWriter.Write(parts) is var formatted && IsSame(sql, tokens, formatted)
            ? formatted
            : null;

    private static SqlToken[] TokensOf(SqlScript script, Range statement)
    {
        var first = script.FirstTokenEndingAfter(statement.Start.Value);
        var tokens = new SqlToken[script.FirstTokenEndingAfter(statement.End.Value - 1) + 1 - first];
        for (var i = 0; i < tokens.Length; i++)
            tokens[i] = script.Tokens[first + i];
        return tokens;
    }

    /// <summary>A query, or a statement that makes or fills a table with one.</summary>
    private static bool IsQuery(string sql, SqlToken[] tokens)
    {
        var words = tokens.Where(t => t.Kind == SqlTokenKind.Keyword).Select(t => t.In(sql).ToString().ToUpperInvariant()).ToArray();
        return words.FirstOrDefault() switch
        {
            "SELECT" or "FROM" or "WITH" or "VALUES" => true,
            "CREATE" => words.Contains("AS") && (words.Contains("SELECT") || words.Contains("FROM")) && !words.Contains("TRIGGER"),
            "INSERT" => words.Contains("SELECT") || words.Contains("FROM") || words.Contains("VALUES"),
            _ => false,
        };
    }

    /// <summary>Whether nothing but white space and the case of keywords differs: the guard against faults of the layout.</summary>
    private static bool IsSame(string sql, SqlToken[] tokens, string formatted)
    {
        var others = SqlTokenizer.Read(formatted);
        return tokens.Length == others.Count
            && tokens
                .Zip(others)
                .All(pair =>
                    pair.First.Kind == pair.Second.Kind
                    && pair.First.In(sql)
                        .Equals(
                            pair.Second.In(formatted),
                            pair.First.Kind is SqlTokenKind.Keyword or SqlTokenKind.Type
                                ? StringComparison.OrdinalIgnoreCase
                                : StringComparison.Ordinal
                        )
                );
    }
}
