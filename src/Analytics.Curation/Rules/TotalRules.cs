using System.Text.RegularExpressions;

namespace Analytics.Curation;

/// <summary>Known totals are whole, and those taken from an observation are its value.</summary>
internal static partial class TotalRules
{
    public static readonly Rule Whole = new(
        "total.whole",
        Severity.Critical,
        "A known total is a whole number.",
        new("改正数值。", "Correct the value.")
    );

    public static readonly Rule Observation = new(
        "total.observation",
        Severity.Critical,
        "A total whose source is an observation has its value and its place.",
        new("改正 value、place_id 或 source。", "Correct value, place_id or source.")
    );

    public static readonly IReadOnlyList<Rule> All = [Whole, Observation];

    public static IEnumerable<Finding> Check(CheckScope scope)
    {
        foreach (var total in scope.Data.Totals)
        {
            if (total.Value is { } value && (value < 0 || value != decimal.Truncate(value)))
            {
                yield return Whole.At(
                    total,
                    new(
                        $"{total.PlaceId} 的 {total.What} 是 {ValueDisplay.Plain(value)}。",
                        $"{total.PlaceId} has {ValueDisplay.Plain(value)} {total.What}."
                    ),
                    total.PlaceId
                );
            }

            if (!ObservationId().IsMatch(total.Source))
                continue;
            if (!scope.Data.ObservationById.TryGetValue(total.Source, out var observation))
            {
                yield return KeyRules.Reference.At(
                    total,
                    new(
                        $"source 列写的{Excerpt.Of(total.Source)}不是任何数的编号。",
                        $"Column source names {Excerpt.Of(total.Source)}, which is no observation."
                    ),
                    total.PlaceId
                );
            }
            else if (observation.Value != total.Value || observation.PlaceId != total.PlaceId)
            {
                yield return Observation.At(
                    total,
                    new(
                        $"{total.PlaceId} 的 {total.What} 是 {total.Value}；"
                            + $"{observation.ObsId} 是 {observation.PlaceId} 的 {observation.Value}。",
                        $"{total.PlaceId} {total.What} is {total.Value}; "
                            + $"{observation.ObsId} is {observation.Value} in {observation.PlaceId}."
                    ),
                    total.PlaceId,
                    observation.ObsId
                );
            }
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9\-]+\.[A-Za-z0-9_.\-]+$")]
    private static partial Regex ObservationId();
}
