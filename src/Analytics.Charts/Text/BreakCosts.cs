using System.Text;

namespace Analytics.Charts;

/// <summary>
/// What a break before each character of a text costs. Where no line may begin or end follows UAX #14 and CLREQ; the rest are
/// habits of careful setting: numbers keep their measure word, short brackets and quotes stay whole, dates and citations are
/// not torn, and Chinese, whose words are not parted by spaces, breaks rather in the middle of a run than beside its ends, since
/// most words have two characters.
/// </summary>
internal static class BreakCosts
{
    /// <summary>Only where a line would hold nothing otherwise.</summary>
    public const double Never = 100_000;

    /// <summary>Within a Latin word or a number that has room on a line of its own.</summary>
    private const double Word = 20_000;

    /// <summary>Dearer than a further line.</summary>
    private const double Torn = 2500;

    private const double ShortGroup = 1300,
        GroupEdge = 300,
        Crowded = 400,
        Space = 60,
        Numbered = 260,
        Plain = 90,
        Odd = 20,
        Particle = 60;

    /// <summary>Characters within brackets or quotes that stay on one line.</summary>
    private const int Short = 8;

    private const string NoStart = "，。；：？！、）》」』】”’…％%,.;:?!)]}";
    private const string NoEnd = "（《「『【“‘([{≥≤<>约近";
    private const string Pauses = "，；：。？！,;:.?!、";
    private const string Opening = "（《「『【“‘([",
        Closing = "）》」』】”’)]";

    /// <summary>Words that a phrase may begin with, but hardly ends with, and the other way round.</summary>
    private const string Leading = "和与及或并而为占共在从对按以",
        Trailing = "的了等者县区镇乡村市州省族";

    /// <summary>What follows a number and closes the phrase with it.</summary>
    private const string Measures = "人名元个岁万亿年月日家户次期条项份处类种所村县镇乡届级页行倍成天周件宗门座台辆亩%％";

    /// <summary>English words that mean nothing without the number after them.</summary>
    private static readonly HashSet<string> BeforeNumbers = new(StringComparer.OrdinalIgnoreCase)
    {
        "grade",
        "no",
        "no.",
        "page",
        "line",
        "article",
        "level",
        "table",
        "about",
        "nearly",
        "over",
        "under",
        "than",
        "least",
        "most",
    };

    /// <summary>One cost for each character: that of a break before it. The first is 0.</summary>
    public static double[] Of(IReadOnlyList<Rune> text)
    {
        var costs = new double[text.Count];
        for (var i = 1; i < text.Count; i++)
            costs[i] = Between(text, i);
        AddRuns(text, costs);
        AddGroups(text, costs);
        return costs;
    }

    private static double Between(IReadOnlyList<Rune> text, int at)
    {
        var (before, after) = (text[at - 1], text[at]);
        if (Rune.IsWhiteSpace(after) || In(NoStart, after) || In(NoEnd, before))
            return Never;
        if (Rune.IsWhiteSpace(before))
            return AfterSpace(text, at);
        if (Numbers.Tears(text, at))
            return Torn;
        if (IsWide(before) || IsWide(after))
        {
            return In(Pauses, before)
                ? before.Value == '、'
                    ? Plain / 3
                    : 0
                : Plain;
        }

        return before.Value is '-' or '/' or '–' ? Space : Word;
    }

    /// <summary>Citations keep to what they number; a number keeps to the word after it and to one that announces it.</summary>
    private static double AfterSpace(IReadOnlyList<Rune> text, int at)
    {
        var (last, next) = (text[Math.Max(0, at - 2)], text[at]);
        if (last.Value == ']')
            return Torn;
        if (next.Value == '[' && !In(Pauses, last) && !In(Closing, last))
            return Torn / 2;
        if (In(Pauses, last))
            return 0;
        var (digitBefore, digitAfter) = (Rune.IsDigit(last), Rune.IsDigit(next));
        if (digitAfter && !digitBefore)
            return BeforeNumbers.Contains(WordBefore(text, at - 1)) ? Torn / 2 : Numbered;
        return digitBefore && !digitAfter ? Numbered : Space;
    }

    private static string WordBefore(IReadOnlyList<Rune> text, int end)
    {
        var start = end;
        while (start > 0 && !Rune.IsWhiteSpace(text[start - 1]))
            start--;
        return string.Concat(text.Skip(start).Take(end - start));
    }

