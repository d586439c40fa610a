using System.Globalization;
using System.Text;
using Analytics.Engine.Models;
using Analytics.Engine.Pages;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tests.Pages;

/// <summary>A page over a file of the user's: 1,200 rows of invented sales of tea, counties written as people write them.</summary>
public sealed class OwnDataTests : IDisposable
{
    private const string Model = """
        model: tea
        source: {file: tea.csv}
        dimensions:
          county: {column: 县, like: tongren.place}
          kind: {columns: [品类, 渠道]}
          date: {column: 日期, levels: [year, quarter, month]}
        measures:
          amount: {expr: sum(金额), unit: 元}
          qty: {expr: sum(数量), unit: 千克}
          price: {expr: sum(金额) / sum(数量), unit: 元/千克}
        """;

    private const string Page = """
        page: tea
        model: tea
        title: {zh: 茶叶（我的数据）, en: Tea (my data)}
        slicers: {year: {dimension: date.year, default: last}, county: {dimension: county, multi: true}, kind: {dimension: kind.品类, multi: true}}
        layout:
          small:  ["amount qty price 4", "by_county*9 by_kind*10 *", "data 2"]
        visuals:
          amount:    {kind: card, value: amount, versus: {dimension: date.year, offset: -1}, share: true}
          qty:       {kind: card, value: qty, second: count}
          price:     {kind: card, value: price, versus: all}
          data:      {kind: text, text: {zh: "{file} {rows} 行\n{matched}/{members} 个县名对上", en: "{file}: {rows} rows, {matched}/{members} counties matched"}}
          by_county: {kind: bar, x: county, value: amount, sort: desc, top: 3, others: true}
          by_kind:   {kind: matrix, rows: county, cols: kind.品类, value: amount, sort: desc, total: row, shade: common}
          months:    {kind: line, x: date.month, value: amount, series: date.year, listen: [county, kind, by_county]}
          rows:      {kind: table, source: rows, top: 50}
        """;

