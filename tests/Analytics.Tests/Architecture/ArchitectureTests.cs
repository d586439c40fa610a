using Analytics.Charts;
using Analytics.Terminal.Text;

namespace Analytics.Tests.Architecture;

/// <summary>The rules of src/ARCHITECTURE.md that files show; those of types are in <see cref="LayerTests"/>.</summary>
public class ArchitectureTests
{
    private static readonly string Source = Path.Combine(Repository.Root, "src");

    [Fact]
    public void Types_of_Parquet_Net_do_not_show() =>
        new[] { typeof(Engine.Sessions.AnalyticsSession).Assembly, typeof(Curation.CurationProject).Assembly }
            .SelectMany(a => a.GetExportedTypes())
            .SelectMany(t => t.GetMembers())
            .SelectMany(m => m is System.Reflection.MethodBase method ? method.GetParameters().Select(p => p.ParameterType) : [])
            .ShouldAllBe(t => t.Assembly.GetName().Name != "Parquet");

    [Theory]
    [InlineData(@"namespace Analytics\.Console\b", "it would hide System.Console")]
    [InlineData(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b", "time is injected as TimeProvider")]
    [InlineData(@"\bConsole\.(KeyAvailable|ReadKey|ReadLine|Read|In)\b", "System.Console's input undoes raw mode")]
    [InlineData(@"\.Normalize\(", "without ICU it does nothing, silently")]
    [InlineData(@"class \w*(Manager|Helper|Utils?)\b", "name the noun or the verb")]
    public void No_source_line_has(string pattern, string reason)
    {
        foreach (var (file, number, text) in Lines(Source, "."))
            text.ShouldNotMatch(pattern, $"{file}:{number}: {reason}");
    }

    [Fact]
    public void No_line_is_wider_than_140_columns()
    {
        // In columns as a terminal counts them, so that a line of Chinese fits the same windows: its characters take two.
        var wide = Lines(Repository.Root, "src", "tests").Select(l => (l.File, l.Number, Width: CellText.Width(l.Text)));
        wide.Where(l => l.Width > 140).Select(l => $"{l.File}:{l.Number} has {l.Width} columns").ShouldBeEmpty();
    }

    [Fact]
    public void The_solution_has_no_platform_that_nobody_builds()
    {
        // "dotnet sln add" brings x64 and x86 back for every project.
        var solution = File.ReadAllLines(Path.Combine(Repository.Root, "Analytics.sln"));
        solution.Where(l => l.Contains('|') && !l.Contains("|Any CPU")).ShouldBeEmpty();
    }

    [Fact]
    public void Top_level_folders_are_those_of_the_design()
    {
        var folders = Directory
            .GetDirectories(Repository.Root)
            .Select(Path.GetFileName)
            .Where(f => !f!.StartsWith('.') && f is not ("artifacts" or "TestResults"));
        folders.Order().ShouldBe(["data", "queries", "seeds", "src", "tests"]);
    }

    [ReviewedFontFact]
    public void The_bundled_font_has_every_character_of_the_data_and_the_catalogue()
    {
        var texts = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "queries"), "*.sql", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "data", "curated"), "*.csv"))
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "seeds"), "*.txt"))
            .Select(File.ReadAllText);
        foreach (var text in texts)
            GlyphCoverage.Missing(text.Replace("\n", "").Replace("\r", "").Replace("\t", "")).ShouldBeEmpty();
    }

    /// <summary>The lines of all C# files below some folders, build outputs left out; files by their paths from the root.</summary>
    private static IEnumerable<(string File, int Number, string Text)> Lines(string root, params string[] folders) =>
        from folder in folders
        from file in Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(root, file)
        where !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")
        from line in File.ReadLines(file).Select((text, index) => (path, index + 1, text))
        select line;
}
