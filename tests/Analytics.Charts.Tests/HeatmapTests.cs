using System.Text;

namespace Analytics.Charts.Tests;

public class HeatmapTests
{
    private static readonly string[] English =
    [
        "Bijiang",
        "Wanshan",
        "Jiangkou",
        "Yuping",
        "Shiqian",
        "Sinan",
        "Yinjiang",
        "Dejiang",
        "Yanhe",
        "Songtao",
    ];
    private static readonly string[] Chinese =
    [
        "碧江区",
        "万山区",
        "江口县",
        "玉屏侗族自治县",
        "石阡县",
        "思南县",
        "印江土家族苗族自治县",
        "德江县",
        "沿河土家族自治县",
        "松桃苗族自治县",
    ];

    [Theory]
    [InlineData(480)]
    [InlineData(600)]
    [InlineData(800)]
    [InlineData(1080)]
    [InlineData(1600)]
    public void Names_of_columns_are_never_torn(int width)
    {
        foreach (var names in new[] { English, Chinese })
        {
            var scene = ChartLayout.Arrange(Table(names) with { Width = width, Height = 1000 });
            LayoutTests.DemandReadable(scene);
            var texts = scene.Items.OfType<TextItem>().Select(t => t.Text).ToList();
            if (names == English)
                names.ShouldAllBe(n => texts.Any(t => t == n || t.StartsWith(n + " [")));
            texts.ShouldContain(t => t.Contains("[1, 11]"), "sources of a column stay together");
            texts.ShouldAllBe(t => t.Length > 1 || "○×0123456789t".Contains(t), string.Join('|', texts));
        }
    }

    [Fact]
    public void Narrow_columns_have_upright_names_in_every_format()
    {
        var scene = ChartLayout.Arrange(Table(English) with { Width = 480, Height = 1000 });
        var upright = scene.Items.OfType<TextItem>().Where(t => t.Upright).ToList();
        upright.Count.ShouldBe(10);
        upright.ShouldAllBe(t => t.Box.Height > t.Box.Width);
        Encoding.UTF8.GetString(SvgFile.Of(scene)).ShouldContain("transform=\"rotate(-90 ");
    }

    [Fact]
    public void A_table_of_many_sources_names_all_articles_also_in_a_column()
    {
        string Footer(int width, int height) =>
            string.Concat(
                ChartLayout.Arrange(Table(Chinese) with { Width = width, Height = height }).Items.OfType<TextItem>().Select(t => t.Text)
            );
        Footer(1600, 900).Split("一篇标题相当长的").Length.ShouldBe(21);
        Footer(480, 900).Split("一篇标题相当长的").Length.ShouldBe(21);
    }

    private static ChartSpec Table(string[] names) =>
        new()
        {
            Kind = ChartKind.Heatmap,
            Title = "t",
            Language = names == English ? Language.En : Language.Zh,
            Marks =
            [
                .. Enumerable
                    .Range(1, 20)
                    .SelectMany(r =>
                        names.Select(
                            (n, c) =>
                                new ChartMark(n, r * c % 7)
                                {
                                    Series = $"主题{r}",
                                    Sources =
                                        r > 2 ? []
                                        : r == 1 ? [c + 1]
                                        : [c + 11],
                                }
                        )
                    ),
            ],
            Sources =
            [
                .. Enumerable
                    .Range(1, 20)
                    .Select(i => new ChartSource(
                        i,
                        "一篇标题相当长的关于基层党建和乡村治理的报道",
                        names[(i - 1) % 10],
                        i % 3 == 0 ? "日期原文件未载" : $"不早于2025-0{i % 9 + 1}-13（据同版推断）"
                    )),
            ],
        };
}
