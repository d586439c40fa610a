namespace Analytics.Charts;

/// <summary>The smallest canvases that hold a chart, for those who asked for a smaller one.</summary>
internal static class NeededSize
{
    /// <summary>
    /// Sizes of at most <paramref name="most"/> times the asked sides: higher, wider, or, where neither is enough, both. Empty where none
    /// holds it.
    /// </summary>
    public static IReadOnlyList<(int Width, int Height)> Of(ChartSpec spec, int most, Func<ChartSpec, bool> holds)
    {
        (int, int)?[] sizes = [Grown(false, true), Grown(true, false)];
        return sizes.OfType<(int, int)>().ToList() is { Count: > 0 } one ? one
            : Grown(true, true) is { } both ? [both]
            : [];

        // Whatever holds a chart, a larger one does too: the growth, in hundredths, is found by halving.
        (int, int)? Grown(bool wider, bool higher)
        {
            var (small, large) = (0, (most - 1) * 100);
            if (!Holds(large))
                return null;
            while (large - small > 1)
            {
                var middle = (small + large) / 2;
                if (Holds(middle))
                    large = middle;
                else
                    small = middle;
            }
            return At(large);

            bool Holds(int growth) => At(growth) is var (width, height) && holds(spec with { Width = width, Height = height });
            (int, int) At(int growth) => (wider ? Side(spec.Width, growth) : spec.Width, higher ? Side(spec.Height, growth) : spec.Height);
        }
    }

    /// <summary>A side grown by hundredths, in tens of pixels.</summary>
    private static int Side(int asked, int growth) => Math.Min(ChartSpec.MaxSide, (asked * (100 + growth) + 999) / 1000 * 10);
}
