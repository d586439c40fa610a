namespace Analytics.Charts.Tests;

/// <summary>The alt text: what it says of few rows, of many, and that it stays short enough to be heard.</summary>
public class DescriptionTests
{
    [Fact]
    public void Few_rows_are_read_out_with_their_doubts() => ChartDescription.Write(Samples.Suspect).ShouldContain("95.55% 存疑");

    [Fact]
    public void Of_many_rows_the_largest_the_smallest_and_the_missing_are_told()
    {
        var text = ChartDescription.Write(Samples.TenCounties);
        text.ShouldContain("最大 万山区 312人；最小 思南县 0人；本库来源未见6项；无来源1项");
        text.ShouldNotContain("沿河");
    }

    [Fact]
    public void Cells_of_a_table_are_counted_not_listed()
    {
        var cells = Enumerable.Range(0, 200).Select(i => new ChartMark($"县{i % 10}", i % 3 == 0 ? null : i) { Series = $"主题{i / 10}" });
        var text = ChartDescription.Write(Samples.Enrolment with { Kind = ChartKind.Heatmap, Marks = [.. cells] });
        text.ShouldContain("200格中133格有数值：本库来源未见67项");
        text.Length.ShouldBeLessThan(160);
    }

    [Theory]
    [InlineData(3, 60)]
    [InlineData(8, 200)]
    [InlineData(400, 900)]
    public void It_never_grows_longer_than_can_be_heard(int rows, int length)
    {
        var long_ = new string('长', length);
        foreach (var kind in new[] { ChartKind.Bar, ChartKind.Kpi, ChartKind.Line, ChartKind.Box })
        {
            var spec = Samples.Enrolment with
            {
                Kind = kind,
                Title = long_,
                Marks = [.. Enumerable.Range(0, rows).Select(i => new ChartMark(long_ + i, i) { Detail = long_ })],
                Caveats = [long_, long_, long_],
                Sources = [],
            };
            ChartDescription.Write(spec).Length.ShouldBeInRange(60, ChartDescription.MostCharacters);
        }
    }
}