    /// <summary>
    /// Chinese between marks, numbers and Latin: near its ends a break likely parts a word, as in runs of two or three anywhere.
    /// </summary>
    private static void AddRuns(IReadOnlyList<Rune> text, double[] costs)
    {
        for (var start = 0; start < text.Count; start++)
        {
            if (!IsHan(text[start]))
                continue;
            var end = start;
            while (end < text.Count && IsHan(text[end]))
                end++;
            // A measure word belongs to the number before it, not to the run.
            var from = start > 0 && Rune.IsDigit(text[start - 1]) && In(Measures, text[start]) ? start + 1 : start;
            for (var at = from + 1; at < end; at++)
                costs[at] += Within(text, at, at - from, end - at, end - from);
            start = end;
        }
    }

    private static double Within(IReadOnlyList<Rune> text, int at, int before, int after, int length)
    {
        var edge = before == 1 || after == 1 ? Crowded : 0;
        var parity =
            (before & 1) == 1 && (length & 1) == 0 ? Odd * 2
            : (before & 1) == 1 ? Odd
            : 0;
        var particle =
            (In(Leading, text[at]) ? -Particle : 0)
            + (In(Leading, text[at - 1]) ? Particle : 0)
            + (In(Trailing, text[at - 1]) ? -Particle : 0)
            + (In(Trailing, text[at]) ? Particle : 0);
        return (length <= 3 ? Crowded : edge) + parity + particle;
    }

    /// <summary>Short brackets and quotes stay whole; of long ones no single character stays behind.</summary>
    private static void AddGroups(IReadOnlyList<Rune> text, double[] costs)
    {
        var open = new Stack<int>();
        for (var i = 0; i < text.Count; i++)
        {
            if (In(Opening, text[i]))
                open.Push(i);
            if (!In(Closing, text[i]) || !open.TryPop(out var start))
                continue;
            var inside = i - start - 1;
            if (inside <= Short)
            {
                for (var at = start + 1; at <= i; at++)
                    costs[at] += ShortGroup;
            }
            else if (start + 2 < text.Count)
            {
                (costs[start + 2], costs[i - 1]) = (costs[start + 2] + GroupEdge, costs[i - 1] + GroupEdge);
            }
        }
    }

    internal static bool IsMeasure(Rune rune) => In(Measures, rune);

    private static bool In(string set, Rune rune) => rune.IsBmp && set.Contains((char)rune.Value);

    internal static bool IsHan(Rune rune) => rune.Value is >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF;

    /// <summary>Characters that break like ideographs: CJK blocks, their punctuation and full-width forms.</summary>
    private static bool IsWide(Rune rune) =>
        rune.Value
            is >= 0x2E80
                and <= 0x9FFF
                or >= 0xF900
                and <= 0xFAFF
                or >= 0xFE30
                and <= 0xFE4F
                or >= 0xFF00
                and <= 0xFF60
                or >= 0x20000
                and <= 0x3FFFF;
}

/// <summary>What a number holds together: its digits, signs and dates, and the measure word or unit after it.</summary>
internal static class Numbers
{
    /// <summary>Whether a break there tears a number from its unit, or a date or a fraction apart.</summary>
    public static bool Tears(IReadOnlyList<Rune> text, int at)
    {
        var (before, after) = (text[at - 1], text[at]);
        if (IsPart(before) && IsPart(after) || before.Value == '第' && Rune.IsDigit(after))
            return true;
        // 元/月
        if (after.Value == '/' && BreakCosts.IsHan(before) || before.Value == '/' && BreakCosts.IsHan(after))
            return true;
        if (!BreakCosts.IsHan(after))
            return false;
        if (Rune.IsDigit(before))
            return true;
        // The second character belongs to the number too after a magnitude (15万元), or where the first is no measure word (219党员).
        return at > 1
            && Rune.IsDigit(text[at - 2])
            && (IsMagnitude(before) ? BreakCosts.IsMeasure(after) : BreakCosts.IsHan(before) && !BreakCosts.IsMeasure(before));
    }

    private static bool IsMagnitude(Rune rune) => rune.Value is '万' or '亿' or '千' or '百';

    /// <summary>Digits and what joins them: 2025-01-13, 219/312, 9–10, 1,139.5.</summary>
    private static bool IsPart(Rune rune) => Rune.IsDigit(rune) || rune.Value is '-' or '–' or '/' or '.' or ',' or '−' or '+';
}
