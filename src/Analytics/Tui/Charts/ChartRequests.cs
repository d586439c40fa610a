using Analytics.Actions;
using Analytics.Charts;
using Analytics.Tui.Results;

namespace Analytics.Tui.Charts;

/// <summary>Which chart a result gets.</summary>
static class ChartRequests
{
    /// <summary>
    /// The chart of the query's header, or of the columns chosen; null for a canned query that names none: its figures are not for ranking,
    /// and a guess would rank them.
    /// </summary>
    public static ChartRequest? Of(OpenResult result, string language)
    {
        var hasColumns = result.ChartY is not null;
        var request = result.Query switch
        {
            CannedRequest { File: { Chart: null } file } when hasColumns => ChartRequest.For(file, language),
            CannedRequest { File.Chart: null } => null,
            CannedRequest canned => ChartRequest.For(canned.File, language),
            _ => new ChartRequest(null, null, null, null, language == "zh" ? ChartLanguage.Zh : ChartLanguage.En),
        };
        return request is null ? null : request with
        {
            X = result.ChartX ?? request.X,
            Y = result.ChartY ?? request.Y,
            Command = result.Query is OperationRequest ? "" : Command(result, language),
        };
    }

    /// <summary>The batch command that draws the same picture.</summary>
    static string Command(OpenResult result, string language)
    {
        string[] what = result.Query is CannedRequest canned
            ? [canned.File.Name, .. canned.Values.Where(v => v.Value is not null).SelectMany(v => new[] { "--param", $"{v.Key}={v.Value}" })]
            : ["--sql", result.Query.Sql];
        string[] columns = [.. Option("--x", result.ChartX), .. Option("--y", result.ChartY)];
        return string.Join(' ', new[] { "analytics", "chart" }.Concat(what).Concat(columns).Concat(["--lang", language, "-o", "chart.png"]).Select(ShellText.Quote));
    }

    static string[] Option(string name, string? value) => value is null ? [] : [name, value];
}
