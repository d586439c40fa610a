namespace Analytics.Charts;

/// <summary>
/// Type sizes and distances of one canvas at one density, in CSS pixels. Density 1 is comfortable; layout tries smaller
/// ones until everything fits. Nothing goes below <see cref="Legible"/>.
/// </summary>
internal sealed record Sizes(double Base, double Density)
{
    /// <summary>Whether headline, footer and margins are at their least too.</summary>
    public bool IsLeast { get; init; }

    /// <summary>The smallest type that is still read on a screen at 100 %.</summary>
    public const double Legible = 10;

    /// <summary>Densities from comfortable to dense; at the last one rows have reached their least.</summary>
    public static IEnumerable<Sizes> For(int width, int height, double largest)
    {
        for (var density = 1.0; ; density *= 0.92)
        {
            var sizes = new Sizes(BaseOf(width, height, largest), density);
            yield return sizes;
            if (sizes.Row <= Legible)
                yield break;
        }
    }

    /// <summary>Everything as small as it may be, for what has no room otherwise.</summary>
    public static Sizes Least(int width, int height, double largest) => For(width, height, largest).Last() with { IsLeast = true };

    public double Title => IsLeast ? Math.Max(15, Math.Min(Base, 20)) : Math.Max(15, Base * 1.7 * Gentle);
    public double Subtitle => IsLeast ? Math.Max(11, Math.Min(Base * 0.6, 14)) : Math.Max(11, Base * 0.9 * Gentle);
    public double Row => Math.Max(Legible, Base * Density);

    /// <summary>Labels of ticks, second lines of labels, the key.</summary>
    public double Small => IsLeast ? Legible : Math.Max(Legible, Base * 0.8 * Quiet);

    /// <summary>The footer.</summary>
    public double Foot => IsLeast ? Legible : Math.Max(Legible, Base * 0.66 * Quiet);
    public double Margin => IsLeast ? 10 : Math.Max(12, Base * 1.9 * Gentle);
    public double Gap => IsLeast ? 4 : Math.Max(5, Base * 0.8 * Density);
    public double Stroke => Math.Max(1, Base * 0.08);

    /// <summary>What is not a row shrinks half as much as rows do.</summary>
    private double Gentle => 0.5 + Density / 2;

    /// <summary>Small type keeps its size at first: it is what is hardest to read.</summary>
    private double Quiet => Math.Min(1, Gentle / 0.95);

    /// <summary>25 px on 1600×900; bounded by either side so that narrow columns and flat strips keep their proportions.</summary>
    private static double BaseOf(int width, int height, double largest) =>
        Math.Clamp(Math.Min(Math.Sqrt((double)width * height) / 48, Math.Min(width / 34.0, height / 26.0)), 11, largest);
}
