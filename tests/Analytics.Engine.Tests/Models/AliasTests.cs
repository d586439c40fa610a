using Analytics.Engine.Models;
using Analytics.Engine.Tests.Pages;

namespace Analytics.Engine.Tests.Models;

public sealed class AliasTests(ShippedPages shipped) : IClassFixture<ShippedPages>
{
    private AliasIndex Places => shipped.Members.Of(shipped.Model.Model.FieldOf("place")!).Aliases;

    [Theory]
    [InlineData("碧江", "bijiang")]
    [InlineData("碧江区", "bijiang")]
    [InlineData("Bijiang", "bijiang")]
    [InlineData("Bìjiāng", "bijiang")]
    [InlineData("５２０６０２", "bijiang")]
    [InlineData("松桃县", "songtao")]
    [InlineData("松桃自治县", "songtao")]
    [InlineData("松桃苗族自治县", "songtao")]
    [InlineData("印江县", "yinjiang")]
    [InlineData("Songtao Miao Autonomous County", "songtao")]
    [InlineData("蓼皋", "songtao.liaogao")]
    [InlineData("Dejiang", "dejiang")]
    public void A_place_is_found_by_what_people_call_it(string text, string key) =>
        Places.Find(text).ShouldBeOfType<AliasMatch.One>().Member.Key.ShouldBe(key);

    [Fact]
    public void Every_name_of_every_place_finds_it_or_is_told_to_be_ambiguous()
    {
        foreach (var place in shipped.Members.Of(shipped.Model.Model.FieldOf("place")!).All)
        {
            foreach (var name in new[] { place.Name.Zh, place.Name.En, place.Brief.Zh, place.Brief.En, place.Key }.Concat(place.Aliases))
            {
                var found = Places.Find(name) switch
                {
                    AliasMatch.One one => one.Member == place || one.Member.Depth < place.Depth,
                    AliasMatch.Several several => several.Members.Contains(place),
                    _ => false,
                };
                found.ShouldBeTrue($"{name} of {place.Key}");
            }
        }
    }

    [Fact]
    public void What_equals_share_is_asked_for_and_never_guessed()
    {
        Member[] members = [One("a", "新城镇"), One("b", "新城乡")];
        new AliasIndex(members).Find("新城").ShouldBeOfType<AliasMatch.Several>().Members.Count.ShouldBe(2);
        new AliasIndex(members).Find("新城乡").ShouldBeOfType<AliasMatch.One>().Member.Key.ShouldBe("b");

        static Member One(string key, string name) => new(key, Localized.Same(name), Localized.Same(name), []);
    }
}
