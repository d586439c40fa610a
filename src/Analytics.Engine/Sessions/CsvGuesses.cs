using Analytics.DuckDb;

namespace Analytics.Engine.Sessions;

/// <summary>Says what the engine guessed about CSV files where that leaves out lines or names, in a database of its own.</summary>
internal static class CsvGuesses
{
    /// <summary>Of a pattern so many files are looked at.</summary>
    private const int MostFiles = 100;

    /// <summary>Who says one of these decides, and nothing is guessed in silence.</summary>
    private static readonly string[] Decisions = ["skip", "header", "columns", "names", "auto_detect"];

    public static IReadOnlyList<Localized> Of(IReadOnlyList<ReadFile> files)
    {
        if (files.Count == 0)
            return [];
        using var database = DuckDbDatabase.Open(null, AnalyticsSession.DatabaseSettings);
        using var connection = database.Connect();
        return
        [
            .. files
                .Where(f => !Decisions.Any(d => f.Options.Contains(d, StringComparison.OrdinalIgnoreCase)))
                .SelectMany(f =>
                    Expanded(connection, f.Path).SelectMany(path => OfFile(connection, path, path == f.Path ? f.Named : path, f.Options))
                )
                .Distinct(),
        ];
    }

    private static IReadOnlyList<string> Expanded(DuckDbConnection connection, string path) =>
        File.Exists(path)
            ? [path]
            : connection.Rows($"SELECT file FROM glob({SqlText.Literal(path)}) LIMIT {MostFiles}", row => row.Text(0));

    private static IEnumerable<Localized> OfFile(DuckDbConnection connection, string path, string named, string options)
    {
        if (SpecialFile.IsAt(path))
            return [];
        if (new FileInfo(path) is { Exists: true, Length: 0 })
            return [new($"{named}：文件是空的。", $"{named}: the file is empty.")];
        if (OpenedFile.SeparatorLine(path) is { } separator)
        {
            return
            [
                new(
                    $"{named}：第 1 行 sep={separator} 是 Excel 的提示；请用 read_csv(…, delim='{separator}', skip=1) 读，或作为表打开。",
                    $"{named}: line 1, sep={separator}, is a hint for Excel; "
                        + $"read it with read_csv(…, delim='{separator}', skip=1), or open it as a table."
                ),
            ];
        }

        return Guesses(connection, path, options).SelectMany(g => Said(named, g.Skipped, g.HasHeader));
    }

    private static IReadOnlyList<(long Skipped, bool HasHeader)> Guesses(DuckDbConnection connection, string path, string options)
    {
        try
        {
            return connection.Rows(
                $"SELECT SkipRows::BIGINT, HasHeader FROM sniff_csv({SqlText.Literal(path)}{options})",
                row => (row.Whole(0), row.Flag(1))
            );
        }
        catch (DuckDbException)
        {
            // The statement itself says what is wrong with the file.
            return [];
        }
    }

    private static IEnumerable<Localized> Said(string path, long skipped, bool hasHeader)
    {
        if (skipped > 0)
        {
            var (zh, en) = skipped == 1 ? ("第 1 行", "line 1 was") : ($"第 1–{skipped} 行", $"lines 1–{skipped} were");
            yield return new(
                $"{path}：{zh}被跳过：引擎猜测表从第 {skipped + 1} 行开始。用 read_csv 的 skip=0、delim、null_padding=true 可定读法。",
                $"{path}: {en} skipped: the engine guessed that the table begins on line {skipped + 1}. "
                    + "skip=0, delim and null_padding=true of read_csv decide how it is read."
            );
        }

        if (!hasHeader)
        {
            yield return new(
                $"{path}：没有找到列名，列叫 column0 等；第 {skipped + 1} 行作数据读。header=true 可定。",
                $"{path}: no names of columns were found, they are called column0 and so on; line {skipped + 1} is read as data. "
                    + "header=true of read_csv decides."
            );
        }
    }
}
