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
        var x = Column(request.X, "--x", c => !c.Type.IsNumeric);
        var y = Column(request.Y, "--y", c => c.Type.IsNumeric);
        if (table.RowCount > MostRows)
            throw new EngineException(EngineErrorKind.Failed, $"A bar chart of {table.RowCount} rows cannot be read; aggregate or add LIMIT {MostRows} or less.");
        var evidence = ChartEvidence.Of(session, table);
        var rows = Enumerable.Range(0, (int)table.RowCount).ToArray();
        var unit = Unit(rows, y, evidence);
        return new ChartSpec
        {
            Kind = Kind(),
            Title = request.Title ?? table.Columns[y].Name,
            Subtitle = Subtitle(rows, evidence),
            Marks = [.. rows.Select(row => Mark(row, x, y, evidence))],
            Unit = unit,
            Sources = evidence.Sources(Language),
            Coverage = evidence.Coverage(Language),
            Caveats = evidence.Caveats(Language),
            Notes = evidence.Notes(),
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
        var other => throw new EngineException(EngineErrorKind.Usage, $"--kind {other}: not a known kind; known are bar, dot and kpi."),
    };

    int Column(string? name, string option, Func<DuckDb.ResultColumn, bool> fits)
    {
        if (name is null)
        {
            var first = Enumerable.Range(0, table.Columns.Count).Where(i => fits(table.Columns[i])).DefaultIfEmpty(-1).First();
            return first >= 0 ? first : throw new EngineException(EngineErrorKind.Usage, $"The result has no column that could be {option}; name one of {ColumnNames()}.");
        }
        var index = table.ColumnIndex(name);
        if (index < 0)
            throw new EngineException(EngineErrorKind.Usage, $"{option} {name}: the result has no such column; it has {ColumnNames()}.");
        if (option == "--y" && !table.Columns[index].Type.IsNumeric)
            throw new EngineException(EngineErrorKind.Usage, $"{option} {name}: the column is {table.Columns[index].Type}, not a number.");
        return index;
    }

    string ColumnNames() => string.Join(", ", table.Columns.Select(c => c.Name));

    ChartMark Mark(int row, int x, int y, ChartEvidence evidence)
    {
        var category = table.Text(row, x) ?? "NULL";
        var sources = evidence.SourceNumbers(row);
        if (table.Number(row, y) is not { } value)
            return (IsNoSource(row) ? ChartMark.NoSource(category) : ChartMark.NotSeen(category)) with { Sources = sources };
        var mark = new ChartMark(category, value) { Low = value, High = value, Sources = sources };
        // The observation's words belong to the mark only if the mark shows the observation's own value.
        return evidence.Observation(row) is { } observation && observation.Value == value
            ? observation.Decorate(mark)
            : mark;
    }

    bool IsNoSource(int row) =>
        table.ColumnIndex("standing") is >= 0 and var standing && table.Text(row, standing) == "no_source";

    ChartUnit Unit(int[] rows, int y, ChartEvidence evidence)
    {
        if (rows.Any(r => table.Number(r, y) is { } value && evidence.Observation(r) is { } o && o.Value != value))
            return ChartUnit.None;
        var units = rows.Select(r => evidence.Observation(r)?.Unit).OfType<string>().Distinct().ToArray();
        return units.Length > 1
            ? throw new EngineException(EngineErrorKind.Failed, $"The rows have different units ({string.Join(", ", units)}); they cannot share an axis. Filter by unit.")
            : units is ["1"] ? ChartUnit.Percent
            : units.Length == 1 ? new ChartUnit(units[0]) : ChartUnit.None;
    }

    string Subtitle(int[] rows, ChartEvidence evidence)
    {
        var observations = rows.Select(evidence.Observation).OfType<ChartObservation>().ToArray();
        var periods = observations.Select(o => o.Period).Distinct().ToArray();
        var measures = observations.Select(o => Language == "zh" ? o.IndicatorZh : o.IndicatorEn).Distinct().ToArray();
        return string.Join(Language == "zh" ? "，" : ", ", new[]
        {
            measures.Length == 1 ? measures[0] : null,
            periods.Length == 1 ? periods[0] : null,
        }.OfType<string>());
    }
}
