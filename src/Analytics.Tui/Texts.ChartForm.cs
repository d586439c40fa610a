using Analytics.Charts;

namespace Analytics.Tui;

/// <content>What is said about the options of a chart and about notes at its marks.</content>
internal sealed partial class Texts
{
    public string NoNoteHere => Say("此标记没有标注", "This mark has no note");
    public string NoteDeleted => Say("已删去标注", "Note deleted");
    public string NoMarkForNote => Say("光标处没有可标注的数值", "There is no figure under the cursor to put a note at");

    /// <summary>Which notes a new chart does not show.</summary>
    public string NotesLost(IReadOnlyList<ChartAnnotation> lost)
    {
        var names = string.Join(Say("、", ", "), lost.Take(3).Select(a => a.At)) + (lost.Count > 3 ? " …" : "");
        return Say(
            $"{lost.Count} 条标注没有画出（{names}）：图中没有这些标记；标注仍保留",
            $"{lost.Count} {(lost.Count == 1 ? "note is" : "notes are")} not "
                + $"shown ({names}): no such mark in this chart; kept for one that has it"
        );
    }

    public string NoPlaceFor(string kind, string part) =>
        Say(
            $"{kind} 图没有 {part} 的位置；先换图形（{KeyOf(KeyContext.Chart, ConsoleAction.ChartKindNext)}）",
            $"A {kind} chart has no place for {part}; change the kind first ({KeyOf(KeyContext.Chart, ConsoleAction.ChartKindNext)})"
        );

    public string ChartAsTheQuery => Say("图已恢复为查询自己的", "The chart is the query's own again");
    public string ChartHeaderCopied =>
        Say(
            "已复制 chart: 文件头（如终端允许），可贴入 queries/ 里的查询文件",
            "chart: header copied (if the terminal allows it), to paste into a query file below queries/"
        );

    /// <summary>What stands behind the choices of a chart, where there is room; the longest first.</summary>
    public IReadOnlyList<string> ChartHints => [$"  {NoteKey}  {OptionsKey}", $"  {OptionsKey}", ""];

    private string NoteKey => $"{KeyOf(KeyContext.Chart, ConsoleAction.ChartNote)} {Say("标注", "note")}";

    private string OptionsKey => $"{KeyOf(KeyContext.Chart, ConsoleAction.ChartForm)} {Say("选项", "options")}";

    /// <summary>What can be done where there is no chart.</summary>
    public string NoChartKeys => $"{KeyOf(KeyContext.Chart, ConsoleAction.ChartKindNext)} {Say("图形", "kind")}  {OptionsKey}";

    public string ChartOptions => Say("图的选项", "Options of the chart");

    public string ChartOptionsHint(bool hasMore) =>
        Say(
            $"{KeyOf(KeyContext.ChartForm, ConsoleAction.Accept)} 作图   {KeyOf(KeyContext.ChartForm, ConsoleAction.Back)} 取消",
            $"{KeyOf(KeyContext.ChartForm, ConsoleAction.Accept)} draws it   {KeyOf(KeyContext.ChartForm, ConsoleAction.Back)} cancels"
        ) + (hasMore ? Say("   ↓ 还有更多", "   ↓ there are more") : "");

    public string NoColumn => Say("（不要）", "(none)");

    /// <summary>What holds where nothing is chosen.</summary>
    public string AsTheQuery(string? own) =>
        own is null ? Say("（自动）", "(automatic)") : Say($"（照查询：{own}）", $"(as the query: {own})");

    public string ChartLanguage => Say("语言 lang", "lang, language");

    /// <summary>What drawing in spite of a refusal is called, by the code of the refusal.</summary>
    public string ChartGuard(string code) =>
        code switch
        {
            "criterion" => Say("仍画：标准变了的线", "draw: moved criterion"),
            "stack" => Say("仍画：不能相加的堆叠", "draw: stack of unlikes"),
            "sum" => Say("仍画：不能相加的合计", "draw: sum of unlikes"),
            "attendance" => Say("仍画：人次之和", "draw: sum of attendances"),
            _ => code,
        };

    public string KeptNotes(int notes) => Say($"保留 {notes} 条", notes == 1 ? "keep it" : $"keep {notes}");

    public string NoNotes => Say("全部删去", "delete all");
}
