namespace Analytics.Engine.Sql;

/// <summary>What kinds of things may stand at a place, and the keywords, types and settings that fit what is typed.</summary>
internal sealed record PlaceKinds(bool Expressions, bool Columns, bool Tables, IReadOnlyList<GrammarWord> Words)
{
    public static PlaceKinds None { get; } = new(false, false, false, []);

    /// <param name="grammar">The engine's; null where there is none, then neighbouring words decide.</param>
    /// <param name="sql">The text that the tokens are ranges of.</param>
    /// <param name="before">The tokens of the statement before the typed word.</param>
    /// <param name="prefix">What is typed of the word so far; empty between words.</param>
    public static PlaceKinds Read(EngineGrammar? grammar, string sql, SqlToken[] before, string prefix)
    {
        var text = grammar is null ? null : GrammarText.Shorten(sql, before);
        var words = text is null ? [] : grammar!.After(text);
        return words.Count == 0
            ? FromNeighbours(sql, before)
            : FromGrammar(words, prefix.Length == 0 ? words : grammar!.Next(text + prefix));
    }

    private static PlaceKinds FromGrammar(IReadOnlyList<GrammarWord> possible, IReadOnlyList<GrammarWord> fitting)
    {
        // Where any name may stand the grammar lists every word that may be one.
        var takesNames =
            possible.Any(w => w is { Type: "keyword", Text: "abort " or "abort" })
            && possible.All(w => w.Text.Trim() != "select" || w.Type != "keyword");
        return new PlaceKinds(
            possible.Any(w => w.Type == "scalar_function"),
            possible.Any(w => w.Type == "column"),
            possible.Any(w => w.Type is "table" or "table_function") && possible.All(w => w.Type != "scalar_function"),
            [
                .. fitting
                    .Select(w => w with { Text = w.Text.Trim() })
                    .Where(w =>
                        w.Type is "keyword" or "type" or "setting"
                        && w.Text.Length > 0
                        && (char.IsAsciiLetter(w.Text[0]) || w.Text[0] == '_')
                    )
                    .Where(w => w.Type != "keyword" || !takesNames || SqlWords.In(SqlWords.Reserved, w.Text)),
            ]
        );
    }

    /// <summary>For text that the grammar cannot read: tables after FROM and its like, otherwise anything.</summary>
    private static PlaceKinds FromNeighbours(string sql, SqlToken[] before)
    {
        var last = before.Length == 0 ? "" : before[^1].In(sql).ToString().ToLowerInvariant();
        var tables = last is "from" or "join" or "into" or "update" or "table" or "describe" or "summarize";
        var words = before.Length == 0 ? SqlWords.Heads.Concat(["select", "from", "with"]) : SqlWords.Reserved;
        return new PlaceKinds(
            !tables,
            !tables,
            tables,
            [.. words.Order(StringComparer.Ordinal).Select(w => new GrammarWord(w, "keyword"))]
        );
    }
}
