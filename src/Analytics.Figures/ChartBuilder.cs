using Analytics.Charts;
using Analytics.Engine.Lineage;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Figures;

/// <summary>
/// Turns a result into a chart. Numbers that are observations' own, or worked out from them, take sources, bounds, doubts and caveats from
/// the observations; those of the user's are said to be the user's, by file.
/// </summary>
/// <param name="session">Reads the observations.</param>
/// <param name="table">The rows.</param>
/// <param name="request">What is to be drawn of them.</param>
/// <param name="evidence">Whose the numbers are.</param>
public sealed class ChartBuilder(AnalyticsSession session, ResultTable table, ChartRequest request, ChartEvidence evidence)
{
    /// <summary>Rows that kinds of single marks can show; more cannot be read.</summary>
    public const int MostRows = 1000;

    /// <summary>Rows that a cloud or a distribution can hold.</summary>
    private const int MostPoints = 1_000_000;

    private int? _timesOf;
    private TimeTexts? _times;

    private Language Language => request.Language;

    /// <exception cref="UserException">A column is missing or has the wrong type, the kind is not known, or a guard of
    /// <see cref="ChartGuards"/> holds.</exception>
    /// <exception cref="UserException">The rows cannot be drawn.</exception>
    public ChartSpec Build()
    {
        var columns = new ChartColumns(table, request);
        RequireReadable(columns.Kind);
        var summary = ChartSummary.Of(table, columns);
        evidence.Read(columns.Y, summary.Rows);
        var standings = summary.Rows.Select(evidence.Of).ToList();
        var names = new EnglishNames(session, standings.Any(s => s.Observations.Count > 0) ? request.Language : Language.Zh);
        ChartRow[] plain = [.. standings.Select((standing, i) => Row(summary.Rows[i], columns, standing, names))];
        if (summary.Figures is { } figures)
            plain = [.. plain.Zip(figures).Select(p => Counting(p.First, p.Second.Value, p.Second.Weight))];
        var isKnown = plain.Any(r => r.Behind.Count > 0);
        // A kind that nobody asked for gives way to one without lengths.
        if (request.Kind is null && ChartGuards.Parting(plain, columns.Kind, request, Language).Count > 0)
            return As(columns.Series is null ? ChartKind.Kpi : ChartKind.Heatmap, columns, OneByOne(plain, columns.Kind));
        var units = new ChartUnits(
            session,
            table,
            request,
            columns,
            summary.Rows,
            [.. plain.Select(r => r.Stated)],
            [.. plain.Select(r => r.Behind)]
        );
        ChartRow[] given = [.. plain.Index().Select(r => r.Item with { Mark = units.Labelled(r.Index, r.Item.Mark) })];
        RequireFigures(columns, given);
        // Counts of observations measure nothing that they say.
        IReadOnlyList<Observation>[] behind = [.. given.Index().Select(r => units.IsCount(r.Index) ? [] : r.Item.Behind)];
        // A kind that nobody asked for gives way to one that suggests no trend.
        if (request.Kind is null && columns.Kind == ChartKind.Line && ChartGuards.MovesCriterion([.. given.Select(r => r.Mark)], behind))
            return As(ChartKind.Dot, columns, request.Apart);

        var rows = RowNumbers.Told(
            RowPeriods.Detailed(RowLabels.Told(given, columns.Kind, request.Language), columns.Kind, request.Language),
            columns.Kind,
            request.Language
        );
        ChartMark[] marks = [.. rows.Select(r => r.Mark)];
        var remarks = isKnown
            ? ChartGuards.Remarks(
                columns.Kind,
                given,
                behind,
                new ObservationLinks(session, behind.SelectMany(b => b).Select(o => o.Id)),
                request,
                evidence.Declared
            )
            : [];
        string[] above = [.. new[] { request.Part, request.Apart }.OfType<string>(), .. remarks.Select(r => r.Text)];
        var (references, outside) = ChartReferences.Fit(request.References, marks, units.Axis, columns.Kind, request.Language);
        var spec = Framed(columns, units.Axis, rows) with
        {
            Order =
                request.Order
                ?? (
                    marks.Count(m => m.Presence == MarkPresence.Figure) >= 3
                    && ChartCaveats.AreRankable(rows, columns.Kind, request.Language)
                        ? MarkOrder.Ranked
                        : MarkOrder.Given
                ),
            References = references,
            Annotations = Placed(Times(columns), given, rows, names),
            PartsDoNotAddUp = remarks.Any(r => r.Code == "stack"),
            IsShaded = !units.AreSeveral && ChartGuards.Parting(rows, ChartKind.Bar, request, request.Language).Count == 0,
            Caveats = above,
            CaveatsAbove = above.Length,
            Origins = FigureOwners.Of(rows),
            OwnFiles = [.. rows.SelectMany(r => r.Files).Distinct()],
            NotTraced = evidence.Reason?.Reason.In(request.Language),
            Notes =
            [
                .. FigureOwners.Lines(rows, request.Language),
                .. request.Notes is { } notes ? [notes] : Array.Empty<string>(),
                .. outside,
                .. Undrawn(columns),
                .. summary.Note is { } note ? [note.In(Language)] : Array.Empty<string>(),
            ],
        };
        return isKnown ? Evidenced(spec, rows) : spec;
    }

