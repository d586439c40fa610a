using Analytics.Charts;

namespace Analytics.Testing;

/// <summary>Which fonts the tests can draw with, and why those that need another are skipped.</summary>
internal static class Fonts
{
    private static readonly Lazy<string?> Missing = new(WhyNone);

    /// <summary>Null where pictures can be drawn at all.</summary>
    public static string? WhyNoPictures => Missing.Value;

    /// <summary>Null where pictures are drawn with the font that they are made for, so that they compare with reviewed ones.</summary>
    public static string? WhyNotTheReviewedOnes =>
        File.Exists(Path.Combine(AppContext.BaseDirectory, "fonts", "NotoSansSC-Regular.ttf"))
            ? null
            : "Reviewed pictures are drawn with Noto Sans SC, which npm brings: install Node.js and build again.";

    private static string? WhyNone()
    {
        try
        {
            ChartFile.Render(
                new ChartSpec
                {
                    Title = "一",
                    Marks = [new ChartMark("一", 1)],
                    Unit = new ChartUnit("人"),
                },
                ChartFormat.Png
            );
            return null;
        }
        catch (UserException e) when (e.Kind == FaultKind.Failed)
        {
            return e.Message;
        }
    }
}

/// <summary>A test that measures text or draws.</summary>
[AttributeUsage(AttributeTargets.Method)]
#pragma warning disable CA1852 // other projects derive from it
internal class FontFactAttribute : Xunit.FactAttribute
{
    public FontFactAttribute() => Skip = Fonts.WhyNoPictures;
}
#pragma warning restore CA1852

/// <summary>As <see cref="FontFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FontTheoryAttribute : Xunit.TheoryAttribute
{
    public FontTheoryAttribute() => Skip = Fonts.WhyNoPictures;
}

/// <summary>A test that compares with what the font of the product draws.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReviewedFontFactAttribute : Xunit.FactAttribute
{
    public ReviewedFontFactAttribute() => Skip = Fonts.WhyNotTheReviewedOnes;
}

/// <summary>As <see cref="ReviewedFontFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReviewedFontTheoryAttribute : Xunit.TheoryAttribute
{
    public ReviewedFontTheoryAttribute() => Skip = Fonts.WhyNotTheReviewedOnes;
}
