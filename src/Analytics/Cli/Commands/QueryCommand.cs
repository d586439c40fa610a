using System.CommandLine;
using Analytics.Engine.Lineage;
using Analytics.Engine.Sessions;

namespace Analytics.Cli.Commands;

/// <summary><c>analytics query SQL | -f FILE | -</c></summary>
internal static class QueryCommand
{
    public static readonly BatchCommand Definition = new(
        "query",
        "Run SQL: one or several statements; the last result is printed",
        (command, options) =>
        {
            var sql = new Argument<string?>("SQL")
            {
                Description = "The SQL, or - to read it from standard input",
                Arity = ArgumentArity.ZeroOrOne,
            };
            var file = new Option<string>("--file", "-f") { Description = "Read the SQL from a file", HelpName = "FILE" };
            command.Arguments.Add(sql);
            command.Options.Add(file);
            command.Add([
                options.Param,
                options.ObsIds,
                options.Envelope,
                options.Strict,
                options.FailIfEmpty,
                options.Each,
                options.Watch,
            ]);
            command.Add(options.Printing);
            return host => EachOutput.Run(host, one => Run(one, SqlOf(one, one.Parsed.GetValue(sql), one.Parsed.GetValue(file))));
        }
    );

    private static int Run(Host host, string text)
    {
        ResultPrinter.FormatOf(host);
        var sql = host.Script(text);
        var given = host.Options.Parameters(host.Parsed);
        var values = ParameterValues.FromText(given);
        var mayReadFigures = new Lazy<bool>(() => EvidenceQuery.MayReadFigures(host.Session, sql));
        if (TracedDocument.FormatOf(host) is { } document && (mayReadFigures.Value || host.Options.StrictCodes(host.Parsed).Count > 0))
            return TracedDocument.Write(host, document, Traced(), given);
        if (TracedPrinter.IsAskedFor(host))
            return TracedPrinter.Print(host, Traced(), given.Values);
        return ResultRemarks.AreWanted(host) && mayReadFigures.Value
            ? TracedPrinter.Stream(host, Traced(), given.Values)
            : ResultPrinter.Print(host, host.Session.Prepare(sql, values, host.Cancellation), new ResultRemarks(host, sql, given.Values));

        EvidenceQuery Traced() => EvidenceQuery.Of(host.Session, sql, values, host.Cancellation);
    }

    private static string SqlOf(Host host, string? sql, string? file) =>
        (sql, file) switch
        {
            (null, null) => throw UserException.Usage(
                "请给出 SQL、-f 文件，或用 - 读标准输入。",
                "Give the SQL, -f FILE, or - for standard input."
            ),
            (not null, not null) => throw UserException.Usage("SQL 和 -f 文件只能取一。", "Give either SQL or -f FILE, not both."),
            (null, not null) => host.ReadText(file),
            ("-", null) => host.StandardInputText,
            // Otherwise a misspelt option would be run as an SQL comment, in silence.
            _ when sql.StartsWith('-') && !sql.Contains('\n') => throw UserException.Usage(
                $"“{sql}”既不是选项也不是 SQL；注释请写在语句后面或文件里。",
                $"'{sql}' is neither an option nor SQL; put a comment behind the statement or in a file."
            ),
            _ => sql,
        };
}
