using Analytics.Curation;
using Analytics.DuckDb;
using Analytics.Engine.Pages;
using Analytics.Engine.Results;

namespace Analytics.Cli.Commands;

/// <summary><c>analytics build</c> and <c>analytics check</c>: from the curated files to Parquet, and the proof that they hold.</summary>
internal static class CurationCommands
{
    public static readonly BatchCommand Build = new(
        "build",
        "Check the curated files and write the Parquet tables from them",
        (_, options) =>
            host =>
            {
                var home = options.FindHome(host.Parsed);
                var report = CurationProject.Load(home.Root, home.Data).Build();
                Explain(host, report.Findings);
                if (!report.Built)
                {
                    Messages.Error(
                        $"Nothing was built: {Count(report.Findings, Severity.Critical)} "
                            + $"critical findings. The tables in {home.Data} are as they were."
                    );
                    return ExitCode.CheckFailed;
                }
                foreach (var table in report.Tables)
                    host.Messages.Note($"{table.Name}: {table.Rows} rows");
                host.Messages.Note($"Content {report.ContentHash[..12]} written to {home.Data}.");
                return ExitCode.Done;
            }
    );

    public static readonly BatchCommand Check = new(
        "check",
        "Check sources and curated files and report what is wrong or doubtful",
        (command, options) =>
        {
            command.Add(options.Printing);
            return host => RunCheck(host, options);
        }
    );

    public static readonly BatchCommand ExportAnnotations = new(
        "export-annotations",
        "Write every anchor as W3C Web Annotation JSON-LD",
        (command, options) =>
        {
            command.Add([options.Output, options.Force]);
            return host => Export(host, options);
        }
    );

    private static int Export(Host host, CommonOptions options)
    {
        var home = options.FindHome(host.Parsed);
        var project = CurationProject.Load(home.Root, home.Data);
        if (Count(project.Check(), Severity.Critical) > 0)
        {
            Explain(host, project.Check());
            Messages.Error("Nothing was exported: with critical findings the anchors are not certain.");
            return ExitCode.CheckFailed;
        }

        return ResultPrinter.Write(host, stream => AnnotationExport.Write(project, stream));
    }

    private static int RunCheck(Host host, CommonOptions options)
    {
        var home = options.FindHome(host.Parsed);
        var project = CurationProject.Load(home.Root, home.Data);
        IReadOnlyList<Finding> findings = [.. project.Check().Concat(project.CheckBuilt()).OrderBy(f => f.Severity)];
        if (host.Parsed.GetValue(options.Format) is not null || host.Parsed.GetValue(options.Output) is not null)
            ResultPrinter.Print(host, Listed(findings));
        else
            PrintLines(findings);
        var faults = PageCheck.Of(host.Session, PageCatalog.Of(home));
        foreach (var fault in faults)
            Messages.Error(fault.In(host.MessageLanguage));
        host.Messages.Note(
            $"{Count(findings, Severity.Critical)} critical, "
                + $"{Count(findings, Severity.Warning)} warnings, {Count(findings, Severity.Info)} notes."
        );
        return Count(findings, Severity.Critical) + faults.Count > 0 ? ExitCode.CheckFailed : ExitCode.Done;
    }

    /// <summary>What stops a build, on standard error; the rest is for <c>check</c>.</summary>
    private static void Explain(Host host, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings.Where(f => f.Severity == Severity.Critical))
            Messages.Error(finding.ToString());
        if (Count(findings, Severity.Warning) is > 0 and var warnings)
            host.Messages.Note($"{warnings} warnings: 'analytics check' shows them.");
    }

    private static void PrintLines(IReadOnlyList<Finding> findings)
    {
        using var stream = new StandardOutput();
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        foreach (var finding in findings)
            writer.WriteLine(finding.ToString());
    }

    private static Listing Listed(IReadOnlyList<Finding> findings) =>
        new(
            [
                new("rule_id", OwnRows.Text),
                new("severity", OwnRows.Text),
                new("ids", OwnRows.Texts),
                new("file", OwnRows.Text),
                new("line", OwnRows.Number),
                new("message", OwnRows.Text),
                new("remedy", OwnRows.Text),
            ],
            [.. findings.Select(Row)]
        );

    private static object?[] Row(Finding f) =>
        [f.RuleId, f.Severity.ToString().ToLowerInvariant(), f.Ids, f.File, f.Line, f.Message, f.Remedy];

    private static int Count(IReadOnlyList<Finding> findings, Severity severity) => findings.Count(f => f.Severity == severity);
}
