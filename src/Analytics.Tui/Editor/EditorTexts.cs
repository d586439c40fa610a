using Analytics.Engine.Sql;

namespace Analytics.Tui.Editor;

/// <summary>What is said by the editor.</summary>
internal static class EditorTexts
{
    extension(Texts texts)
    {
        public string NoOffers => texts.Say("此处没有可补全的", "Nothing to complete here");
        public string NothingFormatted =>
            texts.Say("没有可整理的（已整理好，或语句不完整）", "Nothing to lay out (it is already, or it is not understood)");
        public string NamesAreRead => texts.Say("正在读取可补全的名称…", "Reading the names to complete…");
        public string GoToLine => texts.Say("转到行", "Go to line");
        public string RenameBuffer => texts.Say("文稿改名", "Rename the buffer");
        public string OpenSql => texts.Say("打开 .sql 文件", "Open a .sql file");
        public string SaveSql => texts.Say("存为 .sql 文件", "Save as a .sql file");
        public string History => texts.Say("运行过的 SQL", "History of SQL");
        public string Commands => texts.Say("所有命令", "All commands");
        public string Buffers => texts.Say("文稿", "Buffers");
        public string ChangedBuffer => texts.Say("与文件不同", "differs from its file");

        /// <summary>When SQL was run, how long it took, and what came of it.</summary>
        public string About(HistoryEntry entry) =>
            string.Join(
                " · ",
                new[]
                {
                    entry.HasFailed ? texts.Say("失败", "failed") : "",
                    entry.Rows is { } rows ? texts.Rows(rows, isTruncated: false) : "",
                    entry.Elapsed is { } elapsed ? Texts.Time(elapsed) : "",
                    entry.At is { } at ? $"{at:MM-dd HH:mm}" : "",
                }.Where(part => part.Length > 0)
            );

        public string NoHistory => texts.Say("还没有运行过 SQL", "No SQL has been run yet");
        public string CloseBuffer => texts.Say("关闭文稿", "Close the buffer");

        public string AskClose(string name) =>
            texts.Say($"关闭「{name}」？其中的文字将不再保存。", $"Close “{name}”? Its text will not be kept.");

        public string Closed(string name) => texts.Say($"已关闭 {name}", $"Closed {name}");

        public string Opened(string path) => texts.Say($"已打开 {path}", $"Opened {path}");

        public string NotANumberOfLine => texts.Say("应为行号", "expected the number of a line");

        public string EditorFailed(string reason) =>
            texts.Say($"编辑器出错，文字未变：{reason}", $"The editor failed, the text is as it was: {reason}");

        public string ChangedMeanwhile =>
            texts.Say("此文稿已变；编辑器里的文字放在新文稿中", "The buffer has changed meanwhile; the editor's text is in a new one");

        public string UnknownCommand(string command) => texts.Say($"没有这个命令：{command}", $"No such command: {command}");

        public string NotFound(string pattern) => texts.Say($"找不到 {pattern}", $"Not found: {pattern}");

        public string Replaced(int count) => texts.Say($"替换了 {count} 处", count == 1 ? "1 replaced" : $"{count} replaced");

        public string Covered(long figures, long counties) =>
            texts.Say(
                $"{figures:N0} 条数字，{counties} 个县",
                $"{figures:N0} {Plural.Of(figures, "figure")}, {counties} {Plural.Of(counties, "county", "counties")}"
            );

        public string UnitIs(string unit) => texts.Say($"单位 {unit}", $"unit {unit}");

        public string SourceIs(string source) => texts.Say($"来自 {source}", $"from {source}");

        /// <summary>What kind of thing completion offers.</summary>
        public string Kind(CompletionKind kind) =>
            kind switch
            {
                CompletionKind.Keyword => texts.Say("关键字", "keyword"),
                CompletionKind.Type => texts.Say("类型", "type"),
                CompletionKind.Setting => texts.Say("设置", "setting"),
                CompletionKind.Function => texts.Say("函数", "function"),
                CompletionKind.TableFunction => texts.Say("表函数", "table function"),
                CompletionKind.Argument => texts.Say("参数", "argument"),
                CompletionKind.Table or CompletionKind.CommonTable => texts.Say("表", "table"),
                CompletionKind.View => texts.Say("视图", "view"),
                CompletionKind.OpenedFile => texts.Say("打开的文件", "opened file"),
                CompletionKind.KeptResult => texts.Say("结果", "result"),
                CompletionKind.Schema => texts.Say("模式", "schema"),
                CompletionKind.Alias => texts.Say("别名", "alias"),
                CompletionKind.Column => texts.Say("列", "column"),
                CompletionKind.County => texts.Say("县", "county"),
                CompletionKind.Place => texts.Say("地点", "place"),
                CompletionKind.Indicator => texts.Say("指标", "indicator"),
                CompletionKind.CannedQuery => texts.Say("查询", "query"),
                _ => texts.Say("值", "value"),
            };
    }
}
