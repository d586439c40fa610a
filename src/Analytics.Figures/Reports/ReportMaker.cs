using Analytics.Charts;
using Analytics.DuckDb;
using Analytics.Engine;
using Analytics.Engine.Documents;
using Analytics.Engine.Lineage;
using Analytics.Engine.Queries;
using Analytics.Engine.Reports;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Verdicts;

namespace Analytics.Figures;

/// <summary>
/// Runs what a report asks for, one after the other. What fails is a paragraph that says so, and keeps nothing else from being there. One
/// thread, the session's.
/// </summary>
/// <param name="session">Has the tables.</param>
/// <param name="home">Has the queries and pages.</param>
/// <param name="language">Of the report.</param>
/// <param name="cancellation">Ends the running statement.</param>
public sealed partial class ReportMaker(AnalyticsSession session, Home home, Language language, CancellationToken cancellation)
{
    /// <summary>Results above which all observations are read at once.</summary>
    private const int Many = 5;

    private readonly QueryCatalog _queries = new(home.Queries);
    private readonly List<IDisposable> _rows = [];
    private readonly List<MadeQuery> _made = [];
    private readonly List<DocumentPart> _parts = [];
    private SentenceNumbers _sentences = new(session, language);
    private Dictionary<string, string?> _values = [];
    private Dictionary<string, string> _called = [];

    /// <summary>The report with these values.</summary>
    /// <param name="report">What to run.</param>
    /// <param name="given">Values of its parameters, as text.</param>
    /// <param name="about">How the document is made.</param>
    /// <exception cref="UserException">A value is missing, unknown, of the wrong type or not in its pick-list.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public MadeReport Make(ReportSpec report, IReadOnlyDictionary<string, string?> given, IReadOnlyList<(string Label, string Text)> about)
    {
        var binding = report.ForBinding;
        _values = session.ValuesOf(binding, given).ToDictionary();
        _called = report.Parameters.ToDictionary(p => p.Name, p => session.Called(p, _values[p.Name]).In(language));
        _sentences = new(session, language);
        _rows.Clear();
        _made.Clear();
        _parts.Clear();
        if (report.Items.OfType<ReportItem.Result>().Count() > Many)
            _sentences.ReadAll();
        try
        {
            foreach (var item in report.Items)
                Add(item);
        }
        catch
        {
            _rows.ForEach(r => r.Dispose());
            throw;
        }

        var lead = new List<string> { report.Summary.In(language), DocumentWords.AsStated.In(language) };
        var document = new Document(Filled(report.Title.In(language)), language, [.. _parts])
        {
            Lead = [.. lead.Where(l => l.Length > 0)],
            Sources = _sentences.All,
            About = about,
        };
        return new MadeReport(document, [.. _made], _values, [.. _rows]);
    }

    private bool HasHeading => _parts.Any(p => p is { Level: 1, Title.Length: > 0 });

    private void Add(ReportItem item)
    {
        cancellation.ThrowIfCancellationRequested();
        switch (item)
        {
            case ReportItem.Heading heading:
                _parts.Add(new DocumentPart("", Filled(heading.Words.In(language))));
                break;
            case ReportItem.Text text:
                AddText(text);
                break;
            case ReportItem.Canned canned:
                AddCanned(canned);
                break;
            case ReportItem.Sql sql:
                AddSql(sql);
                break;
            case ReportItem.Page page:
                var settings = page.Settings.ToDictionary(s => s.Key, s => (string?)s.Value);
                Tried(new MadeQuery(page.Name, "", settings), page.Name, q => AddPage(page, q));
                break;
        }
    }

    /// <summary>Text with the report's parameters in their places.</summary>
    private string Filled(string text) =>
        _called.Aggregate(text, (filled, c) => filled.Replace($"{{{c.Key}}}", c.Value, StringComparison.Ordinal));

    private void AddText(ReportItem.Text text)
    {
        var (words, numbers) = (Filled(text.Words.In(language)), new SortedSet<int>());
        foreach (var (name, sql) in text.Values)
        {
            var asked = new MadeQuery("text", sql, Bound(sql));
            Tried(asked, "", query => Value(query, name));
        }

        _parts.Add(new DocumentPart("", "") { Level = 2, Paragraphs = [new(words) { Sources = [.. numbers] }] });

        MadeQuery Value(MadeQuery asked, string name)
        {
            using var result = Query(asked).Run(new RowLimit(1), cancellation);
            var value = result.Table.RowCount > 0 ? result.Table.Text(0, 0) : null;
            words = words.Replace($"{{{name}}}", value is null ? "–" : NumberDisplay.Rounded(value, null), StringComparison.Ordinal);
            string[] ids = result is { IsTraced: true, Reason: null } && result.Table.RowCount > 0 ? [.. result.Row(0).ObservationIds] : [];
            // A sentence about everything leads to nothing in particular.
            if (ids.Length <= Many)
                numbers.UnionWith(_sentences.Of(ids));
            return asked with { Rows = result.Table.RowCount, ObservationIds = ids };
        }
    }

