using System.Text.Json;

namespace Analytics.Tests.Cli;

/// <summary><c>analytics report</c> and <c>analytics verify</c>, run as a program.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Shipped_reports_are_without_fault() => AnalyticsProcess.Run("report", "--check").ShouldBe(new Outcome(0, "", ""));

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void The_four_themes_are_written_in_every_format_and_verified(string language)
    {
        var run = AnalyticsProcess.Run("report", "themes", "--lang", language, "--format", "html,docx,xlsx,markdown,pdf", "-o", To("out"));
        run.ExitCode.ShouldBe(0, run.Error);
        foreach (var ending in new[] { "docx", "xlsx" })
        {
            using var file = File.OpenRead(To($"out/themes.{ending}"));
            OfficeFile.Faults(file).ShouldBeEmpty();
        }

        var html = File.ReadAllText(To("out/themes.html"));
        html.ShouldContain("<div class=\"dark\"><svg");
        html.ShouldContain("<li id=\"source1\">");
        File.ReadAllText(To("out/themes.md")).ShouldContain("](themes-1.png)");
        AnalyticsProcess.Run("verify", To("out")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void The_same_report_is_the_same_bytes_in_every_format()
    {
        foreach (var folder in new[] { "a/out", "b/out" })
            Done("report", "article", "--lang", "zh", "--format", "html,docx,xlsx,markdown", "-o", To(folder));
        string[] names = [.. Directory.EnumerateFiles(To("a/out")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
        names.Length.ShouldBe(5);
        names.ShouldAllBe(n => File.ReadAllBytes(To("a/out/" + n)).SequenceEqual(File.ReadAllBytes(To("b/out/" + n))));
    }

    [Fact]
    public void A_file_that_was_changed_is_found_out()
    {
        Done("report", "training", "--lang", "en", "-o", To("out"));
        File.AppendAllText(To("out/training.html"), " ");
        var run = AnalyticsProcess.Run("verify", To("out"));
        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("training.html: has changed");
    }

    [Fact]
    public void A_query_that_fails_is_named_and_stops_nothing_else()
    {
        var report = _folder.File(
            "mine.yaml",
            """
            report: mine
            title: {zh: 我的, en: Mine}
            parts:
              - sql: SELECT no_such_column FROM figures
                title: {zh: 坏的, en: Broken}
              - query: training/shadowing
              - text: {zh: "共{n}条", en: "{n} in all"}
                values: {n: SELECT 1 + 1}
            """
        );
        var run = AnalyticsProcess.Run("report", report, "--lang", "en", "-o", To("out"));
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("sql:");
        var html = File.ReadAllText(To("out/mine.html"));
        html.ShouldContain("class=\"failure\"");
        html.ShouldContain("Sinan County");
        html.ShouldContain("2 in all");
        using var manifest = JsonDocument.Parse(File.ReadAllText(To("out/manifest.json")));
        var queries = manifest.RootElement.GetProperty("reports")[0].GetProperty("queries").EnumerateArray().ToArray();
        queries.Count(q => q.TryGetProperty("failure", out _)).ShouldBe(1);
        manifest.RootElement.GetProperty("complete").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void Faults_of_a_file_are_all_told_with_their_places()
    {
        var report = _folder.File(
            "mine.yaml",
            "report: mine\ntitle: {zh: 一, en: One}\nparts:\n  - query: training/shadwing\n  - text: \"{n}\"\n  - figure: 1\n"
        );
        var run = AnalyticsProcess.Run("report", report, "-o", To("out"));
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("mine.yaml:4:12");
        run.Error.ShouldContain("near: training/shadowing");
        run.Error.ShouldContain("mine.yaml:5:11");
        run.Error.ShouldContain("mine.yaml:6:5");
    }

    [Fact]
    public void Each_county_has_a_file_and_a_run_that_broke_off_goes_on()
    {
        string[] command = ["report", "monthly", "--lang", "zh", "--each", "county", "-o", To("out")];
        Done(command);
        var (name, text) = (To("out/manifest.json"), File.ReadAllText(To("out/manifest.json")));
        Directory.GetFiles(To("out"), "*.html").Length.ShouldBe(10);
        // As a run leaves it that was killed after the reports, with one of them damaged.
        File.WriteAllText(name, text.Replace("\"complete\": true", "\"complete\": false", StringComparison.Ordinal));
        File.WriteAllText(To("out/monthly-思南县.html"), "half");
        var again = AnalyticsProcess.Run(command);
        again.ExitCode.ShouldBe(0, again.Error);
        again.Error.Split("不再做").Length.ShouldBe(10);
        File.ReadAllText(name).ShouldBe(text);
        AnalyticsProcess.Run("verify", To("out")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Values_come_from_a_file_and_from_the_command()
    {
        var values = _folder.File("values.yaml", "county: 松桃\n");
        Done("report", "monthly", "--lang", "zh", "--param-file", values, "-o", To("a.html"));
        File.ReadAllText(To("a.html")).ShouldContain("<h1>松桃苗族自治县：报道里的数字</h1>");
        Done("report", "monthly", "--lang", "zh", "--param-file", values, "--param", "county=思南", "-o", To("b.html"));
        File.ReadAllText(To("b.html")).ShouldContain("<h1>思南县：报道里的数字</h1>");
    }

    [LibreOfficeFact]
    public void LibreOffice_reads_the_sentences_of_a_document_as_footnotes()
    {
        Done("report", "article", "--lang", "zh", "-o", To("a.docx"));
        LibreOffice.Convert(To("a.docx"), "txt:Text", _folder.Path);
        File.ReadAllText(To("a.txt")).ShouldContain("表1");
        // The plain text has captions whole, and no footnotes.
        LibreOffice.Convert(To("a.docx"), "html", _folder.Path);
        File.ReadAllText(To("a.html")).ShouldContain("000_fd58d0214c1a7816.txt");
    }

    private string To(string name) => Path.Combine(_folder.Path, name);

    private static void Done(params string[] arguments)
    {
        var run = AnalyticsProcess.Run(arguments);
        run.ExitCode.ShouldBe(0, run.Error);
    }
}
