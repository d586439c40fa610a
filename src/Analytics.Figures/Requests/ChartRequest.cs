using Analytics.Charts;
using Analytics.Engine.Queries;

namespace Analytics.Figures;

/// <summary>What a chart is to show: the query's hint, as changed by the user. Column names are those of the result.</summary>
/// <param name="Kind">A name of <see cref="ChartKindName"/>; null: chosen by the columns.</param>
/// <param name="X">Column of the categories; null: chosen by type.</param>
/// <param name="Y">Column of the values; null: chosen by type.</param>
/// <param name="Title">Headline; null: that of the query.</param>
/// <param name="Language">Of titles, notes and names of values.</param>
/// <param name="Style">Light or dark ground.</param>
/// <param name="Width">Width of the picture in units, before scaling.</param>
/// <param name="Height">Height of the picture in units, before scaling.</param>
/// <param name="Scale">Pixels per unit, 1 or more.</param>
/// <param name="Command">The batch command that makes the same picture; kept inside the PNG.</param>
public sealed record ChartRequest(
    string? Kind,
    string? X,
    string? Y,
    string? Title,
    Language Language,
    ChartStyle Style = ChartStyle.Light,
    int Width = 1600,
    int Height = 900,
    int Scale = 1,
    string Command = ""
)
{
    /// <summary>Column that parts the marks of one category.</summary>
    public string? Series { get; init; }

    /// <summary>Column that parts the chart into small ones with the same axes.</summary>
    public string? Panels { get; init; }

    /// <summary>Column of the names of a scatter's points.</summary>
    public string? Label { get; init; }

    /// <summary>Column of a quieter second line under the category.</summary>
    public string? Detail { get; init; }

    /// <summary>Column of the lower end of an interval.</summary>
    public string? Low { get; init; }

    /// <summary>Column of the upper end of an interval.</summary>
    public string? High { get; init; }

    /// <summary>Order of the rows; null: ranked from three figures up.</summary>
    public MarkOrder? Order { get; init; }

    /// <summary>Named values to hold the marks against.</summary>
    public IReadOnlyList<ChartReference> References { get; init; } = [];

    /// <summary>Remarks beside marks.</summary>
    public IReadOnlyList<ChartAnnotation> Annotations { get; init; } = [];

    /// <summary>Population and period in words; null: what the observations have in common.</summary>
    public string? Subtitle { get; init; }

    /// <summary>A remark for the footer.</summary>
    public string? Notes { get; init; }

    /// <summary>Codes of <see cref="ChartGuards"/> that were demanded in spite of their refusal.</summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>Name of the columns' values in words, by column name: the labels of the query's header.</summary>
    public IReadOnlyDictionary<string, string> ColumnLabels { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Unit of the columns' values, by column name, as the query's header tells it; it speaks where the observations do not.
    /// </summary>
    public IReadOnlyDictionary<string, string> ColumnUnits { get; init; } = new Dictionary<string, string>();

    /// <summary>The request of a canned query's header; without a hint, columns are chosen by type.</summary>
    /// <exception cref="UserException">The header asks for a kind that does not exist, or combines what does not go
    /// together.</exception>
    public static ChartRequest For(QueryFile query, Language language)
    {
        var (chart, zh) = (query.Chart, language == Language.Zh);
        var request = new ChartRequest(
            chart?.Kind,
            chart?.X,
            chart?.Y,
            (chart?.Title ?? query.Title).In(language),
            zh ? Language.Zh : Language.En
        )
        {
            ColumnUnits = query.Columns.Where(c => c.Unit is not null).ToDictionary(c => c.Name, c => c.Unit!),
            ColumnLabels = query.Columns.Where(c => c.Label is not null).ToDictionary(c => c.Name, c => c.Label!.In(language)),
        };
        if (chart is null)
            return request;
        request = request.With(chart, language);
        return (chart.Size is { } size && ChartSize.Parse(size) is null ? ChartSize.Fault(size) : ChartRules.Fault(request)) is { } fault
            ? throw new UserException(new FilePlace(query.Path, chart.Line), new Localized($"chart：{fault.Zh}", $"chart: {fault.En}"))
            : request;
    }

    /// <summary>
    /// The same request as another kind: columns that the kind has no place for are let go, the series as a detail where there is one.
    /// </summary>
    public ChartRequest As(string kind)
    {
        var rules = ChartRules.Of(ChartRules.Parse(kind));
        return this with
        {
            Kind = kind,
            Series = rules.Takes("series") ? Series : null,
            Detail = rules.Takes("detail") ? Detail ?? (rules.Takes("series") ? null : Series) : null,
            Label = rules.Takes("label") ? Label : null,
            Low = rules.Takes("low") ? Low : null,
            High = rules.Takes("high") ? High : null,
            Order = rules.Takes("order") ? Order : null,
            References = rules.Takes("references") ? References : [],
        };
    }

    /// <summary>With what a hint says beside kind, x, y and title.</summary>
    public ChartRequest With(ChartHint chart, Language language) =>
        this with
        {
            Series = chart.Columns.GetValueOrDefault("series"),
            Panels = chart.Columns.GetValueOrDefault("panels"),
            Label = chart.Columns.GetValueOrDefault("label"),
            Detail = chart.Columns.GetValueOrDefault("detail"),
            Low = chart.Columns.GetValueOrDefault("low"),
            High = chart.Columns.GetValueOrDefault("high"),
            Order = chart.Order switch
            {
                "given" => MarkOrder.Given,
                "ranked" => MarkOrder.Ranked,
                _ => null,
            },
            References = [.. chart.References.Select(r => new ChartReference(r.Value, r.Label.In(language)))],
            Annotations = [.. chart.Annotations.Select(a => new ChartAnnotation(a.At.In(language), a.Text.In(language)))],
            Subtitle = chart.Subtitle?.In(language),
            Notes = chart.Notes?.In(language),
            Allow = chart.Allow,
            Style = chart.Style == "dark" ? ChartStyle.Dark : ChartStyle.Light,
            Width = ChartSize.Parse(chart.Size ?? "")?.Width ?? Width,
            Height = ChartSize.Parse(chart.Size ?? "")?.Height ?? Height,
            Scale = chart.Scale ?? Scale,
        };
}
