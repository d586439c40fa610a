using System.Text.RegularExpressions;
using Analytics.Engine.Models;
using Analytics.Engine.Queries;

namespace Analytics.Engine.Pages;

/// <content>Visuals.</content>
internal sealed partial class PageReader
{
    private static readonly string[] Common = ["kind", "title", "listen", "emit", "empty", "drill", "format", "when"];

    private static readonly Dictionary<VisualKind, string[]> Own = new()
    {
        [VisualKind.Verdict] = ["ask", "length", "count", "missing", "about"],
        [VisualKind.Card] = ["value", "values", "versus", "share", "second"],
        [VisualKind.Bar] = ["x", "series", "value", "sort", "order", "top", "others", "tail", "chart", "where", "states"],
        [VisualKind.Dot] = ["x", "series", "value", "sort", "order", "top", "others", "tail", "chart", "where", "states"],
        [VisualKind.Line] = ["x", "series", "value", "chart", "where"],
        [VisualKind.Matrix] = ["rows", "cols", "value", "states", "shade", "total", "sort", "top", "others", "where", "chart"],
        [VisualKind.Table] = ["columns", "values", "query", "params", "source", "where", "sort", "top", "tail"],
        [VisualKind.Sentences] = ["follow", "notes", "top", "sort", "where"],
        [VisualKind.Article] = ["follow"],
        [VisualKind.Text] = ["text"],
    };

    private VisualSpec? Visual((string Name, SpecNode Node) entry)
    {
        var (name, node) = entry;
        if (node.Optional("kind") is null)
            node.Allow([.. Common, .. Own.Values.SelectMany(o => o).Distinct()]);
        if (node.Required("kind")?.OneOf<VisualKind>() is not { } kind)
            return null;
        node.Allow([.. Common, .. Own[kind]]);
        var read = new VisualSpec(name, kind, node.Place)
        {
            Title = node.Optional("title")?.Localized(),
            Empty = node.Optional("empty")?.Localized(),
            Text = node.Optional("text")?.Localized(),
            Rows = FieldOf(node.Optional("rows")),
            Cols = FieldOf(node.Optional("cols")),
            X = FieldOf(node.Optional("x")),
            Series = FieldOf(node.Optional("series")),
            Values = [.. Several(node, "value").Concat(Several(node, "values")).Select(Value).OfType<PageValue>()],
            Columns = [.. Several(node, "columns").Select(Column).OfType<PageColumn>()],
            Query = node.Optional("query")?.Text(),
            QueryParameters = node.Optional("params") is { } given ? ParametersOf(given) : new Dictionary<string, string>(),
            ShowsSourceRows = node.Optional("source")?.OneOf("rows") is not null,
            Where = node.Optional("where")?.Text(),
            When = node.Optional("when")?.Text(),
            Top = node.Optional("top")?.Whole(1, 100_000),
            ShowsOthers = node.Optional("others")?.Flag() ?? false,
            IsShaded = node.Optional("shade")?.OneOf("common") is not null,
            ShowsStates = node.Optional("states")?.Flag() ?? false,
            Format = [.. node.Optional("format")?.Items().Select(Format).OfType<PageFormat>() ?? []],
            Follow = node.Optional("follow") is { } follow ? VisualName(follow) : null,
            Drill = node.Optional("drill") is { } drill ? Drill(drill) : null,
            Chart = node.Optional("chart") is { } chart ? ChartOf(chart) : null,
            Ask = [.. node.Optional("ask")?.Items().Select(Question).OfType<PageQuestion>() ?? []],
            Length = node.Optional("length")?.OneOf<VerdictLength>(),
            CountsStandings = node.Optional("count")?.OneOf(PageValue.Standings) is not null,
            SaysMissing = node.Optional("missing")?.Flag() ?? true,
            IsAboutPlace = node.Optional("about")?.OneOf("place") is not null,
            Tail = [.. node.Optional("tail")?.Items().Select(Tail).OfType<string>() ?? []],
            Versus = node.Optional("versus") is { } versus ? Versus(versus) : null,
            ShowsShare = node.Optional("share")?.Flag() ?? false,
            CountsRows = node.Optional("second")?.OneOf("count") is not null,
            ShowsNotes = node.Optional("notes")?.Flag() ?? false,
            Places = node.Entries().ToDictionary(e => e.Name, e => e.Node.Place),
        };
        return Whole(node, Listening(node, Sorted(node, Totals(node, Pointed(read)))));
    }

