using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Engine.Verdicts;

/// <summary>Figures as sentences say them: values as printed, what they measure, of whom, and of which time.</summary>
internal static partial class FigureWords
{
    private static readonly string[] Counted = ["person", "count", "event", "household", "grade", "points"];

    /// <summary>What is measured; the English may be empty where the curators want it unsaid.</summary>
    public static Localized Measure(VerdictFigure f) => f.Phrases.GetValueOrDefault("measure") ?? Full(f);

    /// <summary>What is measured, never unsaid.</summary>
    public static Localized Named(VerdictFigure f) => Measure(f) is { En.Length: > 0 } words ? words : Full(f) with { Zh = Measure(f).Zh };

    /// <summary>Whom or what the figure counts, without what the curators note in brackets.</summary>
    public static Localized People(VerdictFigure f) =>
        f.Phrases.GetValueOrDefault("people")
        ?? new(Bracket().Replace(f.Population.Zh, ""), Bracket().Replace(f.Population.En, "").TrimEnd());

    /// <summary>An English value without its unit: "2 or more", "just over 4000".</summary>
    public static string Number(VerdictFigure f) =>
        Parts(f) is { Success: true } p ? p.Groups["number"].Value + p.Groups["tail"].Value : f.Printed.En;

    /// <summary>An English value with its unit, without one that what is measured says already.</summary>
    public static string English(VerdictFigure f) =>
        Counted.Contains(f.UnitKind) ? Number(f)
        : f.UnitKind == "age" ? f.Printed.En.Replace(" of age", "", StringComparison.Ordinal)
        : f.Printed.En;

    /// <summary>Values in English, the unit said with the last alone where all have one kind.</summary>
    public static string English(IReadOnlyList<VerdictFigure> figures)
    {
        var isOne = figures.Select(f => f.UnitKind).Distinct().Count() == 1;
        var values = figures.Select((f, i) => isOne && i < figures.Count - 1 ? Number(f) : English(f)).ToArray();
        return values.Length == 1 ? values[0] : $"{string.Join(", ", values[..^1])} and {values[^1]}";
    }

    /// <summary>Whether a figure holds at a date rather than over a time: then its article's date bounds it where it has none.</summary>
    public static bool IsAtDate(VerdictFigure f) => f.Accounting is "stock" or "none";

    /// <summary>The day before which the figure was not printed, if that is all that is known of its date.</summary>
    public static DateOnly? OnlyNotBefore(VerdictFigure f) => IsAtDate(f) && !f.IsDated ? f.NotBefore : null;

    /// <summary>The words of the text on time; "undated" where it has none.</summary>
    public static Localized Period(VerdictFigure f) =>
        f.Period is null ? new("时间未载", "undated")
        : f.PeriodKind == "as_of" ? new($"“{f.Period.Zh}”", $"\"{f.Period.En}\"")
        : f.Period;

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>
    /// What is measured among other figures: with its population where another one is of the same kind and of other people.
    /// </summary>
    public static Localized Among(VerdictFigure f, IReadOnlyList<VerdictFigure> all) =>
        all.Any(o => o.Property == f.Property && o.PopulationId != f.PopulationId) ? Full(f) : Named(f);

    private static Localized Full(VerdictFigure f) => new(f.Indicator.Zh, char.ToLowerInvariant(f.Indicator.En[0]) + f.Indicator.En[1..]);

    private static Match Parts(VerdictFigure f) => Printed().Match(f.Printed.En);

    [GeneratedRegex(@"^(?<number>.*[0-9]%?)(?: (?<unit>.*?))?(?<tail> or (?:more|less))?$")]
    private static partial Regex Printed();

    [GeneratedRegex(@"\s*[（(][^（()）]*[)）]$")]
    private static partial Regex Bracket();
}
