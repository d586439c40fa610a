using Analytics.Terminal.Keys;
using static Analytics.Tui.Shared.ConsoleBinding;

namespace Analytics.Tui.Results;

/// <summary>What keys do to results.</summary>
internal static class ResultKeys
{
    public static IEnumerable<KeyBinding> Bindings =>
        [
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
            Key(
                KeyContext.Grid,
                ConsoleAction.AllColumns,
                "t",
                "全部列照语句原样，或只示本语言的列",
                "all columns as the statement gives them, or those of this language"
            ),
            Key(KeyContext.Grid, ConsoleAction.ChartCategories, "x", "以此列为图的类别", "chart: categories from this column"),
            Key(KeyContext.Grid, ConsoleAction.ChartValues, "y", "以此列为图的数值", "chart: values from this column"),
            Key(KeyContext.Grid, ConsoleAction.CopyCell, "c", "复制此格", "copy the cell"),
            Key(
                KeyContext.Grid,
                ConsoleAction.Sort,
                "o",
                "排序（全部行按此列；再按反序）",
                "sort (all rows by this column; again: descending)"
            ),
            Key(KeyContext.Grid, ConsoleAction.SortMore, "O", "再加此列为次序", "sort by this column after those before"),
            Key(KeyContext.Grid, ConsoleAction.FilterToCell, "=", "只留与此格相同的行", "only rows with this cell's value"),
            Key(KeyContext.Grid, ConsoleAction.FilterOutCell, "!", "去掉与此格相同的行", "only rows without this cell's value"),
            Key(KeyContext.Grid, ConsoleAction.FilterRows, "F", "筛选（全部行，按条件）", "filter (all rows, by an expression)"),
            Key(KeyContext.Grid, ConsoleAction.DeriveColumn, "E", "加列（名称 = 表达式）", "a column more (name = expression)"),
            Key(KeyContext.Grid, ConsoleAction.CastColumn, "T", "改此列的类型", "another type for the column"),
            Key(KeyContext.Grid, ConsoleAction.SearchRows, "/", "查找（全部行）", "search (all rows)"),
            Key(KeyContext.Grid, ConsoleAction.SearchNext, "n", "找下一个", "next match"),
            Key(KeyContext.Grid, ConsoleAction.SearchPrevious, "N", "找上一个", "previous match"),
            Key(KeyContext.Grid, ConsoleAction.CountGroups, "#", "按此列分组计数", "count the rows by this column's values"),
            Key(
                KeyContext.Grid,
                ConsoleAction.GroupRows,
                "&",
                "分组、透视（多列，求和、平均、计数）",
                "group, pivot (by several columns; sum, mean, count)"
            ),
            Key(KeyContext.Grid, ConsoleAction.Statistics, "i", "此列统计（全部行）", "statistics of this column (all rows)"),
            Key(
                KeyContext.Grid,
                ConsoleAction.BackToParent,
                "u",
                "撤销一步（排序、筛选、隐藏列…之前）",
                "undo a step (back before sorting, filtering, hiding)"
            ),
            Key(KeyContext.Grid, ConsoleAction.ForwardToStep, "U", "重做一步", "redo the step"),
            Key(KeyContext.Grid, ConsoleAction.ShowSteps, "S", "各步（合为一条 SQL）", "steps (as one SQL statement)"),
            Key(KeyContext.Grid, ConsoleAction.HideColumn, "d", "隐藏此列", "hide the column"),
            Key(KeyContext.Grid, ConsoleAction.ShowColumns, "D", "恢复隐藏、移动过的列", "restore hidden and moved columns"),
            Key(KeyContext.Grid, ConsoleAction.MoveLeft, "H", "列左移", "move the column left"),
            Key(KeyContext.Grid, ConsoleAction.MoveRight, "L", "列右移", "move the column right"),
            Key(KeyContext.Grid, ConsoleAction.FitColumn, "W", "列宽合适", "fit the column's width"),
            Key(KeyContext.Grid, ConsoleAction.NumberStyle, ",", "数值：原样、千分位、万亿", "numbers: as they are, separators, 万/亿"),
            Key(KeyContext.Grid, ConsoleAction.RecordView, "r", "看整行（逐栏）", "the row, field by field"),
            Key(KeyContext.Grid, ConsoleAction.Select, "m", "开始或取消选区", "begin or end a selection"),
            Key(KeyContext.Grid, ConsoleAction.CopyAs, "C", "复制（选格式）", "copy (as text, CSV, JSON …)"),
            Key(KeyContext.Grid, ConsoleAction.Compare, "K", "对比（与另一结果，按键列）", "compare (with another result, by key)"),
            Key(KeyContext.Grid, ConsoleAction.Beside, "b", "并排（另一结果；再按只留一个）", "beside (another result; again: one)"),
            Key(KeyContext.Grid, ConsoleAction.OtherPane, "P", "另一边（并排时）", "other side (of two results)"),
            Key(KeyContext.Grid, ConsoleAction.ScrollTogether, "B", "并排时一起滚动、各自滚动", "two results: scroll together, or apart"),
            Key(KeyContext.Result, ConsoleAction.CopyCommand, "Y", "复制为批处理命令", "copy as a batch command"),
            Key(
                KeyContext.Result,
                ConsoleAction.KeptResults,
                "R",
                "各结果（切换、起名、并排、对比、丢弃）",
                "results (all kept: switch, name, beside, compare, drop)"
            ),
            Key(KeyContext.Record, ConsoleAction.PreviousRow, "← [", "上一行", "previous row", footer: true),
            Key(KeyContext.Record, ConsoleAction.NextRow, "→ ]", "下一行", "next row", footer: true),
            Key(KeyContext.Pick, ConsoleAction.Accept, "Enter", "选定", "choose", footer: true),
            Key(KeyContext.Pick, ConsoleAction.Back, "Esc q", "关闭", "close", footer: true),
            Key(KeyContext.Kept, ConsoleAction.Pin, "p", "钉住（再按放开）", "pin (again: release)", footer: true),
            Key(KeyContext.Kept, ConsoleAction.Drop, "d Del", "丢弃", "drop", footer: true),
            Key(KeyContext.Kept, ConsoleAction.Rename, "n", "起名", "name", footer: true),
            Key(KeyContext.Kept, ConsoleAction.Beside, "b", "并排（并钉住）", "beside (the current one; pins it)", footer: true),
            Key(KeyContext.Kept, ConsoleAction.DropUnpinned, "D", "丢弃所有未钉住的", "drop all that are not pinned"),
            Key(KeyContext.Keys, ConsoleAction.ToggleKey, "Space", "选或不选", "take or not", footer: true),
            Key(KeyContext.Keys, ConsoleAction.Widget, "↑ ↓", "移动", "move", footer: true),
            Key(KeyContext.Keys, ConsoleAction.Accept, "Enter", "对比", "compare", footer: true),
            Key(KeyContext.Keys, ConsoleAction.Back, "Esc q", "取消", "cancel", footer: true),
            Key(KeyContext.Kept, ConsoleAction.Compare, "c", "对比（与当前结果）", "compare (with the current one)", footer: true),
            Key(KeyContext.Grouping, ConsoleAction.NextRole, "Space →", "换用处", "next role", footer: true),
            Key(KeyContext.Grouping, ConsoleAction.PreviousRole, "←", "上一用处", "role before"),
            Key(KeyContext.Grouping, ConsoleAction.Widget, "↑ ↓", "移动", "move", footer: true),
            Key(KeyContext.Grouping, ConsoleAction.Accept, "Enter", "执行", "do it", footer: true),
            Key(KeyContext.Grouping, ConsoleAction.Back, "Esc q", "取消", "cancel", footer: true),
            Key(KeyContext.Question, ConsoleAction.Accept, "Enter", "执行", "do it", footer: true),
            Key(KeyContext.Question, ConsoleAction.Back, "Esc", "取消", "cancel", footer: true),
        ];

