using Analytics.Engine.Documents;

namespace Analytics.Engine.Tests.Documents;

public class DocxColumnsTests
{
    [Fact]
    public void Columns_that_a_page_holds_stand_in_one_table() =>
        DocxColumns.Parted([24, 8, 8, 3], sources: 4).ShouldHaveSingleItem().ShouldBe([0, 1, 2, 3]);

    [Fact]
    public void Others_are_parted_into_tables_that_all_begin_with_the_first_column()
    {
        var parts = DocxColumns.Parted([.. Enumerable.Repeat(12.0, 20)], sources: 13);
        parts.Count.ShouldBe(4);
        parts.ShouldAllBe(p => p[0] == 0 && p.Count <= 7);
        parts.SelectMany(p => p.Skip(1)).ShouldBe(Enumerable.Range(1, 19));
    }

    [Fact]
    public void Sources_that_do_not_fit_behind_the_last_column_take_it_with_them()
    {
        double[] wanted = [.. Enumerable.Repeat(12.0, 7)];
        DocxColumns.Parted(wanted, sources: null).Count.ShouldBe(1);
        DocxColumns.Parted(wanted, sources: 13).Select(p => p.Count).ShouldBe([6, 2]);
    }
}
