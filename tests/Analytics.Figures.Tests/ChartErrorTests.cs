using Analytics.Charts;
using Analytics.Engine;

namespace Analytics.Figures.Tests;

/// <summary>What cannot be drawn is said in both languages, whatever the language of the chart.</summary>
public class ChartErrorTests(ChartSession shared) : IClassFixture<ChartSession>
{
    private const string Two = "SELECT * FROM (VALUES ('a', 'x', 3), ('b', 'y', 5)) AS t(cat, part, n)";

    [Theory]
    [InlineData(Two, "lien", "", "Did you mean line?", "是否指 line？")]
    [InlineData(Two, "pie", "", "Angles are hard to compare", "角度难以比较")]
    [InlineData(
        Two,
        null,
        "nn",
        "y nn: the result has no such column (did you mean n?); it has cat, part, n.",
        "y nn：结果没有这一列（是否指 n？）；有 cat, part, n。"
    )]
    [InlineData(
        Two,
        null,
        "part",
        "y part: the column is VARCHAR, not a number; columns of numbers: n.",
        "y part：此列是 VARCHAR，不是数值；数值列有 n。"
    )]
    [InlineData(
        "SELECT 'a' AS cat",
        null,
        "",
        "The result has no column of numbers for y; it has cat.",
        "结果没有可作 y 的数值列；有 cat。"
    )]
    [InlineData(
        "SELECT 'a' AS cat, 'inf'::DOUBLE AS n",
        null,
        "",
        "cannot be drawn. Leave it out in the query.",
        "画不出来。请在查询中排除。"
    )]
    [InlineData("SELECT 'a' AS cat, 'nan'::DOUBLE AS n", null, "", "The figure of 'a' is NaN", "“a”的数值是NaN")]
    [InlineData(Two, "histogram", "", "needs at least 5 figures", "至少要5个数值")]
    [InlineData(Two, "diverging-bar", "", "needs a named benchmark", "要有写明名称的基准")]
    [InlineData("SELECT 'a' AS cat, NULL::INTEGER AS n", null, "", "the only row has no figure", "仅有的1行没有数值")]
    [InlineData("SELECT 'a' AS cat, 1 AS n WHERE false", null, "", "the result has no rows", "查询结果为空")]
    public void A_fault_is_told_in_both_languages(string sql, string? kind, string y, string en, string zh)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var request = new ChartRequest(kind, null, y.Length > 0 ? y : null, "t", language);
            var failure = Should.Throw<Exception>(() => ChartFacts.Checked(shared.Build(sql, request)));
            failure.ShouldBeOfType<UserException>();
            var words = ErrorText.Of(failure);
            words.En.ShouldContain(en);
            words.Zh.ShouldContain(zh);
            words.En.ShouldAllBe(c => c < 0x2E80);
        }
    }

    [Theory]
    [InlineData("碧江区=first", "碧江区", "first")]
    [InlineData("a\\=b=c=d", "a=b", "c=d")]
    [InlineData("a\\\\=b\\n", "a\\", "b\\n")]
    [InlineData(" a / b = two words ", "a / b", "two words")]
    public void A_remark_is_its_mark_and_its_text(string text, string at, string remark)
    {
        AnnotationText.One(text).ShouldBe(new ChartAnnotation(at, remark));
        AnnotationText.One(AnnotationText.Of(new ChartAnnotation(at, remark))).ShouldBe(new ChartAnnotation(at, remark));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("=b")]
    [InlineData("a=")]
    [InlineData("a\\=b")]
    public void What_names_no_mark_or_says_nothing_is_no_remark(string text) => AnnotationText.One(text).ShouldBeNull();
}
