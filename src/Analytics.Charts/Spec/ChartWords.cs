namespace Analytics.Charts;

/// <summary>Every phrase that a chart writes by itself, in one language.</summary>
internal sealed record ChartWords
{
    public required string Disclaimer { get; init; }
    public required string Computed { get; init; }
    public required string ComputedToo { get; init; }
    public required string OwnData { get; init; }
    public required Func<IReadOnlyList<string>, string> OwnFiles { get; init; }
    public required string Catalogue { get; init; }
    public required string Unknown { get; init; }
    public required Func<string, string> NotTraced { get; init; }
    public required string Bases { get; init; }
    public required string NotSeen { get; init; }
    public required string NoFigure { get; init; }
    public required string KeyNoFigure { get; init; }
    public required string NoSource { get; init; }
    public required string Suspect { get; init; }
    public required string Ambiguous { get; init; }
    public required string KeyMin { get; init; }
    public required string KeyMax { get; init; }
    public required string KeyApprox { get; init; }
    public required string KeyNear { get; init; }
    public required string KeyRange { get; init; }
    public required string KeySuspect { get; init; }
    public required string KeyAmbiguous { get; init; }
    public required string KeyNotSeen { get; init; }
    public required string KeyNoSource { get; init; }
    public required string Caveats { get; init; }
    public required string Notes { get; init; }
    public required string Sources { get; init; }
    public required string NoSourceKnown { get; init; }

    /// <summary>Said before sources that are told by county and date alone.</summary>
    public required string TitlesLeftOut { get; init; }
    public required string UnitIs { get; init; }
    public required string Approx { get; init; }
    public required string Near { get; init; }
    public required string Colon { get; init; }
    public required string Comma { get; init; }
    public required string Semicolon { get; init; }
    public required string Stop { get; init; }
    public required string Space { get; init; }
    public required string Coverage { get; init; }
    public required string FewFigures { get; init; }
    public required string AxisFrom { get; init; }
    public required string AxisFromY { get; init; }
    public required string Version { get; init; }
    public required string Total { get; init; }
    public required string Median { get; init; }
    public required string Extremes { get; init; }
    public required string KeyLoose { get; init; }
    public required string KeyBox { get; init; }
    public required string KeyHeatLight { get; init; }
    public required string KeyHeatDark { get; init; }
    public required string BoundsCounted { get; init; }
    public required string Dashed { get; init; }
    public required string Count { get; init; }
    public required Func<int, string> Figures { get; init; }
    public required Func<int, string> LabelsLeftOut { get; init; }
    public required Func<int, string> PointsLeftOut { get; init; }
    public required Func<int, int, string> RowsLeftOut { get; init; }
    public required Func<int, string> MoreRows { get; init; }
    public required Func<int, string> RemarksLeftOut { get; init; }
    public required Func<int, string> Untangled { get; init; }
    public required Func<int, int, string> FiguresOf { get; init; }
    public required Func<int, int, string> CellsOf { get; init; }
    public required string Largest { get; init; }
    public required string Smallest { get; init; }
    public required Func<string, int, string> StateOf { get; init; }
    public required IReadOnlyList<string> KindNames { get; init; }

    public static ChartWords For(Language language) => language == Language.En ? En : Zh;

    /// <summary>What the shades of a table mean: on a dark ground the greatest are the brightest.</summary>
    public string KeyHeat(ChartStyle style) => style == ChartStyle.Dark ? KeyHeatDark : KeyHeatLight;

    /// <summary>Whose the figures of a chart are, in sentences.</summary>
    public string Whose(ChartSpec spec)
    {
        var (stated, computed) = (spec.Origins.HasFlag(FigureOrigins.Stated), spec.Origins.HasFlag(FigureOrigins.Computed));
        var sentences = new List<string>();
        if (stated || spec.Origins == FigureOrigins.None && spec.NotTraced is null)
            sentences.Add(Disclaimer);
        if (computed)
            sentences.Add(stated ? ComputedToo : Computed);
        if (spec.Origins.HasFlag(FigureOrigins.Own))
            sentences.Add(spec.OwnFiles.Count > 0 ? OwnFiles(spec.OwnFiles) : OwnData);
        if (spec.Origins.HasFlag(FigureOrigins.Catalogue))
            sentences.Add(Catalogue);
        if (spec.Origins.HasFlag(FigureOrigins.Unknown) || sentences.Count == 0)
            sentences.Add(spec.NotTraced is { } reason ? NotTraced(reason) : Unknown);
        return string.Join(Colon == "：" ? "；" : " ", sentences);
    }

