using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Terminal.Tests.Widgets;

public class GridTests
{
    private static readonly string[] Counties = ["碧江区", "万山区", "玉屏侗族自治县", "江口县", "石阡县", "思南县"];

    private static readonly Grid Sample = Grid.Of(
        6,
        [new("县", 10), new("平均年龄", 8, TextAlignment.Right, "岁"), new("note", 12), new("四", 6, TextAlignment.Center), new("五", 9)]
    ) with
    {
        Frozen = 1,
    };

    private static GridCell CellOf(int row, int column) =>
        column switch
        {
            0 => new(Counties[row]),
            1 => row == 3 ? new("NULL", Style.Default.With(TextAttributes.Dim)) : new((30 + row * 1.25m).ToString("0.00")),
            2 => new(row == 1 ? "first\nsecond" : "“注”①"),
            3 => new("👨‍👩‍👧"),
            _ => new("ע" + new string('x', row)),
        };

    [Theory]
    [InlineData(64, 10, 0, 0, "grid")]
    [InlineData(40, 7, 5, 3, "grid scrolled right")]
    [InlineData(9, 4, 2, 0, "grid tiny")]
    public void The_screen_keeps_columns_in_line(int width, int height, int row, int column, string golden)
    {
        var canvas = new CellCanvas(width, height);
        Sample.MoveTo(row, column).Draw(canvas, CellOf, GridStyles.Plain, hasFocus: true, "县");
        Golden.ShouldMatch(CanvasDump.TextAndStyles(canvas), golden + ".txt");
    }

    [ForAnyChoices(200)]
    public void Whatever_stands_in_the_cells_the_lines_between_columns_stay_straight(Choices random)
    {
        var ambiguous = (AmbiguousWidth)random.Next(2);
        var grid = Grid.Of(
                20,
                Enumerable
                    .Range(0, 6)
                    .Select(i => new GridColumn(Samples.Text(random, 5), random.Next(1, 15), (TextAlignment)random.Next(3)))
            )
            .MoveTo(random.Next(20), random.Next(6)) with
        {
            Frozen = random.Next(3),
        };
        var canvas = new CellCanvas(random.Next(1, 70), random.Next(1, 15), ambiguous);
        grid.Draw(canvas, (_, _) => new(Samples.Text(random, 10)), GridStyles.Plain, hasFocus: true);
        var view = grid.Scrolled(new(canvas.Width, canvas.Height));
        foreach (var slot in view.Slots(canvas.Width))
        {
            for (var y = view.HeaderHeight; y < canvas.Height; y++)
                canvas[slot.X - 2, y].Text.ShouldBe(canvas.Ornaments.Vertical);
        }
    }

    [Fact]
    public void Only_cells_in_view_are_asked_for()
    {
        var asked = new HashSet<(int, int)>();
        var grid = Grid.Of(10_000_000, [new("a", 5), new("b", 5)]).MoveTo(5_000_000, 0);
        grid.Draw(
            new CellCanvas(30, 12),
            (row, column) =>
            {
                asked.Add((row, column));
                return new("x");
            },
            GridStyles.Plain,
            hasFocus: true
        );
        asked.Count.ShouldBe(20);
        asked.ShouldContain((5_000_000, 1));
    }

    [ForAnyChoices(50)]
    public void The_cursor_is_always_in_view(Choices random)
    {
        var grid = Sample;
        string[] keys = ["<", ">", "^", "v", "PageUp", "PageDown", "Home", "End", "C-Home", "C-End", "C->"];
        while (!random.AreUsedUp)
        {
            grid = grid.Handle(Press.Of(keys[random.Next(keys.Length)]), 3).ShouldNotBeNull().Scrolled(new(45, 6));
            grid.Slots(45).ShouldContain(slot => slot.Column == grid.Column);
            grid.Row.ShouldBeInRange(grid.Top, grid.Top + 2);
        }
    }

    [Fact]
    public void A_click_finds_the_cell_that_was_drawn_there()
    {
        var grid = Sample.MoveTo(5, 4);
        var size = new Terminal.Layout.CellSize(40, 7);
        var canvas = new CellCanvas(size.Width, size.Height);
        grid.Draw(canvas, (row, column) => new($"{row}{column}"), GridStyles.Plain, hasFocus: false);
        for (var y = grid.HeaderHeight; y < size.Height; y++)
        {
            foreach (var slot in grid.Scrolled(size).Slots(size.Width))
            {
                var (row, column) = grid.CellAt(slot.X, y, size).ShouldNotBeNull();
                string.Concat(Enumerable.Range(slot.X, slot.Width).Select(x => canvas[x, y].Text)).Trim().ShouldBe($"{row}{column}");
            }
        }

        grid.CellAt(5, 0, size).ShouldBe((-1, 0));
    }

    [Fact]
    public void Grids_without_rows_or_columns_draw_and_move()
    {
        Grid.Of(0, []).MoveTo(3, 3).Draw(new CellCanvas(10, 4), CellOf, GridStyles.Plain, hasFocus: true);
        var grid = Grid.Of(0, [new("县", 4)]).Handle(new KeyEvent(Key.Down), 5).ShouldNotBeNull();
        (grid.Row, grid.Column).ShouldBe((0, 0));
    }

    [Fact]
    public void A_column_is_measured_in_cells_between_limits()
    {
        Grid.MeasureColumn("县", ["碧江区", "x"], 4, 20).ShouldBe(6);
        Grid.MeasureColumn("县", ["玉屏侗族自治县"], 4, 10).ShouldBe(10);
        Grid.MeasureColumn("", [], 4, 10).ShouldBe(4);
    }
}
