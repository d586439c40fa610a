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
        var rows = Enumerable.Range(0, (int)table.RowCount).ToArray();
        // The words of an observation belong to a mark only if the mark shows the observation's own value.
        var shown = rows.Select(row => evidence.Observation(row) is { } o && o.Value == table.Number(row, columns.Y) ? o : null).ToArray();
        var unit = Unit(columns, rows, shown);
        var marks = rows.Select(row => Mark(row, columns, shown[row], evidence)).ToList();
        var remarks = evidence.IsKnown ? ChartGuards.Remarks(columns.Kind, marks, [.. rows.Select(evidence.Behind)], request) : [];
        return Framed(columns, unit, [.. shown.OfType<ChartObservation>()], evidence) with
        {
            Marks = marks,
            Order = request.Order ?? (marks.Count(m => m.Presence == MarkPresence.Figure) < 3 ? MarkOrder.Given : MarkOrder.Ranked),
            Notes = [.. remarks, .. request.Notes is { } notes ? [notes] : Array.Empty<string>(), .. Doubts(shown.OfType<ChartObservation>())],
        };
    }

    /// <summary>Everything but the marks.</summary>
    ChartSpec Framed(ChartColumns columns, ChartUnit unit, ChartObservation[] shown, ChartEvidence evidence) => new()
    {
        Kind = columns.Kind,
        Title = request.Title ?? DefaultTitle(columns),
        Subtitle = request.Subtitle ?? Subtitle(unit, shown),
        Marks = [],
        Unit = unit,
        XTitle = columns.Kind == ChartKind.Scatter ? NameOf(columns.X!.Value) : columns.Kind == ChartKind.Histogram ? WithUnit(NameOf(columns.Y), unit) : "",
        YTitle = columns.Kind == ChartKind.Scatter ? WithUnit(NameOf(columns.Y), unit) : "",
        References = request.References,
        Annotations = request.Annotations,
        Sources = evidence.Sources(Language),
        Coverage = evidence.Coverage(Language),
        Caveats = shown.Length > 0 ? evidence.Caveats(shown, Language) : [],
        DataVersion = evidence.IsKnown ? Actions.DataVersion.Of(session.Home) : "",
        Language = request.Language,
        Style = request.Style,
        Width = request.Width,
        Height = request.Height,
        Scale = request.Scale,
        Command = request.Command,
    };

    void RequireReadable(ChartKind kind)
    {
        var most = kind is ChartKind.Scatter or ChartKind.Histogram or ChartKind.Box ? MostPoints : MostRows;
        if (table.RowCount > most)
            throw ChartRules.Fail(EngineErrorKind.Failed, $"{table.RowCount} 行的 {ChartKindName.Of(kind)} 图无法阅读；请汇总，加 LIMIT {most} 以内，或用 --kind histogram 看分布。",
                $"A {ChartKindName.Of(kind)} chart of {table.RowCount} rows cannot be read; aggregate, add LIMIT {most} or less, or show the distribution with --kind histogram.");
    }

    ChartMark Mark(int row, ChartColumns columns, ChartObservation? observation, ChartEvidence evidence)
    {
        var scatter = columns.Kind == ChartKind.Scatter;
        var mark = Figure(row, columns, observation, Text(row, scatter ? columns.Label : columns.X) ?? "");
        return mark with
        {
            X = scatter || columns.Kind is ChartKind.Line or ChartKind.Slope ? columns.Position(row) : null,
            Series = Text(row, columns.Series) ?? "",
            Panel = Text(row, columns.Panels) ?? "",
            Detail = columns.Detail is { } detail ? table.Text(row, detail) : null,
            Sources = evidence.SourceNumbers(row),
        };
    }

    /// <summary>The figure of a row, or its state. A row of a table without names takes the name of its column.</summary>
    ChartMark Figure(int row, ChartColumns columns, ChartObservation? observation, string category)
    {
        if (category.Length == 0 && columns.Kind == ChartKind.Kpi) category = NameOf(columns.Y);
        if (observation is not null && (observation.Low ?? observation.High ?? observation.Value) is not null)
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
    ChartUnit Unit(ChartColumns columns, int[] rows, ChartObservation?[] shown)
    {
        if (rows.Any(row => table.Number(row, columns.Y) is not null && shown[row] is null))
            return (request.ColumnUnits.GetValueOrDefault(table.Columns[columns.Y].Name) ?? request.Unit) switch { "1" => ChartUnit.Percent, { } named => new ChartUnit(UnitName(named)), _ => ChartUnit.None };
        var units = shown.OfType<ChartObservation>().Select(o => o.ShownUnit(request.Language)).Distinct().ToArray();
        if (units.Length <= 1 || columns.Kind is ChartKind.Kpi or ChartKind.Heatmap)
            return units is [var only] ? only : ChartUnit.None;
        // The same unit by the year and without a time shares an axis; the labels keep the difference.
        if (shown.OfType<ChartObservation>().Select(o => o.Unit).Distinct().Count() == 1)
            return shown.OfType<ChartObservation>().Select(o => (o with { PerTime = null }).ShownUnit(request.Language)).First();
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
    string Subtitle(ChartUnit unit, ChartObservation[] shown)
    {
        var measures = shown.Select(o => Language == "zh" ? o.IndicatorZh : o.IndicatorEn).Distinct().ToArray();
        var periods = shown.Select(o => Language == "zh" ? o.Period : EnglishPeriod(o.Period)).Distinct().ToArray();
        return string.Join(Language == "zh" ? "，" : ", ", new[]
        {
            measures is [var measure] ? measure : null,
            periods is [{ } period] ? period : null,
            unit.Text.Length > 0 ? (Language == "zh" ? "单位：" : "unit: ") + unit.Text : null,
        }.OfType<string>());
    }

    /// <summary>A year in figures; other periods are Chinese words of the text, which an English headline leaves out.</summary>
    static string? EnglishPeriod(string? period) =>
        period is { Length: 5 } && period[4] == '年' && period[..4].All(char.IsAsciiDigit) ? period[..4] : null;

    /// <summary>Why a figure is doubtful, in the words of the curator, which are Chinese: an English chart says so.</summary>
    IEnumerable<string> Doubts(IEnumerable<ChartObservation> shown) =>
        shown.Where(o => o.Status != "normal" && o.Note is not null).Select(o => Language == "zh"
            ? $"{o.PlaceZh} {o.Display}：{o.Note}"
            : $"{o.PlaceEn} {o.Decorate(new ChartMark("", o.Value), ChartLanguage.En).Label} (note in Chinese): {o.Note}");
}
