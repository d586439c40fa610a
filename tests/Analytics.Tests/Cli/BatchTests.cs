using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Analytics.Tests.Cli;

/// <summary>The command line as its contract states it, on the program.</summary>
[Trait("Category", "Program")]
public partial class BatchTests
{
    // A million rows, then work without any: the first row shows that the query runs.
    private const string EndlessAfterRows = "FROM range(1000000000000) WHERE range < 1000000 OR range % 3 = 5";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public void A_query_prints_data_on_standard_output_and_nothing_else()
    {
        var run = AnalyticsProcess.Run("query", "SELECT 42 AS answer", "--format", "csv");
        (run.ExitCode, run.Output, run.Error).ShouldBe((0, "answer\n42\n", ""));
    }

    [Fact]
    public void The_table_aligns_chinese_by_cells_and_shows_control_characters()
    {
        var run = AnalyticsProcess.Run(
            "query",
            "SELECT * FROM (VALUES ('碧江区', 1, NULL), (E'a\\x1b[31mb', 1000, '')) AS t(county, n, note)"
        );
        run.Output.ShouldBe(
            """
            county  │    n │ note
            ────────┼──────┼─────
            碧江区  │    1 │ NULL
            a␛[31mb │ 1000 │

            """.ReplaceLineEndings("\n")
        );
    }

    [Theory]
    [InlineData("from standard input")]
    [InlineData("from a file")]
    public void Sql_comes_also(string way)
    {
        const string Sql = "SELECT 1 AS a;\n-- last\nSELECT 2 AS b;\n";
        var file = Path.GetTempFileName();
        File.WriteAllText(file, Sql);
        var run =
            way == "from a file"
                ? AnalyticsProcess.Run("query", "-f", file, "--format", "csv")
                : AnalyticsProcess.Run(["query", "-", "--format", "csv"], Sql);
        File.Delete(file);
        run.Output.ShouldBe("b\n2\n");
    }

    [Theory]
    [InlineData(2, "'nonsense'", "nonsense")]
    [InlineData(2, "'analytics query --help'", "query", "SELECT 1", "--nonsense")]
    [InlineData(2, "Give the SQL", "query")]
    [InlineData(2, "neither an option nor SQL", "query", "--", "-- comment")]
    [InlineData(2, "one of zh, en", "query", "SELECT 1", "--lang", "fr")]
    [InlineData(2, "not a known format", "query", "SELECT 1", "--format", "xls")]
    [InlineData(2, "needs a file", "query", "SELECT 1", "--format", "parquet")]
    [InlineData(2, "expected a whole number from 0 up", "query", "SELECT 1", "--max-rows", "-1")]
    [InlineData(2, "expected name=value", "query", "SELECT 1", "--param", "x")]
    [InlineData(2, "No statement uses $x", "query", "SELECT 1", "--param", "x=1")]
    [InlineData(2, "is given twice", "query", "SELECT $x", "--param", "x=1", "--param", "x=2")]
    [InlineData(2, "education/shares", "run", "education/share")]
    [InlineData(2, "is not a value of county (text", "run", "overview/county", "--param", "county=铜仁")]
    [InlineData(2, "has no parameter 'town'", "run", "overview/county", "--param", "town=x")]
    [InlineData(2, "000-1.reserve_count", "evidence", "000-1.reserve_cnt")]
    [InlineData(2, "Give one of OBS_ID, --run NAME and --sql SQL", "evidence")]
    [InlineData(2, "Give one of OBS_ID", "evidence", "000-1.reserve_count", "--sql", "SELECT 1")]
    [InlineData(2, "--param goes with --run", "evidence", "000-1.reserve_count", "--param", "x=1")]
    [InlineData(2, "is not a value of county (text", "evidence", "--run", "overview/county", "--param", "county=铜仁")]
    [InlineData(1, "Not traced: the engine cannot write", "evidence", "--sql", "CREATE TABLE t AS FROM figures")]
    [InlineData(2, "the ending must be .png or .svg", "chart", "training/coverage", "-o", "x.gif")]
    [InlineData(2, "it has", "chart", "--sql", "SELECT 1 AS n, 'a' AS t", "--y", "m", "-o", "x.png")]
    [InlineData(2, "of 240 to 6000 each", "chart", "training/coverage", "--size", "10x10", "-o", "x.png")]
    [InlineData(2, "give it another name", "chart", "training/coverage", "-o", "x.png", "--sidecar", "x.png")]
    [InlineData(2, "one of them", "chart", "training/coverage", "-f", "x.sql", "-o", "x.png")]
    [InlineData(1, "there is no folder", "chart", "training/coverage", "-o", "x.png", "--sidecar", "no/such/folder/x.json")]
    [InlineData(2, "does not exist", "query", "SELECT 1", "--home", "no/such/folder")]
    [InlineData(1, "LINE 2: FROM nowhere\n             ^", "query", "SELECT 1\nFROM nowhere")]
    [InlineData(1, "Conversion Error", "query", "SELECT 'x'::INTEGER")]
    [InlineData(1, "cannot be written", "query", "SELECT 1", "-o", "no/such/folder/x.csv")]
    [InlineData(4, "time limit of 0.2 s", "query", "SELECT count(*) FROM range(1000000000000)", "--timeout", "0.2")]
    [InlineData(4, "--memory SIZE", "query", "SELECT list(range) FROM range(100000000)", "--memory", "50MB")]
    public void A_failure_has_its_exit_code_and_says_what_to_do(int exitCode, string message, params string[] arguments)
    {
        var run = AnalyticsProcess.Run(arguments);
        run.Error.ShouldContain(message);
        run.Error.ShouldNotContain("   at ");
        run.Output.ShouldBe("");
        run.ExitCode.ShouldBe(exitCode);
    }

