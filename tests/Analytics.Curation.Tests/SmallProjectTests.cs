namespace Analytics.Curation.Tests;

public class SmallProjectTests
{
    [Fact]
    public void A_valid_project_has_only_information()
    {
        using var project = new SmallProject();
        project.Check().Where(f => f.Severity != Severity.Info).ShouldBeEmpty();
    }

    [Fact]
    public void A_share_with_numerator_but_no_base_tells_the_base_it_implies()
    {
        using var project = new SmallProject();
        project.Check().ShouldHaveSingleItem().Message.En.ShouldBe("5 is 25% of 20, which is not printed.");
    }
}
