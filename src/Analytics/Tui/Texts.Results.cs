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

    public string ChartWaits => Say("查询还在运行，结束后作图。", "The query still runs; the chart comes when it ends.");

    public string TooManyForChart(long rows) => Say(
        $"画不出图：{rows:N0} 行太多；请先汇总或筛选。", $"No chart: {rows:N0} rows are too many; aggregate or filter first.");
}
