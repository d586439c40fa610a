namespace Analytics.DuckDb;

/// <summary>What can be said about SQL text without the engine: where its statements lie.</summary>
internal static class SqlText
{
    /// <summary>C strings end at NUL, so the engine would silently run a part of such a text.</summary>
    public static void RequireNoNul(string sql)
    {
        if (sql.IndexOf('\0') is >= 0 and var position)
        {
            throw new DuckDbException("Parser Error: SQL text cannot contain the character U+0000", DuckDbErrorKind.Parser, position);
        }
    }

    /// <summary>
    /// Statements as written: from their first to their last token, without semicolon and surrounding comments. Quotes,
    /// dollar quotes and nested comments are read as the engine's lexer (that of PostgreSQL) reads them.
    /// </summary>
    public static List<Range> Split(string sql)
    {
        var statements = new List<Range>();
        int start = -1,
            end = -1;
        var position = 0;
        while (position < sql.Length)
        {
            var next = EndOfToken(sql, position);
            if (sql[position] == ';')
            {
                AddStatement();
            }
            else if (!IsTrivia(sql, position))
            {
                start = start < 0 ? position : start;
                end = next;
            }

            position = next;
        }

        AddStatement();
        return statements;

        void AddStatement()
        {
            if (start >= 0)
            {
                statements.Add(start..end);
                start = -1;
            }
        }
    }

    private static bool IsTrivia(string sql, int position) =>
        char.IsWhiteSpace(sql[position]) || StartsWith(sql, position, "--") || StartsWith(sql, position, "/*");

    private static int EndOfToken(string sql, int position) =>
        sql[position] switch
        {
            '\'' => EndOfQuoted(sql, position + 1, '\'', backslashEscapes: false),
            '"' => EndOfQuoted(sql, position + 1, '"', backslashEscapes: false),
            'e' or 'E' when position + 1 < sql.Length && sql[position + 1] == '\'' => EndOfQuoted(
                sql,
                position + 2,
                '\'',
                backslashEscapes: true
            ),
            '-' when StartsWith(sql, position, "--") => EndOfLine(sql, position),
            '/' when StartsWith(sql, position, "/*") => EndOfComment(sql, position),
            '$' => EndOfDollar(sql, position),
            var symbol when IsWordStart(symbol) => EndOfWord(sql, position, dollar: true),
            _ => position + 1,
        };

    private static int EndOfQuoted(string sql, int position, char quote, bool backslashEscapes)
    {
        while (position < sql.Length)
        {
            if (backslashEscapes && sql[position] == '\\')
            {
                position += 2;
            }
            else if (sql[position] != quote)
            {
                position++;
            }
            else if (position + 1 < sql.Length && sql[position + 1] == quote)
            {
                position += 2;
            }
            else
            {
                return position + 1;
            }
        }

        return sql.Length;
    }

    private static int EndOfLine(string sql, int position) =>
        sql.AsSpan(position).IndexOfAny('\n', '\r') is >= 0 and var length ? position + length : sql.Length;

    private static int EndOfComment(string sql, int position)
    {
        var depth = 0;
        while (position < sql.Length)
        {
            var change =
                StartsWith(sql, position, "/*") ? 1
                : StartsWith(sql, position, "*/") ? -1
                : 0;
            position += change == 0 ? 1 : 2;
            depth += change;
            if (depth == 0)
            {
                return position;
            }
        }

        return sql.Length;
    }

    /// <summary><c>$tag$ … $tag$</c>, or else a parameter such as <c>$1</c> or <c>$name</c>.</summary>
    private static int EndOfDollar(string sql, int position)
    {
        var afterTag =
            position + 1 < sql.Length && IsWordStart(sql[position + 1]) ? EndOfWord(sql, position + 1, dollar: false) : position + 1;
        if (afterTag >= sql.Length || sql[afterTag] != '$')
        {
            return afterTag;
        }

        var tag = sql[position..(afterTag + 1)];
        var close = sql.IndexOf(tag, afterTag + 1, StringComparison.Ordinal);
        return close < 0 ? sql.Length : close + tag.Length;
    }

    private static int EndOfWord(string sql, int position, bool dollar)
    {
        while (
            position < sql.Length && (IsWordStart(sql[position]) || char.IsAsciiDigit(sql[position]) || (dollar && sql[position] == '$'))
        )
        {
            position++;
        }

        return position;
    }

    private static bool IsWordStart(char symbol) =>
        char.IsAsciiLetter(symbol) || symbol == '_' || (symbol > 127 && !char.IsWhiteSpace(symbol));

    private static bool StartsWith(string sql, int position, string token) =>
        string.CompareOrdinal(sql, position, token, 0, token.Length) == 0;
}
