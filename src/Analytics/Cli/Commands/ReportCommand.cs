using System.CommandLine;
using Analytics.Cli.Completion;
using Analytics.Engine.Export;
using Analytics.Engine.Pages;
using Analytics.Engine.Reports;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Figures;

namespace Analytics.Cli.Commands;

/// <summary><c>analytics report [NAME|FILE] -o DIR|FILE</c>, and <c>analytics verify DIR</c>.</summary>
internal static class ReportCommand
{
    private sealed record ReportOptions(
        Argument<string?> Name,
        Option<string[]> Format,
        Option<string> Each,
        Option<string> ParameterFile,
        Option<bool> List,
        Option<bool> Check
    );

    /// <summary>Of the product's own files, and of reports.</summary>
    private const string OwnEncoding = "UTF-8";

    /// <summary>A report that is asked for: its values, and its files without their endings.</summary>
    private sealed record Wanted(IReadOnlyDictionary<string, string?> Given, string Stem);

    public static readonly BatchCommand Definition = new(
        "report",
        "Write a report, a theme, or everything: charts, tables, notes and sources of a set of queries",
        (command, options) =>
        {
            var report = new ReportOptions(
                new("NAME")
                {
                    Description = "A name of --list, a YAML file, or a theme; without: everything",
                    Arity = ArgumentArity.ZeroOrOne,
                },
                new("--format")
                {
                    Description = $"In a folder, one or several of these (default: html): {string.Join(", ", ReportFiles.Formats)}",
                    HelpName = "FORMAT,…",
                },
                new("--each") { Description = "One report for each value of a parameter", HelpName = "PARAM" },
                new("--param-file") { Description = "Values of parameters from a YAML file", HelpName = "FILE" },
                new("--list") { Description = "List the reports" },
                new("--check") { Description = "Check the report file, or all" }
            );
            report.Name.CompletionSources.Add(Offers.ReportNames(options));
            report.Format.CompletionSources.Add([.. ReportFiles.Formats]);
            report.Each.CompletionSources.Add(Offers.Listed(options));
            command.Arguments.Add(report.Name);
            command.Add([report.Format, report.Each, report.ParameterFile, report.List, report.Check]);
            command.Add([options.Param, options.Output, options.Force, options.Timeout, options.Watch]);
            return host => Run(host, report);
        }
    );

    public static readonly BatchCommand Verify = new(
        "verify",
        "Hold the files of a report against its manifest",
        (command, _) =>
        {
            var folder = new Argument<string>("DIR") { Description = "The folder, or the manifest" };
            command.Arguments.Add(folder);
            return host => VerifyFiles(host, host.Parsed.GetValue(folder)!);
        }
    );

    private static int Run(Host host, ReportOptions options)
    {
        var catalog = new ReportCatalog(Path.Combine(host.SessionOptions.Home.Queries, "reports"), host.Catalog);
        var name = host.Parsed.GetValue(options.Name);
        if (host.Parsed.GetValue(options.List))
            return host.OnlyOnce(options.List, one => ListReports(one, catalog));
        if (host.Parsed.GetValue(options.Check))
            return CheckReports(host, catalog, name);
        var output =
            host.Parsed.GetValue(host.Options.Output)
            ?? throw UserException.Usage("请写明文件夹或文件：-o。", "Name the folder or file: -o DIR or -o FILE.");
        var report = ReportOf(host, catalog, name);
        var formats = FormatsOf(host, options, output);
        return Write(host, report, output, formats, host.Parsed.GetValue(options.Each), Given(host, options));
    }

    /// <summary>The report, which depends on its file and on its queries; one that cannot be read, on whichever is at fault.</summary>
    private static ReportSpec ReportOf(Host host, ReportCatalog catalog, string? name)
    {
        if (catalog.PathOf(name) is { } file)
            host.Reads(file);
        try
        {
            var report = catalog.Read(name).Get();
            host.Reads(report.Items.OfType<ReportItem.Canned>().Select(c => host.Catalog.PathOf(c.Query)));
            PageCommand.Reads(
                host,
                PageCatalog.Of(host.SessionOptions.Home),
                [.. report.Items.OfType<ReportItem.Page>().Select(p => p.Name)]
            );
            host.Reads(report.Items.OfType<ReportItem.Sql>().SelectMany(s => ReadFiles.PathsIn(s.Statement)));
            return report;
        }
        catch (UserException)
        {
            host.Reads(host.Catalog.Names().Select(host.Catalog.PathOf));
            throw;
        }
    }

