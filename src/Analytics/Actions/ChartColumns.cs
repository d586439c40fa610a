using System.Globalization;
using Analytics.Charts;
using Analytics.DuckDb;
using Analytics.Engine;
using Analytics.Engine.Results;

namespace Analytics.Actions;

/// <summary>The kind of a chart and the columns it is made of, as the request names them or as their types suggest.</summary>
sealed class ChartColumns
{
    /// <summary>Rows up to which differing units make cards rather than an error.</summary>
    const int MostCards = 12;

    readonly ResultTable table;
    readonly ChartRequest request;

    /// <exception cref="EngineException">A column is missing or has the wrong type, or the kind is not known.</exception>
    public ChartColumns(ResultTable table, ChartRequest request)
    {
        (this.table, this.request) = (table, request);
        if (ChartRules.Fault(request) is { } fault)
            throw ChartRules.Fail(EngineErrorKind.Usage, fault.Zh, fault.En);
        Y = Named(request.Y, "y") ?? First(c => c.Type.IsNumeric && !IsKey(c.Name)) ?? First(c => c.Type.IsNumeric) ?? throw Wrong($"结果没有可作 y 的数值列；有 {Names()}。", $"The result has no column of numbers for y; it has {Names()}.");
        RequireNumber(Y, "y");
        Series = Named(InLanguage(request.Series), "series");
        Panels = Named(InLanguage(request.Panels), "panels");
        Label = Named(InLanguage(request.Label), "label");
        Detail = Named(InLanguage(request.Detail), "detail");
        (Low, High) = (Named(request.Low, "low"), Named(request.High, "high"));
        var x = Named(InLanguage(request.X), "x");
        Kind = request.Kind is { } kind ? ChartRules.Parse(kind) : Suggested(x);
        X = x ?? (ChartRules.Of(Kind).Takes("x") ? DefaultX() : null);
        if (X is { } column && Kind == ChartKind.Scatter)
            RequireNumber(column, "x");
        if (Kind == ChartKind.Scatter && Label is null)
            Label = First(c => IsText(c) && !IsKey(c.Name));
        foreach (var end in new[] { (Low, "low"), (High, "high") })
            if (end.Item1 is { } index)
                RequireNumber(index, end.Item2);
    }

    public ChartKind Kind { get; }
    public int? X { get; }
    public int Y { get; }
    public int? Series { get; }
    public int? Panels { get; }
    public int? Label { get; }
    public int? Detail { get; }
    public int? Low { get; }
    public int? High { get; }

