namespace Analytics.Curation.Tests;

public class FigureTests
{
    [Theory]
    [InlineData("1033.12", "1033.12", "1033.12")]
    [InlineData("０８", "8", "8")]
    [InlineData("三", "3", "3")]
    [InlineData("两", "2", "2")]
    [InlineData("十", "10", "10")]
    [InlineData("十二", "12", "12")]
    [InlineData("二十", "20", "20")]
    [InlineData("一百零五", "105", "105")]
    [InlineData("三千二百", "3200", "3200")]
    [InlineData("半", "0.5", "0.5")]
    [InlineData("无", "0", "0")]
    [InlineData("零", "0", "0")]
    [InlineData("10%-20%", "10", "20")]
    [InlineData("3至5", "3", "5")]
    [InlineData("1.5～2.5", "1.5", "2.5")]
    public void Printed_numbers_are_read_exactly(string text, string low, string high)
    {
        var number = PrintedNumber.Parse(text).ShouldNotBeNull();
        number.Low.ShouldBe(decimal.Parse(low));
        number.High.ShouldBe(decimal.Parse(high));
    }

    [Theory]
    [InlineData("")]
    [InlineData("数")]
    [InlineData("几十")]
    [InlineData("三个")]
    [InlineData("1,033")]
    [InlineData("1.")]
    [InlineData("1e3")]
    [InlineData("-1")]
    [InlineData("20-10")]
    [InlineData("一二")]
    public void What_is_no_number_is_not_read(string text) => PrintedNumber.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData("投入4万余元。", "4", "万元", "min", false, "余")]
    [InlineData("投入140余万元。", "140", "万元", "min", false, "余")]
    [InlineData("10多个", "10", "个", "min", false, "多")]
    [InlineData("1.1万余名党员", "1.1", "万名", "min", false, "余")]
    [InlineData("储备2名以上", "2", "名", "min", false, "以上")]
    [InlineData("收入超15万元", "15", "万元", "min", true, "超")]
    [InlineData("超过 3万人次", "3", "万人次", "min", true, "超过")]
    [InlineData("不低于5个", "5", "个", "min", false, "不低于")]
    [InlineData("每年至少召开1次", "1", "次", "min", false, "至少")]
    [InlineData("成本近2.5万元", "2.5", "万元", "near_below", true, "近")]
    [InlineData("不超过500元", "500", "元", "max", false, "不超过")]
    [InlineData("不足3个", "3", "个", "max", true, "不足")]
    [InlineData("30天以内", "30", "天", "max", false, "以内")]
    [InlineData("约3个", "3", "个", "approx", false, "约")]
    [InlineData("3个左右", "3", "个", "approx", false, "左右")]
    public void A_marker_bounds_its_number(string text, string number, string unit, string qualifier, bool open, string marker) =>
        Marker(text, number, unit).ShouldBe(new Marker(qualifier, open, marker));

    [Theory]
    [InlineData("就近288人", "288", "人")]
    [InlineData("群众就近就业288人", "288", "人")]
    [InlineData("“居规民约”14个", "14", "个")]
    [InlineData("村规民约14个", "14", "个")]
    [InlineData("大专以上学历占40%", "40", "%")]
    [InlineData("县级以上代表15名", "15", "名")]
    [InlineData("近两年学习36场", "36", "场")]
    [InlineData("最高达6117元/月", "6117", "元/月")]
    [InlineData("仅28岁", "28", "岁")]
    [InlineData("附近3个", "3", "个")]
    [InlineData("至少发展党员队伍中的1名", "1", "名")]
    public void What_only_looks_like_a_marker_is_none(string text, string number, string unit) => Marker(text, number, unit).ShouldBeNull();

    [Theory]
    [InlineData("exact", 4, 4, false, "4", "4")]
    [InlineData("min", 4, 4, true, "4", null)]
    [InlineData("max", 4, 4, false, null, "4")]
    [InlineData("near_below", 4, 4, true, null, "4")]
    [InlineData("range", 1, 2, false, "1", "2")]
    [InlineData("approx", 4, 4, false, null, null)]
    public void Bounds_follow_the_qualifier(string qualifier, int low, int high, bool open, string? expectedLow, string? expectedHigh)
    {
        var bounds = Bounds.Of(qualifier, low, high, open);
        bounds.Low?.ToString().ShouldBe(expectedLow);
        bounds.High?.ToString().ShouldBe(expectedHigh);
        bounds.Open.ShouldBe(open);
    }

    [Theory]
    [InlineData("4", "万元", "min", false, "", "≥4万元")]
    [InlineData("15", "万元", "min", true, "", ">15万元")]
    [InlineData("2.5", "万元", "near_below", true, "", "<2.5万元")]
    [InlineData("500", "元", "max", false, "month", "≤500元/月")]
    [InlineData("3", "个", "max", true, "", "<3个")]
    [InlineData("3", "个", "approx", false, "", "约3个")]
    [InlineData("10%-20%", "%", "range", false, "", "10%–20%")]
    [InlineData("36.37", "岁", "exact", false, "", "36.37岁")]
    [InlineData("639", "元/月", "exact", false, "month", "639元/月")]
    [InlineData("4", "万元", "exact", false, "year", "4万元/年")]
    [InlineData("三", "个", "exact", false, "", "3个")]
    [InlineData("半", "年", "exact", false, "", "半年")]
    [InlineData("无", "", "exact", false, "", "0个")]
    public void A_figure_reads_by_itself(string number, string unit, string qualifier, bool open, string perTime, string display)
    {
        var row = Row(("value_text", number), ("unit_text", unit), ("qualifier", qualifier), ("per_time", perTime));
        var printed = PrintedNumber.Parse(number)!.Value;
        ValueDisplay.Of(row, printed, Bounds.Of(qualifier, printed.Low, printed.High, open), "个").ShouldBe(display);
    }

    [Theory]
    [InlineData("共投入 80\n余万元修路", "80", "万元", "80余万元", "just over 800,000 yuan")]
    [InlineData("积累34.8万余元", "34.8", "万元", "34.8万余元", "just over 348,000 yuan")]
    [InlineData("开展培训4000余人次", "4000", "人次", "4000余人次", "just over 4000 attendances")]
    [InlineData("5.5万余名群众", "5.5", "万名", "5.5万余名", "just over 55,000 people")]
    [InlineData("储备2名以上", "2", "名", "2名以上", "2 people or more")]
    [InlineData("收入超 15 万元", "15", "万元", "超15万元", "more than 150,000 yuan")]
    [InlineData("每年不少于5个", "5", "个", "不少于5个", "at least 5")]
    [InlineData("每年至少召开1次", "1", "次", "至少召开1次", "at least 1 time")]
    [InlineData("成本近2.5万元", "2.5", "万元", "近2.5万元", "nearly 25,000 yuan")]
    [InlineData("30岁以下", "30", "岁", "30岁以下", "30 years of age or less")]
    [InlineData("不足3个", "3", "个", "不足3个", "less than 3")]
    [InlineData("约3个", "3", "个", "约3个", "about 3")]
    [InlineData("占比９５.５5%", "９５.５5", "%", "９５.５5%", "95.55%")]
    [InlineData("按10%-20%比例", "10%-20%", "%", "10%-20%", "10% to 20%")]
    [InlineData("639元/月", "639", "元/月", "639元/月", "639 yuan a month")]
    [InlineData("1033.12万元", "1033.12", "万元", "1033.12万元", "10,331,200 yuan")]
    [InlineData("设三个站点", "三", "个", "三个", "3")]
    [InlineData("每半年一次", "半", "年", "半年", "half a year")]
    [InlineData("参训1870人次", "1870", "人次", "1870人次", "1870 attendances")]
    public void A_figure_is_cut_as_printed_reads_by_itself_and_has_an_english_form(
        string text,
        string number,
        string unit,
        string printed,
        string english
    )
    {
        var flow = TextTests.FlowOf(text);
        var place = ValueFinder.Find(new Span(flow, 0, flow.Text.Length), number)[0];
        var figure = MarkerFinder.Find(place, PrintedUnit.Read(place, unit));
        figure.Text.ShouldBe(printed);
        var reading = FigureReading.Of(figure.Text).ShouldNotBeNull();
        reading.Number.ShouldBe(PrintedNumber.Parse(number)!.Value);
        reading.Unit.ShouldBe(unit);
        reading.Marker.ShouldBe(figure.Marker);
        EnglishFigure.Of(reading, RealUnits()).ShouldBe(english);
    }

    [Theory]
    [InlineData("余万元")]
    [InlineData("以上")]
    [InlineData("")]
    public void What_has_no_number_is_no_printed_figure(string text) => FigureReading.Of(text).ShouldBeNull();

    private static IReadOnlyDictionary<string, UnitRow> RealUnits() =>
        ProjectFiles.Read(Path.Combine(Repository.Root, "seeds"), Path.Combine(Repository.Root, "data", "curated")).Data.UnitByName;

    private static Marker? Marker(string text, string number, string unit)
    {
        var flow = TextTests.FlowOf(text);
        var place = ValueFinder.Find(new Span(flow, 0, flow.Text.Length), number)[0];
        return MarkerFinder.Find(place, PrintedUnit.Read(place, unit)).Marker;
    }

    private static ObservationRow Row(params (string Column, string Text)[] fields)
    {
        var values = CuratedSchemas.Observations.Columns.Select(_ => "").ToArray();
        foreach (var (column, text) in fields)
            values[CuratedSchemas.Observations.IndexOf(column)] = text;
        return new ObservationRow(new CsvRow(CuratedSchemas.Observations, "observations.csv", 1, values));
    }
}
