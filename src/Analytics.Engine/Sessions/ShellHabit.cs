namespace Analytics.Engine.Sessions;

/// <summary>
/// Commands of other SQL shells (DuckDB's and SQLite's begin with a point, PostgreSQL's with a backslash) that are typed by habit. None is
/// SQL: they are answered with the way that leads to the same here, in batch and in the console.
/// </summary>
internal static class ShellHabit
{
    private static readonly (string[] Names, string Zh, string En)[] Ways =
    [
        (
            [".tables", ".table", ".schema", ".databases", @"\d", @"\dt", @"\dv", @"\l", ".columns"],
            "SHOW TABLES 列出表，DESCRIBE figures 列出一个表的列；analytics list 列出现成的查询。",
            "SHOW TABLES lists the tables, DESCRIBE figures the columns of one; 'analytics list' lists the canned queries."
        ),
        (
            [".quit", ".exit", @"\q", ":q", "quit", "exit"],
            "控制台按 Ctrl+Q 退出；批处理的命令运行完就结束。",
            "Ctrl+Q leaves the console; a batch command ends by itself."
        ),
        (
            [".help", @"\?", @"\h", "?", "help"],
            "analytics --help 说明各命令；控制台里按 F1。",
            "'analytics --help' explains the commands; in the console F1 does."
        ),
        (
            [".read", @"\i", @"\ir"],
            "analytics query -f 文件 运行文件里的 SQL；控制台的编辑器里按 Ctrl+O。",
            "'analytics query -f FILE' runs the SQL of a file; in the editor of the console Ctrl+O opens one."
        ),
        (
            [".mode", ".output", ".once", ".headers", ".header", ".separator", ".nullvalue", @"\o", @"\x", @"\a", @"\pset", ".excel"],
            "--format 选格式，-o 选文件；控制台里在结果上按 s 保存。",
            "--format chooses the format and -o the file; in the console s saves a result."
        ),
        (
            [".open", ".import", @"\c", @"\copy"],
            "--open 文件 把数据文件打开成表；控制台里按 o。",
            "--open FILE opens a data file as a table; in the console o does."
        ),
    ];

    /// <exception cref="UserException">The text is a command of another shell.</exception>
    public static void Refuse(string sql)
    {
        var typed = sql.AsSpan().Trim().TrimEnd(';').TrimEnd();
        var word = typed[..(typed.IndexOfAny(" \t\r\n") is >= 0 and var end ? end : typed.Length)].ToString();
        // A word of letters alone is one only by itself: the engine tells what is wrong with more.
        var isCommand = word.Length > 0 && (".\\?:".Contains(word[0]) || word.Length == typed.Length);
        if (!isCommand)
            return;
        foreach (var (names, zh, en) in Ways)
        {
            if (names.Contains(word, StringComparer.OrdinalIgnoreCase))
                throw UserException.Failed($"“{word}”是别的 SQL 工具的命令。{zh}", $"'{word}' is a command of other SQL tools. {en}");
        }

        if (word.Length > 1 && word[0] is '.' or '\\' && char.IsAsciiLetter(word[1]))
        {
            throw UserException.Failed(
                $"“{word}”是别的 SQL 工具的命令，这里没有；analytics --help 和控制台的 F1 说明这里有的。",
                $"'{word}' is a command of other SQL tools and not here; 'analytics --help', and F1 in the console, tell what is."
            );
        }
    }
}
