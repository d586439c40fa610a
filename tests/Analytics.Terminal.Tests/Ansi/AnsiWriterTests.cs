using System.Text;
using Analytics.Terminal.Ansi;
using Analytics.Terminal.Cells;

namespace Analytics.Terminal.Tests.Ansi;

public class AnsiWriterTests
{
    [ForAnyChoices(150)]
    public void Replaying_the_difference_turns_one_screen_into_the_other(Choices random)
    {
        int width = random.Next(1, 40),
            height = random.Next(1, 8);
        var writer = new AnsiWriter(ColorDepth.TrueColor);
        var screen = new TestScreen(width, height);
        CellCanvas? shown = null;
        for (var frame = 0; frame < 6; frame++)
        {
            var next = Scribble(random, width, height, shown);
            screen.Replay(writer.Diff(shown, next).Span);
            AssertShows(screen, next);
            shown = next;
        }
    }

    [ForAnyChoices(200)]
    public void Where_the_terminal_draws_disputed_clusters_otherwise_all_else_still_stands_in_its_place(Choices random)
    {
        var disputedWidth = random.Next(1, 3);
        var writer = new AnsiWriter(ColorDepth.TrueColor);
        var screen = new TestScreen(30, 3, disputedWidth);
        CellCanvas? shown = null;
        for (var frame = 0; frame < 4; frame++)
        {
            var next = Scribble(random, 30, 3, shown);
            screen.Replay(writer.Diff(shown, next).Span);
            shown = next;
        }
        for (var y = 0; y < 3; y++)
        {
            for (var x = 0; x < 30; x++)
            {
                if (!TouchesDisputed(shown!, x, y))
                    screen[x, y].ShouldBe((shown![x, y].Text, shown[x, y].Style), $"({x}, {y})");
                else if (disputedWidth == 1 && shown![x, y].IsContinuation)
                    screen[x, y].ShouldBe((" ", shown[x, y].Style), $"nothing old shows at ({x}, {y})");
            }
        }
    }

    [Fact]
    public void An_unchanged_screen_costs_nothing()
    {
        var canvas = new CellCanvas(20, 3);
        canvas.Write(0, 0, "碧江区“万山区”", Style.Of(Color.Basic(2)));
        var same = new CellCanvas(20, 3);
        same.Write(0, 0, "碧江区“万山区”", Style.Of(Color.Basic(2)));
        new AnsiWriter(ColorDepth.TrueColor).Diff(canvas, same).Length.ShouldBe(0);
    }

    [Fact]
    public void One_changed_cell_costs_one_cell()
    {
        var (before, after) = (new CellCanvas(80, 24), new CellCanvas(80, 24));
        after.Write(40, 12, "x");
        var bytes = Encoding.UTF8.GetString(new AnsiWriter(ColorDepth.TrueColor).Diff(before, after).Span);
        bytes.ShouldBe("\e[?2026h\e[?25l\e[0m\e[13;41Hx\e[?2026l");
    }

