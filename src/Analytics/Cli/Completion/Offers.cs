using System.CommandLine;
using System.CommandLine.Completions;
using Analytics.Engine.Models;
using Analytics.Engine.Pages;
using Analytics.Engine.Queries;
using Analytics.Engine.Reports;
using Analytics.Engine.Sessions;

namespace Analytics.Cli.Completion;

/// <summary>Values that a command line may have and that are known only when it is typed: of the home's files and its data.</summary>
internal static class Offers
{
    private const string Pages = "page",
        Reports = "report",
        Run = "--run",
        Sql = "--sql";

    /// <summary>The user's bookmarks.</summary>
    public static IEnumerable<string> BookmarkNames(CompletionContext context) => Bookmarks.OfUser.All().Select(b => b.Name);

    /// <summary>The canned queries with their titles.</summary>
    public static Func<CompletionContext, IEnumerable<CompletionItem>> Queries(CommonOptions options) =>
        context => Catalog(options, context.ParseResult).All().Select(q => Of(q.Name, q.Title.In(options.LanguageOf(context.ParseResult))));

    /// <summary>The pages.</summary>
    public static Func<CompletionContext, IEnumerable<CompletionItem>> PageNames(CommonOptions options) =>
        context =>
        {
            var (catalog, language) = (PageCatalog.Of(options.FindHome(context.ParseResult)), options.LanguageOf(context.ParseResult));
            return catalog.Names().Select(n => Of(n, catalog.Read(n).Value?.Title.In(language)));
        };

    /// <summary>The reports, and the themes of canned queries.</summary>
    public static Func<CompletionContext, IEnumerable<CompletionItem>> ReportNames(CommonOptions options) =>
        context =>
        {
            var catalog = ReportsOf(options, context.ParseResult);
            var themes = Catalog(options, context.ParseResult).Names().Select(n => n.Split('/')[0]).Distinct();
            return catalog
                .Names()
                .Concat(themes)
                .Select(n => Of(n, catalog.Read(n).Value?.Title.In(options.LanguageOf(context.ParseResult))));
        };

    /// <summary><c>name=</c> for each parameter of what the line names, or once that is typed its values.</summary>
    public static Func<CompletionContext, IEnumerable<CompletionItem>> Parameters(CommonOptions options) =>
        context =>
        {
            var parsed = context.ParseResult;
            var language = options.LanguageOf(parsed);
            string[] words = [.. parsed.GetResult(options.Param)?.Tokens.Select(t => t.Value) ?? []];
            var word = words.LastOrDefault() ?? "";
            if (word.Split('=', 2) is [var name, var typed])
            {
                return Declared(options, parsed)
                    .Where(p => p.Name == name)
                    .SelectMany(p => Values(options, parsed, p, typed))
                    .Concat(SlicersOf(options, parsed).Where(s => s.Name == name).SelectMany(s => Values(options, parsed, s)));
            }

            return Declared(options, parsed)
                .Select(p => (p.Name, p.Label))
                .Concat(SlicersOf(options, parsed).Select(s => (s.Name, s.Label)))
                .Where(p => !words.Any(w => w.StartsWith(p.Name + "=", StringComparison.Ordinal)))
                .Select(p => Of(p.Name + "=", p.Label.In(language)));
        };

    /// <summary>The parameters with a pick-list, one output for each value of which can be asked for.</summary>
    public static Func<CompletionContext, IEnumerable<CompletionItem>> Listed(CommonOptions options) =>
        context =>
            Declared(options, context.ParseResult)
                .Where(p => p.From is not null)
                .Select(p => (p.Name, p.Label))
                .Concat(SlicersOf(options, context.ParseResult).Select(s => (s.Name, s.Label)))
                .Select(p => Of(p.Name, p.Label.In(options.LanguageOf(context.ParseResult))));

    /// <summary>The columns of the result that the line is about.</summary>
    public static Func<CompletionContext, IEnumerable<CompletionItem>> Columns(CommonOptions options) =>
        context =>
        {
            var parsed = context.ParseResult;
            using var session = Open(options, parsed);
            using var result =
                NamedQuery(options, parsed) is { } query ? session.Run(query, Given(options, parsed))
                : TextOf(parsed, Sql) is { } sql
                    ? session.Run(session.WithOpenedFiles(sql), ParameterValues.FromText(Given(options, parsed)))
                : null;
            return result?.Columns.Select(c => Of(c.Name, c.Type.ToString())).ToList() ?? [];
        };

