namespace Analytics.Curation;

/// <summary>
/// The source texts and curated files of one project. <see cref="Check"/> proves them, <see cref="Build"/> turns them into tables.
/// Files are read once, by <see cref="Load"/>.
/// </summary>
public sealed class CurationProject
{
    private readonly ProjectFiles _files;
    private readonly string _dataFolder;
    private List<Finding>? _findings;

    private CurationProject(ProjectFiles files, string dataFolder)
    {
        _files = files;
        _dataFolder = dataFolder;
    }

    /// <summary>Reads a project. Faulty files are no exception: they become findings of <see cref="Check"/>.</summary>
    /// <param name="homeFolder">Holds <c>seeds/</c>, and <c>data/</c> unless <paramref name="dataFolder"/> is given.</param>
    /// <param name="dataFolder">Holds <c>curated/</c> and receives the Parquet files; null for <c>data/</c> in the home folder.</param>
    public static CurationProject Load(string homeFolder, string? dataFolder = null)
    {
        string data = dataFolder ?? Path.Combine(homeFolder, "data");
        return new CurationProject(ProjectFiles.Read(Path.Combine(homeFolder, "seeds"), Path.Combine(data, "curated")), data);
    }

    /// <summary>All findings: the gravest first, then by file and line. Nothing is written.</summary>
    public IReadOnlyList<Finding> Check() => _findings ??= [.. RuleCatalog.Check(_files)
        .OrderBy(f => f.Severity).ThenBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line ?? 0)
        .ThenBy(f => f.RuleId, StringComparer.Ordinal).ThenBy(f => f.IdText, StringComparer.Ordinal).ThenBy(f => f.Message, StringComparer.Ordinal)];
}
