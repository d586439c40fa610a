using Analytics.Charts;

namespace Analytics.Tui.Charts;

/// <summary>What is said about the options of a chart and about notes at its marks.</summary>
internal static class ChartFormTexts
{
    extension(Texts texts)
    {
        public string NoNoteHere => texts.Say("此标记没有标注", "This mark has no note");
        public string NoteDeleted => texts.Say("已删去标注", "Note deleted");
        public string NoMarkForNote => texts.Say("光标处没有可标注的数值", "There is no figure under the cursor to put a note at");

        /// <summary>Which notes a new chart does not show.</summary>
        public string NotesLost(IReadOnlyList<ChartAnnotation> lost)
        {
            var names = string.Join(texts.Say("、", ", "), lost.Take(3).Select(a => a.At)) + (lost.Count > 3 ? " …" : "");
            return texts.Say(
                $"{lost.Count} 条标注没有画出（{names}）：图中没有这些标记；标注仍保留",
                $"{lost.Count} {(lost.Count == 1 ? "note is" : "notes are")} not "
                    + $"shown ({names}): no such mark in this chart; kept for one that has it"
            );
        }

        public string NoPlaceFor(string kind, string part) =>
            texts.Say(
                $"{kind} 图没有 {part} 的位置；先换图形（{texts.KeyOf(KeyContext.Chart, ConsoleAction.ChartKindNext)}）",
                $"A {kind} chart has no place for {part}; "
                    + $"change the kind first ({texts.KeyOf(KeyContext.Chart, ConsoleAction.ChartKindNext)})"
            );

        public string ChartAsTheQuery => texts.Say("图已恢复为查询自己的", "The chart is the query's own again");
        public string ChartHeaderCopied =>
            texts.Say(
                "已复制 chart: 文件头（如终端允许），可贴入 queries/ 里的查询文件",
                "chart: header copied (if the terminal allows it), to paste into a query file below queries/"
            );

        /// <summary>What stands behind the choices of a chart, where there is room; the longest first.</summary>
        public IReadOnlyList<string> ChartHints => [$"  {texts.NoteKey}  {texts.OptionsKey}", $"  {texts.OptionsKey}", ""];

        private string NoteKey => $"{texts.KeyOf(KeyContext.Chart, ConsoleAction.ChartNote)} {texts.Say("标注", "note")}";

        private string OptionsKey => $"{texts.KeyOf(KeyContext.Chart, ConsoleAction.ChartForm)} {texts.Say("选项", "options")}";

        /// <summary>What can be done where there is no chart.</summary>
        public string NoChartKeys =>
            $"{texts.KeyOf(KeyContext.Chart, ConsoleAction.ChartKindNext)} {texts.Say("图形", "kind")}  {texts.OptionsKey}";

        public string ChartOptions => texts.Say("图的选项", "Options of the chart");

        public string ChartOptionsHint =>
            texts.Say(
                $"{texts.KeyOf(KeyContext.ChartForm, ConsoleAction.Accept)} 随时作图",
                $"{texts.KeyOf(KeyContext.ChartForm, ConsoleAction.Accept)} draws it at any time"
            );

        public string DrawIt => texts.Say("作图", "Draw");

        public string NoColumn => texts.Say("（不要）", "(none)");

        /// <summary>What holds where nothing is chosen.</summary>
        public string AsTheQuery(string? own) =>
            own is null ? texts.Say("（自动）", "(automatic)") : texts.Say($"（照查询：{own}）", $"(as the query: {own})");

        public string ChartLanguage => texts.Say("语言 lang", "lang, language");

        /// <summary>What drawing in spite of a refusal is called, by the code of the refusal.</summary>
        public string ChartGuard(string code) =>
            code switch
            {
                "criterion" => texts.Say("仍画：标准变了的线", "draw: moved criterion"),
                "stack" => texts.Say("仍画：不能相加的堆叠", "draw: stack of unlikes"),
                "sum" => texts.Say("仍画：不能相加的合计", "draw: sum of unlikes"),
                "attendance" => texts.Say("仍画：人次之和", "draw: sum of attendances"),
                "rank" => texts.Say("仍画：不可比的排名", "draw: ranks of unlikes"),
                _ => code,
            };

        public string KeptNotes(int notes) => texts.Say($"保留 {notes} 条", notes == 1 ? "keep it" : $"keep {notes}");

        public string NoNotes => texts.Say("全部删去", "delete all");
    }
}
