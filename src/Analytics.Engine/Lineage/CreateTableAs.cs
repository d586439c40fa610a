using Analytics.Engine.Sql;

namespace Analytics.Engine.Lineage;

/// <summary>A statement that makes a table of the rows of a query.</summary>
/// <param name="Name">The parts of the table's name, the last one its own.</param>
/// <param name="IsTemporary">Whether it goes with the session.</param>
/// <param name="Query">The query.</param>
internal sealed record CreateTableAs(IReadOnlyList<string> Name, bool IsTemporary, string Query)
{
    /// <summary>Null for other statements, and where the table may be there already and stay as it is.</summary>
    public static CreateTableAs? Read(string statement)
    {
        var tokens = SqlTokenizer.Read(statement).Where(t => t.Kind != SqlTokenKind.Comment).ToList();
        var at = 1;
        if (Is(at, "or") && Is(at + 1, "replace"))
            at += 2;
        var isTemporary = Is(at, "temp") || Is(at, "temporary");
        at += isTemporary ? 1 : 0;
        if (!Is(0, "create") || !Is(at, "table") || Is(at + 1, "if"))
            return null;
        var name = new List<string> { Text(++at) };
        while (Is(at + 1, "."))
            name.Add(Text(at += 2));
        var depth = 0;
        for (at++; at < tokens.Count; at++)
        {
            if (depth == 0 && Is(at, "as"))
                return new(name, isTemporary, statement[tokens[at].End..].TrimEnd().TrimEnd(';'));
            depth +=
                Is(at, "(") ? 1
                : Is(at, ")") ? -1
                : 0;
        }

        return null;

        bool Is(int index, string word) =>
            index < tokens.Count && tokens[index].In(statement).Equals(word, StringComparison.OrdinalIgnoreCase);

        string Text(int index) => index < tokens.Count ? SqlTree.Unquote(tokens[index].In(statement)) : "";
    }

    /// <summary>The full name of the table.</summary>
    /// <param name="database">The database that is used.</param>
    /// <param name="schema">Its schema.</param>
    public RelationName Table(string database, string schema) =>
        Name switch
        {
            [var name] => IsTemporary ? new("temp", "main", name) : new(database, schema, name),
            [var place, var name] => IsTemporary ? new("temp", "main", name) : new(database, place, name),
            _ => new(Name[^3], Name[^2], Name[^1]),
        };
}
