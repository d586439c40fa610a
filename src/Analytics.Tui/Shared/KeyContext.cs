namespace Analytics.Tui.Shared;

/// <summary>Where keys hold.</summary>
internal static class KeyContext
{
    public const string Always = "always",
        Anywhere = "anywhere",
        Browse = "browse",
        Catalogue = "catalogue",
        Filter = "filter",
        Editor = "editor",
        Form = "form",
        Running = "running",
        Parameters = "parameters",
        Result = "result",
        Grid = "grid",
        Chart = "chart",
        Sentence = "sentence",
        Viewer = "viewer",
        Replace = "replace",
        Find = "find",
        Ask = "ask",
        Choose = "choose",
        Record = "record",
        Pick = "pick",
        Kept = "kept",
        Keys = "keys",
        Question = "question",
        Settings = "settings",
        ChartForm = "chart-form",
        FilePath = "file-path",
        LoadFile = "load-file",
        BufferList = "buffers";

    /// <summary>The heading of a context in the help.</summary>
    public static string Heading(string context, Language language) => language == Language.En ? English(context) : Chinese(context);

    private static string Chinese(string context) =>
        context switch
        {
            Catalogue => "目录",
            Filter => "筛选",
            Editor => "SQL 编辑器",
            Form => "参数",
            Parameters => "带参数的查询",
            Running => "运行中",
            Result => "结果",
            Grid => "表",
            Chart => "图",
            Sentence => "句",
            Viewer => "窗口",
            Replace => "覆盖",
            Find => "查找",
            Ask => "输入",
            Choose => "选择",
            Record => "行",
            Pick => "列表",
            Kept => "保留的结果",
            Keys => "对比的键列",
            Question => "筛选、查找、起名",
            ChartForm => "图的全部选项",
            FilePath => "打开文件",
            LoadFile => "打开之前",
            BufferList => "文稿列表",
            Settings => "设置",
            Browse => "看目录和结果时",
            Always => "任何时候",
            _ => "各处",
        };

    private static string English(string context) =>
        context switch
        {
            Catalogue => "Catalogue",
            Filter => "Filter",
            Editor => "SQL editor",
            Form => "Parameters",
            Parameters => "Query with parameters",
            Running => "Running",
            Result => "Result",
            Grid => "Grid",
            Chart => "Chart",
            Sentence => "Sentence",
            Viewer => "Window",
            Replace => "Replace",
            Find => "Find",
            Ask => "Input",
            Choose => "Choice",
            Record => "Record",
            Pick => "List",
            Kept => "Kept results",
            Keys => "Keys of a comparison",
            Question => "Filter, search, name",
            ChartForm => "All options of a chart",
            FilePath => "Opening a file",
            LoadFile => "Before it is opened",
            BufferList => "Buffers",
            Settings => "Settings",
            Browse => "In catalogue and result",
            Always => "Always",
            _ => "Everywhere",
        };
}
