using Analytics.Terminal.Input;
using Analytics.Terminal.Keys;

namespace Analytics.Tui;

/// <summary>What keys do.</summary>
enum ConsoleAction
{
    /// <summary>The panel's own widget does it; bound only so that help shows it.</summary>
    Widget,
    Quit,
    Suspend,
    Help,
    SwitchLanguage,
    NextPanel,
    PreviousPanel,
    ToggleCatalogue,
    FocusSql,
    FocusResult,
    Run,
    Back,
    Interrupt,
    Zoom,
    Save,
    OpenEntry,
    Filter,
    OpenAsSql,
    Left,
    Down,
    Up,
    Right,
    Top,
    Bottom,
    ShowGrid,
    ShowChart,
    ShowSentence,
    NextTab,
    CellView,
    Freeze,
    Widen,
    Narrow,
    AllColumns,
    ChartKindNext,
    ChartKindPrevious,
    ChartXNext,
    ChartXPrevious,
    ChartYNext,
    ChartYPrevious,
    ChartSeriesNext,
    ChartSeriesPrevious,
    ChartOnDemand,
    ChartBeside,
    CopyChartCommand,
    ChartCategories,
    ChartValues,
    CopyCell,
    ArticleView,
    EditParameters,
    NextObservation,
    PreviousObservation,
    Accept,
    Sort,
    SortMore,
    FilterToCell,
    FilterOutCell,
    FilterRows,
    SearchRows,
    SearchNext,
    SearchPrevious,
    CountGroups,
    Statistics,
    BackToParent,
    HideColumn,
    ShowColumns,
    MoveLeft,
    MoveRight,
    FitColumn,
    NumberStyle,
    RecordView,
    Select,
    CopyAs,
    CopyCommand,
    KeptResults,
    Pin,
    Drop,
    DropUnpinned,
    Rename,
    Compare,
    ToggleKey,
    Beside,
    OtherPane,
    ScrollTogether,
    PreviousRow,
    NextRow,

    // The editor
    RunAll,
    CompleteWord,
    NewBuffer,
    CloseBuffer,
    NextBuffer,
    PreviousBuffer,
    RenameBuffer,
    History,
    Find,
    Replace,
    GoToLine,
    Format,
    ToggleComment,
    OpenSql,
    SaveSql,
    SaveSqlAs,
    EditOutside,
    ToggleVim,
    Palette,
}

/// <summary>Where keys hold.</summary>
static class KeyContext
{
    public const string Always = "always", Anywhere = "anywhere", Browse = "browse", Catalogue = "catalogue", Filter = "filter", Editor = "editor", Form = "form",
        Running = "running", Parameters = "parameters", Result = "result", Grid = "grid", Chart = "chart", Sentence = "sentence", Viewer = "viewer", Save = "save", Replace = "replace",
        Find = "find", Ask = "ask", Choose = "choose",
        Record = "record", Pick = "pick", Kept = "kept", Keys = "keys", Question = "question";

    /// <summary>The heading of a context in the help.</summary>
    public static string Heading(string context, string language) => language == "en" ? English(context) : Chinese(context);

    static string Chinese(string context) => context switch
    {
        Catalogue => "目录",
        Filter => "筛选",
        Editor => "SQL 编辑器",
        Form => "参数",
        Parameters => "带参数的查询",
        Running => "运行中",
        Result => "结果",
        Grid => "表",
        Chart => "图",
        Sentence => "句",
        Viewer => "窗口",
        Save => "保存",
        Replace => "覆盖",
        Find => "查找",
        Ask => "输入",
        Choose => "选择",
        Record => "行",
        Pick => "列表",
        Kept => "保留的结果",
        Keys => "对比的键列",
        Question => "筛选、查找、起名",
        Browse => "看目录和结果时",
        Always => "任何时候",
        _ => "各处",
    };

    static string English(string context) => context switch
    {
        Catalogue => "Catalogue",
        Filter => "Filter",
        Editor => "SQL editor",
        Form => "Parameters",
        Parameters => "Query with parameters",
        Running => "Running",
        Result => "Result",
        Grid => "Grid",
        Chart => "Chart",
        Sentence => "Sentence",
        Viewer => "Window",
        Save => "Save",
        Replace => "Replace",
        Find => "Find",
        Ask => "Input",
        Choose => "Choice",
        Record => "Record",
        Pick => "List",
        Kept => "Kept results",
        Keys => "Keys of a comparison",
        Question => "Filter, search, name",
        Browse => "In catalogue and result",
        Always => "Always",
        _ => "Everywhere",
    };
}

