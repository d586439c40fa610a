using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics.Charts;
using Analytics.Cli;
using Analytics.Cli.Commands;
using Analytics.Engine.Lineage;
using Analytics.Engine.Queries;
using Analytics.Engine.Sessions;
using Analytics.Figures;
using Analytics.Tui.Tests;

namespace Analytics.Tests.Charts;

/// <summary>A home with one query whose chart is asked for in three ways: by its header, by options, by the console.</summary>
internal sealed class ChartWays : IDisposable
{
    /// <summary>What the header asks for where options or the console are to change it.</summary>
    public const string Plain = "kind: bar\nx: cat\ny: amount\ntitle: {zh: 题, en: Headline}";

    private const string Rows = """
        SELECT * FROM (VALUES ('a''s = "1"', 3, 30, 'left', 'first', 'one', 2, 4, 'p'), ('b', 5, 20, 'right', 'first', 'two', 5, 6, 'q'),
            ('c / d', 9, 10, 'left', 'second', 'three', 8, 9, 'r')) AS v(cat, amount, other, part, pane, tag, lower, upper, word)
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly AnalyticsSession _session;

    public ChartWays()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "queries", "t"));
        Home = Home.Find(_folder.Path, Path.Combine(Repository.Root, "data"));
        _session = AnalyticsSession.Open(new SessionOptions(Home, [], Memory: "200MB"));
    }

    public Home Home { get; }

    /// <summary>The chart that a header gives, in the language.</summary>
    public ChartSpec Header(string chart, string language = "en") =>
        Built(ChartRequest.For(Query(chart), Languages.Parse(language)!.Value));

    /// <summary>The chart that options give over the plain header.</summary>
    public ChartSpec Options(string language, params string[] arguments)
    {
        var (options, command) = (new ChartOptions(), new Command("chart"));
        options.AddTo(command, new CommonOptions());
        var parsed = command.Parse(arguments);
        parsed.Errors.ShouldBeEmpty();
        return Built(options.Change(parsed).Of(ChartRequest.For(Query(Plain), Languages.Parse(language)!.Value)));
    }

    /// <summary>A console that shows the plain chart.</summary>
    public ConsoleRun Console(string language = "en")
    {
        Query(Plain);
        return new ConsoleRun(100, 40, language, Home).Settle().Open("t/q").Keys("F4 2");
    }

    public QueryFile Query(string chart)
    {
        var header = string.Join('\n', chart.Split('\n').Select(line => "  " + line));
        File.WriteAllText(
            Path.Combine(_folder.Path, "queries", "t", "q.sql"),
            $"/*---\ntitle: {{zh: 问, en: Query}}\nsummary: {{zh: 述, en: About}}\nchart:\n{header}\n---*/\n{Rows}\n"
        );
        return new QueryCatalog(Home.Queries).Get("t/q");
    }

    /// <summary>All of a chart but its command, as text to compare.</summary>
    public static string Text(ChartSpec spec) =>
        JsonSerializer.Serialize(ChartFacts.Checked(spec) with { Command = "" }, SpecJson.Readable.ChartSpec);

    /// <summary>The words of a command, as a POSIX shell reads them.</summary>
    public static IReadOnlyList<string> Words(string command)
    {
        var (words, word, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < command.Length; i++)
        {
            if (command[i] == '\'')
            {
                isQuoted = !isQuoted;
            }
            else if (command[i] == '\\' && !isQuoted)
            {
                word.Append(command[++i]);
            }
            else if (command[i] == ' ' && !isQuoted)
            {
                words.Add(word.ToString());
                word.Clear();
            }
            else
            {
                word.Append(command[i]);
            }
        }
        return [.. words, word.ToString()];
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private ChartSpec Built(ChartRequest request)
    {
        var query = EvidenceQuery.Of(_session, Rows, ParameterValues.None);
        using var result = query.Run();
        var evidence = ChartEvidence.Of(_session, query, result);
        return new ChartBuilder(_session, result.Table, request, evidence).Build();
    }
}

/// <summary>Reads every property of a chart, also those that come later.</summary>
[JsonSerializable(typeof(ChartSpec))]
internal sealed partial class SpecJson : JsonSerializerContext
{
    public static SpecJson Readable { get; } =
        new(new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