    /// <summary>The same rows and columns as another kind.</summary>
    private ChartSpec As(ChartKind kind, ChartColumns columns, string? apart)
    {
        var named = request with
        {
            Apart = apart,
            X = request.X ?? columns.NameOf(columns.X),
            Y = columns.NameOf(columns.Y),
            Series = request.Series ?? columns.NameOf(columns.Series),
            Detail = request.Detail ?? columns.NameOf(columns.Detail),
        };
        return new ChartBuilder(session, table, named.As(ChartKindName.Of(kind)), evidence).Build();
    }

    /// <summary>Why rows that nobody asked to see in one way are shown one by one.</summary>
    private string OneByOne(IReadOnlyList<ChartRow> rows, ChartKind kind)
    {
        var reasons = ChartGuards.Parting(rows, kind, request, Language).Select(r => r.Brief).Distinct();
        return Language == Language.Zh
            ? $"各行不可比（{string.Join("、", reasons)}），逐项列出，不比长短"
            : $"the rows do not compare ({string.Join(", ", reasons)}): shown one by one, not as lengths";
    }

    /// <summary>Everything but what the observations say.</summary>
    private ChartSpec Framed(ChartColumns columns, ChartUnit unit, IReadOnlyList<ChartRow> rows)
    {
        // What the articles measure is no headline over numbers of the user's.
        var described = rows.Any(r => r.Origin.HasFlag(FigureOrigins.Own)) ? [] : rows;
        var title = request.Title ?? DefaultTitle(columns, rows);
        return new()
        {
            Kind = columns.Kind,
            Title = title,
            Subtitle = request.Subtitle is { } subtitle
                ? RowPeriods.Subtitle(subtitle, rows, request.Language)
                : Subtitle(title, unit, described),
            Verdict = request.Verdict?.Medium.In(request.Language) ?? "",
            BriefVerdict = request.Verdict?.Brief.In(request.Language) ?? "",
            Marks = [.. rows.Select(r => r.Mark)],
            Unit = unit,
            XTitle =
                columns.Kind == ChartKind.Scatter ? NameOf(columns.X!.Value)
                : columns.Kind == ChartKind.Histogram ? WithUnit(NameOf(columns.Y), unit)
                : Times(columns)?.Common ?? "",
            YTitle = columns.Kind == ChartKind.Scatter ? WithUnit(NameOf(columns.Y), unit) : "",
            Language = request.Language,
            Style = request.Style,
            Width = request.Size.Width,
            Height = request.Size.Height,
            Scale = request.Scale,
            Command = request.Command,
        };
    }

    /// <summary>The chart with sources, coverage, cautions and notes, in the order in which its rows are drawn.</summary>
    private ChartSpec Evidenced(ChartSpec spec, IReadOnlyList<ChartRow> rows)
    {
        var places = new Dictionary<ChartMark, int>(ReferenceEqualityComparer.Instance);
        foreach (var (place, mark) in MarkOrdering.Of(spec).Index())
            places[mark] = place;
        var drawn = rows.OrderBy(r => places[r.Mark]).ToArray();
        var sources = ChartSources.Of(session, drawn, request.Language);
        var head = $"{spec.Title} {spec.Subtitle} {request.Notes}";
        var cautions = ChartCaveats.Of(session, drawn, spec.Kind, request.Language, head);
        return spec with
        {
            Marks = [.. rows.Select(r => r.Mark with { Sources = sources.Numbers(r) })],
            Sources = sources.All,
            Coverage = ChartCoverage.Of(session, drawn, request.Language),
            Caveats = [.. spec.Caveats, .. cautions.Lines],
            CaveatsAbove = spec.CaveatsAbove + (cautions.Decides ? 1 : 0),
            Notes = [.. spec.Notes, .. ChartNotes.Lines(drawn, sources, request.Language)],
            DataVersion = Figures.DataVersion.Of(session.Home),
        };
    }

