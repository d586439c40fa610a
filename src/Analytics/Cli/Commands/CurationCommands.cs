using Analytics.Curation;
using Analytics.DuckDb;
using Analytics.Engine.Pages;
using Analytics.Engine.Results;
using Analytics.Engine.Tables;

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
                var report = CurationProject.Load(home.Root, home.Data, ProductTables.Derived).Build();
                Explain(host, report.Findings);
                if (!report.Built)
                {
                    var critical = Count(report.Findings, Severity.Critical);
                    host.Fail(
                        $"没有生成：有 {critical} 项严重问题。{home.Data} 里的表没有改动。",
                        $"Nothing was built: {critical} critical findings. The tables in {home.Data} are as they were."
                    );
                    return ExitCode.CheckFailed;
                }
                foreach (var table in report.Tables)
                    host.Note($"{table.Name}：{table.Rows} 行", $"{table.Name}: {table.Rows} {Plural.Of(table.Rows, "row")}");
                host.Note(
                    $"已把内容 {report.ContentHash[..12]} 写入 {home.Data}。",
                    $"Content {report.ContentHash[..12]} written to {home.Data}."
                );
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
            host.Fail(
                "没有导出：有严重问题时，引文的位置不可靠。",
                "Nothing was exported: with critical findings the anchors are not certain."
            );
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
            PrintLines(findings, host.MessageLanguage);
        var faults = PageCheck.Of(host.Session, PageCatalog.Of(home));
        foreach (var fault in faults)
            Messages.Error(fault.In(host.MessageLanguage));
        var (grave, doubtful, noted) = (
            Count(findings, Severity.Critical),
            Count(findings, Severity.Warning),
            Count(findings, Severity.Info)
        );
        host.Note(
            $"严重 {grave} 项，警告 {doubtful} 项，提示 {noted} 项。",
            $"{grave} critical, {doubtful} {Plural.Of(doubtful, "warning")}, {noted} {Plural.Of(noted, "note")}."
        );
        return Count(findings, Severity.Critical) + faults.Count > 0 ? ExitCode.CheckFailed : ExitCode.Done;
    }

    /// <summary>What stops a build, on standard error; the rest is for <c>check</c>.</summary>
    private static void Explain(Host host, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings.Where(f => f.Severity == Severity.Critical))
            Messages.Error(finding.In(host.MessageLanguage));
        if (Count(findings, Severity.Warning) is > 0 and var warnings)
        {
            host.Note(
                $"警告 {warnings} 项：用 analytics check 查看。",
                $"{warnings} {Plural.Of(warnings, "warning")}: 'analytics check' shows {Plural.Of(warnings, "it", "them")}."
            );
        }
    }

    private static void PrintLines(IReadOnlyList<Finding> findings, Language language)
    {
        using var stream = StandardOutput.Open();
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        foreach (var finding in findings)
            writer.WriteLine(finding.In(language));
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
                new("message_zh", OwnRows.Text),
                new("remedy_zh", OwnRows.Text),
            ],
            [.. findings.Select(Row)]
        );

    private static object?[] Row(Finding f) =>
        [f.RuleId, f.Severity.ToString().ToLowerInvariant(), f.Ids, f.File, f.Line, f.Message.En, f.Remedy.En, f.Message.Zh, f.Remedy.Zh];

    private static int Count(IReadOnlyList<Finding> findings, Severity severity) => findings.Count(f => f.Severity == severity);
}
