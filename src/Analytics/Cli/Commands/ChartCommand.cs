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
        "Draw a canned query or SQL as a picture, PNG or SVG by the ending of -o",
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
        var path = host.Parsed.GetValue(host.Options.Output) ?? throw Wrong("Name the picture: -o FILE.png or -o FILE.svg.");
        var format = FormatOf(path);
        if (format == ChartFormat.Png)
            PngSurface.StartAhead();
        var (request, query) = chart.Read(host);
        using var table = ResultTable.Read(query);
        var picture = ChartFile.Render(new ChartBuilder(host.Session, table, request).Build(), format);
        OutputFile.Write(path, host.Parsed.GetValue(host.Options.Force), stream =>
        {
            stream.Write(picture);
            return 0;
        });
        host.Messages.Note($"{path} written.");
        return ExitCode.Done;
    }

    static ChartFormat FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".png" => ChartFormat.Png,
        ".svg" => ChartFormat.Svg,
        _ => throw Wrong($"-o {path}: the ending must be .png or .svg."),
    };

    static EngineException Wrong(string message) => new(EngineErrorKind.Usage, message);
}

/// <summary>The options of a chart.</summary>
sealed class ChartOptions
{
    readonly Argument<string?> name = new("NAME") { Description = "A canned query", Arity = ArgumentArity.ZeroOrOne };
    readonly Option<string> sql = new("--sql") { Description = "SQL instead of a canned query", HelpName = "SQL" };
    readonly Option<string> kind = CommonOptions.Choice("--kind", "Kind of chart (default: that of the query, else bar)", "bar", "dot", "kpi");
    readonly Option<string> x = new("--x") { Description = "Column of the categories", HelpName = "COLUMN" };
    readonly Option<string> y = new("--y") { Description = "Column of the values", HelpName = "COLUMN" };
    readonly Option<string> title = new("--title") { Description = "Headline", HelpName = "TEXT" };
    readonly Option<string> size = new("--size") { Description = "Size in pixels at scale 1 (default 1600x900)", HelpName = "WxH", DefaultValueFactory = _ => "1600x900" };
    readonly Option<int> scale = new("--scale") { Description = "Pixels per unit of size, 1 to 4", HelpName = "N", DefaultValueFactory = _ => 1 };
    readonly Option<string> style = CommonOptions.Choice("--style", "Colours (default light)", "light", "dark");

    public void AddTo(Command command)
    {
        command.Arguments.Add(name);
        foreach (var option in new Option[] { sql, kind, x, y, title, size, scale, style })
            command.Options.Add(option);
    }

    /// <summary>The chart that is asked for, and its query, already running.</summary>
    public (ChartRequest Request, RunningQuery Query) Read(Host host)
    {
        var parsed = host.Parsed;
        var parameters = host.Options.Parameters(parsed);
        var (width, height) = SizeOf(parsed.GetValue(size)!);
        switch (parsed.GetValue(name), parsed.GetValue(sql))
        {
            case ({ } query, null):
                var file = host.Session.Queries.Get(query);
                return (Change(ChartRequest.For(file, host.Language)), host.Session.Run(file, parameters, host.Cancellation));
            case (null, { } text):
                host.Session.RegisterTables();
                var plain = new ChartRequest(null, null, null, null, host.Language == "zh" ? ChartLanguage.Zh : ChartLanguage.En);
                return (Change(plain), host.Session.Run(text, ParameterValues.FromText(parameters), host.Cancellation));
            default:
                throw new EngineException(EngineErrorKind.Usage, "Give either the name of a canned query or --sql SQL.");
        }

        ChartRequest Change(ChartRequest request) => request with
        {
            Kind = parsed.GetValue(kind) ?? request.Kind,
            X = parsed.GetValue(x) ?? request.X,
            Y = parsed.GetValue(y) ?? request.Y,
            Title = parsed.GetValue(title) ?? request.Title,
            Style = parsed.GetValue(style) == "dark" ? ChartStyle.Dark : ChartStyle.Light,
            Width = width,
            Height = height,
            Scale = parsed.GetValue(scale),
            Command = CommandText(parsed),
        };
    }

    static string CommandText(ParseResult parsed) =>
        "analytics " + string.Join(' ', parsed.Tokens.Select(t => ShellText.Quote(t.Value)));

    static (int Width, int Height) SizeOf(string text) =>
        text.Split('x') is [var w, var h] && int.TryParse(w, out var width) && int.TryParse(h, out var height)
            ? (width, height)
            : throw new EngineException(EngineErrorKind.Usage, $"--size {text}: expected WIDTHxHEIGHT, for example 1600x900.");
}
