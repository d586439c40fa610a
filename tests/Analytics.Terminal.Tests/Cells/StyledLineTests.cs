using Analytics.Terminal.Cells;

namespace Analytics.Terminal.Tests.Cells;

public class StyledLineTests
{
    private static readonly Style Marked = Style.Default.With(TextAttributes.Bold);

    [Fact]
    public void Pieces_become_one_line_with_a_span_each()
    {
        var line = StyledLine.Of([("甲 ", default), ("12", Marked)]);
        line.Text.ShouldBe("甲 12");
        line.Spans[1].ShouldBe(new StyledSpan(2, 2, Marked));
    }

    [Fact]
    public void Spans_go_with_their_characters_over_line_breaks()
    {
        var line = new StyledLine("一二三 四五六", default, [new(1, 4, Marked)]);
        var wrapped = line.Wrap(6);
        wrapped.Select(l => l.Text).ShouldBe(["一二三", "四五六"]);
        wrapped[0].Spans.ShouldBe([new StyledSpan(1, 2, Marked)]);
        wrapped[1].Spans.ShouldBe([new StyledSpan(0, 1, Marked)]);
    }

    [Fact]
    public void Characters_that_are_shown_longer_move_what_follows()
    {
        var line = new StyledLine("a\u202Eb", default, [new(2, 1, Marked)]);
        var shown = line.Wrap(40).ShouldHaveSingleItem();
        shown.Text.Substring(shown.Spans[0].Start, shown.Spans[0].Length).ShouldBe("b");
    }

    [ForAnyChoices(100)]
    public void Marked_characters_are_the_same_after_wrapping_at_any_width(Choices random)
    {
        const string Text = "截至目前,村级后备力量312人,其中党员219人 (70.19%)，“引号”与 English words。";
        var width = random.Next(2, 60);
        var start = random.Next(Text.Length);
        var length = random.Next(Text.Length - start);
        var lines = new StyledLine(Text, default, [new(start, length, Marked)]).Wrap(width);
        var marked = string.Concat(lines.SelectMany(l => l.Spans.Select(s => l.Text.Substring(s.Start, s.Length))));
        marked
            .Replace(" ", "", StringComparison.Ordinal)
            .ShouldBe(Text.Substring(start, length).Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Drawing_stops_scrolling_at_the_end()
    {
        var canvas = new CellCanvas(6, 2);
        StyledLines.Draw(canvas, [.. Enumerable.Range(1, 5).Select(i => StyledLine.Of($"{i}"))], 99).ShouldBe(3);
        CanvasDump.Text(canvas).ShouldStartWith("4");
    }
}
