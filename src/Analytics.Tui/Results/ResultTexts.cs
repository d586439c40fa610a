using Analytics.Engine;
using Analytics.Engine.Workspaces;
using Analytics.Figures;

namespace Analytics.Tui.Results;

/// <summary>What is said about results.</summary>
internal static class ResultTexts
{
    extension(Texts texts)
    {
        public string Running(TimeSpan elapsed, RunningState running)
        {
            var percent = running.Percent is { } p ? $" {p:0} %" : "";
            var state = running.IsCancelling ? texts.Cancelling : $"{Texts.Seconds(elapsed)}{percent}";
            return running.Query switch
            {
                SaveRequest save => texts.Say(
                    $"保存 {save.FileName} {state}，{running.Rows:N0} 行 {Texts.Bytes(running.Bytes)}",
                    $"Saving {save.FileName} {state}, {running.Rows:N0} {Plural.Of(running.Rows, "row")} {Texts.Bytes(running.Bytes)}"
                ),
                OperationRequest { Source: var source } => texts.Say(
                    $"处理 {source.Name} {state}，{running.Rows:N0} 行",
                    $"Working on {source.Name} {state}, {running.Rows:N0} {Plural.Of(running.Rows, "row")}"
                ),
                _ => texts.Say(
                    $"运行中 {state}，已读 {running.Rows:N0} 行",
                    $"Running {state}, {running.Rows:N0} {Plural.Of(running.Rows, "row")} so far"
                ),
            };
        }

        public string MeanwhileHint(string name) =>
            texts.Say(
                $"{texts.KeyOf(KeyContext.Anywhere, ConsoleAction.FocusResult)} 先看 {name}",
                $"{texts.KeyOf(KeyContext.Anywhere, ConsoleAction.FocusResult)} shows {name} meanwhile"
            );

        public string FirstRowsOf(string name) =>
            texts.Say(
                $"{name} 已有行（{texts.KeyOf(KeyContext.Anywhere, ConsoleAction.FocusResult)} 查看）",
                $"{name} has its first rows ({texts.KeyOf(KeyContext.Anywhere, ConsoleAction.FocusResult)} shows them)"
            );

        public string FoundElsewhere(string name, long row) =>
            texts.Say($"在 {name} 第 {row:N0} 行找到", $"Found in row {row:N0} of {name}");

        public string NotSoFar(string text) =>
            texts.Say($"已有的行中没有“{text}”，查询还在运行", $"“{text}” is in none of the rows so far; the query still runs");

        public string CancelledWithRows(KeptProgress progress) =>
            texts.Say(
                $"已取消（运行了 {Texts.Seconds(progress.Elapsed)}），保留前 {progress.Rows:N0} 行",
                $"Cancelled after {Texts.Seconds(progress.Elapsed)}; "
                    + $"the {Plural.First(progress.Rows, "row")} {Plural.Of(progress.Rows, "is", "are")} kept"
            );

        public string FailedWithRows(KeptProgress progress) =>
            texts.Say(
                $"查询中断，保留前 {progress.Rows:N0} 行：{(progress.Failure is { } failure ? ErrorText.Of(failure).Zh : "")}",
                $"The query broke off; the {Plural.First(progress.Rows, "row")} {Plural.Of(progress.Rows, "is", "are")} kept: "
                    + progress.Failure?.Message
            );

