using Analytics.Terminal.Keys;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Charts;
using Analytics.Tui.Editor;
using Analytics.Tui.Results;
using Analytics.Tui.Settings;
using static Analytics.Tui.Shared.ConsoleBinding;

namespace Analytics.Tui.App;

/// <summary>All key bindings with their help in both languages; footers and help are made from them.</summary>
internal static class ConsoleKeys
{
    /// <summary>
    /// The bindings as the program brings them; those that hold, with the user's changes, are <see cref="ConsoleState.Keys"/>.
    /// </summary>
    public static readonly KeyMap Map = new([
        Key(KeyContext.Catalogue, ConsoleAction.OpenEntry, "Enter", "打开", "open", footer: true),
        Key(KeyContext.Catalogue, ConsoleAction.Filter, "/", "筛选", "filter", footer: true),
        Key(KeyContext.Catalogue, ConsoleAction.OpenAsSql, "e", "转为 SQL", "as SQL", footer: true),
        Key(KeyContext.Catalogue, ConsoleAction.Widget, "↑ ↓ PgUp PgDn", "移动", "move"),
        Key(KeyContext.Catalogue, ConsoleAction.Widget, "→ ←", "展开、收起（表可展开看列）", "open, close (a table shows its columns)"),
        .. CatalogueKeys.Bindings,
        Key(KeyContext.Filter, ConsoleAction.Accept, "Enter", "选定", "choose", footer: true),
        Key(KeyContext.Filter, ConsoleAction.Back, "Esc", "清除筛选", "clear the filter", footer: true),
        Key(KeyContext.Filter, ConsoleAction.Widget, "↑ ↓", "移动", "move", footer: true),
        Key(
            KeyContext.Editor,
            ConsoleAction.Run,
            "F5 Ctrl+R Ctrl+Enter",
            "运行（光标处的语句；有选中时运行选中部分）",
            "run (the statement at the cursor, or the selection)",
            footer: true
        ),
        Key(KeyContext.Editor, ConsoleAction.Back, "Esc", "结果（离开编辑器）", "result (leaves the editor)", footer: true),
        Key(KeyContext.Editor, ConsoleAction.Widget, "Ctrl+Z", "撤销", "undo", footer: true),
        Key(KeyContext.Editor, ConsoleAction.Widget, "Ctrl+Y Ctrl+Shift+Z", "重做", "redo"),
        Key(KeyContext.Editor, ConsoleAction.Widget, "Ctrl+A", "全选", "select all"),
        Key(KeyContext.Editor, ConsoleAction.Widget, "Shift+← Shift+→", "选中（上下也可）", "select (up and down too)"),
        Key(KeyContext.Editor, ConsoleAction.Widget, "Ctrl+← Ctrl+→", "按词移动", "move by words"),
        Key(KeyContext.Editor, ConsoleAction.Widget, "Tab Shift+Tab", "缩进、减少缩进", "indent, outdent"),
        Key(
            KeyContext.Editor,
            ConsoleAction.Widget,
            "Ctrl+W Ctrl+U Ctrl+K",
            "删前词、至行首、至行尾",
            "delete word, to line start, to its end"
        ),
        .. EditorKeys.Bindings,
        Key(KeyContext.Form, ConsoleAction.Run, "F5 Ctrl+R Ctrl+Enter", "运行", "run", footer: true),
        Key(KeyContext.Form, ConsoleAction.Widget, "← → Enter", "选值（输入可筛选）", "pick a value (type to filter)", footer: true),
        Key(KeyContext.Form, ConsoleAction.Widget, "↑ ↓ Tab Shift+Tab", "换一栏", "next, previous field"),
        Key(KeyContext.Form, ConsoleAction.Back, "Esc", "目录（离开参数）", "catalogue (leaves the parameters)", footer: true),
        Key(KeyContext.Form, ConsoleAction.OpenAsSql, "Ctrl+E", "转为 SQL", "as SQL"),
        Key(
            KeyContext.Running,
            ConsoleAction.Back,
            "Esc",
            "取消运行（眼前的；再按取消其他）",
            "cancel the query (what is in view; again: what else runs)",
            footer: true
        ),
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
        .. ResultKeys.Bindings,
        .. ChartKeys.Bindings,
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
        Key(
            KeyContext.Anywhere,
            ConsoleAction.FocusSql,
            "F3",
            "SQL（编辑器；再按：参数）",
            "SQL (editor; again: parameters)",
            footer: true
        ),
        Key(
            KeyContext.Anywhere,
            ConsoleAction.FocusResult,
            "F4",
            "结果（查询运行时：先看之前的结果）",
            "result (while a query runs: the one before)",
            footer: true
        ),
        Key(KeyContext.Anywhere, ConsoleAction.NextPanel, "F6", "下一栏", "next panel"),
        Key(KeyContext.Anywhere, ConsoleAction.Zoom, "F8", "放大此栏、还原", "zoom this panel, restore"),
        Key(KeyContext.Anywhere, ConsoleAction.SwitchLanguage, "F9", "English", "中文", footer: true),
        Key(KeyContext.Anywhere, ConsoleAction.Save, "Ctrl+S", "保存图或结果", "save chart or result"),
        Key(KeyContext.Anywhere, ConsoleAction.Help, "F1", "帮助", "help", footer: true),
        Key(KeyContext.Anywhere, ConsoleAction.Back, "Esc", "返回", "back"),
        .. SettingsKeys.Bindings,
        Key(KeyContext.Always, ConsoleAction.Interrupt, "Ctrl+C", "取消所有在运行的", "cancel everything that runs"),
        Key(KeyContext.Always, ConsoleAction.Suspend, "Ctrl+Z", "挂起（fg 回来）", "suspend (fg comes back)"),
        Key(KeyContext.Always, ConsoleAction.Quit, "Ctrl+Q", "退出", "quit", footer: true),
    ]);
}
