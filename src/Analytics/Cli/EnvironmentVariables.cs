namespace Analytics.Cli;

/// <summary>The environment variables that the program heeds.</summary>
internal static class EnvironmentVariables
{
    /// <summary>Those of one meaning together.</summary>
    public static IReadOnlyList<(string Names, Localized Meaning)> All { get; } =
    [
        ("ANALYTICS_HOME", new("含 data/ 和 queries/ 的文件夹", "the folder with data/ and queries/")),
        (
            "ANALYTICS_CONFIG, XDG_CONFIG_HOME",
            new("设置文件；模型、页面、书签在它旁边", "the settings file; models, pages and bookmarks lie beside it")
        ),
        ("ANALYTICS_STATE, XDG_STATE_HOME", new("控制台记住的东西所在的文件夹", "the folder of what the console remembers")),
        ("ANALYTICS_TRACE", new("程序出错时显示在何处", "shows where the program failed")),
        ("LC_ALL, LC_MESSAGES, LANG", new("标题和名称的语言", "the language of titles and labels")),
        ("NO_COLOR", new("设了就不用颜色", "no colours where it is set")),
        ("TZ", new("时区", "the time zone")),
        ("TMPDIR", new("内存放不下的数据所在的文件夹", "the folder of what exceeds memory")),
        ("VISUAL, EDITOR", new("控制台之外的编辑器", "the editor outside the console")),
    ];
}