    /// <summary>Points of single rows are rows too: what each is of, and its figure as printed.</summary>
    private static VisualSpec Pointed(VisualSpec visual) =>
        visual is { Kind: VisualKind.Dot, IsOfRows: true, X: { } axis }
            ? visual with
            {
                Columns = [new PageColumn(axis.Name, axis), new PageColumn(PageColumn.Printed, null)],
            }
            : visual;

    private static IEnumerable<SpecNode> Several(SpecNode node, string key) => node.Optional(key)?.Items() ?? [];

    /// <summary>What a kind cannot do without.</summary>
    private static VisualSpec Whole(SpecNode node, VisualSpec visual)
    {
        foreach (var key in Needs(visual.Kind))
            node.Required(key);
        if (visual.Kind == VisualKind.Table && visual is { Columns: [], Values: [], Query: null, ShowsSourceRows: false })
            node.Wrong("要有 columns、query 或 source", "needs columns, query or source");
        if (visual.Kind == VisualKind.Card && visual.Values is [] && node.Optional("value") is null && node.Optional("values") is null)
            node.Wrong("缺少“value”", "lacks 'value'");
        if (visual.ShowsOthers && visual.Values is [{ Measure.Additivity: Additivity.None } value, ..])
        {
            var at = node.Optional("others") ?? node;
            at.Wrong($"：“{value.Name}”不能相加，没有“其余”", $": '{value.Name}' does not add up, so there are no others");
        }

        Field?[] declared = visual.Emit.Count > 0 ? [.. visual.Emit] : [visual.Rows, visual.Cols, visual.X, visual.Series];
        return visual with { Emit = node.Optional("emit") is { } emit && IsNone(emit) ? [] : [.. declared.OfType<Field>().Distinct()] };
    }

    private static bool IsNone(SpecNode emit) => emit.Texts() is ["none"];

    private static IEnumerable<string> Needs(VisualKind kind) =>
        kind switch
        {
            VisualKind.Bar or VisualKind.Dot or VisualKind.Line => ["x", "value"],
            VisualKind.Matrix => ["rows", "cols", "value"],
            VisualKind.Article => ["follow"],
            VisualKind.Text => ["text"],
            _ => [],
        };

    private VisualSpec Listening(SpecNode node, VisualSpec visual)
    {
        var emit =
            node.Optional("emit") is { } at && !IsNone(at) ? [.. at.Items().Select(i => FieldOf(i)).OfType<Field>()] : Array.Empty<Field>();
        if (node.Optional("listen") is not { } listen || (!listen.IsList && listen.Text() == "all"))
            return visual with { Emit = emit };
        string[] known = [VisualSpec.SlicersWord, .. _visuals, .. _slicers];
        var names = listen.Items().Select(i => i.Text() is { } name ? i.Among(name, known, "visual or slicer", "图块或切片器") : null);
        return visual with { Emit = emit, ListensToAll = false, Listen = [.. names.OfType<string>()] };
    }

    private VisualSpec Sorted(SpecNode node, VisualSpec visual)
    {
        if (node.Optional("order")?.OneOf("given", "ranked") is { } order)
            visual = visual with { SortsDescending = order == "ranked" ? true : null };
        if (node.Optional("sort") is not { } sort)
            return visual;
        if (visual.Kind is VisualKind.Table or VisualKind.Sentences)
            return visual with { Sort = [.. sort.Items().Select(Column).OfType<PageColumn>()] };
        return visual with { SortsDescending = sort.OneOf("asc", "desc") is { } direction ? direction == "desc" : null };
    }

    private static VisualSpec Totals(SpecNode node, VisualSpec visual)
    {
        var total = node.Optional("total")?.OneOf("row", "col", "both", "none");
        return visual with { TotalsRows = total is "row" or "both", TotalsColumns = total is "col" or "both" };
    }

