using System.Text.Json;

namespace Analytics.Tests.Cli;

/// <summary>A result without a row: an exit code of its own where that is asked for, and a word in the envelope.</summary>
[Trait("Category", "Program")]
public sealed class EmptyResultTests : IDisposable
{
    private const string None = "SELECT 1 AS a WHERE false";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(5, "a\n", "query", None, "--format", "csv")]
    [InlineData(0, "a\n1\n", "query", "SELECT 1 AS a", "--format", "csv")]
    [InlineData(0, "a\n", "query", "SELECT 1 AS a", "--format", "csv", "--max-rows", "0")]
    [InlineData(5, "a,obs_ids\n", "query", None, "--format", "csv", "--obs-ids")]
    [InlineData(5, "a\n", "query", None, "--format", "csv", "--strict", "population")]
    [InlineData(5, "", "query", "CREATE TABLE t AS SELECT 1 AS a", "--format", "csv")]
    [InlineData(5, "", "evidence", "--sql", "SELECT 1 AS a", "--format", "csv", "--no-header")]
    [InlineData(5, "", "run", "education/county", "--param", "county=江口", "--format", "csv", "--no-header")]
    public void Where_it_is_asked_for_no_row_is_an_exit_code_after_the_same_output(int exitCode, string output, params string[] command)
    {
        var run = AnalyticsProcess.Run([.. command, "--fail-if-empty", "--quiet"]);
        (run.ExitCode, run.Output).ShouldBe((exitCode, output), run.Error);
        run.Error.Contains("The result has no rows (--fail-if-empty).", StringComparison.Ordinal).ShouldBe(exitCode == 5);
        AnalyticsProcess.Run([.. command, "--quiet"]).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("rows.csv", "a\n")]
    [InlineData("rows.xlsx", null)]
    public void A_file_is_written_all_the_same(string name, string? text)
    {
        var run = AnalyticsProcess.Run("query", None, "-o", _folder.File(name), "--fail-if-empty", "--lang", "zh");
        run.ExitCode.ShouldBe(5, run.Error);
        run.Error.ShouldContain("结果没有行（--fail-if-empty）。");
        File.Exists(_folder.File(name)).ShouldBeTrue();
        if (text is not null)
            File.ReadAllText(_folder.File(name)).ShouldBe(text);
    }

    [Fact]
    public void A_picture_of_nothing_replaces_none_that_is_there()
    {
        var picture = _folder.File("a.svg");
        File.WriteAllText(picture, "old");
        var run = AnalyticsProcess.Run("chart", "--sql", "SELECT 'a' AS k, 1 AS v LIMIT 0", "-o", picture, "--force", "--fail-if-empty");
        (run.ExitCode, run.Output).ShouldBe((5, ""), run.Error);
        File.ReadAllText(picture).ShouldBe("old");
    }

    [Theory]
    [InlineData("empty", None)]
    [InlineData("rows", "SELECT 1 AS a")]
    [InlineData("rows", "SELECT 1 AS a", "--max-rows", "0")]
    public void The_envelope_has_a_word_for_it(string outcome, params string[] query)
    {
        var run = AnalyticsProcess.Run(["query", .. query, "--format", "json", "--envelope"]);
        JsonDocument.Parse(run.Output).RootElement.GetProperty("outcome").GetString().ShouldBe(outcome);
    }
}
