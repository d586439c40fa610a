using System.Globalization;
using Analytics.Charts;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;

namespace Analytics.Figures;

/// <summary>
/// The kind of a chart and the columns it is made of, as the request names them or as <see cref="ChartDefaults"/> suggest.
/// </summary>
public sealed class ChartColumns
{
    private readonly ResultTable _table;
    private readonly ChartRequest _request;
    private readonly ColumnFacts _facts;
    private readonly ChartDefaults _defaults;

    /// <exception cref="UserException">A column is missing or has the wrong type, or the kind is not known or does not suit the
    /// columns.</exception>
    public ChartColumns(ResultTable table, ChartRequest request)
    {
        (_table, _request, _facts) = (table, request, new ColumnFacts(table));
        if (ChartRules.Fault(request) is { } fault)
            throw new UserException(FaultKind.Usage, fault);
        Series = Named(InLanguage(request.Series), "series");
        Panels = Named(InLanguage(request.Panels), "panels");
        Label = Named(InLanguage(request.Label), "label");
        Detail = Named(InLanguage(request.Detail), "detail");
        (Low, High) = (Named(request.Low, "low"), Named(request.High, "high"));
        var (x, y) = (Named(InLanguage(request.X), "x"), Named(request.Y, "y"));
        _defaults = new ChartDefaults(
            table,
            _facts,
            request.Language,
            new[] { x, y, Series, Panels, Label, Detail, Low, High }.OfType<int>().ToHashSet()
        );
        var kind = request.Kind is { } name ? ChartRules.Parse(name) : (ChartKind?)null;
        Y = y ?? _defaults.Y(asPoints: x is null && ArePoints(kind)) ?? throw NoNumber();
        RequireNumber(Y, "y");
        Unit = _defaults.Unit(Y);
        // What y takes is free for nothing else.
        _defaults = new ChartDefaults(
            table,
            _facts,
            request.Language,
            new[] { x, Y, Series, Panels, Label, Detail, Low, High }.OfType<int>().ToHashSet()
        );
        (Kind, X) = kind is { } chosen ? (chosen, x ?? (ChartRules.Of(chosen).Takes("x") ? DefaultX(chosen) : null)) : Suggested(x);
        AddNames(isFree: kind is null);
        Check();
    }

    public ChartKind Kind { get; private set; }
    public int? X { get; }
    public int Y { get; }
    public int? Series { get; private set; }
    public int? Panels { get; }
    public int? Label { get; private set; }
    public int? Detail { get; private set; }
    public int? Low { get; }
    public int? High { get; }

    /// <summary>The column that tells the unit of <see cref="Y"/>; null where there is none.</summary>
    public int? Unit { get; }

    /// <summary>Columns of numbers that have figures, by name.</summary>
    public IEnumerable<string> Candidates => _defaults.Candidates;

    /// <summary>
    /// Columns of numbers that measure something and are not drawn, where nobody chose among them; the bounds of drawn values are not
    /// among them.
    /// </summary>
    public IEnumerable<string> Undrawn =>
        _request.Y is not null
            ? []
            : _defaults.Measures.Where(i => !_facts.IsKey(i) && !_facts.IsEmpty(i) && !IsTaken(i) && !IsBound(i)).Select(_facts.Name);

    private bool IsBound(int column) => _facts.Name(column) is "value_low" or "value_high" && _facts.Name(Y) == "value";

    /// <summary>The column of the indicator's name where all rows have the same one; null elsewhere.</summary>
    public int? CommonIndicator =>
        _table.ColumnIndex("indicator_zh") is >= 0 and var zh
        && _defaults.InLanguage(zh) is var column
        && _table.RowCount > 0
        && !_facts.IsVaried(column)
            ? column
            : null;

    /// <summary>The name of a column; null for none.</summary>
    public string? NameOf(int? column) => column is { } index ? _facts.Name(index) : null;

    /// <summary>Place of a row along an axis of numbers, days or periods; null where x is a name.</summary>
    public double? Position(int row)
    {
        if (X is not { } x || _table.Text(row, x) is not { } text)
            return null;
        if (_facts.IsNumber(x))
            return _table.Number(row, x);
        if (_facts.IsTime(x))
        {
            return DateTime.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var time
            )
                ? time.Ticks / (double)TimeSpan.TicksPerDay
                : null;
        }

