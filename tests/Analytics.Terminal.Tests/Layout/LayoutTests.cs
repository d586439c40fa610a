using Analytics.Terminal.Layout;

namespace Analytics.Terminal.Tests.Layout;

public class LayoutTests
{
    [Fact]
    public void Fixed_parts_come_first_and_the_rest_is_shared_by_weight() =>
        Span.Share(80, [Span.Fixed(20), Span.Ratio(1), Span.Ratio(2)]).ShouldBe([20, 20, 40]);

    [Fact]
    public void A_minimum_is_kept_and_the_others_share_what_remains() =>
        Span.Share(40, [Span.Ratio(1, 25), Span.Ratio(1), Span.Ratio(2)]).ShouldBe([25, 5, 10]);

    [Fact]
    public void Without_room_earlier_parts_come_first() =>
        Span.Share(10, [Span.Fixed(6), Span.Ratio(1, 6), Span.Fixed(3)]).ShouldBe([6, 4, 0]);

    [ForAnyChoices(1000)]
    public void Shares_always_add_up(Choices random)
    {
        var spans = Enumerable
            .Range(0, random.Next(1, 6))
            .Select(_ => random.Next(2) == 0 ? Span.Fixed(random.Next(20)) : Span.Ratio(random.Next(1, 5), random.Next(10)))
            .Append(Span.Fill)
            .ToArray();
        var total = random.Next(100);
        var lengths = Span.Share(total, spans);
        lengths.Sum().ShouldBe(total);
        lengths.ShouldAllBe(length => length >= 0);
    }

    [Fact]
    public void Rectangles_split_without_gaps()
    {
        var area = new CellRect(2, 3, 10, 6);
        area.SplitRows(Span.Fixed(1), Span.Fill, Span.Fixed(1)).ShouldBe([new(2, 3, 10, 1), new(2, 4, 10, 4), new(2, 8, 10, 1)]);
        area.SplitColumns(Span.Ratio(1), Span.Ratio(1)).ShouldBe([new(2, 3, 5, 6), new(7, 3, 5, 6)]);
    }

    [Fact]
    public void Rectangles_that_do_not_meet_have_an_empty_part_in_common() =>
        new CellRect(0, 0, 2, 2).Intersect(new(5, 5, 2, 2)).IsEmpty.ShouldBeTrue();
}
