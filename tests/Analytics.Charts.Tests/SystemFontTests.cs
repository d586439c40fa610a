namespace Analytics.Charts.Tests;

/// <summary>Where a font of the system is found.</summary>
public sealed class SystemFontTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("analytics-fonts-");

    public void Dispose() => _folder.Delete(recursive: true);

    [ReviewedFontFact]
    public void Both_weights_of_a_known_font_are_found_in_folders_below()
    {
        var regular = Put("opentype/noto/NotoSansSC-Regular.ttf", "NotoSansSC-Regular.ttf");
        var bold = Put("more/NotoSansSC-Bold.ttf", "NotoSansSC-Bold.ttf");
        SystemFonts.Find([_folder.FullName]).ShouldBe(new FontPair(new FontPlace(regular), new FontPlace(bold)));
    }

    [ReviewedFontFact]
    public void The_best_font_comes_first_and_a_weight_that_is_missing_is_the_other_one()
    {
        Put("wqy/wqy-microhei.ttc", "NotoSansSC-Bold.ttf");
        var better = Put("SourceHanSansCN-Regular.otf", "NotoSansSC-Regular.ttf");
        SystemFonts.Find([_folder.FullName]).ShouldBe(new FontPair(new FontPlace(better), new FontPlace(better)));
    }

    [Xunit.Fact]
    public void Without_a_known_font_and_without_folders_there_is_none()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "DejaVuSans.ttf"), "");
        SystemFonts.Find([_folder.FullName, Path.Combine(_folder.FullName, "none")]).ShouldBeNull();
    }

    private string Put(string name, string bundled)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "fonts", bundled), path);
        return path;
    }
}
