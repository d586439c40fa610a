using System.IO.Compression;
using System.Text;
using Analytics.Engine.Files;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tests.Files;

public class EncodingTests : IDisposable
{
    private const string Chinese = "县,培训人次,备注\n碧江区,1200,已完成\n松桃苗族自治县,980,\n";
    private const string Traditional = "縣市,人數,備註\n臺北市,1200,已完成\n高雄縣,980,資料來源不明\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string, string> Encoded =>
        new()
        {
            { "GB18030", Chinese, "GB18030" },
            { "Big5", Traditional, "Big5" },
            { "UTF-16LE", Chinese, "UTF-16LE" },
            { "UTF-16BE", Chinese, "UTF-16BE" },
            { "UTF-16LE", Chinese, "mark" },
            { "UTF-16BE", Chinese, "mark" },
            { "windows-1252", "name,café\nAndré,1\nZoë,2\n", "windows-1252" },
            { "UTF-8", Chinese, "" },
            { "UTF-8", Chinese, "UTF-8 mark" },
        };

    [Theory]
    [MemberData(nameof(Encoded))]
    public void A_text_is_read_in_its_encoding_and_the_encoding_is_said(string encoding, string text, string said)
    {
        var coding = TextEncoding.Get(encoding, DecoderFallback.ExceptionFallback);
        var path = _folder.File("a.csv");
        File.WriteAllBytes(path, [.. said.Contains("mark") ? coding.GetPreamble() : [], .. coding.GetBytes(text)]);
        using var session = TestHome.Open(open: path);
        var lines = text.TrimEnd().Split('\n');
        Cells(session, "a").ShouldBe(lines.Select(l => l.TrimEnd(',')));
        var remarks = session.TakeRemarks();
        if (encoding == "UTF-8")
            remarks.ShouldBeEmpty();
        else
            remarks.Single().En.ShouldContain(said == "mark" ? $"{encoding} (the file begins with its mark)" : $"read as {said} (guessed");
        FileInspector.Inspect(path).Found.Encoding.ShouldBe(encoding);
    }

    [Theory]
    [InlineData(".gz")]
    [InlineData(".zst")]
    public void A_packed_text_has_the_name_and_rows_of_what_is_in_it(string ending)
    {
        var path = _folder.File("figures.csv" + ending);
        using (var to = Packing(ending, File.Create(path)))
            to.Write(TextEncoding.Get("GB18030", DecoderFallback.ExceptionFallback).GetBytes(Chinese));
        var plain = _folder.File("plain.csv" + ending);
        using (var to = Packing(ending, File.Create(plain)))
            to.Write(Encoding.UTF8.GetBytes(Chinese));
        using var session = TestHome.Open(open: [path, plain]);
        Cells(session, "figures").ShouldBe(Cells(session, "plain"));
        FileInspector.Inspect(path).Tables[0].Rows.ShouldBe(2);
    }