    [Theory]
    [InlineData(TextAttributes.None, TextAttributes.Dim, "\e[2m")]
    [InlineData(TextAttributes.Bold, TextAttributes.Bold | TextAttributes.Dim, "\e[2m")]
    [InlineData(TextAttributes.Bold | TextAttributes.Dim, TextAttributes.Bold, "\e[0;1m")]
    [InlineData(
        TextAttributes.Bold | TextAttributes.Underline | TextAttributes.Italic,
        TextAttributes.Bold | TextAttributes.Italic,
        "\e[24m"
    )]
    [InlineData(TextAttributes.Reverse, TextAttributes.None, "\e[0m")]
    [InlineData(TextAttributes.Reverse, TextAttributes.Reverse, "")]
    public void A_style_changes_by_the_shorter_way(TextAttributes before, TextAttributes after, string expected)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        Sgr.WriteChange(output, Style.Default.With(before), Style.Default.With(after), ColorDepth.TrueColor);
        Encoding.ASCII.GetString(output.WrittenSpan).ShouldBe(expected);
    }

    [Fact]
    public void Within_a_row_the_cursor_goes_by_columns()
    {
        var (before, after) = (new CellCanvas(80, 24), new CellCanvas(80, 24));
        after.Write(3, 12, "x");
        after.Write(9, 12, "“");
        after.Write(40, 12, "y");
        var bytes = Encoding.UTF8.GetString(new AnsiWriter(ColorDepth.TrueColor).Diff(before, after).Span);
        bytes.ShouldBe("\e[?2026h\e[?25l\e[0m\e[13;4Hx\e[5C \e[10G“\e[11G \e[41Gy\e[?2026l");
    }

    [Fact]
    public void A_moved_cursor_alone_is_written()
    {
        var (before, after) = (new CellCanvas(10, 2), new CellCanvas(10, 2));
        after.Cursor = (3, 1);
        var screen = new TestScreen(10, 2).Replay(new AnsiWriter(ColorDepth.None).Diff(before, after).Span);
        (screen.CursorShown, screen.Cursor).ShouldBe((true, (3, 1)));
    }

    [Theory]
    [InlineData(ColorDepth.TrueColor, "\e[0;1;38;2;255;135;0;48;5;17m")]
    [InlineData(ColorDepth.Indexed256, "\e[0;1;38;5;208;48;5;17m")]
    [InlineData(ColorDepth.Basic16, "\e[0;1;33;40m")]
    [InlineData(ColorDepth.None, "\e[0;1m")]
    public void Colours_come_down_to_what_the_terminal_shows(ColorDepth depth, string expected)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        Sgr.Write(output, new(Color.Rgb(0xFF8700), Color.Indexed(17), TextAttributes.Bold), depth);
        Encoding.ASCII.GetString(output.WrittenSpan).ShouldBe(expected);
    }

    internal static CellCanvas Scribble(Random random, int width, int height, CellCanvas? previous)
    {
        var canvas = new CellCanvas(width, height);
        if (previous is not null && random.Next(3) > 0)
            Copy(previous, canvas);
        for (var i = random.Next(8); i > 0; i--)
        {
            var style = RandomStyle(random);
            if (random.Next(4) == 0)
                canvas.Fill(new(random.Next(width), random.Next(height), random.Next(width), random.Next(height)), style);
            else
                canvas.Write(random.Next(-3, width), random.Next(height), Samples.Text(random, 12), style);
        }
        if (random.Next(2) == 0)
            canvas.Cursor = (random.Next(width), random.Next(height));
        return canvas;
    }

    private static void Copy(CellCanvas from, CellCanvas to)
    {
        for (var y = 0; y < from.Height; y++)
        {
            for (var x = 0; x < from.Width; x++)
            {
                if (from[x, y].Width > 0)
                    to.Write(x, y, from[x, y].Text, from[x, y].Style);
            }
        }
    }

    private static Style RandomStyle(Random random) => new(RandomColor(random), RandomColor(random), (TextAttributes)random.Next(32));

    private static Color RandomColor(Random random) =>
        random.Next(4) switch
        {
            0 => Color.Default,
            1 => Color.Basic(random.Next(16)),
            2 => Color.Indexed(random.Next(256)),
            _ => Color.Rgb(random.Next(0x1000000)),
        };

    private static void AssertShows(TestScreen screen, CellCanvas canvas)
    {
        for (var y = 0; y < canvas.Height; y++)
        {
            for (var x = 0; x < canvas.Width; x++)
                screen[x, y].ShouldBe((canvas[x, y].Text, canvas[x, y].Style), $"({x}, {y})");
        }

        screen.CursorShown.ShouldBe(canvas.Cursor is not null);
        if (canvas.Cursor is { } cursor)
            screen.Cursor.ShouldBe(cursor);
        screen.FrameDepth.ShouldBe(0);
    }

    // The cells of a disputed cluster, and those it may have run over or cleared: its neighbours.
    private static bool TouchesDisputed(CellCanvas canvas, int x, int y)
    {
        for (var i = Math.Max(0, x - 2); i <= Math.Min(canvas.Width - 1, x); i++)
        {
            if (canvas[i, y].IsDisputed && i + canvas[i, y].Width > x)
                return true;
        }

        return false;
    }
}
