using System.Buffers;

namespace Analytics.Engine.Sql;

/// <summary>What is open at the end of a piece of SQL and goes on in the next.</summary>
/// <param name="Mark">What ends it: <c>'</c>, <c>"</c>, <c>\</c> (a text with backslashes), <c>$</c>, <c>*</c> (a comment); NUL: nothing
/// is open.</param>
/// <param name="Depth">How deep comments nest.</param>
/// <param name="Tag">The closing tag of a dollar-quoted text, dollars included.</param>
internal readonly record struct SqlOpening(char Mark, int Depth = 0, string? Tag = null)
{
    public bool IsNothing => Mark == '\0';

    public SqlTokenKind Kind =>
        Mark switch
        {
            '*' => SqlTokenKind.Comment,
            '"' => SqlTokenKind.QuotedIdentifier,
            _ => SqlTokenKind.Text,
        };
}

/// <summary>
/// Cuts SQL into tokens as the engine's lexer does (that of PostgreSQL: comments nest, the longest operator wins, save
/// that one of plain signs does not end in + or -). Words are left as identifiers. Total: every character belongs to
/// white space or a token.
/// </summary>
internal static class SqlScanner
{
    private const string OperatorSigns = "+-*/<>=~!@#%^&|`";

    private static readonly SearchValues<char> SignsThatMayEndInMinus = SearchValues.Create("~!@#%^&|`");

    /// <summary>The token at a place that holds no white space.</summary>
    /// <param name="sql">The text to read; only what lies at and after the place is looked at.</param>
    /// <param name="at">0-based, in UTF-16 units.</param>
    /// <param name="open">What is left open if the text ends within the token.</param>
    public static SqlToken Next(ReadOnlySpan<char> sql, int at, out SqlOpening open)
    {
        open = default;
        var rest = sql[at..];
        var prefix = QuotePrefix(rest);
        if (prefix >= 0)
            return Opened(sql, at, at + prefix + 1, Quote(rest, prefix), out open);
        if (rest.StartsWith("/*"))
            return Opened(sql, at, at + 2, new SqlOpening('*', 1), out open);
        if (DollarTag(rest) is { } tag)
            return Opened(sql, at, at + tag.Length, new SqlOpening('$', Tag: tag), out open);
        var (kind, length) = Simple(rest);
        return new SqlToken(kind, at, length);
    }

    /// <summary>Where what is open ends: after its closing mark, or at the end of the text, where it stays open.</summary>
    public static int Close(ReadOnlySpan<char> sql, int at, ref SqlOpening open) =>
        open.Mark switch
        {
            '*' => CloseComment(sql, at, ref open),
            '$' => CloseDollar(sql, at, ref open),
            var mark => CloseQuote(sql, at, mark, ref open),
        };

    public static bool IsWordStart(char symbol) =>
        char.IsAsciiLetter(symbol) || symbol == '_' || (symbol > 127 && !char.IsWhiteSpace(symbol));

    public static bool IsWordPart(char symbol) => IsWordStart(symbol) || char.IsAsciiDigit(symbol) || symbol == '$';

    private static SqlToken Opened(ReadOnlySpan<char> sql, int start, int at, SqlOpening what, out SqlOpening open)
    {
        open = what;
        var end = Close(sql, at, ref open);
        return new SqlToken(what.Kind, start, end - start, open.IsNothing);
    }

    /// <summary>How many characters stand before the quote of a text or name (<c>E'</c>, <c>U&amp;"</c>); -1 if none begins here.</summary>
    private static int QuotePrefix(ReadOnlySpan<char> rest)
    {
        if (rest[0] is '\'' or '"')
            return 0;
        if (rest.Length > 1 && rest[1] == '\'' && "eEbBxXnN".Contains(rest[0]))
            return 1;
        return rest.Length > 2 && "uU".Contains(rest[0]) && rest[1] == '&' && (rest[2] is '\'' or '"') ? 2 : -1;
    }

    private static SqlOpening Quote(ReadOnlySpan<char> rest, int prefix) =>
        new(prefix == 1 && "eE".Contains(rest[0]) ? '\\' : rest[prefix]);

