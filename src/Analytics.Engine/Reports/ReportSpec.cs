using Analytics.Engine.Models;
using Analytics.Engine.Queries;

namespace Analytics.Engine.Reports;

/// <summary>A report: a YAML file that says which queries stand in which order, and what is written between them.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Path">The file.</param>
/// <param name="Title">May hold parameters, as <c>{county}</c>.</param>
/// <param name="Parameters">In the order of the file.</param>
/// <param name="Items">What it is made of, in order.</param>
public sealed record ReportSpec(
    string Name,
    string Path,
    Localized Title,
    IReadOnlyList<QueryParameter> Parameters,
    IReadOnlyList<ReportItem> Items
)
{
    /// <summary>What it is for, in a sentence.</summary>
    public Localized Summary { get; init; } = Localized.Same("");

    /// <summary>The parameters as a session binds those of a canned query.</summary>
    public QueryFile ForBinding => new(Name, Path, Title, Summary, Parameters, null, [], "") { Titled = IsTitled ? Title : null };

    private bool IsTitled => Parameters.Any(p => Title.Zh.Contains($"{{{p.Name}}}", StringComparison.Ordinal));

    /// <summary>A report of canned queries, all with their defaults: a theme, or everything.</summary>
    /// <param name="name">Of the theme, or of the report of all.</param>
    /// <param name="title">Its title.</param>
    /// <param name="queries">In order; where they are of several themes, each has its heading.</param>
    public static ReportSpec Of(string name, Localized title, IReadOnlyList<QueryFile> queries)
    {
        var isSeveral = queries.Select(q => q.Theme).Distinct().Count() > 1;
        var items = queries
            .GroupBy(q => q.Theme)
            .SelectMany(theme =>
                new ReportItem?[] { isSeveral ? new ReportItem.Heading(ThemeTitle(theme.Key)) : null }.Concat(
                    theme.Select(q => new ReportItem.Canned(q.Name, new Dictionary<string, string?>()))
                )
            );
        return new ReportSpec(name, "", title, [], [.. items.OfType<ReportItem>()]);
    }

    /// <summary>A theme in words.</summary>
    public static Localized ThemeTitle(string theme) =>
        new(Results.ColumnHeadings.Of(theme, null, Language.Zh), char.ToUpperInvariant(theme[0]) + theme[1..].Replace('_', ' '));
}

/// <summary>What stands in a report.</summary>
public abstract record ReportItem
{
    private ReportItem() { }

    /// <summary>A heading over what follows.</summary>
    public sealed record Heading(Localized Words) : ReportItem;

    /// <summary>A paragraph.</summary>
    /// <param name="Words">May hold parameters and values in braces.</param>
    /// <param name="Values">Statements by name; the first cell of each stands in its place.</param>
    public sealed record Text(Localized Words, IReadOnlyDictionary<string, string> Values) : ReportItem;

    /// <summary>A result: that of a canned query, or of SQL.</summary>
    public abstract record Result : ReportItem
    {
        /// <summary>Its heading; null for that of the query.</summary>
        public Localized? Title { get; init; }

        /// <summary>Whether its chart is drawn, where its query names one.</summary>
        public bool HasChart { get; init; } = true;

        /// <summary>Whether its rows are there.</summary>
        public bool HasTable { get; init; } = true;
    }

    /// <summary>A canned query.</summary>
    /// <param name="Query">Its name.</param>
    /// <param name="Given">Values by parameter; <c>$name</c> is the report's own of that name.</param>
    public sealed record Canned(string Query, IReadOnlyDictionary<string, string?> Given) : Result;

    /// <summary>A statement, in which the report's parameters are bound.</summary>
    public sealed record Sql(string Statement) : Result;

    /// <summary>A page of the console.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Settings">Parameters and filters, as a command has them.</param>
    public sealed record Page(string Name, IReadOnlyDictionary<string, string> Settings) : ReportItem;
}

/// <summary>The reports of a folder.</summary>
/// <param name="folder">One that is not there has none.</param>
/// <param name="queries">What reports may show.</param>
public sealed class ReportCatalog(string folder, QueryCatalog queries)
{
    private readonly SpecFolder _files = new([folder]);

    public IReadOnlyList<string> Names() => _files.Names();

    /// <summary>The file of a report; null for a theme and for everything, which have none.</summary>
    public string? PathOf(string? name) => name is null ? null : _files.PathOf(name) ?? (IsFile(name) ? name : null);

    /// <summary>A report by its name, a file of the user's by its path, a theme of canned queries, or all of them.</summary>
    /// <param name="name">Null for everything.</param>
    /// <exception cref="UserException">There is none; the message names the nearest.</exception>
    public Reading<ReportSpec> Read(string? name)
    {
        if (name is null)
            return new(ReportSpec.Of("everything", new("全部查询", "All canned queries"), queries.All()), []);
        if (_files.PathOf(name) is { } path)
            return ReportReader.Read(name, path, Sessions.Utf8Text.ReadFile(path), queries);
        var themes = queries.Names().GroupBy(n => n.Split('/')[0]).ToDictionary(g => g.Key, g => g.ToList());
        if (themes.TryGetValue(name, out var own))
            return new(ReportSpec.Of(name, ReportSpec.ThemeTitle(name), [.. own.Select(queries.Get)]), []);
        if (IsFile(name))
            return ReportReader.Read(Path.GetFileNameWithoutExtension(name), name, Sessions.Utf8Text.ReadFile(name), queries);
        var near = SpecNode.Near(name, Names().Concat(themes.Keys));
        var (reports, others) = (string.Join(", ", Names()), string.Join(", ", themes.Keys.Order(StringComparer.Ordinal)));
        throw UserException.Usage(
            $"没有报告或主题“{name}”{near.Zh}。报告有 {reports}；主题有 {others}；自己的写 .yaml 文件的路径。",
            $"There is no report or theme '{name}'{near.En}. Reports: {reports}; themes: {others}; or the path of a .yaml file."
        );
    }

    private static bool IsFile(string name) =>
        name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal);
}
