using Analytics.Engine.Documents;
using Analytics.Engine.Export;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Cli;

/// <summary>Prints a result in the format and to the place that the options ask for.</summary>
internal static class ResultPrinter
{
    private static readonly ExportFormat Table = new("table", [".txt"], NeedsFile: false, (s, o) => new TableWriter(s, o));

    /// <summary>What <c>--format</c> takes.</summary>
    public static readonly IReadOnlyList<ExportFormat> Formats = [Table, .. ExportFormats.All];

    /// <summary>Streams the query out and disposes it.</summary>
    /// <param name="host">Says where to.</param>
    /// <param name="query">Owned.</param>
    /// <param name="remarks">What is said beside its rows; null: nothing.</param>
    /// <returns>The exit code.</returns>
    public static int Print(Host host, RunningQuery query, ResultRemarks? remarks = null)
    {
        using (query)
        {
            if (!query.ReturnsRows)
                return Acted(host, query);
            return Print(host, writer => writer.WriteAll(host.Follow(query), host.Options.Limit(host.Parsed)), remarks);
        }
    }

    /// <summary>Says what a statement without a table did; who asked for a format or a file gets what the format has for that.</summary>
    private static int Acted(Host host, RunningQuery query)
    {
        host.Messages.Note(query.RowsChanged > 0 ? $"{query.RowsChanged} {Plural.Of(query.RowsChanged, "row")} changed." : "Done.");
        var format = FormatOf(host);
        Write(
            host,
            stream =>
            {
                using var writer = format.Open(stream, host.Options.Write(host.Parsed));
                writer.WriteNoTable();
            }
        );
        if (host.Options.File(host.Parsed) is { } path)
            host.Warn($"{path} 没有行：最后一条语句不返回表。", $"{path} holds no rows: the last statement returns no table.");
        return ResultCheck.Empty(host, rows: 0, isTruncated: false);
    }

    /// <summary>Writes rows of the program's own.</summary>
    /// <returns>The exit code.</returns>
    public static int Print(Host host, Listing listing)
    {
        using var table = listing.Table(host.Options.Limit(host.Parsed));
        return Print(host, writer => writer.WriteAll(table), isOurs: true);
    }

    /// <summary>Writes a result that was read.</summary>
    /// <returns>The exit code.</returns>
    public static int Print(Host host, ResultTable table, ResultRemarks? remarks = null) =>
        Print(host, writer => writer.WriteAll(table), remarks);

    /// <summary>Writes what is no table of rows to where the rows would go.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(Host host, Action<Stream> fill) => Write(host, host.Options.File(host.Parsed), fill);

    /// <summary>Writes to a file, or to standard output where there is none.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(Host host, string? path, Action<Stream> fill)
    {
        if (path is not null && !StandardOutput.IsNamedBy(path))
        {
            host.WriteFile(path, fill);
            host.Note($"已写入 {path}。", $"{path} written.");
            return ExitCode.Done;
        }

        using var output = StandardOutput.Open();
        fill(output);
        output.Flush();
        return ExitCode.Done;
    }

    private static int Print(Host host, Func<ResultWriter, WriteReport> rows, ResultRemarks? remarks = null, bool isOurs = false)
    {
        var headed = Headed(host, rows, isOurs || host.Canned is not null);
        var report = host.Options.File(host.Parsed) is { } path
            ? ToFile(host, headed, remarks, path)
            : ToStandardOutput(host, headed, remarks);
        if (report.IsTruncated)
            WarnOfTruncation(host, report.Rows);
        remarks?.Say(report.Rows);
        return ResultCheck.Empty(host, report.Rows, report.IsTruncated);
    }

    /// <summary>Says that there were more rows than a limit let in.</summary>
    public static void WarnOfTruncation(Host host, long rows) =>
        host.Warn(
            $"已截断：只写了前 {rows} 行（--max-rows），后面还有。",
            $"Truncated: only the first {rows} {Plural.Of(rows, "row was", "rows were")} written (--max-rows); there are more."
        );

    /// <summary>
    /// The rows under headings in words where those are asked for; and in tables for people where Chinese is, over columns that the product
    /// has named: who writes SQL names columns himself.
    /// </summary>
    private static Func<ResultWriter, WriteReport> Headed(Host host, Func<ResultWriter, WriteReport> rows, bool isOurs)
    {
        var isForPeople = isOurs && FormatOf(host).Name is "table" or "markdown" && host.Options.GivenLanguage(host.Parsed) == Language.Zh;
        return !isForPeople && !host.Parsed.GetValue(host.Options.Headings)
            ? rows
            : writer =>
            {
                writer.Heading = name => ColumnHeadings.Of(name, host.Canned, host.Language);
                if (isForPeople)
                    writer.Words = (name, text) => CodeWords.Of(name, text, host.Language);
                return rows(writer);
            };
    }

    /// <summary>Checks the format before anything runs.</summary>
    /// <exception cref="UserException">The format is unknown, or cannot go where it should.</exception>
    public static ExportFormat FormatOf(Host host)
    {
        var path = host.Options.File(host.Parsed);
        var format =
            host.Parsed.GetValue(host.Options.Format) is { } name
                ? Formats.FirstOrDefault(f => f.Name == name) ?? throw Unknown($"--format {name}")
            : path is null ? Table
            : Formats.FirstOrDefault(f => f.Endings.Contains(Path.GetExtension(path).ToLowerInvariant())) ?? throw Unknown($"-o {path}");
        return path is null && format.NeedsFile
            ? throw UserException.Usage(
                $"--format {format.Name} 要写进文件：请加 -o 文件。",
                $"--format {format.Name} needs a file: add -o FILE."
            )
            : format;
    }

    private static WriteReport ToFile(Host host, Func<ResultWriter, WriteReport> rows, ResultRemarks? remarks, string path)
    {
        var format = FormatOf(host);
        var report = host.WriteFile(path, stream => Write(host, rows, remarks, format, stream));
        host.Note($"已把 {report.Rows} 行写入 {path}。", $"{report.Rows} {Plural.Of(report.Rows, "row")} written to {path}.");
        return report;
    }

    private static WriteReport ToStandardOutput(Host host, Func<ResultWriter, WriteReport> rows, ResultRemarks? remarks)
    {
        var format = FormatOf(host);
        using var output = StandardOutput.Open();
        if (Console.IsOutputRedirected || format == Table)
            return Write(host, rows, remarks, format, output);
        using var terminal = new TerminalText(output);
        return Write(host, rows, remarks, format, terminal);
    }

    private static WriteReport Write(
        Host host,
        Func<ResultWriter, WriteReport> rows,
        ResultRemarks? remarks,
        ExportFormat format,
        Stream stream
    )
    {
        var options = host.Options.Write(host.Parsed) with
        {
            Below = remarks is null ? null : count => remarks.Below(format, count),
            Language = host.Language,
        };
        if (IsDocument(format))
            options = options with { About = DocumentAbout.Of(host) };
        using var writer = format.Open(stream, options);
        var report = rows(writer);
        stream.Flush();
        foreach (var remark in writer.Remarks)
            Messages.Warn(remark.In(host.MessageLanguage));
        return report;
    }

    private static bool IsDocument(ExportFormat format) => DocumentFormat.OfResults.Any(f => f.Name == format.Name);

    private static UserException Unknown(string what) =>
        UserException.Usage(
            $"{what}：没有这种格式。可用：{string.Join("、", Formats.Select(f => f.Name))}。",
            $"{what}: not a known format. Known: {string.Join(", ", Formats.Select(f => f.Name))}."
        );
}
