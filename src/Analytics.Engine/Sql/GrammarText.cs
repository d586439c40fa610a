using System.Text;

namespace Analytics.Engine.Sql;

/// <summary>
/// The beginning of a statement, shortened for the engine's grammar without changing what may follow: the time that it
/// takes grows exponentially with nested parentheses (twelve of them: twelve seconds, seen in 1.5.5), so closed ones
/// become <c>(a)</c> or <c>(SELECT 1)</c>, and of the open ones only the innermost query or call is kept.
/// </summary>
internal static class GrammarText
{
    /// <summary>A longer text is not put to the engine.</summary>
    private const int Longest = 4000;

    /// <param name="sql">The text that the tokens are ranges of.</param>
    /// <param name="tokens">Of one statement.</param>
    /// <returns>Null if it stays too long.</returns>
    public static string? Shorten(string sql, IEnumerable<SqlToken> tokens)
    {
        var levels = new List<StringBuilder> { new() };
        foreach (var token in tokens)
            Append(sql, token, levels);
        var text = Innermost(levels);
        return text.Length <= Longest ? text : null;
    }

    private static void Append(string sql, SqlToken token, List<StringBuilder> levels)
    {
        var text = token.In(sql);
        if (token.Kind == SqlTokenKind.Comment)
            return;
        if (token.Kind == SqlTokenKind.Bracket && ")]}".Contains(text[0]))
        {
            Close(levels, text[0]);
        }
        else if (token.Kind == SqlTokenKind.Bracket)
        {
            levels[^1].Append(text);
            levels.Add(new());
        }
        else
        {
            levels[^1].Append(token.Kind == SqlTokenKind.Text ? "''" : text).Append(text is "." ? "" : " ");
        }
    }

    private static void Close(List<StringBuilder> levels, char bracket)
    {
        if (levels.Count == 1)
            return;
        var content =
            bracket == '}' ? "'a': 1"
            : levels[^1].Length == 0 ? ""
            : IsQuery(levels[^1]) ? "SELECT 1"
            : "a";
        levels.RemoveAt(levels.Count - 1);
        levels[^1].Append(content).Append(bracket).Append(' ');
    }

    private static string Innermost(List<StringBuilder> levels)
    {
        var last = levels[^1].ToString();
        if (levels.Count == 1 || IsQuery(levels[^1]))
            return last;
        var before = levels[^2].ToString();
        return (levels.Count == 2 || IsQuery(levels[^2]) ? before : "SELECT " + before) + last;
    }

    private static bool IsQuery(StringBuilder text)
    {
        var word = text.ToString(0, Math.Min(7, text.Length)).Split(' ')[0];
        return word.ToLowerInvariant() is "select" or "from" or "with" or "values";
    }
}
