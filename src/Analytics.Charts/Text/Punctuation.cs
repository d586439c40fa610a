using System.Text;

namespace Analytics.Charts;

/// <summary>
/// Full-width marks that meet. Each is drawn in one half of its square, so that two of them leave a hole as wide as a character;
/// the second is moved back by half an em (CLREQ, §3.1.6.1 on adjacent marks), alike when measured and on every surface.
/// </summary>
internal static class Punctuation
{
    /// <summary>How far the second of two marks moves, in em.</summary>
    public const double Half = 0.5;

    private const string Closing = "，。、；：？！）》〉」』】”’",
        Opening = "（《〈「『【“‘";

    /// <summary>How much nearer two characters stand than their widths say, in em.</summary>
    public static double Squeeze(Rune before, Rune after)
    {
        if (!before.IsBmp || !after.IsBmp)
            return 0;
        var (first, second) = ((char)before.Value, (char)after.Value);
        return
            Closing.Contains(first) && (Closing.Contains(second) || Opening.Contains(second))
            || Opening.Contains(first) && Opening.Contains(second)
            ? Half
            : 0;
    }

    /// <summary>The text in pieces, each of which but the first begins half an em before the end of the one before it.</summary>
    public static IReadOnlyList<string> Pieces(string text)
    {
        var (pieces, piece) = (new List<string>(), new StringBuilder());
        Rune? before = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (before is { } b && Squeeze(b, rune) > 0)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
            piece.Append(rune.ToString());
            before = rune;
        }
        pieces.Add(piece.ToString());
        return pieces;
    }
}
