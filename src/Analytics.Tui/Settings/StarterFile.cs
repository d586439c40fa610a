using System.Text;
using Analytics.Terminal.Input;
using Analytics.Terminal.Keys;

namespace Analytics.Tui.Settings;

/// <summary>A settings file to begin with: every setting with its meaning, all of them commented out by a # without a blank.</summary>
internal static class StarterFile
{
    private const string Chinese = """
        # Analytics 控制台的设置。去掉「#名称」行首的 # 即生效，重启或在设置窗口中重读。
        # 此处写明的，每次启动时以此为准；没有写的，沿用上次在控制台中的选择。

        # 颜色主题：terminal（终端自己的颜色）、light（浅）、dark（深）、contrast（高对比）
        #theme: terminal

        # 界面语言：zh、en；不写则按系统语言，启动时给出的优先
        #language: zh

        # 编辑器用 vim 键：true、false
        #vim: false

        # 编辑器中的长行折到下一行显示：true、false（也可在编辑器中按键切换）
        #soft_wrap: false

        # 图在终端里怎样显示：text（字符）、sixel（图片，终端应答支持时）
        #chart_graphics: text

        # 表中 NULL 怎样显示：word（NULL）、dash（–）、blank（空白）
        #nulls: word

        # 取全部列时（SELECT *），编号列和原文位置列在表中的位置：last（放在最后）、written（照原样）；只改显示
        #id_columns: last

        # 编辑器运行 SQL 后焦点在何处：result（结果）、editor（留在编辑器）
        #focus_after_run: result

        # 先显示什么：home（总览页）、sql（目录、SQL 和结果）
        #start: home

        # 宽度有歧义的字符（如引号、省略号、框线）在终端里占几格：1、2，auto 为启动时询问终端
        #ambiguous_width: auto

        # 按键：动作: 键，或 [键, 键]；[] 为不要按键。'#'、'!'、',' 等要加引号。
        # 同一处不能一键两用；退出、帮助、所有命令总保留一个键。下面是默认的按键。
        #keys:

        """;

    private const string English = """
        # Settings of the Analytics console. Remove the # before a name to make it hold; restart,
        # or read the file again in the settings window.
        # What is said here holds at every start; what is not is as it was chosen last in the console.

        # Colour theme: terminal (the terminal's own colours), light, dark, contrast (high contrast)
        #theme: terminal

        # Language of the interface: zh, en; without it that of the system. One given at the start wins.
        #language: en

        # vim keys in the editor: true, false
        #vim: false

        # Whether long lines of the editor go on in the rows below: true, false (a key of the editor switches it too)
        #soft_wrap: false

        # How charts are shown: text (characters), sixel (a picture, where the terminal answers that it shows them)
        #chart_graphics: text

        # How the grid shows NULL: word (NULL), dash (–), blank
        #nulls: word

        # Where ids and places in the sources stand in the grid when a statement takes all columns (SELECT *):
        # last, written (as they come); display only
        #id_columns: last

        # Where the focus is after the editor has run SQL: result, editor (it stays)
        #focus_after_run: result

        # What is shown first: home (the overview page), sql (catalogue, SQL and result)
        #start: home

        # Cells that the terminal gives characters of ambiguous width (quotes, ellipsis, frames): 1, 2; auto asks the terminal at the start
        #ambiguous_width: auto

        # Keys. action: key, or [key, key]; [] for no key. '#', '!', ',' and the like need quotes.
        # No key means two things in one place; quit, help and all commands always keep one. These are the default keys.
        #keys:

        """;

    /// <summary>The file in a language, with the keys as the program brings them.</summary>
    public static string Text(Language language, KeyMap keys)
    {
        var text = new StringBuilder((language == Language.En ? English : Chinese).ReplaceLineEndings("\n"));
        foreach (var place in keys.Bindings.Where(KeyLookup.IsBindable).GroupBy(b => b.Context))
        {
            text.Append($"#  # {KeyContext.Heading(place.Key, language)}\n");
            foreach (var binding in place)
            {
                text.Append(
                    $"#  {(KeyLookup.NameOf(binding) + ":").PadRight(32)} "
                        + $"[{string.Join(", ", binding.Chords.Select(Quoted))}]  # {binding.Help.In(language)}\n"
                );
            }
        }
        return text.ToString();
    }

    /// <summary>Plain where YAML takes it so.</summary>
    private static string Quoted(KeyChord chord) =>
        chord.Key == Key.Character && !char.IsAsciiLetterOrDigit(chord.ToString()[^1])
            ? $"'{chord.ToString().Replace("'", "''", StringComparison.Ordinal)}'"
            : chord.ToString();
}
