using Analytics.Engine.Files;
using Analytics.Engine.Sql;

namespace Analytics.Engine.Sessions;

/// <summary>A file that a script reads by its path.</summary>
/// <param name="Place">Where its literal stands in the script.</param>
/// <param name="Path">As written; may be a pattern of several files.</param>
/// <param name="Reader">The function that reads it, in small letters; empty where the path stands in place of a table.</param>
/// <param name="Options">What else the call says, from its comma on; empty without options.</param>
public sealed record ReadFile(Range Place, string Path, string Reader, string Options)
{
    /// <summary>What people are told it is; another than <see cref="Path"/> where a copy is read.</summary>
    public string Named { get; init; } = Path;

    /// <summary>Whether it is read as JSON.</summary>
    public bool IsJson => Reader.Length > 0 ? Reader.Contains("json", StringComparison.Ordinal) : OpenedFile.KindOf(Path) == FileKind.Json;

    /// <summary>Whether it is read as lines of fields.</summary>
    public bool IsCsv => Reader.Length > 0 ? Reader is "read_csv" or "read_csv_auto" : OpenedFile.KindOf(Path) == FileKind.Csv;
}

/// <summary>Finds the files that a script reads, by its tokens: as the argument of a reader, or behind FROM and JOIN.</summary>
public static class ReadFiles
{
    public static IReadOnlyList<ReadFile> In(string sql)
    {
        List<SqlToken> tokens = [.. SqlTokenizer.Read(sql).Where(t => t.Kind != SqlTokenKind.Comment)];
        var (files, calls) = (new List<ReadFile>(), new Stack<string>());
        for (var i = 0; i < tokens.Count; i++)
        {
            var text = Word(i);
            if (tokens[i].Kind == SqlTokenKind.Bracket && "([{".Contains(text[0]))
                calls.Push(text == "[" && calls.Count > 0 ? calls.Peek() : Word(i - 1));
            else if (tokens[i].Kind == SqlTokenKind.Bracket && calls.Count > 0)
                calls.Pop();
            else if (text is ['\'', _, ..] && ReaderOf(i) is { } reader)
                files.Add(new ReadFile(tokens[i].Start..tokens[i].End, text[1..^1].Replace("''", "'"), reader, Options(i, reader)));
        }

        return files;

        string Word(int at) => at >= 0 ? tokens[at].In(sql).ToString() : "";

        string? ReaderOf(int at)
        {
            var before = Word(at - 1).ToLowerInvariant();
            if (before is "from" or "join")
                return "";
            var call = calls.Count > 0 ? calls.Peek().ToLowerInvariant() : "";
            return before is "(" or "[" or "," && IsReader(call) && IsFirst(at) ? call : null;
        }

        // The first argument, or one of the list that is the first.
        bool IsFirst(int at)
        {
            while (at > 1 && Word(at - 1) == "," && Word(at - 2) is ['\'', ..])
                at -= 2;
            return Word(at - 1) is "(" or "[";
        }

        string Options(int at, string reader)
        {
            if (reader.Length == 0 || Word(at + 1) != ",")
                return "";
            var depth = 1;
            for (var i = at + 1; i < tokens.Count; i++)
            {
                if (tokens[i].Kind == SqlTokenKind.Bracket)
                    depth += "([{".Contains(Word(i)[0]) ? 1 : -1;
                if (depth == 0)
                    return sql[tokens[at + 1].Start..tokens[i].Start];
            }

            return "";
        }
    }

    /// <summary>
    /// The paths of the files that a script reads or opens, each once, but of none that it names elsewhere too, as what it writes.
    /// </summary>
    public static IReadOnlyList<string> PathsIn(string sql) =>
        [
            .. In(sql)
                .Select(f => f.Path)
                .Concat(OpenFileCalls.In(sql).Select(c => c.Path))
                .GroupBy(path => path)
                .Where(same => sql.Split(SqlText.Literal(same.Key)).Length - 1 <= same.Count())
                .Select(same => OpenedFile.At(same.Key).Path),
        ];

    private static bool IsReader(string function) =>
        function.StartsWith("read_", StringComparison.Ordinal)
        || function.StartsWith("parquet_", StringComparison.Ordinal)
        || function is "sniff_csv";
}
