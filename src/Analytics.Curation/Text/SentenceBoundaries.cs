using System.Text;

namespace Analytics.Curation;

/// <summary>
/// Where sentences begin in a flow. A sentence ends at 。！？ with the quotation marks and brackets that close it, unless the
/// clause goes on (“…！”，他说). A line break or an empty line ends nothing by itself: the narrow columns break even words.
/// </summary>
internal sealed class SentenceBoundaries
{
    private const string Ends = "。!?";
    private const string Closers = "”’」』》)";
    private const string GoesOn = ",、;:的";

    private readonly Flow _flow;
    private readonly int[] _starts;

    public SentenceBoundaries(Flow flow)
    {
        _flow = flow;
        _starts = [.. new SortedSet<int>([0, .. flow.Breaks, .. AfterPunctuation(flow.Text)])];
    }

    /// <summary>The range of whole sentences around [start, end).</summary>
    public (int Start, int End) Around(int start, int end)
    {
        var next = IndexOf(end - 1) + 1;
        return (_starts[IndexOf(start)], next < _starts.Length ? _starts[next] : _flow.Text.Length);
    }

    /// <summary>All sentences in order.</summary>
    public IEnumerable<(int Start, int End)> All()
    {
        for (var i = 0; i < _starts.Length; i++)
        {
            if (_starts[i] < _flow.Text.Length)
                yield return (_starts[i], i + 1 < _starts.Length ? _starts[i + 1] : _flow.Text.Length);
        }
    }

    /// <summary>The sentences around [start, end) as they are read: full-width as printed, without the white space of the layout.</summary>
    public string Reading(int start, int end)
    {
        var (from, to) = Around(start, end);
        return LayoutFree.Reading(_flow, from, to);
    }

    private int IndexOf(int position)
    {
        var at = Array.BinarySearch(_starts, position);
        return at >= 0 ? at : ~at - 1;
    }

    private static IEnumerable<int> AfterPunctuation(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Ends.Contains(text[i]))
                continue;
            var end = i + 1;
            while (end < text.Length && (Closers.Contains(text[end]) || Ends.Contains(text[end])))
                end++;
            var closed = end > i + 1;
            if (end < text.Length && !(closed && GoesOn.Contains(text[end])))
                yield return end;
            i = end - 1;
        }
    }
}

/// <summary>Turns a stretch of a flow into one line of text: as printed, but without what the layout put in.</summary>
internal static class LayoutFree
{
    public static string Reading(Flow flow, int start, int end)
    {
        var line = new StringBuilder(end - start);
        for (var i = start; i < end; i++)
        {
            if (i > start && HasMeaningfulGap(flow, i))
                line.Append(' ');
            line.Append(flow.Source.Text[flow.Form.Raw(i)]);
        }
        return line.ToString();
    }

    /// <summary>
    /// White space before position i means something between Latin words and whatever stands beside them on the line, between two
    /// numbers, and between words of Han characters that are not letter-spaced (交 易 总 额); across lines only between Latin words.
    /// </summary>
    private static bool HasMeaningfulGap(Flow flow, int i)
    {
        var text = flow.Source.Text;
        int before = flow.Form.Raw(i - 1),
            after = flow.Form.Raw(i);
        if (after == before + 1)
            return false;
        char a = text[before],
            b = text[after];
        var sameLine = text.AsSpan(before, after - before).IndexOf('\n') < 0;
        if (char.IsAsciiLetter(a) && char.IsAsciiLetter(b))
            return true;
        if (!sameLine)
            return false;
        if (char.IsAsciiDigit(a) && char.IsAsciiDigit(b))
            return true;
        if (char.IsAsciiLetter(a))
            return char.IsLetterOrDigit(b);
        if (char.IsAsciiLetter(b))
            return char.IsLetterOrDigit(a);
        return char.IsLetter(a) && char.IsLetter(b) && IsWord(text, before - 1) && IsWord(text, after + 1);
    }

    private static bool IsWord(string text, int neighbour) => neighbour >= 0 && neighbour < text.Length && char.IsLetter(text[neighbour]);
}
