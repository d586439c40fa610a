namespace Analytics.Terminal.Layout;

/// <summary>
/// How long one part of a split is to be: a fixed number of cells, or a share of what the fixed parts leave, with a minimum.
/// </summary>
/// <param name="Length">Cells of a fixed part; the minimum of a sharing part.</param>
/// <param name="Weight">0 for a fixed part, else the weight of its share.</param>
public readonly record struct Span(int Length, int Weight)
{
    /// <summary>Exactly that many cells, fewer only where there is no room.</summary>
    public static Span Fixed(int cells) => new(cells, 0);

    /// <summary>A share of the rest by weight, at least <paramref name="minimum"/> cells where there is room.</summary>
    public static Span Ratio(int weight, int minimum = 0) => new(minimum, Math.Max(1, weight));

    /// <summary>All of the rest.</summary>
    public static Span Fill => Ratio(1);

    /// <summary>
    /// Deals out <paramref name="total"/> cells. Where even the fixed parts and minimums do not fit, earlier parts come first and later
    /// ones get less, down to 0.
    /// The lengths add up to <paramref name="total"/> whenever a part shares or the fixed parts exceed it.
    /// </summary>
    public static int[] Share(int total, ReadOnlySpan<Span> spans)
    {
        var lengths = new int[spans.Length];
        var left = Math.Max(0, total);
        for (var i = 0; i < spans.Length; i++)
        {
            lengths[i] = Math.Clamp(spans[i].Length, 0, left);
            left -= lengths[i];
        }
        if (left > 0)
            Spread(left, spans, lengths);
        return lengths;
    }

    // Parts whose minimum already exceeds their share keep the minimum and leave the sharing; the others share what remains.
    private static void Spread(int left, ReadOnlySpan<Span> spans, int[] lengths)
    {
        var sharing = new bool[spans.Length];
        int pool = left,
            weights = 0;
        for (var i = 0; i < spans.Length; i++)
        {
            if (sharing[i] = spans[i].Weight > 0)
                (pool, weights) = (pool + lengths[i], weights + spans[i].Weight);
        }

        for (var i = 0; i < spans.Length; i++)
        {
            if (!sharing[i] || lengths[i] * weights <= pool * spans[i].Weight)
                continue;
            sharing[i] = false;
            (pool, weights) = (pool - lengths[i], weights - spans[i].Weight);
            i = -1;
        }
        for (var i = 0; i < spans.Length; i++)
        {
            if (!sharing[i])
                continue;
            lengths[i] = pool * spans[i].Weight / weights;
            (pool, weights) = (pool - lengths[i], weights - spans[i].Weight);
        }
    }
}
