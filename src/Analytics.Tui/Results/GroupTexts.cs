namespace Analytics.Tui.Results;

/// <summary>What is said about groups and steps.</summary>
internal static class GroupTexts
{
    extension(Texts texts)
    {
        public string GroupTitle => texts.Say("分组与透视：每列作什么用", "Group and pivot: what each column is for");
        public string GroupNeedsRole => texts.Say("至少给一列一个用处", "Give one column a role at least");
        public string GroupHint =>
            texts.Say(
                "每组一行，并计行数；“成列”的每个值各成一列",
                "A row for each group, with the count of its rows; values “across” become columns"
            );

        public string GroupKeys =>
            texts.Say(
                $"{texts.KeyOf(KeyContext.Grouping, ConsoleAction.NextRole)} 换用处   "
                    + $"{texts.KeyOf(KeyContext.Grouping, ConsoleAction.Accept)} 执行   "
                    + $"{texts.KeyOf(KeyContext.Grouping, ConsoleAction.Back)} 取消",
                $"{texts.KeyOf(KeyContext.Grouping, ConsoleAction.NextRole)} another role   "
                    + $"{texts.KeyOf(KeyContext.Grouping, ConsoleAction.Accept)} does it   "
                    + $"{texts.KeyOf(KeyContext.Grouping, ConsoleAction.Back)} cancels"
            );

        public string RoleName(GroupRole role) =>
            role switch
            {
                GroupRole.Down => texts.Say("分组", "group"),
                GroupRole.Across => texts.Say("成列", "across"),
                GroupRole.Sum => texts.Say("求和", "sum"),
                GroupRole.Mean => texts.Say("平均", "mean"),
                _ => "–",
            };

        /// <summary>A grouping in words.</summary>
        public string Grouped(Engine.Workspaces.KeptResult source, Engine.Workspaces.Grouping grouping)
        {
            string Names(IEnumerable<int> columns) => string.Join(", ", columns.Select(c => source.ColumnNames[c]));
            var across = grouping.Across is { } column ? texts.Say(" × ", " × ") + source.ColumnNames[column] : "";
            var measures = grouping.Measures.Select(m =>
                texts.RoleName(m.Measure == Engine.Workspaces.GroupMeasure.Sum ? GroupRole.Sum : GroupRole.Mean)
                + $"({source.ColumnNames[m.Column]})"
            );
            return texts.Say("分组 ", "grouped by ")
                + Names(grouping.By)
                + across
                + string.Concat(measures.Select(m => texts.Say("，", ", ") + m));
        }

        public string StepsTitle(string name) => texts.Say($"{name} 的各步", $"Steps to {name}");

        public string StepsAsSql =>
            texts.Say(
                $"合为一条 SQL（{texts.KeyOf(KeyContext.Result, ConsoleAction.OpenAsSql)} 放入编辑器）：",
                $"As one SQL statement ({texts.KeyOf(KeyContext.Result, ConsoleAction.OpenAsSql)} puts it into the editor):"
            );

        public string HidStep(string columns) => texts.Say($"隐藏 {columns}", $"hidden: {columns}");

        public string ShownAgain(string name) => texts.Say($"{name} 又显示了", $"{name} is shown again");
    }
}