    /// <summary>What leads the list of articles: sources where figures are stated there, else what figures were computed from.</summary>
    public string Lead(ChartSpec spec) =>
        spec.Origins.HasFlag(FigureOrigins.Computed) && !spec.Origins.HasFlag(FigureOrigins.Stated) ? Bases : Sources;

    public string Missing(MarkPresence presence) =>
        presence switch
        {
            MarkPresence.NoSource => NoSource,
            MarkPresence.NoFigure => NoFigure,
            _ => NotSeen,
        };

    private static readonly ChartWords Zh = new()
    {
        Disclaimer = "数据照录报道原文，未经独立核实；报纸名称、日期原文件未载",
        Computed = "由报道数字推算，原文未载；所据数字照录报道原文，未经独立核实；报纸名称、日期原文件未载",
        ComputedToo = "推算的数由报道数字算出，原文未载",
        OwnData = "数据来自使用者提供的文件或查询，非本库报道",
        OwnFiles = files => $"{string.Join('、', files)} 的数据是使用者自己的，非本库报道",
        Catalogue = "数自本库的地点、指标、报道等目录，不是报道中的数字",
        Unknown = "查不出是谁的数字",
        NotTraced = reason => $"查不出是谁的数字：{reason}",
        Bases = "所据报道",
        NotSeen = "本库来源未见",
        NoFigure = "无数值",
        KeyNoFigure = "数据中没有此数（不是0）",
        NoSource = "无来源",
        Suspect = "存疑",
        Ambiguous = "两解",
        KeyMin = "下限：至少此数",
        KeyMax = "上限：至多此数",
        KeyApprox = "约数",
        KeyNear = "近：略低于此数",
        KeyRange = "区间",
        KeySuspect = "存疑：核算不符，照录原文",
        KeyAmbiguous = "两解：原文可作两种理解",
        KeyNotSeen = "有报道，未见此数（不是0）",
        KeyNoSource = "本库没有该县报道（不是0）",
        Caveats = "注意",
        Notes = "说明",
        Sources = "来源",
        NoSourceKnown = "来源不详：结果未带来源信息",
        TitlesLeftOut = "图幅所限，篇名从略。",
        UnitIs = "单位：",
        Approx = "约",
        Near = "近",
        Colon = "：",
        Comma = "，",
        Semicolon = "；",
        Stop = "。",
        Space = "",
        Coverage = "覆盖",
        FewFigures = "仅有的数值少于三个，不足以称为排名",
        AxisFrom = "横轴不从0开始",
        AxisFromY = "纵轴不从0开始",
        Version = "数据版本",
        Total = "合计",
        Median = "中位数",
        Extremes = "最小至最大",
        KeyLoose = "虚框：界限或约数，不是确数",
        KeyBox = "箱：中间一半，粗线：中位数，须：最小至最大",
        KeyHeatLight = "全表一个尺度，越深数值越大",
        KeyHeatDark = "全表一个尺度，越亮数值越大",
        BoundsCounted = "界限、约数按所载数字计入分布",
        Dashed = "虚线：一端是界限、约数或存疑数",
        Count = "个数",
        Figures = count => $"{count}个数",
        LabelsLeftOut = left => $"图幅所限，另有{left}个点未标名",
        PointsLeftOut = left => $"{left}项没有数值，未画",
        RowsLeftOut = (shown, left) => $"图幅所限，仅示前{shown}项，另有{left}项未列",
        MoreRows = left => $"另有{left}项",
        Untangled = series => $"{series}条线在一图中分不清，各成小图，坐标轴相同",
        RemarksLeftOut = left => $"图幅所限，另有{left}条注意或说明未列",
        FiguresOf = (shown, all) => shown == all ? $"共{all}项" : $"{all}项中{shown}项有数值",
        CellsOf = (shown, all) => $"{all}格中{shown}格有数值",
        Largest = "最大",
        Smallest = "最小",
        StateOf = (state, count) => $"{state}{count}项",
        KindNames =
        [
            "条形图",
            "分组条形图",
            "堆叠条形图",
            "偏差条形图",
            "棒棒糖图",
            "点图",
            "坡度图",
            "折线图",
            "散点图",
            "直方图",
            "箱线图",
            "热力表",
            "指标卡",
        ],
    };

