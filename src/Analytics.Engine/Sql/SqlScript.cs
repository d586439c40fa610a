namespace Analytics.Engine.Sql;

/// <summary>A text of SQL with its tokens and statements; immutable, safe from any thread.</summary>
public sealed class SqlScript
{
    private readonly List<SqlToken> _tokens;

    private SqlScript(string text, List<SqlToken> tokens, List<Range> statements)
    {
        Text = text;
        _tokens = tokens;
        Statements = statements;
    }

    public string Text { get; }

    public IReadOnlyList<SqlToken> Tokens => _tokens;

    /// <summary>
    /// Each statement from its first to its last token, without semicolon and surrounding comments, as the engine
    /// divides the text; also where it could not parse it.
    /// </summary>
    public IReadOnlyList<Range> Statements { get; }

    /// <param name="text">The new text, which may hold several statements or none.</param>
    /// <param name="before">An earlier version of the same text, or null: statements before the first change are not read again.</param>
    public static SqlScript Read(string text, SqlScript? before = null)
    {
        var tokens = new List<SqlToken>(text.Length / 5 + 4);
        var kept = before?.TokensBefore(text.AsSpan().CommonPrefixLength(before.Text)) ?? 0;
        if (kept > 0)
            tokens.AddRange(before!._tokens[..kept]);
        SqlTokenizer.Read(text, kept > 0 ? tokens[^1].End : 0, tokens);
        return new SqlScript(text, tokens, Divide(text, tokens));
    }

    /// <summary>
    /// The statement to run when the cursor is here: the one around the offset or ending on its line; else, between two
    /// statements, the next one; after the last, the last one. Null for a text without any.
    /// </summary>
    /// <param name="offset">0-based, in UTF-16 units.</param>
    public Range? StatementAt(int offset)
    {
        if (Statements.Count == 0)
            return null;
        var next = FirstEndingAtOrAfter(offset);
        if (next < Statements.Count && Statements[next].Start.Value <= offset)
            return Statements[next];
        if (next > 0 && (next == Statements.Count || IsOneLine(Statements[next - 1].End.Value, offset)))
            return Statements[next - 1];
        return Statements[next];
    }

    /// <summary>Index of the token that covers an offset; -1 between tokens.</summary>
    public int TokenAt(int offset)
    {
        var index = FirstTokenEndingAfter(offset);
        return index < _tokens.Count && _tokens[index].Start <= offset ? index : -1;
    }

    /// <summary>Index of the first token that ends after an offset; the number of tokens if none does.</summary>
    public int FirstTokenEndingAfter(int offset)
    {
        var (low, high) = (0, _tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _tokens[middle].End > offset ? (low, middle) : (middle + 1, high);
        }
        return low;
    }

    /// <summary>How many tokens stand before the last semicolon that a change from an offset on leaves as it is, itself included.</summary>
    private int TokensBefore(int unchanged)
    {
        var index = FirstTokenEndingAfter(unchanged - 1);
        while (index > 0 && !IsSemicolon(Text, _tokens[index - 1]))
            index--;
        return index;
    }

    private int FirstEndingAtOrAfter(int offset)
    {
        var (low, high) = (0, Statements.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Statements[middle].End.Value >= offset ? (low, middle) : (middle + 1, high);
        }
        return low;
    }

    private bool IsOneLine(int from, int to) => Text.AsSpan(from, Math.Min(to, Text.Length) - from).IndexOfAny('\n', '\r') < 0;

    private static bool IsSemicolon(string text, SqlToken token) => token.Kind == SqlTokenKind.Separator && text[token.Start] == ';';

    private static List<Range> Divide(string text, List<SqlToken> tokens)
    {
        var statements = new List<Range>();
        int start = -1,
            end = -1;
        foreach (var token in tokens)
        {
            if (IsSemicolon(text, token))
                End();
            else if (token.Kind != SqlTokenKind.Comment)
                (start, end) = (start < 0 ? token.Start : start, token.End);
        }
        End();
        return statements;

        void End()
        {
            if (start >= 0)
                statements.Add(start..end);
            start = -1;
        }
    }
}