    /// <summary>The formats: that of a file's ending, or those of a folder.</summary>
    private static IReadOnlyList<string> FormatsOf(Host host, ReportOptions options, string output)
    {
        var words = host.Parsed.GetValue(options.Format) ?? [];
        string[] named = [.. words.SelectMany(f => f.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
        if (named.FirstOrDefault(n => !ReportFiles.Formats.Contains(n)) is { } unknown)
        {
            throw UserException.Usage(
                $"--format {unknown}：没有这种格式。可用：{string.Join("、", ReportFiles.Formats)}。",
                $"--format {unknown}: not a known format. Known: {string.Join(", ", ReportFiles.Formats)}."
            );
        }

        if (ReportFiles.FormatOf(output) is { } ending)
        {
            return named.Length == 0 || named is [var only] && only == ending
                ? [ending]
                : throw UserException.Usage($"-o {output}：几种格式要写进文件夹。", $"-o {output}: several formats go into a folder.");
        }

        return named.Length == 0 ? ["html"] : [.. named.Distinct()];
    }

    private static Dictionary<string, string?> Given(Host host, ReportOptions options)
    {
        var given = new Dictionary<string, string?>();
        if (host.Parsed.GetValue(options.ParameterFile) is { } file)
        {
            host.Reads(file);
            foreach (var (name, value) in ParameterFile.Read(file))
                given[name] = value;
        }

        foreach (var (name, value) in host.Options.Parameters(host.Parsed))
            given[name] = value;
        return given;
    }

    private static int Write(
        Host host,
        ReportSpec report,
        string output,
        IReadOnlyList<string> formats,
        string? each,
        IReadOnlyDictionary<string, string?> given
    )
    {
        var isFile = ReportFiles.FormatOf(output) is not null;
        var wanted = each is null ? [new(given, StemOf(report, output, isFile))] : Each(host, report, output, isFile, each, given);
        var folder = isFile ? Path.GetDirectoryName(Path.GetFullPath(output))! : output;
        Directory.CreateDirectory(folder);
        var beside = each is null ? Path.GetFileNameWithoutExtension(output) : report.Name;
        var manifestName = isFile ? $"{beside}.{ReportManifest.FileName}" : ReportManifest.FileName;
        var manifest = ManifestOf(host, report, Path.Combine(folder, manifestName));
        var force = host.MayReplace(Path.Combine(folder, manifestName));
        if (!force && (manifest.IsThere || manifest.IsOfAnother))
        {
            throw UserException
                .Failed($"{Path.Combine(folder, manifestName)}：已存在。", $"{Path.Combine(folder, manifestName)}: exists already.")
                .MendedBy(new Setting("force"));
        }

        var (failures, done) = (0, 0);
        var maker = new ReportMaker(host.Session, host.SessionOptions.Home, host.Language, host.Cancellation);
        foreach (var one in wanted)
        {
            done++;
            if (!force && manifest.Resume(one.Given))
            {
                host.Note($"{one.Stem} 已做好，不再做。", $"{one.Stem} is there already.");
            }
            else
            {
                using var made = maker.Make(report, one.Given, DocumentAbout.Of(host));
                failures += Failures(made);
                var files = formats.SelectMany(f => Files(host, made, f, Path.Combine(folder, one.Stem + EndingOf(f, output, isFile))));
                manifest.Add(made, one.Given, [.. files]);
            }

            manifest.Write(isComplete: done == wanted.Count);
            host.Wrote(Path.Combine(folder, manifestName));
        }

        host.Note($"已写入 {output}（{done} 份）。", $"{output} written ({done} {Plural.Of(done, "report")}).");
        return failures > 0 ? ExitCode.Failed : ExitCode.Done;

        int Failures(MadeReport made)
        {
            foreach (var query in made.Queries.Where(q => q.Failure is not null))
                Messages.Error($"{query.Name}: {query.Failure!.In(host.MessageLanguage)}");
            return made.Queries.Count(q => q.Failure is not null);
        }
    }

    private static string EndingOf(string format, string output, bool isFile) =>
        isFile ? Path.GetExtension(output) : ReportFiles.EndingOf(format);

    private static IReadOnlyList<string> Files(Host host, MadeReport made, string format, string path)
    {
        // A manifest that is not whole says that files of a run that broke off may be here.
        var (paths, remarks) = ReportFiles.Write(made, format, path, overwrite: true);
        foreach (var remark in remarks)
            Messages.Warn($"{Path.GetFileName(path)}: {remark.In(host.MessageLanguage)}");
        return paths;
    }

    private static string StemOf(ReportSpec report, string output, bool isFile) =>
        isFile ? Path.GetFileNameWithoutExtension(output) : report.Name;

    /// <summary>One for each value of a parameter, in the order of its pick-list.</summary>
    private static List<Wanted> Each(
        Host host,
        ReportSpec report,
        string output,
        bool isFile,
        string each,
        IReadOnlyDictionary<string, string?> given
    )
    {
        var parameter =
            report.Parameters.FirstOrDefault(p => p.Name == each && p.From is not null)
            ?? throw UserException.Usage(
                $"--each {each}：报告“{report.Name}”没有可列举的这个参数。",
                $"--each {each}: the report '{report.Name}' has no such parameter with a list of values."
            );
        var mark = $"{{{each}}}";
        if (isFile && !output.Contains(mark, StringComparison.Ordinal))
        {
            throw UserException.Usage(
                $"--each {each}：-o 的文件名里要有 {mark}。",
                $"--each {each}: the file name of -o must hold {mark}."
            );
        }

        return [.. host.Session.Choices(parameter)!.Select(c => One(c.Value))];

        Wanted One(string value)
        {
            var stem = isFile
                ? StemOf(report, output, isFile).Replace(mark, SafeFileName.Of(value), StringComparison.Ordinal)
                : $"{report.Name}-{SafeFileName.Of(value)}";
            return new(new Dictionary<string, string?>(given) { [each] = value }, stem);
        }
    }

    private static ReportManifest ManifestOf(Host host, ReportSpec report, string path)
    {
        var home = host.SessionOptions.Home;
        var queries = report.Items.OfType<ReportItem.Canned>().Select(c => c.Query).Distinct();
        (string Path, string Name, string? Encoding)[] files =
        [
            (Path.Combine(home.Data, "datapackage.json"), "data/datapackage.json", OwnEncoding),
            .. report.Path.Length > 0
                ? [(report.Path, Path.GetFileName(report.Path), OwnEncoding)]
                : Array.Empty<(string, string, string?)>(),
            .. queries.Select(q => (Path.Combine(home.Queries, q + ".sql"), $"queries/{q}.sql", (string?)OwnEncoding)),
            .. host.Session.Opened.Select(o => (o.Path, Path.GetFileName(o.Path), o.Reading?.Encoding)),
        ];
        var command = ChartOptions.CommandText(host.Parsed);
        return new ReportManifest(
            path,
            [
                ("tool", DocumentAbout.Program),
                ("data_version", DataVersion.Of(home)),
                ("command", command),
                ("report", report.Name),
                ("language", host.Language.Code()),
            ],
            [.. files.Where(f => File.Exists(f.Path)).Select(f => ReportInput.Of(f.Path, f.Name, f.Encoding))]
        );
    }

    private static int ListReports(Host host, ReportCatalog catalog) =>
        ResultPrinter.Print(
            host,
            Listing.OfTexts(["name", "title", "parameters"], catalog.Names().Select(n => Row(n, catalog.Read(n).Value, host.Language)))
        );

    private static IReadOnlyList<string?> Row(string name, ReportSpec? report, Language language) =>
        [name, report?.Title.In(language), report is null ? null : string.Join(", ", report.Parameters.Select(p => p.Name))];

    private static int CheckReports(Host host, ReportCatalog catalog, string? name)
    {
        var names = name is null ? catalog.Names() : [name];
        host.Reads(names.Select(catalog.PathOf).OfType<string>().Concat(host.Catalog.Names().Select(host.Catalog.PathOf)));
        var faults = names.SelectMany(n => catalog.Read(n).Faults).ToArray();
        foreach (var fault in faults)
            Messages.Error(fault.In(host.MessageLanguage));
        return faults.Length > 0 ? ExitCode.CheckFailed : ExitCode.Done;
    }

    private static int VerifyFiles(Host host, string path)
    {
        var manifest = Directory.Exists(path) ? Path.Combine(path, ReportManifest.FileName) : path;
        if (!File.Exists(manifest))
            throw UserException.Usage($"{path}：没有 {ReportManifest.FileName}。", $"{path}: there is no {ReportManifest.FileName}.");
        var (faults, files) = ReportManifest.Verify(manifest);
        foreach (var fault in faults)
            Messages.Error(fault.In(host.MessageLanguage));
        if (faults.Count == 0)
            host.Note($"{files} 个文件都与清单相符。", $"{files} {Plural.Of(files, "file is", "files are")} as the manifest says.");
        return faults.Count > 0 ? ExitCode.CheckFailed : ExitCode.Done;
    }
}