        /// <summary>An operation in words; it always acts on the whole result, or on all rows that there were when it began.</summary>
        public string Operation(KeptResult source, ResultOperation operation, bool isSoFar)
        {
            var what = operation switch
            {
                SortRows sort => texts.Say("排序 ", "sorted by ")
                    + string.Join(", ", sort.Keys.Select(k => source.ColumnNames[k.Column] + (k.Descending ? " ↓" : " ↑"))),
                FilterByCells cells => texts.Say("筛选 ", "where ")
                    + string.Join(texts.Say("、", " and "), cells.Columns.Select(c => source.ColumnNames[c]))
                    + (cells.Exclude ? texts.Say(" 非此格", " differs from the cell") : texts.Say(" 同此格", " is as in the cell")),
                FilterRows filter => texts.Say("筛选 ", "where ") + filter.Condition,
                DeriveColumn derive => texts.Say("加列 ", "with ") + $"{derive.Name} = {derive.Expression}",
                CastColumn cast => texts.Say("改类型 ", "cast ") + $"{source.ColumnNames[cast.Column]} → {cast.Type}",
                GroupRows grouped => texts.Grouped(source, grouped.Grouping),
                CountGroups groups => texts.Say("分组计数 ", "counted by ") + source.ColumnNames[groups.Column],
                CountColumn column => texts.Say("列统计 ", "statistics of ") + source.ColumnNames[column.Column],
                FindRow find => texts.Say("查找 ", "search ") + find.Search.Text,
                CompareRows compare => texts.Say($"对比 {compare.Before.Name}，键 ", $"compared with {compare.Before.Name} by ")
                    + string.Join(", ", compare.Keys),
                _ => "",
            };
            return isSoFar ? texts.Say($"{source.Name}（已有的行）{what}", $"rows so far of {source.Name} {what}")
                : PartialRows.Of(source) is { } part ? texts.Say($"{source.Name}（{part.Zh}）{what}", $"{source.Name} ({part.En}) {what}")
                : texts.Say($"{source.Name}（全部行）{what}", $"whole {source.Name} {what}");
        }

        /// <summary>Rows, time, and for a query over a part of another result that it is; an operation says so itself.</summary>
        public string Counts(OpenResult open)
        {
            var (kept, progress) = (open.Table.Kept, open.Table.Progress);
            var isSaid = open.Query is OperationRequest || progress.State != KeptState.Complete;
            var part = isSaid ? null : PartialRows.Of(kept)?.In(texts.Language);
            return $"{texts.RowsKept(progress)}{(part is null ? "" : $" · {part}")} · {Texts.Time(progress.Elapsed)}";
        }

        public string StillGrowing =>
            texts.Say(
                $"查询还在运行：统计和对比要等它结束，或按 {texts.KeyOf(KeyContext.Running, ConsoleAction.Back)} 取消后再做。",
                "The query still runs: for statistics and comparison wait for its end, "
                    + $"or press {texts.KeyOf(KeyContext.Running, ConsoleAction.Back)} to cancel it."
            );
        public string WholeResult =>
            texts.Say("在引擎中对全部行进行，不只是已读的行", "acts in the engine on all rows, not only those read so far");

        public string Ask(Question question, string about) =>
            question switch
            {
                Question.Condition => texts.Say("筛选条件（SQL，如 value > 3）", "Filter by (SQL, such as value > 3)"),
                Question.Column => texts.Say("新列（名称 = SQL 表达式）", "New column (name = SQL expression)"),
                Question.Type => texts.Say($"{about} 的新类型（SQL，如 DOUBLE、DATE）", $"New type of {about} (SQL, such as DOUBLE, DATE)"),
                Question.Search => texts.Say("查找（所有列）", "Search (all columns)"),
                _ => texts.NameFor(about),
            };

        public string NotInResult(KeptResult source, string text) =>
            PartialRows.Of(source) is { } part
                ? texts.Say($"已有的行中没有“{text}”；{part.Zh}", $"“{text}” is in none of these rows; {part.En}")
                : texts.Say($"全部行中没有“{text}”", $"“{text}” is in no row of the whole result");

        /// <summary>Why a result has no rows.</summary>
        public string WhyNoRows(ResultRows rows) =>
            rows.WhyEmpty?.In(texts.Language)
            ?? (
                rows.IsGrowing ? texts.Say("还没有行。", "No rows so far.")
                : PartialRows.Of(rows.Kept) is { } part ? texts.Say($"没有行；{part.Zh}。", $"No rows; {part.En}.")
                : texts.NoRows
            );

        public string FoundAt(long row) =>
            texts.Say(
                $"在第 {row:N0} 行找到（{texts.KeyOf(KeyContext.Grid, ConsoleAction.SearchNext)} "
                    + $"下一个，{texts.KeyOf(KeyContext.Grid, ConsoleAction.SearchPrevious)} 上一个）",
                $"Found in row {row:N0} ({texts.KeyOf(KeyContext.Grid, ConsoleAction.SearchNext)} next, "
                    + $"{texts.KeyOf(KeyContext.Grid, ConsoleAction.SearchPrevious)} previous)"
            );

