using System.Text.RegularExpressions;

namespace Analytics.Curation;

/// <summary>A doubt is explained, and two readings are a doubt.</summary>
internal static partial class StatusRules
{
    public static readonly Rule Unexplained = new(
        "status.unexplained",
        Severity.Warning,
        "A figure that is suspect or ambiguous has a note that says why.",
        new("在 note 里写明理由。", "Write the reason into note.")
    );

    public static readonly Rule TwoReadings = new(
        "status.two_readings",
        Severity.Critical,
        "A figure is ambiguous exactly where its note names two readings of what the row records (可读作, 还是, 也可).",
        new(
            "把 obs_status 设为 ambiguous，或在 note 里说缺什么，而不说还可能是什么。",
            "Set obs_status to ambiguous, or say in the note what is missing rather than what else it could be."
        )
    );

    public static readonly IReadOnlyList<Rule> All = [Unexplained, TwoReadings];

    public static IEnumerable<Finding> Check(CheckScope scope)
    {
        foreach (var o in scope.Data.Observations)
        {
            if (o.ObsStatus is not "normal" && o.Note.Length == 0)
            {
                yield return Unexplained.At(
                    o,
                    new($"{o.ObsId} 是 {o.ObsStatus}，没有 note。", $"{o.ObsId} is {o.ObsStatus} without a note."),
                    o.ObsId
                );
            }
            else if (o.ObsStatus is not "suspect" && o.ObsStatus == "ambiguous" != Readings().IsMatch(o.Note))
            {
                yield return TwoReadings.At(
                    o,
                    new(
                        $"{o.ObsId} 是 {o.ObsStatus}；note 写的是{Excerpt.Of(o.Note)}。",
                        $"{o.ObsId} is {o.ObsStatus}; its note says {Excerpt.Of(o.Note)}."
                    ),
                    o.ObsId
                );
            }
        }
    }

    [GeneratedRegex("可读作|可指|还是|也可|两读|两解")]
    private static partial Regex Readings();
}
