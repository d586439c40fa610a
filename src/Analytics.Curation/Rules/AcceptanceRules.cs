namespace Analytics.Curation;

/// <summary>Warnings that a curator looked at and accepted, with the reason. They stay visible, as information.</summary>
internal static class AcceptanceRules
{
    public static readonly Rule Unmatched = new(
        "accepted.unmatched",
        Severity.Warning,
        "Each acceptance still matches a warning.",
        new("删去这一行：它所接受的已经没有了。", "Delete the line: what it accepted is gone.")
    );

    public static readonly Rule Critical = new(
        "accepted.critical",
        Severity.Critical,
        "Only warnings are accepted; a critical finding must be mended.",
        new("改正所指的问题，并删去这一行。", "Mend what the finding names and delete the line.")
    );

    public static readonly Rule UnknownRule = new(
        "accepted.unknown_rule",
        Severity.Critical,
        "An acceptance names a rule that exists.",
        new("改正 rule_id。", "Correct rule_id.")
    );

    public static readonly IReadOnlyList<Rule> All = [Unmatched, Critical, UnknownRule];

    public static List<Finding> Apply(IReadOnlyList<AcceptedRow> accepted, List<Finding> findings)
    {
        var byKey = new Dictionary<string, AcceptedRow>(StringComparer.Ordinal);
        foreach (var row in accepted)
            byKey.TryAdd(Key(row.RuleId, row.Ids.Split(' ')), row);
        var matched = new HashSet<AcceptedRow>();
        var result = findings.ConvertAll(f => Apply(f, byKey, matched));
        result.AddRange(accepted.Select(row => Unapplied(row, matched)).OfType<Finding>());
        return result;
    }

    private static Finding Apply(Finding finding, Dictionary<string, AcceptedRow> accepted, HashSet<AcceptedRow> matched)
    {
        if (!accepted.TryGetValue(Key(finding.RuleId, finding.Ids), out var row))
            return finding;
        if (finding.Severity == Severity.Critical)
            return finding;
        matched.Add(row);
        return finding with { Severity = Severity.Info, Message = Accepted(finding.Message, row) };
    }

    private static Localized Accepted(Localized message, AcceptedRow row) =>
        new($"{message.Zh}已接受：{row.Reason}", $"{message.En} Accepted: {row.ReasonEn}");

    private static Finding? Unapplied(AcceptedRow row, HashSet<AcceptedRow> matched)
    {
        if (matched.Contains(row))
            return null;
        var rule = RuleCatalog.All.FirstOrDefault(r => r.Id == row.RuleId);
        return rule switch
        {
            null => UnknownRule.At(row, new($"没有叫{Excerpt.Of(row.RuleId)}的规则。", $"No rule is called {Excerpt.Of(row.RuleId)}.")),
            { Severity: Severity.Critical } => Critical.At(
                row,
                new($"{row.RuleId} 是严重问题，不能接受。", $"{row.RuleId} is critical and cannot be accepted.")
            ),
            _ => Unmatched.At(
                row,
                new(
                    $"{row.RuleId} 关于{Excerpt.Of(row.Ids)}的问题已经没有了。",
                    $"No finding of {row.RuleId} about {Excerpt.Of(row.Ids)} is left."
                )
            ),
        };
    }

    /// <summary>Ids in any order mean the same finding.</summary>
    private static string Key(string ruleId, IEnumerable<string> ids) => ruleId + ' ' + string.Join(' ', ids.Order(StringComparer.Ordinal));
}
