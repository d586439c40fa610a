namespace Analytics.Engine.Sql;

/// <summary>What a line of SQL inherits from those before it; the default is the beginning of a text.</summary>
public readonly record struct SqlLineState
{
    internal SqlOpening Open { get; init; }

    /// <summary>The last token of the statement so far, and its first word.</summary>
    internal string? Previous { get; init; }

    internal SqlTokenKind PreviousKind { get; init; }

    internal string? Head { get; init; }

    /// <summary>One bit for each open bracket, the innermost lowest: whether it is that of a CAST.</summary>
    internal ulong Casts { get; init; }
}

/// <summary>Cuts SQL into tokens as the engine reads it. Total: any text has tokens, unclosed ones reach to its end.</summary>
public static class SqlTokenizer
{
    /// <summary>The tokens of a whole text, in order.</summary>
    public static IReadOnlyList<SqlToken> Read(string sql)
    {
        var tokens = new List<SqlToken>(sql.Length / 5 + 4);
        Read(sql, 0, tokens);
        return tokens;
    }

    /// <summary>The tokens of one line without its line end; those that go on in the next line are not closed.</summary>
    /// <param name="line">One line; positions of tokens count from its start.</param>
    /// <param name="state">What the line inherits; afterwards, what the next one does.</param>
    public static IReadOnlyList<SqlToken> ReadLine(string line, ref SqlLineState state)
    {
        var tokens = new List<SqlToken>();
        var (at, open) = (0, state.Open);
        if (!open.IsNothing)
        {
            var kind = open.Kind;
            at = SqlScanner.Close(line, 0, ref open);
            if (at > 0)
                tokens.Add(new SqlToken(kind, 0, at, open.IsNothing));
        }
        if (open.IsNothing)
            open = Scan(line, at, tokens);
        var classifier = new Classifier(line, state);
        classifier.Run(tokens, 0);
        state = classifier.State(open);
        return tokens;
    }

    /// <summary>Adds the tokens from a place between two statements on.</summary>
    internal static void Read(string sql, int at, List<SqlToken> tokens)
    {
        var first = tokens.Count;
        Scan(sql, at, tokens);
        new Classifier(sql, default).Run(tokens, first);
    }

    private static SqlOpening Scan(ReadOnlySpan<char> sql, int at, List<SqlToken> tokens)
    {
        SqlOpening open = default;
        while (at < sql.Length)
        {
            if (char.IsWhiteSpace(sql[at]))
            {
                at++;
                continue;
            }
            var token = SqlScanner.Next(sql, at, out open);
            tokens.Add(token);
            at = token.End;
        }
        return open;
    }

    /// <summary>Says of each word what it is, walking once over the tokens.</summary>
    private ref struct Classifier(string sql, SqlLineState before)
    {
        private ReadOnlySpan<char> _previous = before.Previous;
        private SqlTokenKind _previousKind = before.PreviousKind;
        private ReadOnlySpan<char> _head = before.Head;
        private ulong _casts = before.Casts;

        public void Run(List<SqlToken> tokens, int first)
        {
            var next = first;
            for (var i = first; i < tokens.Count; i++)
            {
                var token = tokens[i];
                if (token.Kind == SqlTokenKind.Comment)
                    continue;
                if (token.Kind == SqlTokenKind.Identifier)
                {
                    next = NextOf(tokens, Math.Max(next, i + 1));
                    tokens[i] = token = token with { Kind = KindOf(token, next < tokens.Count ? tokens[next] : default) };
                }
                Pass(token);
            }
        }

        public readonly SqlLineState State(SqlOpening open) =>
            new()
            {
                Open = open,
                Previous = _previous.IsEmpty ? null : _previous.ToString(),
                PreviousKind = _previousKind,
                Head = _head.IsEmpty ? null : _head.ToString(),
                Casts = _casts,
            };

        private static int NextOf(List<SqlToken> tokens, int index)
        {
            while (index < tokens.Count && tokens[index].Kind == SqlTokenKind.Comment)
                index++;
            return index;
        }

        private readonly SqlTokenKind KindOf(SqlToken token, SqlToken next) =>
            SqlWords.Classify(
                token.In(sql),
                new WordContext
                {
                    Previous = _previous,
                    PreviousKind = _previousKind,
                    Next = next.In(sql),
                    NextKind = next.Kind,
                    Head = _head,
                    IsInCast = (_casts & 1) == 1,
                    IsApart = token.Start == 0 || char.IsWhiteSpace(sql[token.Start - 1]),
                }
            );

        private readonly bool IsCast() =>
            _previous.Equals("cast", StringComparison.OrdinalIgnoreCase)
            || _previous.Equals("try_cast", StringComparison.OrdinalIgnoreCase);

        private void Pass(SqlToken token)
        {
            var text = token.In(sql);
            if (text is ";")
            {
                _previous = _head = default;
                _previousKind = default;
                _casts = 0;
                return;
            }
            if (token.Kind == SqlTokenKind.Bracket)
                _casts = "([{".Contains(text[0]) ? (_casts << 1) | (IsCast() ? 1UL : 0) : _casts >> 1;
            if (_head.IsEmpty && token.Kind is SqlTokenKind.Keyword or SqlTokenKind.Identifier or SqlTokenKind.Function)
                _head = _head.IsEmpty ? text : _head;
            _previous = text;
            _previousKind = token.Kind;
        }
    }
}
