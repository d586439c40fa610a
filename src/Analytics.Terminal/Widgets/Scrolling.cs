namespace Analytics.Terminal.Widgets;

/// <summary>Arithmetic of scrolled views.</summary>
internal static class Scrolling
{
    /// <summary>
    /// The first line to show so that the wanted one is among <paramref name="length"/> lines, moving as little as possible.
    /// </summary>
    public static int Show(int first, int wanted, int length) =>
        length <= 0 ? wanted : Math.Clamp(first, Math.Max(0, wanted - length + 1), wanted);

    /// <summary>As <see cref="Show(int, int, int)"/>, without blank lines at the end while lines before could be shown.</summary>
    public static int Show(int first, int wanted, int length, int count) =>
        Math.Min(Show(first, wanted, length), Math.Max(0, count - length));
}
