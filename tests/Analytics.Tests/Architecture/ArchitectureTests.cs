using System.Text.RegularExpressions;
using Analytics.Charts;
using Analytics.Tests.Cli;

namespace Analytics.Tests.Architecture;

/// <summary>The rules of src/ARCHITECTURE.md, held.</summary>
public partial class ArchitectureTests
{
    private static readonly string Source = Path.Combine(AnalyticsProcess.Repository, "src");

    [Theory]
    [InlineData("Analytics.Native", "")]
    [InlineData("Analytics.DuckDb", "")]
    [InlineData("Analytics.Engine", "Analytics.DuckDb")]
    [InlineData("Analytics.Curation", "Analytics.DuckDb")]
    [InlineData("Analytics.Charts", "Analytics.Native")]
    [InlineData("Analytics.Terminal", "")]
    [InlineData("Analytics", "Analytics.Charts Analytics.Curation Analytics.Engine Analytics.Terminal")]
    public void Projects_reference_only_what_lies_below(string project, string allowed)
    {
        var text = File.ReadAllText(Path.Combine(Source, project, project + ".csproj"));
        var references = ProjectReference().Matches(text).Select(m => m.Groups[1].Value).Order();
        string.Join(' ', references).ShouldBe(allowed);
    }

    [Theory]
    [InlineData("Analytics/Cli", "Analytics.Tui")]
    [InlineData("Analytics/Actions", "Analytics.Tui")]
    [InlineData("Analytics/Actions", "Analytics.Cli")]
    [InlineData("Analytics/Tui", "Analytics.Cli")]
    public void Front_ends_do_not_know_each_other(string folder, string forbidden)
    {
        var last = forbidden[(forbidden.LastIndexOf('.') + 1)..];
        foreach (var (file, line) in Lines(folder))
        {
            // The one place where batch hands over to the console.
            if (!file.EndsWith("CommandLine.cs", StringComparison.Ordinal))
                line.ShouldNotMatch($@"\bAnalytics\.{last}\b|^using {last}\b|\b{last}\.[A-Z]", file);
        }
    }

    [Fact]
    public void Native_declarations_do_not_leave_their_assemblies() =>
        new[] { typeof(DuckDb.DuckDbDatabase).Assembly, typeof(ChartSpec).Assembly }
            .SelectMany(a => a.GetExportedTypes())
            .ShouldAllBe(t => !t.Namespace!.EndsWith(".Native", StringComparison.Ordinal));

    [Theory]
    [InlineData(@"namespace Analytics\.Console\b", "it would hide System.Console")]
    [InlineData(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b", "time is injected as TimeProvider")]
    [InlineData(@"\bConsole\.(KeyAvailable|ReadKey|ReadLine|Read|In)\b", "System.Console's input undoes raw mode")]
    [InlineData(@"\.Normalize\(", "without ICU it does nothing, silently")]
    [InlineData(@"class \w*(Manager|Helper|Utils?)\b", "name the noun or the verb")]
    public void No_source_line_has(string pattern, string reason)
    {
        foreach (var (file, line) in Lines("."))
            line.ShouldNotMatch(pattern, $"{file}: {reason}");
    }

    [Fact]
    public void Top_level_folders_are_those_of_the_design()
    {
        var folders = Directory
            .GetDirectories(AnalyticsProcess.Repository)
            .Select(Path.GetFileName)
            .Where(f => !f!.StartsWith('.') && f is not ("artifacts" or "TestResults"));
        folders.Order().ShouldBe(["data", "queries", "seeds", "src", "tests"]);
    }

    [Fact]
    public void The_bundled_font_has_every_character_of_the_data_and_the_catalogue()
    {
        var texts = Directory
            .EnumerateFiles(Path.Combine(AnalyticsProcess.Repository, "queries"), "*.sql", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(AnalyticsProcess.Repository, "data", "curated"), "*.csv"))
            .Concat(Directory.EnumerateFiles(Path.Combine(AnalyticsProcess.Repository, "seeds"), "*.txt"))
            .Select(File.ReadAllText);
        foreach (var text in texts)
            GlyphCoverage.Missing(text.Replace("\n", "").Replace("\r", "").Replace("\t", "")).ShouldBeEmpty();
    }

    private static IEnumerable<(string File, string Line)> Lines(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(Source, folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .SelectMany(f => File.ReadLines(f).Select(l => (f, l)));

    [GeneratedRegex("<ProjectReference Include=\"[^\"]*/([^/\"]+)\\.csproj\"")]
    private static partial Regex ProjectReference();
}
