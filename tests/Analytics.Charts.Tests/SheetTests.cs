namespace Analytics.Charts.Tests;

public class SheetTests
{
    [Fact]
    public void A_text_that_its_column_is_as_wide_as_stands_in_one_line()
    {
        string[] texts = ["12", "37", "105", "36.37", "2468人", "40余块", "85.78%", "just over 860"];
        foreach (var text in texts)
        {
            var table = new SheetTable(
                ["行", "句"],
                [
                    [text, "按照“一村一策”"],
                    ["1", "x"],
                ],
                [true, false]
            );
            var block = SheetTableLayout.Of(table, 900, Palette.Light);
            block.Items.OfType<TextItem>().Select(item => item.Text).ShouldContain(text);
        }
    }
}
