using Analytics.Charts;
using Analytics.Engine;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Actions;

/// <summary>
/// Turns a result into a chart. Where the rows carry <c>obs_id</c> (or lists in <c>obs_ids</c>), sources, bounds,
/// doubts and caveats come from the observations themselves; where they do not, the footer says that no source is known.
/// </summary>
sealed class ChartBuilder(AnalyticsSession session, ResultTable table, ChartRequest request)
{
    /// <summary>Rows that kinds of single marks can show; more cannot be read.</summary>
    public const int MostRows = 1000;

    /// <summary>Rows that a cloud or a distribution can hold.</summary>
    const int MostPoints = 1_000_000;

    string Language => request.Language == ChartLanguage.Zh ? "zh" : "en";

    /// <exception cref="EngineException">A column is missing or has the wrong type, the kind is not known, or a guard of <see cref="ChartGuards"/> holds.</exception>
    /// <exception cref="ChartException">The rows cannot be drawn.</exception>
    public ChartSpec Build()
    {
        var columns = new ChartColumns(table, request);
        RequireReadable(columns.Kind);
        var evidence = ChartEvidence.Of(session, table);
        var names = new EnglishNames(session, evidence.IsKnown ? request.Language : ChartLanguage.Zh);
        var given = Enumerable.Range(0, (int)table.RowCount).Select(row => Row(row, columns, evidence.Of(row), names)).ToArray();
        var unit = Unit(columns, given);
        var rows = RowPeriods.Detailed(RowLabels.Told(given, columns.Kind, request.Language), columns.Kind, request.Language);
        var remarks = evidence.IsKnown ? ChartGuards.Remarks(columns.Kind, [.. rows.Select(r => r.Mark)], [.. rows.Select(r => r.Behind)], request) : [];
        var spec = Framed(columns, unit, rows) with
        {
            Order = request.Order ?? (rows.Count(r => r.Mark.Presence == MarkPresence.Figure) < 3 ? MarkOrder.Given : MarkOrder.Ranked),
            Annotations = Placed(given, rows, names),
        };
        return evidence.IsKnown ? Evidenced(spec, rows, remarks) : spec;
    }

    /// <summary>Everything but what the observations say.</summary>
    ChartSpec Framed(ChartColumns columns, ChartUnit unit, IReadOnlyList<ChartRow> rows) => new()
    {
        Kind = columns.Kind,
        Title = request.Title ?? DefaultTitle(columns),
        Subtitle = request.Subtitle is { } subtitle ? RowPeriods.Subtitle(subtitle, rows, request.Language) : Subtitle(unit, rows),
        Marks = [.. rows.Select(r => r.Mark)],
        Unit = unit,
        XTitle = columns.Kind == ChartKind.Scatter ? NameOf(columns.X!.Value) : columns.Kind == ChartKind.Histogram ? WithUnit(NameOf(columns.Y), unit) : "",
        YTitle = columns.Kind == ChartKind.Scatter ? WithUnit(NameOf(columns.Y), unit) : "",
        References = request.References,
        Notes = Own,
        Language = request.Language,
        Style = request.Style,
        Width = request.Width,
        Height = request.Height,
        Scale = request.Scale,
        Command = request.Command,
    };

    /// <summary>The remark that was asked for.</summary>
    IReadOnlyList<string> Own => request.Notes is { } notes ? [notes] : [];

    /// <summary>The chart with sources, coverage, cautions and notes, in the order in which its rows are drawn.</summary>
    ChartSpec Evidenced(ChartSpec spec, IReadOnlyList<ChartRow> rows, IReadOnlyList<string> remarks)
    {
        var places = new Dictionary<ChartMark, int>(ReferenceEqualityComparer.Instance);
        foreach (var (place, mark) in MarkOrdering.Of(spec).Index()) places[mark] = place;
        var drawn = rows.OrderBy(r => places[r.Mark]).ToArray();
        var sources = ChartSources.Of(session, drawn, request.Language);
        return spec with
        {
            Marks = [.. rows.Select(r => r.Mark with { Sources = sources.Numbers(r) })],
            Sources = sources.All,
            Coverage = ChartCoverage.Of(session, drawn, request.Language),
            Caveats = ChartCaveats.Lines(session, drawn, spec.Kind, request.Language, $"{spec.Title} {spec.Subtitle} {request.Notes}"),
            Notes = [.. remarks, .. Own, .. ChartNotes.Lines(drawn, sources, request.Language)],
            DataVersion = DataVersion.Of(session.Home),
        };
    }

    /// <summary>Annotations follow their marks when these take other names.</summary>
    IReadOnlyList<ChartAnnotation> Placed(IReadOnlyList<ChartRow> given, IReadOnlyList<ChartRow> rows, EnglishNames names)
    {
        return [.. request.Annotations.Select(a => a with { At = given.Zip(rows).Select(p => At(p.First.Mark, p.Second.Mark, a.At)).FirstOrDefault(at => at is not null) ?? a.At })];

        string? At(ChartMark before, ChartMark now, string at) =>
            at == before.Category || names.Of(at) == before.Category ? now.Category
            : at == $"{before.Category} / {before.Series}" ? $"{now.Category} / {now.Series}" : null;
    }

    void RequireReadable(ChartKind kind)
    {
        var most = kind is ChartKind.Scatter or ChartKind.Histogram or ChartKind.Box ? MostPoints : MostRows;
        if (table.RowCount > most)
            throw ChartRules.Fail(EngineErrorKind.Failed, $"{table.RowCount} 行的 {ChartKindName.Of(kind)} 图无法阅读；请汇总，加 LIMIT {most} 以内，或用 --kind histogram 看分布。",
                $"A {ChartKindName.Of(kind)} chart of {table.RowCount} rows cannot be read; aggregate, add LIMIT {most} or less, or show the distribution with --kind histogram.");
    }

