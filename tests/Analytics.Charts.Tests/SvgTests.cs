using System.Text;
using System.Xml.Linq;

namespace Analytics.Charts.Tests;

public class SvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Names => [.. Samples.All.Keys];

    [ReviewedFontTheory]
    [MemberData(nameof(Names))]
    public void Pictures_match_their_goldens(string name)
    {
        var drawn = Encoding.UTF8.GetString(ChartFile.Render(Samples.All[name], ChartFormat.Svg));
        Golden.ShouldMatch(drawn, name + ".svg");
    }

    [ReviewedFontFact]
    public void Text_stays_text_with_title_and_description()
    {
        var svg = Parse(Samples.Enrolment);
        svg.Element(Svg + "title")!.Value.ShouldBe(Samples.Enrolment.Title);
        svg.Element(Svg + "desc")!
            .Value.ShouldBe(
                "条形图：学历提升报名人数：碧江区最多。村干部报读大专及以上学历，单位：人。共3项："
                    + "碧江区 125人；松桃苗族自治县 69人；思南县 44人。注意：三县措辞不同，人数不可直接相比。"
            );
        svg.Attribute("font-family")!.Value.ShouldBe("Noto Sans SC, sans-serif");
        svg.Elements(Svg + "text").Select(t => t.Value).ShouldContain("松桃苗族自治县");
        svg.Descendants(Svg + "text").ShouldAllBe(t => t.Attributes("x").Count() == 1 && !t.Attribute("x")!.Value.Contains(' '));
        svg.Descendants(Svg + "path").ShouldAllBe(p => p.Attribute("fill")!.Value == "none", "letters are no shapes");
    }

    [Fact]
    public void Marks_that_meet_are_moved_and_text_stays_whole()
    {
        var svg = Parse(Samples.Enrolment with { Title = "碧江：“头雁”，（推算）", Width = 1600 });
        var title = svg.Elements(Svg + "text").Single(t => t.Value == "碧江：“头雁”，（推算）");
        var size = double.Parse(title.Attribute("font-size")!.Value, System.Globalization.CultureInfo.InvariantCulture);
        var moves = title
            .Elements(Svg + "tspan")
            .Select(t => double.Parse(t.Attribute("dx")!.Value, System.Globalization.CultureInfo.InvariantCulture))
            .ToList();
        moves.Count.ShouldBe(3);
        moves.ShouldAllBe(m => Math.Abs(m + size / 2) < 0.01);
        svg.Attribute("style")!.Value.ShouldBe("text-spacing-trim:space-all");
    }

    [Theory]
    [InlineData(MarkStatus.Suspect)]
    [InlineData(MarkStatus.Ambiguous)]
    public void A_doubtful_bar_is_striped_in_shapes(MarkStatus status)
    {
        var spec = Samples.Enrolment with { Marks = [new("甲", 5) { Status = status }, new("乙", 3)] };
        var stripes = Stripes.Paler(Palette.Light.Axis, Palette.Light.Ground);
        var bands = Parse(spec).Elements(Svg + "path").Where(p => p.Attribute("fill")!.Value == stripes).ToList();
        bands.Count.ShouldBe(2, "the bar and its sample in the key");
        bands.Max(b => b.Attribute("d")!.Value.Count(c => c == 'M')).ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Rectangles_circles_and_dashes_are_written_as_such()
    {
        var svg = Parse(Samples.Dots);
        svg.Elements(Svg + "circle").Count().ShouldBeGreaterThan(5);
        svg.Elements(Svg + "ellipse").ShouldBeEmpty();
        svg.Elements(Svg + "path")
            .Count(p => p.Attribute("stroke-dasharray") is not null)
            .ShouldBeGreaterThanOrEqualTo(7, "a guide to each dot");
        Parse(Samples.Enrolment)
            .Elements(Svg + "rect")
            .Count(r => r.Attribute("fill")!.Value == Palette.Light.Data)
            .ShouldBe(4, "three bars and a rule");
    }

    [Fact]
    public void Characters_that_the_font_lacks_are_not_lost() =>
        Parse(Samples.Enrolment with { Marks = [new("甲\U0001F600乙", 1)] })
            .Elements(Svg + "text")
            .Select(t => t.Value)
            .ShouldContain("甲\U0001F600乙");

    [Fact]
    public void Hostile_text_stays_well_formed()
    {
        var spec = Samples.Enrolment with
        {
            Title = "<script>&\"'\u0001\u000b\uFFFE\uD800]]>",
            Marks = [new("a<b & c", 1) { Label = "<1>" }],
            Sources = [],
        };
        var svg = Parse(spec);
        svg.Elements(Svg + "text").Select(t => t.Value).ShouldContain("a<b & c");
        svg.Elements(Svg + "text").Select(t => t.Value).ShouldContain("<1>");
        svg.Element(Svg + "title")!.Value.ShouldStartWith("<script>&\"'");
        svg.Descendants(Svg + "script").ShouldBeEmpty();
    }

    [Fact]
    public void Numbers_have_at_most_two_decimals_and_no_exponent()
    {
        foreach (
            var attribute in Parse(Samples.Bounds)
                .Descendants()
                .Attributes()
                .Where(a => a.Name.LocalName is "x" or "y" or "width" or "height" or "d")
        )
        {
            attribute
                .Value.Split(' ', 'M', 'L', 'Z')
                .Where(n => n.Length > 0)
                .ShouldAllBe(n => System.Text.RegularExpressions.Regex.IsMatch(n, @"^-?\d+(\.\d{1,2})?$"));
        }
    }

    [Fact]
    public void Lines_end_in_lf_without_a_byte_order_mark()
    {
        var bytes = ChartFile.Render(Samples.Enrolment, ChartFormat.Svg);
        bytes[0].ShouldBe((byte)'<');
        bytes.ShouldNotContain((byte)'\r');
    }

    private static XElement Parse(ChartSpec spec) => XElement.Parse(Encoding.UTF8.GetString(ChartFile.Render(spec, ChartFormat.Svg)));
}
