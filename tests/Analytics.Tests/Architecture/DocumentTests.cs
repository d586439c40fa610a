using System.Text.RegularExpressions;

namespace Analytics.Tests.Architecture;

/// <summary>What is written about the program hangs together.</summary>
public partial class DocumentTests
{
    private static readonly string Decisions = Path.Combine(Repository.Root, "src", "decisions");

    [Fact]
    public void Every_link_leads_to_a_file()
    {
        var links = Pages()
            .SelectMany(page => Link().Matches(File.ReadAllText(page)).Select(m => (Page: page, To: m.Groups[1].Value)))
            .ToList();
        links.Count.ShouldBeGreaterThan(50);
        links
            .Where(l => !l.To.Contains("://", StringComparison.Ordinal) && !l.To.StartsWith('#'))
            .Where(l => !Path.Exists(Path.Combine(Path.GetDirectoryName(l.Page)!, l.To.Split('#')[0])))
            .Select(l => $"{Path.GetRelativePath(Repository.Root, l.Page)} → {l.To}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_decision_has_its_date_and_is_listed()
    {
        var list = File.ReadAllText(Path.Combine(Repository.Root, "src", "ARCHITECTURE.md"));
        foreach (var file in Directory.EnumerateFiles(Decisions))
        {
            var (name, lines) = (Path.GetFileName(file), File.ReadAllLines(file));
            lines[0].ShouldStartWith("# ");
            lines[2].ShouldBe(name[..10], name);
            list.ShouldContain($"- {name[..10]} [{lines[0][2..]}](decisions/{name})");
        }
    }

    /// <summary>The pages that people write.</summary>
    private static IEnumerable<string> Pages() =>
        Directory
            .EnumerateFiles(Repository.Root, "*.md")
            .Concat(new[] { "src", ".readme", ".github" }.SelectMany(Below))
            .Where(p => !p.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md", SearchOption.AllDirectories);

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
