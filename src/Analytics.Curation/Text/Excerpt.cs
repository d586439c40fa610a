using System.Text;

namespace Analytics.Curation;

/// <summary>Quotes text in messages: short, on one line, without anything that a terminal would obey.</summary>
internal static class Excerpt
{
    private const int Longest = 60;

    public static string Of(string text)
    {
        var shown = new StringBuilder("「");
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length > Longest)
                return shown.Append("…」").ToString();
            if (rune.Value == '\n')
                shown.Append('⏎');
            else if (Rune.IsControl(rune))
                shown.Append($"\\u{rune.Value:X4}");
            else
                shown.Append(rune);
        }
        return shown.Append('」').ToString();
    }
}
