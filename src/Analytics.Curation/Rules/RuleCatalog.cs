namespace Analytics.Curation;

/// <summary>Every rule of the check.</summary>
public static class RuleCatalog
{
    /// <summary>All rules, by family.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. TextFileRules.All,
        .. CsvRules.All,
        .. SourceRules.All,
        .. FieldRules.All,
        .. KeyRules.All,
        .. SegmentRules.All,
        .. AnchorRules.All,
        .. ValueRules.All,
        .. QualifierRules.All,
        .. NumeralRules.All,
        .. PlaceRules.All,
        .. AliasRules.All,
        .. ArticleRules.All,
        .. UnitRules.All,
        .. IndicatorRules.All,
        .. PeriodRules.All,
        .. StatusRules.All,
        .. ShareRules.All,
        .. LinkRules.All,
        .. TotalRules.All,
        .. PhraseRules.All,
        .. TranslationRules.All,
        .. RepetitionRules.All,
        .. AcceptanceRules.All,
        .. BuildRules.All,
        .. BuiltRules.All,
    ];

    /// <summary>Whether the files are too damaged to be judged row by row.</summary>
    internal static bool StopsAtForm(ProjectFiles files) => files.Findings.Any(f => f.Severity == Severity.Critical && LosesRows(f.RuleId));

    /// <summary>Applies all rules but those of the form of files, whose findings are given.</summary>
    internal static List<Finding> Check(CheckScope scope)
    {
        var findings = new List<Finding>(scope.Files.Findings);
        findings.AddRange([
            .. SourceRules.Check(scope),
            .. FieldRules.Check(scope),
            .. KeyRules.Check(scope),
            .. SegmentRules.Check(scope),
            .. AnchorRules.Check(scope),
            .. ValueRules.Check(scope),
            .. QualifierRules.Check(scope),
            .. NumeralRules.Check(scope),
            .. PlaceRules.Check(scope),
            .. AliasRules.Check(scope.Data),
            .. ArticleRules.Check(scope),
            .. UnitRules.Check(scope),
            .. IndicatorRules.Check(scope),
            .. PeriodRules.Check(scope),
            .. StatusRules.Check(scope),
            .. ShareRules.Check(scope),
            .. LinkRules.Check(scope),
            .. TotalRules.Check(scope),
            .. PhraseRules.Check(scope),
            .. TranslationRules.Check(scope.Data.Tables),
            .. RepetitionRules.Check(scope),
        ]);
        return AcceptanceRules.Apply(scope.Data.Accepted, findings);
    }

    /// <summary>After these nothing else can be judged: rows or whole texts are missing.</summary>
    private static bool LosesRows(string ruleId) =>
        ruleId.StartsWith("file.", StringComparison.Ordinal) || ruleId.StartsWith("csv.", StringComparison.Ordinal);
}
