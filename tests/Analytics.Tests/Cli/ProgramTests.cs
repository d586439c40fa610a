using System.Text;
using Analytics.Cli;
using Analytics.Engine.Export;
using Analytics.Engine.Queries;
using Analytics.Engine.Sessions;
using Analytics.Tests.Tui;

namespace Analytics.Tests.Cli;

/// <summary>
/// The program against the same code in this process: what a native program would lose (a type that only reflection finds, a library
/// that is not beside it) shows as a difference.
/// </summary>
[Trait("Category", "Program")]
public sealed class ProgramTests : IDisposable
{
    private static readonly Home RealHome = Home.Find(AnalyticsProcess.Repository);
    private static readonly QueryCatalog Catalog = new(RealHome.Queries);

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Queries => [.. Catalog.Names()];

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_canned_query_gives_the_same_bytes_in_each_format(string name)
    {
        var values = Values(Catalog.Get(name));
        string[] arguments = ["run", name, "--quiet", .. values.SelectMany(v => new[] { "--param", $"{v.Key}={v.Value}" })];
        foreach (var format in ResultPrinter.Formats)
        {
            var file = _folder.File("rows" + format.Endings[0]);
            AnalyticsProcess.Run([.. arguments, "-o", file, "--force"]).ShouldBe(new Outcome(0, "", ""));
            var expected = Written(name, values, format);
            File.ReadAllBytes(file).ShouldBe(expected, format.Name);
            if (format.NeedsFile)
                continue;
            AnalyticsProcess.Run([.. arguments, "--format", format.Name]).ShouldBe(new Outcome(0, Encoding.UTF8.GetString(expected), ""));
        }
    }

    [Theory]
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

    [Theory]
    [InlineData("check")]
    [InlineData("build")]
    public void Curated_data_with_a_critical_fault_end_with_3(string command)
    {
        Copy("data", "curated");
        Copy("seeds");
        var observations = _folder.File(Path.Combine("data", "curated", "observations.csv"));
        File.AppendAllText(observations, File.ReadLines(observations).Last() + "\n");
        AnalyticsProcess.Run(command, "--home", _folder.Path, "--quiet").ExitCode.ShouldBe(3);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A county with few figures, where a query asks for one.</summary>
    private static Dictionary<string, string?> Values(QueryFile query) =>
        query.Parameters.Any(p => p.Name == "county") ? new() { ["county"] = "沿河土家族自治县" } : [];

    private static byte[] Written(string name, Dictionary<string, string?> values, ExportFormat format)
    {
        using var session = AnalyticsSession.Open(new SessionOptions(RealHome, [], Memory: "200MB"));
        using var query = session.Run(Catalog.Get(name), values);
        var stream = new MemoryStream();
        using (var writer = format.Open(stream, new WriteOptions()))
            writer.WriteAll(query);
        return stream.ToArray();
    }

    private void Copy(params string[] folder)
    {
        var (from, to) = (Path.Combine([AnalyticsProcess.Repository, .. folder]), _folder.File(Path.Combine(folder)));
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
