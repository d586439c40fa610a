using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;
using Analytics.Charts;
using Analytics.Engine;
using Analytics.Engine.Lineage;
using Analytics.Engine.Queries;
using Analytics.Engine.Sessions;
using Analytics.Figures;

namespace Analytics.Cli.Commands;

/// <summary>The options of a chart. An empty value takes away what the query says.</summary>
internal sealed partial class ChartOptions
{
    private readonly Argument<string?> _name = new("NAME") { Description = "A canned query", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string> _sql = Text("--sql", "SQL instead of a canned query", "SQL");
    private readonly Option<string> _file = new("--file", "-f")
    {
        Description = "SQL of a file; a header as of canned queries may say how it is drawn",
        HelpName = "FILE",
    };
    private readonly Option<string> _kind = Text(
        "--kind",
        $"{string.Join(", ", ChartKindName.All)} (default: that of the query, else by the columns)",
        "KIND"
    );
    private readonly Option<string> _x = Column("--x", "Column of the categories");
    private readonly Option<string> _y = Column("--y", "Column of the values");
    private readonly Option<string> _series = Column("--series", "Column that parts the marks of one category");
    private readonly Option<string> _panels = Column("--panels", "Column that parts the chart into small ones with the same axes");
    private readonly Option<string> _label = Column("--label", "Column of the names of a scatter's points");
    private readonly Option<string> _detail = Column("--detail", "Column of a second line under the category");
    private readonly Option<string> _low = Column("--low", "Column of the lower end of an interval");
    private readonly Option<string> _high = Column("--high", "Column of the upper end of an interval");
    private readonly Option<string> _order = Text("--order", "Order of the rows (default: ranked from three figures up)", "ranked|given");
    private readonly Option<string[]> _reference = new("--reference")
    {
        Description = "A value to hold the marks against, with its name: '35 rule' (repeatable)",
        HelpName = "VALUE NAME",
    };
    private readonly Option<string[]> _annotate = new("--annotate")
    {
        Description = "A remark beside a mark, after its category (in which = is written \\=): '碧江区=first of its kind' (repeatable)",
        HelpName = "CATEGORY=TEXT",
    };
    private readonly Option<string[]> _allow = new("--allow")
    {
        Description = $"Draw although it misleads, and say so: {string.Join(", ", ChartGuards.Codes)} (repeatable)",
        HelpName = "CODE",
    };
    private readonly Option<string> _title = Text("--title", "Headline", "TEXT");
    private readonly Option<string> _subtitle = Text("--subtitle", "Line under the headline", "TEXT");
    private readonly Option<string> _notes = Text("--notes", "A remark for the footer", "TEXT");
    private readonly Option<string> _size = Text(
        "--size",
        $"Size in pixels at scale 1 (default 1600x900), or {string.Join(", ", ChartSize.Named.Select(s => s.Name))}",
        "WxH"
    );
    private readonly Option<string> _scale = Text("--scale", "Pixels per unit of size, 1 to 4 (default 1)", "N");
    private readonly Option<string> _style = Text("--style", "Colours (default light)", "light|dark");
    private readonly Option<string> _sidecar = Text("--sidecar", "Write data and evidence of the picture to a JSON file", "FILE");

    public void AddTo(Command command)
    {
        command.Arguments.Add(_name);
        foreach (
            var option in new Option[]
            {
                _sql,
                _file,
                _kind,
                _x,
                _y,
                _series,
                _panels,
                _label,
                _detail,
                _low,
                _high,
                _order,
                _reference,
                _annotate,
                _allow,
                _title,
                _subtitle,
                _notes,
                _size,
                _scale,
                _style,
                _sidecar,
            }
        )
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Where data and evidence go; null when they are not asked for.</summary>
    public string? Sidecar(ParseResult parsed) => parsed.GetValue(_sidecar);

    /// <summary>The chart that is asked for, and its query; of a script all but the last statement have run.</summary>
    public (ChartRequest Request, EvidenceQuery Query) Read(Host host)
    {
        var parsed = host.Parsed;
        var (change, parameters) = (Change(parsed), host.Options.Parameters(parsed));
        return (parsed.GetValue(_name), parsed.GetValue(_sql), parsed.GetValue(_file)) switch
        {
            ({ } query, null, null) => Canned(host.Query(query)),
            (null, { } text, null) => Plain(text),
            (null, null, { } path) when Utf8Text.ReadFile(path) is var text => QueryFile.WithHeader(path, text) is { } headed
                ? Canned(headed)
                : Plain(text),
            _ => throw UserException.Usage(
                "请给出查询的名称、--sql SQL 或 -f 文件，三者取一。",
                "Give the name of a canned query, --sql SQL or -f FILE, one of them."
            ),
        };

        (ChartRequest, EvidenceQuery) Canned(QueryFile query) =>
            (Changed(ChartRequest.For(query, host.Language)), EvidenceQuery.Of(host.Session, query, parameters, host.Cancellation));
        (ChartRequest, EvidenceQuery) Plain(string text) =>
            (
                Changed(new ChartRequest(null, null, null, null, host.Language)),
                EvidenceQuery.Of(host.Session, text, ParameterValues.FromText(parameters), host.Cancellation)
            );
        ChartRequest Changed(ChartRequest request) => change.Of(request) with { Command = CommandText(parsed) };
    }

    /// <summary>What the options change.</summary>
    /// <exception cref="UserException">One of them cannot be read.</exception>
    public ChartChange Change(ParseResult parsed) =>
        new()
        {
            Kind = parsed.GetValue(_kind),
            X = parsed.GetValue(_x),
            Y = parsed.GetValue(_y),
            Series = parsed.GetValue(_series),
            Panels = parsed.GetValue(_panels),
            Label = parsed.GetValue(_label),
            Detail = parsed.GetValue(_detail),
            Low = parsed.GetValue(_low),
            High = parsed.GetValue(_high),
            Order = parsed.GetValue(_order) switch
            {
                null => null,
                "given" => MarkOrder.Given,
                "ranked" => MarkOrder.Ranked,
                var text => throw OneOf("--order", text, "ranked", "given"),
            },
            References = List(parsed, _reference)?.Select(Reference).ToList(),
            Annotations = List(parsed, _annotate)?.Select(Annotation).ToList(),
            Allow = List(parsed, _allow),
            Title = parsed.GetValue(_title),
            Subtitle = parsed.GetValue(_subtitle),
            Notes = parsed.GetValue(_notes),
            Style = parsed.GetValue(_style) switch
            {
                null => null,
                "light" => ChartStyle.Light,
                "dark" => ChartStyle.Dark,
                var text => throw OneOf("--style", text, "light", "dark"),
            },
            Size = parsed.GetValue(_size) is { } pixels
                ? ChartSize.Parse(pixels)
                    ?? throw UserException.Usage($"--size：{ChartSize.Fault(pixels).Zh}", $"--size: {ChartSize.Fault(pixels).En}")
                : null,
            Scale = parsed.GetValue(_scale) is { } times ? ScaleOf(times) : null,
        };

    /// <summary>The values of an option that can be repeated; one empty value takes all away.</summary>
    private static string[]? List(ParseResult parsed, Option<string[]> option) =>
        parsed.GetValue(option) is { Length: > 0 } values ? [.. values.Where(v => v.Length > 0)] : null;

    private static ChartReference Reference(string text) =>
        ReferenceText.One(text)
        ?? throw UserException.Usage(
            $"--reference “{text}”：应是一个值和它的名称，如 '35 规定' 或 '85% 目标'。",
            $"--reference '{text}': expected a value and its name, for example '35 rule' or '85% target'."
        );

    private static ChartAnnotation Annotation(string text) =>
        AnnotationText.One(text)
        ?? throw UserException.Usage(
            $"--annotate “{text}”：应是类目、等号和标注，如 '碧江区=首创'；类目里的 = 写作 \\=。",
            $"--annotate '{text}': expected a category, = and a remark, "
                + "for example '碧江区=first of its kind'; in the category = is written \\=."
        );

    private static int ScaleOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var scale) && scale is >= 1 and <= 4
            ? scale
            : throw UserException.Usage(
                $"--scale “{text}”：应是 1 至 4 的整数。",
                $"--scale '{text}': expected a whole number from 1 to 4."
            );

    /// <summary>Options whose value is a file or a folder of the machine.</summary>
    private static readonly string[] Paths = ["--output", "-o", "--sidecar", "--file", "-f", "--open", "--data", "--home"];

    /// <summary>
    /// The command as it stands in the picture. Files are named without their folders and without leave to overwrite them, so that the same
    /// chart has the same bytes wherever it is written, and nothing says where on the machine that was.
    /// </summary>
    private static string CommandText(ParseResult parsed)
    {
        var (words, option) = (new List<string> { "analytics" }, "");
        foreach (var token in parsed.Tokens.Where(t => t.Value != "--force"))
        {
            words.Add(ShellText.Quote(Paths.Contains(option) ? NameOf(token.Value) : WithoutFolders(token.Value)));
            option = token.Type == TokenType.Option ? token.Value : "";
        }
        return string.Join(' ', words);
    }

    private static string NameOf(string path) => Path.GetFileName(Path.TrimEndingDirectorySeparator(path));

    /// <summary>SQL whose literals name files by their names alone where it has whole paths.</summary>
    private static string WithoutFolders(string sql) => Folder().Replace(sql, "'");

    [GeneratedRegex(@"'(?:[/~]|\.{1,2}[/\\]|[A-Za-z]:[/\\])[^']*[/\\]")]
    private static partial Regex Folder();

    private static Option<string> Column(string name, string description) => Text(name, description, "COLUMN");

    private static Option<string> Text(string name, string description, string value) =>
        new(name) { Description = description, HelpName = value };

    private static UserException OneOf(string option, string text, params string[] words) =>
        UserException.Usage(
            $"{option} “{text}”：只能是 {string.Join("、", words)}。",
            $"{option} '{text}': expected one of {string.Join(", ", words)}."
        );
}
