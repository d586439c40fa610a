using System.Text;

namespace Analytics.Charts.Tests;

/// <summary>
/// The gallery as a test: readable by the rules of the layout, the same text as its golden (SVG of each kind, the outline of each hard
/// case), and each kind drawn as laid out. With <c>GALLERY=folder</c> the pictures are written there with a page to look at.
/// </summary>
public class GalleryTests
{
    private const int Across = 48,
        Down = 27;

    public static TheoryData<string> Names => [.. Gallery.All.Keys];

    public static TheoryData<string> KindNames => [.. Gallery.Kinds.Keys];

    [ReviewedFontTheory]
    [MemberData(nameof(Names))]
    public void Pictures_match_their_goldens(string name)
    {
        var scene = ChartLayout.Arrange(Gallery.All[name]);
        LayoutTests.DemandReadable(scene);
        if (Gallery.Kinds.ContainsKey(name))
            Golden.ShouldMatch(Encoding.UTF8.GetString(SvgFile.Of(scene)), $"gallery/{name}.svg");
        else
            Golden.ShouldMatch(Outline(scene), $"gallery/{name}.txt");
        Show(name);
    }

    [ReviewedFontTheory]
    [MemberData(nameof(KindNames))]
    public void Decoded_pixels_match_their_goldens(string name) =>
        Compare($"gallery/{name}.pixels.txt", Fingerprint(new PngPicture(ChartFile.Render(Gallery.All[name], ChartFormat.Png))));

    [Fact]
    public void Every_kind_is_in_the_gallery() =>
        Gallery.All.Values.Concat(Samples.All.Values).Select(s => s.Kind).Distinct().Order().ShouldBe(Enum.GetValues<ChartKind>());

    /// <summary>The texts with their places, and how many shapes of each sort: what a reviewer reads, small enough to do so.</summary>
    private static string Outline(ChartScene scene)
    {
        var lines = new StringBuilder($"{scene.Width}x{scene.Height}\n");
        foreach (var group in scene.Flat.GroupBy(i => i.GetType().Name).OrderBy(g => g.Key, StringComparer.Ordinal))
            lines.Append(group.Key).Append(' ').Append(group.Count()).Append('\n');
        foreach (var text in scene.Flat.OfType<TextItem>())
            lines.Append(FormattableString.Invariant($"{Math.Round(text.At.X)},{Math.Round(text.At.Y)} {text.Text}\n"));
        return lines.ToString();
    }

    /// <summary>With <c>GALLERY=folder</c> the pictures are written there with a page to look at.</summary>
    private static void Show(string name)
    {
        if (Environment.GetEnvironmentVariable("GALLERY") is not { Length: > 0 } folder)
            return;
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, name + ".png"), ChartFile.Render(Gallery.All[name], ChartFormat.Png));
        File.WriteAllLines(
            Path.Combine(folder, "index.html"),
            [
                "<meta charset=utf-8><title>Gallery</title>",
                .. Gallery.All.Keys.Select(n => $"<h2>{n}</h2><img src=\"{n}.png\" style=\"max-width:100%\">"),
            ]
        );
    }

    /// <summary>How dark each part of the picture is, from 0 to 9: rasterisers differ in single pixels, not in that.</summary>
    private static string Fingerprint(PngPicture png)
    {
        var lines = new StringBuilder();
        for (var row = 0; row < Down; row++)
        {
            for (var column = 0; column < Across; column++)
                lines.Append((char)('0' + Darkness(png, column, row)));
            lines.Append('\n');
        }
        return lines.ToString();
    }

    private static int Darkness(PngPicture png, int column, int row)
    {
        var (sum, count) = (0L, 0);
        for (var y = row * png.Height / Down; y < (row + 1) * png.Height / Down; y++)
        {
            for (var x = column * png.Width / Across; x < (column + 1) * png.Width / Across; x++)
            {
                sum += 255 - png.Green(x, y);
                count++;
            }
        }

        return (int)Math.Min(9, sum * 10 / (255L * Math.Max(1, count)));
    }

    private static void Compare(string file, string drawn)
    {
        var golden = Golden.PathOf(file);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1")
            File.WriteAllText(golden, drawn);
        var expected = File.ReadAllText(golden);
        drawn.Length.ShouldBe(expected.Length);
        drawn.Zip(expected).Max(p => Math.Abs(p.First - p.Second)).ShouldBeLessThanOrEqualTo(1, file);
    }
}
