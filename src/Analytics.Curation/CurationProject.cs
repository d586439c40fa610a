namespace Analytics.Curation;

/// <summary>
/// The source texts and curated files of one project. <see cref="Check"/> proves them, <see cref="Build"/> turns them into tables.
/// Files are read once, by <see cref="Load"/>.
/// </summary>
public sealed class CurationProject
{
    private readonly ProjectFiles _files;
    private readonly string _dataFolder;
    private readonly IReadOnlyDictionary<string, string> _derived;
    private CheckScope? _scope;
    private List<Finding>? _findings;

    private CurationProject(ProjectFiles files, string dataFolder, IReadOnlyDictionary<string, string> derived)
    {
        _files = files;
        _dataFolder = dataFolder;
        _derived = derived;
    }

    /// <summary>Reads a project. Faulty files are no exception: they become findings of <see cref="Check"/>.</summary>
    /// <param name="homeFolder">Holds <c>seeds/</c>, and <c>data/</c> unless <paramref name="dataFolder"/> is given.</param>
    /// <param name="dataFolder">Holds <c>curated/</c> and receives the Parquet files; null for <c>data/</c> in the home folder.</param>
    /// <param name="derived">The SQL of tables that a build works out from the others, by their names; null for none.</param>
    public static CurationProject Load(string homeFolder, string? dataFolder = null, IReadOnlyDictionary<string, string>? derived = null)
    {
        var data = dataFolder ?? Path.Combine(homeFolder, "data");
        var files = ProjectFiles.Read(Path.Combine(homeFolder, "seeds"), Path.Combine(data, "curated"));
        return new CurationProject(files, data, derived ?? new Dictionary<string, string>());
    }

    /// <summary>All findings: the gravest first, then by file and line. Nothing is written.</summary>
    public IReadOnlyList<Finding> Check() =>
        _findings ??= Sorted(RuleCatalog.StopsAtForm(_files) ? _files.Findings : RuleCatalog.Check(Scope));

    /// <summary>
    /// Checks, then writes every table and <c>datapackage.json</c> to the data folder. With a critical finding nothing is written.
    /// Files are verified before the old ones are replaced, and the same input gives the same bytes.
    /// </summary>
    public BuildReport Build()
    {
        var findings = Check();
        if (findings.Any(f => f.Severity == Severity.Critical))
            return new BuildReport(false, findings, [], _files.ContentHash);
        var (tables, failures) = new TableFiles(_files, _dataFolder).Write(ContractTables.Fill(Scope, findings), _derived);
        return new BuildReport(failures.Count == 0, [.. failures, .. findings], tables, _files.ContentHash);
    }

    /// <summary>
    /// Removes the temporary files of a build of this process that is not over and will not be; on another thread, before the process ends.
    /// </summary>
    public static void AbandonBuild() => BuildFolder.Abandon();

    /// <summary>Whether the built tables are there, undamaged and of the present input. Reads and hashes them; needs no database.</summary>
    public IReadOnlyList<Finding> CheckBuilt() => Sorted(BuiltRules.Check(_dataFolder, _files.ContentHash));

    internal CheckScope Scope => _scope ??= new CheckScope(_files);

    private static List<Finding> Sorted(IEnumerable<Finding> findings) =>
        [
            .. findings
                .OrderBy(f => f.Severity)
                .ThenBy(f => f.File, StringComparer.Ordinal)
                .ThenBy(f => f.Line ?? 0)
                .ThenBy(f => f.RuleId, StringComparer.Ordinal)
                .ThenBy(f => f.IdText, StringComparer.Ordinal)
                .ThenBy(f => f.Message.En, StringComparer.Ordinal),
        ];
}
