namespace Analytics.Terminal.Text;

/// <summary>How many cells one code point takes by itself (UAX #11), and whether it is an emoji.</summary>
internal static partial class WidthTable
{
    /// <summary>Takes no cell of its own: combining marks, joiners, variation selectors, Hangul vowels and finals.</summary>
    public const int Zero = 0;

    /// <summary>One cell.</summary>
    public const int Narrow = 1;

    /// <summary>Two cells.</summary>
    public const int Wide = 2;

    /// <summary>One cell or two, as the terminal is set.</summary>
    public const int Ambiguous = 3;

    /// <summary>
    /// The width class of a code point: <see cref="Zero"/>, <see cref="Narrow"/>, <see cref="Wide"/> or <see cref="Ambiguous"/>.
    /// </summary>
    public static int ClassOf(int codePoint) =>
        codePoint switch
        {
            < 0x7F => Narrow,
            >= 0x4E00 and <= 0x9FFF => Wide,
            _ => (int)(Find(codePoint) >> 24) & 3,
        };

    /// <summary>Whether the code point has the property Emoji, so that U+FE0F after it asks for the two-cell picture.</summary>
    public static bool IsEmoji(int codePoint) => (Find(codePoint) >> 26) != 0;

    private static uint Find(int codePoint)
    {
        var runs = Runs;
        int low = 0,
            high = runs.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if ((runs[middle] & 0xFFFFFF) <= (uint)codePoint)
                low = middle;
            else
                high = middle - 1;
        }
        return runs[low];
    }
}