    private static (SqlTokenKind Kind, int Length) Simple(ReadOnlySpan<char> rest)
    {
        var (sign, next) = (rest[0], rest.Length > 1 ? rest[1] : '\0');
        return sign switch
        {
            '-' when next == '-' => (SqlTokenKind.Comment, LineLength(rest)),
            '$' when char.IsAsciiDigit(next) => (SqlTokenKind.Parameter, 1 + DigitsLength(rest[1..])),
            '$' when IsWordStart(next) => (SqlTokenKind.Parameter, 1 + WordLength(rest[1..], dollar: false)),
            '?' => (SqlTokenKind.Parameter, 1 + DigitsLength(rest[1..])),
            ':' => (SqlTokenKind.Operator, next is ':' or '=' ? 2 : 1),
            '(' or ')' or '[' or ']' or '{' or '}' => (SqlTokenKind.Bracket, 1),
            '.' when char.IsAsciiDigit(next) => (SqlTokenKind.Number, NumberLength(rest)),
            ',' or ';' or '.' => (SqlTokenKind.Separator, 1),
            _ when char.IsAsciiDigit(sign) => (SqlTokenKind.Number, NumberLength(rest)),
            _ when IsWordStart(sign) => (SqlTokenKind.Identifier, WordLength(rest, dollar: true)),
            _ when OperatorSigns.Contains(sign) => (SqlTokenKind.Operator, OperatorLength(rest)),
            _ => (SqlTokenKind.Unknown, 1),
        };
    }

    private static int LineLength(ReadOnlySpan<char> rest) => rest.IndexOfAny('\n', '\r') is >= 0 and var length ? length : rest.Length;

    private static int WordLength(ReadOnlySpan<char> rest, bool dollar)
    {
        var length = 0;
        while (length < rest.Length && IsWordPart(rest[length]) && (dollar || rest[length] != '$'))
            length++;
        return length;
    }

    /// <summary>Digits, with single underscores between them.</summary>
    private static int DigitsLength(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (
            length < rest.Length
            && (
                char.IsAsciiDigit(rest[length])
                || (rest[length] == '_' && length > 0 && length + 1 < rest.Length && char.IsAsciiDigit(rest[length + 1]))
            )
        )
        {
            length++;
        }

        return length;
    }

    /// <remarks>The engine knows no hexadecimal numbers: <c>0x1F</c> is 0 under the name x1F.</remarks>
    private static int NumberLength(ReadOnlySpan<char> rest)
    {
        var end = DigitsLength(rest);
        // Two dots do not belong to a number.
        if (end < rest.Length && rest[end] == '.' && !rest[(end + 1)..].StartsWith("."))
            end += 1 + DigitsLength(rest[(end + 1)..]);
        return end + ExponentLength(rest[end..]);
    }

    private static int ExponentLength(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 2 || rest[0] is not ('e' or 'E'))
            return 0;
        var sign = rest[1] is '+' or '-' ? 1 : 0;
        var digits = DigitsLength(rest[(1 + sign)..]);
        return digits > 0 ? 1 + sign + digits : 0;
    }

    private static int OperatorLength(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (
            length < rest.Length
            && OperatorSigns.Contains(rest[length])
            && !rest[length..].StartsWith("--")
            && !rest[length..].StartsWith("/*")
        )
        {
            length++;
        }

        if (rest[..length].IndexOfAny(SignsThatMayEndInMinus) < 0)
        {
            while (length > 1 && "+-".Contains(rest[length - 1]))
                length--;
        }

        return length;
    }

    /// <summary>The tag that opens a dollar-quoted text, dollars included; null if none does.</summary>
    private static string? DollarTag(ReadOnlySpan<char> rest)
    {
        if (rest[0] != '$')
            return null;
        var name = rest.Length > 1 && IsWordStart(rest[1]) ? WordLength(rest[1..], dollar: false) : 0;
        return name + 1 < rest.Length && rest[name + 1] == '$' ? rest[..(name + 2)].ToString() : null;
    }

    private static int CloseQuote(ReadOnlySpan<char> sql, int at, char mark, ref SqlOpening open)
    {
        var quote = mark == '\\' ? '\'' : mark;
        while (at < sql.Length)
        {
            var step = mark == '\\' ? sql[at..].IndexOfAny('\\', quote) : sql[at..].IndexOf(quote);
            if (step < 0)
                break;
            at += step;
            if (sql[at] == quote && !(at + 1 < sql.Length && sql[at + 1] == quote))
            {
                open = default;
                return at + 1;
            }
            at += 2;
        }
        return sql.Length;
    }

    private static int CloseComment(ReadOnlySpan<char> sql, int at, ref SqlOpening open)
    {
        var depth = open.Depth;
        while (at < sql.Length && depth > 0)
        {
            var step = sql[at..].IndexOfAny('*', '/');
            at = step < 0 ? sql.Length : at + step;
            var change =
                sql[at..].StartsWith("/*") ? 1
                : sql[at..].StartsWith("*/") ? -1
                : 0;
            at += change == 0 ? 1 : 2;
            depth += change;
        }
        open = depth == 0 ? default : open with { Depth = depth };
        return Math.Min(at, sql.Length);
    }

    private static int CloseDollar(ReadOnlySpan<char> sql, int at, ref SqlOpening open)
    {
        var close = sql[at..].IndexOf(open.Tag);
        if (close < 0)
            return sql.Length;
        at += close + open.Tag!.Length;
        open = default;
        return at;
    }
}
