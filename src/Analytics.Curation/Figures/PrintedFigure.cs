namespace Analytics.Curation;

/// <summary>A number as the text has it, with its marker and its unit: 4000余人次, 2名以上, 近2.5万元.</summary>
/// <param name="Marker">The words that bound the number; null without any.</param>
/// <param name="Place">From the first to the last character of number, marker and unit.</param>
internal sealed record PrintedFigure(Marker? Marker, Span Place)
{
    /// <summary>Cut from the source; what interrupts it and white space are left out.</summary>
    public string Text => string.Concat(Place.Flow.RawText(Place.Start, Place.End).Where(c => !char.IsWhiteSpace(c)));

    public bool IsWithin(Span quote) => Place.Start >= quote.Start && Place.End <= quote.End;
}

/// <summary>What a printed figure says, read from its own characters alone.</summary>
/// <param name="Number">Not scaled by the unit.</param>
/// <param name="Unit">As printed, without the marker; empty without one.</param>
/// <param name="Marker">Null for an exact figure or a range.</param>
internal sealed record FigureReading(PrintedNumber Number, string Unit, Marker? Marker)
{
    private const string Inside = "余多几";

    public string Qualifier => Marker?.Qualifier ?? (Number.IsRange ? "range" : "exact");

    /// <summary>Reads marker, number, marker, unit, marker from left to right; null if no number stands where one must.</summary>
    public static FigureReading? Of(string printed)
    {
        var text = NormalForm.Of(printed);
        var (before, start) = Leading(text);
        var after = MarkerFinder.After.FirstOrDefault(m => text.EndsWith(m.Text, StringComparison.Ordinal));
        var end = text.Length - (after?.Text.Length ?? 0);
        var length = NumberLength(text.AsSpan(start, end - start));
        if (PrintedNumber.Parse(text.Substring(start, length)) is not { } number)
            return null;
        var unit = text[(start + length)..end];
        // 余 stands before the unit or inside it: 80余万元, 34.8万余元.
        var at = unit.AsSpan(0, Math.Min(2, unit.Length)).IndexOfAny(Inside);
        var inside = at < 0 ? null : new Marker("min", false, unit[at].ToString());
        return new FigureReading(number, at < 0 ? unit : unit.Remove(at, 1), inside ?? after ?? before);
    }

    private static (Marker? Marker, int Length) Leading(string text)
    {
        foreach (var marker in MarkerFinder.Before)
        {
            if (text.StartsWith(marker.Text, StringComparison.Ordinal) && IsNumber(text, marker.Text.Length))
                return (marker, marker.Text.Length);
        }

        foreach (var marker in MarkerFinder.BeforeVerb)
        {
            for (var verb = 1; verb <= MarkerFinder.LongestVerb && text.StartsWith(marker.Text, StringComparison.Ordinal); verb++)
            {
                if (IsNumber(text, marker.Text.Length + verb))
                    return (marker, marker.Text.Length + verb);
            }
        }

        return (null, 0);
    }

    /// <summary>
    /// The longest beginning that is a number; a percent sign in the middle belongs to a range, one at the end is the unit.
    /// </summary>
    private static int NumberLength(ReadOnlySpan<char> text)
    {
        for (var length = text.Length; length > 0; length--)
        {
            if (PrintedNumber.Parse(text[..length].ToString()) is { } number && (number.IsRange || text[length - 1] != '%'))
                return number.IsRange && text[length - 1] == '%' ? length - 1 : length;
        }

        return 0;
    }

    private static bool IsNumber(string text, int at) =>
        at < text.Length && (char.IsAsciiDigit(text[at]) || ChineseNumeral.IsDigit(text[at]));
}
