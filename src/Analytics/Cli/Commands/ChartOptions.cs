using System.CommandLine;
using System.Globalization;
using Analytics.Actions;
using Analytics.Charts;
using Analytics.Engine;
using Analytics.Engine.Queries;
using Analytics.Engine.Sessions;

namespace Analytics.Cli.Commands;

/// <summary>The options of a chart. An empty value takes away what the query says.</summary>
sealed class ChartOptions
{
    readonly Argument<string?> name = new("NAME") { Description = "A canned query", Arity = ArgumentArity.ZeroOrOne };
    readonly Option<string> sql = Text("--sql", "SQL instead of a canned query", "SQL");
    readonly Option<string> file = new("--file", "-f") { Description = "SQL of a file; a header as of canned queries may say how it is drawn", HelpName = "FILE" };
    readonly Option<string> kind = Text("--kind", $"{string.Join(", ", ChartKindName.All)} (default: that of the query, else by the columns)", "KIND");
    readonly Option<string> x = Column("--x", "Column of the categories");
    readonly Option<string> y = Column("--y", "Column of the values");
    readonly Option<string> series = Column("--series", "Column that parts the marks of one category");
    readonly Option<string> panels = Column("--panels", "Column that parts the chart into small ones with the same axes");
    readonly Option<string> label = Column("--label", "Column of the names of a scatter's points");
    readonly Option<string> detail = Column("--detail", "Column of a second line under the category");
    readonly Option<string> low = Column("--low", "Column of the lower end of an interval");
    readonly Option<string> high = Column("--high", "Column of the upper end of an interval");
    readonly Option<string> order = Text("--order", "Order of the rows (default: ranked from three figures up)", "ranked|given");
    readonly Option<string[]> reference = new("--reference") { Description = "A value to hold the marks against, with its name: '35 rule' (repeatable)", HelpName = "VALUE NAME" };
    readonly Option<string[]> annotate = new("--annotate") { Description = "A remark beside a mark, after its category (in which = is written \\=): '碧江区=first of its kind' (repeatable)", HelpName = "CATEGORY=TEXT" };
    readonly Option<string[]> allow = new("--allow") { Description = $"Draw although it misleads, and say so: {string.Join(", ", ChartGuards.Codes)} (repeatable)", HelpName = "CODE" };
    readonly Option<string> title = Text("--title", "Headline", "TEXT");
    readonly Option<string> subtitle = Text("--subtitle", "Line under the headline", "TEXT");
    readonly Option<string> notes = Text("--notes", "A remark for the footer", "TEXT");
    readonly Option<string> size = Text("--size", $"Size in pixels at scale 1 (default 1600x900), or {string.Join(", ", ChartSize.Named.Select(s => s.Name))}", "WxH");
    readonly Option<string> scale = Text("--scale", "Pixels per unit of size, 1 to 4 (default 1)", "N");
    readonly Option<string> style = Text("--style", "Colours (default light)", "light|dark");
    readonly Option<string> sidecar = Text("--sidecar", "Write data and evidence of the picture to a JSON file", "FILE");

    public void AddTo(Command command)
    {
        command.Arguments.Add(name);
        foreach (var option in new Option[] { sql, file, kind, x, y, series, panels, label, detail, low, high, order, reference, annotate, allow, title, subtitle, notes, size, scale, style, sidecar })
            command.Options.Add(option);
    }

    /// <summary>Where data and evidence go; null when they are not asked for.</summary>
    public string? Sidecar(ParseResult parsed) => parsed.GetValue(sidecar);

