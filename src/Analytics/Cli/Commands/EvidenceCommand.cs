using System.CommandLine;
using Analytics.Engine;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Cli.Commands;

/// <summary><c>analytics evidence OBS_ID</c>: the observation with its place in the source.</summary>
internal static class EvidenceCommand
{
    private const string Sql = """
        SELECT 1 AS row, obs_id, county_zh, value_text, unit_text, quote, source_file, char_start, char_end
        FROM figures WHERE obs_id = $obs_id
        """;

    public static readonly BatchCommand Definition = new(
        "evidence",
        "Show where an observation stands: its quote and its place in the source",
        (command, options) =>
        {
            var id = new Argument<string>("OBS_ID") { Description = "The id of an observation (column obs_id)" };
            command.Arguments.Add(id);
            command.Add(options.Printing);
            return host => Run(host, host.Parsed.GetValue(id)!);
        }
    );

    private static int Run(Host host, string id)
    {
        ResultPrinter.FormatOf(host);
        RequireKnown(host.Session, id);
        var values = ParameterValues.FromText(new Dictionary<string, string?> { ["obs_id"] = id });
        return ResultPrinter.Print(host, host.Session.Run(Sql, values, host.Cancellation));
    }

    private static void RequireKnown(AnalyticsSession session, string id)
    {
        using var ids = ResultTable.Read(session.Run("SELECT obs_id FROM observation"));
        var known = Enumerable.Range(0, (int)ids.RowCount).Select(row => ids.Text(row, 0)!).ToList();
        if (known.Contains(id))
            return;
        var nearest = NearestNames.Of(id, known);
        var hint =
            nearest.Count > 0
                ? new Localized($"是否指 {string.Join("、", nearest)}？", $" Did you mean {string.Join(", ", nearest)}?")
                : Localized.Same("");
        throw UserException.Usage($"没有编号为“{id}”的观测。{hint.Zh}", $"No observation has the id '{id}'.{hint.En}");
    }
}