        public string NothingSearched =>
            texts.Say(
                $"还没有查找过；按 {texts.KeyOf(KeyContext.Grid, ConsoleAction.SearchRows)} 查找",
                $"Nothing was searched yet; {texts.KeyOf(KeyContext.Grid, ConsoleAction.SearchRows)} searches"
            );
        public string ColumnNeedsName => texts.Say("要有名称和表达式，如 rate = a / b", "a name and an expression, such as rate = a / b");
        public string NoStep => texts.Say("没有可重做的一步", "There is no step to do again");
        public string NoParent => texts.Say("这就是查询的原结果", "This is the query's own result");

        public string HiddenColumn(string name) =>
            texts.Say(
                $"已隐藏 {name}（{texts.KeyOf(KeyContext.Grid, ConsoleAction.ShowColumns)} 全部显示）",
                $"{name} hidden ({texts.KeyOf(KeyContext.Grid, ConsoleAction.ShowColumns)} shows all)"
            );

        public string LastColumnStays => texts.Say("至少要留一列", "One column has to stay");

        public string NumbersNow(Engine.Results.NumberStyle style) =>
            style switch
            {
                Engine.Results.NumberStyle.Grouped => texts.Say("数值：千分位（只改显示）", "Numbers: thousand separators (display only)"),
                Engine.Results.NumberStyle.TenThousands => texts.Say(
                    "数值：万、亿（只改显示，不舍入）",
                    "Numbers: 万 and 亿 (display only, not rounded)"
                ),
                _ => texts.Say("数值：原样", "Numbers: as they are"),
            };

        public string SelectionBegun =>
            texts.Say(
                $"选区从此格开始，移动光标扩大（再按 {texts.KeyOf(KeyContext.Grid, ConsoleAction.Select)} 取消）",
                $"The selection begins here; move to extend it ({texts.KeyOf(KeyContext.Grid, ConsoleAction.Select)} again: none)"
            );
        public string SelectionEnded => texts.Say("已取消选区", "No selection");
        public string CopyTitle => texts.Say("复制", "Copy");
        public string CopyCellLabel => texts.Say("单元格", "Cell");
        public string CopyRowLabel => texts.Say("行", "Row");
        public string CopyColumnLabel => texts.Say("列", "Column");
        public string CopyResultLabel => texts.Say("整个结果", "Whole result");
        public string CopySelectionLabel => texts.Say("选区", "Selection");

        public string TooLargeToCopy(long rows, int fit) =>
            texts.Say(
                $"未复制：{rows:N0} 行太大，终端的剪贴板约收 {Results.CellCopy.MostBytes / 1000} KB（前 "
                    + $"{fit:N0} 行放得下）；按 {texts.KeyOf(KeyContext.Result, ConsoleAction.Save)} 存为文件。",
                $"Not copied: {rows:N0} {(rows == 1 ? "row is" : "rows are")} too large; a terminal's clipboard takes about "
                    + $"{Results.CellCopy.MostBytes / 1000} kB (the first {fit:N0} would fit). "
                    + $"{texts.KeyOf(KeyContext.Result, ConsoleAction.Save)} saves a file instead."
            );

        public string CopiedRows(long rows) =>
            texts.Say(
                $"已复制 {rows:N0} 行（如终端允许）",
                rows == 1 ? "1 row copied (if the terminal allows it)" : $"{rows:N0} rows copied (if the terminal allows it)"
            );

        public string CommandGivesAll =>
            texts.Say("（此处只有前面的行，命令给出全部）", " (here are only the first rows; the command gives all)");

        public string StatisticsTitle(string result, string column) =>
            texts.Say($"{result} 全部行 · {column}", $"{column} · whole {result}");

        public string CountLabel => texts.Say("行数", "rows");
        public string MissingLabel => texts.Say("缺失", "missing");
        public string DistinctLabel => texts.Say("不同值", "distinct");
        public string MinLabel => texts.Say("最小", "minimum");
        public string MaxLabel => texts.Say("最大", "maximum");
        public string MeanLabel => texts.Say("平均", "mean");
        public string Histogram => texts.Say("分布", "Histogram");
        public string Frequent => texts.Say("最常见的值", "Most frequent values");
    }
}