    /// <summary>The chart that is asked for, and its query, already running.</summary>
    public (ChartRequest Request, RunningQuery Query) Read(Host host)
    {
        var parsed = host.Parsed;
        var (change, parameters) = (Change(parsed), host.Options.Parameters(parsed));
        return (parsed.GetValue(name), parsed.GetValue(sql), parsed.GetValue(file)) switch
        {
            ({ } query, null, null) => Canned(host.Query(query)),
            (null, { } text, null) => Plain(text),
            (null, null, { } path) when Utf8Text.ReadFile(path) is var text => QueryFile.WithHeader(path, text) is { } headed ? Canned(headed) : Plain(text),
            _ => throw Wrong("请给出查询的名称、--sql SQL 或 -f 文件，三者取一。", "Give the name of a canned query, --sql SQL or -f FILE, one of them."),
        };

        (ChartRequest, RunningQuery) Canned(QueryFile query) =>
            (Changed(ChartRequest.For(query, host.Language)), host.Session.Run(query, parameters, host.Cancellation));
        (ChartRequest, RunningQuery) Plain(string text) =>
            (Changed(new ChartRequest(null, null, null, null, host.Language == "zh" ? ChartLanguage.Zh : ChartLanguage.En) { Sql = text }), host.Session.Run(text, ParameterValues.FromText(parameters), host.Cancellation));
        ChartRequest Changed(ChartRequest request) => change.Of(request) with { Command = CommandText(parsed) };
    }

    /// <summary>What the options change.</summary>
    /// <exception cref="EngineException">One of them cannot be read.</exception>
    public ChartChange Change(ParseResult parsed) => new()
    {
        Kind = parsed.GetValue(kind),
        X = parsed.GetValue(x),
        Y = parsed.GetValue(y),
        Series = parsed.GetValue(series),
        Panels = parsed.GetValue(panels),
        Label = parsed.GetValue(label),
        Detail = parsed.GetValue(detail),
        Low = parsed.GetValue(low),
        High = parsed.GetValue(high),
        Order = parsed.GetValue(order) switch { null => null, "given" => MarkOrder.Given, "ranked" => MarkOrder.Ranked, var text => throw OneOf("--order", text, "ranked", "given") },
        References = List(parsed, reference)?.Select(Reference).ToList(),
        Annotations = List(parsed, annotate)?.Select(Annotation).ToList(),
        Allow = List(parsed, allow),
        Title = parsed.GetValue(title),
        Subtitle = parsed.GetValue(subtitle),
        Notes = parsed.GetValue(notes),
        Style = parsed.GetValue(style) switch { null => null, "light" => ChartStyle.Light, "dark" => ChartStyle.Dark, var text => throw OneOf("--style", text, "light", "dark") },
        Size = parsed.GetValue(size) is { } pixels ? ChartSize.Parse(pixels) ?? throw Wrong($"--size：{ChartSize.Fault(pixels).Zh}", $"--size: {ChartSize.Fault(pixels).En}") : null,
        Scale = parsed.GetValue(scale) is { } times ? ScaleOf(times) : null,
    };

    /// <summary>The values of an option that can be repeated; one empty value takes all away.</summary>
    static string[]? List(ParseResult parsed, Option<string[]> option) => parsed.GetValue(option) is { Length: > 0 } values ? [.. values.Where(v => v.Length > 0)] : null;

    static ChartReference Reference(string text) => ReferenceText.One(text) ?? throw Wrong(
        $"--reference “{text}”：应是一个值和它的名称，如 '35 规定' 或 '85% 目标'。", $"--reference '{text}': expected a value and its name, for example '35 rule' or '85% target'.");

    static ChartAnnotation Annotation(string text) => AnnotationText.One(text) ?? throw Wrong(
        $"--annotate “{text}”：应是类目、等号和标注，如 '碧江区=首创'；类目里的 = 写作 \\=。", $"--annotate '{text}': expected a category, = and a remark, for example '碧江区=first of its kind'; in the category = is written \\=.");

    static int ScaleOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var scale) && scale is >= 1 and <= 4
        ? scale : throw Wrong($"--scale “{text}”：应是 1 至 4 的整数。", $"--scale '{text}': expected a whole number from 1 to 4.");

    static string CommandText(ParseResult parsed) => "analytics " + string.Join(' ', parsed.Tokens.Select(t => ShellText.Quote(t.Value)));

    static Option<string> Column(string name, string description) => Text(name, description, "COLUMN");

    static Option<string> Text(string name, string description, string value) => new(name) { Description = description, HelpName = value };

    static EngineException OneOf(string option, string text, params string[] words) => Wrong(
        $"{option} “{text}”：只能是 {string.Join("、", words)}。", $"{option} '{text}': expected one of {string.Join(", ", words)}.");

    static EngineException Wrong(string zh, string en) => new(EngineErrorKind.Usage, en) { Zh = zh };
}
