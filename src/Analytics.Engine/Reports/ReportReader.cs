using System.Text.RegularExpressions;
using Analytics.Engine.Models;
using Analytics.Engine.Queries;

namespace Analytics.Engine.Reports;

/// <summary>Reads a report file. Unknown keys, names and places in texts are faults, all told at once.</summary>
internal sealed partial class ReportReader
{
    private readonly QueryCatalog _queries;
    private IReadOnlyList<QueryParameter> _parameters = [];

    private ReportReader(QueryCatalog queries) => _queries = queries;

    /// <param name="name">The file's name without its ending.</param>
    /// <param name="path">The file.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="queries">What it may name.</param>
    public static Reading<ReportSpec> Read(string name, string path, string text, QueryCatalog queries)
    {
        var file = new SpecFile(path);
        if (file.Root(text, name) is not { } root)
            return new(null, file.Faults);
        root.Allow("report", "title", "summary", "params", "parts");
        if (root.Required("report") is { } own && own.Text() is { } called && called != name)
            own.Wrong($"是“{called}”，应与文件名“{name}”相同", $"is '{called}'; expected the file's own name, '{name}'");
        var report = new ReportReader(queries).Report(name, path, root);
        return new(file.Faults.Count == 0 ? report : null, file.Faults);
    }

    private ReportSpec Report(string name, string path, SpecNode root)
    {
        _parameters = [.. (root.Optional("params")?.Entries() ?? []).Select(Parameter)];
        var title = root.Required("title")?.Localized() ?? Localized.Same("");
        if (root.Optional("title") is { } node)
            RequirePlaces(node, title, []);
        var parts = root.Required("parts");
        if (parts is { IsList: false })
            parts.Wrong("应是列表", "must be a list");
        var items = parts?.IsList == true ? parts.Items() : [];
        return new ReportSpec(name, path, title, _parameters, [.. items.Select(Item).OfType<ReportItem>()])
        {
            Summary = root.Optional("summary")?.Localized() ?? Localized.Same(""),
        };
    }

    private static QueryParameter Parameter((string Name, SpecNode Node) entry)
    {
        var (name, node) = entry;
        node.Allow("type", "from", "default", "label", "all");
        return new QueryParameter(
            name,
            node.Required("type")?.OneOf<ParameterType>() ?? ParameterType.Text,
            node.Optional("from")?.Text(),
            Required: node.Optional("default") is null,
            node.Optional("default") is { IsNull: false } given ? given.Text() : null,
            node.Required("label")?.Localized() ?? Localized.Same(name),
            node.Place.Line
        )
        {
            All = node.Optional("all")?.Localized(),
        };
    }

    private ReportItem? Item(SpecNode node)
    {
        string[] kinds = ["heading", "text", "query", "sql", "page"];
        var kind = node.IsMapping ? kinds.FirstOrDefault(k => node.Optional(k) is not null) : null;
        if (kind is null)
        {
            node.Wrong($"要有 {string.Join("、", kinds)} 之一", $"needs one of {string.Join(", ", kinds)}");
            return null;
        }

        var at = node.Optional(kind)!;
        return kind switch
        {
            "heading" => Heading(node.Allow("heading"), at),
            "text" => Text(node.Allow("text", "values"), at),
            "query" => Canned(node.Allow("query", "params", "title", "chart", "table"), at),
            "sql" => Sql(node.Allow("sql", "title", "chart", "table"), at),
            _ => Page(node.Allow("page", "params"), at),
        };
    }

    private ReportItem.Heading? Heading(SpecNode node, SpecNode at)
    {
        if (at.Localized() is not { } text)
            return null;
        RequirePlaces(at, text, []);
        return new(text);
    }

    private ReportItem.Text? Text(SpecNode node, SpecNode at)
    {
        var values = new Dictionary<string, string>();
        foreach (var (name, value) in node.Optional("values")?.Entries() ?? [])
        {
            if (value.Text() is { } sql)
                values[name] = sql;
        }

        if (at.Localized() is not { } words)
            return null;
        RequirePlaces(at, words, values.Keys);
        foreach (var unused in values.Keys.Where(v => !PlacesOf(words.Zh).Contains(v) && !PlacesOf(words.En).Contains(v)))
            node.Wrong($"：值“{unused}”没有用到", $": the value '{unused}' is not used");
        return new(words, values);
    }

    private ReportItem.Canned? Canned(SpecNode node, SpecNode at)
    {
        if (at.Text() is not { } name || at.Among(name, [.. _queries.Names()], "canned query", "查询") is null)
            return null;
        var query = _queries.Get(name);
        var given = new Dictionary<string, string?>();
        foreach (var own in query.Parameters.Where(p => _parameters.Any(r => r.Name == p.Name)))
            given[own.Name] = "$" + own.Name;
        foreach (var (parameter, value) in node.Optional("params")?.Entries() ?? [])
        {
            if (value.Among(parameter, [.. query.Parameters.Select(p => p.Name)], $"parameter of {name}", "参数") is null)
                continue;
            var text = value.IsNull ? "" : value.Text();
            if (text is ['$', .. var reference])
                value.Among(reference, [.. _parameters.Select(p => p.Name)], "parameter of the report", "报告参数");
            given[parameter] = text;
        }

        return With(new ReportItem.Canned(name, given), node);
    }

    private static ReportItem.Sql? Sql(SpecNode node, SpecNode at) => at.Text() is { } sql ? With(new ReportItem.Sql(sql), node) : null;

    private static ReportItem.Page? Page(SpecNode node, SpecNode at)
    {
        if (at.Text() is not { } name)
            return null;
        var settings = (node.Optional("params")?.Entries() ?? []).Select(e => (e.Name, Value: e.Node.Text()));
        return new(name, settings.Where(s => s.Value is not null).ToDictionary(s => s.Name, s => s.Value!));
    }

    private static T With<T>(T result, SpecNode node)
        where T : ReportItem.Result =>
        result with
        {
            Title = node.Optional("title")?.Localized(),
            HasChart = node.Optional("chart")?.Flag() ?? true,
            HasTable = node.Optional("table")?.Flag() ?? true,
        };

    /// <summary>Every place of a text is a parameter or a value.</summary>
    private void RequirePlaces(SpecNode node, Localized text, IEnumerable<string> values)
    {
        string[] known = [.. _parameters.Select(p => p.Name), .. values];
        foreach (var place in PlacesOf(text.Zh).Concat(PlacesOf(text.En)).Distinct().Where(p => !known.Contains(p)))
        {
            var near = SpecNode.Near(place, known);
            node.Wrong($"：{{{place}}} 既不是参数也不是值{near.Zh}", $": {{{place}}} is neither a parameter nor a value{near.En}");
        }
    }

    private static IEnumerable<string> PlacesOf(string text) => Place().Matches(text).Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Place();
}
