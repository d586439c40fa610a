using System.Globalization;

namespace Analytics.Engine.Queries;

/// <summary>A value with a name, written <c>35 rule</c>; <c>85% target</c> means 0.85.</summary>
/// <param name="Value">In the unit of what it is held against.</param>
/// <param name="Name">What it is called.</param>
public sealed record NamedValue(double Value, string Name)
{
    /// <summary>Whether it was written in per cent.</summary>
    public bool IsShare { get; init; }

    /// <summary>The value; null if the text is none.</summary>
    public static NamedValue? Of(string text)
    {
        var end = text.IndexOf(' ');
        if (end <= 0 || text[end..].Trim() is not { Length: > 0 } name)
            return null;
        var isShare = text[end - 1] == '%';
        return
            double.TryParse(text[..(isShare ? end - 1 : end)], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            ? new NamedValue(isShare ? value / 100 : value, name) { IsShare = isShare }
            : null;
    }

    /// <summary>The text that gives this value again.</summary>
    public override string ToString() =>
        IsShare
            ? $"{((decimal)Value * 100).ToString("0.############", CultureInfo.InvariantCulture)}% {Name}"
            : $"{Value.ToString(CultureInfo.InvariantCulture)} {Name}";
}
