using System.CommandLine;
using Analytics.Actions;
using Analytics.Charts;
using Analytics.Engine;
using Analytics.Engine.Export;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Cli.Commands;

/// <summary><c>analytics chart NAME | --sql SQL -o FILE</c></summary>
static class ChartCommand
{
    public static readonly BatchCommand Definition = new(
        "chart",
        "Draw a canned query or SQL as a picture, PNG, SVG or PDF by the ending of -o",
        (command, options) =>
        {
            var chart = new ChartOptions();
            chart.AddTo(command);
            command.Options.Add(options.Param);
            command.Add([options.Output, options.Force, options.Timeout]);
            return host => Run(host, chart);
        });

    static int Run(Host host, ChartOptions chart)
    {
        var path = host.Parsed.GetValue(host.Options.Output) ?? throw Wrong("Name the picture: -o FILE.png, -o FILE.svg or -o FILE.pdf.");
        var format = FormatOf(path);
        if (format == ChartFormat.Png)
            PngSurface.StartAhead();
        var (request, query) = chart.Read(host);
        using var table = ResultTable.Read(query);
        var spec = new ChartBuilder(host.Session, table, request).Build();
        WarnOfGlyphs(spec);
        var picture = ChartFile.Render(spec, format);
        Write(host, path, stream => stream.Write(picture));
        if (chart.Sidecar(host.Parsed) is { } sidecar)
            Write(host, sidecar, stream => ChartSidecar.Write(stream, spec, host.Session, table));
        return ExitCode.Done;
    }

    static void Write(Host host, string path, Action<Stream> fill)
    {
        OutputFile.Write(path, host.Parsed.GetValue(host.Options.Force), stream =>
        {
            fill(stream);
            return 0;
        });
        host.Messages.Note($"{path} written.");
    }

    static void WarnOfGlyphs(ChartSpec spec)
    {
        if (GlyphCoverage.Missing(spec) is { Count: > 0 } missing)
            Messages.Warn($"The bundled font has no glyph for {string.Join(", ", missing.Select(r => $"{r} (U+{r.Value:X4})"))}; the picture shows a box there. Write these characters differently.");
    }

    static ChartFormat FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".png" => ChartFormat.Png,
        ".svg" => ChartFormat.Svg,
        ".pdf" => ChartFormat.Pdf,
        _ => throw Wrong($"-o {path}: the ending must be .png or .svg or .pdf."),
    };

    static EngineException Wrong(string message) => new(EngineErrorKind.Usage, message);
}

/// <summary>The options of a chart.</summary>
sealed class ChartOptions
{
    readonly Argument<string?> name = new("NAME") { Description = "A canned query", Arity = ArgumentArity.ZeroOrOne };
    readonly Option<string> sql = new("--sql") { Description = "SQL instead of a canned query", HelpName = "SQL" };
    readonly Option<string> kind = new("--kind") { Description = $"{string.Join(", ", ChartKindName.All)} (default: that of the query, else by the columns)", HelpName = "KIND" };
    readonly Option<string> x = new("--x") { Description = "Column of the categories", HelpName = "COLUMN" };
    readonly Option<string> y = new("--y") { Description = "Column of the values", HelpName = "COLUMN" };
    readonly Option<string> series = Column("--series", "Column that parts the marks of one category");
    readonly Option<string> panels = Column("--panels", "Column that parts the chart into small ones with the same axes");
    readonly Option<string> label = Column("--label", "Column of the names of a scatter's points");
    readonly Option<string> detail = Column("--detail", "Column of a second line under the category");
    readonly Option<string> low = Column("--low", "Column of the lower end of an interval");
    readonly Option<string> high = Column("--high", "Column of the upper end of an interval");
    readonly Option<string> order = CommonOptions.Choice("--order", "Order of the rows (default: ranked from three figures up)", "ranked", "given");
    readonly Option<string[]> reference = new("--reference") { Description = "A value to hold the marks against, with its name: '35 rule' (repeatable)", HelpName = "VALUE NAME" };
    readonly Option<string[]> annotate = new("--annotate") { Description = "A remark beside a mark, after its category: '碧江区=first of its kind' (repeatable)", HelpName = "CATEGORY=TEXT" };
    readonly Option<string[]> allow = new("--allow") { Description = $"Draw although it misleads, and say so: {string.Join(", ", ChartGuards.Codes)} (repeatable)", HelpName = "CODE" };
    readonly Option<string> subtitle = new("--subtitle") { Description = "Line under the headline", HelpName = "TEXT" };
    readonly Option<string> sidecar = new("--sidecar") { Description = "Write data and evidence of the picture to a JSON file", HelpName = "FILE" };
    readonly Option<string> title = new("--title") { Description = "Headline", HelpName = "TEXT" };
    readonly Option<string> size = new("--size") { Description = "Size in pixels at scale 1 (default 1600x900), or 16:9, 4:3, square, a4-half, column", HelpName = "WxH", DefaultValueFactory = _ => "1600x900" };
    readonly Option<int> scale = new("--scale") { Description = "Pixels per unit of size, 1 to 4", HelpName = "N", DefaultValueFactory = _ => 1 };
    readonly Option<string> style = CommonOptions.Choice("--style", "Colours (default light)", "light", "dark");

