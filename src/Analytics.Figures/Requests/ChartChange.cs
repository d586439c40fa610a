using Analytics.Charts;

namespace Analytics.Figures;

/// <summary>
/// What is changed of the chart that a query asks for, by options or by choices in the console. Null
/// leaves
/// what the query says (or the columns suggest); an empty text or list takes that away.
/// </summary>
public sealed record ChartChange
{
    public static readonly ChartChange None = new();

    /// <summary>A name of <see cref="ChartKindName"/>.</summary>
    public string? Kind { get; init; }

    public string? X { get; init; }

    public string? Y { get; init; }

    public string? Series { get; init; }

    public string? Panels { get; init; }

    public string? Label { get; init; }

    public string? Detail { get; init; }

    public string? Low { get; init; }

    public string? High { get; init; }

    public MarkOrder? Order { get; init; }

    public IReadOnlyList<ChartReference>? References { get; init; }

    public IReadOnlyList<ChartAnnotation>? Annotations { get; init; }

    public string? Title { get; init; }

    public string? Subtitle { get; init; }

    public string? Notes { get; init; }

    /// <summary>Codes of <see cref="ChartGuards"/>.</summary>
    public IReadOnlyList<string>? Allow { get; init; }

    public ChartStyle? Style { get; init; }

    public (int Width, int Height)? Size { get; init; }

    public int? Scale { get; init; }

    /// <summary>The request as changed. A kind that is named lets go of what the query says for another kind.</summary>
    public ChartRequest Of(ChartRequest request)
    {
        var chosen = Kind is { } kind ? request.As(kind) : request;
        return chosen with
        {
            X = Column(X, chosen.X),
            Y = Column(Y, chosen.Y),
            Series = Column(Series, chosen.Series),
            Panels = Column(Panels, chosen.Panels),
            Label = Column(Label, chosen.Label),
            Detail = Column(Detail, chosen.Detail),
            Low = Column(Low, chosen.Low),
            High = Column(High, chosen.High),
            Order = Order ?? chosen.Order,
            References = References ?? chosen.References,
            Annotations = Annotations ?? chosen.Annotations,
            Title = Title ?? chosen.Title,
            Subtitle = Subtitle ?? chosen.Subtitle,
            Notes = Column(Notes, chosen.Notes),
            Allow = Allow ?? chosen.Allow,
            Style = Style ?? chosen.Style,
            Width = Size?.Width ?? chosen.Width,
            Height = Size?.Height ?? chosen.Height,
            Scale = Scale ?? chosen.Scale,
        };
    }

    /// <summary>The change without what the kind that it names, or else that of the query, has no place for.</summary>
    /// <param name="queryKind">Kind that the query names; null where it names none.</param>
    public ChartChange Fitting(string? queryKind)
    {
        var (named, drawn) = (Rules(Kind), Rules(Kind ?? queryKind));
        return this with
        {
            X = Taken(X, "x", named),
            Series = Taken(Series, "series", named),
            Label = Taken(Label, "label", named),
            Detail = Taken(Detail, "detail", named),
            Low = Taken(Low, "low", named),
            High = Taken(High, "high", named),
            Order = named?.Takes("order") == false ? null : Order,
            References = Taken(References, "references", drawn),
        };
    }

    /// <summary>The settings that say the same, by the names that headers and options share.</summary>
    public IReadOnlyList<Setting> Settings() =>
        [
            .. Option("kind", Kind),
            .. Option("x", X),
            .. Option("y", Y),
            .. Option("series", Series),
            .. Option("panels", Panels),
            .. Option("label", Label),
            .. Option("detail", Detail),
            .. Option("low", Low),
            .. Option("high", High),
            .. Option("order", OrderWord(Order)),
            .. Options("reference", References?.Select(ReferenceText.Of)),
            .. Options("annotate", Annotations?.Select(AnnotationText.Of)),
            .. Option("title", Title),
            .. Option("subtitle", Subtitle),
            .. Option("notes", Notes),
            .. Options("allow", Allow),
            .. Option("style", Style is { } style ? StyleWord(style) : null),
            .. Option("size", Size is { } size ? ChartSize.Of(size) : null),
            .. Option("scale", Scale?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ];

    /// <summary>The word of headers and options for an order.</summary>
    public static string? OrderWord(MarkOrder? order) =>
        order switch
        {
            MarkOrder.Ranked => "ranked",
            MarkOrder.Given => "given",
            _ => null,
        };

    /// <summary>The word of headers and options for a style.</summary>
    public static string StyleWord(ChartStyle style) => style == ChartStyle.Dark ? "dark" : "light";

    private static string? Column(string? change, string? before) =>
        change is null ? before
        : change.Length > 0 ? change
        : null;

    private static ChartRules? Rules(string? kind) => kind is null ? null : ChartRules.Of(ChartKindName.Parse(kind));

    private static T? Taken<T>(T? value, string part, ChartRules? rules)
        where T : class => rules?.Takes(part) == false ? null : value;

    private static IEnumerable<Setting> Option(string name, string? value) => value is null ? [] : [new Setting(name, value)];

    private static IEnumerable<Setting> Options(string name, IEnumerable<string>? values) =>
        values?.DefaultIfEmpty("").Select(v => new Setting(name, v)) ?? [];
}

/// <summary>A size with a name, in CSS pixels.</summary>
public sealed record NamedSize(string Name, int Width, int Height);

/// <summary>The size of a picture as headers and options write it.</summary>
public static class ChartSize
{
    /// <summary>Sizes that have a name.</summary>
    public static readonly IReadOnlyList<NamedSize> Named =
    [
        new("16:9", 1600, 900),
        new("4:3", 1200, 900),
        new("square", 1080, 1080),
        new("a4-half", 1240, 877),
        new("column", 480, 720),
    ];

    /// <summary>Width and height in CSS pixels; null if the text is no size.</summary>
    public static (int Width, int Height)? Parse(string text)
    {
        foreach (var (name, width, height) in Named)
        {
            if (name == text)
                return (width, height);
        }

        return
            text.Split('x', '×') is [var w, var h]
            && int.TryParse(w, out var wide)
            && int.TryParse(h, out var high)
            && IsSide(wide)
            && IsSide(high)
            ? (wide, high)
            : null;

        static bool IsSide(int pixels) => pixels is >= ChartSpec.MinSide and <= ChartSpec.MaxSide;
    }

    public static string Of((int Width, int Height) size) => $"{size.Width}x{size.Height}";

    /// <summary>That a text is no size, and what is one.</summary>
    public static Localized Fault(string text) =>
        new(
            $"“{text}”不是图幅；要写成 宽x高（各 {ChartSpec.MinSide} 至 {ChartSpec.MaxSide}），"
                + $"如 1600x900，或 {string.Join("、", Named.Select(n => n.Name))}。",
            $"'{text}' is no size; expected WIDTHxHEIGHT of {ChartSpec.MinSide} to {ChartSpec.MaxSide} each, "
                + $"for example 1600x900, or {string.Join(", ", Named.Select(n => n.Name))}."
        );
}
