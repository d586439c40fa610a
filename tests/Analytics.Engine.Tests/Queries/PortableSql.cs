using System.Collections.Frozen;
using Analytics.Engine.Sql;

namespace Analytics.Engine.Tests.Queries;

/// <summary>
/// What of a statement is not in the SQL that DuckDB and PostgreSQL share, found in its tokens. Some of it runs on both and answers
/// differently, so that trying alone shows nothing.
/// </summary>
internal static class PortableSql
{
    /// <summary>Functions that mean the same in both.</summary>
    private static readonly FrozenSet<string> SharedFunctions = (
        "abs array_agg array_length array_position avg bool_and bool_or cast ceil coalesce concat_ws count dense_rank first_value floor "
        + "greatest "
        + "lag last_value lead least length lower max min nullif rank replace round row_number split_part starts_with string_agg "
        + "string_to_array substr sum trim upper generate_series"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that stand before a bracket and are no functions.</summary>
    private static readonly FrozenSet<string> WordsBeforeBrackets = (
        "all and any as by case cross distinct else except exists filter from group having in inner intersect join left materialized "
        + "not on "
        + "or order over partition right select then union using values when where"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly (string Function, string Form)[] OwnFunctions =
    [
        ("format", "join the parts with || and CAST(x AS VARCHAR): PostgreSQL's format has other templates and returns ours as they are"),
        ("printf", "join the parts with || and CAST(x AS VARCHAR)"),
        ("if", "CASE WHEN … THEN … ELSE … END"),
        ("list", "array_agg(x ORDER BY y)"),
        ("list_filter", "array_remove, or filter before array_agg"),
        ("list_contains", "v = ANY(x)"),
        ("list_position", "array_position"),
        ("len", "array_length(x, 1), for texts length"),
        ("any_value", "max: PostgreSQL has any_value from 16 on"),
    ];

    private static readonly (string[] Words, string Form)[] Phrases =
    [
        (["group", "by", "all"], "name the columns"),
        (["order", "by", "all"], "name the columns"),
        (["by", "name"], "UNION ALL of named columns"),
        (["exclude"], "name the columns"),
        (["columns", "("], "name the columns"),
        (["qualify"], "a sub-query with WHERE"),
        (["pivot"], "max(x) FILTER (WHERE …)"),
        (["unpivot"], "UNION ALL"),
        (["asof"], "a window function"),
        (["anti", "join"], "WHERE NOT EXISTS"),
        (["semi", "join"], "WHERE EXISTS"),
        (["positional", "join"], "row_number and USING"),
        (["//"], "floor(CAST(a AS DECIMAL) / b)"),
        (["=="], "="),
        (["~"], "LIKE: the two match different parts"),
        (["->"], "no lambda: work on rows, then array_agg"),
        (["lambda"], "no lambda: work on rows, then array_agg"),
        (["{"], "columns of their own"),
        ([",", ")"], "no comma at the end"),
        ([",", "from"], "no comma at the end"),
    ];

    /// <summary>What is not shared: the line (1-based), what it is, and the form to use; empty where all is.</summary>
    public static IEnumerable<string> Faults(string sql)
    {
        var tokens = SqlTokenizer.Read(sql).Where(t => t.Kind != SqlTokenKind.Comment).ToArray();
        var words = tokens.Select(t => t.In(sql).ToString()).ToArray();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind is SqlTokenKind.Text or SqlTokenKind.QuotedIdentifier)
                continue;
            if (FormFor(words, i, tokens[i].Kind) is { } form)
                yield return $"line {1 + sql.AsSpan(0, tokens[i].Start).Count('\n')}: {words[i]}: {form}";
        }
    }

    private static string? FormFor(string[] words, int i, SqlTokenKind kind)
    {
        var (before, after) = (Word(words, i - 1), Word(words, i + 1));
        var phrase = Phrases.FirstOrDefault(p => p.Words.Index().All(w => Is(Word(words, i + w.Index), w.Item)));
        if (phrase.Form is not null)
            return phrase.Form;
        return words[i].ToLowerInvariant() switch
        {
            "filter" when after == "(" && !Is(Word(words, i + 2), "where") => "FILTER (WHERE …)",
            "from" when before is "" or "(" or ";" || Is(before, "all") || Is(before, "union") => "SELECT * FROM",
            "[" when !Is(before, "array") && !EndsValue(before) => "ARRAY[a, b]",
            "double" when !Is(after, "precision") => "DOUBLE PRECISION",
            "desc" when !Is(after, "nulls") => "DESC NULLS LAST: PostgreSQL puts them first",
            "round" when after == "(" && !Is(Word(words, i + 2), "cast") => "round(CAST(x AS DECIMAL(18, 6)), 2): of doubles there is none",
            "/" when !Is(after, "cast") => "a / CAST(b AS DOUBLE PRECISION): whole numbers divide without a rest there",
            _ when kind == SqlTokenKind.Parameter && Is(after, "is") => "CAST($x AS VARCHAR) IS NULL: there a parameter needs its type",
            _ when after == "(" && IsName(words[i]) && !WordsBeforeBrackets.Contains(words[i]) && !Is(before, "as") => OfFunction(words, i),
            _ => null,
        };
    }

    private static string? OfFunction(string[] words, int i)
    {
        var own = OwnFunctions.FirstOrDefault(f => Is(f.Function, words[i]));
        if (own.Form is not null)
            return own.Form;
        // A common table or a list of columns is followed by AS or named by what stands before it.
        return SharedFunctions.Contains(words[i]) || IsTable(words, i) || IsType(words, i)
            ? null
            : "not among the functions tried on both; try it there and add it, or use one of those";
    }

    /// <summary>Whether <c>name(columns)</c> defines a common table.</summary>
    private static bool IsTable(string[] words, int i)
    {
        if (!Is(Word(words, i - 1), "with") && Word(words, i - 1) != ",")
            return false;
        var close = Array.IndexOf(words, ")", i);
        return close > 0 && Is(Word(words, close + 1), "as") && Word(words, close + 2) == "(";
    }

    private static bool IsType(string[] words, int i) => Is(words[i], "decimal") && Is(Word(words, i - 1), "as");

    private static bool IsName(string word) => char.IsLetter(word[0]) || word[0] == '_';

    /// <summary>Whether a bracket after this word takes a part of a value.</summary>
    private static bool EndsValue(string word) =>
        word is ")" or "]" || (word.Length > 0 && IsName(word) && !WordsBeforeBrackets.Contains(word) && !Is(word, "return"));

    private static string Word(string[] words, int i) => i >= 0 && i < words.Length ? words[i] : "";

    private static bool Is(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
