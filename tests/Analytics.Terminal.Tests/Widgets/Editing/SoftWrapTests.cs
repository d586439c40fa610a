using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Tests.Widgets.Vim;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;
using Analytics.Terminal.Widgets.Editing;
using Analytics.Terminal.Widgets.Vim;

namespace Analytics.Terminal.Tests.Widgets.Editing;

/// <summary>Lines longer than the view go on in the rows below.</summary>
public class SoftWrapTests
{
    private const int Width = 23,
        Height = 6;

    // 20 cells of text in a row: two for the numbers, one at the right.
    private const string Long = "SELECT county_zh, sum(value) AS total FROM figures";

    [Theory]
    [InlineData("SELECT county_zh, sum(value)", "SELECT county_zh, |sum(value)")]
    [InlineData("SELECT a, b FROM figures", "SELECT a, b FROM |figures")]
    [InlineData("a_name_that_is_longer_than_a_row", "a_name_that_is_longe|r_than_a_row")]
    [InlineData("12345678901234567890 x", "12345678901234567890 |x")]
    [InlineData("铜仁市碧江区万山区松桃苗族自治县", "铜仁市碧江区万山区松|桃苗族自治县")]
    [InlineData("SELECT 县名的中文名称长了 FROM t", "SELECT 县名的中文名|称长了 FROM t")]
    [InlineData("\t\t\t\t\tx", "\t\t\t\t\t|x")]
    [InlineData("", "")]
    public void A_row_ends_after_a_blank_or_sign_or_beside_a_chinese_character(string line, string rows)
    {
        var broken = LineRows.Of(new(line, 4, AmbiguousWidth.One), 20);
        string.Join('|', Enumerable.Range(0, broken.Count).Select(row => line[broken[row].Start..broken[row].End])).ShouldBe(rows);
    }

    [ForAnyChoices(200)]
    public void Rows_hold_the_line_fit_the_view_and_are_the_same_however_they_were_reached(Choices random)
    {
        var width = random.Next(1, 30);
        var line = Line(random);
        var rows = LineRows.Of(new(line, 4, AmbiguousWidth.One), width);
        for (var i = 0; i < 5; i++)
        {
            var from = ClusterBreaks.Snap(line, random.Next(line.Length + 1));
            var to = ClusterBreaks.AtOrAfter(line, Math.Min(line.Length, from + random.Next(8)));
            line = line[..from] + (random.Next(3) == 0 ? Line(random) : Samples.Text(random, 3)) + line[to..];
            var cells = new LineCells(line, 4, AmbiguousWidth.One);
            rows = LineRows.Of(cells, width, rows);
            var fresh = LineRows.Of(cells, width);
            Starts(rows).ShouldBe(Starts(fresh));
        }

        for (var row = 0; row < rows.Count; row++)
        {
            var cells = rows[row];
            cells.Start.ShouldBe(row == 0 ? 0 : rows[row - 1].End);
            ClusterBreaks.IsBoundary(line, cells.Start).ShouldBeTrue();
            var last = ClusterBreaks.Previous(line, cells.End);
            var isAlone = last <= cells.Start;
            (isAlone || cells.ColumnOf(line[last] == ' ' ? last : cells.End) <= width).ShouldBeTrue();
        }
        rows[rows.Count - 1].End.ShouldBe(line.Length);
    }

    [ForAnyChoices(100)]
    public void Every_place_shows_where_it_is_found_again(Choices random)
    {
        var text = string.Join('\n', Enumerable.Range(0, 4).Select(_ => Line(random).Replace("\n", "")));
        var editor = Wrapped(text);
        var line = random.Next(editor.Buffer.Lines.Count);
        var at = new TextPosition(line, random.Next(editor.Buffer.Lines[line].Length + 1));
        editor = editor.MoveTo(at).Scrolled(Width, Height);
        var (x, y) = editor.CellOf(editor.Cursor);
        y.ShouldBeInRange(0, Height - 1);
        x.ShouldBeInRange(2, Width - 1);
        var isZeroWide = editor.Cursor.Column < editor.Buffer.Lines[line].Length && CellText.Width(Cluster(editor)) == 0;
        if (!isZeroWide)
            editor.PositionAtCell(x, y).ShouldBe(editor.Cursor);
    }

    [Fact]
    public void The_screen_shows_rows_that_go_on_with_their_mark_the_selection_and_the_cursor()
    {
        var editor = Wrapped(Long + "\nLIMIT 10").Select(new(0, 10), new(0, 34)) with { ErrorMark = new(1, 6) };
        var canvas = new CellCanvas(Width, Height);
        editor.Draw(canvas, EditorStyles.Plain, hasFocus: true, line => line == 0 ? [new(0, 6, Style.Of(Color.Basic(4)))] : []);
        Golden.ShouldMatch(CanvasDump.TextAndStyles(canvas), "editor wrapped.txt");
    }

    [Theory]
    [InlineData(0, "v", 18)]
    [InlineData(0, "v v", 38)]
    [InlineData(5, "v v v", 56)]
    [InlineData(20, "^", 2)]
    [InlineData(51, "^", 38)]
    [InlineData(25, "Home", 18)]
    [InlineData(18, "Home", 0)]
    [InlineData(3, "End", 17)]
    [InlineData(17, "End", 50)]
    [InlineData(40, "End", 50)]
    [InlineData(0, "S-v Del Home", 0)]
    public void Arrows_and_the_keys_to_the_ends_go_by_rows(int from, string keys, int to)
    {
        var editor = Wrapped(Long + "\nLIMIT 10");
        editor = editor.MoveTo(editor.PositionAt(from));
        foreach (var key in Press.All(keys))
            editor = editor.Handle(key, Height).ShouldNotBeNull().Scrolled(Width, Height);
        editor.CursorOffset.ShouldBe(to);
    }

