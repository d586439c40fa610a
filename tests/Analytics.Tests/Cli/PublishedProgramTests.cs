using System.Diagnostics;
using System.Text;
using Analytics.Cli;
using Analytics.Engine.Export;
using Analytics.Engine.Queries;
using Analytics.Engine.Sessions;

namespace Analytics.Tests.Cli;

/// <summary>
/// The published program against the same code in this process, which is compiled while it runs: what a native program would lose
/// (a type that only reflection finds, a library that is not beside it) shows as a difference.
/// </summary>
[Trait("Category", "Program")]
public sealed class PublishedProgramTests : IDisposable
{
    private static readonly Home RealHome = Home.Find(Repository.Root);
    private static readonly QueryCatalog Catalog = new(RealHome.Queries);

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Queries => [.. Catalog.Names()];

    [PublishedTheory]
    [MemberData(nameof(Queries))]
    public void A_canned_query_gives_the_same_bytes_in_each_format(string name)
    {
        var values = Values(Catalog.Get(name));
        string[] arguments = ["run", name, "--quiet", .. values.SelectMany(v => new[] { "--param", $"{v.Key}={v.Value}" })];
        using var session = AnalyticsSession.Open(new SessionOptions(RealHome, [], Memory: "200MB"));
        foreach (var format in ResultPrinter.Formats.Where(f => !IsDocument(f)))
        {
            var expected = Written(session, name, values, format);
            string[] printed = [.. arguments, "--format", format.Name];
            if (format.NeedsFile)
            {
                InFile(arguments, format).ShouldBe(expected, format.Name);
            }
            else if (format.Name is "table" or "markdown")
            {
                // What is said below the rows (caveats, why there are none) is the program's: the ordinary build's bytes are expected.
                var ordinary = AnalyticsProcess.RunOrdinary(printed);
                ordinary.Output.ShouldStartWith(Encoding.UTF8.GetString(expected), customMessage: format.Name);
                AnalyticsProcess.Run(printed).ShouldBe(ordinary, format.Name);
            }
            else
            {
                AnalyticsProcess.Run(printed).Output.ShouldBe(Encoding.UTF8.GetString(expected), format.Name);
            }
        }
    }

    /// <summary>Sentences and caveats in them are the program's, not a writer's alone.</summary>
    [PublishedTheory]
    [InlineData("training/comparable")]
    [InlineData("collective_income/money")]
    public void A_document_has_the_same_bytes_as_that_of_the_ordinary_build(string name)
    {
        foreach (var format in ResultPrinter.Formats.Where(IsDocument))
        {
            var file = _folder.File("document" + format.Endings[0]);
            string[] arguments = ["run", name, "--lang", "zh", "-o", file, "--force", "--quiet"];
            AnalyticsProcess.RunOrdinary(arguments).ShouldBe(new Outcome(0, "", ""), format.Name);
            var expected = File.ReadAllBytes(file);
            File.Delete(file);
            AnalyticsProcess.Run(arguments).ShouldBe(new Outcome(0, "", ""), format.Name);
            File.ReadAllBytes(file).ShouldBe(expected, format.Name);
        }
    }

    [PublishedTheory]
    [InlineData("png")]
    [InlineData("svg")]
    [InlineData("pdf")]
    public void A_chart_has_the_same_bytes_as_that_of_the_ordinary_build(string format)
    {
        var file = _folder.File("chart." + format);
        string[] arguments = ["chart", "education/qualification_enrolment", "--lang", "zh", "-o", file, "--force", "--quiet"];
        AnalyticsProcess.RunOrdinary(arguments).ShouldBe(new Outcome(0, "", ""));
        var expected = File.ReadAllBytes(file);
        File.Delete(file);
        AnalyticsProcess.Run(arguments).ShouldBe(new Outcome(0, "", ""));
        File.ReadAllBytes(file).ShouldBe(expected);
    }

    /// <summary>A pipe that nobody writes to: who opens it waits for ever.</summary>
    [PublishedTheory]
    [InlineData("query", "select 42")]
    [InlineData("list")]
    public void Settings_of_the_console_s_framework_in_the_current_folder_are_not_opened(params string[] arguments)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, ".tui"));
        using (var pipe = Process.Start("mkfifo", [Path.Combine(_folder.Path, ".tui", "config.json")]))
            pipe.WaitForExit();
        AnalyticsProcess.RunFrom(_folder.Path, [.. arguments, "--home", Repository.Root]).ExitCode.ShouldBe(0);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A county with few figures, where a query asks for one.</summary>
    private static Dictionary<string, string?> Values(QueryFile query) =>
        query.Parameters.Any(p => p.Name == "county") ? new() { ["county"] = "沿河土家族自治县" } : [];

    private static bool IsDocument(ExportFormat format) => format.Name is "xlsx" or "html" or "docx";

    private static byte[] Written(AnalyticsSession session, string name, Dictionary<string, string?> values, ExportFormat format)
    {
        using var query = session.Run(Catalog.Get(name), values);
        var stream = new MemoryStream();
        using (var writer = format.Open(stream, new WriteOptions()))
            writer.WriteAll(query);
        return stream.ToArray();
    }

    private byte[] InFile(string[] arguments, ExportFormat format)
    {
        var file = _folder.File("rows" + format.Endings[0]);
        AnalyticsProcess.Run([.. arguments, "-o", file]).ShouldBe(new Outcome(0, "", ""), format.Name);
        return File.ReadAllBytes(file);
    }
}

/// <summary>A test that only a published program can fail; the gate publishes one and names it.</summary>
internal sealed class PublishedTheoryAttribute : TheoryAttribute
{
    public PublishedTheoryAttribute() => Skip = AnalyticsProcess.Published is null ? "ANALYTICS_PROGRAM names no published program" : null;
}
