using Analytics.Engine.Tables;

namespace Analytics.Engine.Sessions;

/// <summary>A file of the user's that a session can query: a table under its stem, or an attached database.</summary>
/// <param name="Name">The stem of the file: the name of the table or of the attached database.</param>
public sealed record OpenedFile(string Path, string Name)
{
    static readonly string[] DatabaseEndings = [".duckdb", ".db", ".ddb"];

    /// <summary>Whether it is attached as a database rather than opened as one table.</summary>
    public bool IsDatabase => DatabaseEndings.Contains(Ending);

    string Ending => System.IO.Path.GetExtension(Path).ToLowerInvariant();

    /// <exception cref="EngineException">A file is missing, of no known kind, or its name is taken.</exception>
    public static IReadOnlyList<OpenedFile> All(IReadOnlyList<string> paths)
    {
        var taken = ProductTables.Names.ToDictionary(n => n, n => "a table of the product", StringComparer.OrdinalIgnoreCase);
        var files = new List<OpenedFile>();
        foreach (var path in paths)
        {
            var file = Of(path);
            if (!taken.TryAdd(file.Name, path))
                throw Wrong(path, $"its table would be called '{file.Name}', which is {taken[file.Name]} already; rename or copy the file.");
            files.Add(file);
        }
        return files;
    }

    /// <summary>The statement that makes the file's content visible.</summary>
    /// <param name="load">Whether to copy the rows into memory, so that the file is not needed afterwards.</param>
    public string OpenSql(bool load) =>
        IsDatabase
            ? $"ATTACH {SqlText.Literal(Path)} AS {SqlText.Identifier(Name)} (READ_ONLY)"
            : $"CREATE {(load ? "TABLE" : "VIEW")} {SqlText.Identifier(Name)} AS FROM {Reader}({SqlText.Literal(Path)})";

    string Reader => Ending switch
    {
        ".parquet" => "read_parquet",
        ".json" or ".jsonl" or ".ndjson" => "read_json_auto",
        _ => "read_csv",
    };

    static OpenedFile Of(string path)
    {
        var file = new OpenedFile(System.IO.Path.GetFullPath(path), System.IO.Path.GetFileNameWithoutExtension(path));
        if (!File.Exists(file.Path))
            throw Wrong(path, "there is no such file.");
        if (!file.IsDatabase && file.Ending is not (".csv" or ".tsv" or ".parquet" or ".json" or ".jsonl" or ".ndjson"))
            throw Wrong(path, "its kind is not known from its ending; expected .csv, .tsv, .parquet, .json, .jsonl, .ndjson, .duckdb, .ddb or .db.");
        return file;
    }

    static EngineException Wrong(string path, string problem) =>
        new(EngineErrorKind.Usage, $"--open {path}: {problem}");
}