    private static CompletionItem Of(string word, string? detail) => new(word, detail: detail);

    private static QueryCatalog Catalog(CommonOptions options, ParseResult parsed) => new(options.FindHome(parsed).Queries);

    private static ReportCatalog ReportsOf(CommonOptions options, ParseResult parsed)
    {
        var home = options.FindHome(parsed);
        return new(Path.Combine(home.Queries, "reports"), new QueryCatalog(home.Queries));
    }

    private static AnalyticsSession Open(CommonOptions options, ParseResult parsed) => AnalyticsSession.Open(options.Session(parsed));

    /// <summary>The parameters of the query or report that the line names.</summary>
    private static IReadOnlyList<QueryParameter> Declared(CommonOptions options, ParseResult parsed) =>
        parsed.CommandResult.Command.Name switch
        {
            Reports => ReportsOf(options, parsed).Read(ArgumentOf(parsed)).Value?.Parameters ?? [],
            Pages => [],
            _ => NamedQuery(options, parsed)?.Parameters ?? [],
        };

    /// <summary>The page that the line names.</summary>
    private static PageSpec? PageOf(CommonOptions options, ParseResult parsed) =>
        parsed.CommandResult.Command.Name == Pages && ArgumentOf(parsed) is { } name
            ? PageCatalog.Of(options.FindHome(parsed)).Read(name).Value
            : null;

    private static IReadOnlyList<Slicer> SlicersOf(CommonOptions options, ParseResult parsed) => PageOf(options, parsed)?.Slicers ?? [];

    /// <summary>The options of a slicer, or else the members that it filters by.</summary>
    private static List<CompletionItem> Values(CommonOptions options, ParseResult parsed, Slicer slicer)
    {
        var language = options.LanguageOf(parsed);
        if (slicer.Field is not { } field)
            return [.. slicer.Options.Select(o => Of($"{slicer.Name}={o.Name}", o.Label.In(language)))];
        using var session = Open(options, parsed);
        var members = OpenModel.Open(session, PageOf(options, parsed)!.Model).Members.Of(field).All;
        return [.. members.Select(m => Of($"{slicer.Name}={m.Key}", m.Name.In(language)))];
    }

    private static QueryFile? NamedQuery(CommonOptions options, ParseResult parsed) =>
        (TextOf(parsed, Run) ?? ArgumentOf(parsed)) is { } name && Catalog(options, parsed) is var catalog && catalog.Names().Contains(name)
            ? catalog.Get(name)
            : null;

    /// <summary>The values of a pick-list, each after its parameter's name; of places any name, once something of it is typed.</summary>
    private static List<CompletionItem> Values(CommonOptions options, ParseResult parsed, QueryParameter parameter, string typed)
    {
        if (parameter.From is null)
            return [];
        using var session = Open(options, parsed);
        var language = options.LanguageOf(parsed);
        var choices = session.Choices(parameter) ?? [];
        if (typed.Length == 0)
            return [.. choices.Select(c => Of($"{parameter.Name}={c.Value}", c.Label.In(language)))];
        var places = session.PlaceAliases();
        return
        [
            .. choices.SelectMany(c =>
                places.NamesOf(c.Value).Prepend(c.Value).Select(n => Of($"{parameter.Name}={n}", c.Label.In(language)))
            ),
        ];
    }

    private static Dictionary<string, string?> Given(CommonOptions options, ParseResult parsed) =>
        (parsed.GetResult(options.Param)?.Tokens ?? [])
            .Select(t => t.Value.Split('=', 2))
            .Where(p => p.Length == 2)
            .GroupBy(p => p[0])
            .ToDictionary(p => p.Key, p => (string?)p.Last()[1]);

    private static string? ArgumentOf(ParseResult parsed) =>
        parsed.CommandResult.Command.Arguments is [var first, ..] && parsed.GetResult(first) is { Tokens: [var given, ..] }
            ? given.Value
            : null;

    private static string? TextOf(ParseResult parsed, string name) =>
        parsed.CommandResult.Command.Options.FirstOrDefault(o => o.Name == name) is { } option
        && parsed.GetResult(option) is { Tokens: [var given, ..] }
            ? given.Value
            : null;
}
