namespace Analytics.Engine.Queries;

/// <summary>What the values of a chart option are: how a header writes it, a form asks for it, and which are refused.</summary>
public enum ChartOptionForm
{
    /// <summary>A kind of chart; which there are is the charts' to say.</summary>
    Kind,

    /// <summary>A column of the result.</summary>
    Column,

    /// <summary>One of <see cref="ChartOption.Words"/>.</summary>
    Choice,

    /// <summary>A whole number from 1 to <see cref="ChartOption.Most"/>.</summary>
    Number,

    /// <summary>Width and height of the picture, as <c>1600x900</c>, or a name for them.</summary>
    Size,

    /// <summary>Words for people, in a header in both languages.</summary>
    Text,

    /// <summary>Values with names, each as <c>35 rule</c>.</summary>
    References,

    /// <summary>Remarks beside marks, each as <c>mark=remark</c>.</summary>
    Annotations,

    /// <summary>What is drawn although it misleads, by the codes that refusals name.</summary>
    Codes,
}

/// <summary>A word that an option may be, and what a form calls it.</summary>
public sealed record ChartOptionWord(string Word, Localized Label);

/// <summary>
/// An option of charts. Headers, batch and the console's form all have what this table has: an option is one entry here, and the line that
/// draws by it.
/// </summary>
/// <param name="Key">What a header's <c>chart:</c> calls it.</param>
/// <param name="Form">What its values are.</param>
/// <param name="Label">What a form calls it.</param>
/// <param name="Explanation">What it is for, for those who read a list of all.</param>
public sealed record ChartOption(string Key, ChartOptionForm Form, Localized Label, string Explanation)
{
    /// <summary>All options, in the order of forms and headers.</summary>
    public static readonly IReadOnlyList<ChartOption> All =
    [
        new("kind", ChartOptionForm.Kind, new("图形 kind", "kind"), "Kind of chart (default: that of the query, else by the columns)")
        {
            IsRequired = true,
        },
        new("x", ChartOptionForm.Column, new("类别或横轴 x", "x, categories"), "Column of the categories") { IsAlwaysSome = true },
        new("y", ChartOptionForm.Column, new("数值 y", "y, values"), "Column of the values") { IsRequired = true, IsAlwaysSome = true },
        new("series", ChartOptionForm.Column, new("分组 series", "series"), "Column that parts the marks of one category"),
        new(
            "panels",
            ChartOptionForm.Column,
            new("分成小图 panels", "panels, small charts"),
            "Column that parts the chart into small ones with the same axes"
        ),
        new("label", ChartOptionForm.Column, new("点的名称 label", "label, names of points"), "Column of the names of a scatter's points"),
        new("detail", ChartOptionForm.Column, new("第二行 detail", "detail, second line"), "Column of a second line under the category"),
        new("low", ChartOptionForm.Column, new("下端 low", "low end"), "Column of the lower end of an interval"),
        new("high", ChartOptionForm.Column, new("上端 high", "high end"), "Column of the upper end of an interval"),
        new(
            "order",
            ChartOptionForm.Choice,
            new("次序 order", "order of rows"),
            "Order of the rows (default: ranked from three figures up that compare, else as they come)"
        )
        {
            Words =
            [
                new("ranked", new("ranked（从大到小）", "ranked (largest first)")),
                new("given", new("given（照结果的次序）", "given (as the rows come)")),
            ],
        },
        new("title", ChartOptionForm.Text, new("标题 title", "title, headline"), "Headline") { IsAlwaysSome = true, MayBeEmpty = true },
        new("subtitle", ChartOptionForm.Text, new("副标题 subtitle", "subtitle"), "Line under the headline") { MayBeEmpty = true },
        new("notes", ChartOptionForm.Text, new("说明 notes", "notes, in the footer"), "A remark for the footer"),
        new(
            "references",
            ChartOptionForm.References,
            new("参照值 references", "references"),
            "A value to hold the marks against, with its name: '35 rule' (repeatable)"
        )
        {
            Name = "reference",
        },
        new(
            "annotations",
            ChartOptionForm.Annotations,
            new("标注 annotations", "annotations"),
            "A remark beside a mark, after its category (in which = is written \\=): '碧江区=first of its kind' (repeatable)"
        )
        {
            Name = "annotate",
        },
        new(
            "allow",
            ChartOptionForm.Codes,
            new("仍画 allow", "draw all the same"),
            "Draw although it misleads, and say so (repeatable, or codes with commas)"
        ),
        new("style", ChartOptionForm.Choice, new("颜色 style", "style of the file"), "Colours (default light)")
        {
            Words = [new("light", new("light（浅色）", "light")), new("dark", new("dark（深色）", "dark"))],
            Default = "light",
        },
        new("size", ChartOptionForm.Size, new("图幅 size", "size of the file"), "Size in pixels at scale 1 (default 1600x900)")
        {
            Default = "1600x900",
        },
        new("scale", ChartOptionForm.Number, new("倍数 scale", "scale of the file"), "Pixels per unit of size, 1 to 4 (default 1)")
        {
            Most = 4,
            Default = "1",
        },
    ];

    private static readonly Dictionary<string, ChartOption> ByKey = All.ToDictionary(o => o.Key);

    /// <summary>What one value is called where each is named by itself.</summary>
    public string Name { get; init; } = Key;

    /// <summary>The words of a <see cref="ChartOptionForm.Choice"/>.</summary>
    public IReadOnlyList<ChartOptionWord> Words { get; init; } = [];

    /// <summary>The greatest <see cref="ChartOptionForm.Number"/>.</summary>
    public int Most { get; init; }

    /// <summary>What holds where nothing is said; null where that depends on the result.</summary>
    public string? Default { get; init; }

    /// <summary>Whether a header that asks for a chart must say it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether a form offers other values but not none: what is taken away there is the query's again.</summary>
    public bool IsAlwaysSome { get; init; }

    /// <summary>Whether no text at all is one that can be asked for, and not the same as saying nothing.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>Whether it takes several values.</summary>
    public bool IsRepeated => Form is ChartOptionForm.References or ChartOptionForm.Annotations or ChartOptionForm.Codes;

    /// <exception cref="ArgumentException">The table has no such key: a slip of the program.</exception>
    public static ChartOption Of(string key) =>
        ByKey.TryGetValue(key, out var option)
            ? option
            : throw new ArgumentException($"No option of charts is called '{key}'.", nameof(key));
}
