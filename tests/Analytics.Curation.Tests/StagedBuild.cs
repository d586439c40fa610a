using Analytics.DuckDb;

namespace Analytics.Curation.Tests;

/// <summary>A project that is built, and once more written beside its tables but not yet proved.</summary>
internal sealed class StagedBuild : IDisposable
{
    private readonly SmallProject _project = new();
    private readonly Dictionary<string, byte[]> _old;
    private readonly IReadOnlyList<TableContent> _tables;
    private readonly TableFiles _files;
    private readonly BuildFolder _target;

    public StagedBuild()
    {
        _project.Build().Built.ShouldBeTrue();
        _old = _project.BuiltFiles();
        _tables = Contents(_project);
        var input = Input(_project);
        ContentHash = input.ContentHash;
        _files = new TableFiles(input, _project.DataFolder);
        _target = new BuildFolder(_project.DataFolder);
        _files.Stage(_tables, _target);
    }

    public string ContentHash { get; }

    public static IReadOnlyList<TableContent> Contents(SmallProject project)
    {
        var scope = new CheckScope(Input(project));
        return ContractTables.Fill(scope, [.. RuleCatalog.Check(scope)]);
    }

    /// <summary>The file of a table that is not yet proved.</summary>
    public string PathOf(string table) => _target.Temporary(table + ".parquet");

    /// <summary>The notes that the file of a table should have, as SQL.</summary>
    public string Notes(string table) => $"{{\"table\": '{table}', schema_version: '1', content_sha256: '{ContentHash}'}}";

    /// <summary>Puts another file in the place of one that was written: the rows of a query over it, called <c>file</c>.</summary>
    public void Rewrite(string table, string sql, string notes)
    {
        var path = PathOf(table);
        using var database = DuckDbDatabase.Open(null, new Dictionary<string, string> { ["threads"] = "1", ["memory_limit"] = "256MB" });
        using var connection = database.Connect();
        connection.Execute($"CREATE TABLE file AS FROM read_parquet({Sql.Text(path)})");
        connection.Execute($"COPY ({sql}) TO {Sql.Text(path)} (FORMAT parquet, KV_METADATA {notes})");
    }

    public IReadOnlyList<Finding> Publish() => _files.Publish(_tables, _target).Item2;

    public void OldFilesAreUntouched()
    {
        foreach (var (name, bytes) in _old)
            File.ReadAllBytes(_project.PathOf("data/" + name)).AsSpan().SequenceEqual(bytes).ShouldBeTrue(name);
    }

    public void Dispose()
    {
        _target.Dispose();
        Directory.GetFiles(_project.DataFolder, "*.tmp").ShouldBeEmpty();
        _project.Dispose();
    }

    private static ProjectFiles Input(SmallProject project) => ProjectFiles.Read(project.PathOf("seeds"), project.PathOf("data/curated"));
}

/// <summary>A temporary folder with one written table.</summary>
internal sealed class MadeFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("proof-").FullName;

    public string File => Path.Combine(_folder, "made.parquet");

    public void Write(TableContent table, IReadOnlyDictionary<string, string> notes)
    {
        using var writer = new TableWriter();
        writer.Write(table, File, notes);
    }

    /// <summary>The only value of a query about <c>$file</c>.</summary>
    public string Text(string sql)
    {
        using var database = DuckDbDatabase.Open(null, new Dictionary<string, string> { ["threads"] = "2", ["memory_limit"] = "256MB" });
        using var connection = database.Connect();
        using var result = connection.Query(sql.Replace("$file", Sql.Text(File)));
        using var chunk = result.Fetch().ShouldNotBeNull();
        var text = new System.Text.StringBuilder();
        chunk.Column(0).AppendText(0, text);
        return text.ToString();
    }

    /// <summary>The only value of a query about <c>$file</c>; null if the engine refuses the file.</summary>
    public string? TextOrNull(string sql)
    {
        try
        {
            return Text(sql);
        }
        catch (DuckDbException)
        {
            return null;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
