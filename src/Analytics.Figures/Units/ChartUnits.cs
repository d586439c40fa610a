using Analytics.Charts;
using Analytics.DuckDb;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Figures;

/// <summary>
/// The units of a chart's figures. A row that shows an observation has that observation's unit; any other has what the query
/// says, in its header or in a column <c>unit</c>; else that of all observations behind it, where the value is their sum,
/// their mean or one of them; else none, since a derived value may be in any unit. Figures of different units share no axis.
/// </summary>
internal sealed class ChartUnits
{
    private readonly AnalyticsSession _session;
    private readonly ResultTable _table;
    private readonly ChartRequest _request;
    private readonly ChartColumns _columns;
    private readonly IReadOnlyList<int> _at;
    private readonly Dictionary<int, RowUnit> _rows = [];
    private readonly HashSet<int> _counts = [];

    /// <summary>Values of which nothing is known.</summary>
    private static readonly RowUnit None = new("", null, null);

    /// <summary>What is known of a row's unit.</summary>
    /// <param name="Key">What must agree between the rows of an axis: the unit, or those behind the row.</param>
    /// <param name="PerTime">The time that a rate is for.</param>
    /// <param name="Shown">As it follows the figure; null where the value's own unit is not known.</param>
    private sealed record RowUnit(string Key, string? PerTime, ChartUnit? Shown);

    /// <param name="session">Knows the English names of units.</param>
    /// <param name="table">The result.</param>
    /// <param name="request">What its header says.</param>
    /// <param name="columns">Which column holds the values.</param>
    /// <param name="at">Where each row of the chart stands in the result.</param>
    /// <param name="shown">The observation that each row shows as it stands; null where its value is another one.</param>
    /// <param name="behind">All observations that each row stands on.</param>
    /// <exception cref="UserException">Rows, or the observations behind one row, differ in unit and the kind has one axis.</exception>
    public ChartUnits(
        AnalyticsSession session,
        ResultTable table,
        ChartRequest request,
        ChartColumns columns,
        IReadOnlyList<int> at,
        IReadOnlyList<Observation?> shown,
        IReadOnlyList<IReadOnlyList<Observation>> behind
    )
    {
        (_session, _table, _request, _columns, _at) = (session, table, request, columns, at);
        for (var row = 0; row < shown.Count; row++)
        {
            if (OfRow(row, shown[row], behind[row]) is { } unit)
                _rows[row] = unit;
        }
        // A header speaks for all rows as soon as one is derived; stated figures keep their own words beside it.
        Axis =
            Header is { } header && Enumerable.Range(0, shown.Count).Any(row => shown[row] is null && _rows.ContainsKey(row))
                ? Named(header)
                : Common();
    }

    /// <summary>The unit of the axis; none where it is not known, and where figures carry their own.</summary>
    public ChartUnit Axis { get; }

    /// <summary>The mark of a row with the label that its open side or a unit of its own asks for.</summary>
    public ChartMark Labelled(int row, ChartMark mark)
    {
        if (mark.Label is not null || mark.Presence != MarkPresence.Figure)
            return mark;
        var own = Own(row);
        return mark with
        {
            Label =
                ChartInterval.Label(mark, own ?? Axis, _request.Language)
                ?? (own is null ? null : ChartDescription.Figure(mark, own, _request.Language)),
        };
    }

    /// <summary>The unit of a row that must be written at its figure, because the axis has none; null elsewhere.</summary>
    private ChartUnit? Own(int row) => Axis == ChartUnit.None && CarryTheirOwn ? _rows.GetValueOrDefault(row)?.Shown : null;

    /// <summary>Whether the value of a row counts rows, so that nothing is measured by it.</summary>
    public bool IsCount(int row) => _counts.Contains(row);

    /// <summary>Whether rows differ in unit, or may.</summary>
    public bool AreSeveral => _rows.Values.Select(u => u.Key).Distinct().Count() > 1;

    private bool CarryTheirOwn => _columns.Kind is ChartKind.Kpi or ChartKind.Heatmap || IsDemanded;

    private bool IsDemanded => _request.Allow.Contains("unit");

    /// <summary>What the query's header says of the values, for those that no observation states.</summary>
    private string? Header => _request.ColumnUnits.GetValueOrDefault(_table.Columns[_columns.Y].Name);

    private RowUnit? OfRow(int row, Observation? shown, IReadOnlyList<Observation> behind)
    {
        if (shown is not null)
            return new RowUnit(shown.Unit, shown.PerTime, shown.ShownUnit(_request.Language));
        if (_table.Number(_at[row], _columns.Y) is not { } value)
            return null;
        var derivation = behind.Count == 0 ? ChartDerivation.Unknown : ChartArithmetic.Of(value, behind, IsWhole);
        if (derivation == ChartDerivation.Count)
            _counts.Add(row);
        if (Header is { } header)
            return new RowUnit(header, null, Named(header));
        if (_columns.Unit is { } column && _table.Text(_at[row], column) is { Length: > 0 } text)
            return Declared(row, text, behind, derivation);
        return behind.Count == 0 || derivation == ChartDerivation.Count ? None : Derived(row, behind, derivation);
    }

