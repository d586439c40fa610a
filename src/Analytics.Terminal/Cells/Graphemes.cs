namespace Analytics.Terminal.Cells;

/// <summary>Shared one-character strings, so that drawing a frame does not allocate one for each cell.</summary>
internal static class Graphemes
{
    // One page for each high byte, made on first use. Two threads may both make a page; either serves.
    private static readonly string[]?[] Pages = new string[]?[256];

    public static string Share(ReadOnlySpan<char> cluster)
    {
        if (cluster.Length != 1)
            return cluster.ToString();
        var page = Pages[cluster[0] >> 8] ??= new string[256];
        return page[cluster[0] & 255] ??= cluster.ToString();
    }
}
