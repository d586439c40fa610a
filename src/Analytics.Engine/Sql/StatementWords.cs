namespace Analytics.Engine.Sql;

/// <summary>
/// The words of one statement, comments left out, for who looks for a few of them and needs no tree. Total: beyond the last word there is
/// none that is anything.
/// </summary>
internal sealed class StatementWords(string statement)
{
    private readonly List<SqlToken> _tokens = [.. SqlTokenizer.Read(statement).Where(t => t.Kind != SqlTokenKind.Comment)];

    public int Count => _tokens.Count;

    public bool Is(int at, string word) => at < Count && _tokens[at].In(statement).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsOneOf(int at, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Is(at, word))
                return true;
        }

        return false;
    }

    /// <summary>The parts of a name with dots, without quotes, and the first word behind it.</summary>
    public (IReadOnlyList<string> Parts, int Next) Name(int at)
    {
        List<string> parts = [Part(at++)];
        for (; Is(at, "."); at += 2)
            parts.Add(Part(at + 1));
        return (parts, at);
    }

    /// <summary>A name, or a part of one, without quotes; empty beyond the last word.</summary>
    public string Part(int at) => at < Count ? SqlTree.Unquote(_tokens[at].In(statement)) : "";

    /// <summary>The first of some words from a place on, outside brackets opened there; <see cref="Count"/> if there is none.</summary>
    public int Find(int from, params ReadOnlySpan<string> words)
    {
        var depth = 0;
        for (var at = from; at < Count; at++)
        {
            if (IsOneOf(at, "(", "[", "{"))
                depth++;
            else if (IsOneOf(at, ")", "]", "}"))
                depth--;
            else if (depth == 0 && IsOneOf(at, words))
                return at;
        }

        return Count;
    }

    /// <summary>Where a word begins and ends in the statement.</summary>
    public (int Start, int End) Place(int at) => (_tokens[at].Start, _tokens[at].End);

    /// <summary>The rest of the statement from an offset on, without the semicolon.</summary>
    public string From(int offset) => statement[offset..].TrimEnd().TrimEnd(';');
}