    /// <summary>Annotations follow their marks when these take other names.</summary>
    private IReadOnlyList<ChartAnnotation> Placed(
        TimeTexts? times,
        IReadOnlyList<ChartRow> given,
        IReadOnlyList<ChartRow> rows,
        EnglishNames names
    )
    {
        var written = request.Annotations.Select(a => a with { At = times?.Short(a.At) ?? a.At });
        return
        [
            .. written.Select(a =>
                a with
                {
                    At = given.Zip(rows).Select(p => At(p.First.Mark, p.Second.Mark, a.At)).FirstOrDefault(at => at is not null) ?? a.At,
                }
            ),
        ];

        string? At(ChartMark before, ChartMark now, string at) =>
            at == before.Category || names.Of(at) == before.Category ? now.Category
            : at == $"{before.Category} / {before.Series}" ? $"{now.Category} / {now.Series}"
            : null;
    }

    /// <summary>Where the values are all missing but another column has figures, that column is named.</summary>
    private void RequireFigures(ChartColumns columns, ChartRow[] rows)
    {
        var others = string.Join(", ", columns.Candidates);
        if (others.Length > 0 && rows.Length > 0 && rows.All(r => r.Mark.Presence != MarkPresence.Figure))
        {
            throw UserException.Failed(
                $"y {NameOf(columns.Y)}：{rows.Length} 行都没有数值。请为 y 另选数值列：{others}。",
                $"y {NameOf(columns.Y)}: none of the {rows.Length} rows has a figure. Choose another column for y: {others}."
            );
        }
    }

    private void RequireReadable(ChartKind kind)
    {
        if (kind is ChartKind.Line or ChartKind.Histogram)
            return;
        var most = kind is ChartKind.Scatter or ChartKind.Box ? MostPoints : MostRows;
        if (table.RowCount > most)
        {
            throw UserException.Failed(
                $"{table.RowCount} 行的 {ChartKindName.Of(kind)} 图无法阅读；请汇总，加 LIMIT {most} 以内，或用 histogram 图看分布。",
                $"A {ChartKindName.Of(kind)} chart of {table.RowCount} rows cannot be read; "
                    + $"aggregate, add LIMIT {most} or less, or show the distribution as a histogram."
            );
        }
    }

    /// <summary>A row that stands for all figures of an interval.</summary>
    private static ChartRow Counting(ChartRow row, double value, int weight) =>
        row with
        {
            Mark = new ChartMark("", value) { Weight = weight, Origin = row.Origin },
        };

    private ChartRow Row(int row, ChartColumns columns, NumberStanding number, EnglishNames names)
    {
        var named = number.Observations;
        var scatter = columns.Kind == ChartKind.Scatter;
        var standing = ChartRow.Of(new ChartMark("", null), table.Number(row, columns.Y), number);
        var isOwn = number.Owner is ColumnOwner.User or ColumnOwner.Nobody;
        var category = Name(scatter ? columns.Label : columns.X) ?? "";
        var mark = Figure(row, columns, standing.Stated, isOwn, Times(columns)?.Short(category) ?? category);
        if (standing.Stated is null)
            mark = mark with { Label = mark.Label ?? LongNumbers.Label(table, row, columns.Y, request.Language) };
        var drawn = standing with
        {
            Mark = mark with
            {
                ObservationIds = [.. standing.Behind.Select(o => o.Id)],
                X = scatter || columns.Kind is ChartKind.Line or ChartKind.Slope ? columns.Position(row) : null,
                Series = Name(columns.Series) ?? "",
                Panel = Name(columns.Panels) ?? "",
                Detail = columns.Detail is { } detail && table.Text(row, detail) is { } words ? names.Of(words, named) : null,
            },
        };
        return drawn with { Mark = drawn.Mark with { Origin = drawn.Origin } };

        string? Name(int? column) => Text(row, column) is { } text ? names.Of(text, named) : null;
    }