    [Fact]
    public void Sql_in_another_encoding_is_refused_and_not_guessed()
    {
        var file = Path.GetTempFileName();
        File.WriteAllBytes(file, [.. "SELECT '"u8, 0xB1, 0xCC, .. "'"u8]);
        var run = AnalyticsProcess.Run("query", "-f", file);
        File.Delete(file);
        (run.ExitCode, run.Output).ShouldBe((1, ""));
        run.Error.ShouldContain("is not UTF-8");
    }

    [Fact]
    public void Without_a_terminal_the_console_is_wrong_usage() => AnalyticsProcess.Run().ExitCode.ShouldBe(2);

    [Fact]
    public void An_argument_that_begins_with_at_is_text() =>
        AnalyticsProcess.Run("query", "SELECT $x AS x", "--param", "x=@file", "--format", "csv").Output.ShouldBe("x\n@file\n");

    [Fact]
    public void Truncation_is_announced_even_when_quiet()
    {
        var run = AnalyticsProcess.Run("query", "FROM range(10)", "--max-rows", "3", "--format", "csv", "--quiet");
        (run.ExitCode, run.Output).ShouldBe((0, "range\n0\n1\n2\n"));
        run.Error.ShouldContain("only the first 3 rows");
    }

    [Fact]
    public void The_ending_of_the_output_file_chooses_the_format_and_nothing_is_overwritten()
    {
        var folder = Directory.CreateTempSubdirectory("analytics-test-").FullName;
        var file = Path.Combine(folder, "out.json");
        AnalyticsProcess.Run("query", "SELECT 1 AS a", "-o", file).ExitCode.ShouldBe(0);
        File.ReadAllText(file).ShouldBe("[\n{\"a\":1}\n]\n");
        AnalyticsProcess.Run("query", "SELECT 2 AS a", "-o", file).ExitCode.ShouldBe(1);
        AnalyticsProcess.Run("query", "SELECT 3 AS a", "-o", file, "--force").ExitCode.ShouldBe(0);
        File.ReadAllText(file).ShouldContain("3");
        Directory.GetFiles(folder).ShouldBe([file]);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("", "300000,44999850000\n", "")]
    [InlineData("--safe", "300000,44999850000\n", "")]
    [InlineData("--max-rows=299999", "299999,44999550001\n", "only the first 299999 rows")]
    public void Parquet_has_every_row_whichever_way_it_is_written(string option, string expected, string warning)
    {
        var folder = Directory.CreateTempSubdirectory("analytics-test-").FullName;
        var file = Path.Combine(folder, "out.parquet");
        string[] command = ["query", "SET VARIABLE n = 300000; SELECT range AS i FROM range(getvariable('n'))", "-o", file, "-q"];
        var run = AnalyticsProcess.Run([.. command, .. option.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldContain(warning);
        AnalyticsProcess.Run("query", $"SELECT count(*), sum(i) FROM '{file}'", "--format", "csv", "--no-header").Output.ShouldBe(expected);
        Directory.GetFiles(folder).ShouldBe([file]);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Evidence_quotes_the_source_at_its_offsets()
    {
        var run = AnalyticsProcess.Run("evidence", "000-1.reserve_mean_age", "--format", "json");
        var line = JsonDocument.Parse(run.Output).RootElement[0];
        line.GetProperty("row").GetInt32().ShouldBe(1);
        line.GetProperty("value_text").GetString().ShouldBe("36.37");
        var text = File.ReadAllText(Path.Combine(Repository.Root, "seeds", line.GetProperty("source_file").GetString()!));
        text[line.GetProperty("char_start").GetInt32()..line.GetProperty("char_end").GetInt32()]
            .ShouldBe(line.GetProperty("quote").GetString());
    }

    [Fact]
    public void Evidence_of_sql_has_a_line_for_each_row_and_observation()
    {
        const string Sql =
            "SELECT p.name_en, count(m.obs_id) n FROM place p LEFT JOIN measured m ON m.county_id = p.place_id AND m.theme = $theme "
            + "WHERE p.place_id IN ('bijiang', 'songtao', 'jiangkou') GROUP BY 1 ORDER BY 1";
        var run = AnalyticsProcess.Run("evidence", "--sql", Sql, "--param", "theme=cadre_age", "--format", "jsonl");
        run.Output.Trim()
            .Split('\n')
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Select(line => $"{line.GetProperty("row")} {line.GetProperty("obs_id")} {line.GetProperty("value_text")}")
            .ShouldBe(["1 000-1.reserve_mean_age 36.37", "1 001-1.community_worker_mean_age 35.5", "3 002-4.community_worker_mean_age 28"]);
        run.Error.ShouldContain("1 of 3 rows stands on no observation.");
    }

    [Fact]
    public void Evidence_of_a_canned_query_takes_its_parameters()
    {
        var run = AnalyticsProcess.Run("evidence", "--run", "cadre_age/county", "--param", "county=碧江区", "--format", "jsonl", "-q");
        run.Output.Trim().Split('\n').Select(line => JsonDocument.Parse(line).RootElement.GetProperty("row").GetInt32()).ShouldBe([1, 2]);
    }

    [Theory]
    [InlineData("queries", "education/shares")]
    [InlineData("tables", "figures,view,60")]
    [InlineData("indicators", "secretary_reserve_mean_age,cadre_age")]
    [InlineData("places", "jiangkou,520621,江口县")]
    [InlineData("articles", "003-3,精耕细作打造选调生成长“苗圃”")]
    public void List_knows(string what, string line) =>
        AnalyticsProcess.Run("list", what, "--format", "csv", "--lang", "zh").Output.ShouldContain(line);

    [Fact]
    public void Describe_knows_queries_tables_and_indicators()
    {
        AnalyticsProcess.Run("describe", "education/shares", "--lang", "zh").Output.ShouldContain("学历比例与基数");
        AnalyticsProcess.Run("describe", "figures", "--format", "csv").Output.ShouldContain("comparability_key,VARCHAR");
        AnalyticsProcess.Run("describe", "secretary_reserve_mean_age").Output.ShouldContain("平均年龄");
        AnalyticsProcess.Run("describe", "figure").Error.ShouldContain("figures");
    }

    [Fact]
    public void Describe_shows_the_layout_of_a_parquet_file_as_rows_and_says_why_it_cannot()
    {
        var place = Path.Combine(Repository.Root, "data", "place.parquet");
        var csv = AnalyticsProcess.Run("describe", place, "--format", "csv").Output;
        csv.ShouldStartWith("part,row_group,name,type,values,nulls,distinct,least,greatest,codec,encodings,bytes,unpacked_bytes,text\n");
        csv.ShouldContain("note,,table,,,,,,,,,,,place\n");
        csv.ShouldContain("column,,place_id,STRING,,,,,,,,,,\"BYTE_ARRAY, optional\"\n");
        csv.ShouldContain("chunk,1,gb_code,,39,18,,520600,520628002,ZSTD,[PLAIN],");
        AnalyticsProcess.Run("describe", place, "--lang", "zh").Output.ShouldContain("可缺");
        using var json = JsonDocument.Parse(AnalyticsProcess.Run("describe", place, "--format", "json").Output);
        json.RootElement[0].GetProperty("values").GetInt64().ShouldBe(39);
        var missing = AnalyticsProcess.Run("describe", "none.parquet", "--lang", "zh");
        missing.ExitCode.ShouldBe(1);
        missing.Error.ShouldContain("没有这个文件：none.parquet");
    }

    [FontFact]
    public void A_chart_is_the_same_png_each_time_and_carries_its_sources()
    {
        var folder = Directory.CreateTempSubdirectory("analytics-test-").FullName;
        var pictures = new[] { "a.png", "b.png" }.Select(name => Path.Combine(folder, name)).ToArray();
        foreach (var picture in pictures)
            AnalyticsProcess.Run("chart", "education/qualification_enrolment", "--lang", "zh", "-o", picture).ExitCode.ShouldBe(0);
        var bytes = File.ReadAllBytes(pictures[0]);
        bytes[..8].ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        var svg = Path.Combine(folder, "c.svg");
        AnalyticsProcess.Run("chart", "education/qualification_enrolment", "--lang", "zh", "-o", svg);
        var text = File.ReadAllText(svg);
        text.ShouldContain("松桃苗族自治县");
        text.ShouldContain("四个聚焦");
        text.ShouldContain("数据照录报道原文");
        // The command that made the picture is inside; only the file's name differs between the two.
        bytes.Length.ShouldBe(File.ReadAllBytes(pictures[1]).Length);
        Directory.Delete(folder, recursive: true);
    }

    [FontTheory]
    [InlineData("png")]
    [InlineData("svg")]
    [InlineData("pdf")]
    public void The_same_chart_has_the_same_bytes_wherever_it_is_written_and_names_no_folder(string format)
    {
        var root = Directory.CreateTempSubdirectory("analytics-private-").FullName;
        var table = Path.Combine(root, "own.csv");
        File.WriteAllText(table, "name,n\na,3\nb,4\n");
        string[] Asked(string folder, params string[] more)
        {
            var picture = Path.Combine(Directory.CreateDirectory(Path.Combine(root, folder)).FullName, "c." + format);
            string[] sql = ["--sql", $"SELECT * FROM read_csv('{table}') WHERE n IN (SELECT n FROM own)", "--open", table];
            AnalyticsProcess.Run(["chart", .. sql, "-o", picture, .. more]).ExitCode.ShouldBe(0);
            return [picture];
        }

        var first = File.ReadAllBytes(Asked("here")[0]);
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(root, "there")).FullName, "c." + format), "old");
        File.ReadAllBytes(Asked("there", "--force")[0]).ShouldBe(first);
        var text = Encoding.UTF8.GetString(first) + Encoding.BigEndianUnicode.GetString(first);
        text.ShouldNotContain("analytics-private-");
        if (format == "png")
            text.ShouldContain("--open own.csv -o c.png");
        Directory.Delete(root, recursive: true);
    }

