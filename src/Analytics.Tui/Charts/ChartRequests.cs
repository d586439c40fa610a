using Analytics.Charts;
using Analytics.Engine;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Figures;

namespace Analytics.Tui.Charts;

/// <summary>Which chart a result gets.</summary>
internal static class ChartRequests
{
    /// <summary>
    /// The chart of the query's header, or of what was chosen; none for a canned query that names none: its figures are not for ranking,
    /// and a guess would rank them. A header that asks for what cannot be is told.
    /// </summary>
    public static (ChartRequest? Chart, Localized? Fault) Of(ChartView result, Language language)
    {
        try
        {
            return Asked(result, result.ChartChoice.Language ?? language) is { } request
                ? (result.ChartChoice.Change.Fitting(request.Kind).Of(request), null)
                : (null, null);
        }
        catch (UserException header)
        {
            return (null, ErrorText.Of(header));
        }
    }

    /// <summary>The chart before anything was chosen; null where there is to be none.</summary>
    /// <exception cref="UserException">The header asks for what cannot be.</exception>
    private static ChartRequest? Asked(ChartView result, Language language) =>
        result.Query switch
        {
            CannedRequest { File.Chart: null }
                when result.ChartChoice is { Step: 0, Change: var change } && change.Kind is null && change.Values["y"] is null => null,
            CannedRequest canned => ChartRequest.For(canned.File, language, canned.Title(language)),
            _ => new ChartRequest(null, null, null, null, language),
        };

    /// <summary>The chart as it is asked for, or of the next kind that fits if that is what was asked for.</summary>
    /// <exception cref="UserException">Columns or kind do not fit, or a guard holds.</exception>
    /// <exception cref="UserException">The rows cannot be drawn.</exception>
    public static ChartBuilt Build(AnalyticsSession session, BuildChart build, ResultTable rows, ChartEvidence evidence)
    {
        if (build.Step == 0)
            return Build(session, build, rows, evidence, build.Chart);
        var kinds = Enum.GetValues<ChartKind>();
        var start =
            build.Chart.Kind is { } kind ? (int)ChartRules.Parse(kind)
            : build.Step > 0 ? -1
            : 0;
        for (var i = 1; i <= kinds.Length; i++)
        {
            if (TryBuild(session, build, rows, evidence, kinds[(start + i * build.Step + kinds.Length * 2) % kinds.Length]) is { } built)
                return built;
        }

        return Build(session, build, rows, evidence, build.Chart);
    }

    /// <summary>What batch is to be asked for to draw the same picture; null where batch cannot have the rows.</summary>
    public static BatchRequest? Batch(ChartView result, ChartState chart) =>
        chart is { Source: { } source, Spec: { } spec }
            ? source with
            {
                Chart = new BatchChart(Drawn(result, chart), spec.Language, "chart.png"),
            }
            : null;

    /// <summary>The <c>chart:</c> of a query's header that draws the same picture.</summary>
    public static string? Header(ChartView result, ChartState chart)
    {
        if (chart is not { Spec: { } spec, Parts: { } parts })
            return null;
        var hint = (result.Query as CannedRequest)?.File.Chart;
        return ChartHeader.Write(
            ChartHints.Of(hint, Drawn(result, chart), spec, parts.X, parts.Y, ownsTitle: result.Query is CannedRequest)
        );
    }

    /// <summary>What was chosen, as far as the chart shows it.</summary>
    private static ChartChange Drawn(ChartView result, ChartState chart)
    {
        var change = result.ChartChoice.Change.Fitting((result.Query as CannedRequest)?.File.Chart?.Kind);
        return chart.Lost.Count == 0 ? change : change.With("annotations", chart.Placed.Select(AnnotationText.Of));
    }

    /// <summary>The remarks that are asked for, parted by whether the chart has a mark for them.</summary>
    public static (IReadOnlyList<ChartAnnotation> Placed, IReadOnlyList<ChartAnnotation> Lost) Annotations(
        ChartView result,
        ChartSpec spec,
        Language language
    )
    {
        var wanted = result.ChartChoice.Change.Values["annotations"] is { } chosen
            ? chosen.Select(AnnotationText.One).OfType<ChartAnnotation>().ToList()
            : Asked(result, result.ChartChoice.Language ?? language)?.Annotations ?? [];
        var lost = ChartFacts.WithPlacedAnnotations(spec with { Annotations = wanted }).Lost;
        return ([.. wanted.Except(lost)], lost);
    }

    private static ChartBuilt? TryBuild(
        AnalyticsSession session,
        BuildChart build,
        ResultTable rows,
        ChartEvidence evidence,
        ChartKind kind
    )
    {
        try
        {
            return Build(session, build, rows, evidence, build.Chart.As(ChartKindName.Of(kind)));
        }
        catch (Exception e) when (e is UserException)
        {
            return null;
        }
    }

    private static ChartBuilt Build(
        AnalyticsSession session,
        BuildChart build,
        ResultTable rows,
        ChartEvidence evidence,
        ChartRequest request
    )
    {
        var columns = new ChartColumns(rows, request);
        var (placed, _) = ChartFacts.WithPlacedAnnotations(new ChartBuilder(session, rows, request, evidence).Build());
        string? Name(int? column) => column is { } index ? rows.Columns[index].Name : null;
        return new ChartBuilt(
            build.Request,
            ChartFacts.Checked(placed),
            new ChartParts(placed.Kind, Name(columns.X), Name(columns.Y)!, Name(columns.Series)),
            null
        );
    }
}