    [Fact]
    public void The_column_is_kept_over_rows_that_are_shorter()
    {
        var editor = Wrapped(Long + "\n\n" + Long);
        editor = editor.MoveTo(new(0, 15));
        for (var i = 0; i < 4; i++)
            editor = editor.MoveRows(1);
        editor.Cursor.ShouldBe(new(2, 15));
    }

    [Fact]
    public void A_line_longer_than_the_view_is_scrolled_within()
    {
        var editor = Wrapped(string.Join(' ', Enumerable.Range(100, 60)) + "\nend");
        editor = editor.MoveTo(editor.Buffer.End).Scrolled(Width, Height);
        (editor.Top, editor.TopRow > 0).ShouldBe((0, true));
        Shown(editor).ShouldContain("2 end");
        editor = editor.MoveTo(default).Scrolled(Width, Height);
        (editor.Top, editor.TopRow).ShouldBe((0, 0));
        editor = editor.ScrollBy(3, 0).Scrolled(Width, Height);
        (editor.Top, editor.TopRow, editor.Cursor).ShouldBe((0, 3, default));
    }

    [Fact]
    public void A_click_a_drag_and_a_word_are_found_in_the_row_that_was_pressed()
    {
        var area = new CellRect(0, 0, Width, Height);
        var editor = Wrapped(Long);
        editor.HandleMouse(new(MouseAction.Press, MouseButton.Left, 4, 1, Clicks: 1), area)!.Cursor.ShouldBe(new(0, 20));
        editor.HandleMouse(new(MouseAction.Press, MouseButton.Left, 4, 1, Clicks: 2), area)!.SelectedText.ShouldBe("sum");
        editor.HandleMouse(new(MouseAction.Press, MouseButton.Left, 22, 0, Clicks: 1), area)!.Cursor.ShouldBe(new(0, 17));
        editor
            .HandleMouse(new(MouseAction.Press, MouseButton.Left, 2, 0, Clicks: 1), area)!
            .HandleMouse(new(MouseAction.Drag, MouseButton.Left, 5, 1), area)!
            .SelectedText.ShouldBe("SELECT county_zh, sum");
    }

    [Fact]
    public void Without_it_a_line_is_one_row_again()
    {
        var editor = Wrapped(Long).MoveTo(new(0, 30)).Scrolled(Width, Height) with { IsWrapped = false };
        editor = editor.MoveTo(default).Scrolled(Width, Height);
        Shown(editor).ShouldStartWith("1 SELECT county_zh, su›");
        editor.MoveRows(1).Cursor.ShouldBe(editor.Buffer.End);
    }

    [Theory]
    [InlineData("gj", 18)]
    [InlineData("gjgj", 38)]
    [InlineData("gjgjgk", 18)]
    [InlineData("j", 51)]
    [InlineData("jk", 0)]
    [InlineData("lgjl", 20)]
    [InlineData("dgj", 0)]
    [InlineData("L", 51)]
    public void Vim_keys_go_by_lines_and_with_g_by_rows(string keys, int to)
    {
        var vim = VimEditor.Of(Wrapped(Long + "\nLIMIT 10"));
        foreach (var key in VimPress.Keys(keys))
            vim = vim.Handle(key, Height).ShouldNotBeNull().Vim.Scrolled(Width, Height);
        vim.Editor.CursorOffset.ShouldBe(to);
        vim.Editor.Text.ShouldBe(keys == "dgj" ? Long[18..] + "\nLIMIT 10" : Long + "\nLIMIT 10");
    }

    [Theory]
    [InlineData("zt", 0)]
    [InlineData("zz", 3)]
    [InlineData("zb", 5)]
    public void Vim_turns_the_view_by_rows(string keys, int row)
    {
        var text = string.Join('\n', Enumerable.Repeat(Long, 10));
        var vim = VimEditor.Of(Wrapped(text).MoveTo(new(5, 20)).Scrolled(Width, Height));
        foreach (var key in VimPress.Keys(keys))
            vim = vim.Handle(key, Height).ShouldNotBeNull().Vim.Scrolled(Width, Height);
        vim.Editor.Cursor.ShouldBe(new(5, 20));
        vim.Editor.CellOf(vim.Editor.Cursor).Y.ShouldBe(row);
    }

    private static TextEditor Wrapped(string text) => (TextEditor.Of(text) with { IsWrapped = true }).Scrolled(Width, Height);

    private static string Shown(TextEditor editor)
    {
        var canvas = new CellCanvas(Width, Height);
        editor.Draw(canvas, EditorStyles.Plain, hasFocus: true);
        return CanvasDump.Text(canvas);
    }

    private static IEnumerable<int> Starts(LineRows rows) => Enumerable.Range(0, rows.Count).Select(row => rows[row].Start);

    private static string Cluster(TextEditor editor)
    {
        var line = editor.Buffer.Lines[editor.Cursor.Line];
        return line[editor.Cursor.Column..ClusterBreaks.Next(line, editor.Cursor.Column)];
    }

    private static string Line(Choices random) =>
        string.Concat(
            Enumerable
                .Range(0, random.Next(12))
                .Select(_ =>
                    random.Next(4) switch
                    {
                        0 => "SELECT county, ",
                        1 => "铜仁市碧江区",
                        2 => new string('x', random.Next(25)),
                        _ => Samples.Text(random, 5),
                    }
                )
        );
}
