using Analytics.Engine.Results;

namespace Analytics.Engine.Tests.Results;

public class ResultTableTests
{
    [Fact]
    public void Cells_are_found_across_chunks()
    {
        using var session = TestHome.Open();
        using var table = ResultTable.Read(session.Run("SELECT range AS n, '村' || range AS t FROM range(5000)"));
        table.RowCount.ShouldBe(5000);
        foreach (var row in new[] { 0, 2047, 2048, 4095, 4096, 4999 })
            (table.Value(row, 0), table.Text(row, 1)).ShouldBe(((long)row, $"村{row}"));
        Should.Throw<ArgumentOutOfRangeException>(() => table.Text(5000, 0));
    }

    [Fact]
    public void A_limit_cuts_and_is_remembered()
    {
        using var session = TestHome.Open();
        using var table = ResultTable.Read(session.Run("FROM range(5000)"), new RowLimit(2100));
        (table.RowCount, table.IsTruncated).ShouldBe((2100, true));
        table.Text(2099, 0).ShouldBe("2099");
        Should.Throw<ArgumentOutOfRangeException>(() => table.Text(2100, 0));
    }

    [Fact]
    public void Null_is_neither_empty_text_nor_zero()
    {
        using var session = TestHome.Open();
        using var table = ResultTable.Read(session.Run("SELECT NULL::INTEGER AS a, '' AS b, 0 AS c"));
        (table.IsNull(0, 0), table.Text(0, 0), table.Number(0, 0)).ShouldBe((true, null, null));
        (table.IsNull(0, 1), table.Text(0, 1)).ShouldBe((false, ""));
        table.Number(0, 2).ShouldBe(0);
    }

    [Fact]
    public void Columns_are_found_ignoring_case()
    {
        using var session = TestHome.Open();
        using var table = ResultTable.Read(session.Run("SELECT 1 AS Obs_Id"));
        (table.ColumnIndex("obs_id"), table.ColumnIndex("x")).ShouldBe((0, -1));
    }
}
