using Analytics.Engine.Sql;

namespace Analytics.Engine.Lineage;

/// <summary>A statement that adds the rows of a query to a table.</summary>
/// <param name="Target">The parts of the table's name, the last one its own.</param>
/// <param name="Columns">Those that it names, in the order of the query's; empty where it names none.</param>
/// <param name="Query">The query.</param>
internal sealed record InsertQuery(IReadOnlyList<string> Target, IReadOnlyList<string> Columns, string Query)
{
    public string Catalog => Target.Count > 2 ? Target[^3] : "";

    public string Schema => Target.Count > 1 ? Target[^2] : "";

    public string Name => Target[^1];

    /// <summary>
    /// Null for other statements, typed values among them, and where rows may be placed otherwise than one behind the other.
    /// </summary>
    public static InsertQuery? Read(string statement)
    {
        var tokens = SqlTokenizer.Read(statement).Where(t => t.Kind != SqlTokenKind.Comment).ToList();
        if (!Is(0, "insert") || !Is(1, "into"))
            return null;
        var at = 2;
        var target = new List<string> { Text(at++) };
        while (Is(at, "."))
        {
            target.Add(Text(at + 1));
            at += 2;
        }

        var columns = new List<string>();
        if (Is(at, "(") && !StartsQuery(at + 1))
        {
            for (at++; at < tokens.Count && !Is(at - 1, ")"); at++)
            {
                if (!Is(at, ",") && !Is(at, ")"))
                    columns.Add(Text(at));
            }
        }

        return StartsQuery(at) ? new(target, columns, statement[tokens[at].Start..].TrimEnd().TrimEnd(';')) : null;

        bool StartsQuery(int index) => Is(index, "select") || Is(index, "from") || Is(index, "with");

        bool Is(int index, string word) =>
            index < tokens.Count && tokens[index].In(statement).Equals(word, StringComparison.OrdinalIgnoreCase);

        string Text(int index) => index < tokens.Count ? SqlTree.Unquote(tokens[index].In(statement)) : "";
    }

    /// <summary>For each column of the table the index of the query's that goes there; null where one gets none.</summary>
    public List<int>? Places(IReadOnlyList<string> table)
    {
        if (Columns.Count == 0)
            return [.. Enumerable.Range(0, table.Count)];
        var named = Columns.ToList();
        List<int> places = [.. table.Select(c => named.FindIndex(n => string.Equals(n, c, StringComparison.OrdinalIgnoreCase)))];
        return places.Contains(-1) || named.Count != table.Count ? null : places;
    }
}
