namespace Analytics.Benchmarks;

/// <summary>A figure of a made-up article: its name within the article, as printed, in the base unit, and its clause.</summary>
/// <param name="Name">Also the id of its indicator.</param>
internal sealed record SyntheticFigure(string Name, string Printed, string Unit, decimal Value, string Quote);

/// <summary>
/// A made-up article with fifteen figures, printed as pages print: narrow columns that break words, and a caption that
/// interrupts the running text.
/// </summary>
internal sealed class SyntheticArticle
{
    private const int ColumnWidth = 26,
        LinesBeforeCaption = 4;

    private readonly List<SyntheticFigure> _figures = [];
    private readonly Random _random;

    public SyntheticArticle(int number, SyntheticPlace place, Random random)
    {
        (Id, Place, _random) = ($"a{number}", place, random);
        var body = Columns(Reserve() + Training() + Villages() + Services());
        Lines = [Title, "", .. body.Take(LinesBeforeCaption), "", $"{Place.Name}镇培训现场。", "", .. body.Skip(LinesBeforeCaption), ""];
        var caption = 2 + LinesBeforeCaption + 1;
        Segments = [(0, 0, "title"), (2, caption - 2, "body"), (caption, caption, "caption"), (caption + 2, Lines.Count - 2, "body")];
    }

    public string Id { get; }

    public SyntheticPlace Place { get; }

    public string Title => $"{Place.Name}镇：抓队伍促发展";

    public IReadOnlyList<SyntheticFigure> Figures => _figures;

    /// <summary>The article as printed.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>First and last line, from 0, and role.</summary>
    public IReadOnlyList<(int From, int To, string Role)> Segments { get; }

    private string Reserve()
    {
        var all = _random.Next(20, 400);
        var college = _random.Next(5, all);
        var share = Math.Round(college * 100m / all, 2);
        return $"近年来，{Place.CountyName}县{Place.Name}镇着力建强村级队伍，把选育管用贯穿始终，推动人才向基层流动、资源向基层倾斜。"
            + $"目前，{Figure("reserve", "储备后备力量", all, "名")}，{Figure("age", "平均年龄", _random.Next(300, 480) / 10m, "岁")}，"
            + $"{Figure("college", "大专及以上学历", college, "人")}，{Figure("college_share", "占比", share, "%", 0.01m)}。";
    }

    private string Training() =>
        $"2024年，{Figure("sessions", "举办培训班", _random.Next(2, 60), "期")}"
        + $"{Figure("attendances", "", _random.Next(10, 500) * 10, "人次", marker: "余")}，"
        + $"{Figure("shadowing", "组织跟班学习", _random.Next(2, 90), "人")}，"
        + $"{Figure("visits", "选派外出考察", _random.Next(2, 90), "名")}干部，"
        + "把课堂搬到田间地头、项目现场，让学员在实践中开眼界、长本领。";

    private string Villages() =>
        $"该镇{Figure("villages", "有", _random.Next(2, 30), "个")}村集体经济收"
        + $"入{Figure("threshold", "达到", _random.Next(5, 60), "万元", 10000, after: "以上")}，"
        + $"{Figure("companies", "组建村级公司", _random.Next(1, 40), "家")}，"
        + $"{Figure("revenue", "实现经营收入", _random.Next(100, 90000) / 100m, "万元", 10000)}，"
        + $"{Figure("jobs", "带动就业", _random.Next(20, 3000), "人")}，产业发展更有后劲。";

    private string Services() =>
        $"干部下沉网格，{Figure("disputes", "化解矛盾纠纷", _random.Next(2, 800), "件")}，"
        + $"{Figure("households", "走访群众", _random.Next(20, 9000), "户")}，群众的获得感更足。";

    /// <summary>Notes a figure and returns its clause.</summary>
    private string Figure(
        string name,
        string before,
        decimal number,
        string unit,
        decimal factor = 1,
        string marker = "",
        string after = ""
    )
    {
        var printed = number.ToString("0.##");
        var clause = before + printed + marker + unit + after;
        _figures.Add(new SyntheticFigure(name, printed, unit, number * factor, clause));
        return clause;
    }

    /// <summary>Lines of the column's width; longer where a number would be cut, which a check would rightly ask about.</summary>
    private static List<string> Columns(string text)
    {
        var lines = new List<string>();
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = Math.Min(start + ColumnWidth, text.Length);
            while (end < text.Length && IsOfNumber(text[end - 1]) && IsOfNumber(text[end]))
                end++;
            lines.Add(text[start..end]);
        }
        return lines;
    }

    private static bool IsOfNumber(char c) => char.IsAsciiDigit(c) || c == '.';
}
