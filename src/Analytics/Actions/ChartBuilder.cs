using Analytics.Charts;
using Analytics.Engine;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Actions;

/// <summary>
/// Turns a result into a chart. Where the rows carry <c>obs_id</c> (or lists in <c>obs_ids</c>), sources, bounds,
/// doubts and caveats come from the observations themselves.
/// </summary>
sealed class ChartBuilder(AnalyticsSession session, ResultTable table, ChartRequest request)
{
    const int MostRows = 1000;

    string Language => request.Language == ChartLanguage.Zh ? "zh" : "en";

    /// <exception cref="EngineException">A column is missing or has the wrong type, or the kind is not known.</exception>
    /// <exception cref="ChartException">The rows cannot be drawn.</exception>
    public ChartSpec Build()
    {
        var x = Column(InLanguage(request.X), "--x", c => !c.Type.IsNumeric);
        var y = Column(request.Y, "--y", c => c.Type.IsNumeric);
        if (table.RowCount > MostRows)
            throw Fail(EngineErrorKind.Failed, $"{table.RowCount} 行的条形图无法阅读；请汇总，或加 LIMIT {MostRows} 以内。",
                $"A bar chart of {table.RowCount} rows cannot be read; aggregate or add LIMIT {MostRows} or less.");
        var evidence = ChartEvidence.Of(session, table);
        var rows = Enumerable.Range(0, (int)table.RowCount).ToArray();
        // The words of an observation belong to a mark only if the mark shows the observation's own value.
        var shown = rows.Select(row => evidence.Observation(row) is { } o && o.Value == table.Number(row, y) ? o : null).ToArray();
        var unit = Unit(rows, y, shown);
        return new ChartSpec
        {
            Kind = Kind(),
            Title = request.Title ?? table.Columns[y].Name,
            Subtitle = Subtitle(unit, [.. shown.OfType<ChartObservation>()]),
            Marks = [.. rows.Select(row => Mark(row, x, y, shown[row], evidence))],
            Unit = unit,
            Sources = evidence.Sources(Language),
            Coverage = evidence.Coverage(Language),
            Caveats = shown.Any(o => o is not null) ? evidence.Caveats(Language) : [],
            Notes = Notes(shown.OfType<ChartObservation>()),
            Language = request.Language,
            Style = request.Style,
            Width = request.Width,
            Height = request.Height,
            Scale = request.Scale,
            Command = request.Command,
        };
    }

    ChartKind Kind() => request.Kind switch
    {
        null or "bar" => ChartKind.Bar,
        "dot" => ChartKind.Dot,
        "kpi" => ChartKind.Kpi,
        var other => throw Fail(EngineErrorKind.Usage, $"--kind {other}：没有这种图；有 bar、dot、kpi。", $"--kind {other}: not a known kind; known are bar, dot and kpi."),
    };

    int Column(string? name, string option, Func<DuckDb.ResultColumn, bool> fits)
    {
        if (name is null)
        {
            var first = Enumerable.Range(0, table.Columns.Count).Where(i => fits(table.Columns[i])).DefaultIfEmpty(-1).First();
            return first >= 0 ? first : throw Fail(EngineErrorKind.Usage, $"结果没有可作 {option} 的列；请从 {ColumnNames()} 中指定。",
                $"The result has no column that could be {option}; name one of {ColumnNames()}.");
        }
        var index = table.ColumnIndex(name);
        if (index < 0)
            throw Fail(EngineErrorKind.Usage, $"{option} {name}：结果没有这一列；有 {ColumnNames()}。", $"{option} {name}: the result has no such column; it has {ColumnNames()}.");
        if (option == "--y" && !table.Columns[index].Type.IsNumeric)
            throw Fail(EngineErrorKind.Usage, $"{option} {name}：此列是 {table.Columns[index].Type}，不是数值。", $"{option} {name}: the column is {table.Columns[index].Type}, not a number.");
        return index;
    }

    /// <summary>A column of Chinese names gives way to its English twin in an English chart.</summary>
    string? InLanguage(string? column)
    {
        if (Language != "en" || column?.EndsWith("_zh", StringComparison.OrdinalIgnoreCase) != true)
            return column;
        var english = column[..^3] + "_en";
        return table.ColumnIndex(english) >= 0 ? english : column;
    }

    EngineException Fail(EngineErrorKind kind, string zh, string en) => new(kind, Language == "zh" ? zh : en);

    string ColumnNames() => string.Join(", ", table.Columns.Select(c => c.Name));

    ChartMark Mark(int row, int x, int y, ChartObservation? observation, ChartEvidence evidence)
    {
        var category = table.Text(row, x) ?? "NULL";
        var sources = evidence.SourceNumbers(row);
        if (table.Number(row, y) is not { } value)
            return (IsNoSource(row) ? ChartMark.NoSource(category) : ChartMark.NotSeen(category)) with { Sources = sources };
        var mark = new ChartMark(category, value) { Low = value, High = value, Sources = sources };
        return observation?.Decorate(mark) ?? mark;
    }

    bool IsNoSource(int row) =>
        table.ColumnIndex("standing") is >= 0 and var standing && table.Text(row, standing) == "no_source";

    ChartUnit Unit(int[] rows, int y, ChartObservation?[] shown)
    {
        if (rows.Any(row => table.Number(row, y) is not null && shown[row] is null))
            return request.Unit is { } named ? new ChartUnit(Language == "zh" ? named : EnglishUnit(named)) : ChartUnit.None;
        var units = shown.OfType<ChartObservation>().Select(o => o.Unit).Distinct().ToArray();
        return units.Length > 1
            ? throw Fail(EngineErrorKind.Failed, $"各行单位不同（{string.Join("、", units)}），不能共用一轴。请按单位筛选。",
                $"The rows have different units ({string.Join(", ", units)}); they cannot share an axis. Filter by unit.")
            : units is ["1"] ? ChartUnit.Percent
            : units.Length == 1 ? new ChartUnit(units[0]) : ChartUnit.None;
    }

    /// <summary>The English label of a unit that a query's header names; the unit itself if the tables do not have it.</summary>
    string EnglishUnit(string unit)
    {
        using var labels = ResultTable.Read(session.Run($"SELECT label_en FROM unit WHERE unit = {SqlText.Literal(unit)}"));
        return labels.RowCount > 0 ? labels.Text(0, 0) ?? unit : unit;
    }

    /// <summary>Unit, and what all marks have in common: their measure, their period.</summary>
    string Subtitle(ChartUnit unit, ChartObservation[] shown)
    {
        var measures = shown.Select(o => Language == "zh" ? o.IndicatorZh : o.IndicatorEn).Distinct().ToArray();
        var periods = shown.Select(o => o.Period).Distinct().ToArray();
        return string.Join(Language == "zh" ? "，" : ", ", new[]
        {
            measures is [var measure] ? measure : null,
            periods is [{ } period] ? period : null,
            unit.Text.Length > 0 ? (Language == "zh" ? "单位：" : "unit: ") + unit.Text : null,
        }.OfType<string>());
    }

    /// <summary>Why a figure is doubtful, in the words of the curator.</summary>
    static IReadOnlyList<string> Notes(IEnumerable<ChartObservation> shown) =>
        [.. shown.Where(o => o.Status != "normal" && o.Note is not null).Select(o => $"{o.PlaceZh} {o.Display}：{o.Note}")];
}
