using System.CommandLine;
using System.Text.Json.Nodes;
using Analytics.Cli.Completion;
using Analytics.Engine.Lineage;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Cli.Commands;

/// <summary>
/// <c>analytics evidence OBS_ID | --run NAME | --sql SQL</c>: observations with their place in the source, one line a row of the result
/// and observation that it stands on.
/// </summary>
internal static class EvidenceCommand
{
    private const string Sql = """
        SELECT e.row, obs_id, county_zh, value_text, unit_text, quote, source_file, char_start, char_end
        FROM (SELECT unnest(from_json(CAST($evidence AS VARCHAR), '[{"row": "BIGINT", "obs_id": "VARCHAR"}]'), recursive := true)) AS e
        JOIN product.figures USING (obs_id)
        ORDER BY e.row, obs_id
        """;

    public static readonly BatchCommand Definition = new(
        "evidence",
        "Show where observations stand, their quote and place in the source: one, or those behind each row of a result",
        (command, options) =>
        {
            var id = new Argument<string?>("OBS_ID")
            {
                Description = "The id of an observation (column obs_id)",
                Arity = ArgumentArity.ZeroOrOne,
            };
            var run = new Option<string>("--run") { Description = "A canned query: what each of its rows stands on", HelpName = "NAME" };
            var sql = new Option<string>("--sql") { Description = "SQL: what each row of its result stands on", HelpName = "SQL" };
            command.Arguments.Add(id);
            run.CompletionSources.Add(Offers.Queries(options));
            command.Add([run, sql, options.Param, options.FailIfEmpty]);
            command.Add(options.Printing);
            return host => Run(host, host.Parsed.GetValue(id), host.Parsed.GetValue(run), host.Parsed.GetValue(sql));
        }
    );

    private static int Run(Host host, string? id, string? name, string? sql)
    {
        ResultPrinter.FormatOf(host);
        if (new[] { id, name, sql }.Count(given => given is not null) != 1)
            throw Wrong("请给出 OBS_ID、--run 名称、--sql SQL 三者之一。", "Give one of OBS_ID, --run NAME and --sql SQL.");
        var given = host.Options.Parameters(host.Parsed);
        if (id is not null)
        {
            RequireKnown(host.Session, id);
            RequireNone(given);
            return Print(host, [(1, id)]);
        }

        var query = name is null
            ? EvidenceQuery.Of(host.Session, host.Script(sql!), ParameterValues.FromText(given), host.Cancellation)
            : EvidenceQuery.Of(host.Session, host.Query(name), given, host.Cancellation);
        return Print(host, [.. Rows(host, query)]);
    }

    /// <summary>Each row with the observations it stands on; on standard error how many stand on none, and what is not traced.</summary>
    private static List<(long Row, string Id)> Rows(Host host, EvidenceQuery query)
    {
        var language = host.MessageLanguage;
        using var result = query.Run(cancellation: host.Cancellation);
        if (result.Reason is { } reason)
            throw Untraced(reason, query.MostObservations);
        var lines = new List<(long, string)>();
        var without = 0;
        for (long row = 0; row < result.Table.RowCount; row++)
        {
            var evidence =
                query.Mode == EvidenceMode.OnDemand ? query.OfRow(result.Table, row, cancellation: host.Cancellation) : result.Row(row);
            if (evidence.Reason is { } gap)
                Messages.Warn(NotTraced(row + 1, gap).In(language));
            else if (evidence.State == EvidenceState.None)
                without++;
            lines.AddRange(evidence.ObservationIds.Select(id => (row + 1, id)));
        }

        if (without > 0)
            host.Messages.Note(None(without, result.Table.RowCount).In(language));
        foreach (var (column, origin) in result.Table.Columns.Zip(query.Columns))
        {
            if (origin.Owner is ColumnOwner.User or ColumnOwner.Both)
                host.Messages.Note(Owned(host, column.Name, origin).In(language));
        }

        foreach (var dependence in query.Dependences)
        {
            host.Messages.Note(dependence.Text.In(language));
        }

        return lines;
    }

    private static int Print(Host host, IEnumerable<(long Row, string Id)> lines)
    {
        var evidence = new JsonArray([.. lines.Select(l => new JsonObject { ["row"] = l.Row, ["obs_id"] = l.Id })]);
        var values = ParameterValues.FromText(new Dictionary<string, string?> { ["evidence"] = evidence.ToJsonString() });
        return ResultPrinter.Print(host, host.Session.Run(Sql, values, host.Cancellation));
    }

    private static void RequireNone(IReadOnlyDictionary<string, string?> parameters)
    {
        if (parameters.Count > 0)
            throw Wrong("--param 只用于 --run 和 --sql。", "--param goes with --run and --sql only.");
    }

    private static void RequireKnown(AnalyticsSession session, string id)
    {
        using var ids = ResultTable.Read(session.Run("SELECT obs_id FROM product.observation"));
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

    /// <summary>Whose a column is, if it is not the articles' alone.</summary>
    private static Localized Owned(Host host, string column, ColumnOrigin origin)
    {
        var names = host.Session.Opened.ToDictionary(f => f.Name, f => Path.GetFileName(f.Path), StringComparer.OrdinalIgnoreCase);
        var files = string.Join(", ", origin.Files.Select(f => names.GetValueOrDefault(f, f)));
        return origin.Owner == ColumnOwner.User
            ? new(
                $"{column} 一列是使用者自己的数据（{files}），不是报道中的数字。",
                $"Column {column} is the user's own data ({files}), no figure of an article."
            )
            : new(
                $"{column} 一列由报道数字和使用者的数据（{files}）得出，原文未载。",
                $"Column {column} comes from reported figures and the user's data ({files}); no text states it."
            );
    }

    private static Localized None(long without, long rows) =>
        new(
            $"{rows} 行中有 {without} 行不依据任何一条数字。",
            $"{without} of {rows} {Plural.Of(rows, "row")} {Plural.Of(without, "stands", "stand")} on no observation."
        );

    private static Localized NotTraced(long row, NotTraced gap) =>
        new($"第 {row} 行的依据不全：{gap.Reason.Zh}。", $"Row {row} is not wholly traced: {gap.Reason.En}.");

    private static UserException Untraced(NotTraced reason, long most) =>
        UserException.Failed(
            $"查不出依据：{reason.Reason.Zh}。每行依据的数字不多于 {most} 条。",
            $"Not traced: {reason.Reason.En}. No row stands on more than {most} {Plural.Of(most, "observation")}."
        );

    private static UserException Wrong(string zh, string en) => UserException.Usage(zh, en);
}
