using Analytics.Engine.Sql;

namespace Analytics.Tui;

internal sealed partial class Texts
{
    public string NotKept(string reason) => Say($"文稿没有保存：{reason}", $"Buffers are not kept: {reason}");

    public string NoOffers => Say("此处没有可补全的", "Nothing to complete here");
    public string NothingFormatted =>
        Say("没有可整理的（已整理好，或语句不完整）", "Nothing to lay out (it is already, or it is not understood)");
    public string NamesAreRead => Say("正在读取可补全的名称…", "Reading the names to complete…");
    public string VimOn =>
        Say(
            $"vim 键（{KeyOf(KeyContext.Anywhere, ConsoleAction.ToggleVim)} 换回）",
            $"vim keys ({KeyOf(KeyContext.Anywhere, ConsoleAction.ToggleVim)} goes back)"
        );
    public string VimOff =>
        Say(
            $"普通键（{KeyOf(KeyContext.Anywhere, ConsoleAction.ToggleVim)} 换 vim 键）",
            $"Standard keys ({KeyOf(KeyContext.Anywhere, ConsoleAction.ToggleVim)} for vim keys)"
        );
    public string GoToLine => Say("转到行", "Go to line");
    public string RenameBuffer => Say("文稿改名", "Rename the buffer");
    public string OpenSql => Say("打开 .sql 文件", "Open a .sql file");
    public string SaveSql => Say("存为 .sql 文件", "Save as a .sql file");
    public string History => Say("运行过的 SQL", "History of SQL");
    public string Commands => Say("所有命令", "All commands");
    public string SearchHint => Say("输入几个字查找…", "type to search…");
    public string NoHistory => Say("还没有运行过 SQL", "No SQL has been run yet");
    public string CloseBuffer => Say("关闭文稿", "Close the buffer");

    public string AskClose(string name) => Say($"关闭「{name}」？其中的文字将不再保存。", $"Close “{name}”? Its text will not be kept.");

    public string Closed(string name) => Say($"已关闭 {name}", $"Closed {name}");

    public string Opened(string path) => Say($"已打开 {path}", $"Opened {path}");

    public string NotANumberOfLine => Say("应为行号", "expected the number of a line");
    public string NameNeeded => Say("不能为空", "must not be empty");

    public string EditorFailed(string reason) =>
        Say($"编辑器出错，文字未变：{reason}", $"The editor failed, the text is as it was: {reason}");

    public string ChangedMeanwhile =>
        Say("此文稿已变；编辑器里的文字放在新文稿中", "The buffer has changed meanwhile; the editor's text is in a new one");

    public string UnknownCommand(string command) => Say($"没有这个命令：{command}", $"No such command: {command}");

    public string NotFound(string pattern) => Say($"找不到 {pattern}", $"Not found: {pattern}");

    public string Replaced(int count) => Say($"替换了 {count} 处", count == 1 ? "1 replaced" : $"{count} replaced");

    public string Covered(long figures, long counties) =>
        Say($"{figures:N0} 条数字，{counties} 个县", $"{figures:N0} figures, {counties} counties");

    public string UnitIs(string unit) => Say($"单位 {unit}", $"unit {unit}");

    public string SourceIs(string source) => Say($"来自 {source}", $"from {source}");

    /// <summary>What kind of thing completion offers.</summary>
    public string Kind(CompletionKind kind) =>
        kind switch
        {
            CompletionKind.Keyword => Say("关键字", "keyword"),
            CompletionKind.Type => Say("类型", "type"),
            CompletionKind.Setting => Say("设置", "setting"),
            CompletionKind.Function => Say("函数", "function"),
            CompletionKind.TableFunction => Say("表函数", "table function"),
            CompletionKind.Argument => Say("参数", "argument"),
            CompletionKind.Table or CompletionKind.CommonTable => Say("表", "table"),
            CompletionKind.View => Say("视图", "view"),
            CompletionKind.OpenedFile => Say("打开的文件", "opened file"),
            CompletionKind.KeptResult => Say("结果", "result"),
            CompletionKind.Schema => Say("模式", "schema"),
            CompletionKind.Alias => Say("别名", "alias"),
            CompletionKind.Column => Say("列", "column"),
            CompletionKind.County => Say("县", "county"),
            CompletionKind.Place => Say("地点", "place"),
            CompletionKind.Indicator => Say("指标", "indicator"),
            CompletionKind.CannedQuery => Say("查询", "query"),
            _ => Say("值", "value"),
        };
}
