using Analytics.DuckDb;
using Analytics.Engine.Export;
using Analytics.Engine.Results;

namespace Analytics.Engine.Tests.Results;

public class ListingTests
{
    private static readonly Listing Small = new(
        [new("name", OwnRows.Text), new("n", OwnRows.Number), new("ids", OwnRows.Texts)],
        [
            ["村, \"a\"", 3, new[] { "x", "一个超过十二字节的长标识" }],
            [null, null, null],
            ["", -1, Array.Empty<string>()],
        ]
    );

    [Theory]
    [InlineData("csv", "name,n,ids\n\"村, \"\"a\"\"\",3,\"[x, 一个超过十二字节的长标识]\"\n,,\n\"\",-1,[]\n")]
    [InlineData(
        "jsonl",
        "{\"name\":\"村, \\\"a\\\"\",\"n\":3,\"ids\":[\"x\",\"一个超过十二字节的长标识\"]}\n"
            + "{\"name\":null,\"n\":null,\"ids\":null}\n{\"name\":\"\",\"n\":-1,\"ids\":[]}\n"
    )]
    public void Rows_of_our_own_are_written_as_results_are(string format, string expected)
    {
        using var stream = new MemoryStream();
        using (var table = Small.Table())
        using (var writer = ExportFormats.All.Single(f => f.Name == format).Open(stream, new WriteOptions()))
            writer.WriteAll(table).ShouldBe(new WriteReport(3, IsTruncated: false));
        System.Text.Encoding.UTF8.GetString(stream.ToArray()).ShouldBe(expected);
    }

    [Fact]
    public void More_rows_than_a_chunk_holds_keep_their_order_and_a_limit_cuts_them()
    {
        var many = Listing.OfTexts(["i"], Enumerable.Range(0, 5000).Select(i => (IReadOnlyList<string?>)[$"{i}"]));
        using var table = many.Table(new RowLimit(4097));
        (table.RowCount, table.IsTruncated, table.Text(4096, 0)).ShouldBe((4097, true, "4096"));
    }
}