    /// <summary>How the times below a line are written; null for other axes.</summary>
    private TimeTexts? Times(ChartColumns columns)
    {
        if (columns.Kind is not (ChartKind.Line or ChartKind.Slope) || columns.X is not { } x)
            return null;
        if (_timesOf != x)
            (_timesOf, _times) = (x, TimeTexts.Of(Enumerable.Range(0, (int)table.RowCount).Select(row => table.Text(row, x) ?? "")));
        return _times;
    }

    /// <summary>The figure of a row, or its state. A row of a table without names takes the name of its column.</summary>
    private ChartMark Figure(int row, ChartColumns columns, Observation? observation, bool isOwn, string category)
    {
        if (category.Length == 0 && columns.Kind == ChartKind.Kpi)
            category = NameOf(columns.Y);
        if (observation is not null)
            return observation.Decorate(new ChartMark(category, observation.Value), request.Language);
        var (low, high) = (columns.Low is { } l ? table.Number(row, l) : null, columns.High is { } h ? table.Number(row, h) : null);
        if (ChartInterval.Of(category, table.Number(row, columns.Y), low, high, columns is { Low: not null, High: not null }) is { } figure)
            return figure;
        if (isOwn)
            return ChartMark.NoFigure(category);
        return IsNoSource(row) ? ChartMark.NoSource(category) : ChartMark.NotSeen(category);
    }

    private string? Text(int row, int? column) => column is { } index ? table.Text(row, index) ?? "NULL" : null;

    private bool IsNoSource(int row) => table.ColumnIndex("standing") is >= 0 and var standing && table.Text(row, standing) == "no_source";

    /// <summary>Columns of numbers that a guess passed over.</summary>
    private IEnumerable<string> Undrawn(ChartColumns columns)
    {
        var names = columns.Undrawn.ToList();
        if (names.Count == 0)
            yield break;
        yield return Language == Language.Zh
            ? $"未画的数值列：{string.Join("、", names)}（用 y 选取）"
            : $"Columns of numbers not drawn: {string.Join(", ", names)} (choose one with y)";
    }

    private string NameOf(int column) => request.ColumnLabels.GetValueOrDefault(table.Columns[column].Name) ?? table.Columns[column].Name;

    /// <summary>What is drawn: the words that the column has, else what its numbers are, never an abbreviation alone.</summary>
    private string DefaultTitle(ChartColumns columns, IReadOnlyList<ChartRow> rows)
    {
        var name = NameOf(columns.Y);
        if (columns is { Kind: ChartKind.Scatter, X: { } x })
            return Language == Language.Zh ? $"{name}与{NameOf(x)}" : $"{name} by {NameOf(x)}";
        if (request.ColumnLabels.ContainsKey(table.Columns[columns.Y].Name))
            return name;
        var common = columns.CommonIndicator is { } indicator ? table.Text(0, indicator) : null;
        return ChartHeadline.Of(rows, evidence.Declared, name, columns.X is { } by ? NameOf(by) : null, common, Language);
    }

    private string WithUnit(string name, ChartUnit unit) =>
        unit.Text is "" ? name
        : Language == Language.Zh ? $"{name}（{unit.Text}）"
        : $"{name} ({unit.Text})";

    /// <summary>What all marks have in common, their measure and their period, and the unit.</summary>
    private string Subtitle(string title, ChartUnit unit, IReadOnlyList<ChartRow> rows)
    {
        var measures = rows.Select(r => r.Stated)
            .OfType<Observation>()
            .Select(o => Language == Language.Zh ? o.IndicatorZh : o.IndicatorEn)
            .Distinct()
            .ToArray();
        return string.Join(
            Language == Language.Zh ? "，" : ", ",
            new[]
            {
                measures is [var measure] && measure != title ? measure : null,
                RowPeriods.Among(rows, request.Language) is [var period] ? period.Whole(request.Language) : null,
                unit.Text.Length > 0 ? (Language == Language.Zh ? "单位：" : "unit: ") + unit.Text : null,
            }.OfType<string>()
        );
    }
}
