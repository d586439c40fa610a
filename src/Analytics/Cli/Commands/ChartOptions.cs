using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Analytics.Charts;
using Analytics.Cli.Completion;
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
    private readonly IReadOnlyList<(ChartOption Option, Option<string[]> Line)> _options = [.. ChartOption.All.Select(o => (o, LineOf(o)))];
    private readonly Option<string> _sidecar = Text("--sidecar", "Write data and evidence of the picture to a JSON file", "FILE");

    public void AddTo(Command command, CommonOptions options)
    {
        _name.CompletionSources.Add(Offers.Queries(options));
        foreach (var (_, line) in _options.Where(o => o.Option.Form == ChartOptionForm.Column))
            line.CompletionSources.Add(Offers.Columns(options));
        command.Arguments.Add(_name);
        foreach (
            var option in new Option[] { _sql, _file }
                .Concat(_options.Select(o => o.Line))
                .Append(_sidecar)
        )
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Where data and evidence go; null when they are not asked for.</summary>
    public string? Sidecar(Host host) => host.Parsed.GetValue(_sidecar) is { } path ? host.Options.Filled(host.Parsed, path) : null;

    /// <summary>
    /// The chart that is asked for, its query, and the file of a canned one; of a script all but the last statement have run.
    /// </summary>
    public (ChartRequest Request, EvidenceQuery Query, QueryFile? Canned) Read(Host host)
    {
        var parsed = host.Parsed;
        var (change, parameters) = (Change(parsed), host.Options.Parameters(parsed));
        return (parsed.GetValue(_name), parsed.GetValue(_sql), parsed.GetValue(_file)) switch
        {
            ({ } query, null, null) => Canned(host.Query(query)),
            (null, { } text, null) => Plain(text),
            (null, null, { } path) when host.ReadText(path) is var text => QueryFile.WithHeader(path, text) is { } headed
                ? Canned(headed)
                : Plain(text),
            _ => throw UserException.Usage(
                "请给出查询的名称、--sql SQL 或 -f 文件，三者取一。",
                "Give the name of a canned query, --sql SQL or -f FILE, one of them."
            ),
        };

        (ChartRequest, EvidenceQuery, QueryFile?) Canned(QueryFile query) =>
            (
                Drawable(query, Changed(ChartRequest.For(query, host.Language, host.Session.Title(query, parameters).In(host.Language)))),
                EvidenceQuery.Of(host.Session, query, parameters, host.Cancellation),
                query
            );
        (ChartRequest, EvidenceQuery, QueryFile?) Plain(string text) =>
            (
                Changed(new ChartRequest(null, null, null, null, host.Language)),
                EvidenceQuery.Of(host.Session, host.Script(text), ParameterValues.FromText(parameters), host.Cancellation),
                null
            );
        ChartRequest Changed(ChartRequest request) => change.Of(request) with { Command = CommandText(parsed) };
    }

    /// <summary>The request, unless nobody said how a query that names no chart is to be drawn: a guess would rank its figures.</summary>
    /// <exception cref="UserException">Nobody did.</exception>
    private static ChartRequest Drawable(QueryFile query, ChartRequest request)
    {
        const string Code = "rank";
        if (query.Chart is not null || request.Kind is not null || request.Y is not null)
            return request;
        if (request.Allow.Contains(Code))
            return request with { Values = request.Values.With("notes", request.Notes ?? ChartGuards.NoChart.In(request.Language)) };
        throw UserException
            .Usage(
                $"{ChartGuards.NoChart.Zh}。用 --kind、--y 说明怎样画，或写明 allow: [{Code}]。",
                $"{ChartGuards.NoChart.En}. Say how with --kind or --y, or demand a guess with allow: [{Code}]."
            )
            .MendedBy(new Setting("allow", Code));
    }

    /// <summary>What the options change.</summary>
    /// <exception cref="UserException">One of them cannot be read.</exception>
    public ChartChange Change(ParseResult parsed) =>
        _options.Aggregate(
            ChartChange.None,
            (change, o) => parsed.GetValue(o.Line) is { Length: > 0 } values ? change.With(o.Option.Key, Read(o.Option, values)) : change
        );

    private static string[] Read(ChartOption option, string[] values)
    {
        foreach (var value in values.Where(v => v.Length > 0))
        {
            if (ChartOptionFaults.Of(option, value) is { } fault)
                throw UserException.Usage($"--{option.Name}：{fault.Zh}", $"--{option.Name}: {fault.En}");
        }

        return values;
    }

    /// <summary>The option as a command line has it: several values only where it takes several.</summary>
    private static Option<string[]> LineOf(ChartOption option)
    {
        var line = new Option<string[]>("--" + option.Name)
        {
            Description = Names(option) is { Count: > 0 } names ? $"{option.Explanation}: {string.Join(", ", names)}" : option.Explanation,
            HelpName = HelpName(option),
        };
        line.CompletionSources.Add([.. option.Words.Select(w => w.Word), .. Names(option)]);
        if (!option.IsRepeated)
        {
            line.Validators.Add(given =>
            {
                if (given.Tokens.Count > 1)
                    given.AddError($"Option '{line.Name}' expects a single argument but {given.Tokens.Count} were provided.");
            });
        }

        return line;
    }

    private static string HelpName(ChartOption option) =>
        option.Form switch
        {
            ChartOptionForm.Choice => string.Join('|', option.Words.Select(w => w.Word)),
            ChartOptionForm.Number => "N",
            ChartOptionForm.Size => "WxH",
            ChartOptionForm.References => "VALUE NAME",
            ChartOptionForm.Annotations => "CATEGORY=TEXT",
            ChartOptionForm.Codes => "CODE,…",
            var form => form.ToString().ToUpperInvariant(),
        };

    private static IReadOnlyList<string> Names(ChartOption option) =>
        option.Form switch
        {
            ChartOptionForm.Kind => ChartKindName.All,
            ChartOptionForm.Codes => ChartGuards.Codes,
            ChartOptionForm.Size => [.. ChartSize.Named.Select(s => s.Name)],
            _ => [],
        };

    /// <summary>Options whose value is a file or a folder of the machine.</summary>
    private static readonly string[] Paths = ["--output", "-o", "--sidecar", "--file", "-f", "--open", "--data", "--home"];

    /// <summary>
    /// The command as it stands in pictures and documents. Files are named without their folders without leave to overwrite them and
    /// without a watch, so that the same chart has the same bytes wherever it is written, and nothing says where on the machine that was.
    /// </summary>
    internal static string CommandText(ParseResult parsed)
    {
        var (words, option) = (new List<string> { "analytics" }, "");
        foreach (var token in parsed.Tokens.Where(t => t.Value is not ("--force" or "--watch")))
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

    private static Option<string> Text(string name, string description, string value) =>
        new(name) { Description = description, HelpName = value };
}
