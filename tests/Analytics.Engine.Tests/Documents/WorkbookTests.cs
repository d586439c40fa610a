using System.Xml.Linq;
using Analytics.Engine.Export;

namespace Analytics.Engine.Tests.Documents;

public class WorkbookTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Hard = """
        SELECT 1 AS whole, 9007199254740993 AS large, 1033.12::DECIMAL(18,2) AS money, 0.8578 AS share, DATE '2024-03-05' AS day,
            TIMESTAMP '2024-03-05 12:00:00' AS moment, TIME '18:00:00' AS hour, true AS flag, '=1+1' AS formula, '00123' AS code,
            '<&>_x0041_' || chr(1) AS strange, NULL AS nothing, DATE '1899-12-31' AS early, [1, 2] AS list, 'nan'::DOUBLE AS nan
        """;

    [Fact]
    public void Hard_values_make_a_workbook_that_the_validator_accepts()
    {
        var (file, _) = Write(Hard);
        OfficeFile.Faults(file).ShouldBeEmpty();
    }

    [Fact]
    public void Values_have_the_types_that_a_spreadsheet_knows()
    {
        var (file, _) = Write(Hard);
        var cells = Rows(file, 1)[1];
        cells[0].Element(Main + "v")!.Value.ShouldBe("1");
        cells[2].Element(Main + "v")!.Value.ShouldBe("1033.12");
        cells[4].Element(Main + "v")!.Value.ShouldBe("45356");
        cells[5].Element(Main + "v")!.Value.ShouldBe("45356.5");
        cells[6].Element(Main + "v")!.Value.ShouldBe("0.75");
        (cells[7].Attribute("t")!.Value, cells[7].Value).ShouldBe(("b", "1"));
        cells[9].Value.ShouldBe("00123");
        cells[11].IsEmpty.ShouldBeTrue();
        cells[13].Value.ShouldBe("[1, 2]");
    }

    [Fact]
    public void No_cell_is_a_formula_and_escapes_of_the_format_stay_texts()
    {
        var (file, _) = Write(Hard);
        var sheet = OfficeFile.Part(file, "xl/worksheets/sheet1.xml");
        sheet.ShouldNotContain("<f");
        var cells = Rows(file, 1)[1];
        (cells[8].Attribute("t")!.Value, cells[8].Value).ShouldBe(("inlineStr", "=1+1"));
        cells[10].Value.ShouldBe("<&>_x005F_x0041__x0001_");
    }

    [Fact]
    public void What_a_spreadsheet_would_change_is_text_and_said_to_be()
    {
        var (file, remarks) = Write(Hard);
        var cells = Rows(file, 1)[1];
        foreach (var (at, text) in new[] { (1, "9007199254740993"), (12, "1899-12-31"), (14, "nan") })
            (cells[at].Attribute("t")!.Value, cells[at].Value).ShouldBe(("inlineStr", text));
        remarks.Single().En.ShouldStartWith("3 numbers are text");
        Rows(file, 2).SelectMany(r => r).ShouldContain(c => c.Value.StartsWith("3 numbers are text", StringComparison.Ordinal));
    }

    [Fact]
    public void The_head_stands_still_filters_and_prints_on_every_page()
    {
        var (file, _) = Write("SELECT 1 AS a, '铜仁市' AS b");
        var sheet = OfficeFile.Part(file, "xl/worksheets/sheet1.xml");
        sheet.ShouldContain("state=\"frozen\"");
        sheet.ShouldContain("<autoFilter ref=\"A1:B2\"/>");
        OfficeFile.Part(file, "xl/workbook.xml").ShouldContain("_xlnm.Print_Titles");
    }

    [Fact]
    public void Rows_beyond_the_end_of_a_sheet_go_on_on_the_next_one()
    {
        const int Rows = 1_048_600;
        var (file, _) = Write($"SELECT range AS n FROM range({Rows})");
        var all = new[] { 1, 2 }.Select(n => OfficeFile.Part(file, $"xl/worksheets/sheet{n}.xml")).ToArray();
        all.Sum(s => s.Split("<row>").Length - 2).ShouldBe(Rows);
        all[1].ShouldContain($"<v>{Rows - 1}</v>");
        OfficeFile.Part(file, "xl/workbook.xml").ShouldContain("data (2)");
    }

    [Fact]
    public void The_same_rows_make_the_same_bytes() => Write(Hard).File.ToArray().ShouldBe(Write(Hard).File.ToArray());

    [Fact]
    public void A_text_longer_than_a_cell_is_cut_and_said_to_be()
    {
        var (file, remarks) = Write("SELECT repeat('铜', 40000) AS t");
        Rows(file, 1)[1][0].Value.Length.ShouldBe(32_767);
        remarks.Single().Zh.ShouldStartWith("1 个文本被截断");
    }

    [Fact]
    public void Html_encodes_whatever_rows_hold()
    {
        var html = System.Text.Encoding.UTF8.GetString(Write("SELECT '<script>alert(1)</script>' AS \"a<b\"", "html").File.ToArray());
        html.ShouldContain("<td>&lt;script&gt;alert(1)&lt;/script&gt;</td>");
        html.ShouldContain("a&lt;b");
        html.Split("<script>").Length.ShouldBe(2);
    }

    private static (MemoryStream File, IReadOnlyList<Localized> Remarks) Write(string sql, string format = "xlsx")
    {
        using var session = TestHome.Open();
        var stream = new MemoryStream();
        using var writer = ExportFormats.All.First(f => f.Name == format).Open(stream, new WriteOptions());
        using var query = session.Run(sql);
        writer.WriteAll(query, default);
        stream.Position = 0;
        return (stream, writer.Remarks);
    }

    private static IReadOnlyList<XElement[]> Rows(Stream file, int sheet) =>
        [
            .. XDocument
                .Parse(OfficeFile.Part(file, $"xl/worksheets/sheet{sheet}.xml"))
                .Descendants(Main + "row")
                .Select(r => r.Elements(Main + "c").ToArray()),
        ];
}
