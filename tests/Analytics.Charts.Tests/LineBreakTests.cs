using System.Text.RegularExpressions;

namespace Analytics.Charts.Tests;

/// <summary>What lines of a chart keep together, over widths from narrow columns to headlines.</summary>
public class LineBreakTests
{
    private static readonly string[] Chinese =
    [
        "万山区312名村级后备力量：党员219人，占70.19%；学历占比95.55%存疑",
        "学历提升：碧江区125名、松桃69名、思南44名；三县措辞不同，人数不可直接相比",
        "碧江区干部报酬：平均4727元，村（社区）书记、主任6117元，副职4116元",
        "后备干部：碧江区232名，平均36.37岁，其中199名为大专以上学历",
        "每村后备力量：万山约3.8名，松桃约2.3名（推算），思南未载",
        "本库来源覆盖哪些县、哪些主题：江口县没有来源",
        "村集体收入：大宅头村超过15万元，桃映镇1.2亿元，另有1,139.5万元为累计数",
        "不早于2025-01-13（据同版推断）：[1] 《德江“头雁”领航乡村振兴》，德江县 [2] 《思南“三强化”提升乡村治理效能》，思南县",
        "2023年10月13日，第9页载：有3个县报了此数，占10个县的30%",
    ];

    private static readonly string[] English =
    [
        "Liaogao's grades in 2022: grade 1 11, grade 2 21, grade 3 17, grade 4 52",
        "Enrolment for a higher qualification: Bijiang 125, Songtao 69, Sinan 44; criteria differ",
        "Average pay 4,727 yuan a month, and 6,117 yuan for secretaries [1, 4–5]",
        "Source [3] was printed not before 2025-01-13 (inferred from the page)",
    ];

    private static IEnumerable<(string Text, double Width, IReadOnlyList<string> Lines)> All(IEnumerable<string> texts, int from)
    {
        foreach (var text in texts)
        {
            foreach (var balanced in new[] { true, false })
            {
                for (var width = from; width < 700; width += 13)
                    yield return (text, width, LineBreaker.Break(text, 20, bold: false, width, balanced));
            }
        }
    }

    [Fact]
    public void A_number_keeps_its_measure_word_and_its_magnitude()
    {
        foreach (var (_, width, lines) in All(Chinese, 200))
        {
            foreach (var (line, next) in lines.Zip(lines.Skip(1)))
            {
                Regex.IsMatch(line + "|" + next, "[0-9]\\|[\u4e00-\u9fff]").ShouldBeFalse($"{width}: {line} / {next}");
                Regex.IsMatch(line + "|" + next, "[0-9][万亿]\\|元").ShouldBeFalse($"{width}: {line} / {next}");
            }
        }
    }

    [Fact]
    public void No_line_is_a_single_character()
    {
        foreach (var (_, width, lines) in All(Chinese.Concat(English), 160))
        {
            if (lines.Count > 1)
                lines.ShouldAllBe(l => l.Length > 1, $"{width}: {string.Join(" / ", lines)}");
        }
    }

    [Fact]
    public void Dates_and_citations_are_not_torn()
    {
        foreach (var (_, width, lines) in All(Chinese.Concat(English), 200))
        {
            foreach (var line in lines)
            {
                Regex.IsMatch(line, @"[0-9]-$|\[[0-9]*$|\d–$").ShouldBeFalse($"{width}: {line}");
                (
                    line.EndsWith(']')
                    && line.Contains("《德") is false
                    && line.StartsWith('[')
                    && lines[^1] != line
                    && lines.Any(l => l.StartsWith('《'))
                ).ShouldBeFalse($"{width}: {string.Join(" / ", lines)}");
            }
        }
    }

    [Fact]
    public void Short_brackets_and_quotes_stay_whole_where_a_line_holds_them()
    {
        foreach (var (_, width, lines) in All(Chinese, 260))
        {
            foreach (var group in new[] { "（推算）", "（社区）", "“三强化”", "“头雁”" })
            {
                if (string.Concat(lines).Contains(group))
                    lines.Any(l => l.Contains(group)).ShouldBeTrue($"{width}: {string.Join(" / ", lines)}");
            }
        }
    }

    [Fact]
    public void English_numbers_keep_to_the_word_that_announces_them()
    {
        foreach (var (_, width, lines) in All(English, 200))
            lines.ShouldAllBe(l => !l.EndsWith("grade") && !l.EndsWith('-'), $"{width}: {string.Join(" / ", lines)}");
    }

    [Theory]
    [InlineData("万山区312名村级后备力量：党员219人，占70.19%；学历占比95.55%存疑", 24)]
    [InlineData("社区书记、主任与副职", 6)]
    [InlineData("本库来源覆盖哪些县、哪些主题：江口县没有来源", 13)]
    public void A_headline_breaks_after_a_mark_where_one_is_near(string text, int characters)
    {
        var lines = LineBreaker.Break(text, 20, bold: true, characters * 20);
        lines.Count.ShouldBe(2);
        "，；、：".ShouldContain(lines[0][^1], string.Join(" / ", lines));
    }

    [Fact]
    public void Lines_are_no_more_than_needed_where_their_number_is_limited() =>
        LineBreaker.Break("党员219人", 20, bold: false, 70, 2).Count.ShouldBe(2);

    [Fact]
    public void Long_texts_are_broken_into_lines_that_fit()
    {
        var text = string.Concat(Enumerable.Repeat(Chinese[0], 60));
        var lines = LineBreaker.Break(text, 20, bold: false, 1500, balanced: false);
        lines.Count.ShouldBeGreaterThan(10);
        lines.ShouldAllBe(line => ChartFonts.Width(line, 20, false) <= 1500);
        string.Concat(lines).ShouldBe(text);
    }
}