    /// <summary>Place of a row along an axis of numbers or days; null where x is a name.</summary>
    public double? Position(int row)
    {
        if (X is not { } x || table.Text(row, x) is not { } text)
            return null;
        if (table.Columns[x].Type.IsNumeric)
            return table.Number(row, x);
        if (IsTime(table.Columns[x]))
            return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time.Ticks / (double)TimeSpan.TicksPerDay : null;
        return text.TrimEnd('年') is { Length: 4 } year && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Kinds that the columns suit, the suggested one first.</summary>
    public static IReadOnlyList<ChartKind> Fitting(ResultTable table, ChartRequest request) =>
        [.. Enum.GetValues<ChartKind>().Where(k => Suits(table, request.As(ChartKindName.Of(k)))).OrderBy(k => ChartKindName.Of(k) == request.Kind ? 0 : 1)];

    static bool Suits(ResultTable table, ChartRequest request)
    {
        try
        {
            _ = new ChartColumns(table, request);
            return true;
        }
        catch (EngineException)
        {
            return false;
        }
    }

    /// <summary>
    /// More rows than single marks can show: a cloud of two numbers, boxes by a named x, else their distribution. Time on x: a line (a slope over two dates by series). Two numbers and no names: a scatter. Numbers alone: a
    /// histogram, or cards if they are few. Differing units: cards. Else bars.
    /// </summary>
    ChartKind Suggested(int? x)
    {
        if (table.RowCount > ChartBuilder.MostRows)
            return x is { } groups && !table.Columns[groups].Type.IsNumeric ? ChartKind.Box
                : Numbers().Count(i => !IsKey(table.Columns[i].Name)) > 1 ? ChartKind.Scatter : ChartKind.Histogram;
        var category = x ?? First(c => IsText(c) && !IsKey(c.Name)) ?? First(IsText);
        var time = x is { } named ? IsTime(table.Columns[named]) : First(IsTime) is not null && (category is null || Series is not null);
        if (time)
            return ChartKind.Line;
        if (x is { } number && table.Columns[number].Type.IsNumeric && number != Y)
            return ChartKind.Scatter;
        if (Series is not null)
            return ChartKind.GroupedBar;
        if (Low is not null || High is not null)
            return ChartKind.Dot;
        if (category is null)
            return Numbers().Count() > 1 ? ChartKind.Scatter : table.RowCount >= ChartSpec.LeastForBox ? ChartKind.Histogram : ChartKind.Kpi;
        return Units() > 1 && table.RowCount <= MostCards ? ChartKind.Kpi : ChartKind.Bar;
    }

    int? DefaultX() => Kind switch
    {
        ChartKind.Scatter => Numbers().FirstOrDefault(i => i != Y, -1) is >= 0 and var other ? other : throw Wrong($"散点图要有两个数值列；结果有 {Names()}。", $"A scatter plot needs two columns of numbers; the result has {Names()}."),
        ChartKind.Line or ChartKind.Slope when First(IsTime) is { } time => time,
        ChartKind.Box or ChartKind.Kpi => First(c => IsText(c) && !IsKey(c.Name)),
        _ => First(c => IsText(c) && !IsKey(c.Name) && !IsTaken(c)) ?? First(c => !c.Type.IsNumeric && !IsTaken(c))
            ?? throw Wrong($"结果没有可作 x 的列；请用 --x 从 {Names()} 中指定。", $"The result has no column that could be x; name one of {Names()} with --x."),
    };

    int Units() => table.ColumnIndex("unit") is >= 0 and var unit ? Enumerable.Range(0, (int)Math.Min(table.RowCount, MostCards + 1)).Select(row => table.Text(row, unit)).Distinct().Count() : 1;

    IEnumerable<int> Numbers() => Enumerable.Range(0, table.Columns.Count).Where(i => table.Columns[i].Type.IsNumeric);

    bool IsTaken(ResultColumn column) => new[] { Series, Panels, Detail }.Any(i => i is { } index && table.Columns[index].Name == column.Name);

    static bool IsText(ResultColumn column) => column.Type.Id is DuckDbTypeId.Varchar or DuckDbTypeId.Enum;

    static bool IsTime(ResultColumn column) => column.Type.Id is DuckDbTypeId.Date or DuckDbTypeId.Timestamp or DuckDbTypeId.TimestampS or DuckDbTypeId.TimestampMs or DuckDbTypeId.TimestampNs or DuckDbTypeId.TimestampTz;

    /// <summary>Columns that identify rather than say.</summary>
    static bool IsKey(string name) => name.EndsWith("_id", StringComparison.OrdinalIgnoreCase) || name is "unit" or "qualifier" or "obs_status" or "standing";

    int? First(Func<ResultColumn, bool> fits) =>
        Enumerable.Range(0, table.Columns.Count).FirstOrDefault(i => fits(table.Columns[i]), -1) is >= 0 and var index ? index : null;

    int? Named(string? name, string part)
    {
        if (name is null)
            return null;
        var index = table.ColumnIndex(name);
        return index >= 0 ? index : throw Wrong($"{part} {name}：结果没有这一列；有 {Names()}。", $"{part} {name}: the result has no such column; it has {Names()}.");
    }

    void RequireNumber(int column, string part)
    {
        var (name, type) = (table.Columns[column].Name, table.Columns[column].Type);
        if (!type.IsNumeric)
            throw Wrong($"{part} {name}：此列是 {type}，不是数值。", $"{part} {name}: the column is {type}, not a number.");
    }

    /// <summary>A column of Chinese names gives way to its English twin in an English chart.</summary>
    string? InLanguage(string? column)
    {
        if (request.Language != ChartLanguage.En || column?.EndsWith("_zh", StringComparison.OrdinalIgnoreCase) != true)
            return column;
        var english = column[..^3] + "_en";
        return table.ColumnIndex(english) >= 0 ? english : column;
    }

    string Names() => string.Join(", ", table.Columns.Select(c => c.Name));

    static EngineException Wrong(string zh, string en) => ChartRules.Fail(EngineErrorKind.Usage, zh, en);
}
