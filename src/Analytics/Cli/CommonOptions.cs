using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using System.Globalization;
using Analytics.Cli.Completion;
using Analytics.Engine.Export;
using Analytics.Engine.Files;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Figures;

namespace Analytics.Cli;

/// <summary>The options that several commands share, each declared once: parsing, help and validation follow from it.</summary>
internal sealed class CommonOptions
{
    public Option<string> Home { get; } =
        new("--home")
        {
            Description = "Folder with data/ and queries/ (else ANALYTICS_HOME, else found from the current folder)",
            HelpName = "DIR",
            Recursive = true,
        };
    public Option<string> Data { get; } =
        new("--data")
        {
            Description = "Folder of the Parquet files and of curated/, instead of the home's data/",
            HelpName = "DIR",
            Recursive = true,
        };
    public Option<string> Language { get; } =
        Choice("--lang", "Language of titles and labels (else from the locale)", [.. Languages.Codes]);
    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "No notes on standard error, only errors", Recursive = true };
    public Option<string[]> Open { get; } =
        new("--open")
        {
            Description =
                "Open a CSV, TSV, XLSX, XLS, Parquet or JSON file as a table, or a DuckDB file, under its stem or as NAME=FILE "
                + "(repeatable)",
            HelpName = "FILE",
            Recursive = true,
        };
    public Option<string> Encoding { get; } =
        new("--encoding")
        {
            Description = "Encoding of the text files of --open, as GB18030, Big5 or UTF-16 (else found out and said)",
            HelpName = "NAME",
            Recursive = true,
        };
    public Option<string[]> Clean { get; } =
        new("--clean")
        {
            Description = "Clean an opened file by this SQL, NAME.clean.sql; if it is not there, it is proposed and written (repeatable)",
            HelpName = "FILE",
            Recursive = true,
        };
    public Option<bool> Lossy { get; } =
        new("--lossy")
        {
            Description = "With --clean: columns become numbers or dates although some texts are left over, which are listed",
            Recursive = true,
        };
    public Option<string> Separator { get; } =
        new("--separator")
        {
            Description = "What parts the fields of the CSV files of --open, one character or tab (else found out)",
            HelpName = "CHAR",
            Recursive = true,
        };
    public Option<int?> SkipLines { get; } =
        new("--skip-lines")
        {
            Description = "Lines with anything in them before the header of a CSV file or sheet (else found out)",
            HelpName = "N",
            Recursive = true,
        };
    public Option<int?> HeaderRows { get; } =
        new("--header-rows")
        {
            Description = "Rows that name the columns of a CSV file or sheet: 0, 1 or 2 (else found out)",
            HelpName = "N",
            Recursive = true,
        };
    public Option<bool> Safe { get; } =
        new("--safe") { Description = "SQL may not read or write files, use the network or change settings", Recursive = true };
    public Option<bool> StrictFiles { get; } =
        new("--strict-files")
        {
            Description = "End with 1 where lines or names of a CSV file would be left out by a guess",
            Recursive = true,
        };
    public Option<string> Memory { get; } =
        new("--memory")
        {
            Description = "Memory limit of the engine, for example 500MB",
            HelpName = "SIZE",
            Recursive = true,
        };

    public Option<string> Format { get; } =
        new("--format")
        {
            Description = "table, csv, tsv, json, jsonl, markdown, parquet, xlsx, html or docx (default: by the ending of -o, else table)",
            HelpName = "FORMAT",
        };
    public Option<string> Output { get; } =
        new("--output", "-o") { Description = "Write to a file; - is standard output", HelpName = "FILE" };
    public Option<bool> Force { get; } = new("--force") { Description = "Replace the output file if it exists" };
    public Option<string[]> Param { get; } =
        new("--param") { Description = "Value of the parameter $k; empty for all (repeatable)", HelpName = "k=v" };
    public Option<long?> MaxRows { get; } = new("--max-rows") { Description = "Print at most N rows (default: all)", HelpName = "N" };
    public Option<double?> Timeout { get; } = new("--timeout") { Description = "Stop after S seconds with exit code 4", HelpName = "S" };
    public Option<string> Null { get; } = new("--null") { Description = "Text for NULL", HelpName = "TEXT" };
    public Option<bool> NoHeader { get; } = new("--no-header") { Description = "No line of column names" };
    public Option<bool> Headings { get; } =
        new("--headings") { Description = "Headings in words instead of column names, in any text format" };
    public Option<bool> ByteOrderMark { get; } = new("--bom") { Description = "Begin text with a UTF-8 byte order mark, for Excel" };

    public Option<bool> EscapeFormulas { get; } =
        new("--escape-formulas") { Description = "In CSV and TSV, put ' before texts that a spreadsheet would take for a formula" };

    public Option<string[]> Strict { get; } =
        new("--strict")
        {
            Description = $"End with 3 where figures do not compare for such a reason: {string.Join(", ", ResultCaveats.Codes)}",
            HelpName = "CODE,…",
        };
    public Option<bool> Envelope { get; } =
        new("--envelope") { Description = "With --format json: one object, with caveats, sources and why there are no rows" };
    public Option<bool> ObsIds { get; } =
        new("--obs-ids") { Description = "Add the observations that each row stands on, in a column obs_ids" };

    public Option<bool> FailIfEmpty { get; } = new("--fail-if-empty") { Description = "End with 5 where the result has no row" };

    public Option<string> Each { get; } =
        new("--each")
        {
            Description =
                "One output for each value of a parameter, whose name stands in -o, as {county}: those of its pick-list, or with =SQL "
                + "those of the first column of that",
            HelpName = "PARAM[=SQL]",
        };

    public Option<bool> Watch { get; } =
        new("--watch") { Description = "Run again whenever a file that was read has been written, until interrupted" };

    public CommonOptions()
    {
        Each.CompletionSources.Add(Offers.Listed(this));
        Format.CompletionSources.Add(_ => ResultPrinter.Formats.Select(f => new CompletionItem(f.Name)));
        Strict.CompletionSources.Add([.. ResultCaveats.Codes]);
        Param.CompletionSources.Add(Offers.Parameters(this));
        Strict.Validators.Add(r =>
            Require(r, StrictWords(r.Tokens.Select(t => t.Value)).All(ResultCaveats.Codes.Contains), "caveat codes")
        );
        MaxRows.Validators.Add(r => Require(r, r.Tokens.All(t => long.TryParse(t.Value, out var n) && n >= 0), "a whole number from 0 up"));
        Timeout.Validators.Add(r => Require(r, r.Tokens.All(t => IsSeconds(t.Value)), "a number of seconds above 0"));
        SkipLines.Validators.Add(r =>
            Require(r, r.Tokens.All(t => int.TryParse(t.Value, out var n) && n >= 0), "a whole number from 0 up")
        );
        HeaderRows.Validators.Add(r => Require(r, r.Tokens.All(t => t.Value is "0" or "1" or "2"), "0, 1 or 2"));
        Separator.Validators.Add(r => Require(r, r.Tokens.All(t => t.Value is "tab" or [_]), "one character or tab"));
        Param.Validators.Add(r => Require(r, r.Tokens.All(t => t.Value.IndexOf('=') > 0), "name=value"));
    }

    /// <summary>The caveat codes of <c>--strict</c>.</summary>
    public IReadOnlyList<string> StrictCodes(ParseResult parsed) => StrictWords(parsed.GetValue(Strict) ?? []);

    private static IReadOnlyList<string> StrictWords(IEnumerable<string> values) =>
        [.. values.SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>Options that every command takes.</summary>
    public IEnumerable<Option> Global =>
        [Home, Data, Language, Quiet, Open, Encoding, Clean, Lossy, Separator, SkipLines, HeaderRows, Safe, Memory, StrictFiles];

    /// <summary>Options of the commands that print a result.</summary>
    public IEnumerable<Option> Printing =>
        [Format, Output, Force, MaxRows, Timeout, Null, NoHeader, Headings, ByteOrderMark, EscapeFormulas];

    public SessionOptions Session(ParseResult parsed) =>
        new(FindHome(parsed), parsed.GetValue(Open) ?? [], parsed.GetValue(Safe), parsed.GetValue(Memory), LanguageOf(parsed))
        {
            Reading = new FileChoices
            {
                Encoding = parsed.GetValue(Encoding),
                Separator = parsed.GetValue(Separator),
                SkippedLines = parsed.GetValue(SkipLines),
                HeaderRows = parsed.GetValue(HeaderRows),
                IsLossy = parsed.GetValue(Lossy),
            },
            Clean = parsed.GetValue(Clean) ?? [],
        };

    public Home FindHome(ParseResult parsed) => Engine.Sessions.Home.Find(parsed.GetValue(Home), parsed.GetValue(Data));

    /// <summary>zh or en as the option says; null where it is not given.</summary>
    public Language? GivenLanguage(ParseResult parsed) =>
        parsed.GetResult(Language) is { Tokens: [.., var given] } ? Languages.Parse(given.Value) : null;

    /// <summary>zh or en: the option, else the locale.</summary>
    public Language LanguageOf(ParseResult parsed) => GivenLanguage(parsed) ?? Languages.OfLocale();

    public WriteOptions Write(ParseResult parsed) =>
        new(parsed.GetValue(Null), !parsed.GetValue(NoHeader), parsed.GetValue(ByteOrderMark))
        {
            EscapeFormulas = parsed.GetValue(EscapeFormulas),
        };

    /// <summary>The file to write; null for standard output.</summary>
    public string? File(ParseResult parsed) => OutputPath(parsed) is { } path && !StandardOutput.IsNamedBy(path) ? path : null;

    /// <summary>What <c>-o</c> names; null where it is not given.</summary>
    public string? OutputPath(ParseResult parsed) => parsed.GetValue(Output) is { } path ? Filled(parsed, path) : null;

    /// <summary>A file's name in which <c>{k}</c> is the value that <c>--param k</c> has, as far as files may be called so.</summary>
    public string Filled(ParseResult parsed, string path) =>
        path.Contains('{')
            ? Parameters(parsed)
                .Aggregate(path, (name, p) => name.Replace($"{{{p.Key}}}", SafeFileName.Of(p.Value ?? ""), StringComparison.Ordinal))
            : path;

    public RowLimit Limit(ParseResult parsed) => new(parsed.GetValue(MaxRows));

    /// <summary>Values by name; the last one of a repeated name is an error rather than a silent winner.</summary>
    public IReadOnlyDictionary<string, string?> Parameters(ParseResult parsed)
    {
        var values = new Dictionary<string, string?>();
        foreach (var pair in parsed.GetValue(Param) ?? [])
        {
            var split = pair.IndexOf('=');
            if (!values.TryAdd(pair[..split], pair[(split + 1)..]))
                throw UserException.Usage($"--param {pair[..split]} 给了两次。", $"--param {pair[..split]} is given twice.");
        }
        return values;
    }

    public static Option<string> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string>(name)
        {
            Description = description,
            HelpName = string.Join('|', values),
            Recursive = name == "--lang",
        };
        option.CompletionSources.Add(values);
        option.Validators.Add(r => Require(r, r.Tokens.All(t => values.Contains(t.Value)), "one of " + string.Join(", ", values)));
        return option;
    }

    private static bool IsSeconds(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds > 0;

    private static string Shown(Token token) => token.Value.Length == 0 ? "''" : token.Value;

    private static void Require(OptionResult result, bool holds, string expected)
    {
        if (!holds)
            result.AddError($"{result.Option.Name} {string.Join(' ', result.Tokens.Select(Shown))}: expected {expected}.");
    }
}
