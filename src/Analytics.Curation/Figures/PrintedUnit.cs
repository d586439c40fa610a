namespace Analytics.Curation;

/// <summary>A unit as it follows a number, perhaps with a marker before or inside it (余名, 万余元).</summary>
/// <param name="End">Position after the unit in the flow.</param>
/// <param name="Marker">余, 多 or 几; empty without one.</param>
internal sealed record PrintedUnit(int End, string Marker)
{
    private const string Markers = "余多几";

    /// <summary>Reads the unit that follows a number, or ends it (10%-20%); null when something else follows.</summary>
    public static PrintedUnit? Read(Span number, string unit)
    {
        string text = number.Flow.Text,
            form = NormalForm.Of(unit),
            marker = "";
        if (form.Length > 0 && text.AsSpan(number.Start, number.End - number.Start).EndsWith(form, StringComparison.Ordinal))
            return new PrintedUnit(number.End, "");
        var at = number.End;
        foreach (var c in form)
        {
            if (marker.Length == 0 && at < text.Length && text[at] != c && Markers.Contains(text[at]))
                marker = text[at++].ToString();
            if (at >= text.Length || text[at] != c)
                return null;
            at++;
        }
        return new PrintedUnit(at, marker);
    }
}
