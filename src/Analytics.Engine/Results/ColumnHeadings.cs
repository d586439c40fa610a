using Analytics.Engine.Queries;

namespace Analytics.Engine.Results;

/// <summary>
/// What stands over a column for people who do not write SQL. Display only: the column keeps its name for scripts and statements.
/// </summary>
public static class ColumnHeadings
{
    private const string OfOther = "other_",
        Chinese = "_zh",
        English = "_en";

    /// <summary>Words by the column's name, without the ending of its language.</summary>
    private static readonly Dictionary<string, string> Words = new()
    {
        ["county"] = "县",
        ["place"] = "地点",
        ["theme"] = "主题",
        ["indicator"] = "指标",
        ["population"] = "对象",
        ["value"] = "数值",
        ["value_printed"] = "原文数字",
        ["value_display"] = "数字",
        ["value_text"] = "原文的数",
        ["unit"] = "单位",
        ["unit_text"] = "原文单位",
        ["unit_kind"] = "单位种类",
        ["qualifier"] = "限定",
        ["modality"] = "性质",
        ["scope"] = "范围",
        ["criterion"] = "标准",
        ["per_time"] = "时间基数",
        ["per_entity"] = "单位基数",
        ["denominator_text"] = "基数",
        ["denominator_value"] = "基数值",
        ["period_text"] = "时段",
        ["period_kind"] = "时段种类",
        ["period_start"] = "起",
        ["period_end"] = "止",
        ["period_basis"] = "时段依据",
        ["obs_status"] = "存疑",
        ["note"] = "备注",
        ["notes"] = "备注",
        ["sentence"] = "原句",
        ["quote"] = "引文",
        ["article_title"] = "报道",
        ["article_id"] = "报道编号",
        ["obs_id"] = "数字编号",
        ["obs_ids"] = "数字编号",
        ["standing"] = "可比否",
        ["rank"] = "名次",
        ["reasons"] = "原因",
        ["reason_count"] = "原因个数",
        ["place_level"] = "层级",
        ["accounting"] = "口径",
        ["statistic"] = "统计量",
        ["places"] = "地点数",
        ["figures"] = "数字",
        ["measure"] = "指标",
        ["detail"] = "说明",
        ["levels"] = "层级",
        ["county_level"] = "县级条数",
        ["receiver"] = "受益方",
        ["implied_people"] = "推算人数",
        ["kind"] = "种类",
        ["reading"] = "读法",
        ["people"] = "对象",
        ["grade"] = "等次",
        ["of_all"] = "占全部",
        ["per_village"] = "每村人数",
        ["derivation"] = "推算",
        ["sessions_measure"] = "期数指标",
        ["sessions"] = "期数",
        ["attendances_measure"] = "人次指标",
        ["attendances"] = "人次",
        ["attendance_obs_id"] = "人次编号",
        ["all_themes"] = "全部主题",
        ["not_before"] = "见报不早于",
        ["indicator_id"] = "指标编号",
        ["county_id"] = "县编号",
        ["place_id"] = "地点编号",
        ["source_file"] = "来源文件",
        ["line_start"] = "行号",
        ["cadre_age"] = "干部年龄",
        ["education"] = "学历",
        ["training"] = "培训",
        ["collective_income"] = "村集体收入",
        ["village_enterprise"] = "村办企业",
        ["cadre_pay"] = "干部报酬",
        ["cadre_count"] = "干部人数",
        ["party_org"] = "党组织",
        ["party_membership"] = "党员",
        ["grid_governance"] = "网格治理",
        ["assets"] = "资产",
        ["employment"] = "就业",
        ["public_service"] = "公共服务",
        ["spending"] = "支出",
        ["dispute_mediation"] = "矛盾调解",
        ["burden_reduction"] = "减负",
        ["work_activity"] = "工作活动",
        ["recognition"] = "表彰",
        ["industry_tourism"] = "产业旅游",
        ["other"] = "其他",
        ["row"] = "行",
        ["code"] = "代码",
        ["rows"] = "行",
        ["message"] = "说明",
        ["name"] = "名称",
        ["title"] = "标题",
        ["parameters"] = "参数",
        ["label"] = "名称",
        ["definition"] = "定义",
        ["level"] = "层级",
        ["gb_code"] = "代码",
        ["pinyin"] = "拼音",
        ["field"] = "项目",
        ["parent_id"] = "上一级",
        ["date_from"] = "不早于",
        ["date_to"] = "不晚于",
        ["byline"] = "署名",
        ["author_role"] = "署名者",
        ["char_start"] = "起点",
        ["char_end"] = "终点",
        ["column_name"] = "列",
        ["data_type"] = "类型",
        ["comment"] = "说明",
        ["restates_obs_id"] = "重述",
        ["comparability_key"] = "可比键",
        ["value_low"] = "下限",
        ["value_high"] = "上限",
        ["bound_open"] = "不含端点",
        ["article_date_from"] = "报道不早于",
        ["article_date_to"] = "报道不晚于",
    };

    /// <summary>The heading of a column: the label that a canned query's header gives it, else words for its name.</summary>
    /// <param name="column">Its name.</param>
    /// <param name="query">The canned query that it is of; null for none.</param>
    /// <param name="language">Of the heading.</param>
    public static string Of(string column, QueryFile? query, Language language) =>
        query?.Columns.FirstOrDefault(c => c.Name == column)?.Label?.In(language)
        ?? (language == Language.Zh ? InChinese(column) : column.Replace('_', ' '));

    private static string InChinese(string column) =>
        Words.TryGetValue(column, out var words) ? words
        : column.EndsWith(English, StringComparison.Ordinal) && InChinese(column[..^3]) is var zh && zh != column[..^3] ? zh + "（英文）"
        : column.EndsWith(Chinese, StringComparison.Ordinal) && Words.TryGetValue(column[..^3], out var stem) ? stem
        : column.StartsWith(OfOther, StringComparison.Ordinal)
        && InChinese(column[OfOther.Length..]) is var one
        && one != column[OfOther.Length..]
            ? "另一" + one
        : column;
}