    public void AddTo(Command command)
    {
        command.Arguments.Add(name);
        foreach (var option in new Option[] { sql, kind, x, y, series, panels, label, detail, low, high, order, reference, annotate, allow, title, subtitle, size, scale, style, sidecar })
            command.Options.Add(option);
    }

    static Option<string> Column(string name, string description) => new(name) { Description = description, HelpName = "COLUMN" };

    /// <summary>Where data and evidence go; null when they are not asked for.</summary>
    public string? Sidecar(ParseResult parsed) => parsed.GetValue(sidecar);

    /// <summary>The chart that is asked for, and its query, already running.</summary>
    public (ChartRequest Request, RunningQuery Query) Read(Host host)
    {
        var parsed = host.Parsed;
        var parameters = host.Options.Parameters(parsed);
        var (width, height) = SizeOf(parsed.GetValue(size)!);
        switch (parsed.GetValue(name), parsed.GetValue(sql))
        {
            case ({ } query, null):
                var file = host.Query(query);
                return (Change(ChartRequest.For(file, host.Language)), host.Session.Run(file, parameters, host.Cancellation));
            case (null, { } text):
                var plain = new ChartRequest(null, null, null, null, host.Language == "zh" ? ChartLanguage.Zh : ChartLanguage.En) { Sql = text };
                return (Change(plain), host.Session.Run(text, ParameterValues.FromText(parameters), host.Cancellation));
            default:
                throw new EngineException(EngineErrorKind.Usage, "Give either the name of a canned query or --sql SQL.");
        }

        ChartRequest Change(ChartRequest request)
        {
            // A kind named by the user lets go of what the header says for another kind; what the user names must suit.
            var chosen = parsed.GetValue(kind) is { } named ? request.As(named) : request;
            return chosen with
            {
                X = parsed.GetValue(x) ?? chosen.X,
                Y = parsed.GetValue(y) ?? chosen.Y,
                Series = parsed.GetValue(series) ?? chosen.Series,
                Panels = parsed.GetValue(panels) ?? chosen.Panels,
                Label = parsed.GetValue(label) ?? chosen.Label,
                Detail = parsed.GetValue(detail) ?? chosen.Detail,
                Low = parsed.GetValue(low) ?? chosen.Low,
                High = parsed.GetValue(high) ?? chosen.High,
                Order = parsed.GetValue(order) switch { "given" => MarkOrder.Given, "ranked" => MarkOrder.Ranked, _ => chosen.Order },
                References = parsed.GetValue(reference) is { Length: > 0 } references ? [.. references.Select(Reference)] : chosen.References,
                Annotations = parsed.GetValue(annotate) is { Length: > 0 } annotations ? [.. annotations.Select(Annotation)] : chosen.Annotations,
                Allow = [.. chosen.Allow, .. parsed.GetValue(allow) ?? []],
                Title = parsed.GetValue(title) ?? chosen.Title,
                Subtitle = parsed.GetValue(subtitle) ?? chosen.Subtitle,
                Style = parsed.GetValue(style) == "dark" ? ChartStyle.Dark : ChartStyle.Light,
                Width = width,
                Height = height,
                Scale = parsed.GetValue(scale),
                Command = CommandText(parsed),
            };
        }
    }

    static ChartReference Reference(string text) => ReferenceText.One(text)
        ?? throw new EngineException(EngineErrorKind.Usage, $"--reference '{text}': expected a value and its name, for example '35 rule' or '85% target'.");

    static ChartAnnotation Annotation(string text) => text.IndexOf('=') is > 0 and var at && text[(at + 1)..].Trim() is { Length: > 0 } remark
        ? new ChartAnnotation(text[..at].Trim(), remark)
        : throw new EngineException(EngineErrorKind.Usage, $"--annotate '{text}': expected a category and a remark, for example '碧江区=first of its kind'.");

    static string CommandText(ParseResult parsed) =>
        "analytics " + string.Join(' ', parsed.Tokens.Select(t => ShellText.Quote(t.Value)));

    static (int Width, int Height) SizeOf(string text) => text switch
    {
        "16:9" => (1600, 900),
        "4:3" => (1200, 900),
        "square" => (1080, 1080),
        "a4-half" => (1240, 877),
        "column" => (480, 720),
        _ => text.Split('x') is [var w, var h] && int.TryParse(w, out var width) && int.TryParse(h, out var height)
            ? (width, height)
            : throw new EngineException(EngineErrorKind.Usage, $"--size {text}: expected WIDTHxHEIGHT, for example 1600x900, or 16:9, 4:3, square, a4-half or column."),
    };
}
