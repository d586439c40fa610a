using System.CommandLine;
using System.Text;
using Analytics.Engine.Export;
using Analytics.Engine.Models;
using Analytics.Engine.Pages;
using Analytics.Engine.Results;
using Analytics.Figures;

namespace Analytics.Cli.Commands;

/// <summary><c>analytics page NAME [--param k=v]… [--filter EXPR]… -o FILE</c>: a page of the console as a file.</summary>
internal static class PageCommand
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private sealed record PageOptions(
        Argument<string?> Name,
        Option<string[]> Filter,
        Option<string[]> Grain,
        Option<string> Bookmark,
        Option<string> Each,
        Option<bool> List,
        Option<bool> Check
    );

    public static readonly BatchCommand Definition = new(
        "page",
        "Write a page of the console as json, md, txt or html (by the ending of -o; without -o as text)",
        (command, options) =>
        {
            var page = new PageOptions(
                new("NAME") { Description = "A name of --list", Arity = ArgumentArity.ZeroOrOne },
                new("--filter")
                {
                    Description = "A filter, such as 'county in (Bijiang, Songtao) and modality = reported' (repeatable)",
                    HelpName = "EXPR",
                },
                new("--grain")
                {
                    Description = "Levels that a visual is moved down its axis, such as coverage=1 (repeatable)",
                    HelpName = "V=N",
                },
                new("--bookmark") { Description = "A bookmark of the user's bookmarks.yaml, in place of NAME", HelpName = "NAME" },
                new("--each")
                {
                    Description = "One file for each member of a parameter, whose name stands in -o, as {county}",
                    HelpName = "PARAM",
                },
                new("--list") { Description = "List the pages" },
                new("--check") { Description = "Check the page, or all, with their models" }
            );
            command.Arguments.Add(page.Name);
            command.Add([page.Filter, page.Grain, page.Bookmark, page.Each, page.List, page.Check]);
            command.Add([options.Param, options.Output, options.Force, options.Timeout]);
            return host => Run(host, page);
        }
    );

    private static int Run(Host host, PageOptions options)
    {
        var catalog = PageCatalog.Of(host.Options.FindHome(host.Parsed));
        var name = host.Parsed.GetValue(options.Name);
        if (host.Parsed.GetValue(options.List))
            return ListPages(host, catalog);
        if (host.Parsed.GetValue(options.Check))
            return CheckPages(host, catalog, name);
        string[] arguments = [];
        if (host.Parsed.GetValue(options.Bookmark) is { } bookmark)
            (name, arguments) = Bookmarks.Read(bookmark);
        if (name is null)
        {
            throw UserException.Usage(
                "要给页面的名称；analytics page --list 列出全部。",
                "A page must be named; 'analytics page --list' shows all."
            );
        }
        var read = catalog.Read(name);
        if (read.Value is not { } page)
            return Faulty(host, read.Faults);
        var model = OpenModel.Open(host.Session, page.Model);
        var state = PageArguments.Parse(page, model.Members, [.. arguments, .. Given(host, options)]);
        return host.Parsed.GetValue(options.Each) is { } each
            ? WriteEach(host, page, model, state, each)
            : Write(host, page, model, state, host.Parsed.GetValue(host.Options.Output));
    }

    private static IEnumerable<string> Given(Host host, PageOptions options) =>
        Words("--param", host.Parsed.GetValue(host.Options.Param))
            .Concat(Words("--filter", host.Parsed.GetValue(options.Filter)))
            .Concat(Words("--grain", host.Parsed.GetValue(options.Grain)));

    private static IEnumerable<string> Words(string option, string[]? values) => (values ?? []).SelectMany(v => new[] { option, v });

    /// <summary>What a page asks for must be said, whatever it opens with: nobody sees in a script what stands in a slicer.</summary>
    private static void RequireValues(Host host, PageSpec page, string? each)
    {
        var given = (host.Parsed.GetValue(host.Options.Param) ?? []).Select(p => p.Split('=')[0]).ToHashSet();
        if (page.Slicers.FirstOrDefault(s => s.IsRequired && !given.Contains(s.Name) && s.Name != each) is { } missing)
        {
            throw UserException
                .Usage($"页面“{page.Name}”要有 {missing.Name}（{missing.Label.Zh}）。", $"The page '{page.Name}' needs {missing.Name}.")
                .MendedBy(new Setting("param", $"{missing.Name}=VALUE"));
        }
    }

    private static int WriteEach(Host host, PageSpec page, OpenModel model, PageState state, string each)
    {
        if (page.SlicerOf(each) is not { Field: { } field })
        {
            throw UserException.Usage(
                $"--each {each}：页面“{page.Name}”没有这个参数。",
                $"--each {each}: the page '{page.Name}' has no such parameter."
            );
        }
        var mark = $"{{{each}}}";
        if (host.Parsed.GetValue(host.Options.Output) is not { } path || !path.Contains(mark, StringComparison.Ordinal))
        {
            throw UserException.Usage(
                $"--each {each}：-o 的文件名里要有 {mark}。",
                $"--each {each}: the file name of -o must hold {mark}."
            );
        }
        foreach (var member in model.Members.Of(field).All)
        {
            var one = state.Set(page, model.Members, each, member.Key);
            Write(host, page, model, one, path.Replace(mark, member.Key, StringComparison.Ordinal), each);
        }

        return ExitCode.Done;
    }

    private static int Write(Host host, PageSpec page, OpenModel model, PageState state, string? path, string? each = null)
    {
        if (host.Parsed.GetValue(host.Options.Param) is not null || each is null)
            RequireValues(host, page, each);
        var write = WriterOf(path);
        if (path is not null)
            OutputFile.Require(path, host.Parsed.GetValue(host.Options.Force));
        var document = PageDocument.Make(host.Session, model, page, state, host.Language, host.Cancellation);
        foreach (
            var note in document.Visuals.Where(v => v.Result.Note is not null).Select(v => $"{v.Title}: {v.Result.Note!.In(host.Language)}")
        )
        {
            host.Messages.Note(note);
        }
        if (path is null)
        {
            using var output = new StandardOutput();
            write(document, output);
        }
        else
        {
            OutputFile.Write(
                path,
                host.Parsed.GetValue(host.Options.Force),
                stream =>
                {
                    write(document, stream);
                    return 0;
                }
            );
        }

        var failed = document.Visuals.Where(v => v.Result.Content is VisualContent.Failed).ToArray();
        foreach (var visual in failed)
            Messages.Error($"{visual.Title}: {((VisualContent.Failed)visual.Result.Content).Message.In(host.MessageLanguage)}");
        return failed.Length > 0 ? ExitCode.Failed : ExitCode.Done;
    }

    private static Action<PageDocument, Stream> WriterOf(string? path) =>
        (path is null ? ".txt" : Path.GetExtension(path).ToLowerInvariant()) switch
        {
            ".json" => PageJson.Write,
            ".md" => (page, stream) => stream.Write(Utf8.GetBytes(PageText.Markdown(page))),
            ".html" => (page, stream) => stream.Write(Utf8.GetBytes(PageHtml.Of(page))),
            ".txt" => (page, stream) => stream.Write(Utf8.GetBytes(PageText.Plain(page))),
            _ => throw UserException.Usage(
                $"-o {path}：后缀要是 .json、.md、.html 或 .txt。",
                $"-o {path}: the ending must be .json, .md, .html or .txt."
            ),
        };

    private static int ListPages(Host host, PageCatalog catalog) =>
        ResultPrinter.Print(
            host,
            Listing.OfTexts(
                ["name", "title", "model", "parameters"],
                catalog.Names().Select(n => Row(n, catalog.Read(n).Value, host.Language))
            )
        );

    private static IReadOnlyList<string?> Row(string name, PageSpec? page, Language language) =>
        [name, page?.Title.In(language), page?.Model.Name, page is null ? null : string.Join(", ", page.Slicers.Select(s => s.Name))];

    private static int CheckPages(Host host, PageCatalog catalog, string? name)
    {
        var faults = PageCheck.Of(host.Session, catalog, name);
        if (faults.Count > 0)
            return Faulty(host, faults);
        host.Messages.Note(name is null ? $"{catalog.Names().Count} pages without fault." : $"'{name}' is without fault.");
        return ExitCode.Done;
    }

    private static int Faulty(Host host, IReadOnlyList<SpecFault> faults)
    {
        foreach (var fault in faults)
            Messages.Error(fault.In(host.MessageLanguage));
        return ExitCode.CheckFailed;
    }
}
