using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tables;

/// <summary>
/// The SQL function <c>place_id(name)</c>: the id of the place that people mean by a name, NULL where there is none, an error where
/// several bear it. A macro over constants made of the table <c>alias</c>, so that joins on it hash, evidence reads through it, and no
/// statement needs more than the table.
/// </summary>
internal static class PlaceFunction
{
    public const string Name = "place_id";

    /// <summary>The table that it is made of.</summary>
    public const string Table = "alias";

    /// <summary>The table's column of names.</summary>
    public const string Alias = "alias";

    /// <summary>Its parameter.</summary>
    public const string Parameter = "name";

    /// <summary>Makes the function anew of what the table holds now.</summary>
    /// <returns>The expression that it stands for.</returns>
    public static string Create(DuckDbConnection connection)
    {
        var names = connection
            .Rows($"SELECT folded, place_id FROM {ProductTables.Qualified(Table)}", row => (Folded: row.Text(0), Place: row.Text(1)))
            .Distinct()
            .OrderBy(n => n.Folded, StringComparer.Ordinal)
            .ThenBy(n => n.Place, StringComparer.Ordinal)
            .GroupBy(n => n.Folded, n => n.Place)
            .ToList();
        var folded = $"translate(lower({Parameter}), {SqlText.Literal(FoldedName.Letters)}, {SqlText.Literal(FoldedName.Plain)})";
        var found = names.Where(n => n.Count() == 1).Select(n => $"{SqlText.Literal(n.Key)}: {SqlText.Literal(n.Single())}");
        var shared = names.Where(n => n.Count() > 1).Select(n => $"WHEN {SqlText.Literal(n.Key)} THEN error({SqlText.Literal(Ask(n))})");
        var id = $"MAP {{{string.Join(", ", found)}}}[{folded}]";
        var cases = string.Join(' ', shared);
        var definition = cases.Length == 0 ? id : $"CASE {folded} {cases} ELSE {id} END";
        connection.Execute($"CREATE OR REPLACE MACRO {ProductTables.Qualified(Name)}({Parameter}) AS {definition}");
        return definition;
    }

    private static string Ask(IGrouping<string, string> name) =>
        $"'{name.Key}' may be {string.Join(" or ", name)}; write which. “{name.Key}”可指 {string.Join("、", name)}，请写明。";
}
