using System.Text;

namespace Analytics;

/// <summary>
/// The form in which names are compared: width, case, the tones of pinyin, blanks and apostrophes do not matter. The check, pages and
/// SQL fold alike, since all take the letters from here.
/// </summary>
public static class FoldedName
{
    private const string Toned = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü",
        Toneless = "aaaaeeeeiiiioooouuuuvvvvv",
        Ignored = " \t\r\n\u00A0\u2002\u2003\u2009\u3000'’";

    private static readonly string Wide = new([.. Enumerable.Range(0xFF01, 94).Select(c => (char)c)]);

    /// <summary>Letters that are folded, in lower case where they have one.</summary>
    public static readonly string Letters = Wide + Toned + Ignored;

    /// <summary>What each of <see cref="Letters"/> becomes; those behind its end are left out.</summary>
    public static readonly string Plain = new string([.. Wide.Select(c => (char)(c - 0xFEE0))]).ToLowerInvariant() + Toneless;

    /// <summary>The folded form of a name.</summary>
    public static string Of(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var letter in name.ToLowerInvariant())
        {
            var at = Letters.IndexOf(letter, StringComparison.Ordinal);
            if (at < Plain.Length)
                folded.Append(at < 0 ? letter : Plain[at]);
        }

        return folded.ToString();
    }
}
