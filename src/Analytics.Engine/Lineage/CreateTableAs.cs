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
        var words = new StatementWords(statement);
        var at = words.Is(1, "or") && words.Is(2, "replace") ? 3 : 1;
        var isTemporary = words.IsOneOf(at, "temp", "temporary");
        at += isTemporary ? 1 : 0;
        if (!words.Is(0, "create") || !words.Is(at, "table") || words.Is(at + 1, "if"))
            return null;
        var (name, next) = words.Name(at + 1);
        var query = words.Find(next, "as");
        return query < words.Count ? new(name, isTemporary, words.From(words.Place(query).End)) : null;
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
