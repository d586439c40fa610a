using System.Text;
using Analytics.Engine.Files;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tests.Files;

/// <summary>Messy files of our own making, each with the table that it is, in <c>corpus.txt</c>.</summary>
public class CorpusTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Fact]
    public void There_are_forty_of_them() => Cases.Count.ShouldBeGreaterThanOrEqualTo(40);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_messy_file_becomes_the_table_that_it_is(string name)
    {
        var (how, input, expected) = Cases[name];
        var path = Written(how, input);
        var clean = _folder.File("t.clean.sql");
        using var session = Open(path, clean, how == "lossy");
        List<string> seen =
        [
            .. Lines(session, "SELECT * EXCLUDE (file_line) FROM t ORDER BY file_line"),
            .. Lines(session, "SELECT column_name || ' ' || file_line || ' ' || text FROM t_left ORDER BY ALL")
                .Skip(1)
                .Select(l => "left: " + l),
        ];
        if (expected.Any(l => l.StartsWith("aside:", StringComparison.Ordinal)))
            seen.Add("aside: " + string.Join(' ', Lines(session, "SELECT file_line FROM t_notes ORDER BY ALL").Skip(1)));
        seen.ShouldBe(expected.Where(l => !l.StartsWith("said:", StringComparison.Ordinal)));
        var said = string.Join('\n', session.TakeRemarks().Select(r => r.En));
        foreach (var remark in expected.Where(l => l.StartsWith("said:", StringComparison.Ordinal)))
            said.ShouldContain(remark["said: ".Length..]);
        // What was proposed is kept, and gives the same again.
        using var again = AnalyticsSession.Open(new SessionOptions(TestHome.Real, [], Safe: true, Memory: "200MB") { Clean = [clean] });
        Lines(again, "SELECT * EXCLUDE (file_line) FROM t ORDER BY file_line").ShouldBe(seen.Take(seen.Count - seen.Count(IsAbout)));
    }

    [Fact]
    public void The_raw_text_stays_with_its_lines_and_closing_undoes_all()
    {
        var path = _folder.File("t.csv", "标题\n县,人数\n碧江区,约30\n合计,30\n");
        using var session = Open(path, _folder.File("t.clean.sql"), isLossy: false);
        Lines(session, "SELECT * EXCLUDE (file_line) FROM t")
            .ShouldBe(["县 VARCHAR|人数 BIGINT|人数_qualifier VARCHAR", "碧江区|30|approx"]);
        Lines(session, "FROM t_raw").Skip(1).ShouldBe(["1|标题|∅", "2|县|人数", "3|碧江区|约30", "4|合计|30"]);
        session.CloseFile(session.Opened[0]);
        Lines(session, "SELECT count(*) FROM duckdb_views() WHERE view_name LIKE 't%' AND NOT internal AND database_name = 'memory'")[1]
            .ShouldBe("0");
    }

    [Fact]
    public void Sql_of_cleaning_is_edited_and_may_do_nothing_but_make_views()
    {
        var path = _folder.File("t.csv", "县,人数\n碧江区,12-15\n松桃县,5\n");
        var clean = _folder.File("t.clean.sql");
        Open(path, clean, isLossy: false).Dispose();
        var text = File.ReadAllText(clean);
        text.ShouldContain("file: t.csv");
        File.WriteAllText(clean, text.Replace("clean_text(c2)", "coalesce(number_in(c2, ''), 13.5)"));
        using (var session = Open(path, clean, isLossy: false))
            Lines(session, "SELECT 人数 FROM t")[1..].ShouldBe(["13.5", "5.0"]);
        File.AppendAllText(clean, "COPY t TO 'x.csv';");
        Should.Throw<UserException>(() => Open(path, clean, isLossy: false)).Message.ShouldContain("only CREATE VIEW and CREATE MACRO");
        File.WriteAllText(clean, "/*---\ntabel: t\n---*/");
        Should.Throw<UserException>(() => Open(path, clean, isLossy: false)).Message.ShouldContain("clean.sql:2: 'tabel' is not known");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\0b")]
    public void Sql_of_cleaning_that_has_no_name_is_wrong_usage(string clean) =>
        Should
            .Throw<UserException>(() => Open(_folder.File("t.csv", "县,人数\n碧江区,1\n"), clean, isLossy: false))
            .Kind.ShouldBe(FaultKind.Usage);

    [Fact]
    public void Names_of_places_that_are_not_known_are_counted_and_listed()
    {
        var path = _folder.File("t.csv", "县,人数\n碧江区,1\n松桃,2\n高新区,3\n石阡县,4\n");
        using var session = Open(path, _folder.File("t.clean.sql"), isLossy: false);
        session
            .TakeRemarks()
            .Select(r => r.En)
            .ShouldContain("t.csv: '县': 3 of 4 names are places of this library; not known: 高新区 (4)");
    }

    private static AnalyticsSession Open(string path, string clean, bool isLossy) =>
        AnalyticsSession.Open(
            new SessionOptions(TestHome.Real, ["t=" + path], Memory: "200MB")
            {
                Clean = [clean],
                Reading = new FileChoices { IsLossy = isLossy },
            }
        );

    private static bool IsAbout(string line) =>
        line.StartsWith("left:", StringComparison.Ordinal) || line.StartsWith("aside:", StringComparison.Ordinal);

    private string Written(string how, string input)
    {
        if (how.StartsWith("book", StringComparison.Ordinal))
            return Book.Write(_folder.File("t.xlsx"), [("月报", input.TrimEnd('\n'), how["book".Length..])]);
        var path = _folder.File("t.csv");
        var encoding = how is "" or "lossy" or "mark" ? TextEncoding.Utf8 : how;
        var coding = TextEncoding.Get(encoding, DecoderFallback.ExceptionFallback);
        File.WriteAllBytes(path, [.. how == "mark" ? coding.GetPreamble() : [], .. coding.GetBytes(input)]);
        return path;
    }

    private static List<string> Lines(AnalyticsSession session, string sql)
    {
        using var rows = ResultTable.Read(session.Run(sql));
        var columns = Enumerable.Range(0, rows.Columns.Count).ToArray();
        return
        [
            string.Join('|', rows.Columns.Select(c => $"{c.Name} {c.Type}")),
            .. Enumerable
                .Range(0, (int)rows.RowCount)
                .Select(row => string.Join('|', columns.Select(c => rows.Text(row, c)?.Replace('\n', '¶') ?? "∅"))),
        ];
    }

    private static readonly Dictionary<string, (string How, string Input, List<string> Expected)> Cases = ReadCases();

    private static Dictionary<string, (string How, string Input, List<string> Expected)> ReadCases()
    {
        var cases = new Dictionary<string, (string How, string Input, List<string> Expected)>();
        var text = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Analytics.Engine.Tests", "Files", "corpus.txt"));
        foreach (var one in text.ReplaceLineEndings("\n").Split("\n== ").Skip(1))
        {
            var (title, rest) = (one[..one.IndexOf('\n')], one[(one.IndexOf('\n') + 1)..]);
            var at = rest.IndexOf("\n--\n", StringComparison.Ordinal);
            var how = title.IndexOf(" @", StringComparison.Ordinal);
            cases.Add(
                how < 0 ? title : title[..how],
                (
                    how < 0 ? "" : title[(how + 2)..],
                    rest[..(at + 1)],
                    [.. rest[(at + 4)..].Split('\n', StringSplitOptions.RemoveEmptyEntries)]
                )
            );
        }

        return cases;
    }
}
