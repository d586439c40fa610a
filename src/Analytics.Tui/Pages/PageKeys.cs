using Analytics.Terminal.Keys;
using static Analytics.Tui.Shared.ConsoleBinding;

namespace Analytics.Tui.Pages;

/// <summary>What keys do on pages.</summary>
internal static class PageKeys
{
    public static IEnumerable<KeyBinding> Bindings =>
        [
            Key(KeyContext.Page, ConsoleAction.PageOpen, "Enter", "看背后", "what is behind", footer: true),
            Key(KeyContext.Page, ConsoleAction.PageFilter, "Space =", "筛选（再按取消）", "filter (again: not)", footer: true),
            Key(KeyContext.Page, ConsoleAction.PageExclude, "!", "排除", "leave out"),
            Key(KeyContext.Page, ConsoleAction.PageSlicers, "f", "切片器", "slicers", footer: true),
            Key(KeyContext.Page, ConsoleAction.PageUndo, "u Ctrl+Z", "撤销", "undo", footer: true),
            Key(KeyContext.Page, ConsoleAction.PageRedo, "U Ctrl+Y", "重做", "redo"),
            Key(KeyContext.Page, ConsoleAction.PageReset, "X", "全部筛选复原", "all filters as they were"),
            Key(KeyContext.Page, ConsoleAction.PageBack, "Backspace Alt+←", "回上一页", "page before"),
            Key(KeyContext.Page, ConsoleAction.PageForward, "Alt+→", "再往前", "page after"),
            Key(KeyContext.Page, ConsoleAction.PageDrillDown, "Alt+↓", "下钻一级", "one level down"),
            Key(KeyContext.Page, ConsoleAction.PageDrillUp, "Alt+↑", "上一级", "one level up"),
            Key(KeyContext.Page, ConsoleAction.PageArticle, "a", "报道原文", "article"),
            Key(KeyContext.Page, ConsoleAction.PageSql, "e", "看 SQL", "as SQL", footer: true),
            Key(KeyContext.Page, ConsoleAction.PageCommand, "Y", "复制为命令", "copy as a command"),
            Key(KeyContext.Page, ConsoleAction.PageSave, "Ctrl+S", "保存页面", "save the page"),
            Key(KeyContext.Page, ConsoleAction.PageSaveVisual, "s", "保存图块", "save the visual"),
            Key(KeyContext.Page, ConsoleAction.PageRecord, "r", "看整行", "all of the mark"),
            Key(KeyContext.Page, ConsoleAction.PageSearch, "/", "在图块里查找", "search in the visual"),
            Key(KeyContext.Page, ConsoleAction.PageSearchNext, "n", "找下一个", "next match"),
            Key(KeyContext.Page, ConsoleAction.PageSearchPrevious, "N", "找上一个", "previous match"),
            Key(KeyContext.Page, ConsoleAction.PageNextFigure, "]", "背后的下一个数字", "next figure behind the mark"),
            Key(KeyContext.Page, ConsoleAction.PagePreviousFigure, "[", "背后的上一个数字", "previous figure behind the mark"),
            Key(KeyContext.Page, ConsoleAction.PageAsResult, "v", "在结果里看（表、图、原句）", "as a result (grid, chart, sentences)"),
            Key(KeyContext.Page, ConsoleAction.PageNextKind, "m", "换图型", "next kind of chart"),
            Key(KeyContext.Page, ConsoleAction.PagePreviousKind, "M", "上一图型", "previous kind of chart"),
            Key(KeyContext.Page, ConsoleAction.PageCopy, "c", "复制此处", "copy the mark"),
            Key(KeyContext.Page, ConsoleAction.PageCopyAll, "C", "复制图块全部行", "copy all rows of the visual"),
            Key(KeyContext.Page, ConsoleAction.PageEdit, "E", "用 $EDITOR 改页面文件", "edit the page's file in $EDITOR"),
            Key(KeyContext.Page, ConsoleAction.PageNew, "Ctrl+N", "由我的文件建页面", "page of a file of mine"),
            Key(KeyContext.Page, ConsoleAction.PageBookmark, "*", "存为书签", "bookmark"),
            Key(KeyContext.Page, ConsoleAction.PageBookmarks, "'", "书签", "bookmarks"),
            Key(KeyContext.Bookmarks, ConsoleAction.BookmarkDelete, "d Del", "删除", "delete", footer: true),
            Key(KeyContext.Bookmarks, ConsoleAction.BookmarkRename, "n", "改名", "rename", footer: true),
            Key(KeyContext.Page, ConsoleAction.PageRun, "F5 Ctrl+R", "重读文件再运行", "read the files and run again"),
            Key(KeyContext.Page, ConsoleAction.NextPanel, "Tab F6", "下一个图块", "next visual", footer: true),
            Key(KeyContext.Page, ConsoleAction.PreviousPanel, "Shift+Tab", "上一个图块", "previous visual"),
            Key(KeyContext.Page, ConsoleAction.Zoom, "z F8", "放大、还原", "zoom, restore"),
            Key(KeyContext.Page, ConsoleAction.Widget, "↑ ↓ ← → PgUp PgDn", "移动", "move"),
            Key(
                KeyContext.Page,
                ConsoleAction.Widget,
                "Shift+↑ Shift+↓ Shift+← Shift+→",
                "选一块（Space 筛选）",
                "a block (Space filters)"
            ),
            Key(KeyContext.Page, ConsoleAction.Widget, "Alt+1 Alt+2 Alt+3 Alt+4 Alt+5 Alt+6 Alt+7 Alt+8 Alt+9", "第几页", "page by number"),
            Key(KeyContext.Page, ConsoleAction.Left, "h", "左", "left"),
            Key(KeyContext.Page, ConsoleAction.Down, "j", "下", "down"),
            Key(KeyContext.Page, ConsoleAction.Up, "k", "上", "up"),
            Key(KeyContext.Page, ConsoleAction.Right, "l", "右", "right"),
            Key(KeyContext.Page, ConsoleAction.Top, "g", "首行", "first row"),
            Key(KeyContext.Page, ConsoleAction.Bottom, "G", "末行", "last row"),
            Key(KeyContext.Page, ConsoleAction.Help, "? F1", "帮助", "help", footer: true),
            Key(KeyContext.Page, ConsoleAction.Quit, "q Ctrl+Q", "退出", "quit"),
            Key(KeyContext.Slicers, ConsoleAction.Widget, "← → Tab", "换一个", "the next one", footer: true),
            Key(KeyContext.Slicers, ConsoleAction.Widget, "↓ Enter Space", "打开", "open", footer: true),
            Key(KeyContext.Slicers, ConsoleAction.Widget, "Backspace Delete", "全部", "all", footer: true),
            Key(KeyContext.Slicers, ConsoleAction.Back, "Esc", "回到图块", "back to the visuals", footer: true),
            Key(KeyContext.SlicerList, ConsoleAction.Widget, "Space", "勾选", "tick", footer: true),
            Key(KeyContext.SlicerList, ConsoleAction.Widget, "Enter", "选定", "choose", footer: true),
            Key(KeyContext.SlicerList, ConsoleAction.Back, "Esc", "关闭", "close", footer: true),
            Key(KeyContext.Anywhere, ConsoleAction.ShowPages, "Alt+1", "页面", "pages", footer: true),
        ];
}
