using System.Text.RegularExpressions;
using Analytics.Engine.Tables;

namespace Analytics.Curation.Tests;

/// <summary>The data of this repository itself.</summary>
public partial class RealDataTests
{
    private static readonly string Home = FindHome();

    [Fact]
    public void The_curated_data_has_no_critical_finding() =>
        CurationProject.Load(Home).Check().Where(f => f.Severity == Severity.Critical).ShouldBeEmpty();

    [Fact]
    public void The_committed_tables_are_built_from_the_committed_input() => CurationProject.Load(Home).CheckBuilt().ShouldBeEmpty();

    [Fact]
    public void A_rebuild_gives_the_committed_bytes()
    {
        var copy = Directory.CreateTempSubdirectory("rebuild-").FullName;
        try
        {
            CopyFolder(Path.Combine(Home, "data", "curated"), Path.Combine(copy, "curated"));
            CurationProject.Load(Home, copy, ProductTables.Derived).Build().Built.ShouldBeTrue();
            foreach (var file in Directory.EnumerateFiles(copy))
            {
                File.ReadAllBytes(file)
                    .AsSpan()
                    .SequenceEqual(File.ReadAllBytes(Path.Combine(Home, "data", Path.GetFileName(file))))
                    .ShouldBeTrue($"{Path.GetFileName(file)} differs: run `analytics build` and commit data/");
            }
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    [Fact]
    public void Every_numeral_of_the_sources_is_accounted_for_once()
    {
        var scope = CurationProject.Load(Home).Scope;
        var tokens = scope.Corpus.Sources.Values.Sum(s => Numeral().Count(s.Text));
        tokens.ShouldBe(508);
        var claims = scope.Observations.Cast<Located>().Concat(scope.Exclusions).Select(l => l.Number.ShouldNotBeNull()).ToList();
        claims.Sum(c => Numeral().Count(c.Flow.RawText(c.Start, c.End))).ShouldBe(tokens);
        claims.Select(c => (c.Flow.Source.File, c.RawStart)).ShouldBeUnique();
    }

    private static string FindHome()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Analytics.sln")))
            folder = folder.Parent.ShouldNotBeNull();
        return folder.FullName;
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)?")]
    private static partial Regex Numeral();
}
