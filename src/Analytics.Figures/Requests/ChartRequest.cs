using System.Globalization;
using Analytics.Charts;
using Analytics.Engine.Queries;
using Analytics.Engine.Verdicts;

namespace Analytics.Figures;

/// <summary>What a chart is to show: the query's hint, as changed by the user. Column names are those of the result.</summary>
/// <param name="Values">Options of the chart, as texts of one language.</param>
/// <param name="Language">Of titles, notes and names of values.</param>
public sealed record ChartRequest(ChartOptionValues<string> Values, Language Language)
{
    /// <summary>A request for the parts that nearly every chart has.</summary>
    /// <param name="kind">A name of <see cref="ChartKindName"/>; null: chosen by the columns.</param>
    /// <param name="x">Column of the categories; null: chosen by type.</param>
    /// <param name="y">Column of the values; null: chosen by type.</param>
    /// <param name="title">Headline; null: that of the query.</param>
    /// <param name="language">Of titles, notes and names of values.</param>
    public ChartRequest(string? kind, string? x, string? y, string? title, Language language)
        : this(ChartOptionValues<string>.None.With("kind", kind).With("x", x).With("y", y).With("title", title), language) { }

    /// <summary>A name of <see cref="ChartKindName"/>; null: chosen by the columns.</summary>
    public string? Kind
    {
        get => Values.One("kind");
        init => Values = Values.With("kind", value);
    }

    /// <summary>Column of the categories; null: chosen by type.</summary>
    public string? X
    {
        get => Values.One("x");
        init => Values = Values.With("x", value);
    }

    /// <summary>Column of the values; null: chosen by type.</summary>
    public string? Y
    {
        get => Values.One("y");
        init => Values = Values.With("y", value);
    }

    /// <summary>Headline; null: that of the query.</summary>
    public string? Title
    {
        get => Values.One("title");
        init => Values = Values.With("title", value);
    }

    /// <summary>Column that parts the marks of one category.</summary>
    public string? Series
    {
        get => Values.One("series");
        init => Values = Values.With("series", value);
    }

    /// <summary>Column that parts the chart into small ones with the same axes.</summary>
    public string? Panels
    {
        get => Values.One("panels");
        init => Values = Values.With("panels", value);
    }

    /// <summary>Column of the names of a scatter's points.</summary>
    public string? Label
    {
        get => Values.One("label");
        init => Values = Values.With("label", value);
    }

    /// <summary>Column of a quieter second line under the category.</summary>
    public string? Detail
    {
        get => Values.One("detail");
        init => Values = Values.With("detail", value);
    }

    /// <summary>Column of the lower end of an interval.</summary>
    public string? Low
    {
        get => Values.One("low");
        init => Values = Values.With("low", value);
    }

    /// <summary>Column of the upper end of an interval.</summary>
    public string? High
    {
        get => Values.One("high");
        init => Values = Values.With("high", value);
    }

    /// <summary>Order of the rows; null: ranked from three figures up, where nothing speaks against comparing them.</summary>
    public MarkOrder? Order
    {
        get =>
            Values.One("order") switch
            {
                "ranked" => MarkOrder.Ranked,
                "given" => MarkOrder.Given,
                _ => null,
            };
        init =>
            Values = Values.With(
                "order",
                value switch
                {
                    MarkOrder.Ranked => "ranked",
                    MarkOrder.Given => "given",
                    _ => null,
                }
            );
    }

    /// <summary>Named values to hold the marks against.</summary>
    public IReadOnlyList<ChartReference> References
    {
        get => [.. (Values["references"] ?? []).Select(ReferenceText.One).OfType<ChartReference>()];
        init => Values = Values.With("references", value.Select(ReferenceText.Of));
    }

    /// <summary>Remarks beside marks.</summary>
    public IReadOnlyList<ChartAnnotation> Annotations
    {
        get => [.. (Values["annotations"] ?? []).Select(AnnotationText.One).OfType<ChartAnnotation>()];
        init => Values = Values.With("annotations", value.Select(AnnotationText.Of));
    }

    /// <summary>Population and period in words; null: what the observations have in common.</summary>
    public string? Subtitle => Values.One("subtitle");

    /// <summary>A remark for the footer.</summary>
    public string? Notes => Values.One("notes");

    /// <summary>Codes of <see cref="ChartGuards"/> that were demanded in spite of their refusal.</summary>
    public IReadOnlyList<string> Allow
    {
        get => [.. (Values["allow"] ?? []).SelectMany(codes => codes.Split(',', StringSplitOptions.TrimEntries))];
        init => Values = Values.With("allow", value);
    }

    /// <summary>Light or dark ground.</summary>
    public ChartStyle Style => Values.One("style") == "dark" ? ChartStyle.Dark : ChartStyle.Light;

    /// <summary>Width and height of the picture in units, before scaling.</summary>
    public (int Width, int Height) Size => ChartSize.Parse(Values.One("size") ?? "") ?? (1600, 900);

    /// <summary>Pixels per unit, 1 or more.</summary>
    public int Scale => Values.One("scale") is { } scale ? int.Parse(scale, CultureInfo.InvariantCulture) : 1;

    /// <summary>What part of a result the rows are, in words; null where they are all of it.</summary>
    public string? Part { get; init; }

    /// <summary>How the figures stand to each other; null where the query compares nothing.</summary>
    public VerdictText? Verdict { get; init; }

    /// <summary>Why the rows are not drawn as lengths, in words; null where nothing kept them from it.</summary>
    public string? Apart { get; init; }

    /// <summary>The batch command that makes the same picture; kept inside the PNG.</summary>
    public string Command { get; init; } = "";

    /// <summary>Name of the columns' values in words, by column name: the labels of the query's header.</summary>
    public IReadOnlyDictionary<string, string> ColumnLabels { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Unit of the columns' values, by column name, as the query's header tells it; it speaks where the observations do not.
    /// </summary>
    public IReadOnlyDictionary<string, string> ColumnUnits { get; init; } = new Dictionary<string, string>();

    /// <summary>The request of a canned query's header; without a hint, columns are chosen by type.</summary>
    /// <param name="query">The query.</param>
    /// <param name="language">That of the picture.</param>
    /// <param name="title">That of the run, where its values narrow it; null: the query's own.</param>
    /// <exception cref="UserException">The header asks for a kind that does not exist, or combines what does not go
    /// together.</exception>
    public static ChartRequest For(QueryFile query, Language language, string? title = null)
    {
        var values = query.Chart?.Values.As(v => v.In(language)) ?? ChartOptionValues<string>.None;
        var request = new ChartRequest(values["title"] is null ? values.With("title", title ?? query.Title.In(language)) : values, language)
        {
            ColumnUnits = query.Columns.Where(c => c.Unit is not null).ToDictionary(c => c.Name, c => c.Unit!),
            ColumnLabels = query.Columns.Where(c => c.Label is not null).ToDictionary(c => c.Name, c => c.Label!.In(language)),
        };
        return query.Chart is { } chart && ChartRules.Fault(request) is { } fault
            ? throw new UserException(new FilePlace(query.Path, chart.Line), new Localized($"chart：{fault.Zh}", $"chart: {fault.En}"))
            : request;
    }

    /// <summary>
    /// The same request as another kind: columns that the kind has no place for are let go, the series as a detail where there is one.
    /// </summary>
    public ChartRequest As(string kind) => this with { Values = ChartRules.Of(ChartRules.Parse(kind)).Kept(Values.With("kind", kind)) };
}
