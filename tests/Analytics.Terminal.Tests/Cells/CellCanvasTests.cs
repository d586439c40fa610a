using Analytics.Terminal.Cells;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Tests.Cells;

public class CellCanvasTests
{
    private static readonly Style Red = Style.Of(Color.Basic(1));

    [Fact]
    public void Wide_characters_take_a_cell_and_its_continuation()
    {
        var canvas = new CellCanvas(5, 1);
        canvas.Write(1, 0, "铜a", Red).ShouldBe(4);
        canvas[1, 0].ShouldBe(new Cell("铜", 2, false, Red));
        canvas[2, 0].ShouldBe(Cell.Continuation(Red));
        canvas[3, 0].Text.ShouldBe("a");
    }

    [Theory]
    [InlineData(4, "    .")]
    [InlineData(-1, ".    ")]
    public void A_wide_character_cut_by_an_edge_is_a_blank_in_its_style(int x, string styles)
    {
        var canvas = new CellCanvas(5, 1);
        canvas.Write(x, 0, "铜", Red);
        CanvasDump.Text(canvas).ShouldBe("\n");
        for (var i = 0; i < 5; i++)
            canvas[i, 0].Style.ShouldBe(styles[i] == '.' ? Red : default);
    }

    [Theory]
    [InlineData(0, "x 仁")]
    [InlineData(1, " x仁")]
    [InlineData(2, "铜x")]
    [InlineData(3, "铜 x")]
    public void Overwriting_half_of_a_wide_character_blanks_the_other_half(int x, string expected)
    {
        var canvas = new CellCanvas(4, 1);
        canvas.Write(0, 0, "铜仁");
        canvas.Write(x, 0, "x");
        CanvasDump.Text(canvas).ShouldBe(expected + "\n");
    }

    [Fact]
    public void A_wide_character_written_across_two_others_blanks_what_is_left_of_them()
    {
        var canvas = new CellCanvas(4, 1);
        canvas.Write(0, 0, "铜仁");
        canvas.Write(1, 0, "中");
        CanvasDump.TextAndStyles(canvas).ShouldBe("| 中 |\n:....:\n");
    }

    [Fact]
    public void A_region_counts_from_its_own_corner_and_clips_at_its_own_edges()
    {
        var canvas = new CellCanvas(8, 3);
        var region = canvas.Region(new(2, 1, 3, 1));
        region.Write(-1, 0, "abcdefgh", Red);
        region.Write(0, 1, "outside");
        region.Cursor = (1, 0);
        CanvasDump
            .TextAndStyles(canvas)
            .ShouldBe("|        |\n|  bcd   |\n|        |\n:........:\n:..xxx...:\n:........:\nx = 1/-\ncursor = 3,1\n");
    }

    [Fact]
    public void A_cursor_outside_is_hidden()
    {
        var canvas = new CellCanvas(8, 3) { Cursor = (8, 0) };
        canvas.Cursor.ShouldBeNull();
    }

    [Fact]
    public void Control_characters_never_reach_a_cell()
    {
        var canvas = new CellCanvas(30, 1);
        canvas.Write(0, 0, "\e]0;title\a\r\n\u202E");
        CanvasDump.Text(canvas).ShouldBe("␛]0;title␇␍␊\\u202E\n");
        canvas.WriteSpans(0, 0, "\e[2J", default, []);
        canvas[0, 0].Text.ShouldBe("␛");
    }

    [ForAnyChoices(100)]
    public void Any_text_anywhere_leaves_every_wide_character_whole(Choices random)
    {
        var canvas = new CellCanvas(12, 2);
        for (var i = 0; !random.AreUsedUp; i++)
        {
            canvas
                .Region(new(random.Next(6), 0, random.Next(12), 2))
                .Write(random.Next(-4, 12), random.Next(2), Samples.Text(random, 8), Red);
            if (i % 7 == 0)
                canvas.Fill(new(random.Next(12), random.Next(2), random.Next(4), 1), default);
            AssertWhole(canvas);
        }
    }

    [Fact]
    public void Restyling_keeps_both_halves_alike()
    {
        var canvas = new CellCanvas(4, 1);
        canvas.Write(0, 0, "铜仁");
        canvas.Restyle(new(0, 0, 3, 1), style => Red.Over(style));
        CanvasDump.TextAndStyles(canvas).ShouldBe("|铜仁|\n:xxxx:\nx = 1/-\n");
    }

    [Fact]
    public void A_box_holds_its_title_and_returns_its_inside()
    {
        var canvas = new CellCanvas(14, 3);
        canvas.Box(canvas.Bounds, default, "德江县、沿河县").ShouldBe(new CellRect(1, 1, 12, 1));
        CanvasDump.Text(canvas).ShouldBe("┌─ 德江县… ──┐\n│            │\n└────────────┘\n");
    }

    [Fact]
    public void Boxes_are_of_ascii_where_line_drawing_would_take_two_cells()
    {
        var canvas = new CellCanvas(6, 3, AmbiguousWidth.Two);
        canvas.Box(canvas.Bounds);
        CanvasDump.Text(canvas).ShouldBe("+----+\n|    |\n+----+\n");
    }

    private static void AssertWhole(CellCanvas canvas)
    {
        for (var y = 0; y < canvas.Height; y++)
        {
            for (var x = 0; x < canvas.Width; x++)
            {
                if (canvas[x, y].Width == 2)
                    canvas[x + 1, y].IsContinuation.ShouldBeTrue($"after ({x}, {y})");
                if (canvas[x, y].IsContinuation)
                    canvas[x - 1, y].Width.ShouldBe((byte)2, $"before ({x}, {y})");
            }
        }
    }
}
