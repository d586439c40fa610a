using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tests.Files;

public class SheetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_column_has_the_type_that_its_cells_share()
    {
        var path = Written(
            "县|人数|收入|占比|日期|中文日期|自定|时间|是|编号|混\n"
                + "碧江区|12|1033.12|%:0.8578|d:45356|c:45356|y:45356.5|t:0.5|b:1|s:00123|1\n"
                + "松桃县||7|%:1|d:59|c:61|y:60|t:0.25|b:0|s:7|二"
        );
        using var session = TestHome.Open(open: path);
        Lines(session, "book")
            .ShouldBe([
                "县 VARCHAR,人数 BIGINT,收入 DOUBLE,占比 DOUBLE,日期 DATE,中文日期 DATE,自定 TIMESTAMP,时间 TIME,是 BOOLEAN,"
                    + "编号 VARCHAR,混 VARCHAR",
                "碧江区,12,1033.12,0.8578,2024-03-05,2024-03-05,2024-03-05 12:00:00,12:00:00,true,00123,1",
                "松桃县,NULL,7.0,1.0,1900-02-28,1900-03-01,1900-02-28 00:00:00,06:00:00,false,7,二",
            ]);
        session.TakeRemarks().Select(r => r.En).ShouldContain("book.xlsx: '占比' are percentages: 0.8578 is 85.78 %.");
    }

    [Fact]
    public void Days_of_the_other_calendar_are_the_same_days()
    {
        var path = Book.Write(_folder.File("mac.xlsx"), [("Sheet1", "日\nd:43894", "")], is1904: true);
        using var session = TestHome.Open(open: path);
        Lines(session, "mac")[1].ShouldBe("2024-03-05");
    }

    [Fact]
    public void Errors_lost_formulas_and_codes_that_lost_digits_are_listed_with_their_cells()
    {
        var path = Written("县|人数|代码\n碧江区|e:#DIV/0!|522201199001011234\n松桃县|f:SUM(B1:B2)|522229199001011234\n石阡县|5|1");
        using var session = TestHome.Open(open: path);
        Lines(session, "book")[0].ShouldBe("县 VARCHAR,人数 BIGINT,代码 VARCHAR");
        var said = string.Join('\n', session.TakeRemarks().Select(r => r.En));
        said.ShouldContain("errors are read as blank in 1 cell: B2 #DIV/0!");
        said.ShouldContain("formulas without a stored value are read as blank in 1 cell: B3");
        said.ShouldContain(
            "lost their last ones when they were stored and are read as text, of no use as codes, in 2 cells: C2 5222011990010112"
        );
        session.LossRemarks.Count.ShouldBe(2);
    }

    [Fact]
    public void Titles_are_skipped_and_two_rows_of_names_are_joined_over_merged_cells()
    {
        var path = Written(
            "铜仁市培训情况表||||\n单位：人次\n县|培训||收入|\n|期数|人次|集体|人均\n碧江区|3|1063|5.5|1.2",
            "A1:E1 A3:A4 B3:C3 D3:E3"
        );
        using var session = TestHome.Open(open: path);
        Lines(session, "book")
            .ShouldBe(["县 VARCHAR,培训_期数 BIGINT,培训_人次 BIGINT,收入_集体 DOUBLE,收入_人均 DOUBLE", "碧江区,3,1063,5.5,1.2"]);
        var said = string.Join('\n', session.TakeRemarks().Select(r => r.En));
        said.ShouldContain("named by rows 3–4");
        said.ShouldContain("before the header row 1, 2 was skipped");
    }

    [Fact]
    public void The_first_sheet_that_holds_anything_is_read_and_the_others_are_named()
    {
        var path = Book.Write(
            _folder.File("book.xlsx"),
            [("-底稿", "a\n1", ""), ("空", "", ""), ("月报", "b\n2", ""), ("附表", "c\n3", "")]
        );
        using var session = TestHome.Open(open: path);
        Lines(session, "book").ShouldBe(["b BIGINT", "2"]);
        session.TakeRemarks()[0].En.ShouldBe("book.xlsx: sheet '月报' is read, named by row 1; others: 空, 附表; hidden: 底稿.");
    }

    [Theory]
    [InlineData("底稿", "a BIGINT|1")]
    [InlineData("月报!B2:C3", "y BIGINT,z BIGINT|4,5")]
    [InlineData("B2:C3", "y BIGINT,z BIGINT|4,5")]
    public void A_sheet_and_a_range_can_be_asked_for(string part, string expected)
    {
        var path = Book.Write(_folder.File("book.xlsx"), [("月报", "标题\nx|y|z\n3|4|5\n6|7|8", ""), ("-底稿", "a\n1", "")]);
        using var session = TestHome.Open(open: $"t={path}#{part}");
        Lines(session, "t").ShouldBe(expected.Split('|'));
        session.Opened[0].Argument.ShouldBe($"t={path}#{part}");
        FileInspector.Inspect($"{path}#{part}").Tables[0].Rows.ShouldBe(1);
    }

    /// <summary>The file was made with LibreOffice from a workbook of the same cells.</summary>
    [Fact]
    public void A_book_of_excel_97_is_read_with_its_formats_merged_names_and_hidden_sheets()
    {
        var path = Path.Combine(Repository.Root, "tests", "Analytics.Engine.Tests", "Files", "old.xls");
        using var session = TestHome.Open(open: path);
        Lines(session, "old")
            .ShouldBe([
                "县 VARCHAR,培训_期数 BIGINT,培训_人次 DOUBLE,占比 DOUBLE,日期 DATE,编号 VARCHAR",
                "碧江区,3,1063.5,0.8578,2024-03-05,00123",
                "松桃县,4,980.0,1.0,2024-03-06,007",
            ]);
        var said = session.TakeRemarks().Select(r => r.En).ToList();
        said[0].ShouldBe("old.xls: sheet '月报' is read, named by rows 2–3; hidden: 底稿.");
        said.ShouldContain("old.xls: '占比' are percentages: 0.8578 is 85.78 %.");
        said.ShouldContain("old.xls: cells with errors of an .xls are read like blank ones and cannot be listed; an .xlsx lists them.");
    }

    [Fact]
    public void Sql_opens_a_file_that_it_names_once_and_by_a_free_name()
    {
        var path = Written("a\n1\n2");
        using var session = TestHome.Open();
        session.Run("CREATE TABLE book AS SELECT 1").Dispose();
        var sql = session.WithOpenedFiles(
            $"SELECT 'open_file' AS x, (SELECT max(a) FROM open_file('{path}')) FROM Open_File('{path}') -- open_file('y')"
        );
        sql.ShouldBe("SELECT 'open_file' AS x, (SELECT max(a) FROM memory.main.\"book_2\") FROM memory.main.\"book_2\" -- open_file('y')");
        session.Opened.Single().Name.ShouldBe("book_2");
        using var rows = ResultTable.Read(session.Run(sql));
        rows.Text(1, 1).ShouldBe("2");
        Should.Throw<UserException>(() => session.WithOpenedFiles("FROM open_file('none.csv')")).Message.ShouldContain("no such file");
        Should.Throw<UserException>(() => session.WithOpenedFiles("FROM open_file('book.doc')")).Message.ShouldContain("no such file");
        using var safe = TestHome.Open(safe: true);
        Should.Throw<UserException>(() => safe.WithOpenedFiles($"FROM open_file('{path}')")).Message.ShouldContain("safe mode");
    }

    [Fact]
    public void A_sheet_that_is_not_there_is_told_with_those_that_are()
    {
        var path = Written("a\n1");
        Should
            .Throw<UserException>(() => TestHome.Open(open: path + "#月报"))
            .Message.ShouldContain("there is no sheet '月报'; there are 月报表");
    }

    [Fact]
    public void Books_that_cannot_be_read_get_a_sentence()
    {
        var binary = _folder.File("binary.xlsb");
        using (var zip = System.IO.Compression.ZipFile.Open(binary, System.IO.Compression.ZipArchiveMode.Create))
            zip.CreateEntry("xl/workbook.bin");
        Refusal(binary).ShouldContain("binary workbook (.xlsb)");
        var web = _folder.File("web.xls", "<html><table><tr><td>县</td></tr></table></html>");
        Refusal(web).ShouldContain("rather a web page or a text");
        var secret = _folder.File("secret.xlsx");
        File.WriteAllBytes(secret, Convert.FromBase64String(Secret));
        Refusal(secret).ShouldContain("protected by a password");

        static string Refusal(string path) => Should.Throw<UserException>(() => FileInspector.Inspect(path)).Message;
    }

    [Fact]
    public void Lines_within_cells_and_rows_of_different_width_are_read()
    {
        var path = Written("县|备注\n碧江区|s:一\t\"二\"\n" + string.Concat(Enumerable.Repeat("思南县\n", 40)) + "石阡县|x|y|1");
        using var session = TestHome.Open(open: path);
        var lines = Lines(session, "book");
        lines[0].ShouldBe("县 VARCHAR,备注 VARCHAR,column2 VARCHAR,column3 BIGINT");
        lines[1].ShouldBe("碧江区,一\t\"二\",NULL,NULL");
        lines[^1].ShouldBe("石阡县,x,y,1");
    }

    /// <summary>The beginning of a compound file that holds an encrypted package, as Excel writes it.</summary>
    private static readonly string Secret = Convert.ToBase64String([
        0xD0,
        0xCF,
        0x11,
        0xE0,
        0xA1,
        0xB1,
        0x1A,
        0xE1,
        .. new byte[1016],
        .. System.Text.Encoding.Unicode.GetBytes("EncryptedPackage"),
        .. new byte[992],
    ]);

    private string Written(string rows, string merged = "") => Book.Write(_folder.File("book.xlsx"), [("月报表", rows, merged)]);

    /// <summary>Names with types, then the cells of each row.</summary>
    private static List<string> Lines(AnalyticsSession session, string table)
    {
        using var rows = ResultTable.Read(session.Run($"FROM {table}"));
        var columns = Enumerable.Range(0, rows.Columns.Count).ToArray();
        return
        [
            string.Join(',', rows.Columns.Select(c => $"{c.Name} {c.Type}")),
            .. Enumerable.Range(0, (int)rows.RowCount).Select(row => string.Join(',', columns.Select(c => rows.Text(row, c) ?? "NULL"))),
        ];
    }
}