    [FontFact]
    public void A_file_of_sql_is_drawn_as_its_header_says_and_without_one_by_its_columns()
    {
        var folder = Directory.CreateTempSubdirectory("analytics-test-").FullName;
        var (headed, plain, picture) = (
            Path.Combine(folder, "headed.sql"),
            Path.Combine(folder, "plain.sql"),
            Path.Combine(folder, "a.svg")
        );
        const string Sql = "SELECT * FROM (VALUES ('a', 3), ('b', 4), ('c', 5)) AS t(name, n)";
        File.WriteAllText(
            headed,
            "/*---\ntitle: {zh: 三, en: Three}\nsummary: {zh: 三, en: Three}\nchart: {kind: dot, x: name, y: n}\n---*/\n" + Sql
        );
        File.WriteAllText(plain, Sql);
        AnalyticsProcess.Run("chart", "-f", headed, "--lang", "en", "-o", picture).ExitCode.ShouldBe(0);
        File.ReadAllText(picture).ShouldContain("<desc>Dot chart: Three.");
        AnalyticsProcess.Run("chart", "-f", plain, "--lang", "en", "-o", picture, "--force").ExitCode.ShouldBe(0);
        File.ReadAllText(picture).ShouldContain("<desc>Bar chart: Numbers of the query: n, by name.");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_sidecar_that_cannot_be_written_leaves_no_picture_either()
    {
        var folder = Directory.CreateTempSubdirectory("analytics-test-").FullName;
        var (picture, sidecar) = (Path.Combine(folder, "a.png"), Path.Combine(folder, "a.json"));
        File.WriteAllText(sidecar, "mine");
        AnalyticsProcess.Run("chart", "training/coverage", "-o", picture, "--sidecar", sidecar).ExitCode.ShouldBe(1);
        File.Exists(picture).ShouldBeFalse();
        File.ReadAllText(sidecar).ShouldBe("mine");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Check_finds_nothing_critical_in_the_shipped_data()
    {
        var run = AnalyticsProcess.Run("check", "--format", "json");
        run.ExitCode.ShouldBe(0, run.Error);
        JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ShouldAllBe(f => f.GetProperty("severity").GetString() != "critical");
    }

    [Fact]
    public void Check_speaks_the_language_that_is_asked_for()
    {
        string[] chinese = AnalyticsProcess.Run("check", "--lang", "zh").Output.TrimEnd('\n').Split('\n'),
            english = AnalyticsProcess.Run("check").Output.TrimEnd('\n').Split('\n');
        chinese.Length.ShouldBe(english.Length);
        chinese.ShouldAllBe(line => line.StartsWith("警告 ") || line.StartsWith("提示 "));
        english.ShouldAllBe(line => line.StartsWith("warning ") || line.StartsWith("info "));
        // Place, measure and key of a finding are the same in both.
        chinese.Select(line => line.Split(' ')[1..3]).ShouldBe(english.Select(line => line.Split(' ')[1..3]));
    }

    [Fact]
    public void A_rebuild_gives_the_shipped_files_byte_for_byte()
    {
        var folder = Directory.CreateTempSubdirectory("analytics-test-").FullName;
        var data = Path.Combine(folder, "data");
        Copy(Path.Combine(Repository.Root, "data", "curated"), Path.Combine(data, "curated"));
        Copy(Path.Combine(Repository.Root, "seeds"), Path.Combine(folder, "seeds"));
        AnalyticsProcess.Run("build", "--home", folder, "--quiet").ShouldBe(new Outcome(0, "", ""));
        foreach (var shipped in Directory.GetFiles(Path.Combine(Repository.Root, "data")))
        {
            File.ReadAllBytes(Path.Combine(data, Path.GetFileName(shipped)))
                .ShouldBe(File.ReadAllBytes(shipped), Path.GetFileName(shipped));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("build")]
    public void Curated_data_with_a_critical_fault_end_with_3(string command)
    {
        using var home = new TemporaryFolder();
        Copy(Path.Combine(Repository.Root, "data", "curated"), home.File("data/curated"));
        Copy(Path.Combine(Repository.Root, "seeds"), home.File("seeds"));
        var observations = home.File("data/curated/observations.csv");
        File.AppendAllText(observations, File.ReadLines(observations).Last() + "\n");
        AnalyticsProcess.Run(command, "--home", home.Path, "--quiet").ExitCode.ShouldBe(3);
    }

    [Theory]
    [InlineData(2, 130)]
    [InlineData(15, 143)]
    [InlineData(1, 129)]
    public void A_signal_interrupts_the_query(int signal, int exitCode)
    {
        if (OperatingSystem.IsWindows())
            return; // no POSIX signals there
        using var process = AnalyticsProcess.StartHearingSignals("query", EndlessAfterRows, "--format", "csv");
        process.StandardOutput.ReadLine().ShouldBe("range");
        _ = process.StandardOutput.ReadToEndAsync(); // a full pipe would hold the program up
        kill(process.Id, signal).ShouldBe(0);
        process.WaitForExit(Patience).ShouldBeTrue();
        process.ExitCode.ShouldBe(exitCode);
    }

    [Theory]
    [InlineData("[]\n", "CREATE TABLE t AS SELECT 1", "--format", "json", "-o", "-")]
    [InlineData("", "CREATE TABLE t AS SELECT 1", "--format", "csv")]
    [InlineData("a\n1\n", "SELECT 1 AS a", "--format", "csv", "-o", "-")]
    [InlineData("a\n1\n", "SELECT 1 AS a", "--format", "csv", "-o", "/dev/stdout")]
    public void Standard_output_has_a_name_and_a_statement_without_a_table_writes_what_the_format_has(string output, params string[] rest)
    {
        var run = AnalyticsProcess.Run(["query", .. rest]);
        (run.ExitCode, run.Output).ShouldBe((0, output));
    }

    [Fact]
    public void A_statement_without_a_table_says_what_became_of_the_file()
    {
        using var folder = new TemporaryFolder();
        var run = AnalyticsProcess.RunFrom(folder.Path, "query", "CREATE TABLE t AS SELECT 1", "-o", "x.json", "--quiet");
        (run.ExitCode, run.Error).ShouldBe((0, "x.json holds no rows: the last statement returns no table.\n"));
        File.ReadAllText(folder.File("x.json")).ShouldBe("[]\n");
        AnalyticsProcess.RunFrom(folder.Path, "query", "CREATE TABLE t AS SELECT 1", "-o", "x.parquet").ExitCode.ShouldBe(1);
        Directory.GetFiles(folder.Path).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_picture_goes_to_standard_output()
    {
        using var process = AnalyticsProcess.Start("chart", "--sql", "SELECT 'a' AS k, 1 AS v", "-o", "-", "--kind", "bar");
        process.StandardInput.Close();
        var begin = new byte[8];
        process.StandardOutput.BaseStream.ReadExactly(begin);
        begin.ShouldBe([0x89, .. "PNG\r\n"u8, 0x1A, .. "\n"u8]);
        process.StandardOutput.BaseStream.CopyTo(Stream.Null);
    }

    [Fact]
    public void A_closed_pipe_ends_quietly()
    {
        using var process = AnalyticsProcess.Start("query", "FROM range(1000000000)", "--format", "csv");
        process.StandardOutput.ReadLine().ShouldBe("range");
        process.StandardOutput.Close();
        process.WaitForExit(Patience).ShouldBeTrue();
        (process.ExitCode, process.StandardError.ReadToEnd()).ShouldBe((0, ""));
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    [LibraryImport("libc")]
    private static partial int kill(int process, int signal);
}
