using Analytics.Terminal.Keys;
using static Analytics.Tui.Shared.ConsoleBinding;

namespace Analytics.Tui.Catalogue;

/// <summary>What keys do in the catalogue and with files.</summary>
internal static class CatalogueKeys
{
    public static IEnumerable<KeyBinding> Bindings =>
        [
            Key(KeyContext.Catalogue, ConsoleAction.OpenEntry, "Enter", "打开", "open", footer: true),
            Key(KeyContext.Catalogue, ConsoleAction.Filter, "/", "筛选", "filter", footer: true),
            Key(KeyContext.Catalogue, ConsoleAction.OpenAsSql, "e", "转为 SQL", "as SQL", footer: true),
            Key(KeyContext.Catalogue, ConsoleAction.Widget, "↑ ↓ PgUp PgDn", "移动", "move"),
            Key(KeyContext.Catalogue, ConsoleAction.Widget, "→ ←", "展开、收起（表可展开看列）", "open, close (a table shows its columns)"),
            Key(
                KeyContext.Catalogue,
                ConsoleAction.OpenDataFile,
                "o",
                "打开文件（CSV、Parquet、JSON、DuckDB；也可拖入）",
                "file (open CSV, Parquet, JSON, DuckDB; or drop it)",
                footer: true
            ),
            Key(
                KeyContext.Catalogue,
                ConsoleAction.PreviewEntry,
                "p Space",
                "预览（表的前几行和列、查询的说明）",
                "preview (a table's first rows and columns, a query's SQL)"
            ),
            Key(
                KeyContext.Catalogue,
                ConsoleAction.InsertName,
                "i",
                "插入编辑器（表名、列名、查询的 SQL）",
                "insert into the editor (a table's or column's name, a query's SQL)"
            ),
            Key(
                KeyContext.Catalogue,
                ConsoleAction.CloseEntry,
                "d Del",
                "关闭打开的文件、丢弃保留的结果",
                "close an opened file, drop a kept result"
            ),
            .. OfFiles(KeyContext.FilePath),
            .. OfFiles(KeyContext.Save),
            Key(KeyContext.LoadFile, ConsoleAction.Accept, "Enter", "打开", "open", footer: true),
            Key(KeyContext.LoadFile, ConsoleAction.Widget, "Tab", "下一项；名称被占用时换一个", "next field; a free name if it is taken"),
            Key(KeyContext.LoadFile, ConsoleAction.Widget, "↑ ↓", "换项", "another field", footer: true),
            Key(KeyContext.LoadFile, ConsoleAction.Widget, "← → Space", "改所选的项", "change the choice", footer: true),
            Key(KeyContext.LoadFile, ConsoleAction.Widget, "PgUp PgDn", "滚动", "scroll", footer: true),
            Key(KeyContext.LoadFile, ConsoleAction.Back, "Esc", "不打开", "do not open", footer: true),
            Key(KeyContext.BufferList, ConsoleAction.CloseListed, "d Del", "关闭", "close it", footer: true),
            Key(KeyContext.BufferList, ConsoleAction.RenameListed, "r", "改名", "rename", footer: true),
            Key(KeyContext.Anywhere, ConsoleAction.ListBuffers, "Alt+b", "文稿列表（切换、关闭、改名）", "buffers (switch, close, rename)"),
            Key(
                KeyContext.Anywhere,
                ConsoleAction.CatalogueNarrower,
                "Alt+h",
                "目录变窄（也可拖边框）",
                "catalogue narrower (or drag its border)"
            ),
            Key(KeyContext.Anywhere, ConsoleAction.CatalogueWider, "Alt+l", "目录变宽", "catalogue wider"),
            Key(KeyContext.Anywhere, ConsoleAction.EditorLower, "Alt+k", "编辑器变矮（也可拖边框）", "editor lower (or drag its border)"),
            Key(KeyContext.Anywhere, ConsoleAction.EditorHigher, "Alt+j", "编辑器变高", "editor higher"),
            Key(KeyContext.Anywhere, ConsoleAction.DefaultSizes, "Alt+0", "恢复各栏大小", "sizes of panels as they were at first"),
            Key(KeyContext.Anywhere, ConsoleAction.OpenDataFile, "Alt+o", "打开数据文件", "open a data file"),
            Key(KeyContext.Filter, ConsoleAction.Accept, "Enter", "选定", "choose", footer: true),
            Key(KeyContext.Filter, ConsoleAction.Back, "Esc", "清除筛选", "clear the filter", footer: true),
            Key(KeyContext.Filter, ConsoleAction.Widget, "↑ ↓", "移动", "move", footer: true),
        ];

    private static IEnumerable<KeyBinding> OfFiles(string context) =>
        [
            Key(context, ConsoleAction.Accept, "Enter", "选定", "choose", footer: true),
            Key(context, ConsoleAction.Widget, "Tab", "补全路径，到下一处", "complete the path, go on", footer: true),
            Key(context, ConsoleAction.Widget, "↑ ↓ PgUp PgDn", "挑选", "pick", footer: true),
            Key(context, ConsoleAction.Back, "Esc", "取消", "cancel", footer: true),
        ];
}
