using Analytics.Engine.Workspaces;
using Analytics.Tui.Results;

namespace Analytics.Tui;

/// <content>What is said about results.</content>
sealed partial class Texts
{
    public string Running(TimeSpan elapsed, RunningState running)
    {
        var percent = running.Percent is { } p ? $" {p:0} %" : "";
        return Say($"运行中 {Seconds(elapsed)}{percent}，已读 {running.Rows:N0} 行", $"Running {Seconds(elapsed)}{percent}, {running.Rows:N0} rows so far");
    }

    /// <summary>The rows of a result, and whether there would be more.</summary>
    public string RowsKept(KeptProgress progress) => progress.State switch
    {
        KeptState.Growing => Say($"已有 {progress.Rows:N0} 行…", $"{progress.Rows:N0} rows so far…"),
        KeptState.Cancelled => Say($"前 {progress.Rows:N0} 行（已取消）", $"first {progress.Rows:N0} rows (cancelled)"),
        KeptState.Failed => Say($"前 {progress.Rows:N0} 行（未完，出错）", $"first {progress.Rows:N0} rows (failed)"),
        _ => Rows(progress.Rows, isTruncated: false),
    };

    public string CancelledWithRows(KeptProgress progress) => Say(
        $"已取消（运行了 {Seconds(progress.Elapsed)}），保留前 {progress.Rows:N0} 行",
        $"Cancelled after {Seconds(progress.Elapsed)}; the first {progress.Rows:N0} rows are kept");

    public string FailedWithRows(KeptProgress progress) => Say(
        $"查询中断，保留前 {progress.Rows:N0} 行：{progress.Failure}",
        $"The query broke off; the first {progress.Rows:N0} rows are kept: {progress.Failure}");

    public string TooManyRows(long rows) => Say(
        $"{rows:N0} 行太多；请先汇总或筛选。", $"{rows:N0} rows are too many; aggregate or filter first.");

    /// <summary>An operation in words; it always acts on the whole result.</summary>
    public string Operation(KeptResult source, ResultOperation operation)
    {
        var what = operation switch
        {
            SortRows sort => Say("排序 ", "sorted by ") + string.Join(", ", sort.Keys.Select(k => source.ColumnNames[k.Column] + (k.Descending ? " ↓" : " ↑"))),
            FilterByCell cell => Say("筛选 ", "where ") + source.ColumnNames[cell.Column] + (cell.Exclude ? Say(" 非此格", " differs from the cell") : Say(" 同此格", " is as in the cell")),
            FilterRows filter => Say("筛选 ", "where ") + filter.Condition,
            CountGroups groups => Say("分组计数 ", "counted by ") + source.ColumnNames[groups.Column],
            CountColumn column => Say("列统计 ", "statistics of ") + source.ColumnNames[column.Column],
            FindRow find => Say("查找 ", "search ") + find.Search.Text,
            CompareRows compare => Say($"对比 {compare.Before.Name}，键 ", $"compared with {compare.Before.Name} by ") + string.Join(", ", compare.Keys),
            _ => "",
        };
        return Say($"{source.Name}（全部行）{what}", $"whole {source.Name} {what}");
    }

    public string StillGrowing => Say($"查询还在运行：等它结束，或按 {KeyOf(KeyContext.Running, ConsoleAction.Back)} 取消后再做。", $"The query still runs: wait for its end, or press {KeyOf(KeyContext.Running, ConsoleAction.Back)} to cancel, then do this.");
    public string WholeResult => Say("在引擎中对全部行进行，不只是已读的行", "acts in the engine on all rows, not only those read so far");
    public string AskKeys => Say($"{KeyOf(KeyContext.Question, ConsoleAction.Accept)} 执行   {KeyOf(KeyContext.Question, ConsoleAction.Back)} 取消", $"{KeyOf(KeyContext.Question, ConsoleAction.Accept)} does it   {KeyOf(KeyContext.Question, ConsoleAction.Back)} cancels");

    public string Ask(Windows.QuestionWindow ask) => ask.Question switch
    {
        Question.Condition => Say("筛选条件（SQL，如 value > 3）", "Filter by (SQL, such as value > 3)"),
        Question.ChartTitle or Question.ChartReferences => AskChart(ask.Question),
        Question.Search => Say("查找（所有列）", "Search (all columns)"),
        _ => Say($"与 {ask.About} 对比：键列，用逗号隔开", $"Compare with {ask.About}: key columns, separated by commas"),
    };

