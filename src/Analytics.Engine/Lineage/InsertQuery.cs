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
        var words = new StatementWords(statement);
        if (!words.Is(0, "insert") || !words.Is(1, "into"))
            return null;
        var (target, at) = words.Name(2);
        var columns = new List<string>();
        if (words.Is(at, "(") && !StartsQuery(at + 1))
        {
            for (at++; at < words.Count && !words.Is(at - 1, ")"); at++)
            {
                if (!words.IsOneOf(at, ",", ")"))
                    columns.Add(words.Part(at));
            }
        }

        return StartsQuery(at) ? new(target, columns, words.From(words.Place(at).Start)) : null;

        bool StartsQuery(int index) => words.IsOneOf(index, "select", "from", "with");
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
