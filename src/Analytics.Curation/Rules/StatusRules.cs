namespace Analytics.Curation;

/// <summary>A doubt is explained.</summary>
internal static class StatusRules
{
    public static readonly Rule Unexplained = new(
        "status.unexplained",
        Severity.Warning,
        "A figure that is suspect or ambiguous has a note that says why.",
        "Write the reason into note."
    );

    public static readonly IReadOnlyList<Rule> All = [Unexplained];

    public static IEnumerable<Finding> Check(CheckScope scope) =>
        from o in scope.Data.Observations
        where o.ObsStatus is not "normal" && o.Note.Length == 0
        select Unexplained.At(o, $"{o.ObsId} is {o.ObsStatus} without a note.", o.ObsId);
}
