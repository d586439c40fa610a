using Analytics.Engine.Files;
using Analytics.Engine.Tables;

namespace Analytics.Engine.Sessions;

/// <summary>Kinds of files that can be opened.</summary>
public enum FileKind
{
    /// <summary>Also other separators than commas.</summary>
    Csv,
    Json,
    Parquet,

    /// <summary>A DuckDB database, attached read-only.</summary>
    Database,

    /// <summary>A sheet of a workbook.</summary>
    Sheet,
}

/// <summary>A file of the user's that a session can query: a table, or an attached database.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Name">The name of the table or of the attached database; the stem of the file unless another was given.</param>
public sealed record OpenedFile(string Path, string Name)
{
    /// <summary>The endings of files that can be opened.</summary>
    public static readonly IReadOnlyDictionary<string, FileKind> Endings = new Dictionary<string, FileKind>
    {
        [".csv"] = FileKind.Csv,
        [".tsv"] = FileKind.Csv,
        [".parquet"] = FileKind.Parquet,
        [".json"] = FileKind.Json,
        [".jsonl"] = FileKind.Json,
        [".ndjson"] = FileKind.Json,
        [".duckdb"] = FileKind.Database,
        [".db"] = FileKind.Database,
        [".ddb"] = FileKind.Database,
        [".xlsx"] = FileKind.Sheet,
        [".xlsm"] = FileKind.Sheet,
        [".xls"] = FileKind.Sheet,
    };

    /// <summary>Whether it is attached as a database rather than opened as one table.</summary>
    public bool IsDatabase => Kind == FileKind.Database;

    /// <summary>Whether it is a table of that name; SQL knows no upper and lower case.</summary>
    internal bool IsTable(string name) => !IsDatabase && string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    public FileKind Kind => KindOf(Path) ?? FileKind.Csv;

    /// <summary>Sheet and range of a workbook, as <c>月报!A3:D20</c>; empty for the first sheet that holds anything.</summary>
    public string Part { get; init; } = "";

    /// <summary>The file of SQL that it is opened cleaned by, as views over a table of its texts; null where it is not.</summary>
    public string? CleanedBy { get; init; }

    /// <summary>Whether it is opened cleaned.</summary>
    public bool IsCleaned => CleanedBy is not null;

    /// <summary>How it was found to be read, once it was looked at; null before.</summary>
    public FileReading? Reading { get; init; }

    /// <summary>What <c>--open</c> takes to open it again under its name.</summary>
    public string Argument => (Name == Stem(Path) ? Path : $"{Name}={Path}") + (Part.Length > 0 ? $"#{Part}" : "");

    /// <summary>A statement that opens it again in another session; null where that takes more than SQL can say.</summary>
    public string? ReopenSql =>
        IsCleaned ? null
        : Reading?.Copy is null ? OpenSql(load: false)
        : Reading.Stated != FileChoices.None ? null
        : Name == Stem(Path) ? $"FROM {OpenCall} LIMIT 0"
        : $"CREATE VIEW memory.main.{SqlText.Identifier(Name)} AS FROM {OpenCall}";

    private string OpenCall => $"open_file({SqlText.Literal(Part.Length > 0 ? $"{Path}#{Part}" : Path)})";

    /// <summary>The kind by the ending, before that of packing if it is a packed text; null if that is not known.</summary>
    public static FileKind? KindOf(string path)
    {
        // A binary workbook is told apart from what is not known, and refused in words of its own.
        if (path.EndsWith(".xlsb", StringComparison.OrdinalIgnoreCase))
            return FileKind.Sheet;
        var content = PackedFile.Unpacked(path);
        return
            Endings.TryGetValue(System.IO.Path.GetExtension(content).ToLowerInvariant(), out var kind)
            && (content == path || kind is FileKind.Csv or FileKind.Json)
            ? kind
            : null;
    }

    /// <summary>The name that a file has unless another is given.</summary>
    public static string Stem(string path) =>
        System.IO.Path.GetFileNameWithoutExtension(KindOf(path) is null ? path : PackedFile.Unpacked(path));

    /// <summary>A file by its path, behind which the part of a workbook may stand after a <c>#</c>.</summary>
    /// <param name="path">Absolute, or from the current folder.</param>
    /// <param name="name">What SQL is to call it; null for its stem.</param>
    public static OpenedFile At(string path, string? name = null)
    {
        var mark = File.Exists(path) ? -1 : path.LastIndexOf('#');
        var (file, part) = mark > 0 && KindOf(path[..mark]) == FileKind.Sheet ? (path[..mark], path[(mark + 1)..]) : (path, "");
        return new OpenedFile(System.IO.Path.GetFullPath(file), name ?? Stem(file)) { Part = part };
    }

