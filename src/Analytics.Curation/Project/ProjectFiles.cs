using System.Security.Cryptography;
using System.Text;

namespace Analytics.Curation;

/// <summary>Everything that was read from disk: sources, curated rows, and what was wrong with the files themselves.</summary>
internal sealed class ProjectFiles
{
    private readonly List<Finding> _findings = [];
    private readonly SortedDictionary<string, string> _hashes = new(StringComparer.Ordinal);

    private ProjectFiles(string seedsFolder, string curatedFolder)
    {
        Data = new CuratedData(ReadCurated(curatedFolder));
        Sources = ReadSources(seedsFolder);
        ContentHash = HashAll();
    }

    public CuratedData Data { get; }

    public IReadOnlyDictionary<string, SourceText> Sources { get; }

    /// <summary>Findings about the form of the files.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>One hash over all inputs: it changes exactly when a source or a curated file changes.</summary>
    public string ContentHash { get; }

    /// <summary>What findings call a source file.</summary>
    public static string SourceName(string file) => $"seeds/{file}";

    /// <summary>What findings call a curated file.</summary>
    public static string CuratedName(string file) => $"data/curated/{file}";

    /// <summary>Reads all files; what is wrong with them becomes <see cref="Findings"/>.</summary>
    public static ProjectFiles Read(string seedsFolder, string curatedFolder) => new(seedsFolder, curatedFolder);

    private CuratedTables ReadCurated(string folder)
    {
        var tables = new Dictionary<CsvSchema, List<CsvRow>>();
        foreach (var schema in CuratedSchemas.All)
        {
            var name = CuratedName(schema.Name);
            var file = Remember(name, StrictTextFile.Read(Path.Combine(folder, schema.Name), name, _findings));
            tables.Add(schema, file is null ? [] : new CsvFile(schema, name, _findings).Read(file.Text));
        }
        foreach (var stranger in FilesIn(folder, "*.csv").Except(CuratedSchemas.All.Select(s => s.Name)))
        {
            _findings.Add(
                CsvRules.UnknownFile.At(
                    CuratedName(stranger),
                    null,
                    new($"{stranger} 不是应有的文件。", $"{stranger} is no file of the format.")
                )
            );
        }

        return new CuratedTables(tables);
    }

    private Dictionary<string, SourceText> ReadSources(string folder)
    {
        var sources = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        foreach (var row in Data.Sources)
        {
            var name = SourceName(row.SourceFile);
            if (StrictTextFile.Read(Path.Combine(folder, row.SourceFile), name, _findings) is not { } file)
                continue;
            Remember(name, file);
            sources.TryAdd(row.SourceFile, new SourceText(row.SourceFile, file.Text, file.Sha256));
        }
        foreach (var stranger in FilesIn(folder, "*").Except(Data.Sources.Select(s => s.SourceFile)))
        {
            _findings.Add(
                SourceRules.Unlisted.At(
                    SourceName(stranger),
                    null,
                    new(
                        $"{stranger} 没有列在 {CuratedName("sources.csv")} 里。",
                        $"{stranger} is not listed in {CuratedName("sources.csv")}."
                    )
                )
            );
        }

        return sources;
    }

    private DecodedFile? Remember(string name, DecodedFile? file)
    {
        if (file is not null)
            _hashes[name] = file.Sha256;
        return file;
    }

    private static IEnumerable<string> FilesIn(string folder, string pattern) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, pattern).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)
            : [];

    private string HashAll()
    {
        var list = new StringBuilder();
        foreach (var (name, hash) in _hashes)
            list.Append(hash).Append("  ").Append(name).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list.ToString())));
    }
}
