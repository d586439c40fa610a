namespace Analytics.Charts;

/// <summary>Every phrase that a chart writes by itself, in one language.</summary>
internal sealed record ChartWords
{
    public required string Disclaimer { get; init; }
    public required string NotSeen { get; init; }
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
    public required Func<int, int, string> RowsLeftOut { get; init; }
    public required Func<int, string> MoreRows { get; init; }
    public required Func<int, string> SourcesLeftOut { get; init; }
    public required Func<int, string> RemarksLeftOut { get; init; }
    public required Func<int, int, string> FiguresOf { get; init; }
    public required IReadOnlyList<string> KindNames { get; init; }

    public static ChartWords For(ChartLanguage language) => language == ChartLanguage.En ? En : Zh;

    public string Missing(MarkPresence presence) => presence == MarkPresence.NoSource ? NoSource : NotSeen;

    private static readonly ChartWords Zh = new()
    {
        Disclaimer = "数据照录报道原文，未经独立核实；报纸名称、日期原文件未载",
        NotSeen = "本库来源未见",
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
        RowsLeftOut = (shown, left) => $"图幅所限，仅示前{shown}项，另有{left}项未列",
        MoreRows = left => $"另有{left}项",
        SourcesLeftOut = left => $"图幅所限，另有{left}条来源未列",
        RemarksLeftOut = left => $"图幅所限，另有{left}条注意或说明未列",
        FiguresOf = (shown, all) => $"{all}项中{shown}项有数值",
        KindNames = ["条形图", "点图", "指标卡"],
    };

    private static readonly ChartWords En = new()
    {
        Disclaimer = "As stated in the articles, not independently verified; newspaper and date not in the file.",
        NotSeen = "not in these sources",
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
        RowsLeftOut = (shown, left) => $"No room: first {shown} rows shown, {left} more left out",
        MoreRows = left => $"and {left} more rows",
        SourcesLeftOut = left => $"No room: {left} more sources left out",
        RemarksLeftOut = left => $"No room: {left} more cautions or notes left out",
        FiguresOf = (shown, all) => $"{shown} of {all} rows have a figure",
        KindNames = ["Bar chart", "Dot chart", "Cards"],
    };
}
