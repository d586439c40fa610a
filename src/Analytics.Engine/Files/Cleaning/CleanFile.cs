using System.Text;
using Analytics.Engine.Sessions;
using Analytics.Engine.Sql;

namespace Analytics.Engine.Files.Cleaning;

/// <summary>
/// A file of SQL that cleans a table: how the file is read stands in its first comment, and its statements make views over the raw table.
/// Kept beside the file as <c>NAME.clean.sql</c>, to be edited by hand.
/// </summary>
/// <param name="Path">Absolute.</param>
/// <param name="Table">The name of the table that it makes.</param>
/// <param name="Source">The file that it cleans, with sheet and range, absolute; null where it names none.</param>
/// <param name="Choices">How that is read.</param>
/// <param name="Sql">Its statements; null where there is no file yet, so that one is to be proposed.</param>
internal sealed record CleanFile(string Path, string Table, string? Source, FileChoices Choices, string? Sql)
{
    private const string Ending = ".clean.sql",
        Open = "/*---",
        Close = "---*/";

    /// <exception cref="UserException">It cannot be read, or its first comment is not as it should be.</exception>
    public static CleanFile Read(string path)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
            throw UserException.Usage("清洗的 SQL 文件没有写名字。", "The file of SQL that cleans has no name.");
        path = System.IO.Path.GetFullPath(path);
        var name = System.IO.Path.GetFileName(path);
        var stem = name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? name[..^Ending.Length] : OpenedFile.Stem(path);
        if (!File.Exists(path))
            return new CleanFile(path, stem, null, FileChoices.None, null);
        var text = Utf8Text.ReadFile(path);
        var end = text.IndexOf(Close, StringComparison.Ordinal);
        if (!text.StartsWith(Open, StringComparison.Ordinal) || end < 0)
        {
            throw Wrong(
                path,
                1,
                "应以 /*--- 开头的注释说明怎样读文件",
                "expected a comment that begins with /*--- and says how the file is read"
            );
        }
        var says = new Dictionary<string, string>();
        var lines = text[Open.Length..end].Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim() is not { Length: > 0 } line)
                continue;
            var (key, value) = line.IndexOf(':') is > 0 and var at ? (line[..at].Trim(), line[(at + 1)..].Trim()) : (line, "");
            if (key is not ("table" or "file" or "encoding" or "separator" or "skip" or "header"))
            {
                throw Wrong(
                    path,
                    i + 1,
                    $"不认得“{key}”",
                    $"'{key}' is not known; expected table, file, encoding, separator, skip or header"
                );
            }
            says[key] = value;
        }

        var choices = new FileChoices
        {
            Encoding = says.GetValueOrDefault("encoding"),
            Separator = says.GetValueOrDefault("separator"),
            SkippedLines = Count(path, says, "skip"),
            HeaderRows = Count(path, says, "header"),
        };
        var source = says.TryGetValue("file", out var file) ? System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, file) : null;
        return new CleanFile(path, says.GetValueOrDefault("table", stem), source, choices, text[(end + Close.Length)..]);
    }

    /// <summary>A file of SQL that is to be proposed, whatever stands beside the file.</summary>
    public static CleanFile Proposed(OpenedFile file) => new(PathBeside(file), file.Name, null, FileChoices.None, null);

    /// <summary>The file of SQL that belongs to a table of a file: beside that, there already or not.</summary>
    /// <exception cref="UserException">It is there and cleans something else, or is not as it should be.</exception>
    public static CleanFile Beside(OpenedFile file)
    {
        var clean = Read(PathBeside(file));
        if (!file.IsTable(clean.Table))
        {
            throw UserException.Usage(
                $"{clean.Path} 清洗的是表“{clean.Table}”，不是“{file.Name}”；请改其中的 table 或另取表名。",
                $"{clean.Path} cleans the table '{clean.Table}', not '{file.Name}'; change its line 'table' or take another name."
            );
        }

        if (clean.Source is { } source && OpenedFile.At(source) is var other && (other.Path != file.Path || other.Part != file.Part))
        {
            throw UserException.Usage(
                $"{clean.Path} 清洗的是 {source}，不是所打开的文件；请改其中的 file 或另取表名。",
                $"{clean.Path} cleans {source}, not the file that is opened; change its line 'file' or take another name."
            );
        }

        return clean;
    }

    private static string PathBeside(OpenedFile file) =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(file.Path)!, file.Name + Ending);

    /// <summary>Runs its statements, which may make views and functions and nothing else.</summary>
    /// <exception cref="UserException">A statement does something else.</exception>
    public static IReadOnlyList<string> Statements(string path, string sql)
    {
        var script = SqlScript.Read(sql);
        var statements = script.Statements.Select(range => sql[range]).ToList();
        foreach (var statement in statements)
        {
            var words = SqlTokenizer.Read(statement).Where(t => t.Kind != SqlTokenKind.Comment).Take(4);
            var said = words.Select(t => t.In(statement).ToString().ToUpperInvariant()).ToArray();
            if (said is not (["CREATE", "VIEW" or "MACRO", ..] or ["CREATE", "OR", "REPLACE", "VIEW" or "MACRO"]))
            {
                throw UserException.Failed(
                    $"{path}：只能有 CREATE VIEW 和 CREATE MACRO，却有 {string.Join(' ', said.Take(2))}。",
                    $"{path}: only CREATE VIEW and CREATE MACRO may stand there, found {string.Join(' ', said.Take(2))}."
                );
            }
        }

        return statements;
    }

    /// <summary>The text of a file that reads as this one does.</summary>
    public static string Text(string table, OpenedFile file, string? encoding, char? separator, GridHeader header, string sql)
    {
        var text = new StringBuilder($"{Open}\ntable: {table}\nfile: {System.IO.Path.GetFileName(file.Path)}");
        text.Append(file.Part.Length > 0 ? $"#{file.Part}" : "");
        text.Append(encoding is null ? "" : $"\nencoding: {encoding}");
        text.Append(separator is null ? "" : $"\nseparator: {(separator == '\t' ? "tab" : separator)}");
        return text.Append($"\nskip: {header.Skipped}\nheader: {header.Rows}\n{Close}\n{sql}").ToString();
    }

    /// <summary>Writes a proposal where there is no file yet.</summary>
    public void Write(string text)
    {
        try
        {
            using var to = new FileStream(Path, FileMode.CreateNew, FileAccess.Write);
            to.Write(Encoding.UTF8.GetBytes(text));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw UserException.Failed($"{Path}：写不了：{e.Message}", $"{Path} cannot be written: {e.Message}", e);
        }
    }

    private static int? Count(string path, Dictionary<string, string> says, string key) =>
        !says.TryGetValue(key, out var value) ? null
        : int.TryParse(value, out var count) && count >= 0 ? count
        : throw Wrong(path, 1, $"“{key}”应为行数", $"'{key}' should be a number of lines");

    private static UserException Wrong(string path, int line, string zh, string en) =>
        new(new FilePlace(path, line), new Localized(zh, en));
}
