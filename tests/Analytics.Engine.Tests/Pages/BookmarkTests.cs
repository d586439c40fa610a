using Analytics.Engine.Pages;

namespace Analytics.Engine.Tests.Pages;

public sealed class BookmarkTests : IDisposable
{
    private const string Written = """
        # Mine.
        a: analytics page overview   # the first

        # Two lines.
        'b: c': >-
          analytics page compare
          --param property=headcount

        # The last.
        后备: analytics page compare --filter 'county in (碧江, 松桃)'
        """;

    private readonly TemporaryFolder _folder = new();

    private Bookmarks Marks => new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_bookmark_is_kept_and_found_by_its_name()
    {
        Marks.All().ShouldBeEmpty();
        Marks.Set("后备", "analytics page overview --filter 'coverage: county in (songtao)'");
        Marks.Set("b", "analytics page compare");
        Marks.All().Select(m => m.Name).ShouldBe(["后备", "b"]);
        Marks.Command("后备").ShouldBe("analytics page overview --filter 'coverage: county in (songtao)'");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Marks.File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Should.Throw<UserException>(() => Marks.Command("后被")).Text.En.ShouldContain("near: 后备");
    }

    [Fact]
    public void A_change_leaves_the_lines_of_others_and_comments_as_they_were()
    {
        _folder.File("bookmarks.yaml", Written);
        Marks.Set("new", "analytics page county");
        Text.ShouldBe(Written + "\nnew: analytics page county\n");
        Marks.Rename("b: c", "b");
        Text.ShouldBe(
            Written.Replace(
                "'b: c': >-\n  analytics page compare\n  --param property=headcount",
                "b: analytics page compare --param property=headcount",
                StringComparison.Ordinal
            ) + "\nnew: analytics page county\n"
        );
        Marks.Remove("b");
        Text.ShouldContain("# the first\n\n# Two lines.\n\n# The last.\n后备:");
        Marks.All().Select(m => m.Name).ShouldBe(["a", "后备", "new"]);
    }

    [Fact]
    public void A_file_whose_last_bookmark_is_gone_has_none_and_takes_a_new_one()
    {
        Marks.Set("a", "analytics page overview");
        Marks.Remove("a");
        Marks.All().ShouldBeEmpty();
        Marks.Set("b", "analytics page overview");
        Marks.All().ShouldHaveSingleItem().Name.ShouldBe("b");
    }

    [Theory]
    [InlineData("{a: analytics page overview, b: analytics page compare}", "one bookmark a line")]
    [InlineData("a: [", "not YAML")]
    public void A_file_that_cannot_be_changed_safely_is_left_as_it_is(string text, string problem)
    {
        _folder.File("bookmarks.yaml", text);
        Should.Throw<UserException>(() => Marks.Set("c", "analytics page county")).Text.En.ShouldContain(problem);
        Text.ShouldBe(text);
    }

    [Fact]
    public void A_name_that_another_has_is_refused()
    {
        Marks.Set("a", "analytics page overview");
        Marks.Set("b", "analytics page compare");
        Should.Throw<UserException>(() => Marks.Rename("a", "b")).Text.En.ShouldContain("already");
    }

    private string Text => File.ReadAllText(Marks.File);
}
