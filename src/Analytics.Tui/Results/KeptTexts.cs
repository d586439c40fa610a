namespace Analytics.Tui.Results;

/// <summary>What is said about the results that are kept, beside each other and compared.</summary>
internal static class KeptTexts
{
    extension(Texts texts)
    {
        public string Pinned => texts.Say("已钉住", "pinned");

        public string Dropped(string name) => texts.Say($"已丢弃 {name}", $"{name} dropped");

        public string DroppedMany(int count) =>
            texts.Say($"已丢弃 {count} 个结果", count == 1 ? "1 result dropped" : $"{count} results dropped");

        public string DropAgain(int count) =>
            texts.Say(
                $"再按 {texts.KeyOf(KeyContext.Kept, ConsoleAction.DropUnpinned)} 丢弃未钉住的 {count} 个结果（不可恢复）",
                $"{texts.KeyOf(KeyContext.Kept, ConsoleAction.DropUnpinned)} again drops the {count} "
                    + $"{Plural.Of(count, "result that is", "results that are")} not pinned, for good"
            );

        public string NothingUnpinned => texts.Say("没有可丢弃的：都已钉住或还在用", "There is nothing to drop: all are pinned or in use");
        public string PinnedStays =>
            texts.Say(
                $"已钉住；先按 {texts.KeyOf(KeyContext.Kept, ConsoleAction.Pin)} 取消",
                $"It is pinned; {texts.KeyOf(KeyContext.Kept, ConsoleAction.Pin)} releases it first"
            );
        public string GrowingStays =>
            texts.Say(
                "它还在用（运行、操作或保存），先等完或取消",
                "It is in use (a query, an operation or a file); wait for its end or cancel it first"
            );
        public string OtherThanThis => texts.Say("选另一个结果，不是当前的", "Choose another result than the current one");
        public string NoOtherResult => texts.Say("没有别的结果；再运行一个查询", "There is no other result yet; run another query");

        public string ColumnCount(int columns) => texts.Say($"{columns} 列", columns == 1 ? "1 column" : $"{columns} columns");

        public string NameFor(string name) =>
            texts.Say($"给 {name} 起名（字母、汉字、数字、_）", $"A name for {name} (letters, digits, _)");

        public string NameHint(string name) =>
            texts.Say($"之后可写 FROM 新名；{name} 仍可用", $"FROM with this name works then; {name} stays valid as well");

        public string Renamed(string name, string? alias) =>
            alias is null
                ? texts.Say($"{name} 恢复原名", $"{name} has its own name again")
                : texts.Say($"{name} 现名 {alias}：可写 FROM {alias}", $"{name} is now {alias}: FROM {alias} works");

        public string BesideWhich => texts.Say("并排显示哪个结果", "Which result beside this one");
        public string OneResult => texts.Say("只显示一个结果", "One result again");
        public string NothingBeside =>
            texts.Say(
                $"没有并排的结果；按 {texts.KeyOf(KeyContext.Grid, ConsoleAction.Beside)} 选一个",
                $"There is no result beside this one; {texts.KeyOf(KeyContext.Grid, ConsoleAction.Beside)} chooses one"
            );

        public string ScrollsTogether(bool together) =>
            together ? texts.Say("两个结果一起滚动", "Both scroll together") : texts.Say("两个结果各自滚动", "Each scrolls by itself");

        public string SideHint =>
            texts.Say(
                $"{texts.Other} 或点击换一边   {texts.Together} 一起或各自滚动   "
                    + $"{texts.KeyOf(KeyContext.Grid, ConsoleAction.Beside)} 只留一个",
                $"{texts.Other} or a click: the other side   {texts.Together}: scroll together "
                    + $"or apart   {texts.KeyOf(KeyContext.Grid, ConsoleAction.Beside)}: one again"
            );

        private string Other => texts.KeyOf(KeyContext.Grid, ConsoleAction.OtherPane);
        private string Together => texts.KeyOf(KeyContext.Grid, ConsoleAction.ScrollTogether);

        public string CompareWhich(string name) =>
            texts.Say($"与哪个结果对比（{name} 减去它）", $"Compare {name} with which result (as it was before)");

        public string KeysTitle(string before, string after) =>
            texts.Say($"{before} → {after}：按哪些列对应", $"{before} → {after}: rows belong together by");

        public string FindingKeys => texts.Say("正在找合适的键列…", "Looking for columns that tell the rows apart…");
        public string KeysHint =>
            texts.Say(
                $"{texts.KeyOf(KeyContext.Keys, ConsoleAction.ToggleKey)} 选或不选",
                $"{texts.KeyOf(KeyContext.Keys, ConsoleAction.ToggleKey)} takes a column or not"
            );

        public string CompareThem => texts.Say("对比", "Compare");

        public string KeyUnique(bool? isUnique) =>
            isUnique switch
            {
                true => texts.Say("两边都不重复", "different in every row of both"),
                false => texts.Say("有重复或空缺", "repeats or is missing"),
                _ => texts.Say("未数（行太多）", "not counted (too many rows)"),
            };

        public string OneKeyAtLeast => texts.Say("至少选一列", "Choose at least one column");
        public string NoSharedColumn =>
            texts.Say("两个结果没有同名的列，无法对比", "The two results share no column, so they cannot be compared");

        public string Compared(Engine.Workspaces.Comparison c)
        {
            var noKey =
                c.NoKey == 0
                    ? ""
                    : texts.Say($"，键为 NULL 的 {c.NoKey:N0} 行不作对应", $", {c.NoKey:N0} with NULL as key (matched with none)");
            var same = c.Same is { } s ? texts.Say($"，相同 {s:N0}", $", {s:N0} alike") : "";
            var only = string.Concat(
                c.OnlyBefore.Count == 0 ? "" : texts.Say("；仅前者有列 ", "; columns only before: ") + string.Join(", ", c.OnlyBefore),
                c.OnlyAfter.Count == 0 ? "" : texts.Say("；仅后者有列 ", "; columns only after: ") + string.Join(", ", c.OnlyAfter)
            );
            return texts.Say(
                $"新增 {c.Added:N0}，删去 {c.Removed:N0}，改变 {c.Changed:N0}{same}{noKey}{only}",
                $"{c.Added:N0} added, {c.Removed:N0} removed, {c.Changed:N0} changed{same}{noKey}{only}"
            );
        }
    }
}
