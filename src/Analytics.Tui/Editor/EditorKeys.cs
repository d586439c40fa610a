using Analytics.Terminal.Keys;
using static Analytics.Tui.Shared.ConsoleBinding;

namespace Analytics.Tui.Editor;

/// <summary>What keys do in the editor.</summary>
internal static class EditorKeys
{
    public static IEnumerable<KeyBinding> Bindings =>
        [
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
            Key(KeyContext.Editor, ConsoleAction.RunAll, "F7 Shift+F5", "全部运行", "run all statements"),
            Key(
                KeyContext.Editor,
                ConsoleAction.CompleteWord,
                "Ctrl+Space",
                "补全（输入时自动出现；Tab、Enter 采用）",
                "complete (comes while typing; Tab or Enter takes it)",
                footer: true
            ),
            Key(KeyContext.Editor, ConsoleAction.Find, "Ctrl+F", "查找", "find"),
            Key(KeyContext.Editor, ConsoleAction.Replace, "Alt+r", "查找并替换", "find and replace"),
            Key(KeyContext.Editor, ConsoleAction.GoToLine, "Ctrl+G", "转到行", "go to line"),
            Key(
                KeyContext.Editor,
                ConsoleAction.Format,
                "Alt+f",
                "整理格式（有选中时只整理选中部分）",
                "format (the selection, if there is one)"
            ),
            Key(KeyContext.Editor, ConsoleAction.ToggleComment, "Ctrl+_ Ctrl+/", "注释、取消注释", "comment, uncomment"),
            Key(KeyContext.Editor, ConsoleAction.Widget, "Alt+↑ Alt+↓", "移动行（加 Shift 复制）", "move lines (with Shift: copy them)"),
            Key(KeyContext.Editor, ConsoleAction.NewBuffer, "Ctrl+N", "新文稿", "new buffer"),
            Key(KeyContext.Editor, ConsoleAction.NextBuffer, "Ctrl+PgDn Alt+.", "下一文稿", "next buffer"),
            Key(KeyContext.Editor, ConsoleAction.PreviousBuffer, "Ctrl+PgUp Alt+,", "上一文稿", "previous buffer"),
            Key(KeyContext.Editor, ConsoleAction.RenameBuffer, "Alt+t", "文稿改名", "rename the buffer"),
            Key(KeyContext.Editor, ConsoleAction.CloseBuffer, "Alt+w", "关闭文稿", "close the buffer"),
            Key(KeyContext.Editor, ConsoleAction.OpenSql, "Ctrl+O", "打开 .sql 文件", "open a .sql file"),
            Key(KeyContext.Editor, ConsoleAction.SaveSql, "Ctrl+S", "存为 .sql 文件", "save as a .sql file"),
            Key(KeyContext.Editor, ConsoleAction.SaveSqlAs, "Alt+s", "另存为", "save under another name"),
            Key(KeyContext.Editor, ConsoleAction.EditOutside, "Alt+e", "用 $EDITOR 编辑", "edit in $EDITOR"),
            Key(KeyContext.Find, ConsoleAction.Widget, "Enter ↓", "下一处", "next match", footer: true),
            Key(KeyContext.Find, ConsoleAction.Widget, "Shift+Enter ↑", "上一处", "previous match"),
            Key(
                KeyContext.Find,
                ConsoleAction.Widget,
                "Alt+c Alt+r Alt+w",
                "大小写、正则、整词",
                "case, regular expression, whole words",
                footer: true
            ),
            Key(KeyContext.Find, ConsoleAction.Widget, "Tab", "查找、替换两栏切换", "the other field"),
            Key(KeyContext.Find, ConsoleAction.Widget, "Alt+Enter", "全部替换", "replace all", footer: true),
            Key(KeyContext.Find, ConsoleAction.Widget, "Esc", "关闭查找", "close", footer: true),
            Key(KeyContext.Ask, ConsoleAction.Accept, "Enter", "确定", "accept", footer: true),
            Key(KeyContext.Ask, ConsoleAction.Back, "Esc", "取消", "cancel", footer: true),
            Key(KeyContext.Choose, ConsoleAction.Accept, "Enter", "选定", "choose", footer: true),
            Key(KeyContext.Choose, ConsoleAction.Widget, "↑ ↓ PgUp PgDn", "移动", "move", footer: true),
            Key(KeyContext.Choose, ConsoleAction.Back, "Esc", "取消", "cancel", footer: true),
            Key(KeyContext.Anywhere, ConsoleAction.Palette, "F10 Ctrl+P", "所有命令", "all commands"),
            Key(KeyContext.Anywhere, ConsoleAction.History, "F11 Ctrl+T", "运行过的 SQL", "history of SQL"),
            Key(KeyContext.Anywhere, ConsoleAction.ToggleVim, "F12", "vim 键、普通键", "vim keys, standard keys"),
            Key(KeyContext.Form, ConsoleAction.Run, "F5 Ctrl+R Ctrl+Enter", "运行", "run", footer: true),
            Key(KeyContext.Form, ConsoleAction.Widget, "← → Enter", "选值（输入可筛选）", "pick a value (type to filter)", footer: true),
            Key(KeyContext.Form, ConsoleAction.Widget, "↑ ↓ Tab Shift+Tab", "换一栏", "next, previous field"),
            Key(KeyContext.Form, ConsoleAction.Back, "Esc", "目录（离开参数）", "catalogue (leaves the parameters)", footer: true),
            Key(KeyContext.Form, ConsoleAction.OpenAsSql, "Ctrl+E", "转为 SQL", "as SQL"),
        ];
}
