using System.CommandLine.Parsing;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Cli;

/// <summary>
/// One output for each value of a parameter. Each is what the same command line gives with <c>--param</c> for <c>--each</c>, so that what
/// it says about itself can be run again; they share the session.
/// </summary>
internal static class EachOutput
{
    /// <summary>Exit codes by how grave they are; a run of several ends with the gravest.</summary>
    private static readonly int[] Gravest = [ExitCode.Failed, ExitCode.Usage, ExitCode.Limit, ExitCode.CheckFailed, ExitCode.Empty];

    /// <summary>Runs a command once, or once for each value.</summary>
    /// <param name="host">Says which.</param>
    /// <param name="run">The command.</param>
    /// <returns>The exit code.</returns>
    public static int Run(Host host, Func<Host, int> run)
    {
        if (host.Parsed.GetValue(host.Options.Each) is not { } each)
            return run(host);
        var (name, sql) = each.Split('=', 2) is [var before, var after] ? (before, after) : (each, null);
        RequirePattern(host, name);
        var hosts = Values(host, name, sql).Select(value => host.For(Words(host, name, value), $"{name}={value}")).ToList();
        RequireTargets(host, hosts);
        var codes = hosts.Select(one => one.Guarded(run)).ToList();
        return Gravest.FirstOrDefault(codes.Contains, ExitCode.Done);
    }

    private static void RequirePattern(Host host, string name)
    {
        var mark = $"{{{name}}}";
        if (host.Parsed.GetValue(host.Options.Output)?.Contains(mark, StringComparison.Ordinal) != true)
        {
            throw UserException.Usage(
                $"--each {name}：-o 的文件名里要有 {mark}。",
                $"--each {name}: the file name of -o must hold {mark}."
            );
        }

        if (host.Options.Parameters(host.Parsed).ContainsKey(name))
        {
            throw UserException.Usage(
                $"--each {name} 与 --param {name} 只能取一。",
                $"Give either --each {name} or --param {name}, not both."
            );
        }
    }

    /// <summary>The values: those of a statement's first column, else of the parameter's pick-list, in their order.</summary>
    private static List<string> Values(Host host, string name, string? sql)
    {
        var values = sql is null ? PickList(host, name) : FirstColumn(host, sql);
        return values.Count > 0
            ? values
            : throw UserException.Failed($"--each {name}：一个值也没有。", $"--each {name}: there is no value.");
    }

    private static List<string> FirstColumn(Host host, string sql)
    {
        using var rows = ResultTable.Read(host.Session.Run(host.Script(sql), ParameterValues.None, host.Cancellation));
        return [.. Enumerable.Range(0, checked((int)rows.RowCount)).Select(row => rows.Text(row, 0)).OfType<string>().Distinct()];
    }

    private static List<string> PickList(Host host, string name)
    {
        var query = QueryOf(host);
        var parameter = query?.Parameters.FirstOrDefault(p => p.Name == name);
        if (parameter?.From is not null)
            return [.. host.Session.Choices(parameter)!.Select(c => c.Value)];
        var listed = string.Join(", ", query?.Parameters.Where(p => p.From is not null).Select(p => p.Name) ?? []);
        throw UserException.Usage(
            $"--each {name}：没有可列举的这个参数{(listed.Length > 0 ? $"；有 {listed}" : "")}。可写 --each {name}=SQL，取它第一列的值。",
            $"--each {name}: there is no such parameter with a list of values{(listed.Length > 0 ? $"; there is {listed}" : "")}. "
                + $"--each {name}=SQL takes those of the first column of a statement."
        );
    }

    /// <summary>The canned query that the command names, if any.</summary>
    private static QueryFile? QueryOf(Host host) =>
        host.Parsed.CommandResult.Command is { Name: not "query", Arguments: [var first, ..] }
        && host.Parsed.GetResult(first) is { Tokens: [var name, ..] }
            ? host.Catalog.Get(name.Value)
            : null;

    /// <summary>The command line for one value.</summary>
    private static IEnumerable<string> Words(Host host, string name, string value)
    {
        var isEach = false;
        foreach (var token in host.Parsed.Tokens)
        {
            var wasEach = isEach;
            isEach = token.Type == TokenType.Option && token.Value == host.Options.Each.Name;
            if (isEach || wasEach)
                continue;
            yield return token.Value;
            if (token.Type == TokenType.Command)
            {
                yield return host.Options.Param.Name;
                yield return $"{name}={value}";
            }
        }
    }

    /// <summary>All files or none: what stands in the way of one, or two of the same name, is said before the work.</summary>
    private static void RequireTargets(Host host, IReadOnlyList<Host> hosts)
    {
        foreach (var same in hosts.GroupBy(h => h.Options.OutputPath(h.Parsed)!))
        {
            host.RequireTarget(same.Key);
            if (same.Count() > 1)
            {
                var labels = same.Select(h => h.Label);
                throw UserException.Usage(
                    $"{same.Key}：{string.Join("、", labels)} 会写进同一个文件。",
                    $"{same.Key}: {string.Join(" and ", labels)} would be the same file."
                );
            }
        }
    }
}
