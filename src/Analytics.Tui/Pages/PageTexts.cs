namespace Analytics.Tui.Pages;

/// <summary>What pages say.</summary>
internal static class PageTexts
{
    extension(Texts texts)
    {
        public string AllMembers => texts.Say("全部", "all");

        public string AndMore(string first, int count) => texts.Say($"{first}等{count}", $"{first} +{count - 1}");

        public string Filters(int count) => texts.Say($"筛选 {count}", count == 1 ? "1 filter" : $"{count} filters");

        public string FiltersReset => texts.Say("筛选已复原", "Filters are as the page opens");

        public string NothingToFilterBy => texts.Say("此处没有可用来筛选的", "There is nothing to filter by here");

        public string NoLevelBelow => texts.Say("下面没有更细的一级", "There is no level below");

        public string NoLevelAbove => texts.Say("上面没有更粗的一级", "There is no level above");

        public string NothingToUndo => texts.Say("没有可撤销的", "Nothing to undo");

        public string NothingToRedo => texts.Say("没有可重做的", "Nothing to redo");

        public string NoPageBefore => texts.Say("前面没有别的页面", "No page led here");

        public string NoPageAfter => texts.Say("没有可再往前的", "No page to go forward to");

        public string NoSlicers => texts.Say("此页没有切片器", "This page has no slicers");

        public string DoesNotListen => texts.Say("不随筛选", "not filtered");

        public string ReadingPage => texts.Say("正在读取…", "Reading…");

        public string NoSlicerChoice => texts.Say("没有这个名称", "no such name");

        public string NoSqlHere => texts.Say("此图块没有 SQL", "This visual has no SQL");

        public string NoSentenceHere => texts.Say("光标处没有原句", "No sentence stands behind this mark");

        public string QuestionsTitle(int count) => texts.Say($"{count} 个问题（Enter 看证据）", $"{count} questions (Enter: evidence)");

        public string InOneSentence => texts.Say("一句话", "In a sentence");

        public string VerdictTitle => texts.Say("结论", "Verdict");

        public string ArticleTitle => texts.Say("报道", "Article");

        public string CameFrom(string title) => texts.Say($"← 从“{title}” Backspace 回", $"← from {title}, Backspace");

        public string RowOf(long row, long count) => texts.Say($"{row}/{count} 行", $"row {row}/{count}");

        public string ZoomedOnly(int others) =>
            texts.Say($"另有 {others} 个图块（Tab）", others == 1 ? "1 more visual (Tab)" : $"{others} more visuals (Tab)");
    }
}
