namespace Analytics.Curation;

/// <summary>The sources are those that were curated, byte for byte.</summary>
internal static class SourceRules
{
    public static readonly Rule Unlisted = new(
        "source.unlisted",
        Severity.Critical,
        "Every file in seeds/ is listed in sources.csv.",
        "List the file with its SHA-256 and curate it, or take it away."
    );

    public static readonly Rule Hash = new(
        "source.sha256",
        Severity.Critical,
        "Each source has the SHA-256 that sources.csv records.",
        "Restore the source: it is immutable. Only a new source gets a new line."
    );

    public static readonly IReadOnlyList<Rule> All = [Unlisted, Hash];

    public static IEnumerable<Finding> Check(CheckScope scope)
    {
        foreach (var row in scope.Data.Sources)
        {
            if (scope.Corpus.Sources.TryGetValue(row.SourceFile, out var source) && source.Sha256 != row.Sha256)
                yield return Hash.At(row, $"{row.SourceFile} has SHA-256 {source.Sha256}; expected {row.Sha256}.", row.SourceFile);
        }
    }
}
