using System.CommandLine;
using System.Globalization;
using System.Text;
using Analytics.Cli.Completion;
using Analytics.Engine.Export;
using Analytics.Engine.Models;
using Analytics.Engine.Pages;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Figures;

namespace Analytics.Cli.Commands;

/// <summary><c>analytics page NAME [--param k=v]… [--filter EXPR]… -o FILE</c>: a page of the console as a file.</summary>
internal static class PageCommand
{
    private sealed record PageOptions(
        Argument<string?> Name,
        Option<string[]> Filter,
        Option<string[]> Grain,
        Option<string[]> Kind,
        Option<string> Bookmark,
        Option<string> Each,
        Option<string> Size,
        Option<string> New,
        Option<bool> List,
        Option<bool> Check
    );

    /// <summary>Columns and lines of the screens that a page is laid out for.</summary>
    private static readonly Dictionary<string, (int Width, int Height)> Sizes = new()
    {
        ["small"] = (80, 24),
        ["medium"] = (120, 40),
        ["large"] = (200, 60),
    };

    /// <param name="screen">A page as the console shows it.</param>
    public static BatchCommand Definition(Func<SessionOptions, Language, PageRequest, (int Width, int Height), string> screen) =>
        new(
            "page",
            "Write a page of the console as html, md, json, png, svg, pdf or txt (by the ending of -o; without -o as text)",
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
                    new("--kind")
                    {
                        Description = "Draw a visual as bar, dot, line or matrix, such as coverage=bar (repeatable)",
                        HelpName = "V=KIND",
                    },
                    new("--bookmark") { Description = "A bookmark of the user's bookmarks.yaml, in place of NAME", HelpName = "NAME" },
                    new("--each")
                    {
                        Description = "One file for each member of a parameter, whose name stands in -o, as {county}",
                        HelpName = "PARAM",
                    },
                    new("--size")
                    {
                        Description = "The console's screen as text: small (80x24), medium (120x40), large (200x60) or columns x lines",
                        HelpName = "SIZE",
                    },
                    new("--new")
                    {
                        Description = "Make a model and a page of a file of yours (CSV, JSON, Parquet), to be changed by hand",
                        HelpName = "FILE",
                    },
                    new("--list") { Description = "List the pages" },
                    new("--check") { Description = "Check the page, or all, with their models" }
                );
                page.Name.CompletionSources.Add(Offers.PageNames(options));
                page.Bookmark.CompletionSources.Add(Offers.BookmarkNames);
                page.Each.CompletionSources.Add(Offers.Listed(options));
                page.Size.CompletionSources.Add([.. Sizes.Keys]);
                command.Arguments.Add(page.Name);
                command.Add([page.Filter, page.Grain, page.Kind, page.Bookmark, page.Each, page.Size, page.New, page.List, page.Check]);
                command.Add([options.Param, options.Output, options.Force, options.Timeout, options.Watch]);
                return host => Run(host, page, screen);
            }
        );

    private static int Run(
        Host host,
        PageOptions options,
        Func<SessionOptions, Language, PageRequest, (int Width, int Height), string> screen
    )
    {
        var catalog = PageCatalog.Of(host.Options.FindHome(host.Parsed));
        var name = host.Parsed.GetValue(options.Name);
        if (host.Parsed.GetValue(options.List))
            return host.OnlyOnce(options.List, one => ListPages(one, catalog));
        if (host.Parsed.GetValue(options.New) is { } file)
            return host.OnlyOnce(options.New, one => Propose(one, catalog, file));
        if (host.Parsed.GetValue(options.Check))
            return CheckPages(host, catalog, name);
        var kept = host.Parsed.GetValue(options.Bookmark) is { } bookmark ? Kept(host, bookmark) : null;
        if ((kept?.Page ?? name) is not { } named)
        {
            throw UserException.Usage(
                "要给页面的名称；analytics page --list 列出全部。",
                "A page must be named; 'analytics page --list' shows all."
            );
        }
        Reads(host, catalog, [named]);
        var read = catalog.Read(named);
        if (read.Value is not { } page)
            return Faulty(host, read.Faults);
        var model = OpenModel.Open(host.Session, page.Model);
        var state = PageSettings.Parse(page, model.Members, [.. kept?.Settings ?? [], .. Given(host, options)]);
        if (host.Parsed.GetValue(options.Size) is { } size)
        {
            var request = new PageRequest(page.Name, PageSettings.Of(page, model.Members, state));
            return WriteScreen(host, page, SizeOf(size), cells => screen(host.SessionOptions, host.Language, request, cells));
        }
        return host.Parsed.GetValue(options.Each) is { } each
            ? WriteEach(host, page, model, state, each)
            : Write(host, page, model, state, host.Parsed.GetValue(host.Options.Output));
    }

    private static PageRequest Kept(Host host, string bookmark)
    {
        host.Reads(Bookmarks.OfUser.File);
        return CommandText.ReadPage(Bookmarks.OfUser.Command(bookmark));
    }

    /// <summary>A page depends on its file, on the models, any of which may be like another, and on the file of its own model.</summary>
    public static void Reads(Host host, PageCatalog catalog, IReadOnlyList<string> pages)
    {
        if (!host.IsWatched)
            return;
        string[] known = [.. pages.Where(p => catalog.PathOf(p) is not null)];
        host.Reads(known.Select(p => catalog.PathOf(p)!).Concat(catalog.Models.Files()));
        host.Reads(known.Select(p => catalog.Read(p).Value?.Model.Source.File).OfType<string>());
    }

    private static IEnumerable<Setting> Given(Host host, PageOptions options) =>
        Settings(PageSettings.Parameter, host.Parsed.GetValue(host.Options.Param))
            .Concat(Settings(PageSettings.Condition, host.Parsed.GetValue(options.Filter)))
            .Concat(Settings(PageSettings.Level, host.Parsed.GetValue(options.Grain)))
            .Concat(Settings(PageSettings.Kind, host.Parsed.GetValue(options.Kind)));

    private static IEnumerable<Setting> Settings(string name, string[]? values) => (values ?? []).Select(v => new Setting(name, v));

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
            Write(host, page, model, one, path.Replace(mark, SafeFileName.Of(member.Key), StringComparison.Ordinal), each);
        }

        return ExitCode.Done;
    }

    private static (int Width, int Height) SizeOf(string text)
    {
        if (Sizes.TryGetValue(text, out var named))
            return named;
        if (
            text.Split('x', 'X', '×') is [var columns, var lines]
            && int.TryParse(columns, NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            && int.TryParse(lines, NumberStyles.None, CultureInfo.InvariantCulture, out var height)
            && width is >= 40 and <= 500
            && height is >= 12 and <= 300
        )
        {
            return (width, height);
        }
        throw UserException.Usage(
            $"--size {text}：应是 {string.Join("、", Sizes.Keys)}，或列x行，如 100x30（40x12 至 500x300）。",
            $"--size {text}: expected {string.Join(", ", Sizes.Keys)}, or columns x lines such as 100x30 (40x12 to 500x300)."
        );
    }

    /// <summary>A screen is what fits on it; the other formats have all rows.</summary>
    private static int WriteScreen(Host host, PageSpec page, (int, int) size, Func<(int, int), string> screen)
    {
        RequireValues(host, page, each: null);
        var path = host.Parsed.GetValue(host.Options.Output);
        if (path is not null && !path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
            throw UserException.Usage($"-o {path}：带 --size 时后缀要是 .txt。", $"-o {path}: with --size the ending must be .txt.");
        if (path is not null)
            host.RequireTarget(path);
        var bytes = Encoding.UTF8.GetBytes(screen(size));
        if (path is null)
        {
            using var output = StandardOutput.Open();
            output.Write(bytes);
        }
        else
        {
            host.WriteFile(path, stream => stream.Write(bytes));
        }

        return ExitCode.Done;
    }

    private static int Write(Host host, PageSpec page, OpenModel model, PageState state, string? path, string? each = null)
    {
        if (host.Parsed.GetValue(host.Options.Param) is not null || each is null)
            RequireValues(host, page, each);
        var write = PageFile.WriterOf(path ?? "page.txt");
        if (path is not null)
            host.RequireTarget(path);
        var document = PageDocument.Make(host.Session, model, page, state, host.Language, only: null, host.Cancellation);
        foreach (
            var note in document.Visuals.Where(v => v.Result.Note is not null).Select(v => $"{v.Title}: {v.Result.Note!.In(host.Language)}")
        )
        {
            host.Messages.Note(note);
        }
        if (path is null)
        {
            using var output = StandardOutput.Open();
            write(document, output);
        }
        else
        {
            host.WriteFile(path, stream => write(document, stream));
        }

        var failed = document.Visuals.Where(v => v.Result.Content is VisualContent.Failed).ToArray();
        foreach (var visual in failed)
            Messages.Error($"{visual.Title}: {((VisualContent.Failed)visual.Result.Content).Message.In(host.MessageLanguage)}");
        return failed.Length > 0 ? ExitCode.Failed : ExitCode.Done;
    }

    /// <summary>Writes what is proposed into the user's folder, and says where it is and how it is looked at.</summary>
    private static int Propose(Host host, PageCatalog catalog, string file)
    {
        var proposal = PageProposal.Of(host.Session, catalog, file);
        var paths = proposal.Write(UserFolder.Path, host.Parsed.GetValue(host.Options.Force));
        foreach (var path in paths)
            host.Messages.Note(path);
        host.Messages.Note($"analytics --page {proposal.Name}");
        return ExitCode.Done;
    }

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
        Reads(host, catalog, name is null ? catalog.Names() : [name]);
        var faults = PageCheck.Of(host.Session, catalog, name);
        if (faults.Count > 0)
            return Faulty(host, faults);
        var count = catalog.Names().Count;
        host.Messages.Note(name is null ? $"{count} {Plural.Of(count, "page")} without fault." : $"'{name}' is without fault.");
        return ExitCode.Done;
    }

    private static int Faulty(Host host, IReadOnlyList<SpecFault> faults)
    {
        foreach (var fault in faults)
            Messages.Error(fault.In(host.MessageLanguage));
        return ExitCode.CheckFailed;
    }
}
