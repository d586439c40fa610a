namespace Analytics.Engine.Sql;

/// <summary>A clause of a query: its keywords and what follows them. The first may have no keywords (CREATE … AS, INSERT …).</summary>
internal readonly record struct FormatClause(string Head, IReadOnlyList<FormatPart> Body);

/// <summary>Divides the parts of a query into its clauses.</summary>
internal static class FormatClauses
{
    private static readonly string[] JoinWords =
    [
        "NATURAL",
        "ASOF",
        "POSITIONAL",
        "CROSS",
        "INNER",
        "LEFT",
        "RIGHT",
        "FULL",
        "SEMI",
        "ANTI",
        "OUTER",
        "JOIN",
    ];

    public static bool IsQuery(IReadOnlyList<FormatPart> parts) =>
        parts.FirstOrDefault(p => p.Kind != SqlTokenKind.Comment)
            is { Kind: SqlTokenKind.Keyword, Text: "SELECT" or "FROM" or "WITH" or "VALUES" };

    public static IReadOnlyList<FormatClause> Divide(IReadOnlyList<FormatPart> parts)
    {
        var clauses = new List<FormatClause>();
        var (head, start) = ("", 0);
        for (var i = 0; i < parts.Count; i++)
        {
            var length = HeadLength(parts, i);
            if (length == 0)
                continue;
            if (head.Length > 0 || i > start)
                clauses.Add(new FormatClause(head, [.. parts.Take(start..i)]));
            head = string.Join(' ', parts.Skip(i).Take(length).Select(p => p.Text));
            start = i + length;
            i = start - 1;
        }
        clauses.Add(new FormatClause(head, [.. parts.Skip(start)]));
        return clauses;
    }

    /// <summary>How many parts from an index on are the keywords that begin a clause; 0 if none begins there.</summary>
    private static int HeadLength(IReadOnlyList<FormatPart> parts, int i)
    {
        if (parts[i].Kind != SqlTokenKind.Keyword)
            return 0;
        var next = i + 1 < parts.Count && parts[i + 1].Kind == SqlTokenKind.Keyword ? parts[i + 1].Text : "";
        return parts[i].Text switch
        {
            "SELECT" => next is "DISTINCT" or "ALL" ? 2 : 1,
            "WHERE" or "HAVING" or "QUALIFY" or "LIMIT" or "OFFSET" or "VALUES" or "WINDOW" => 1,
            "GROUP" or "ORDER" => next == "BY" ? 2 : 0,
            "FROM" => IsDistinctFrom(parts, i) ? 0 : 1,
            "WITH" => i == 0 || parts[i - 1].Is("AS") || parts.Take(i).All(p => p.Kind == SqlTokenKind.Comment)
                ? next == "RECURSIVE"
                    ? 2
                    : 1
                : 0,
            "UNION" or "INTERSECT" or "EXCEPT" => i > 0 && parts[i - 1].Text == "*" ? 0 : SetOperatorLength(parts, i, next),
            var word when JoinWords.Contains(word) => JoinLength(parts, i),
            _ => 0,
        };
    }

    private static bool IsDistinctFrom(IReadOnlyList<FormatPart> parts, int i) =>
        i > 1 && parts[i - 1].Is("DISTINCT") && (parts[i - 2].Is("IS") || parts[i - 2].Is("NOT"));

    private static int SetOperatorLength(IReadOnlyList<FormatPart> parts, int i, string next)
    {
        var length = next is "ALL" or "DISTINCT" ? 2 : 1;
        return i + length + 1 < parts.Count && parts[i + length].Is("BY") ? length + 2 : length;
    }

    private static int JoinLength(IReadOnlyList<FormatPart> parts, int i)
    {
        var length = 0;
        while (i + length < parts.Count && parts[i + length].Kind == SqlTokenKind.Keyword && JoinWords.Contains(parts[i + length].Text))
        {
            if (parts[i + length++].Text == "JOIN")
                return length;
        }

        return 0;
    }
}
