namespace Analytics.Curation;

/// <summary>Numbers written in Chinese characters, as newspapers print them: 三, 十二, 二十, 一百二十, 两, 半, 无.</summary>
internal static class ChineseNumeral
{
    private const string Digits = "〇一二三四五六七八九";
    private const string Powers = "十百千";

    /// <summary>Whether a character belongs to such a number and so decides where it ends.</summary>
    public static bool IsDigit(char c) => c is '零' or '两' || Digits.Contains(c) || Powers.Contains(c);

    /// <summary>The value; null when the text is not a number in this notation (数 and 几 are none).</summary>
    public static decimal? Parse(string text) =>
        text switch
        {
            "半" => 0.5m,
            "无" => 0m,
            "" => null,
            _ => ParseInteger(text),
        };

    /// <summary>Below 万: digits, each with its power of ten; 十 alone is ten.</summary>
    private static decimal? ParseInteger(string text)
    {
        decimal total = 0;
        var digit = -1;
        foreach (var c in text)
        {
            if (DigitOf(c) is { } d)
            {
                if (digit > 0)
                    return null;
                digit = d;
            }
            else if (Powers.IndexOf(c) is >= 0 and var power)
            {
                total += (digit < 0 ? 1 : digit) * (decimal)Math.Pow(10, power + 1);
                digit = -1;
            }
            else
            {
                return null;
            }
        }
        return total + Math.Max(0, digit);
    }

    private static int? DigitOf(char c) =>
        c switch
        {
            '零' => 0,
            '两' => 2,
            _ => Digits.IndexOf(c) is >= 0 and var d ? d : null,
        };
}
