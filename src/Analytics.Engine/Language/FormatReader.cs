namespace Analytics.Engine.Language;

/// <summary>Reads a statement into parts, deciding on case and spaces; gives up on what it does not understand.</summary>
sealed class FormatReader
{
    static readonly HashSet<string> PlainOperators =
    [
        "=", "==", "<>", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "//", "%", "||", "->", "->>", "~", "~~", "~~*", "!~", "!~~", "!~~*",
        "^", "**", "&", "&&", "|", "<<", ">>", "@>", "<@", "^@", "=>", ":=",
    ];

    /// <summary>Keywords that are written like functions.</summary>
    static readonly string[] Calls = ["CAST", "TRY_CAST"];

    /// <summary>Keywords after which a name is that of a table, with a list of its columns.</summary>
    static readonly string[] Namers = ["INTO", "TABLE", "VIEW", "AS", "WITH", "RECURSIVE", "MACRO", "FUNCTION"];

    readonly string sql;
    readonly SqlToken[] tokens;
    int at;
    bool isUnderstood = true;

    FormatReader(string sql, SqlToken[] tokens) => (this.sql, this.tokens) = (sql, tokens);

    /// <param name="tokens">Those of one statement, comments within it included.</param>
    public static IReadOnlyList<FormatPart>? Read(string sql, SqlToken[] tokens)
    {
        var reader = new FormatReader(sql, tokens);
        var parts = reader.Until(close: '\0');
        return reader.isUnderstood && reader.at == tokens.Length ? parts : null;
    }

    List<FormatPart> Until(char close)
    {
        var parts = new List<FormatPart>();
        for (; at < tokens.Length && isUnderstood && !(tokens[at].Kind == SqlTokenKind.Bracket && IsClosing(tokens[at])); at++)
            parts.Add(Part());
        var found = at < tokens.Length ? sql[tokens[at].Start] : '\0';
        isUnderstood &= found == close;
        return parts;
    }

    FormatPart Part()
    {
        var token = tokens[at];
        var text = token.In(sql).ToString();
        isUnderstood &= token.IsClosed && token.Kind != SqlTokenKind.Unknown && text != ";";
        if (token.Kind == SqlTokenKind.Comment)
            return new FormatPart(token.Kind, text, true) { OwnsLine = at > 0 && GapBefore(at).Contains('\n') };
        var part = new FormatPart(token.Kind, Cased(token, text), HasSpace());
        if (token.Kind != SqlTokenKind.Bracket)
            return part;
        at++;
        var close = text switch { "(" => ')', "[" => ']', _ => '}' };
        return part with { Inside = Until(close), Close = close.ToString() };
    }

    bool IsClosing(SqlToken token) => ")]}".Contains(sql[token.Start]);

    static string Cased(SqlToken token, string text) =>
        token.Kind is SqlTokenKind.Keyword or SqlTokenKind.Type && text.ToUpperInvariant() is var upper and not ("TRUE" or "FALSE") ? upper : text;

    string GapBefore(int index) => sql[tokens[index - 1].End..tokens[index].Start];

    /// <summary>Index of the last token before another that is no comment; -1 if there is none.</summary>
    int Before(int index)
    {
        do
            index--;
        while (index >= 0 && tokens[index].Kind == SqlTokenKind.Comment);
        return index;
    }

    bool HasSpace()
    {
        var index = Before(at);
        if (index < 0)
            return false;
        var (token, before) = (tokens[at], tokens[index]);
        var text = token.In(sql);
        var last = before.In(sql);
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
    void RefuseUnclear(SqlToken token, SqlToken before, bool isApart)
    {
        var isWord = token.Kind is SqlTokenKind.Identifier or SqlTokenKind.Keyword or SqlTokenKind.Type or SqlTokenKind.Function;
        if ((token.Kind == SqlTokenKind.Text && before.Kind == SqlTokenKind.Text)
            || (isWord && !isApart && before.Kind is SqlTokenKind.Number or SqlTokenKind.Text or SqlTokenKind.Parameter or SqlTokenKind.QuotedIdentifier)
            || (before.Kind == SqlTokenKind.Number && !isApart && token.Kind is SqlTokenKind.Number or SqlTokenKind.Separator && token.In(sql) is not ",")
            || (before.In(sql) is "." && token.Kind is SqlTokenKind.Keyword or SqlTokenKind.Number or SqlTokenKind.Text))
            isUnderstood = false;
    }

    bool IsUnusual(SqlToken token) => token.Kind == SqlTokenKind.Operator && !PlainOperators.Contains(token.In(sql).ToString());

    /// <summary>Whether a plus or minus belongs to what follows it.</summary>
    bool IsSign(int index)
    {
        var token = tokens[index];
        if (token.Kind != SqlTokenKind.Operator || token.In(sql) is not ("-" or "+") || tokens[at].Kind == SqlTokenKind.Operator)
            return false;
        index = Before(index);
        return index < 0 || tokens[index].Kind is SqlTokenKind.Keyword or SqlTokenKind.Operator || tokens[index].In(sql) is "(" or "[" or "{" or ",";
    }

    /// <summary>A call has none; after a name that is not called, as in INSERT INTO t (a), it stays as it is.</summary>
    bool SpaceBeforeParenthesis(int index, bool isApart)
    {
        var before = tokens[index];
        if (before.Kind is SqlTokenKind.Keyword)
            return !IsOneOf(before, Calls);
        if (before.Kind is SqlTokenKind.Type or SqlTokenKind.QuotedIdentifier or SqlTokenKind.Identifier || before.In(sql) is ")" or "]" or "}")
            return isApart;
        return before.Kind != SqlTokenKind.Function || (isApart && !IsCall(Before(index)));
    }

    /// <summary>Whether what stands before a name shows that it is called.</summary>
    bool IsCall(int index) =>
        index < 0
        || tokens[index].Kind is SqlTokenKind.Operator
        || tokens[index].In(sql) is "(" or "[" or "{" or ","
        || (tokens[index].Kind == SqlTokenKind.Keyword && !IsOneOf(tokens[index], Namers));

    bool IsOneOf(SqlToken token, string[] words) => words.Contains(token.In(sql).ToString().ToUpperInvariant());
}