    public string NotInResult(string text) => Say($"全部行中没有“{text}”", $"“{text}” is in no row of the whole result");
    public string FoundAt(long row) => Say($"在第 {row:N0} 行找到（{KeyOf(KeyContext.Grid, ConsoleAction.SearchNext)} 下一个，{KeyOf(KeyContext.Grid, ConsoleAction.SearchPrevious)} 上一个）", $"Found in row {row:N0} ({KeyOf(KeyContext.Grid, ConsoleAction.SearchNext)} next, {KeyOf(KeyContext.Grid, ConsoleAction.SearchPrevious)} previous)");
    public string NothingSearched => Say($"还没有查找过；按 {KeyOf(KeyContext.Grid, ConsoleAction.SearchRows)} 查找", $"Nothing was searched yet; {KeyOf(KeyContext.Grid, ConsoleAction.SearchRows)} searches");
    public string NoParent => Say("这就是查询的原结果", "This is the query's own result");
    public string HiddenColumn(string name) => Say($"已隐藏 {name}（{KeyOf(KeyContext.Grid, ConsoleAction.ShowColumns)} 全部显示）", $"{name} hidden ({KeyOf(KeyContext.Grid, ConsoleAction.ShowColumns)} shows all)");
    public string LastColumnStays => Say("至少要留一列", "One column has to stay");

    public string NumbersNow(Engine.Results.NumberStyle style) => style switch
    {
        Engine.Results.NumberStyle.Grouped => Say("数值：千分位（只改显示）", "Numbers: thousand separators (display only)"),
        Engine.Results.NumberStyle.TenThousands => Say("数值：万、亿（只改显示，不舍入）", "Numbers: 万 and 亿 (display only, not rounded)"),
        _ => Say("数值：原样", "Numbers: as they are"),
    };

    public string SelectionBegun => Say($"选区从此格开始，移动光标扩大（再按 {KeyOf(KeyContext.Grid, ConsoleAction.Select)} 取消）", $"The selection begins here; move to extend it ({KeyOf(KeyContext.Grid, ConsoleAction.Select)} again: none)");
    public string SelectionEnded => Say("已取消选区", "No selection");
    public string CopyTitle => Say("复制", "Copy");
    public string CopyCellLabel => Say("单元格", "Cell");
    public string CopyRowLabel => Say("行", "Row");
    public string CopyColumnLabel => Say("列", "Column");
    public string CopySelectionLabel => Say("选区", "Selection");
    public string TooLargeToCopy(int most) => Say($"剪贴板最多 {most:N0} 行；请按 {KeyOf(KeyContext.Result, ConsoleAction.Save)} 存为文件。", $"The clipboard takes at most {most:N0} rows; press {KeyOf(KeyContext.Result, ConsoleAction.Save)} to save a file.");
    public string CopiedRows(long rows) => Say($"已复制 {rows:N0} 行（如终端允许）", rows == 1 ? "1 row copied (if the terminal allows it)" : $"{rows:N0} rows copied (if the terminal allows it)");
    public string CopiedCommand(string command) => Say($"已复制命令：{command}", $"Command copied: {command}");
    public string NoCommand => Say("此结果依赖本次会话里的东西，没有单独的命令。", "This result depends on things of this session; no single command gives it.");
    public string KeptResults => Say("保留的结果", "Kept results");
    public string NothingKept => Say("还没有结果", "There is no result yet");
    public string Pinned => Say("已钉住", "pinned");
    public string Dropped(string name) => Say($"已丢弃 {name}", $"{name} dropped");
    public string PinnedStays => Say($"已钉住；先按 {KeyOf(KeyContext.Kept, ConsoleAction.Pin)} 取消", $"It is pinned; {KeyOf(KeyContext.Kept, ConsoleAction.Pin)} releases it first");
    public string GrowingStays => Say("还在运行，先取消", "It still runs; cancel it first");
    public string OtherThanThis => Say("选另一个结果与当前结果对比", "Choose another result to compare the current one with");

    public string Compared(Comparison c)
    {
        var only = string.Concat(
            c.OnlyBefore.Count == 0 ? "" : Say("；仅前者有列 ", "; columns only before: ") + string.Join(", ", c.OnlyBefore),
            c.OnlyAfter.Count == 0 ? "" : Say("；仅后者有列 ", "; columns only after: ") + string.Join(", ", c.OnlyAfter));
        var same = c.Same is { } s ? Say($"，相同 {s:N0}", $", {s:N0} alike") : "";
        return Say($"新增 {c.Added:N0}，删去 {c.Removed:N0}，改变 {c.Changed:N0}{same}{only}", $"{c.Added:N0} added, {c.Removed:N0} removed, {c.Changed:N0} changed{same}{only}");
    }

    public string StatisticsTitle(string result, string column) => Say($"{result} 全部行 · {column}", $"{column} · whole {result}");
    public string CountLabel => Say("行数", "rows");
    public string MissingLabel => Say("缺失", "missing");
    public string DistinctLabel => Say("不同值", "distinct");
    public string MinLabel => Say("最小", "minimum");
    public string MaxLabel => Say("最大", "maximum");
    public string MeanLabel => Say("平均", "mean");
    public string Histogram => Say("分布", "Histogram");
    public string Frequent => Say("最常见的值", "Most frequent values");
}
