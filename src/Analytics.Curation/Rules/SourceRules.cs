namespace Analytics.Curation;

/// <summary>The sources are those that were curated, byte for byte.</summary>
internal static class SourceRules
{
    public static readonly Rule Unlisted = new(
        "source.unlisted",
        Severity.Critical,
        "Every file in seeds/ is listed in sources.csv.",
        new("把文件连同 SHA-256 列入并整理，或移走。", "List the file with its SHA-256 and curate it, or take it away.")
    );

    public static readonly Rule Hash = new(
        "source.sha256",
        Severity.Critical,
        "Each source has the SHA-256 that sources.csv records.",
        new(
            "还原这个源文件：它不可改动。只有新的源文件才加新行。",
            "Restore the source: it is immutable. Only a new source gets a new line."
        )
    );

    public static readonly IReadOnlyList<Rule> All = [Unlisted, Hash];

    public static IEnumerable<Finding> Check(CheckScope scope)
    {
        foreach (var row in scope.Data.Sources)
        {
            if (scope.Corpus.Sources.TryGetValue(row.SourceFile, out var source) && source.Sha256 != row.Sha256)
            {
                yield return Hash.At(
                    row,
                    new(
                        $"{row.SourceFile} 的 SHA-256 是 {source.Sha256}；应为 {row.Sha256}。",
                        $"{row.SourceFile} has SHA-256 {source.Sha256}; expected {row.Sha256}."
                    ),
                    row.SourceFile
                );
            }
        }
    }
}
