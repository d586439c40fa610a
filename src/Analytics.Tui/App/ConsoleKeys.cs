using Analytics.Terminal.Keys;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Charts;
using Analytics.Tui.Editor;
using Analytics.Tui.Evidence;
using Analytics.Tui.Pages;
using Analytics.Tui.Results;
using Analytics.Tui.Settings;
using static Analytics.Tui.Shared.ConsoleBinding;

namespace Analytics.Tui.App;

/// <summary>
/// All key bindings with their help in both languages, those of the features and those of all; footers and help are made from them.
/// </summary>
internal static class ConsoleKeys
{
    /// <summary>
    /// The bindings as the program brings them; those that hold, with the user's changes, are <see cref="ConsoleState.Keys"/>.
    /// </summary>
    public static readonly KeyMap Map = new([
        .. CatalogueKeys.Bindings,
        .. EditorKeys.Bindings,
        .. ResultKeys.Bindings,
        .. ChartKeys.Bindings,
        .. EvidenceKeys.Bindings,
        .. ResultKeys.OfAllViews,
        Key(KeyContext.Viewer, ConsoleAction.Back, "Esc q Enter", "关闭", "close", footer: true),
        Key(KeyContext.Viewer, ConsoleAction.Widget, "↑ ↓ PgUp PgDn", "滚动", "scroll", footer: true),
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
        // Only where nothing is typed: elsewhere the key takes back what was typed, or is pressed to do so.
        Key(KeyContext.Browse, ConsoleAction.Suspend, "Ctrl+Z", "挂起（fg 回来）", "suspend (fg comes back)"),
        Key(KeyContext.Anywhere, ConsoleAction.FocusCatalogue, "F2", "目录", "catalogue", footer: true),
        Key(KeyContext.Anywhere, ConsoleAction.ToggleCatalogue, "Shift+F2", "隐藏、显示目录", "hide the catalogue, show it"),
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
        Key(
            KeyContext.Anywhere,
            ConsoleAction.Menu,
            "Alt+m",
            "菜单（右键：所指处的菜单）",
            "menu (right button: of what lies there)",
            footer: true
        ),
        Key(KeyContext.Anywhere, ConsoleAction.NextPanel, "F6", "下一栏", "next panel"),
        Key(KeyContext.Anywhere, ConsoleAction.Zoom, "F8", "放大此栏、还原", "zoom this panel, restore"),
        Key(KeyContext.Anywhere, ConsoleAction.SwitchLanguage, "F9", "English", "中文", footer: true),
        Key(KeyContext.Anywhere, ConsoleAction.Save, "Ctrl+S", "保存图或结果", "save chart or result"),
        Key(
            KeyContext.Anywhere,
            ConsoleAction.SaveSession,
            "Alt+g",
            "保存会话记录（SQL 或 Markdown）",
            "save the session (as SQL or Markdown)"
        ),
        Key(KeyContext.Anywhere, ConsoleAction.Help, "F1", "帮助", "help", footer: true),
        Key(KeyContext.Anywhere, ConsoleAction.Back, "Esc", "返回", "back"),
        .. PageKeys.Bindings,
        .. SettingsKeys.Bindings,
        Key(KeyContext.Always, ConsoleAction.Interrupt, "Ctrl+C", "取消所有在运行的", "cancel everything that runs"),
        Key(KeyContext.Always, ConsoleAction.Quit, "Ctrl+Q", "退出", "quit", footer: true),
    ]);
}
