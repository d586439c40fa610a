using Analytics.DuckDb;
using Analytics.Engine.Tables;

namespace Analytics.Engine.Files.Cleaning;

/// <summary>
/// The SQL functions that turn texts as people write them into numbers, days and periods. What they do not take is NULL, never a guess:
/// <c>1.033,12</c>, <c>12-15</c>, <c>2024年2月30日</c>. Qualifiers are those of the product's figures.
/// </summary>
internal static class CleanMacros
{
    /// <summary>The words that a unit of a number may be, as column names and cells have them.</summary>
    public const string Units = "元|美元|人次|人|名|个|期|次|岁|村|户|家|亩|公顷|公里|平方米|吨|公斤";

    /// <summary>The words for a power of ten before a unit; and the parts of a whole.</summary>
    public const string Scales = "百万|千万|百亿|千|万|亿|%|‰";

    private const string Number = @"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?";
    private const string Before = "大约|约|接近|近|不低于|不少于|至少|不超过|至多|超过|超|逾|达到|达|≥|≤|>|<";
    private const string Behind = "余|多|以上|及以上|以下|以内|左右";

    private const string About =
        "注|备注|说明|附注|数据来源|资料来源|来源|填表人?|填报人?|审核人?|制表人?|复核人?|负责人|单位负责人"
        + "|联系人|联系电话|填报单位|填报日期|制表日期|单位";

    /// <summary>Makes the functions, in the product's schema.</summary>
    public static void Create(DuckDbConnection connection) => connection.Execute(Sql);

    private static string Sql =>
        $$"""
            CREATE OR REPLACE MACRO {{S}}.clean_text(s) AS nullif(trim(replace(replace(
                translate(s, '０１２３４５６７８９．，－＋％（）：￥', '0123456789.,-+%():¥'), chr(12288), ' '), chr(160), ' '),
                chr(9) || chr(10) || chr(13) || ' '), '');
            CREATE OR REPLACE MACRO {{S}}.is_blank(s) AS {{S}}.clean_text(s) IS NULL
                OR lower({{S}}.clean_text(s)) IN ('-', '--', '—', '——', '/', '\',
                    'n/a', 'na', 'null', '#n/a', '空', '未报', '缺', '…', '……');
            CREATE OR REPLACE MACRO {{S}}.number_parts(s) AS regexp_extract({{S}}.clean_text(s),
                '^({{Before}})?\s*(人民币|¥|\$)?\s*({{Number}})\s*(余|多)?\s*({{Scales}})?(余|多)?\s*({{Units}})?({{Behind}})?$',
                ['before', 'currency', 'number', 'more', 'scale', 'more2', 'unit', 'behind']);
            CREATE OR REPLACE MACRO {{S}}.scale_of(unit) AS CASE left(unit, 2)
                WHEN '百万' THEN 1000000 WHEN '千万' THEN 10000000 WHEN '百亿' THEN 10000000000
                ELSE CASE left(unit, 1) WHEN '%' THEN 0.01 WHEN '‰' THEN 0.001 WHEN '千' THEN 1000 WHEN '万' THEN 10000
                    WHEN '亿' THEN 100000000 ELSE 1 END END::DECIMAL(18, 4);
            CREATE OR REPLACE MACRO {{S}}.base_of(unit) AS CASE WHEN left(unit, 1) IN ('%', '‰') THEN '%'
                ELSE replace(regexp_replace(unit, '^(百万|千万|百亿|千|万|亿)', ''), '名', '人') END;
            CREATE OR REPLACE MACRO {{S}}.unit_of_parts(parts) AS parts.scale
                || CASE WHEN parts.unit = '' AND parts.currency IN ('人民币', '¥') THEN '元' ELSE parts.unit END;
            CREATE OR REPLACE MACRO {{S}}.unit_of(s) AS list_transform([{{S}}.number_parts(s)], lambda p : {{S}}.unit_of_parts(p))[1];
            CREATE OR REPLACE MACRO {{S}}.number_in(s, unit) AS list_transform([{{S}}.number_parts(s)], lambda p : CASE
                WHEN p.number = '' THEN NULL
                WHEN {{S}}.unit_of_parts(p) = '' THEN replace(p.number, ',', '')::DECIMAL(24, 6)::DOUBLE
                WHEN unit <> '' AND {{S}}.base_of({{S}}.unit_of_parts(p)) NOT IN ({{S}}.base_of(unit), '') THEN NULL
                ELSE (replace(p.number, ',', '')::DECIMAL(20, 6) * {{S}}.scale_of({{S}}.unit_of_parts(p)) / {{S}}.scale_of(unit))::DOUBLE
                END)[1];
            CREATE OR REPLACE MACRO {{S}}.number_qualifier(s) AS list_transform([{{S}}.number_parts(s)], lambda p : CASE
                WHEN p.number = '' THEN NULL
                WHEN p.before IN ('约', '大约') OR p.behind = '左右' THEN 'approx'
                WHEN p.before IN ('近', '接近') THEN 'near_below'
                WHEN p.before IN ('不超过', '至多', '≤', '<') OR p.behind IN ('以下', '以内') THEN 'max'
                WHEN p.before IN ('不低于', '不少于', '至少', '超过', '超', '逾', '≥', '>')
                    OR p.behind IN ('余', '多', '以上', '及以上') OR p.more <> '' OR p.more2 <> '' THEN 'min'
                ELSE 'exact' END)[1];
            CREATE OR REPLACE MACRO {{S}}.date_of(s) AS try_strptime({{S}}.clean_text(s),
                ['%Y-%m-%d', '%Y/%m/%d', '%Y.%m.%d', '%Y年%m月%d日', '%Y%m%d'])::DATE;
            CREATE OR REPLACE MACRO {{S}}.period_of(s) AS list_transform([{{S}}.clean_text(s)], lambda t : CASE
                WHEN regexp_matches(t, '^\d{4}(年\d{1,2}月份?|[-/.](0?[1-9]|1[0-2]))$')
                    THEN left(t, 4) || '-' || lpad(regexp_extract(t, '^\d{4}.(\d{1,2})', 1), 2, '0')
                WHEN regexp_matches(t, '^\d{4}年第?[1-4一二三四]季度$')
                    THEN left(t, 4) || '-Q' || translate(regexp_extract(t, '([1-4一二三四])季度', 1), '一二三四', '1234')
                WHEN regexp_matches(t, '^\d{4}年度?$') THEN left(t, 4) END)[1];
            CREATE OR REPLACE MACRO {{S}}.is_total(s) AS
                regexp_matches(replace(coalesce({{S}}.clean_text(s), ''), ' ', ''), '^.{0,8}(合计|总计|小计|共计)[::]?$');
            CREATE OR REPLACE MACRO {{S}}.is_empty(cells) AS len(list_filter(cells, lambda x : {{S}}.clean_text(x) IS NOT NULL)) = 0;
            CREATE OR REPLACE MACRO {{S}}.is_note(cells) AS NOT {{S}}.is_empty(cells) AND len(list_filter(cells, lambda x :
                NOT coalesce(regexp_matches({{S}}.clean_text(x), '^({{About}})\s*\d*\s*[::]'), true))) = 0;
            """;

    private static string S => $"memory.{ProductTables.Schema}";
}
