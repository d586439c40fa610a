using Analytics.Engine.Pages;

namespace Analytics.Engine.Tests.Pages;

public sealed class PageStateTests(ShippedPages shipped) : IClassFixture<ShippedPages>
{
    [Fact]
    public void A_page_opens_with_the_members_that_its_file_names()
    {
        var (page, state) = Start("compare");
        state.Chosen("property").ShouldBe(["training_attendances"]);
        state.Chosen("county").ShouldBeEmpty();
        Start("county").State.Chosen("county").ShouldBe(["bijiang"]);
        page.SlicerOf("modality")!.HasControl.ShouldBeFalse();
    }

    [Fact]
    public void An_inner_choice_sets_the_outer_one_and_an_outer_one_drops_what_it_does_not_hold()
    {
        var (page, state) = Start("compare");
        var age = state.Set(page, shipped.Members, "property", "mean_age");
        age.Chosen("theme").ShouldBe(["cadre_age"]);
        age.Set(page, shipped.Members, "theme", "education").Chosen("property").ShouldBeEmpty();
    }

    [Fact]
    public void A_property_of_two_themes_keeps_the_one_that_is_chosen_and_leaves_all_where_that_is_another()
    {
        var (page, start) = Start("compare");
        var themes = page.SlicerOf("theme")!.Field!;
        var property = page.SlicerOf("property")!.Field!;
        shipped.Members.HoldersOf(property, "training_attendances", themes).ShouldBe(["industry_tourism", "training"], ignoreOrder: true);
        var age = start.Set(page, shipped.Members, "property", "mean_age");
        var asked = age.Set(page, shipped.Members, "theme", "training").Set(page, shipped.Members, "property", "training_attendances");
        asked.Chosen("theme").ShouldBe(["training"]);
        asked.Set(page, shipped.Members, "theme", "training").Chosen("property").ShouldBe(["training_attendances"]);
        age.Set(page, shipped.Members, "property", "training_attendances").Chosen("theme").ShouldBeEmpty();
    }

    [Fact]
    public void All_that_was_chosen_of_a_wider_slicer_is_all_again_when_the_settings_are_read()
    {
        var (page, start) = Start("compare");
        var all = start.Set(page, shipped.Members, "property", "mean_age").Set(page, shipped.Members, "theme");
        all.Chosen("property").ShouldBe(["mean_age"]);
        PageSettings.Parse(page, shipped.Members, PageSettings.Of(page, shipped.Members, all)).ShouldBe(all);
    }

    [Fact]
    public void The_same_toggle_twice_is_the_start_and_an_excluded_mark_is_no_chosen_one()
    {
        var (page, state) = Start("overview");
        var mark = new[] { Filter.In(page.Model.FieldOf("place.county")!, "songtao"), Filter.In(page.Model.FieldOf("theme")!, "training") };
        var chosen = state.ToggleMark("coverage", mark);
        chosen.ToggleMark("coverage", mark).ShouldBe(state);
        chosen.ToggleMark("coverage", mark, isExcluded: true).Selections["coverage"].ShouldHaveSingleItem().IsExcluded.ShouldBeTrue();
        state.Toggle(page, shipped.Members, "county", "songtao").Toggle(page, shipped.Members, "county", "songtao").ShouldBe(state);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public void A_state_is_settings_and_back(Language? language)
    {
        var (page, state) = Start("overview");
        var county = page.Model.FieldOf("place.county")!;
        var theme = page.Model.FieldOf("indicator.theme")!;
        var any = state
            .Set(page, shipped.Members, "county", "songtao", "bijiang")
            .Set(page, shipped.Members, "modality")
            .Set(page, shipped.Members, "period", "2024", "undated")
            .ToggleMark("coverage", [Filter.In(county, "songtao"), Filter.In(theme, "training")])
            .ToggleMark("coverage", [Filter.In(county, "sinan"), Filter.In(theme, "other")], isExcluded: true)
            .Drilled(page, "coverage", 1)
            .As(page, "coverage", VisualKind.Bar) with
        {
            Filters = [new Filter(page.Model.FieldOf("place")!, FilterKind.Within, Filter.Keys(["songtao.liaogao"]))],
        };
        var settings = PageSettings.Of(page, shipped.Members, any, language);
        PageSettings.Parse(page, shipped.Members, settings).ShouldBe(any, string.Join(' ', settings));
    }

    [Fact]
    public void A_bookmark_in_Chinese_is_the_one_in_English()
    {
        var page = ShippedPages.Page("compare");
        var zh = Parse(page, new("param", "property=人数"), new("param", "county=碧江，松桃县"), new("filter", "县 in (碧江区、520628)"));
        var en = Parse(
            page,
            new("param", "property=headcount"),
            new("param", "county=Bijiang,Songtao"),
            new("filter", "county in (bijiang, songtao)")
        );
        zh.ShouldBe(en);
        en.Chosen("county").ShouldBe(["bijiang", "songtao"]);
    }

    [Theory]
    [InlineData("county in (碧江", "expected )")]
    [InlineData("counti in (碧江)", "'counti' is no dimension; near: ")]
    [InlineData("county in (碧河)", "there is no '碧河'")]
    [InlineData("coverag: county = 碧江", "there is no visual 'coverag'; near: coverage")]
    [InlineData("modality within reported", "is no tree")]
    public void A_filter_that_is_not_understood_says_what_was_expected(string filter, string expected) =>
        Should
            .Throw<UserException>(() => Parse(ShippedPages.Page("overview"), new Setting("filter", filter)))
            .Text.En.ShouldContain(expected);

    private PageState Parse(PageSpec page, params Setting[] settings) => PageSettings.Parse(page, shipped.Members, settings);

    private (PageSpec Page, PageState State) Start(string name)
    {
        var page = ShippedPages.Page(name);
        return (page, PageState.Start(page, shipped.Members));
    }
}
