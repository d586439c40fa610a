namespace Analytics.Engine.Sessions;

/// <summary>
/// Commands of other SQL shells (DuckDB's and SQLite's begin with a point, PostgreSQL's with a backslash) that are typed by habit. None is
/// SQL: they are answered with the way that leads to the same here, and with the setting that batch has for it.
/// </summary>
internal static class ShellHabit
{
    private static readonly Way[] Ways =
    [
        new(
            [".tables", ".table", ".schema", ".databases", ".columns", @"\d", @"\dt", @"\dv", @"\l"],
            new(
                "SHOW TABLES 列出表，DESCRIBE figures 列出一个表的列。",
                "SHOW TABLES lists the tables, DESCRIBE figures the columns of one."
            )
        ),
        new(
            [".quit", ".exit", @"\q", ":q", "quit", "exit"],
            new("控制台按 Ctrl+Q 退出；批处理的命令运行完就结束。", "Ctrl+Q leaves the console; a batch command ends by itself.")
        ),
        new([".help", @"\?", @"\h", "?", "help"], HelpOfConsole, new Setting("help")),
        new(
            [".read", @"\i", @"\ir"],
            new("控制台的编辑器里按 Ctrl+O 打开 SQL 文件。", "In the editor of the console Ctrl+O opens a file of SQL."),
            new Setting("file", "FILE")
        ),
        new(
            [".mode", ".output", ".once", ".headers", ".header", ".separator", ".nullvalue", ".excel", @"\o", @"\x", @"\a", @"\pset"],
            new("控制台里在结果上按 s 保存。", "In the console s saves a result."),
            new Setting("format", "FORMAT")
        ),
        new(
            [".open", ".import", @"\c", @"\copy"],
            new("控制台里按 o 打开数据文件。", "In the console o opens a data file."),
            new Setting("open", "FILE")
        ),
    ];

    private static Localized HelpOfConsole => new("控制台里按 F1 看此处的按键。", "F1 in the console shows the keys.");

    /// <exception cref="UserException">The text is a command of another shell.</exception>
    public static void Refuse(string sql)
    {
        var typed = sql.AsSpan().Trim().TrimEnd(';').TrimEnd();
        var word = typed[..(typed.IndexOfAny(" \t\r\n") is >= 0 and var end ? end : typed.Length)].ToString();
        // A word of letters alone is one only by itself: the engine tells what is wrong with more.
        var isCommand = word.Length > 0 && (".\\?:".Contains(word[0]) || word.Length == typed.Length);
        if (!isCommand)
            return;
        var way = Ways.FirstOrDefault(w => w.Commands.Contains(word, StringComparer.OrdinalIgnoreCase));
        if (way is null && !(word.Length > 1 && word[0] is '.' or '\\' && char.IsAsciiLetter(word[1])))
            return;
        var (zh, en) = way?.Here ?? HelpOfConsole;
        var fault = UserException.Failed($"“{word}”是别的 SQL 工具的命令。{zh}", $"'{word}' is a command of other SQL tools. {en}");
        throw way is { Mend: null } ? fault : fault.MendedBy(way?.Mend ?? new Setting("help"));
    }

    /// <summary>What leads to the same here.</summary>
    /// <param name="Commands">As they are typed.</param>
    /// <param name="Here">The way in SQL or in the console.</param>
    /// <param name="Mend">That of batch.</param>
    private sealed record Way(string[] Commands, Localized Here, Setting? Mend = null);
}