    /// <summary>Ten counties as they are written in such files.</summary>
    private static readonly (string Written, string Key)[] Counties =
    [
        ("碧江", "bijiang"),
        ("万山区", "wanshan"),
        ("江口县", "jiangkou"),
        ("玉屏县", "yuping"),
        ("石阡", "shiqian"),
        ("思南县", "sinan"),
        ("印江自治县", "yinjiang"),
        ("德江", "dejiang"),
        ("Yanhe", "yanhe"),
        ("松桃县", "songtao"),
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly List<(string County, string Kind, string Channel, DateOnly Day, int Quantity, decimal Amount)> _rows = [];
    private readonly AnalyticsSession _session = TestHome.Open();

    public OwnDataTests()
    {
        var random = new Random(20260101);
        string[] kinds = ["绿茶", "抹茶", "红茶", "油茶"];
        for (var i = 0; i < 1200; i++)
        {
            var quantity = random.Next(1, 60);
            _rows.Add(
                (
                    Counties[random.Next(10)].Written,
                    kinds[random.Next(4)],
                    random.Next(2) == 0 ? "门店" : "线上",
                    new DateOnly(2024, 1, 1).AddDays(random.Next(731)),
                    quantity,
                    quantity * (100 + random.Next(40000) / 100m)
                )
            );
        }

        var csv = new StringBuilder("日期,县,品类,渠道,数量,金额\n");
        foreach (var row in _rows)
        {
            csv.Append(
                CultureInfo.InvariantCulture,
                $"{row.Day:yyyy-MM-dd},{row.County},{row.Kind},{row.Channel},{row.Quantity},{row.Amount}\n"
            );
        }
        _folder.File("models/tea.csv", csv.ToString());
        _folder.File("models/tea.yaml", Model);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Every_row_finds_its_county_by_the_names_of_ours()
    {
        var (_, model, _) = Open();
        var matches = model.Matches.ShouldHaveSingleItem();
        matches.RowsFound.ShouldBe(1200);
        matches.Lost.ShouldBeEmpty();
        matches.MembersFound.ShouldBe(10);
        foreach (var (written, key) in Counties)
            matches.Found[written].ShouldBe(key);
    }

    [Fact]
    public void A_name_that_is_no_county_stays_a_member_of_its_own_and_is_counted()
    {
        File.AppendAllText(Path.Combine(_folder.Path, "models/tea.csv"), "2025-01-01,铜仁城区,绿茶,门店,1,5\n");
        var (page, model, state) = Open();
        model.Matches[0].Lost.ShouldHaveSingleItem().ShouldBe(("铜仁城区", 1L, false));
        Groups(page, model, state, "by_kind").Rows.Select(r => r.Key).ShouldContain("铜仁城区");
    }

    [Fact]
    public void Bars_cells_and_cards_are_those_of_the_rows()
    {
        var (page, model, start) = Open();
        start.Chosen("year").ShouldBe([_rows.Max(r => r.Day.Year).ToString(CultureInfo.InvariantCulture)]);
        var state = start.Set(page, model.Members, "year", "2025");
        var rows = _rows.Where(r => r.Day.Year == 2025).ToArray();
        var bars = Groups(page, model, state, "by_county").Rows;
        var expected = rows.GroupBy(r => KeyOf(r.County))
            .Select(g => (g.Key, Sum: g.Sum(r => r.Amount)))
            .OrderByDescending(g => g.Sum)
            .ToArray();
        bars.Take(3).Select(b => b.Key).ShouldBe(expected.Take(3).Select(e => e.Key));
        bars[3].IsOthers.ShouldBeTrue();
        ((decimal)bars[3].Total.Value!.Value).ShouldBe(expected.Skip(3).Sum(e => e.Sum), 0.01m);
        var cell = Groups(page, model, state, "by_kind").Rows.Single(r => r.Key == "songtao");
        ((decimal)cell.Total.Value!.Value).ShouldBe(rows.Where(r => r.County == "松桃县").Sum(r => r.Amount), 0.01m);
        var card = Read(page, model, state.ToggleMark("by_county", [Filter.In(page.Visual("by_county").X!, "songtao")]), "price");
        var songtao = rows.Where(r => r.County == "松桃县").ToArray();
        var price = songtao.Sum(r => r.Amount) / songtao.Sum(r => r.Quantity);
        ((VisualContent.Card)card.Content).Lines[0].Text.Zh.ShouldBe(NumberText.Plain((double)price) + "元/千克");
    }

    [Fact]
    public void Months_stand_beside_each_other_by_year_and_rows_are_the_files_own()
    {
        var (page, model, state) = Open();
        var months = Groups(page, model, state, "months");
        months.Rows.Count.ShouldBe(12);
        months.AcrossKeys.ShouldBe(_rows.Select(r => r.Day.Year.ToString(CultureInfo.InvariantCulture)).Distinct().Order());
        var table = (VisualContent.Table)Read(page, model, state, "rows").Content;
        table.Columns.Select(c => c.Name).ShouldBe(["日期", "县", "品类", "渠道", "数量", "金额"]);
        ((VisualContent.Words)Read(page, model, state, "data").Content).Text.Zh.ShouldBe("tea.csv 1200 行\n10/10 个县名对上");
    }

    private static string KeyOf(string written) => Counties.Single(c => c.Written == written).Key;

    private VisualContent.Groups Groups(PageSpec page, OpenModel model, PageState state, string visual) =>
        Read(page, model, state, visual).Content.ShouldBeOfType<VisualContent.Groups>();

    private VisualResult Read(PageSpec page, OpenModel model, PageState state, string visual)
    {
        var result = new VisualReader(_session, model, page, state).Read(page.Visual(visual));
        (result.Content as VisualContent.Failed)?.Message.En.ShouldBeNull();
        return result;
    }

    private (PageSpec, OpenModel, PageState) Open()
    {
        var models = new ModelCatalog([Path.Combine(_folder.Path, "models"), Path.Combine(Repository.Root, "queries/models")]);
        var page = new PageCatalog([], models).Read("tea", "tea.yaml", Page).Get();
        var model = OpenModel.Open(_session, page.Model);
        return (page, model, PageState.Start(page, model.Members));
    }
}