/// <summary>All key bindings with their help in both languages; footers and help are made from them.</summary>
static partial class ConsoleKeys
{
    public static readonly KeyMap Map = new(
    [
        Key(KeyContext.Catalogue, ConsoleAction.OpenEntry, "Enter", "打开", "open", footer: true),
        Key(KeyContext.Catalogue, ConsoleAction.Filter, "/", "筛选", "filter", footer: true),
        Key(KeyContext.Catalogue, ConsoleAction.OpenAsSql, "e", "转为 SQL", "as SQL", footer: true),
        Key(KeyContext.Catalogue, ConsoleAction.Widget, "↑ ↓ PgUp PgDn", "移动", "move"),
        Key(KeyContext.Catalogue, ConsoleAction.Widget, "→ ←", "展开、收起（表可展开看列）", "open, close (a table shows its columns)"),

        Key(KeyContext.Filter, ConsoleAction.Accept, "Enter", "选定", "choose", footer: true),
        Key(KeyContext.Filter, ConsoleAction.Back, "Esc", "清除筛选", "clear the filter", footer: true),
        Key(KeyContext.Filter, ConsoleAction.Widget, "↑ ↓", "移动", "move", footer: true),

        Key(KeyContext.Editor, ConsoleAction.Run, "F5 Ctrl+R Ctrl+Enter", "运行（光标处的语句；有选中时运行选中部分）", "run (the statement at the cursor, or the selection)", footer: true),
        Key(KeyContext.Editor, ConsoleAction.Back, "Esc", "结果（离开编辑器）", "result (leaves the editor)", footer: true),
        Key(KeyContext.Editor, ConsoleAction.Widget, "Ctrl+Z", "撤销", "undo", footer: true),
        Key(KeyContext.Editor, ConsoleAction.Widget, "Ctrl+Y Ctrl+Shift+Z", "重做", "redo"),
        Key(KeyContext.Editor, ConsoleAction.Widget, "Ctrl+A", "全选", "select all"),
        Key(KeyContext.Editor, ConsoleAction.Widget, "Shift+← Shift+→", "选中（上下也可）", "select (up and down too)"),
        Key(KeyContext.Editor, ConsoleAction.Widget, "Ctrl+← Ctrl+→", "按词移动", "move by words"),
        Key(KeyContext.Editor, ConsoleAction.Widget, "Tab Shift+Tab", "缩进、减少缩进", "indent, outdent"),
        Key(KeyContext.Editor, ConsoleAction.Widget, "Ctrl+W Ctrl+U Ctrl+K", "删前词、至行首、至行尾", "delete word, to line start, to its end"),

        .. EditorKeys,

        Key(KeyContext.Form, ConsoleAction.Run, "F5 Ctrl+R Ctrl+Enter", "运行", "run", footer: true),
        Key(KeyContext.Form, ConsoleAction.Widget, "← → Enter", "选值（输入可筛选）", "pick a value (type to filter)", footer: true),
        Key(KeyContext.Form, ConsoleAction.Widget, "↑ ↓ Tab Shift+Tab", "换一栏", "next, previous field"),
        Key(KeyContext.Form, ConsoleAction.Back, "Esc", "目录（离开参数）", "catalogue (leaves the parameters)", footer: true),
        Key(KeyContext.Form, ConsoleAction.OpenAsSql, "Ctrl+E", "转为 SQL", "as SQL"),

        Key(KeyContext.Running, ConsoleAction.Back, "Esc", "取消运行（眼前的；再按取消其他）", "cancel the query (what is in view; again: what else runs)", footer: true),

        Key(KeyContext.Grid, ConsoleAction.CellView, "Enter", "整格", "cell (in full)", footer: true),
        Key(KeyContext.Grid, ConsoleAction.Widget, "↑ ↓ ← →", "移动", "move"),
        Key(KeyContext.Grid, ConsoleAction.Widget, "PgUp PgDn", "翻页", "a page up, down"),
        Key(KeyContext.Grid, ConsoleAction.Widget, "Home End", "首列、末列", "first, last column"),
        Key(KeyContext.Grid, ConsoleAction.Widget, "Ctrl+Home Ctrl+End", "首格、末格", "first, last cell"),
        Key(KeyContext.Grid, ConsoleAction.Freeze, "f", "冻结左侧至此列（再按取消）", "freeze up to here (again: none)"),
        Key(KeyContext.Grid, ConsoleAction.Widen, "+ >", "加宽列", "widen the column"),
        Key(KeyContext.Grid, ConsoleAction.Narrow, "- <", "收窄列", "narrow the column"),
        Key(KeyContext.Grid, ConsoleAction.AllColumns, "t", "显示或隐藏另一语言的列", "show or hide the other language's columns"),
        Key(KeyContext.Grid, ConsoleAction.ChartCategories, "x", "以此列为图的类别", "chart: categories from this column"),
        Key(KeyContext.Grid, ConsoleAction.ChartValues, "y", "以此列为图的数值", "chart: values from this column"),
        Key(KeyContext.Grid, ConsoleAction.CopyCell, "c", "复制此格", "copy the cell"),

        .. ResultBindings(),

        Key(KeyContext.Chart, ConsoleAction.ChartKindNext, "m", "换图形（循环合适的图形）", "kind (the next one that fits)", footer: true),
        Key(KeyContext.Chart, ConsoleAction.ChartKindPrevious, "M", "上一图形", "previous kind"),
        Key(KeyContext.Chart, ConsoleAction.Widget, "↑ ↓ ← →", "移到标记（下方是其原句）", "marks (move over them, their sentence is below)", footer: true),
        Key(KeyContext.Chart, ConsoleAction.Widget, "PgUp PgDn", "滚动", "scroll"),
        Key(KeyContext.Chart, ConsoleAction.ChartXNext, "x", "换 x 列", "next column for x"),
        Key(KeyContext.Chart, ConsoleAction.ChartXPrevious, "X", "上一 x 列", "previous column for x"),
        Key(KeyContext.Chart, ConsoleAction.ChartYNext, "y", "换 y 列（数值）", "next column for y (numbers)"),
        Key(KeyContext.Chart, ConsoleAction.ChartYPrevious, "Y", "上一 y 列", "previous column for y"),
        Key(KeyContext.Chart, ConsoleAction.ChartSeriesNext, "i", "换分组列（series）", "next column for series (or none)"),
        Key(KeyContext.Chart, ConsoleAction.ChartSeriesPrevious, "I", "上一分组列", "previous column for series"),
        Key(KeyContext.Chart, ConsoleAction.ChartOnDemand, "!", "明知会误导仍画（图中会说明）", "draw although it misleads (the chart says so)"),
        Key(KeyContext.Chart, ConsoleAction.CopyChartCommand, "c", "复制作图命令", "copy the command of this chart"),
        Key(KeyContext.Sentence, ConsoleAction.Widget, "↑ ↓ PgUp PgDn", "滚动", "scroll", footer: true),

        Key(KeyContext.Parameters, ConsoleAction.EditParameters, "p", "改参数", "values (change the parameters)", footer: true),

        Key(KeyContext.Result, ConsoleAction.ShowGrid, "1", "表", "grid"),
        Key(KeyContext.Result, ConsoleAction.ShowChart, "2", "图", "chart"),
        Key(KeyContext.Result, ConsoleAction.ShowSentence, "3", "句", "sentence"),
        Key(KeyContext.Result, ConsoleAction.ChartBeside, "w", "图放在表旁（宽屏）、收起", "chart beside the grid (wide screens), or not"),
        Key(KeyContext.Result, ConsoleAction.NextTab, "v", "下一视图", "next view"),
        Key(KeyContext.Result, ConsoleAction.ArticleView, "a", "原文", "article", footer: true),
        Key(KeyContext.Result, ConsoleAction.NextObservation, "]", "此行的下一条数字", "the row's next figure"),
        Key(KeyContext.Result, ConsoleAction.PreviousObservation, "[", "此行的上一条数字", "the row's previous figure"),
        Key(KeyContext.Result, ConsoleAction.Save, "s", "保存", "save", footer: true),
        Key(KeyContext.Result, ConsoleAction.OpenAsSql, "e", "改其 SQL", "edit its SQL"),

        Key(KeyContext.Viewer, ConsoleAction.Back, "Esc q Enter", "关闭", "close", footer: true),
        Key(KeyContext.Viewer, ConsoleAction.Widget, "↑ ↓ PgUp PgDn", "滚动", "scroll", footer: true),

        Key(KeyContext.Save, ConsoleAction.Accept, "Enter", "保存", "save", footer: true),
        Key(KeyContext.Save, ConsoleAction.Back, "Esc", "取消", "cancel", footer: true),
        Key(KeyContext.Replace, ConsoleAction.Accept, "Enter", "选定", "choose", footer: true),
        Key(KeyContext.Replace, ConsoleAction.Widget, "← → Tab", "换一个", "the other", footer: true),
        Key(KeyContext.Replace, ConsoleAction.Back, "Esc", "取消", "cancel", footer: true),

        Key(KeyContext.Browse, ConsoleAction.Run, "F5 Ctrl+R Ctrl+Enter", "再运行", "run again"),
        Key(KeyContext.Browse, ConsoleAction.NextPanel, "Tab", "换栏", "panel (the next one)", footer: true),
        Key(KeyContext.Browse, ConsoleAction.PreviousPanel, "Shift+Tab", "上一栏", "previous panel"),
        Key(KeyContext.Browse, ConsoleAction.Help, "? F1", "帮助", "help", footer: true),
        Key(KeyContext.Browse, ConsoleAction.Quit, "q Ctrl+Q", "退出", "quit", footer: true),
        Key(KeyContext.Browse, ConsoleAction.Zoom, "z F8", "放大此栏、还原", "zoom this panel, restore"),
        Key(KeyContext.Browse, ConsoleAction.Left, "h", "左", "left"),
        Key(KeyContext.Browse, ConsoleAction.Down, "j", "下", "down"),
        Key(KeyContext.Browse, ConsoleAction.Up, "k", "上", "up"),
        Key(KeyContext.Browse, ConsoleAction.Right, "l", "右", "right"),
        Key(KeyContext.Browse, ConsoleAction.Top, "g", "首行", "first row"),
        Key(KeyContext.Browse, ConsoleAction.Bottom, "G", "末行", "last row"),

        Key(KeyContext.Anywhere, ConsoleAction.ToggleCatalogue, "F2", "目录（显示、隐藏）", "catalogue (show, hide)", footer: true),
        Key(KeyContext.Anywhere, ConsoleAction.FocusSql, "F3", "SQL（编辑器；再按：参数）", "SQL (editor; again: parameters)", footer: true),
        Key(KeyContext.Anywhere, ConsoleAction.FocusResult, "F4", "结果（查询运行时：先看之前的结果）", "result (while a query runs: the one before)", footer: true),
        Key(KeyContext.Anywhere, ConsoleAction.NextPanel, "F6", "下一栏", "next panel"),
        Key(KeyContext.Anywhere, ConsoleAction.Zoom, "F8", "放大此栏、还原", "zoom this panel, restore"),
        Key(KeyContext.Anywhere, ConsoleAction.SwitchLanguage, "F9", "English", "中文", footer: true),
        Key(KeyContext.Anywhere, ConsoleAction.Save, "Ctrl+S", "保存图或结果", "save chart or result"),
        Key(KeyContext.Anywhere, ConsoleAction.Help, "F1", "帮助", "help", footer: true),
        Key(KeyContext.Anywhere, ConsoleAction.Back, "Esc", "返回", "back"),
        Key(KeyContext.Always, ConsoleAction.Interrupt, "Ctrl+C", "取消所有在运行的", "cancel everything that runs"),
        Key(KeyContext.Always, ConsoleAction.Suspend, "Ctrl+Z", "挂起（fg 回来）", "suspend (fg comes back)"),
        Key(KeyContext.Always, ConsoleAction.Quit, "Ctrl+Q", "退出", "quit", footer: true),
    ]);

