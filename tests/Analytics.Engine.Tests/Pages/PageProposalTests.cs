using Analytics.Engine.Models;
using Analytics.Engine.Pages;

namespace Analytics.Engine.Tests.Pages;

/// <summary>Models and pages that are made of the columns of files as people have them.</summary>
public sealed class PageProposalTests(ShippedPages shipped) : IClassFixture<ShippedPages>, IDisposable
{
    private const string Messy = """
         县 ,"金额（元）",单价,日期,编号,"say ""x"": {y}",空,年份
        碧江,10.5,2,2025-01-03,1,a,,2025
        松桃县,20,4,2025-02-03,2,b,,2025
        Songtao,5,,2024-02-03,3,a,,2024
        铜仁城区,1,3,,4,,,2024
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Names_become_choices_places_are_found_numbers_are_summed_and_rates_are_not()
    {
        var model = Made(out _).Model;
        model.Model.FieldOf("县")!.Dimension.ShouldBeOfType<TreeDimension>().IsNamed.ShouldBeTrue();
        model.Matches.ShouldHaveSingleItem().RowsFound.ShouldBe(3);
        model.Matches[0].Lost.ShouldHaveSingleItem().Name.ShouldBe("铜仁城区");
        model.Model.FieldOf("日期.month").ShouldNotBeNull();
        model.Model.FieldOf("say_x_y").ShouldNotBeNull();
        model.Model.FieldOf("年份").ShouldNotBeNull();
        model
            .Model.Measures.Select(m => (m.Name, m.Additivity, m.Unit))
            .ShouldBe([("n", Additivity.All, null), ("金额", Additivity.All, "元"), ("单价", Additivity.None, null)]);
    }

    [Fact]
    public void Every_visual_of_the_page_has_rows_and_none_fails()
    {
        var (model, page) = Made(out _);
        var reader = new VisualReader(shipped.Session, model, page, PageState.Start(page, model.Members));
        foreach (var visual in page.Visuals)
            reader.Read(visual).Content.ShouldNotBeOfType<VisualContent.Failed>(visual.Name);
        var sum = (VisualContent.Card)reader.Read(page.Visual("card2")).Content;
        sum.Lines[0].Text.Zh.ShouldStartWith("36.5");
    }

    [Fact]
    public void Files_that_are_there_are_replaced_only_if_that_is_said()
    {
        Made(out var proposal);
        Should.Throw<UserException>(() => proposal.Write(_folder.Path, overwrite: false)).Text.En.ShouldContain("exists already");
        proposal.Write(_folder.Path, overwrite: true).ShouldAllBe(p => File.Exists(p));
    }

    [Theory]
    [InlineData("x.duckdb", "is a database")]
    [InlineData("x.doc", "x.doc")]
    public void What_is_no_single_table_is_refused(string name, string problem)
    {
        var path = _folder.File(name, "");
        Should.Throw<UserException>(() => PageProposal.Of(shipped.Session, ShippedPages.Catalog, path)).Text.En.ShouldContain(problem);
    }

    private (OpenModel Model, PageSpec Page) Made(out PageProposal proposal)
    {
        proposal = PageProposal.Of(shipped.Session, ShippedPages.Catalog, _folder.File("my sales (1).csv", Messy));
        proposal.Name.ShouldBe("my_sales_1");
        proposal.Write(_folder.Path, overwrite: false);
        var models = new ModelCatalog([Path.Combine(_folder.Path, "models"), Path.Combine(Repository.Root, "queries", "models")]);
        var page = new PageCatalog([Path.Combine(_folder.Path, "pages")], models).Read(proposal.Name).Get();
        return (OpenModel.Open(shipped.Session, page.Model), page);
    }
}
