namespace Analytics.Curation;

/// <summary>How grave a finding is. A critical one stops the build.</summary>
public enum Severity
{
    /// <summary>The data is wrong or incomplete: nothing is built.</summary>
    Critical,

    /// <summary>The data is probably wrong, or the source is: a person must look, and may accept it with a reason.</summary>
    Warning,

    /// <summary>Worth knowing; also a warning that a curator accepted.</summary>
    Info,
}

/// <summary>One thing that a rule found in the sources or the curated files.</summary>
/// <param name="RuleId">Id of the rule, as listed in <see cref="RuleCatalog"/>.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Ids">Ids of the rows it is about (observations, articles, places …), in a stable order; may be empty.</param>
/// <param name="File">The file with forward slashes, relative to the home folder: <c>data/curated/links.csv</c>,
/// <c>seeds/000.txt</c>.</param>
/// <param name="Line">1-based line in <paramref name="File"/>; null when the finding is about the whole file.</param>
/// <param name="Message">What was found, and what was expected instead.</param>
/// <param name="Remedy">How to mend it.</param>
public sealed record Finding(
    string RuleId,
    Severity Severity,
    IReadOnlyList<string> Ids,
    string File,
    int? Line,
    Localized Message,
    Localized Remedy
)
{
    /// <summary>The ids in one text, separated by single blanks: the form of <c>check_result.ids</c> and of <c>accepted.csv</c>.</summary>
    public string IdText => string.Join(' ', Ids);

    /// <summary>On one line, in a language.</summary>
    public string In(Language language) =>
        $"{Grade(language)} {RuleId} {File}{(Line is { } line ? $":{line}" : "")} {Message.In(language)}";

    /// <inheritdoc/>
    public override string ToString() => In(Language.En);

    private string Grade(Language language) =>
        (language, Severity) switch
        {
            (Language.Zh, Severity.Critical) => "严重",
            (Language.Zh, Severity.Warning) => "警告",
            (Language.Zh, _) => "提示",
            _ => Severity.ToString().ToLowerInvariant(),
        };
}

/// <summary>One rule of the check: what it looks for, how grave a breach is and how to mend it.</summary>
/// <param name="Id">Stable id, <c>family.name</c>.</param>
/// <param name="Severity">Severity of its findings.</param>
/// <param name="Description">What must hold, in one sentence.</param>
/// <param name="Remedy">How a breach is mended.</param>
public sealed record Rule(string Id, Severity Severity, string Description, Localized Remedy)
{
    internal Finding At(string file, int? line, Localized message, params IReadOnlyList<string> ids) =>
        new(Id, Severity, ids, file, line, message, Remedy);

    internal Finding At(CuratedRow row, Localized message, params IReadOnlyList<string> ids) => At(row.File, row.Line, message, ids);
}