    /// <summary>The key that the help of an action names first, in the contexts given.</summary>
    public static string FirstKey(string context, ConsoleAction action) =>
        Map.Bindings.First(b => b.Context == context && ActionOf(b) == action).Chords[0].ToString();

    /// <summary>What the footer shows in these contexts: keys, and their help up to its first parenthesis.</summary>
    public static IReadOnlyList<(string Key, string Help)> Footer(string language, IReadOnlyList<string> contexts) =>
        [.. Map.Reachable([.. contexts]).Where(b => b.InFooter).Select(b => (FooterKey(b), FooterHelp(b.Help.In(language))))];

    /// <summary>What a key does in these contexts, innermost first; null for nothing.</summary>
    public static ConsoleAction? Find(KeyEvent key, IReadOnlyList<string> contexts) =>
        Map.Find(key, [.. contexts]) is { } binding ? ActionOf(binding) : null;

    /// <summary>The first key; of arrows the pair.</summary>
    static string FooterKey(KeyBinding binding) =>
        binding.Chords is [{ Key: Terminal.Input.Key.Up or Terminal.Input.Key.Left } first, var second, ..] ? $"{first}{second}" : binding.Chords[0].ToString();

    static string FooterHelp(string help) => help.AsSpan().IndexOfAny('（', '(') is > 0 and var end ? help[..end].TrimEnd() : help;

    static ConsoleAction ActionOf(KeyBinding binding) => Enum.Parse<ConsoleAction>(binding.Action);

    static KeyBinding Key(string context, ConsoleAction action, string keys, string zh, string en, bool footer = false) =>
        KeyBinding.Of(context, action.ToString(), keys, zh, en, footer);
}
