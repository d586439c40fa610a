using System.Text.RegularExpressions;

namespace Analytics.Figures;

/// <summary>
/// Times along an axis, in as few characters as tell them apart: what all have in common, the day, the year or the zone, stands once beside
/// the axis, and zeros that none needs are left out.
/// </summary>
internal sealed partial class TimeTexts
{
    private readonly bool _hasDate;
    private readonly bool _hasYear;
    private readonly bool _hasSeconds;
    private readonly bool _hasZone;

    private TimeTexts(IReadOnlyList<Match> times)
    {
        _hasDate = Distinct(times, "year", "day").Count > 1;
        _hasYear = _hasDate && Distinct(times, "year").Count > 1;
        _hasSeconds = times.Any(t => t.Groups["seconds"].Value != ":00");
        _hasZone = Distinct(times, "zone").Count > 1;
        var first = times[0].Groups;
        var date = _hasYear ? "" : first["year"].Value + (_hasDate ? "" : first["day"].Value);
        Common = string.Join(
            ", ",
            new[] { date, _hasZone || !first["zone"].Success ? "" : $"UTC{first["zone"].Value}" }.Where(t => t != "")
        );
    }

    /// <summary>What all times have in common and <see cref="Short"/> leaves out; empty where that is nothing.</summary>
    public string Common { get; }

    /// <summary>Null where the texts are not all times of a day, or all begin days.</summary>
    /// <param name="texts">As the engine writes times.</param>
    public static TimeTexts? Of(IEnumerable<string> texts)
    {
        var times = texts.Select(t => Time().Match(t)).ToArray();
        return
            times.Length > 1
            && times.All(t => t.Success)
            && times.Any(t => t.Groups["clock"].Value + t.Groups["seconds"].Value != "00:00:00")
            ? new TimeTexts(times)
            : null;
    }

    /// <summary>The short form of one of the texts; another text as it is.</summary>
    public string Short(string text)
    {
        if (Time().Match(text) is not { Success: true } time)
            return text;
        var date = _hasYear ? time.Groups["year"].Value + time.Groups["day"].Value : time.Groups["day"].Value.TrimStart('-');
        return (_hasDate ? date + " " : "")
            + time.Groups["clock"].Value
            + (_hasSeconds ? time.Groups["seconds"].Value : "")
            + (_hasZone ? time.Groups["zone"].Value : "");
    }

    private static HashSet<string> Distinct(IEnumerable<Match> times, params string[] parts) =>
        [.. times.Select(t => string.Concat(parts.Select(p => t.Groups[p].Value)))];

    [GeneratedRegex(
        @"^(?<year>\d{4})(?<day>-\d\d-\d\d) (?<clock>\d\d:\d\d)(?<seconds>:\d\d(\.\d+)?)(?<zone>[+-]\d\d(:\d\d)?)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex Time();
}
