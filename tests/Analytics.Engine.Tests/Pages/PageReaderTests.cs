using Analytics.Engine.Models;
using Analytics.Engine.Pages;

namespace Analytics.Engine.Tests.Pages;

public sealed class PageReaderTests : IDisposable
{
    private const string Model = """
        model: small
        source: {table: figures, evidence: obs_id}
        dimensions:
          kind: {column: modality}
        measures:
          n: {expr: count(*)}
          mean: {expr: avg(value)}
        """;

    private const string Page = """
        page: one
        model: small
        title: {zh: 一, en: One}
        slicers: {kind: {multi: true}}
        layout:
          small: ["bar 10", "table *"]
        visuals:
          bar: {kind: bar, x: kind, value: n, sort: desc}
          table: {kind: table, columns: [kind, value], listen: [slicers, bar]}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(ShippedPages.Names), MemberType = typeof(ShippedPages))]
    public void Each_page_of_the_product_is_without_fault(string name) =>
        ShippedPages.Catalog.Read(name).Faults.Select(f => f.In(Language.En)).ShouldBeEmpty();

    [Fact]
    public void A_page_says_where_its_visuals_stand_and_what_they_follow()
    {
        var page = Read(Page).Get();
        page.Layouts.Small.Select(r => (r.Cells[0].Visual, r.Height)).ShouldBe([("bar", 10), ("table", null)]);
        page.Layouts.For(200, 60).ShouldBe(page.Layouts.Small);
        page.Visual("table").ListensToVisual("bar").ShouldBeTrue();
        page.Visual("bar").Emit.Select(f => f.Name).ShouldBe(["kind"]);
        page.SlicerOf("kind")!.IsMulti.ShouldBeTrue();
    }

    [Theory]
    [InlineData("x: kind", "x: knd", 8, "'knd' is no dimension; near: kind")]
    [InlineData("\"table *\"", "\"tabel *\"", 6, "'tabel' is no visual; near: table")]
    [InlineData("listen: [slicers, bar]", "listen: [slicers, baar]", 9, "'baar' is no visual or slicer; near: bar")]
    [InlineData("kind: bar", "kind: bat", 8, "'bat' is not one of")]
    [InlineData("sort: desc", "sorted: desc", 8, "has no key 'sorted'; near: sort")]
    [InlineData("value: n,", "value: m,", 8, "'m' is no measure; near: ")]
    [InlineData("value: n, sort: desc", "value: mean, top: 3, others: true", 8, "'mean' does not add up")]
    [InlineData("model: small", "model: smal", 2, "there is no model 'smal'")]
    [InlineData("\"bar 10\"", "\"bar\"", 6, "must end with a height in lines or *")]
    [InlineData("\"bar 10\"", "\"bar*9 table*1 10\"", 6, "leave no room for the table")]
    [InlineData("title: {zh: 一, en: One}", "title: {zh: 一}", 3, "lacks 'en'")]
    [InlineData("visuals:", "visuals:\n  bar: {kind: text, text: x}", 9, "stands twice (first in line 8)")]
    public void A_fault_is_told_with_its_line(string right, string wrong, int line, string problem)
    {
        var faults = Read(Page.Replace(right, wrong, StringComparison.Ordinal)).Faults;
        var fault = faults.ShouldHaveSingleItem();
        fault.In(Language.En).ShouldContain(problem);
        fault.Place.Line.ShouldBe(line);
        fault.Problem.Zh.ShouldNotBe(fault.Problem.En);
    }

    [Fact]
    public void All_faults_are_told_at_once_in_the_order_of_the_file()
    {
        var wrong = Page.Replace("multi: true", "multi: yes", StringComparison.Ordinal)
            .Replace("x: kind", "x: kid", StringComparison.Ordinal)
            .Replace("kind: table,", "kind: table, colour: red,", StringComparison.Ordinal);
        Read(wrong).Faults.Select(f => f.Place.Line).ShouldBe([4, 8, 9]);
    }

    [Fact]
    public void An_unclosed_quote_is_a_fault_at_or_before_a_place() =>
        Read(Page.Replace("\"bar 10\"", "\"bar 10", StringComparison.Ordinal))
            .Faults.ShouldHaveSingleItem()
            .Problem.En.ShouldContain("at or before");

    /// <summary>A file is often read while a person is in the middle of it: no beginning of one ends the program.</summary>
    [Fact]
    public void Any_beginning_of_a_file_is_read_or_told_as_a_fault()
    {
        foreach (var length in Enumerable.Range(0, Page.Length))
        {
            foreach (var fault in Read(Page[..length] + "\nmore: text").Faults)
                fault.Place.Line.ShouldBeInRange(1, Page.Count(c => c == '\n') + 3);
        }

        Read(Page.Replace("en: One}", "en: One", StringComparison.Ordinal))
            .Faults.ShouldHaveSingleItem()
            .Problem.En.ShouldContain("a brace or bracket is not closed");
    }

    private Reading<PageSpec> Read(string text)
    {
        _folder.File("models/small.yaml", Model);
        var catalog = new PageCatalog([], new ModelCatalog([Path.Combine(_folder.Path, "models")]));
        return catalog.Read("one", "one.yaml", text);
    }
}