    /// <summary>Those of all views of a result.</summary>
    public static IEnumerable<KeyBinding> OfAllViews =>
        [
            Key(KeyContext.Parameters, ConsoleAction.EditParameters, "p", "改参数", "values (change the parameters)", footer: true),
            Key(KeyContext.Result, ConsoleAction.ShowGrid, "1", "表", "grid"),
            Key(KeyContext.Result, ConsoleAction.ShowChart, "2", "图", "chart"),
            Key(KeyContext.Result, ConsoleAction.ShowSentence, "3", "句", "sentence"),
            Key(
                KeyContext.Result,
                ConsoleAction.ChartBeside,
                "w",
                "图放在表旁（宽屏）、收起",
                "chart beside the grid (wide screens), or not"
            ),
            Key(KeyContext.Result, ConsoleAction.NextTab, "v", "下一视图", "next view"),
            Key(KeyContext.Result, ConsoleAction.ArticleView, "a", "原文", "article", footer: true),
            Key(
                KeyContext.Result,
                ConsoleAction.Combined,
                "A",
                "依据（合了哪些数字、注意事项）",
                "all figures behind the cell, with caveats"
            ),
            Key(
                KeyContext.Result,
                ConsoleAction.Caveats,
                "Z",
                "注意事项（哪些行为何不可比）",
                "caveats (which rows do not compare, and why)"
            ),
            Key(KeyContext.Result, ConsoleAction.Deciders, "J", "由谁决定此行在此", "who decided that the row is here"),
            Key(KeyContext.Result, ConsoleAction.NextObservation, "]", "此行的下一条数字", "the row's next figure"),
            Key(KeyContext.Result, ConsoleAction.PreviousObservation, "[", "此行的上一条数字", "the row's previous figure"),
            Key(KeyContext.Result, ConsoleAction.Save, "s", "保存", "save", footer: true),
            Key(
                KeyContext.Result,
                ConsoleAction.SaveWithEvidence,
                "Alt+s",
                "连依据一起保存（每行的 obs_ids；图旁另有 .json）",
                "save with evidence (obs_ids of each row; a .json beside a chart)"
            ),
            Key(KeyContext.Result, ConsoleAction.OpenAsSql, "e", "改其 SQL", "edit its SQL"),
        ];
}