    [Theory]
    [InlineData(".gz", "GB18030", false)]
    [InlineData(".zst", "GB18030", false)]
    [InlineData(".gz", "UTF-8", true)]
    [InlineData(".zst", "UTF-8", true)]
    public void A_packed_text_that_was_cut_off_is_refused_by_name_and_not_read_in_part(string ending, string encoding, bool isCleaned)
    {
        // Longer than what is looked at ahead, and of numbers that do not pack to nothing.
        var rows = string.Concat(Enumerable.Range(0, 400_000).Select(i => $"碧江区,{(long)i * 7919 % 1000003}\n"));
        var path = _folder.File("t.csv" + ending);
        using (var to = Packing(ending, File.Create(path)))
            to.Write(TextEncoding.Get(encoding, DecoderFallback.ExceptionFallback).GetBytes("县,数\n" + rows));
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^2000]);
        var options = new SessionOptions(TestHome.Real, [path], Memory: "200MB") { Clean = isCleaned ? [_folder.File("t.clean.sql")] : [] };
        Should.Throw<UserException>(() => AnalyticsSession.Open(options)).Text.En.ShouldContain($"t.csv{ending} cannot be opened");
    }

    [Theory]
    [InlineData("a;b\n1;2\n", ",", null, null, "a;b|1;2")]
    [InlineData("a,b\n1,2\n3,4\n", null, null, 0, "column0,column1|a,b|1,2|3,4")]
    [InlineData("表,\na,b\n1,2\n", null, 0, 1, "表,column1|a,b|1,2")]
    [InlineData("表\n\na,b\n1,2\n", null, 1, 1, "a,b|1,2")]
    [InlineData("人数,,钱\n男,女,元\n1,2,3\n", null, 0, 2, "人数_男,人数_女,钱_元|1,2,3")]
    [InlineData("a,b\n", null, 0, 1, "a,b")]
    [InlineData("sep=;\na;b\n1;2\n", null, 0, 1, "a,b|1,2")]
    [InlineData("\"a\nb\",c\n\"1\n2\",3\n", null, 0, 1, "a b,c|1\n2,3")]
    public void What_is_stated_of_a_csv_file_is_how_it_is_read(string text, string? separator, int? skipped, int? rows, string expected)
    {
        var path = _folder.File("a.csv", text);
        using var session = TestHome.Open();
        var choices = new FileChoices
        {
            Separator = separator,
            SkippedLines = skipped,
            HeaderRows = rows,
        };
        session.OpenFile(path, "a", choices);
        string.Join('|', Cells(session, "a")).ShouldBe(expected);
        var seen = FileInspector.Inspect(path, choices);
        string.Join(',', seen.Tables[0].Columns.Select(c => c.Name)).ShouldBe(expected.Split('|')[0]);
        seen.Tables[0].Rows.ShouldBe(expected.Count(c => c == '|'));
        if (skipped is not null && rows is not null)
            (seen.Found.SkippedLines, seen.Found.HeaderRows).ShouldBe((skipped, rows));
    }

    [Fact]
    public void Where_the_header_is_stated_nothing_is_said_of_a_guess()
    {
        var path = _folder.File("a.csv", "表\na,b\n1,2\n");
        using var session = TestHome.Open();
        session.OpenFile(path, "guessed");
        session.ReadingRemarks("FROM guessed").ShouldHaveSingleItem();
        session.OpenFile(path, "stated", new FileChoices { SkippedLines = 1, HeaderRows = 1 });
        session.ReadingRemarks("FROM stated").ShouldBeEmpty();
    }

    [Fact]
    public void Bytes_that_cannot_be_decoded_are_listed_with_their_lines()
    {
        var gb = TextEncoding.Get("GB18030", DecoderFallback.ExceptionFallback);
        var path = _folder.File("a.csv");
        File.WriteAllBytes(path, [.. gb.GetBytes("县,数\n碧江"), 0xFF, .. gb.GetBytes("区,1\n松桃县,2\n石"), 0xFF, 0xFF, (byte)'\n']);
        using var session = TestHome.Open(open: path);
        Cells(session, "a").ShouldContain("碧江�区,1");
        session.LossRemarks.Single().En.ShouldContain("3 places cannot be read as GB18030 and stand as �: line 2 (FF), line 4 (FF)");
    }

    [Fact]
    public void A_damaged_character_of_a_long_text_is_found_behind_the_first_buffer()
    {
        var path = _folder.File("a.csv");
        var lines = string.Concat(Enumerable.Repeat("碧江区,1\n", 30_000));
        File.WriteAllBytes(path, [.. Encoding.UTF8.GetBytes("县,数\n" + lines), 0xE7, 0xA2, .. ",2\n"u8]);
        using var session = TestHome.Open(open: path);
        session.LossRemarks.Single().En.ShouldContain("1 place cannot be read as UTF-8 and stands as �: line 30002 (E7A2)");
    }

    [Fact]
    public void A_stated_encoding_is_taken_and_an_unknown_one_refused()
    {
        var path = _folder.File("a.csv");
        File.WriteAllBytes(path, TextEncoding.Get("Big5", DecoderFallback.ExceptionFallback).GetBytes("a\n人\n"));
        Inspected("big5").FirstRows[0][0].ShouldBe("人");
        Inspected("big5").Remarks.ShouldBeEmpty();
        Should.Throw<UserException>(() => Inspected("klingon")).Kind.ShouldBe(FaultKind.Usage);

        FileInspection Inspected(string encoding) => FileInspector.Inspect(path, new FileChoices { Encoding = encoding });
    }

    [Fact]
    public void Copies_are_private_and_gone_when_the_file_or_the_session_is_closed()
    {
        var path = _folder.File("a.csv");
        File.WriteAllBytes(path, Encoding.Unicode.GetBytes("a,b\n1,2\n"));
        string copy;
        using (var session = TestHome.Open())
        {
            var file = session.OpenFile(path, "a");
            copy = file.Reading!.Copy!;
            if (!OperatingSystem.IsWindows())
                File.GetUnixFileMode(copy).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            session.CloseFile(file);
            File.Exists(copy).ShouldBeFalse();
            copy = session.OpenFile(path, "a").Reading!.Copy!;
            File.Exists(copy).ShouldBeTrue();
        }

        Directory.Exists(Path.GetDirectoryName(copy)).ShouldBeFalse();
    }

    private static Stream Packing(string ending, Stream to) =>
        ending == ".gz" ? new GZipStream(to, CompressionLevel.Fastest) : new ZstdSharp.CompressionStream(to, leaveOpen: false);

    /// <summary>Names and cells of a table, a line a row.</summary>
    private static List<string> Cells(AnalyticsSession session, string table)
    {
        using var rows = ResultTable.Read(session.Run($"FROM {table}"));
        var columns = Enumerable.Range(0, rows.Columns.Count).ToArray();
        return
        [
            string.Join(',', rows.Columns.Select(c => c.Name)),
            .. Enumerable.Range(0, (int)rows.RowCount).Select(row => string.Join(',', columns.Select(c => rows.Text(row, c))).TrimEnd(',')),
        ];
    }
}