    ChartRow Row(int row, ChartColumns columns, IReadOnlyList<ChartObservation> named, EnglishNames names)
    {
        var scatter = columns.Kind == ChartKind.Scatter;
        var standing = ChartRow.Of(new ChartMark("", null), table.Number(row, columns.Y), named);
        var mark = Figure(row, columns, standing.Stated, Name(scatter ? columns.Label : columns.X) ?? "");
        return standing with
        {
            Mark = mark with
            {
                X = scatter || columns.Kind is ChartKind.Line or ChartKind.Slope ? columns.Position(row) : null,
                Series = Name(columns.Series) ?? "",
                Panel = Name(columns.Panels) ?? "",
                Detail = columns.Detail is { } detail && table.Text(row, detail) is { } words ? names.Of(words, named) : null,
            },
        };

        string? Name(int? column) => Text(row, column) is { } text ? names.Of(text, named) : null;
    }

    /// <summary>The figure of a row, or its state. A row of a table without names takes the name of its column.</summary>
    ChartMark Figure(int row, ChartColumns columns, ChartObservation? observation, string category)
    {
        if (category.Length == 0 && columns.Kind == ChartKind.Kpi) category = NameOf(columns.Y);
        if (observation is not null)
            return observation.Decorate(new ChartMark(category, observation.Value), request.Language);
        var (low, high) = (columns.Low is { } l ? table.Number(row, l) : null, columns.High is { } h ? table.Number(row, h) : null);
        if (table.Number(row, columns.Y) is { } value)
            return new ChartMark(category, value) { Low = low ?? (high is null ? value : null), High = high ?? (low is null ? value : null) };
        if (low is { } from && high is { } to)
            return ChartMark.Between(category, from, to);
        return IsNoSource(row) ? ChartMark.NoSource(category) : ChartMark.NotSeen(category);
    }

    string? Text(int row, int? column) => column is { } index ? table.Text(row, index) ?? "NULL" : null;

    bool IsNoSource(int row) =>
        table.ColumnIndex("standing") is >= 0 and var standing && table.Text(row, standing) == "no_source";

    /// <summary>The unit of the axis. Cards and tables, whose figures carry their own, have none where units differ.</summary>
    ChartUnit Unit(ChartColumns columns, IReadOnlyList<ChartRow> rows)
    {
        if (rows.Index().Any(r => table.Number(r.Index, columns.Y) is not null && r.Item.Stated is null))
            return (request.ColumnUnits.GetValueOrDefault(table.Columns[columns.Y].Name) ?? request.Unit) switch { "1" => ChartUnit.Percent, { } named => new ChartUnit(UnitName(named)), _ => ChartUnit.None };
        var stated = rows.Select(r => r.Stated).OfType<ChartObservation>().ToArray();
        var units = stated.Select(o => o.ShownUnit(request.Language)).Distinct().ToArray();
        if (units.Length <= 1 || columns.Kind is ChartKind.Kpi or ChartKind.Heatmap)
            return units is [var only] ? only : ChartUnit.None;
        // The same unit by the year and without a time shares an axis; the labels keep the difference.
        if (stated.Select(o => o.Unit).Distinct().Count() == 1)
            return stated.Select(o => (o with { PerTime = null }).ShownUnit(request.Language)).First();
        throw ChartRules.Fail(EngineErrorKind.Failed, $"各行单位不同（{string.Join("、", units.Select(u => u.Text))}），不能共用一轴。请按单位筛选，或用 kpi、heatmap，各数自带单位。",
            $"The rows have different units ({string.Join(", ", units.Select(u => u.Text))}); they cannot share an axis. Filter by unit, or use kpi or heatmap, where each figure carries its own.");
    }

    string UnitName(string unit)
    {
        if (request.Language == ChartLanguage.Zh) return unit;
        using var names = ResultTable.Read(session.Run($"SELECT label_en FROM unit WHERE unit = {SqlText.Literal(unit)}"));
        return names.RowCount == 1 ? ChartObservation.ShortUnit(names.Text(0, 0)!) : unit;
    }

    string NameOf(int column) => request.ColumnLabels.GetValueOrDefault(table.Columns[column].Name) ?? table.Columns[column].Name;

    string DefaultTitle(ChartColumns columns) => columns is { Kind: ChartKind.Scatter, X: { } x } ? $"{NameOf(columns.Y)} / {NameOf(x)}" : NameOf(columns.Y);

    string WithUnit(string name, ChartUnit unit) =>
        unit.Text is "" ? name : Language == "zh" ? $"{name}（{unit.Text}）" : $"{name} ({unit.Text})";

    /// <summary>What all marks have in common, their measure and their period, and the unit.</summary>
    string Subtitle(ChartUnit unit, IReadOnlyList<ChartRow> rows)
    {
        var measures = rows.Select(r => r.Stated).OfType<ChartObservation>().Select(o => Language == "zh" ? o.IndicatorZh : o.IndicatorEn).Distinct().ToArray();
        return string.Join(Language == "zh" ? "，" : ", ", new[]
        {
            measures is [var measure] ? measure : null,
            RowPeriods.Among(rows, request.Language) is [var period] ? period.Whole(request.Language) : null,
            unit.Text.Length > 0 ? (Language == "zh" ? "单位：" : "unit: ") + unit.Text : null,
        }.OfType<string>());
    }
}
