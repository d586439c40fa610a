using Analytics.Actions;
using Analytics.Charts;
using Analytics.Engine;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Tui.Results;

namespace Analytics.Tui.Charts;

/// <summary>Which chart a result gets.</summary>
static class ChartRequests
{
    /// <summary>
    /// The chart of the query's header, or of what was chosen; null for a canned query that names none: its figures are not for ranking,
    /// and a guess would rank them.
    /// </summary>
    public static ChartRequest? Of(OpenResult result, string language)
    {
        var isChosen = result.ChartY is not null || result.ChartChoice is not { Kind: null, Step: 0 };
        var request = result.Query switch
        {
            CannedRequest { File: { Chart: null } file } when isChosen => ChartRequest.For(file, language),
            CannedRequest { File.Chart: null } => null,
            CannedRequest canned => ChartRequest.For(canned.File, language),
            _ => new ChartRequest(null, null, null, null, language == "zh" ? ChartLanguage.Zh : ChartLanguage.En),
        };
        return request is null ? null : Chosen(request, result) with { Command = result.Query is OperationRequest ? "" : Command(result, language) };
    }

    /// <summary>The chart as it is asked for, or of the next kind that fits if that is what was asked for.</summary>
    /// <exception cref="EngineException">Columns or kind do not fit, or a guard holds.</exception>
    /// <exception cref="ChartException">The rows cannot be drawn.</exception>
    public static ChartBuilt Build(AnalyticsSession session, BuildChart build, ResultTable rows)
    {
        if (build.Step == 0)
            return Build(session, build, rows, build.Chart);
        var kinds = Enum.GetValues<ChartKind>();
        var start = build.Chart.Kind is { } kind ? (int)ChartRules.Parse(kind, build.Chart.Language) : build.Step > 0 ? -1 : 0;
        for (var i = 1; i <= kinds.Length; i++)
            if (TryBuild(session, build, rows, kinds[(start + i * build.Step + kinds.Length * 2) % kinds.Length]) is { } built)
                return built;
        return Build(session, build, rows, build.Chart);
    }

    /// <summary>The batch command that draws the same picture.</summary>
    public static string Command(OpenResult result, string language)
    {
        string[] what = result.Query is CannedRequest canned
            ? [canned.File.Name, .. canned.Values.Where(v => v.Value is not null).SelectMany(v => new[] { "--param", $"{v.Key}={v.Value}" })]
            : ["--sql", result.Query.Sql];
        var choice = result.ChartChoice;
        string[] parts =
        [
            .. Option("--kind", choice.Kind), .. Option("--x", Taken(choice, "x", result.ChartX)), .. Option("--y", result.ChartY),
            .. Option("--series", Taken(choice, "series", choice.Series is { Length: > 0 } series ? series : null)),
            .. (choice.References ?? []).SelectMany(r => new[] { "--reference", ReferenceText.Of(r) }), .. Option("--title", choice.Title),
            .. choice.LiftsGuards ? ChartGuards.Codes.SelectMany(code => new[] { "--allow", code }) : [],
        ];
        return string.Join(' ', new[] { "analytics", "chart" }.Concat(what).Concat(parts).Concat(["--lang", language, "-o", "chart.png"]).Select(ShellText.Quote));
    }

    static ChartBuilt? TryBuild(AnalyticsSession session, BuildChart build, ResultTable rows, ChartKind kind)
    {
        try
        {
            return Build(session, build, rows, build.Chart.As(ChartKindName.Of(kind)));
        }
        catch (Exception e) when (e is EngineException or ChartException)
        {
            return null;
        }
    }

    static ChartBuilt Build(AnalyticsSession session, BuildChart build, ResultTable rows, ChartRequest request)
    {
        var columns = new ChartColumns(rows, request);
        var spec = ChartFacts.Checked(new ChartBuilder(session, rows, request).Build());
        string? Name(int? column) => column is { } index ? rows.Columns[index].Name : null;
        return new ChartBuilt(build.Request, spec, new ChartParts(columns.Kind, Name(columns.X), Name(columns.Y)!, Name(columns.Series)));
    }

    static ChartRequest Chosen(ChartRequest request, OpenResult result)
    {
        var choice = result.ChartChoice;
        var kind = choice.Kind is { } name ? request.As(name) : request;
        return kind with
        {
            X = Taken(choice, "x", result.ChartX) ?? kind.X,
            Y = result.ChartY ?? kind.Y,
            Series = choice.Series is "" ? null : Taken(choice, "series", choice.Series) ?? kind.Series,
            References = choice.References is { } references && TakesReferences(kind) ? references : kind.References,
            Title = choice.Title ?? kind.Title,
            Allow = choice.LiftsGuards ? ChartGuards.Codes : kind.Allow,
        };
    }

    static bool TakesReferences(ChartRequest request) =>
        request.Kind is not { } kind || ChartRules.Of(ChartKindName.Parse(kind, ChartLanguage.En)).Takes("references");

    /// <summary>The column, if the kind that was chosen has a place for it.</summary>
    static string? Taken(ChartChoice choice, string part, string? column) =>
        choice.Kind is { } kind && !ChartRules.Of(ChartKindName.Parse(kind, ChartLanguage.En)).Takes(part) ? null : column;

    static string[] Option(string name, string? value) => value is null ? [] : [name, value];
}
