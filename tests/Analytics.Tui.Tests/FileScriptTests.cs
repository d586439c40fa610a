using Analytics.DuckDb;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Tui.App;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Results;
using Analytics.Tui.Settings;

namespace Analytics.Tui.Tests;

/// <summary>Opening and closing data files, key by key.</summary>
public class FileScriptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("zh", "首行是列名", "打开的文件")]
    [InlineData("en", "first line names the columns", "opened file")]
    public void A_csv_shows_its_schema_before_it_is_loaded_and_is_queried_afterwards(string language, string header, string kind)
    {
        var path = _folder.File("人数.csv", "县,人数\n碧江区,12\n松桃县,30\n");
        using var run = new ConsoleRun(language: language).Settle().Keys("o").Type(path).Keys("Enter");
        run.State.Window.ShouldBeOfType<LoadFileWindow>();
        run.Screen.ShouldContain(header);
        run.Screen.ShouldContain("bigint");
        run.Screen.ShouldContain("碧江区");
        run.State.Catalogue.Files.ShouldBeEmpty();
        run.Keys("Enter").State.Window.ShouldBeNull();
        run.State.Catalogue.SelectedFile!.Path.ShouldBe(path);
        run.Sql("SELECT sum(人数) AS n FROM 人数").State.Result.Open!.Table.Text(0, 0).ShouldBe("42");
        run.Keys("F3 Ctrl+A").Type("SELECT * FROM 人").Keys("Ctrl+Space").Screen.ShouldContain(kind);
    }

    [Theory]
    [InlineData("zh", "行组 1", "脚注")]
    [InlineData("en", "Row group 1", "Notes of the footer")]
    public void A_parquet_file_shows_its_layout_before_it_is_loaded(string language, string group, string notes)
    {
        var path = Path.Combine(_folder.Path, "places.parquet");
        File.Copy(Path.Combine(Repository.Root, "data", "place.parquet"), path);
        using var run = new ConsoleRun(language: language).Settle().Keys("o").Type(path).Keys("Enter");
        var window = run.State.Window.ShouldBeOfType<LoadFileWindow>();
        var text = string.Join('\n', FileLines.Of(window.File, 120, run.State.Texts).Select(l => l.Text));
        text.ShouldContain("Parquet 1 · DuckDB version");
        text.ShouldContain($"{group} · 39");
        text.ShouldContain("ZSTD · PLAIN · 130 B · 18 NULL · 520600 – 520628002");
        text.ShouldContain(notes);
        text.ShouldContain("content_sha256");
    }

    [Fact]
    public void Every_choice_of_how_a_file_is_read_shows_at_once_what_it_makes_of_it()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var path = _folder.File("月报.csv");
        const string Text = "碧江区集体经济\n村名;收入(万元);人数\n大坪村;1,033.12;约30\n小河村;暂缺;25\n高山村;9.88;18\n合计;1043;73\n";
        File.WriteAllBytes(path, System.Text.Encoding.GetEncoding("GB18030").GetBytes(Text));
        using var run = new ConsoleRun(100, 40, "en").Settle().Keys("o").Type(path).Keys("Enter");
        run.Screen.ShouldContain("GB18030 (found out)");
        run.Screen.ShouldContain("4 values · numbers when cleaned");
        Golden.ShouldMatch(Masked(run), "load_file/100x40_en_found.txt");
        // The header lies elsewhere, then nowhere.
        run.Keys("Down Down Down").Type("0").Keys("Tab").Screen.ShouldContain("碧江区集体经济");
        run.Keys("Up Backspace Down Right Space").Type("none").Keys("Enter").Screen.ShouldContain("column0");
        run.Keys("Left Down Right Right").Screen.ShouldContain("暂缺 (4)");
        Golden.ShouldMatch(Masked(run), "load_file/100x40_en_cleaned.txt");
        run.Keys("Enter").State.Window.ShouldBeNull();
        run.Sql("SELECT sum(\"收入(万元)\") AS n FROM 月报").State.Result.Open!.Table.Text(0, 0).ShouldBe("1043.0");
        File.ReadAllText(Path.Combine(_folder.Path, "月报.clean.sql")).ShouldContain("encoding: GB18030");
        run.Keys("F2").Sql("SELECT count(*) AS n FROM 月报_raw").State.Result.Open!.Table.Text(0, 0).ShouldBe("6");
    }

    [Fact]
    public void A_choice_that_cannot_be_is_said_and_the_file_is_not_opened_with_another()
    {
        var path = _folder.File("a.csv", "x;y\n1;2\n");
        using var run = new ConsoleRun(100, 30, "en").Settle().Keys("o").Type(path).Keys("Enter Down Down Down").Type("many");
        run.Keys("Enter").State.Window.ShouldBeOfType<LoadFileWindow>();
        run.Screen.ShouldContain("should be a number of lines");
        run.Keys("Ctrl+U Up Space").Type(",").Keys("Enter").Screen.ShouldContain("x;y");
        run.Keys("Enter").State.Window.ShouldBeNull();
        run.Sql("FROM a").State.Result.Open!.Table.Kept.ColumnNames.ShouldBe(["x;y"]);
    }

    [Fact]
    public void A_sheet_and_cells_of_a_workbook_are_chosen()
    {
        var path = _folder.File("book.xlsx");
        using (var run = new ConsoleRun().Settle().Sql("SELECT * FROM (VALUES (1, 'a'), (2, 'b'), (3, 'c')) AS t(n, s)"))
            run.Keys("s Ctrl+A").Type(path).Keys("Enter").State.Window.ShouldBeNull();
        using var opened = new ConsoleRun(100, 30, "en").Settle().Keys("o").Type(path).Keys("Enter");
        var form = opened.State.Window.ShouldBeOfType<LoadFileWindow>().Form;
        form["sheet"].ShouldBeOfType<Analytics.Terminal.Widgets.PickFormField>().Options.Count.ShouldBeGreaterThan(1);
        opened
            .Keys("Down Down")
            .Type("B1:B3")
            .Keys("Tab")
            .State.Window.ShouldBeOfType<LoadFileWindow>()
            .File.Tables[0]
            .Columns.Count.ShouldBe(1);
        opened.Keys("Enter").Sql("FROM book").State.Result.Open!.Table.RowCount.ShouldBe(2);
    }

    private string Masked(ConsoleRun run) =>
        CanvasDump.Text(run.Program.Frame()).Replace(_folder.Path, new string('F', _folder.Path.Length));

    [Fact]
    public void Escape_leaves_everything_as_it_was()
    {
        var path = _folder.File("a.csv", "x\n1\n");
        using var run = new ConsoleRun().Settle();
        var before = run.State;
        run.Keys("o").Type(path).Keys("Enter Esc").State.ShouldBe(before with { LastRequest = run.State.LastRequest });
    }

    [Fact]
    public void A_name_that_is_taken_says_by_what_and_tab_takes_a_free_one()
    {
        using var run = new ConsoleRun().Settle().Keys("o").Type(_folder.File("figures.csv", "x\n7\n")).Keys("Enter");
        run.Screen.ShouldContain("“figures”是本库自带的表");
        run.Keys("Enter").State.Window.ShouldBeOfType<LoadFileWindow>();
        run.Keys("Tab Enter").State.Catalogue.Files.Single().Name.ShouldBe("figures_2");
        run.Keys("o").Type(_folder.File("b.csv", "x\n7\n")).Keys("Enter Ctrl+U").Type("FIGURES_2");
        run.Screen.ShouldContain("已打开的");
        run.Keys("Ctrl+U").Type("my b").Keys("Enter");
        run.State.Catalogue.SelectedTable!.Name.ShouldBe("\"my b\"");
    }

    [Theory]
    [InlineData("none.csv", null, "没有这个文件")]
    [InlineData("a.docx", "x", "不认得")]
    [InlineData("empty.csv", "", "空的")]
    [InlineData("a.parquet", "x", "文件头不对")]
    [InlineData("a.json", "[{", "读不出来")]
    public void What_cannot_be_opened_says_why_and_can_be_mended(string name, string? content, string reason)
    {
        using var run = new ConsoleRun().Settle().Keys("o").Type(_folder.File(name, content)).Keys("Enter");
        run.Screen.ShouldContain(reason);
        run.Keys("Ctrl+U").Type(_folder.File("good.csv", "x\n1\n")).Keys("Enter").State.Window.ShouldBeOfType<LoadFileWindow>();
    }

    [Fact]
    public void A_path_is_completed_with_tab_and_picked_with_arrows()
    {
        _folder.File("people_1.csv", "x\n1\n");
        _folder.File("people_2.csv", "x\n2\n");
        _folder.File("picture.png", "");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "sub"));
        using var run = new ConsoleRun().Settle().Keys("o").Type(_folder.Path + "/");
        run.Screen.ShouldContain("sub");
        run.Screen.ShouldNotContain("picture");
        run.Type("people_2").Keys("Tab Enter").State.Window.ShouldBeOfType<LoadFileWindow>().File.Path.ShouldEndWith("people_2.csv");
        run.Keys("Esc o").Type(_folder.Path).Keys("Enter");
        run.State.Window.ShouldBeOfType<FilePathWindow>().Path.ShouldBe(_folder.Path + "/");
        run.Screen.ShouldContain("people_1.csv");
        run.Keys("↓ ↓ Enter").State.Window.ShouldBeOfType<LoadFileWindow>().File.Path.ShouldEndWith("people_1.csv");
    }

    [Theory]
    [InlineData("zh", 80, 24)]
    [InlineData("en", 60, 15)]
    public void The_dialogs_for_files_list_a_folder_whatever_its_names(string language, int width, int height)
    {
        foreach (var name in new[] { "人数.csv", "👍🏽 emoji.csv", "e\u0301.csv", "a_b.png" })
            File.SetLastWriteTime(_folder.File(name, "x\n1\n"), new DateTime(2026, 11, 29, 8, 30, 0));
        Directory.SetLastWriteTime(Directory.CreateDirectory(Path.Combine(_folder.Path, "子文件夹")).FullName, new(2026, 11, 29, 8, 30, 0));
        using var run = new ConsoleRun(width, height, language).Settle().Keys("o").Type(_folder.Path + "/");
        Golden.ShouldMatch(Listed(run), $"file_path/{width}x{height}_{language}.txt");
        run.Keys("Esc").Sql("SELECT 1 AS a").Keys("s Ctrl+A").Type(_folder.Path + "/out.csv");
        Golden.ShouldMatch(Listed(run), $"save/{width}x{height}_{language}.txt");
        run.Keys("Enter").State.Message.Text.ShouldContain("out.csv");
        File.ReadAllText(Path.Combine(_folder.Path, "out.csv")).ShouldBe("a\n1\n");
    }

    /// <summary>The screen with the folder's own name, and what differs from machine to machine, masked.</summary>
    private string Listed(ConsoleRun run) =>
        CanvasDump.TextAndStyles(run.Program.Frame()).Replace(_folder.Path, new string('F', _folder.Path.Length));

    [Fact]
    public void The_keys_that_save_and_cancel_can_be_others()
    {
        var yaml = "keys:\n  save.accept: Ctrl+Y\n  save.back: Ctrl+B\n";
        var settings = ConsoleSettings.Of(ConsoleKeys.Map).With(SettingsReader.Read("c.yaml", yaml));
        using var run = new ConsoleRun(language: "en", settings: settings).Settle().Sql("SELECT 1 AS a").Keys("s Ctrl+A");
        run.Type(_folder.Path + "/out.csv").Keys("Enter Esc").State.Window.ShouldBeOfType<SaveWindow>();
        run.Keys("Ctrl+B").State.Window.ShouldBeNull();
        File.Exists(Path.Combine(_folder.Path, "out.csv")).ShouldBeFalse();
        run.Keys("s Ctrl+A").Type(_folder.Path + "/out.csv").Keys("Ctrl+Y").State.Window.ShouldBeNull();
        File.ReadAllText(Path.Combine(_folder.Path, "out.csv")).ShouldBe("a\n1\n");
    }

    [Theory]
    [InlineData("'{0}'")]
    [InlineData("\"{0}\" ")]
    [InlineData("file://{1}")]
    [InlineData("{2}\n")]
    public void A_file_dropped_on_catalogue_or_result_opens_its_dialog(string pasted)
    {
        var path = _folder.File("我的 data.csv", "x\n1\n");
        using var run = new ConsoleRun().Settle();
        foreach (var keys in new[] { "", "F4" })
        {
            run.Keys(keys);
            run.Program.Send(new PasteEvent(string.Format(pasted, path, new Uri(path).AbsolutePath, path.Replace(" ", "\\ "))));
            run.Settle().State.Window.ShouldBeOfType<LoadFileWindow>().File.Path.ShouldBe(path);
            run.Keys("Esc");
        }
        run.Program.Send(new PasteEvent("SELECT 1"));
        run.State.Message.Text.ShouldContain("F3");
    }

    [Fact]
    public void A_database_is_attached_read_only_shown_in_the_tree_and_closed_again()
    {
        var path = _folder.File("mine.duckdb");
        using (var made = DuckDbDatabase.Open(path))
        using (var connection = made.Connect())
            connection.Execute("CREATE TABLE people AS SELECT 7 AS n; COMMENT ON COLUMN people.n IS 'how many'");
        using var run = new ConsoleRun(language: "en").Settle().Keys("o").Type(path).Keys("Enter");
        run.Screen.ShouldContain("people  1 column · 1 row");
        run.Keys("Enter → ↓ →").Screen.ShouldContain("mine.people");
        run.Sql("SELECT n FROM mine.people").State.Result.Open!.Table.Text(0, 0).ShouldBe("7");
        run.Sql("INSERT INTO mine.people VALUES (1)").State.Result.Failed.ShouldNotBeNull();
        run.Keys("Esc F2 /").Type("how many").Keys("Enter").State.Query.Editor.Text.ShouldEndWith("n");
        run.Keys("F2 ←").State.Catalogue.SelectedTable!.Name.ShouldBe("mine.people");
        run.Keys("← ←").State.Catalogue.SelectedFile!.Name.ShouldBe("mine");
        run.Keys("d").State.Catalogue.Files.ShouldBeEmpty();
        run.State.Result.Kept.Count.ShouldBe(1);
        run.Screen.ShouldNotContain("Opened files");
    }

    [Fact]
    public void A_file_that_is_open_is_not_opened_twice()
    {
        var path = _folder.File("a.csv", "x\n1\n");
        using var run = new ConsoleRun(open: path).Settle().Keys("o").Type(path).Keys("Enter");
        run.Screen.ShouldContain("已打开，名为 a");
    }

    [Fact]
    public void The_batch_command_of_a_result_names_the_file()
    {
        var path = _folder.File("figures.csv", "x\n7\n");
        using var run = new ConsoleRun(200).Settle().Keys("o").Type(path).Keys("Enter Tab Enter").Sql("FROM figures_2").Keys("Y");
        run.State.Message.Text.ShouldContain("--open figures_2=" + path);
    }

    [Theory]
    [InlineData("/tmp/a b.csv", "/tmp/a b.csv")]
    [InlineData("'/tmp/it'\\''s.csv'", "/tmp/it's.csv")]
    [InlineData("/tmp/it's.csv", "/tmp/it's.csv")]
    [InlineData("~/a.csv", "~/a.csv")]
    [InlineData("file:///tmp/%E4%BA%BA%20.csv", "/tmp/人 .csv")]
    [InlineData("a.csv", null)]
    [InlineData("/tmp/a.csv\n/tmp/b.csv", null)]
    public void Dropped_paths_are_read_as_terminals_paste_them(string pasted, string? path) => FilePaths.Dropped(pasted).ShouldBe(path);
}
