using Analytics.Charts;
using Analytics.Engine;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Tables;

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
        IReadOnlyList<ChartObservation>[] behind = [.. rows.Select(evidence.Behind)];
        var units = new ChartUnits(session, table, request, columns, shown, behind);
        var isOwn = !evidence.IsKnown && IsUsersOwn();
        var marks = RowNumbers.Told([.. rows.Select(row => units.Labelled(row, Mark(row, columns, shown[row], isOwn, evidence)))], row => behind[row].Count > 0, columns.Kind, request.Language);
        RequireFigures(columns, marks);
        // Counts of observations measure nothing that they say.
        behind = [.. behind.Index().Select(b => units.IsCount(b.Index) ? [] : b.Item)];
        // A kind that nobody asked for gives way to one that suggests no trend.
        if (request.Kind is null && columns.Kind == ChartKind.Line && ChartGuards.MovesCriterion(marks, behind))
            return new ChartBuilder(session, table, (request with { X = request.X ?? columns.NameOf(columns.X), Y = columns.NameOf(columns.Y) }).As("dot")).Build();
        var remarks = evidence.IsKnown ? ChartGuards.Remarks(columns.Kind, marks, behind, new ObservationLinks(session, behind.SelectMany(b => b).Select(o => o.Id)), request) : [];
        var (references, outside) = ChartReferences.Fit(request.References, marks, units.Axis, columns.Kind, request.Language);
        return Framed(columns, units.Axis, [.. shown.OfType<ChartObservation>()], evidence) with
        {
            Marks = marks,
            Order = request.Order ?? (marks.Count(m => m.Presence == MarkPresence.Figure) < 3 ? MarkOrder.Given : MarkOrder.Ranked),
            References = references,
            PartsDoNotAddUp = remarks.Any(r => r.Code == "stack"),
            IsOwnData = isOwn,
            LacksObservations = LacksObservations(evidence),
            Notes = [.. remarks.Select(r => r.Text), .. request.Notes is { } notes ? [notes] : Array.Empty<string>(), .. outside, .. Doubts(shown.OfType<ChartObservation>())],
        };
    }

    /// <summary>Whether no row can be the product's: none names an observation, and its SQL reads no table of the product.</summary>
    bool IsUsersOwn() => !NamesObservations && request.Sql is { } sql && DataOrigin.IsUsersOwn(session, sql);

    /// <summary>Whether figures of the product are shown that the user's SQL could have told the sources of.</summary>
    bool LacksObservations(ChartEvidence evidence) =>
        !evidence.IsKnown && !NamesObservations && request is { IsCanned: false, Sql: { } sql } && DataOrigin.NamesFigures(session, sql);

    bool NamesObservations => ObservationIds.Columns(table.Columns).Count > 0;

    /// <summary>Everything but the marks.</summary>
    ChartSpec Framed(ChartColumns columns, ChartUnit unit, ChartObservation[] shown, ChartEvidence evidence) => new()
    {
        Kind = columns.Kind,
        Title = request.Title ?? DefaultTitle(columns, shown),
        Subtitle = request.Subtitle ?? Subtitle(request.Title ?? DefaultTitle(columns, shown), unit, shown),
        Marks = [],
        Unit = unit,
        XTitle = columns.Kind == ChartKind.Scatter ? NameOf(columns.X!.Value) : columns.Kind == ChartKind.Histogram ? WithUnit(NameOf(columns.Y), unit) : "",
        YTitle = columns.Kind == ChartKind.Scatter ? WithUnit(NameOf(columns.Y), unit) : "",
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

    /// <summary>Where the values are all missing but another column has figures, that column is named.</summary>
    void RequireFigures(ChartColumns columns, List<ChartMark> marks)
    {
        var others = string.Join(", ", columns.Candidates);
        if (others.Length > 0 && marks.Count > 0 && marks.All(m => m.Presence != MarkPresence.Figure))
            throw ChartRules.Fail(EngineErrorKind.Failed, $"y {NameOf(columns.Y)}：{marks.Count} 行都没有数值。请用 --y 另选数值列：{others}。",
                $"y {NameOf(columns.Y)}: none of the {marks.Count} rows has a figure. Choose another column with --y: {others}.");
    }

    void RequireReadable(ChartKind kind)
    {
        var most = kind is ChartKind.Scatter or ChartKind.Histogram or ChartKind.Box ? MostPoints : MostRows;
        if (table.RowCount > most)
            throw ChartRules.Fail(EngineErrorKind.Failed, $"{table.RowCount} 行的 {ChartKindName.Of(kind)} 图无法阅读；请汇总，加 LIMIT {most} 以内，或用 --kind histogram 看分布。",
                $"A {ChartKindName.Of(kind)} chart of {table.RowCount} rows cannot be read; aggregate, add LIMIT {most} or less, or show the distribution with --kind histogram.");
    }

    ChartMark Mark(int row, ChartColumns columns, ChartObservation? observation, bool isOwn, ChartEvidence evidence)
    {
        var scatter = columns.Kind == ChartKind.Scatter;
        var mark = Figure(row, columns, observation, isOwn, Text(row, scatter ? columns.Label : columns.X) ?? "");
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
    ChartMark Figure(int row, ChartColumns columns, ChartObservation? observation, bool isOwn, string category)
    {
        if (category.Length == 0 && columns.Kind == ChartKind.Kpi) category = NameOf(columns.Y);
        if (observation is not null && (observation.Low ?? observation.High ?? observation.Value) is not null)
            return observation.Decorate(new ChartMark(category, observation.Value), request.Language);
        var (low, high) = (columns.Low is { } l ? table.Number(row, l) : null, columns.High is { } h ? table.Number(row, h) : null);
        if (ChartInterval.Of(category, table.Number(row, columns.Y), low, high, columns is { Low: not null, High: not null }) is { } figure)
            return figure;
        if (isOwn) return ChartMark.NoFigure(category);
        return IsNoSource(row) ? ChartMark.NoSource(category) : ChartMark.NotSeen(category);
    }

    string? Text(int row, int? column) => column is { } index ? table.Text(row, index) ?? "NULL" : null;

    bool IsNoSource(int row) =>
        table.ColumnIndex("standing") is >= 0 and var standing && table.Text(row, standing) == "no_source";

    string NameOf(int column) => request.ColumnLabels.GetValueOrDefault(table.Columns[column].Name) ?? table.Columns[column].Name;

    /// <summary>
    /// The measure: the column's name in words; where the column is only called <c>value</c> and all rows have one indicator, its name.
    /// </summary>
    string DefaultTitle(ChartColumns columns, ChartObservation[] shown)
    {
        var name = NameOf(columns.Y);
        if (columns is { Kind: ChartKind.Scatter, X: { } x })
            return Language == "zh" ? $"{name}与{NameOf(x)}" : $"{name} by {NameOf(x)}";
        if (request.ColumnLabels.ContainsKey(table.Columns[columns.Y].Name) || shown.Length == 0 && name.ToLowerInvariant() is not ("value" or "v"))
            return name;
        var measures = shown.Select(o => Language == "zh" ? o.IndicatorZh : o.IndicatorEn).Distinct().ToArray();
        return measures is [var measure] ? measure : measures.Length == 0 && columns.CommonIndicator is { } common ? table.Text(0, common) ?? name : name;
    }

    string WithUnit(string name, ChartUnit unit) =>
        unit.Text is "" ? name : Language == "zh" ? $"{name}（{unit.Text}）" : $"{name} ({unit.Text})";

    /// <summary>What all marks have in common, their measure and their period, and the unit.</summary>
    string Subtitle(string title, ChartUnit unit, ChartObservation[] shown)
    {
        var measures = shown.Select(o => Language == "zh" ? o.IndicatorZh : o.IndicatorEn).Distinct().ToArray();
        var periods = shown.Select(o => Language == "zh" ? o.Period : EnglishPeriod(o.Period)).Distinct().ToArray();
        return string.Join(Language == "zh" ? "，" : ", ", new[]
        {
            measures is [var measure] && measure != title ? measure : null,
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
