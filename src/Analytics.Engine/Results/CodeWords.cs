namespace Analytics.Engine.Results;

/// <summary>
/// The closed vocabularies of the figures in Chinese, for people who read a table. Display only: what scripts get, and what statements
/// ask for, are the codes, which are English words already.
/// </summary>
public static class CodeWords
{
    private const string OfOther = "other_";

    private static readonly Dictionary<string, Dictionary<string, string>> Columns = new()
    {
        ["modality"] = new()
        {
            ["reported"] = "实绩",
            ["allocated"] = "下达",
            ["planned"] = "计划",
            ["quota"] = "名额",
            ["entitlement"] = "待遇",
            ["rule"] = "规定",
            ["threshold"] = "门槛",
        },
        ["scope"] = new()
        {
            ["all"] = "全境",
            ["urban"] = "城镇",
            ["rural"] = "农村",
            ["subset"] = "部分",
        },
        ["accounting"] = new()
        {
            ["stock"] = "存量",
            ["flow"] = "流量",
            ["cumulative"] = "累计",
            ["increment"] = "增量",
            ["none"] = "不分",
        },
        ["statistic"] = new()
        {
            ["count"] = "个数",
            ["total"] = "合计",
            ["mean"] = "平均",
            ["maximum"] = "最高",
            ["minimum"] = "最低",
            ["share"] = "占比",
            ["change_rate"] = "变化率",
            ["threshold"] = "门槛",
            ["rule"] = "规定",
        },
        ["place_level"] = new()
        {
            ["prefecture"] = "市级",
            ["county"] = "县级",
            ["township"] = "乡镇（街道）级",
            ["village"] = "村（社区）级",
            ["compound"] = "小区",
        },
        ["obs_status"] = new()
        {
            ["normal"] = "正常",
            ["suspect"] = "存疑",
            ["ambiguous"] = "可作两解",
        },
        ["qualifier"] = new()
        {
            ["exact"] = "确数",
            ["min"] = "下限",
            ["max"] = "上限",
            ["near_below"] = "将近",
            ["approx"] = "约数",
            ["range"] = "区间",
        },
        ["period_basis"] = new()
        {
            ["stated"] = "原文所载",
            ["inherited"] = "承上文",
            ["page_inferred"] = "据版面推断",
            ["none"] = "未载",
        },
        ["period_kind"] = new()
        {
            ["day"] = "某日",
            ["month"] = "某月",
            ["year"] = "某年",
            ["since"] = "某时以来",
            ["last_n"] = "近若干年",
            ["as_of"] = "截至某时",
            ["recurring"] = "逐年、逐月",
            ["undated"] = "未载",
        },
        ["per_time"] = new()
        {
            ["day"] = "每天",
            ["week"] = "每周",
            ["month"] = "每月",
            ["half_year"] = "每半年",
            ["year"] = "每年",
        },
        ["per_entity"] = new()
        {
            ["person"] = "每人",
            ["household"] = "每户",
            ["village"] = "每村",
            ["community"] = "每社区",
            ["village_community"] = "每村（社区）",
            ["township"] = "每乡镇",
            ["grid"] = "每网格",
        },
        ["origin"] = new()
        {
            ["option"] = "选项",
            ["environment"] = "环境变量",
            ["file"] = "设置文件",
            ["chosen"] = "上次的选择",
            ["found"] = "由此向上找到",
            ["shipped"] = "随程序",
            ["engine"] = "引擎",
            ["terminal"] = "终端",
            ["default"] = "默认",
        },
        ["author_role"] = new()
        {
            ["organ"] = "机关",
            ["reporter"] = "记者、作者",
            ["unknown"] = "未载",
        },
    };

    private static readonly Dictionary<string, string> Caveats = new()
    {
        ["suspect"] = "存疑",
        ["additive"] = "不可相加",
        ["measure"] = "指标",
        ["overlap"] = "重叠",
        ["quota"] = "按规定定数",
        ["ambiguous"] = "可作两解",
        ["population"] = "对象",
        ["unit"] = "单位",
        ["level"] = "层级",
        ["scope"] = "范围",
        ["modality"] = "性质",
        ["criterion"] = "标准",
        ["accounting"] = "口径",
        ["period"] = "时段",
        ["bound"] = "上下限",
        ["denominator"] = "基数",
        ["date"] = "时间系推断",
        ["size"] = "规模",
        ["coverage"] = "覆盖",
    };

    /// <summary>A caveat in a word; the English one is its code.</summary>
    public static string OfCaveat(string code, Language language) =>
        language == Language.Zh && Caveats.TryGetValue(code, out var zh) ? zh : code;

    /// <summary>A cell's text in words where it is a code of the column's vocabulary; else as it is.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="text">The cell's.</param>
    /// <param name="language">English keeps the codes, without the lines between their words.</param>
    public static string Of(string column, string text, Language language)
    {
        var name = column.StartsWith(OfOther, StringComparison.Ordinal) ? column[OfOther.Length..] : column;
        if (name == "theme")
            return ColumnHeadings.Of(text, null, language);
        if (!Columns.TryGetValue(name, out var words) || !words.TryGetValue(text, out var zh))
            return text;
        return language == Language.Zh ? zh : text.Replace('_', ' ');
    }
}
