namespace Analytics.Engine.Documents;

/// <summary>
/// How the columns of a table share a page's width. Widths are counted in half Chinese characters of the table's text.
/// </summary>
internal static class DocxColumns
{
    /// <summary>The text of a page: 156 mm, in characters of 10.5 points.</summary>
    private const double Page = 84;

    /// <summary>With less than this a column that would like more breaks words into letters.</summary>
    private const double Legible = 10;

    /// <summary>Room beside the text of a cell.</summary>
    private const double Margin = 1;

    /// <summary>
    /// Columns that stand beside each other, by their places. More than a page holds are parted into several tables, each of which begins
    /// with the first column.
    /// </summary>
    /// <param name="wanted">What each column would like to have.</param>
    /// <param name="sources">The same of the column of the sources, which the last part has too; null where there is none.</param>
    public static IReadOnlyList<IReadOnlyList<int>> Parted(IReadOnlyList<double> wanted, double? sources)
    {
        var behind = sources is { } last ? Need(last) : 0;
        List<List<int>> parts =
        [
            [0],
        ];
        var room = Page - Need(wanted[0]);
        for (var i = 1; i < wanted.Count; i++)
        {
            if (room < Need(wanted[i]) + (i == wanted.Count - 1 ? behind : 0))
            {
                parts.Add([0]);
                room = Page - Need(wanted[0]);
            }

            parts[^1].Add(i);
            room -= Need(wanted[i]);
        }

        return parts;
    }

    /// <summary>What a column would like to have: its longest text, within bounds, so that long ones wrap and short ones do not.</summary>
    public static double Wanted(string head, IEnumerable<string> texts) => Math.Clamp(texts.Append(head).Max(Width), 3, 24);

    private static double Need(double wanted) => Math.Min(wanted, Legible) + Margin;

    private static double Width(string text) => text.Split('\n').Max(line => line.Sum(c => c >= 0x1100 ? 2.0 : 1.1));
}
