namespace Analytics.Charts;

/// <summary>
/// Type sizes and distances of one canvas at one density, in CSS pixels. Density 1 is comfortable; layout tries smaller
/// ones until everything fits. Nothing goes below <see cref="Legible"/>.
/// </summary>
internal sealed record Sizes(double Base, double Density)
{
    /// <summary>The smallest type that is still read on a screen at 100 %.</summary>
    public const double Legible = 10;

    /// <summary>Densities from comfortable to dense; at the last one all sizes have reached their least.</summary>
    public static IEnumerable<Sizes> For(int width, int height, double largest)
    {
        // 25 px on 1600×900; bounded by either side so that narrow columns and flat strips keep their proportions.
        var size = Math.Clamp(Math.Min(Math.Sqrt((double)width * height) / 48, Math.Min(width / 34.0, height / 26.0)), 11, largest);
        for (var density = 1.0; ; density *= 0.92)
        {
            var sizes = new Sizes(size, density);
            yield return sizes;
            if (sizes.Row <= Legible) yield break;
        }
    }

    public double Title => Math.Max(15, Base * 1.7 * Gentle);
    public double Subtitle => Math.Max(11, Base * 0.9 * Gentle);
    public double Row => Math.Max(Legible, Base * Density);
    public double Small => Math.Max(Legible, Base * 0.7 * Math.Min(1, Gentle));
    public double Margin => Math.Max(12, Base * 1.9 * Gentle);
    public double Gap => Math.Max(5, Base * 0.8 * Density);
    public double Stroke => Math.Max(1, Base * 0.08);

    /// <summary>What is not a row shrinks half as much as rows do.</summary>
    private double Gentle => 0.5 + Density / 2;
}
