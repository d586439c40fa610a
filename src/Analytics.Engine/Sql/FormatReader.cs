namespace Analytics.Engine.Sql;

/// <summary>Reads a statement into parts, deciding on case and spaces; gives up on what it does not understand.</summary>
internal sealed class FormatReader
{
    private static readonly HashSet<string> PlainOperators =
    [
        "=",
        "==",
        "<>",
        "!=",
        "<",
        ">",
        "<=",
        ">=",
        "+",
        "-",
        "*",
        "/",
        "//",
        "%",
        "||",
        "->",
        "->>",
        "~",
        "~~",
        "~~*",
        "!~",
        "!~~",
        "!~~*",
        "^",
        "**",
        "&",
        "&&",
        "|",
        "<<",
        ">>",
        "@>",
        "<@",
        "^@",
        "=>",
        ":=",
    ];

    /// <summary>Keywords that are written like functions.</summary>
    private static readonly string[] Calls = ["CAST", "TRY_CAST"];

    /// <summary>Keywords after which a name is that of a table, with a list of its columns.</summary>
    private static readonly string[] Namers = ["INTO", "TABLE", "VIEW", "AS", "WITH", "RECURSIVE", "MACRO", "FUNCTION"];

    private readonly string _sql;
    private readonly SqlToken[] _tokens;
    private int _at;
    private bool _isUnderstood = true;

    private FormatReader(string sql, SqlToken[] tokens) => (_sql, _tokens) = (sql, tokens);

    /// <param name="sql">The text that the tokens are ranges of.</param>
    /// <param name="tokens">Those of one statement, comments within it included.</param>
    public static IReadOnlyList<FormatPart>? Read(string sql, SqlToken[] tokens)
    {
        var reader = new FormatReader(sql, tokens);
        var parts = reader.Until(close: '\0');
        return reader._isUnderstood && reader._at == tokens.Length ? parts : null;
    }

    private List<FormatPart> Until(char close)
    {
        var parts = new List<FormatPart>();
        for (; _at < _tokens.Length && _isUnderstood && !(_tokens[_at].Kind == SqlTokenKind.Bracket && IsClosing(_tokens[_at])); _at++)
            parts.Add(Part());
        var found = _at < _tokens.Length ? _sql[_tokens[_at].Start] : '\0';
        _isUnderstood &= found == close;
        return parts;
    }

    private FormatPart Part()
    {
        var token = _tokens[_at];
        var text = token.In(_sql).ToString();
        _isUnderstood &= token.IsClosed && token.Kind != SqlTokenKind.Unknown && text != ";";
        if (token.Kind == SqlTokenKind.Comment)
            return new FormatPart(token.Kind, text, true) { OwnsLine = _at > 0 && GapBefore(_at).Contains('\n') };
        var part = new FormatPart(token.Kind, Cased(token, text), HasSpace());
        if (token.Kind != SqlTokenKind.Bracket)
            return part;
        _at++;
        var close = text switch
        {
            "(" => ')',
            "[" => ']',
            _ => '}',
        };
        return part with { Inside = Until(close), Close = close.ToString() };
    }

    private bool IsClosing(SqlToken token) => ")]}".Contains(_sql[token.Start]);

    private static string Cased(SqlToken token, string text) =>
        token.Kind is SqlTokenKind.Keyword or SqlTokenKind.Type && text.ToUpperInvariant() is var upper and not ("TRUE" or "FALSE")
            ? upper
            : text;

    private string GapBefore(int index) => _sql[_tokens[index - 1].End.._tokens[index].Start];

    /// <summary>Index of the last token before another that is no comment; -1 if there is none.</summary>
    private int Before(int index)
    {
        do index--;
        while (index >= 0 && _tokens[index].Kind == SqlTokenKind.Comment);
        return index;
    }

    private bool HasSpace()
    {
        var index = Before(_at);
        if (index < 0)
            return false;
        var (token, before) = (_tokens[_at], _tokens[index]);
        var text = token.In(_sql);
        var last = before.In(_sql);
        var isApart = before.End < token.Start;
        RefuseUnclear(token, before, isApart);
        if (last is "." or "(" or "[" or "{" or "::" || text is "." or "," or "::" || IsSign(index))
            return false;
        if (last is ",")
            return true;
        if (last is ":" || text is ":" or "[" || IsUnusual(before) || IsUnusual(token))
            return isApart;
        return text is not "(" || SpaceBeforeParenthesis(index, isApart);
    }

    /// <summary>
    /// Neighbours whose meaning depends on the white space between them: texts on two lines are one text, and 1a is
    /// 1 AS a.
    /// </summary>
    private void RefuseUnclear(SqlToken token, SqlToken before, bool isApart)
    {
        var isWord = token.Kind is SqlTokenKind.Identifier or SqlTokenKind.Keyword or SqlTokenKind.Type or SqlTokenKind.Function;
        if (
            (token.Kind == SqlTokenKind.Text && before.Kind == SqlTokenKind.Text)
            || (
                isWord
                && !isApart
                && before.Kind is SqlTokenKind.Number or SqlTokenKind.Text or SqlTokenKind.Parameter or SqlTokenKind.QuotedIdentifier
            )
            || (
                before.Kind == SqlTokenKind.Number
                && !isApart
                && token.Kind is SqlTokenKind.Number or SqlTokenKind.Separator
                && token.In(_sql) is not ","
            )
            || (before.In(_sql) is "." && token.Kind is SqlTokenKind.Keyword or SqlTokenKind.Number or SqlTokenKind.Text)
        )
        {
            _isUnderstood = false;
        }
    }

    private bool IsUnusual(SqlToken token) => token.Kind == SqlTokenKind.Operator && !PlainOperators.Contains(token.In(_sql).ToString());

    /// <summary>Whether a plus or minus belongs to what follows it.</summary>
    private bool IsSign(int index)
    {
        var token = _tokens[index];
        if (token.Kind != SqlTokenKind.Operator || token.In(_sql) is not ("-" or "+") || _tokens[_at].Kind == SqlTokenKind.Operator)
            return false;
        index = Before(index);
        return index < 0
            || _tokens[index].Kind is SqlTokenKind.Keyword or SqlTokenKind.Operator
            || _tokens[index].In(_sql) is "(" or "[" or "{" or ",";
    }

    /// <summary>A call has none; after a name that is not called, as in INSERT INTO t (a), it stays as it is.</summary>
    private bool SpaceBeforeParenthesis(int index, bool isApart)
    {
        var before = _tokens[index];
        if (before.Kind is SqlTokenKind.Keyword)
            return !IsOneOf(before, Calls);
        if (
            before.Kind is SqlTokenKind.Type or SqlTokenKind.QuotedIdentifier or SqlTokenKind.Identifier
            || before.In(_sql) is ")" or "]" or "}"
        )
        {
            return isApart;
        }

        return before.Kind != SqlTokenKind.Function || (isApart && !IsCall(Before(index)));
    }

    /// <summary>Whether what stands before a name shows that it is called.</summary>
    private bool IsCall(int index) =>
        index < 0
        || _tokens[index].Kind is SqlTokenKind.Operator
        || _tokens[index].In(_sql) is "(" or "[" or "{" or ","
        || (_tokens[index].Kind == SqlTokenKind.Keyword && !IsOneOf(_tokens[index], Namers));

    private bool IsOneOf(SqlToken token, string[] words) => words.Contains(token.In(_sql).ToString().ToUpperInvariant());
}
