using Analytics.Engine.Queries;

namespace Analytics.Engine.Tests.Lineage;

/// <summary>A statement that a researcher would write, with values of its parameters.</summary>
public sealed record Statement(string Name, string Sql, IReadOnlyList<(string Name, string? Value)> Parameters)
{
    /// <summary>The statements of the file (each after a line <c>-- name | parameter=value …</c>) and all canned queries.</summary>
    public static IReadOnlyDictionary<string, Statement> All { get; } = Written().Concat(Canned()).ToDictionary(s => s.Name);

    /// <summary>SQL that names the file by its path.</summary>
    public static string WithPaths(string sql) => sql.Replace("'mine.csv'", $"'{LineageSession.Folder}/mine.csv'");

    public override string ToString() => Name;

    private static IEnumerable<Statement> Written() =>
        File.ReadAllText(Path.Combine(LineageSession.Folder, "Statements.sql"))
            .Split("-- ", StringSplitOptions.RemoveEmptyEntries)
            .Select(text =>
            {
                var head = text[..text.IndexOf('\n')].Split(" | ");
                var values = head.Skip(1).SelectMany(v => v.Split(' ')).Select(v => v.Split('=')).Select(v => (v[0], (string?)v[1]));
                return new Statement(head[0], WithPaths(text[text.IndexOf('\n')..].Trim()), [.. values]);
            });

    private static IEnumerable<Statement> Canned()
    {
        var catalog = new QueryCatalog(TestHome.Real.Queries);
        return catalog
            .Names()
            .Select(catalog.Get)
            .Select(q => new Statement(q.Name, q.Statement, [.. q.Parameters.Select(p => (p.Name, p.Required ? "思南县" : p.Default))]));
    }
}
