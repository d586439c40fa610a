namespace Analytics.Engine.Sql;

/// <summary>A token, or a pair of brackets with what stands between them.</summary>
/// <param name="Token">Index of the token, or of the opening bracket.</param>
/// <param name="Close">Index of the closing bracket; -1 if it is missing; <paramref name="Token"/> for a single token.</param>
/// <param name="Children">What stands between the brackets; null for a single token.</param>
internal sealed record SqlNode(int Token, int Close, IReadOnlyList<SqlNode>? Children);

/// <summary>
/// The tokens of one statement with their brackets paired, comments left out. Total: a bracket without partner holds the rest, or is
/// dropped.
/// </summary>
internal sealed class SqlTree
{
    private readonly SqlScript _script;

    private SqlTree(SqlScript script, IReadOnlyList<SqlNode> roots)
    {
        _script = script;
        Roots = roots;
    }

    public IReadOnlyList<SqlNode> Roots { get; }

    /// <param name="script">The text and tokens; indexes of nodes refer to its tokens.</param>
    /// <param name="statement">Its range in the text of the script.</param>
    public static SqlTree Read(SqlScript script, Range statement)
    {
        var index = script.FirstTokenEndingAfter(statement.Start.Value);
        var levels = new Stack<(int Open, List<SqlNode> Nodes)>([(-1, [])]);
        for (; index < script.Tokens.Count && script.Tokens[index].Start < statement.End.Value; index++)
        {
            if (script.Tokens[index].Kind != SqlTokenKind.Comment)
                Add(script, index, levels);
        }

        while (levels.Count > 1)
            Close(levels, -1);
        return new SqlTree(script, levels.Pop().Nodes);
    }

    public SqlToken Token(SqlNode node) => _script.Tokens[node.Token];

    public ReadOnlySpan<char> Text(SqlNode node) => Token(node).In(_script.Text);

    public bool Is(SqlNode node, string word) => Text(node).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsKeyword(SqlNode node, string word) => Token(node).Kind == SqlTokenKind.Keyword && Is(node, word);

    public bool IsName(SqlNode node) =>
        Token(node).Kind is SqlTokenKind.Identifier or SqlTokenKind.QuotedIdentifier or SqlTokenKind.Function;

    /// <summary>A name without its quotes.</summary>
    public string Name(SqlNode node) => Unquote(Text(node));

    /// <summary>Whether brackets hold a query.</summary>
    public bool IsQuery(SqlNode node) => node.Children is { Count: > 0 } children && IsQuery(children);

    public bool IsQuery(IReadOnlyList<SqlNode> nodes) =>
        nodes.Count > 0
        && Token(nodes[0]).Kind == SqlTokenKind.Keyword
        && Text(nodes[0]) is var word
        && (IsOneOf(word, "select", "from", "with") || IsOneOf(word, "values", "pivot", "unpivot"));

    /// <summary>Whether an offset lies within brackets.</summary>
    public bool Covers(SqlNode node, int offset) =>
        node.Children is not null && Token(node).End <= offset && (node.Close < 0 || offset <= _script.Tokens[node.Close].Start);

    public static string Unquote(ReadOnlySpan<char> name) =>
        name.StartsWith("\"") ? name[1..].TrimEnd('"').ToString().Replace("\"\"", "\"") : name.ToString();

    private static bool IsOneOf(ReadOnlySpan<char> word, string a, string b, string c) =>
        word.Equals(a, StringComparison.OrdinalIgnoreCase)
        || word.Equals(b, StringComparison.OrdinalIgnoreCase)
        || word.Equals(c, StringComparison.OrdinalIgnoreCase);

    private static void Add(SqlScript script, int index, Stack<(int Open, List<SqlNode> Nodes)> levels)
    {
        var token = script.Tokens[index];
        if (token.Kind != SqlTokenKind.Bracket)
            levels.Peek().Nodes.Add(new SqlNode(index, index, null));
        else if ("([{".Contains(script.Text[token.Start]))
            levels.Push((index, []));
        else if (levels.Count > 1)
            Close(levels, index);
    }

    private static void Close(Stack<(int Open, List<SqlNode> Nodes)> levels, int close)
    {
        var (open, nodes) = levels.Pop();
        levels.Peek().Nodes.Add(new SqlNode(open, close, nodes));
    }
}
