using System.Text;

namespace Analytics.Charts.Tests;

public class PdfTests
{
    [Fact]
    public void The_same_spec_is_the_same_bytes() =>
        ChartFile.Render(Samples.Bounds, ChartFormat.Pdf).ShouldBe(ChartFile.Render(Samples.Bounds, ChartFormat.Pdf));

    [Theory]
    [InlineData(1600, 900, "1200 675")]
    [InlineData(1441, 903, "1080.75 677.25")]
    [InlineData(1240, 874, "930 655.5")]
    public void The_page_has_exactly_the_size_of_the_canvas_at_96_pixels_an_inch(int width, int height, string points) =>
        Encoding
            .Latin1.GetString(ChartFile.Render(Samples.Enrolment with { Width = width, Height = height }, ChartFormat.Pdf))
            .ShouldContain($"/MediaBox [0 0 {points}]");

    [Fact]
    public void Only_the_glyphs_used_are_embedded() =>
        ChartFile.Render(Samples.Enrolment, ChartFormat.Pdf).Length.ShouldBeLessThan(100_000, "two whole weights take 20 MB");

    /// <summary>Characters whose glyphs the font shares with radicals of U+2F00–2FD5 are among them.</summary>
    [PopplerFact]
    public void Text_comes_back_as_the_characters_that_were_written()
    {
        var spec = Samples.Enrolment with
        {
            Title = "自力更生：“行”“人”“干”“力”（大、小、山、水、工、土、一、二）",
            Notes = ["见《村干部》一文，日、月、木、火、金、车、门、马、鱼、鸟、黄、黑、齿、龙、龟、面、食、高、老、西、贝、见"],
        };
        foreach (var tried in Gallery.Kinds.Values.Append(spec))
        {
            var read = Squeezed(Poppler.Read("pdftotext", ChartFile.Render(tried, ChartFormat.Pdf), "-raw"));
            foreach (var text in ChartLayout.Arrange(tried).Flat.OfType<TextItem>().Where(t => !t.Upright))
                read.ShouldContain(Squeezed(text.Text), Case.Sensitive, tried.Title);
            read.ShouldNotContain(c => c >= '\u2E80' && c <= '\u2FDF');
        }
    }

    [PopplerFact]
    public void Fonts_are_embedded_as_subsets_with_their_characters()
    {
        var fonts = Poppler.Read("pdffonts", ChartFile.Render(Samples.Enrolment, ChartFormat.Pdf)).TrimEnd().Split('\n')[2..];
        fonts.Length.ShouldBe(2, "two weights");
        foreach (var font in fonts)
        {
            font.ShouldMatch(@"^[A-Z]{6}\+\w+");
            font.ShouldContain(" yes yes yes ");
        }
    }

    [PopplerFact]
    public void Title_description_sources_and_command_are_properties_without_a_date_of_drawing()
    {
        var spec = Samples.Enrolment;
        var said = Poppler.Read("pdfinfo", ChartFile.Render(spec, ChartFormat.Pdf), "-isodates");
        said.ShouldMatch($@"Title: +{spec.Title}\n");
        said.ShouldMatch(@"Subject: +条形图：");
        said.ShouldContain("[1] 《碧江区建强头雁队伍》，碧江区，日期原文件未载");
        said.ShouldContain(spec.Disclaimer);
        said.ShouldContain(spec.Command);
        said.ShouldMatch(@"CreationDate: +2000-01-01T00:00:00");
        said.ShouldMatch(@"Pages: +1\n");
    }

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
