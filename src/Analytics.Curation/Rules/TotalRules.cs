using System.Text.RegularExpressions;

namespace Analytics.Curation;

/// <summary>Known totals are whole, and those taken from an observation are its value.</summary>
internal static partial class TotalRules
{
    public static readonly Rule Whole = new("total.whole", Severity.Critical, "A known total is a whole number.", "Correct the value.");

    public static readonly Rule Observation = new(
        "total.observation",
        Severity.Critical,
        "A total whose source is an observation has its value and its place.",
        "Correct value, place_id or source."
    );

    public static readonly IReadOnlyList<Rule> All = [Whole, Observation];

    public static IEnumerable<Finding> Check(CheckScope scope)
    {
        foreach (var total in scope.Data.Totals)
        {
            if (total.Value is { } value && (value < 0 || value != decimal.Truncate(value)))
                yield return Whole.At(total, $"{total.PlaceId} has {ValueDisplay.Plain(value)} {total.What}.", total.PlaceId);
            if (!ObservationId().IsMatch(total.Source))
                continue;
            if (!scope.Data.ObservationById.TryGetValue(total.Source, out var observation))
            {
                yield return KeyRules.Reference.At(
                    total,
                    $"Column source names {Excerpt.Of(total.Source)}, which is no observation.",
                    total.PlaceId
                );
            }
            else if (observation.Value != total.Value || observation.PlaceId != total.PlaceId)
            {
                yield return Observation.At(
                    total,
                    $"{total.PlaceId} {total.What} is {total.Value}; {observation.ObsId} is {observation.Value} in {observation.PlaceId}.",
                    total.PlaceId,
                    observation.ObsId
                );
            }
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9\-]+\.[A-Za-z0-9_.\-]+$")]
    private static partial Regex ObservationId();
}