    private PageValue? Value(SpecNode node)
    {
        if (node.Text() is not { } text)
            return null;
        var (name, argument) = Call().Match(text) is { Success: true } call ? (call.Groups[1].Value, call.Groups[2].Value) : (text, "");
        if (_model.MeasureOf(text) is { } measure)
            return new PageValue(text, null, measure);
        string[] known = _model.Compare.Count + _model.States.Count > 0 ? [.. PageValue.BuiltIn] : [];
        return node.Among(name, [.. _model.Measures.Select(m => m.Name), .. known], "measure", "度量") is null
            ? null
            : new PageValue(name, argument.Length > 0 ? argument : null, null);
    }

    [GeneratedRegex(@"^(\w+)\((\w*)\)$")]
    private static partial Regex Call();

    /// <summary>A field, a built-in column, or else a column of the source, which only the engine knows.</summary>
    private PageColumn? Column(SpecNode node)
    {
        if (node.Text() is not { } name)
            return null;
        if (_model.Compare.Count > 0 && PageColumn.BuiltIn.Contains(name))
            return new PageColumn(name, null);
        if (_model.FieldOf(name) is { } field)
            return new PageColumn(name, field);
        var dimension = name.Split('.')[0];
        if (name.Contains('.') && _model.Dimensions.Any(d => d.Name == dimension))
            node.Among(name, [.. _model.Fields.Select(f => f.Name)], "dimension", "维度");
        return new PageColumn(name, null);
    }

    private Dictionary<string, string> ParametersOf(SpecNode node)
    {
        var given = new Dictionary<string, string>();
        foreach (var (name, value) in node.Entries())
        {
            if (value.Text() is { } slicer && value.Among(slicer, _slicers, "slicer", "切片器") is { } known)
                given[name] = known;
        }

        return given;
    }

    private static PageFormat? Format(SpecNode node)
    {
        node.Allow("when", "style");
        var (when, style) = (node.Required("when")?.Text(), node.Required("style")?.OneOf<PageStyle>());
        return when is null || style is null ? null : new PageFormat(when, style.Value);
    }

    private static PageDrill? Drill(SpecNode node)
    {
        if (!node.IsMapping)
            return node.OneOf("article") is not null ? new PageDrill(null, new Dictionary<string, string>(), node.Place) : null;
        node.Allow("page", "pass");
        var pass = new Dictionary<string, string>();
        if (node.Optional("pass") is { IsMapping: true } passed)
        {
            foreach (var (name, value) in passed.Entries())
            {
                if (value.Text() is { } what)
                    pass[name] = what;
            }
        }
        else
        {
            node.Optional("pass")?.OneOf("params");
        }

        return node.Required("page")?.Text() is { } page ? new PageDrill(page, pass, node.Place) : null;
    }

    private static ChartHint ChartOf(SpecNode node)
    {
        var values = ChartOptionValues<Localized>.None;
        node.Allow([.. ChartOption.All.Select(o => o.Key)]);
        foreach (var (name, value) in node.Entries().Where(e => ChartOption.All.Any(o => o.Key == e.Name)))
            values = values.With(name, value.Items().Select(i => i.Localized()).OfType<Localized>());
        return new ChartHint(values, node.Place.Line);
    }

    private static PageQuestion? Question(SpecNode node)
    {
        node.Allow("zh", "en", "params");
        var (zh, en) = (node.Required("zh")?.Text(), node.Required("en")?.Text());
        var given = node.Required("params")?.Entries().ToDictionary(e => e.Name, e => e.Node.Text() ?? "");
        return zh is null || en is null || given is null ? null : new PageQuestion(new Localized(zh, en), given);
    }

    private string? Tail(SpecNode node) => node.OneOf(["near", .. _model.States.Select(s => s.Name)]);

    private PageVersus? Versus(SpecNode node)
    {
        if (!node.IsMapping)
            return node.OneOf("all") is not null ? new PageVersus(null, 0) : null;
        node.Allow("dimension", "offset");
        return node.Required("dimension") is { } at && FieldOf(at) is { } field
            ? new PageVersus(field, node.Optional("offset")?.Whole(-100, 100) ?? -1)
            : null;
    }
}
