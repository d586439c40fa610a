using Analytics.Engine.Pages;

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

        public string OldPageKept(string faults) =>
            texts.Say($"{InFolder(faults)}（页面仍是原来的；Enter 改）", $"{InFolder(faults)} (the page is as before; Enter edits)");

        public string NewPageTitle => texts.Say("由我的文件建页面", "A page of a file of mine");

        public string NewPageHint =>
            texts.Say(
                "按列拟出模型和页面，写进配置文件夹，可再改",
                "Model and page are made of its columns, in your folder, to be changed"
            );

        public string AskNewPage(string file) =>
            texts.Say($"要为 {file} 建一个页面吗？以后 Ctrl+N 也可以。", $"Make a page of {file}? Ctrl+N does later, too.");

        public string MakePage => texts.Say("建页面", "Make");

        public string NewPageMade(string path) => texts.Say($"已建页面 {path}", $"The page is {path}");

        public string BookmarksTitle => texts.Say("书签", "Bookmarks");

        public string NoBookmarks => texts.Say("还没有书签；* 把这一页存为书签", "There is no bookmark yet; * keeps this page as one");

        public string NoPageInBookmark(string name) => texts.Say($"书签“{name}”打不开页面", $"The bookmark '{name}' opens no page");

        public string AddBookmarkTitle => texts.Say("存为书签", "Keep as a bookmark");

        public string RenameBookmarkTitle(string name) => texts.Say($"给书签“{name}”改名", $"Rename the bookmark '{name}'");

        public string BookmarkHint => texts.Say("书签留住页面和它的全部筛选", "A bookmark keeps the page with all that filters it");

        public string BookmarkAdded(string name, string file) => texts.Say($"已存书签“{name}”：{file}", $"Bookmark '{name}' is in {file}");

        public string BookmarkExists(string name) =>
            texts.Say($"已有书签“{name}”；再按 Enter 覆盖", $"There is a bookmark '{name}' already; Enter again replaces it");

        public string DeleteBookmarkTitle => texts.Say("删除", "Delete");

        public string AskDeleteBookmark(string name) => texts.Say($"要删除书签“{name}”吗？", $"Delete the bookmark '{name}'?");

        public string SaveVisualTitle => texts.Say("保存图块", "Save the visual");

        public string PageSearchTitle => texts.Say("在图块里查找", "Search in the visual");

        public string PageSearchHint =>
            texts.Say("不分全半角、大小写、声调；n 下一个，N 上一个", "Whatever the case or width; n next, N previous");

        public string NowGone => texts.Say("（现在没有）", " (not there now)");

        public string NothingFound(string text) => texts.Say($"没有“{text}”", $"'{text}' is not there");

        public string FoundInRow(int row, long count) => texts.Say($"找到：第 {row}/{count} 行", $"Found in row {row}/{count}");

        public string NoRecordHere => texts.Say("此处没有行", "There is no row here");

        public string NoFilters => texts.Say("无", "none");

        public string FilteredBy(string words) => texts.Say($"筛选：{words}", $"filter: {words}");

        public string FiguresOfMark(IReadOnlyList<string> ids) =>
            texts.Say(
                $"背后 {ids.Count} 个数字：{string.Join("、", ids)}",
                $"{ids.Count} {Plural.Of(ids.Count, "figure")} behind: {string.Join(", ", ids)}"
            );

        public string FigureOf(int index, int count) => texts.Say($"第 {index}/{count} 个数字", $"figure {index} of {count}");

        public string NoOtherKind => texts.Say("此图块没有别的图型", "This visual has no other kind");

        public string DrawnAs(VisualKind kind) =>
            kind switch
            {
                VisualKind.Bar => texts.Say("条形", "bars"),
                VisualKind.Dot => texts.Say("点", "points"),
                VisualKind.Line => texts.Say("线", "a line"),
                _ => texts.Say("表格", "a matrix"),
            };

        public string NothingToCopy => texts.Say("此处没有可复制的", "There is nothing to copy here");

        public string CopiedMark(string text) => texts.Say($"已复制：{text}", $"Copied: {text}");

        public string CopiedRows(int rows) => texts.Say($"已复制 {rows} 行", $"Copied {rows} {Plural.Of(rows, "row")}");

        public string FaultIn(string faults) => texts.Say($"{InFolder(faults)}（E 改）", $"{InFolder(faults)} (E edits)");

        public string SavePageTitle => texts.Say("保存页面", "Save the page");

        public string SavePageHint(string endings) =>
            texts.Say($"按后缀定格式：{endings}；写出全部行和筛选", $"By the ending: {endings}; with all rows and filters");

        public string SavingPage(string path) => texts.Say($"正在写 {path}", $"Writing {path}");

        public string GoBack => texts.Say("Backspace 回", "Backspace: back");

        public string BlockOf(int marks) =>
            texts.Say($"选中一块，{marks} 处：Space 筛选，! 排除", $"A block of {marks}: Space filters, ! leaves out");

        public string RowOf(long row, long count) => texts.Say($"{row}/{count} 行", $"row {row}/{count}");

        public string ZoomedOnly(int others) =>
            texts.Say($"另有 {others} 个图块（Tab）", others == 1 ? "1 more visual (Tab)" : $"{others} more visuals (Tab)");
    }

    /// <summary>Faults on one line, their files named from the folder of pages or models on: there is little room.</summary>
    private static string InFolder(string faults) => string.Join(" · ", faults.Split('\n').Select(f => BeforeFolder.Replace(f, "")));

    private static readonly System.Text.RegularExpressions.Regex BeforeFolder = new(@"^.*?[\\/](?=(pages|models)[\\/][^\\/]+\.yaml:)");
}
