namespace Analytics.Tests.Cli;

/// <summary>Results as workbooks, web pages and documents, run as a program.</summary>
public sealed class OfficeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("training/shadowing", "zh")]
    [InlineData("education/levels", "en")]
    [InlineData("collective_income/money", "zh")]
    public void A_canned_query_makes_a_workbook_that_the_validator_accepts(string query, string language)
    {
        using var file = new FileStream(Written("run", query, "--lang", language, "-o", _folder.File("out.xlsx")), FileMode.Open);
        OfficeFile.Faults(file).ShouldBeEmpty();
    }

    [Fact]
    public void Rows_of_a_workbook_lead_to_their_sentences_and_these_back()
    {
        using var file = new FileStream(
            Written("run", "training/shadowing", "--lang", "zh", "-o", _folder.File("out.xlsx")),
            FileMode.Open
        );
        var (data, sources) = (OfficeFile.Part(file, "xl/worksheets/sheet1.xml"), OfficeFile.Part(file, "xl/worksheets/sheet2.xml"));
        data.ShouldContain("location=\"&#39;来源&#39;!A2\"");
        sources.ShouldContain("location=\"&#39;数据&#39;!R2\"");
        sources.ShouldContain("推荐选派35名优秀村干部、村党组织书记后备力量赴其他区县、市州和东莞市跟岗学习。");
        OfficeFile.Part(file, "xl/worksheets/sheet3.xml").ShouldContain("对象不同");
    }

    [Fact]
    public void A_bound_stands_beside_its_number()
    {
        const string Sql = "SELECT county_zh, value FROM measured WHERE qualifier = 'min' ORDER BY obs_id LIMIT 3";
        using var file = new FileStream(Written("query", Sql, "--lang", "zh", "-o", _folder.File("out.xlsx")), FileMode.Open);
        var data = OfficeFile.Part(file, "xl/worksheets/sheet1.xml");
        data.ShouldContain("value（读作）");
        data.Split("≥").Length.ShouldBe(4);
    }

    [Fact]
    public void Numbers_in_html_lead_to_sentences_and_each_sentence_back()
    {
        var html = File.ReadAllText(Written("run", "training/shadowing", "--lang", "zh", "-o", _folder.File("out.html")));
        html.ShouldContain("<a id=\"cite1-1\" href=\"#source1\">[1]</a>");
        html.ShouldContain("<li id=\"source1\">");
        html.ShouldContain("href=\"#cite1-1\"");
        html.ShouldContain("<mark>推荐选派35名优秀村干部");
        html.ShouldNotContain("://");
    }

    [Fact]
    public void The_same_command_makes_the_same_bytes()
    {
        var first = File.ReadAllBytes(Written("run", "training/shadowing", "--lang", "zh", "-o", _folder.File("out.xlsx")));
        var again = File.ReadAllBytes(Written("run", "training/shadowing", "--lang", "zh", "--force", "-o", _folder.File("out.xlsx")));
        again.ShouldBe(first);
    }

    [Fact]
    public void A_statement_without_a_table_writes_no_workbook()
    {
        var path = _folder.File("out.xlsx");
        var run = AnalyticsProcess.Run("query", "CREATE TABLE t (a INT)", "-o", path);
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("xlsx needs one");
        File.Exists(path).ShouldBeFalse();
    }

    [LibreOfficeFact]
    public void LibreOffice_reads_what_the_workbook_says()
    {
        var file = Written("run", "training/shadowing", "--lang", "zh", "-o", _folder.File("out.xlsx"));
        LibreOffice.Convert(file, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", _folder.Path);
        var data = File.ReadAllText(_folder.File("out-数据.csv"));
        data.ShouldContain("碧江区");
        data.ShouldContain("35名");
        data.ShouldContain("[1]");
        File.ReadAllText(_folder.File("out-来源.csv")).ShouldContain("003_79c1e505a44a4db6.txt");
        File.ReadAllText(_folder.File("out-说明.csv")).ShouldContain("对象不同");
    }

    private static string Written(params string[] arguments)
    {
        var run = AnalyticsProcess.Run(arguments);
        run.ExitCode.ShouldBe(0, run.Error);
        return arguments[^1];
    }
}
