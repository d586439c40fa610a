using Analytics.Terminal.Keys;
using static Analytics.Tui.Shared.ConsoleBinding;

namespace Analytics.Tui.Charts;

/// <summary>What keys do to charts.</summary>
internal static class ChartKeys
{
    public static IEnumerable<KeyBinding> Bindings =>
        [
            Key(
                KeyContext.Chart,
                ConsoleAction.ChartKindNext,
                "m",
                "换图形（循环合适的图形）",
                "kind (the next one that fits)",
                footer: true
            ),
            Key(KeyContext.Chart, ConsoleAction.ChartKindPrevious, "M", "上一图形", "previous kind"),
            Key(
                KeyContext.Chart,
                ConsoleAction.Widget,
                "↑ ↓ ← →",
                "移到标记（下方是其原句）",
                "marks (move over them, their sentence is below)",
                footer: true
            ),
            Key(
                KeyContext.Chart,
                ConsoleAction.ChartNote,
                "Enter",
                "标注（写在此标记旁；空：删去）",
                "note (written beside this mark; empty: none)"
            ),
            Key(KeyContext.Chart, ConsoleAction.ChartNoteDelete, "Del", "删去此标记的标注", "delete the note of this mark"),
            Key(KeyContext.Chart, ConsoleAction.FilterToMark, "=", "只留与此标记同类的行", "only rows of this mark's category"),
            Key(KeyContext.Chart, ConsoleAction.CopyMark, "V", "复制此标记的数值", "copy the value of this mark"),
            Key(KeyContext.Chart, ConsoleAction.ChartForm, "o", "选项（图的全部选项）", "options (all of them)"),
            Key(KeyContext.Chart, ConsoleAction.ChartReset, "u", "恢复查询自己的图", "back to the query's own chart"),
            Key(KeyContext.Chart, ConsoleAction.Widget, "PgUp PgDn", "滚动", "scroll"),
            Key(KeyContext.Chart, ConsoleAction.ChartXNext, "x", "换 x 列", "next column for x"),
            Key(KeyContext.Chart, ConsoleAction.ChartXPrevious, "X", "上一 x 列", "previous column for x"),
            Key(KeyContext.Chart, ConsoleAction.ChartYNext, "y", "换 y 列（数值）", "next column for y (numbers)"),
            Key(KeyContext.Chart, ConsoleAction.ChartYPrevious, "Y", "上一 y 列", "previous column for y"),
            Key(KeyContext.Chart, ConsoleAction.ChartSeriesNext, "i", "换分组列（series）", "next column for series (or none)"),
            Key(KeyContext.Chart, ConsoleAction.ChartSeriesPrevious, "I", "上一分组列", "previous column for series"),
            Key(
                KeyContext.Chart,
                ConsoleAction.ChartOnDemand,
                "!",
                "明知会误导仍画（图中会说明）",
                "draw although it misleads (the chart says so)"
            ),
            Key(KeyContext.Chart, ConsoleAction.CopyChartCommand, "c", "复制作图命令", "copy the command of this chart"),
            Key(
                KeyContext.Chart,
                ConsoleAction.CopyChartHeader,
                "C",
                "复制为查询文件头的 chart:",
                "copy as the chart: of a query's header"
            ),
            Key(
                KeyContext.Chart,
                ConsoleAction.ChartPixels,
                "P",
                "图片（终端支持 sixel 时）、字符",
                "picture (where the terminal shows sixel), or characters"
            ),
            Key(
                KeyContext.Chart,
                ConsoleAction.ChartReferences,
                "b",
                "参照值、基准（值和名称）",
                "reference values, benchmark (value and name)"
            ),
            Key(KeyContext.Chart, ConsoleAction.ChartTitle, "t", "改标题", "change the headline"),
            Key(KeyContext.Chart, ConsoleAction.ChartNextPoint, "n", "同一格里的下一个点", "next point in the same cell"),
            Key(KeyContext.Chart, ConsoleAction.ChartPreviousPoint, "N", "同一格里的上一个点", "previous point in the same cell"),
            Key(KeyContext.ChartForm, ConsoleAction.Accept, "F5 Ctrl+R Ctrl+Enter", "作图", "draw it", footer: true),
            Key(
                KeyContext.ChartForm,
                ConsoleAction.Widget,
                "← → Enter",
                "选值（输入可筛选）",
                "pick a value (type to filter)",
                footer: true
            ),
            Key(KeyContext.ChartForm, ConsoleAction.Widget, "↑ ↓ Tab Shift+Tab", "换一栏", "next, previous field", footer: true),
            Key(KeyContext.ChartForm, ConsoleAction.Back, "Esc", "取消", "cancel", footer: true),
        ];
}
