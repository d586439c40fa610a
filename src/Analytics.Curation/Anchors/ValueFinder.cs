namespace Analytics.Curation;

/// <summary>Finds a printed number inside a quote. A number is whole: 20 does not stand in 120, 20.5 or 2024, nor 三 in 十三.</summary>
internal static class ValueFinder
{
    /// <summary>Every place of the number within the quote, as spans of the quote's flow.</summary>
    public static IReadOnlyList<Span> Find(Span quote, string number)
    {
        var form = NormalForm.Of(number);
        var found = new List<Span>();
        if (form.Length == 0)
            return found;
        var text = quote.Flow.Text;
        for (var at = Next(quote, form, quote.Start); at >= 0; at = Next(quote, form, at + 1))
        {
            if (IsWhole(text, at, at + form.Length))
                found.Add(new Span(quote.Flow, at, at + form.Length));
        }

        return found;
    }

    private static int Next(Span quote, string form, int from) =>
        from + form.Length > quote.End ? -1 : quote.Flow.Text.IndexOf(form, from, quote.End - from, StringComparison.Ordinal);

    private static bool IsWhole(string text, int start, int end)
    {
        if (char.IsAsciiDigit(text[start]) && (IsDigit(text, start - 1) || (IsPoint(text, start - 1) && IsDigit(text, start - 2))))
            return false;
        if (char.IsAsciiDigit(text[end - 1]) && (IsDigit(text, end) || (IsPoint(text, end) && IsDigit(text, end + 1))))
            return false;
        return !(ChineseNumeral.IsDigit(text[start]) && IsChinese(text, start - 1))
            && !(ChineseNumeral.IsDigit(text[end - 1]) && IsChinese(text, end));
    }

    private static bool IsDigit(string text, int i) => i >= 0 && i < text.Length && char.IsAsciiDigit(text[i]);

    private static bool IsPoint(string text, int i) => i >= 0 && i < text.Length && text[i] == '.';

    private static bool IsChinese(string text, int i) => i >= 0 && i < text.Length && ChineseNumeral.IsDigit(text[i]);
}