    private static readonly ChartWords En = new()
    {
        Disclaimer = "As stated in the articles, not independently verified; newspaper and date not in the file.",
        Computed =
            "Computed from reported figures, not in the text; those are as stated in the articles, not independently verified; "
            + "newspaper and date not in the file.",
        ComputedToo = "What is worked out is computed from reported figures, not in the text.",
        OwnData = "Data from the user's own files or query, not from the articles of this library.",
        OwnFiles = files => $"{string.Join(", ", files)}: the user's own data, not from the articles of this library.",
        Catalogue = "From the library's lists of places, indicators and articles; no figure of an article.",
        Unknown = "Whose figures these are is not known.",
        NotTraced = reason => $"Whose figures these are is not known: {reason}.",
        Bases = "Computed from",
        NotSeen = "not in these sources",
        NoFigure = "no figure",
        KeyNoFigure = "the data has none (not 0)",
        NoSource = "no source",
        Suspect = "suspect",
        Ambiguous = "ambiguous",
        KeyMin = "lower bound: at least this",
        KeyMax = "upper bound: at most this",
        KeyApprox = "approximate",
        KeyNear = "just below this",
        KeyRange = "interval",
        KeySuspect = "suspect: a check failed, shown as printed",
        KeyAmbiguous = "ambiguous: the text can be read in two ways",
        KeyNotSeen = "articles exist, none states this (not 0)",
        KeyNoSource = "no article about this county here (not 0)",
        Caveats = "Caution",
        Notes = "Note",
        Sources = "Sources",
        NoSourceKnown = "Source unknown: the result carries no sources",
        TitlesLeftOut = "No room for titles. ",
        UnitIs = "Unit: ",
        Approx = "about ",
        Near = "nearly ",
        Colon = ": ",
        Comma = ", ",
        Semicolon = "; ",
        Stop = ".",
        Space = " ",
        Coverage = "Coverage",
        FewFigures = "Fewer than three figures: too few to call it a ranking",
        AxisFrom = "Axis does not start at 0",
        AxisFromY = "Vertical axis does not start at 0",
        Version = "Data version",
        Total = "total",
        Median = "median",
        Extremes = "least to greatest",
        KeyLoose = "dashed box: a bound or approximate, not an exact figure",
        KeyBox = "box: middle half; thick line: median; whiskers: least to greatest",
        KeyHeatLight = "one scale for all cells; darker is more",
        KeyHeatDark = "one scale for all cells; brighter is more",
        BoundsCounted = "Bounds and approximate figures are counted at the number printed",
        Dashed = "dashed: one end is a bound, approximate or doubtful",
        Count = "count",
        Figures = count => count == 1 ? "1 figure" : $"{count} figures",
        LabelsLeftOut = left => $"No room: {left} more {(left == 1 ? "point is" : "points are")} not labelled",
        PointsLeftOut = left => left == 1 ? "1 row has no figure and is not drawn" : $"{left} rows have no figure and are not drawn",
        RowsLeftOut = (shown, left) =>
            $"No room: {(shown == 1 ? "only the first row" : $"first {shown} rows")} shown, {left} more left out",
        MoreRows = left => $"and {left} more {(left == 1 ? "row" : "rows")}",
        Untangled = series => $"{series} strokes in one plot cannot be told apart: one small chart each, on the same axes",
        RemarksLeftOut = left => $"No room: {left} more {(left == 1 ? "caution or note" : "cautions or notes")} left out",
        FiguresOf = (shown, all) =>
            shown == all
                ? all == 1
                    ? "1 row"
                    : $"{all} rows"
                : $"{shown} of {all} rows have a figure",
        CellsOf = (shown, all) => $"{shown} of {all} cells have a figure",
        Largest = "largest",
        Smallest = "smallest",
        StateOf = (state, count) => $"{state}: {count}",
        KindNames =
        [
            "Bar chart",
            "Grouped bar chart",
            "Stacked bar chart",
            "Diverging bar chart",
            "Lollipop chart",
            "Dot chart",
            "Slope chart",
            "Line chart",
            "Scatter plot",
            "Histogram",
            "Box plot",
            "Heatmap",
            "Cards",
        ],
    };
}
