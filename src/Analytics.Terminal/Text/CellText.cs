using System.Text;

namespace Analytics.Terminal.Text;

/// <summary>On which side of its field a text stands.</summary>
public enum TextAlignment
{
    /// <summary>At the left, blanks after it.</summary>
    Left,

    /// <summary>At the right, blanks before it.</summary>
    Right,

    /// <summary>In the middle; the odd blank comes after it.</summary>
    Center,
}

/// <summary>
/// Text measured in terminal cells. All functions first make the text <see cref="Printable"/>, so that what they measure is what is shown.
/// </summary>
public static partial class CellText
{
    /// <summary>The Unicode version of the width table.</summary>
    public const string UnicodeVersion = WidthTable.UnicodeVersion;

    /// <summary>The clusters of a text as it stands (not made printable), with their widths.</summary>
    public static ClusterEnumerator Clusters(ReadOnlySpan<char> text, AmbiguousWidth ambiguous = AmbiguousWidth.One) =>
        new(text, ambiguous);

    /// <summary>Cells the text takes on one line.</summary>
    public static int Width(string text, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        var printable = Printable.Of(text);
        var width = 0;
        foreach (var cluster in Clusters(printable, ambiguous))
            width += cluster.Width;
        return width;
    }

    /// <summary>
    /// The text if it fits, else its beginning with the ellipsis at the end, together at most <paramref name="cells"/> wide.
    /// Where the ellipsis itself does not fit, it is left out.
    /// </summary>
    public static string Truncate(string text, int cells, string ellipsis = "…", AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        var printable = Printable.Of(text);
        if (Prefix(printable, cells, ambiguous) == printable.Length)
            return printable;
        var room = cells - Width(ellipsis, ambiguous);
        return room < 0
            ? printable[..Prefix(printable, cells, ambiguous)]
            : string.Concat(printable.AsSpan(0, Prefix(printable, room, ambiguous)), ellipsis);
    }

    /// <summary>The text with blanks added until it is <paramref name="cells"/> wide; a wider text comes back as it is.</summary>
    public static string Pad(
        string text,
        int cells,
        TextAlignment alignment = TextAlignment.Left,
        AmbiguousWidth ambiguous = AmbiguousWidth.One
    )
    {
        var printable = Printable.Of(text);
        var missing = cells - Width(printable, ambiguous);
        if (missing <= 0)
            return printable;
        var before = alignment switch
        {
            TextAlignment.Left => 0,
            TextAlignment.Right => missing,
            _ => missing / 2,
        };
        return new StringBuilder(printable.Length + missing).Append(' ', before).Append(printable).Append(' ', missing - before).ToString();
    }

    /// <summary>The text cut or padded to exactly <paramref name="cells"/> cells.</summary>
    public static string Fit(
        string text,
        int cells,
        TextAlignment alignment = TextAlignment.Left,
        AmbiguousWidth ambiguous = AmbiguousWidth.One
    ) => Pad(Truncate(text, cells, "…", ambiguous), cells, alignment, ambiguous);

    /// <summary>Index where the longest beginning of at most <paramref name="cells"/> cells ends; never inside a cluster.</summary>
    public static int Prefix(string printable, int cells, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        int width = 0,
            end = 0;
        foreach (var cluster in Clusters(printable, ambiguous))
        {
            width += cluster.Width;
            if (width > cells)
                return end;
            end = cluster.End;
        }
        return end;
    }

    /// <summary>The cluster boundary at or before <paramref name="index"/>.</summary>
    public static int Snap(string text, int index)
    {
        foreach (var cluster in Clusters(text))
        {
            if (cluster.End > index)
                return cluster.Start;
        }

        return text.Length;
    }

    /// <summary>The boundary one cluster before <paramref name="index"/>, or 0.</summary>
    public static int Previous(string text, int index)
    {
        var previous = 0;
        foreach (var cluster in Clusters(text))
        {
            if (cluster.Start >= index)
                break;
            previous = cluster.Start;
        }
        return previous;
    }

    /// <summary>The boundary one cluster after <paramref name="index"/>, or the end.</summary>
    public static int Next(string text, int index)
    {
        foreach (var cluster in Clusters(text))
        {
            if (cluster.End > index)
                return cluster.End;
        }

        return text.Length;
    }

    /// <summary>
    /// Cells before the UTF-16 unit at <paramref name="index"/>, cluster by cluster, unprintable characters counted as shown.
    /// </summary>
    public static int ColumnOf(string text, int index, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        var column = 0;
        foreach (var cluster in Clusters(text, ambiguous))
        {
            if (cluster.End > index)
                break;
            column += ShownWidth(text, cluster, ambiguous);
        }
        return column;
    }

    /// <summary>
    /// Index of the cluster that covers the cell <paramref name="column"/>; the end of the text when the cell lies after it.
    /// </summary>
    public static int IndexAt(string text, int column, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        var reached = 0;
        foreach (var cluster in Clusters(text, ambiguous))
        {
            reached += ShownWidth(text, cluster, ambiguous);
            if (reached > column)
                return cluster.Start;
        }
        return text.Length;
    }

    private static int ShownWidth(string text, TextCluster cluster, AmbiguousWidth ambiguous)
    {
        var span = text.AsSpan(cluster.Start, cluster.Length);
        return Printable.IsPrintable(span) ? cluster.Width : Width(span.ToString(), ambiguous);
    }
}