    /// <param name="arguments">Paths, or names and paths with <c>=</c> between them.</param>
    /// <exception cref="UserException">A file is missing, of no known kind, or its name is taken.</exception>
    public static IReadOnlyList<OpenedFile> All(IReadOnlyList<string> arguments)
    {
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            [ProductTables.Schema] = "the schema of the product's tables",
        };
        var files = new List<OpenedFile>();
        foreach (var argument in arguments)
        {
            var file = Of(argument);
            if (!taken.TryAdd(file.Name, argument))
            {
                throw Wrong(
                    argument,
                    $"its table would be called '{file.Name}', which is {taken[file.Name]} "
                        + $"already; give another name: NAME={file.Path}",
                    $"表名“{file.Name}”已被占用；请另取名：名称={file.Path}"
                );
            }

            files.Add(file);
        }
        return files;
    }

    /// <summary>The statement that makes the file's content visible.</summary>
    /// <param name="load">Whether to copy the rows into memory, so that the file is not needed afterwards.</param>
    public string OpenSql(bool load) =>
        IsDatabase
            ? $"ATTACH {SqlText.Literal(Path)} AS {SqlText.Identifier(Name)} (READ_ONLY)"
            : $"CREATE {(load ? "TABLE" : "VIEW")} memory.main.{SqlText.Identifier(Name)} AS FROM {ReadSql}";

    /// <summary>The statement that makes it invisible again, if it was not loaded.</summary>
    public string CloseSql =>
        IsDatabase ? $"DETACH {SqlText.Identifier(Name)}"
        : IsCleaned
            ? string.Concat(CleanedNames(Name).SkipLast(1).Select(view => $"DROP VIEW IF EXISTS memory.main.{SqlText.Identifier(view)}; "))
                + $"DROP TABLE memory.main.{SqlText.Identifier(CleanedNames(Name)[^1])}"
        : $"DROP VIEW memory.main.{SqlText.Identifier(Name)}";

    /// <summary>The views that a cleaned file has, and last the table of its texts.</summary>
    internal static IReadOnlyList<string> CleanedNames(string name) =>
        [name, name + "_totals", name + "_notes", name + "_left", name + "_raw"];

    /// <summary>The call of the engine's reader.</summary>
    internal string ReadSql =>
        $"{Reader}({SqlText.Literal(ReadPath)}{(Reading is { Options.Length: > 0 } ? Reading.Options : ReadOptions)})";

    /// <summary>What the engine reads: the file, or its copy in UTF-8.</summary>
    internal string ReadPath => Reading?.Copy ?? Path;

    /// <summary>What the engine's guess would miss: Excel's own hint in the first line, and a byte order mark before an array.</summary>
    internal string ReadOptions =>
        Kind == FileKind.Csv && SeparatorLine(ReadPath) is { } separator ? $", delim={SqlText.Literal($"{separator}")}, skip=1"
        : Kind == FileKind.Json && Beginning(ReadPath).TrimStart() is ['\uFEFF', .. var rest] && rest.TrimStart() is ['[', ..]
            ? ", format='array'"
        : "";

    /// <summary>The separator that a first line <c>sep=;</c> names, as Excel writes it; null without such a line.</summary>
    internal static char? SeparatorLine(string path) =>
        Beginning(path).TrimStart('\uFEFF') is ['s' or 'S', 'e' or 'E', 'p' or 'P', '=', var separator, '\r' or '\n', ..]
            ? separator
            : null;

    /// <summary>The first characters of a file; empty where it cannot be read, which the engine then says.</summary>
    private static string Beginning(string path)
    {
        try
        {
            return System.Text.Encoding.UTF8.GetString(PackedFile.Beginning(path, 64));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return "";
        }
    }

    private string Reader =>
        Kind switch
        {
            FileKind.Parquet => "read_parquet",
            FileKind.Json => "read_json_auto",
            _ => "read_csv",
        };

    private static OpenedFile Of(string argument)
    {
        var (name, path) = Split(argument);
        var file = At(path, name);
        if (!File.Exists(file.Path))
            throw Wrong(argument, "there is no such file.", "没有这个文件。");
        if (KindOf(file.Path) is null)
        {
            throw Wrong(
                argument,
                $"its kind is not known from its ending; expected {string.Join(", ", Endings.Keys)}.",
                $"从后缀看不出是哪种文件，应为 {string.Join("、", Endings.Keys)}。"
            );
        }

        return file;
    }

    /// <summary>A file may have = in its name, so an existing one comes first.</summary>
    private static (string? Name, string Path) Split(string argument) =>
        argument.IndexOf('=') is > 0 and var at && !File.Exists(argument) ? (argument[..at], argument[(at + 1)..]) : (null, argument);

    private static UserException Wrong(string argument, string problem, string zh) =>
        UserException.Usage($"{argument}：{zh}", $"{argument}: {problem}");
}