    /// <summary>A unit beside the figure in the result, which cannot make one thing of a sum of different ones.</summary>
    private RowUnit Declared(int row, string unit, IReadOnlyList<Observation> behind, ChartDerivation derivation)
    {
        var units = behind.Select(o => o.Unit).Distinct().ToList();
        var isOneThing = units.Count == 1 ? MayShare([.. behind.Select(o => o.PerTime).Distinct()]) : !units.Contains(unit);
        return behind.Count > 0 && !isOneThing && !IsDemanded && derivation is not (ChartDerivation.Count or ChartDerivation.Quotient)
            ? throw Mixed(row, behind)
            : new RowUnit(unit, null, Named(unit));
    }

    private RowUnit Derived(int row, IReadOnlyList<Observation> behind, ChartDerivation derivation)
    {
        var units = behind.Select(o => o.Unit).Distinct().Order(StringComparer.Ordinal).ToList();
        var times = behind.Select(o => o.PerTime).Distinct().ToList();
        if (derivation == ChartDerivation.Quotient || IsWhole && derivation == ChartDerivation.Unknown)
            return new RowUnit(IsWhole ? "" : string.Join('÷', units is [var one] ? [one, one] : units), null, null);
        if (units.Count > 1 || !MayShare(times))
            return IsDemanded ? None : throw Mixed(row, behind);
        var known = derivation is ChartDerivation.Sum or ChartDerivation.Mean or ChartDerivation.One;
        return new RowUnit(
            units[0],
            times.Count == 1 ? times[0] : null,
            known ? (behind[0] with { PerTime = times.Count == 1 ? times[0] : null }).ShownUnit(_request.Language) : null
        );
    }

    private ChartUnit Common()
    {
        var all = _rows.Values.Distinct().ToList();
        var keys = all.Select(u => u.Key).Distinct().ToList();
        if (keys.Count <= 1 && MayShare([.. all.Select(u => u.PerTime).Distinct()]))
            return all.Any(u => u.Shown is null) || all.Count == 0 ? ChartUnit.None : Shared(all);
        var names = all.Select(u => u.Shown?.Text ?? u.Key).Where(n => n.Length > 0).Distinct().Select(n => n == "1" ? "%" : n).ToArray();
        var canCarry = all.All(u => u.Shown is not null);
        if (names.Length < 2 || CarryTheirOwn && canCarry || IsDemanded)
            return ChartUnit.None;
        var (mendZh, mendEn) = canCarry
            ? ("，或用 kpi、heatmap，各数自带单位", ", or use kpi or heatmap, where each figure carries its own")
            : ("", "");
        throw ChartGuards.Refused(
            $"各行单位不同（{string.Join("、", names)}），不能共用一轴。请按单位筛选{mendZh}",
            $"The rows have different units ({string.Join(", ", names)}); they cannot share an axis. Filter by unit{mendEn}",
            "unit"
        );
    }

    /// <summary>The same unit by the year and without a time shares an axis; the labels keep the difference.</summary>
    private static bool MayShare(List<string?> times) => times.Count <= 1 || times.All(t => t is null or "year");

    private static ChartUnit Shared(List<RowUnit> all) =>
        all.Select(u => u.Shown).Distinct().Count() == 1 ? all[0].Shown! : (all.FirstOrDefault(u => u.PerTime is null) ?? all[0]).Shown!;

    /// <summary>Counts have whole numbers; the figures of the tables are <c>DOUBLE</c>.</summary>
    private bool IsWhole =>
        _table.Columns[_columns.Y].Type.Id
            is DuckDbTypeId.TinyInt
                or DuckDbTypeId.SmallInt
                or DuckDbTypeId.Integer
                or DuckDbTypeId.BigInt
                or DuckDbTypeId.HugeInt
                or DuckDbTypeId.UTinyInt
                or DuckDbTypeId.USmallInt
                or DuckDbTypeId.UInteger
                or DuckDbTypeId.UBigInt
                or DuckDbTypeId.UHugeInt;

    private UserException Mixed(int row, IReadOnlyList<Observation> behind)
    {
        var units = behind.Select(o => o.ShownUnit(_request.Language).Text).Distinct().ToArray();
        var name = _columns.X is { } x ? _table.Text(_at[row], x) ?? "NULL" : $"{row + 1}";
        return ChartGuards.Refused(
            $"“{name}”这一行由不同单位的数字得出（{string.Join("、", units)}），它们的和或平均没有意义。"
                + "请按单位筛选或分组；如是相除等推算，请在结果中用 unit 列写明所得单位",
            $"The row '{name}' is made of figures in different units ({string.Join(", ", units)}); their sum or mean has no meaning. "
                + "Filter or group by unit; if it is a quotient or the like, name the unit of what comes out in a column unit",
            "unit"
        );
    }

    /// <summary>A unit by its name: 1 is a fraction, shown in %; % is shown as it stands.</summary>
    private ChartUnit Named(string unit) => unit == "1" ? ChartUnit.Percent : new ChartUnit(InLanguage(unit));

    private string InLanguage(string unit)
    {
        if (_request.Language == Language.Zh || unit is "%" || unit.All(char.IsAscii))
            return unit;
        using var names = ResultTable.Read(_session.Run($"SELECT label_en FROM product.unit WHERE unit = {SqlText.Literal(unit)}"));
        return names.RowCount == 1 ? Observation.ShortUnit(names.Text(0, 0)!) : unit;
    }
}