    private void AddCanned(ReportItem.Canned item)
    {
        var canned = _queries.Get(item.Query);
        var given = item.Given.ToDictionary(g => g.Key, g => g.Value is ['$', .. var own] ? _values.GetValueOrDefault(own) ?? "" : g.Value);
        var title = item.Title is { } own ? Filled(own.In(language)) : canned.Title.In(language);
        Tried(new MadeQuery(canned.Name, canned.Statement.Trim(), given), title, Run);

        MadeQuery Run(MadeQuery asked)
        {
            if (item.Title is null)
                title = session.Title(canned, given).In(language);
            var query = EvidenceQuery.Of(session, canned, given, cancellation);
            var result = query.Run(cancellation: cancellation);
            _rows.Add(result);
            var verdict = CannedVerdict.Of(session, canned, given, result.Table);
            var isDrawn = item.HasChart && canned.Chart is not null && result.Table.RowCount > 0;
            (ChartSpec? Spec, string? Reason)? chart = isDrawn ? Chart(canned, title, query, result, verdict) : null;
            return Took(asked, item, title, Part(query, result, given.Values) with { Canned = canned, Verdict = verdict?.Medium }, chart);
        }
    }

    private void AddSql(ReportItem.Sql item)
    {
        var title = item.Title is { } own ? Filled(own.In(language)) : "";
        Tried(new MadeQuery("sql", item.Statement, Bound(item.Statement)), title, Run);

        MadeQuery Run(MadeQuery asked)
        {
            var query = Query(asked);
            var result = query.Run(cancellation: cancellation);
            _rows.Add(result);
            return Took(asked, item, title, Part(query, result, asked.Parameters.Values), null);
        }
    }

    private ResultPart Part(EvidenceQuery query, EvidenceResult result, IEnumerable<string?> values)
    {
        var standsOnNothing = result.Table.RowCount == 0 || query.MostObservations > 0 && result.StandsOnNothing;
        return new ResultPart(query, result, language)
        {
            IsOurs = true,
            Caveats = query.MostObservations > 0 ? ResultCaveats.Of(session, query, result, language) : [],
            Missing = standsOnNothing ? MissingFigures.Of(session, query.Sql, values) : null,
        };
    }

    private MadeQuery Took(MadeQuery asked, ReportItem.Result item, string title, ResultPart part, (ChartSpec? Spec, string? Reason)? chart)
    {
        var made = part.Of(asked.Name.Replace('/', ' '), title, _sentences);
        _parts.Add(
            made with
            {
                Level = HasHeading ? 2 : 1,
                Table = item.HasTable ? made.Table : null,
                Figure = chart?.Spec is { } spec ? FigureOf(spec) : null,
                Paragraphs =
                [
                    .. made.Paragraphs,
                    .. chart?.Reason is { } reason ? [new DocumentParagraph(reason)] : Array.Empty<DocumentParagraph>(),
                ],
            }
        );
        return asked with { Rows = part.Result.Table.RowCount, ObservationIds = part.ObservationIds(), Chart = chart?.Spec };
    }

    /// <summary>The chart of a query's header, or why it is not drawn: its rows may be such as may not be.</summary>
    private (ChartSpec? Spec, string? Reason) Chart(
        QueryFile canned,
        string title,
        EvidenceQuery query,
        EvidenceResult result,
        VerdictText? verdict
    )
    {
        try
        {
            var request = ChartRequest.For(canned, language, title) with { Verdict = verdict, Command = $"analytics chart {canned.Name}" };
            return (new ChartBuilder(session, result.Table, request, ChartEvidence.Of(session, query, result)).Build(), null);
        }
        catch (UserException refusal)
        {
            return (null, new Localized($"没有图：{refusal.Text.Zh}", $"No chart: {refusal.Text.En}").In(language));
        }
    }

    private static DocumentFigure FigureOf(ChartSpec spec) =>
        new(
            spec.Title,
            ChartDescription.Write(spec),
            isDark => ChartFile.Render(isDark ? spec with { Style = ChartStyle.Dark } : spec, ChartFormat.Svg),
            () => ChartFile.Render(spec, ChartFormat.Png)
        );

    private EvidenceQuery Query(MadeQuery asked) =>
        EvidenceQuery.Of(session, asked.Sql, ParameterValues.FromText(asked.Parameters), cancellation);

    /// <summary>The report's parameters that a statement names.</summary>
    private Dictionary<string, string?> Bound(string sql) =>
        _values.Where(v => sql.Contains("$" + v.Key, StringComparison.Ordinal)).ToDictionary();

    /// <summary>Does a question; what a user can mend about it, or the engine refuses, becomes a part of the report.</summary>
    private void Tried(MadeQuery asked, string title, Func<MadeQuery, MadeQuery> run)
    {
        try
        {
            _made.Add(run(asked));
        }
        catch (Exception e) when (e is UserException or DuckDbException or IOException)
        {
            var why = ErrorText.Of(e);
            var name = asked.Name;
            var said = new Localized($"{name} 没有做成：{why.Zh}", $"{name} failed: {why.En}");
            _made.Add(asked with { Failure = why });
            _parts.Add(
                new DocumentPart(name, title) { Level = HasHeading ? 2 : 1, Paragraphs = [new(said.In(language), ParagraphKind.Failure)] }
            );
        }
    }
}