        return _facts.Periods(x)?.TryGetValue(text, out var at) == true ? at : null;
    }

    /// <summary>Kinds that the columns suit, the suggested one first.</summary>
    public static IReadOnlyList<ChartKind> Fitting(ResultTable table, ChartRequest request) =>
        [
            .. Enum.GetValues<ChartKind>()
                .Where(k => Suits(table, request.As(ChartKindName.Of(k))))
                .OrderBy(k => ChartKindName.Of(k) == request.Kind ? 0 : 1),
        ];

    private static bool Suits(ResultTable table, ChartRequest request)
    {
        try
        {
            _ = new ChartColumns(table, request);
            return true;
        }
        catch (UserException)
        {
            return false;
        }
    }

    private bool ArePoints(ChartKind? kind) =>
        kind switch
        {
            ChartKind.Scatter => true,
            ChartKind.Line or null => _defaults.IsNumbersOnly && Low is null && High is null
                || kind is null && _table.RowCount > ChartBuilder.MostRows,
            _ => false,
        };

    /// <summary>
    /// More rows than single marks can show: a cloud of two numbers, boxes by a named x, else their distribution. Time on x: a line,
    /// parted by names that repeat. Two
    /// numbers and no names: a scatter. Numbers alone: a histogram, or cards if they are few. Differing units: cards. Else bars.
    /// </summary>
    private (ChartKind Kind, int? X) Suggested(int? x)
    {
        if (_table.RowCount > ChartBuilder.MostRows)
        {
            return With(
                x is { } groups && !_facts.IsNumber(groups) ? ChartKind.Box
                    : _defaults.Measures.Any(i => !_facts.IsKey(i)) || x is not null ? ChartKind.Scatter
                    : ChartKind.Histogram,
                x
            );
        }

        if (Low is null && High is null && _defaults.Timeline(x, Series, Panels) is { } line)
        {
            Series = line.Series;
            return (ChartKind.Line, line.X);
        }
        if (x is { } number && _facts.IsNumber(number))
            return (ChartKind.Scatter, x);
        if (Series is not null)
            return With(ChartKind.GroupedBar, x);
        var category =
            x ?? _defaults.Telling(_defaults.Category) ?? First(i => _facts.IsName(i) && i != Unit) ?? (_table.RowCount > 1 ? Unit : null);
        if (Low is not null || High is not null)
            return With(ChartKind.Dot, category);
        if (category is null)
        {
            return With(
                _defaults.Measures.Any(i => !_facts.IsKey(i)) ? ChartKind.Scatter
                    : _table.RowCount >= ChartSpec.LeastForBox ? ChartKind.Histogram
                    : ChartKind.Kpi,
                null
            );
        }

        return (_defaults.AreCards(Unit) ? ChartKind.Kpi : ChartKind.Bar, category);
    }

    private (ChartKind, int?) With(ChartKind kind, int? x) => (kind, x ?? (ChartRules.Of(kind).Takes("x") ? DefaultX(kind) : null));

    private int? DefaultX(ChartKind kind) =>
        kind switch
        {
            ChartKind.Scatter => _defaults.Measures is [var other, ..]
                ? other
                : throw Wrong(
                    $"散点图要有两个数值列；结果有 {Names()}。",
                    $"A scatter plot needs two columns of numbers; the result has {Names()}."
                ),
            ChartKind.Line or ChartKind.Slope => LineX(),
            ChartKind.Box or ChartKind.Kpi => _defaults.Category,
            _ => _defaults.Telling(_defaults.Category)
                ?? First(i => _facts.IsName(i) && i != Unit)
                ?? First(_facts.IsTime)
                ?? First(_facts.IsYear)
                ?? Unit
                ?? First(i => !_facts.IsNumber(i))
                ?? throw Wrong(
                    $"结果没有可作 x 的列；请从 {Names()} 中指定 x。",
                    $"The result has no column that could be x; name one of {Names()} as x."
                ),
        };

    private int LineX()
    {
        if (_defaults.Timeline(null, Series, Panels) is { } line)
        {
            Series ??= ChartRules.Of(ChartKind.Line).Takes("series") ? line.Series : null;
            return line.X;
        }
        return First(_facts.IsTime)
            ?? First(_facts.IsYear)
            ?? First(i => _facts.IsPeriods(i))
            ?? (_defaults.IsNumbersOnly ? First(_facts.IsNumber) : null)
            ?? First(i => _facts.IsName(i) && !_facts.IsKey(i))
            ?? throw Wrong(
                $"结果没有可作 x 的列；请从 {Names()} 中指定 x。",
                $"The result has no column that could be x; name one of {Names()} as x."
            );
    }

    /// <summary>Names beyond x: those of a scatter's points, and what tells rows apart whose x repeats.</summary>
    /// <param name="isFree">The kind may follow the columns.</param>
    private void AddNames(bool isFree)
    {
        if (Kind == ChartKind.Scatter)
            Label ??= First(i => _facts.IsName(i) && !_facts.IsKey(i));
        if (X is not { } x || Series is not null || Detail is not null || !ChartRules.Of(Kind).Takes("detail"))
            return;
        var (series, detail) = _defaults.Second(x, Panels);
        if (series is not null && isFree && Kind == ChartKind.Bar && _request.X is null)
            (Kind, Series) = (ChartKind.GroupedBar, series);
        else
            Detail = series ?? detail;
    }

    private void Check()
    {
        if (X is { } column && Kind == ChartKind.Scatter)
            RequireNumber(column, "x");
        if (X is { } along && Kind is ChartKind.Line or ChartKind.Slope)
            RequireOrder(X.Value);
        foreach (var end in new[] { (Low, "low"), (High, "high") })
        {
            if (end.Item1 is { } index)
                RequireNumber(index, end.Item2);
        }
    }

    private int? First(Func<int, bool> fits) =>
        Enumerable.Range(0, _table.Columns.Count).FirstOrDefault(i => !IsTaken(i) && fits(i), -1) is >= 0 and var index ? index : null;

    private bool IsTaken(int column) => new[] { X, Y, Series, Panels, Detail, Label, Low, High }.Contains(column);

    private int? Named(string? name, string part)
    {
        if (name is null)
            return null;
        var index = _table.ColumnIndex(name);
        if (index >= 0)
            return index;
        var nearest = NearestNames.Of(name, _table.Columns.Select(c => c.Name)) is [var near, ..] ? near : null;
        throw Wrong(
            $"{part} {name}：结果没有这一列{(nearest is null ? "" : $"（是否指 {nearest}？）")}；有 {Names()}。",
            $"{part} {name}: the result has no such column{(nearest is null ? "" : $" (did you mean {nearest}?)")}; it has {Names()}."
        );
    }

    private UserException NoNumber()
    {
        foreach (var column in Enumerable.Range(0, _table.Columns.Count))
        {
            if (!_facts.IsKey(column) && !_facts.IsYear(column) && _facts.AsNumber(column) is not null)
                return NoNumber(column, "y");
        }

        return Wrong($"结果没有可作 y 的数值列；有 {Names()}。", $"The result has no column of numbers for y; it has {Names()}.");
    }

    private UserException NoNumber(int column, string part)
    {
        var (name, type) = (_facts.Name(column), _table.Columns[column].Type);
        return _facts.AsNumber(column) is { } sql
            ? Wrong(
                $"{part} {name}：此列是 {type}，不是数值；请在查询中写成 {sql}。",
                $"{part} {name}: the column is {type}, not a number; write it as {sql} in the query."
            )
            : Wrong(
                $"{part} {name}：此列是 {type}，不是数值；{(Numbers() is { Length: > 0 } zh ? $"数值列有 {zh}" : "结果没有数值列")}。",
                $"{part} {name}: the column is {type}, not a number; "
                    + $"{(Numbers() is { Length: > 0 } en ? $"columns of numbers: {en}" : "the result has none of numbers")}."
            );
    }

    private void RequireNumber(int column, string part)
    {
        if (!_facts.IsNumber(column))
            throw NoNumber(column, part);
    }

    /// <summary>A line between names that follow no order would show a rise or a fall that is none.</summary>
    private void RequireOrder(int column)
    {
        if (_facts.HasOrder(column))
            return;
        var (name, kind) = (_facts.Name(column), ChartKindName.Of(Kind));
        throw Wrong(
            $"x {name}：这些名称不是时间，也没有次序，连起来像是变化，{kind} 不能用。"
                + "请用 bar 或 dot；若是时间，请写成 2024、2024-03、2024年3月、2024年第一季度 一类。",
            $"x {name}: these names are no periods and have no order, so a {kind} would show "
                + "a change that is none. Use bar or dot; write periods as 2024, 2024-03 or 2024Q1."
        );
    }

    /// <summary>A column of Chinese names gives way to its English twin in an English chart.</summary>
    private string? InLanguage(string? column)
    {
        if (_request.Language != Language.En || column?.EndsWith("_zh", StringComparison.OrdinalIgnoreCase) != true)
            return column;
        var english = column[..^3] + "_en";
        return _table.ColumnIndex(english) >= 0 ? english : column;
    }

    private string Numbers() => string.Join(", ", Enumerable.Range(0, _table.Columns.Count).Where(_facts.IsNumber).Select(_facts.Name));

    private string Names() => string.Join(", ", _table.Columns.Select(c => c.Name));

    private static UserException Wrong(string zh, string en) => UserException.Usage(zh, en);
}
