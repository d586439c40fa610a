namespace Analytics.Tui.Editing;

/// <summary>Kinds of stretches of SQL that look different.</summary>
enum SqlTokenKind
{
    Word,
    Keyword,
    Text,
    Number,
    Comment,
    QuotedName,
    Parameter,
    Sign,
}

/// <summary>A stretch of SQL, in UTF-16 units. White space belongs to none.</summary>
readonly record struct SqlToken(SqlTokenKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>
/// Cuts SQL into stretches to colour, as DuckDB reads it: strings with doubled quotes, E'…' with backslashes, $tag$…$tag$, nested block
/// comments. Total: unclosed stretches reach to the end.
/// </summary>
static class SqlLexer
{
    static readonly HashSet<string> Keywords = new(
        """
        all and anti any as asc asof at attach begin between by case cast checkpoint collate column columns comment commit constraint copy
        create cross database default delete desc describe detach distinct drop else end escape except exclude execute exists explain
        export extract false fetch filter first following for force foreign from full function generated glob global grant group grouping
        groups having if ilike import in index inner insert install intersect into is join key lambda last lateral left like limit load
        local macro materialized merge natural no not nothing null nulls of offset on only or order ordinality outer over overwrite
        partition pivot positional pragma preceding prepare primary qualify range recursive references rename replace reset returning
        revoke right rollback rollup row rows sample schema select semi sequence set show similar some start struct summarize table
        tablesample temp temporary then ties to transaction trigger true truncate try_cast type unbounded union unique unnest unpivot
        update use using vacuum values view virtual when where window with within without
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The stretches in order.</summary>
    public static IReadOnlyList<SqlToken> Read(string sql)
    {
        var tokens = new List<SqlToken>();
        for (var at = 0; at < sql.Length;)
        {
            if (char.IsWhiteSpace(sql[at]))
            {
                at++;
                continue;
            }
            var (kind, end) = Next(sql, at);
            tokens.Add(new SqlToken(kind, at, end - at));
            at = end;
        }
        return tokens;
    }

    static (SqlTokenKind Kind, int End) Next(string sql, int at)
    {
        var (sign, next) = (sql[at], at + 1 < sql.Length ? sql[at + 1] : '\0');
        return sign switch
        {
            '-' when next == '-' => (SqlTokenKind.Comment, EndOfLine(sql, at)),
            '/' when next == '*' => (SqlTokenKind.Comment, EndOfComment(sql, at)),
            '\'' => (SqlTokenKind.Text, EndOfQuoted(sql, at + 1, '\'', escapes: false)),
            'e' or 'E' when next == '\'' => (SqlTokenKind.Text, EndOfQuoted(sql, at + 2, '\'', escapes: true)),
            '"' => (SqlTokenKind.QuotedName, EndOfQuoted(sql, at + 1, '"', escapes: false)),
            '$' => Dollar(sql, at),
            _ when char.IsAsciiDigit(sign) || (sign == '.' && char.IsAsciiDigit(next)) => (SqlTokenKind.Number, EndOfNumber(sql, at)),
            _ when IsNameStart(sign) => Name(sql, at),
            _ => (SqlTokenKind.Sign, at + 1),
        };
    }

    static (SqlTokenKind Kind, int End) Name(string sql, int at)
    {
        var end = EndOfName(sql, at);
        return (Keywords.Contains(sql[at..end]) ? SqlTokenKind.Keyword : SqlTokenKind.Word, end);
    }

    /// <summary>$tag$…$tag$ is a text, $name and $1 are parameters.</summary>
    static (SqlTokenKind Kind, int End) Dollar(string sql, int at)
    {
        var end = EndOfName(sql, at + 1);
        if (end >= sql.Length || sql[end] != '$')
            return (end > at + 1 ? SqlTokenKind.Parameter : SqlTokenKind.Sign, Math.Max(end, at + 1));
        var tag = sql[at..(end + 1)];
        var close = sql.IndexOf(tag, end + 1, StringComparison.Ordinal);
        return (SqlTokenKind.Text, close < 0 ? sql.Length : close + tag.Length);
    }

    static int EndOfLine(string sql, int at) => sql.IndexOf('\n', at) is >= 0 and var end ? end : sql.Length;

    static int EndOfComment(string sql, int at)
    {
        var depth = 0;
        for (; at + 1 < sql.Length; at++)
        {
            var pair = sql.AsSpan(at, 2);
            if (pair.SequenceEqual("/*"))
                (depth, at) = (depth + 1, at + 1);
            else if (pair.SequenceEqual("*/") && --depth == 0)
                return at + 2;
            else if (pair.SequenceEqual("*/"))
                at++;
        }
        return sql.Length;
    }

    static int EndOfQuoted(string sql, int at, char quote, bool escapes)
    {
        for (; at < sql.Length; at++)
        {
            if (escapes && sql[at] == '\\')
                at++;
            else if (sql[at] == quote && at + 1 < sql.Length && sql[at + 1] == quote)
                at++;
            else if (sql[at] == quote)
                return at + 1;
        }
        return sql.Length;
    }

    static int EndOfNumber(string sql, int at)
    {
        var start = at;
        while (at < sql.Length && (char.IsAsciiLetterOrDigit(sql[at]) || sql[at] is '.' or '_' || (sql[at] is '+' or '-' && at > start && sql[at - 1] is 'e' or 'E')))
            at++;
        return at;
    }

    static int EndOfName(string sql, int at)
    {
        while (at < sql.Length && (IsNameStart(sql[at]) || char.IsAsciiDigit(sql[at])))
            at++;
        return at;
    }

    static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_' || c > 0x7F;
}
