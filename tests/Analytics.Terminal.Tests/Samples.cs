using System.Text;

namespace Analytics.Terminal.Tests;

/// <summary>Random text of everything that is hard to measure.</summary>
internal static class Samples
{
    private static readonly string[] Pieces =
    [
        "a",
        "Z",
        "0",
        " ",
        "-",
        "中",
        "县",
        "。",
        "（",
        "“",
        "…",
        "①",
        "é",
        "e\u0301",
        "\u0301",
        "か\u3099",
        "ｶﾞ",
        "각",
        "👍",
        "👍🏽",
        "👨‍👩‍👧",
        "❤️",
        "❤",
        "🇨🇳",
        "🇨",
        "1️⃣",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "\u200D",
        "\uFE0F",
        "שָׁ",
        "ع",
        "น้ำ",
        "हि",
        "─",
        "█",
        "\u001b",
        "\t",
        "\u202E",
        "\u009b",
        "\uD83D",
        "𠀀",
    ];

    /// <summary>Up to so many pieces one after another.</summary>
    public static string Text(Random random, int most)
    {
        var text = new StringBuilder();
        for (var left = random.Next(most + 1); left > 0; left--)
            text.Append(Pieces[random.Next(Pieces.Length)]);
        return text.ToString();
    }
}
