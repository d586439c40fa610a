using Analytics.Engine.Results;

namespace Analytics.Figures;

/// <summary>The columns and the kind that a result suggests, where the request names none.</summary>
/// <param name="table">The result.</param>
/// <param name="facts">What its columns hold.</param>
/// <param name="language">Whose names are preferred.</param>
/// <param name="taken">Columns that the request names for something.</param>
internal sealed class ChartDefaults(ResultTable table, ColumnFacts facts, Language language, IReadOnlySet<int> taken)
{
    /// <summary>Rows up to which differing units make cards rather than an error.</summary>
    private const int MostCards = 12;

    /// <summary>Parts that can be told apart under one category, and lines in one plot.</summary>
    private const int MostParts = 6,
        MostLines = 12;

    /// <summary>Whether the rows are observations, which are told apart by what they say of themselves.</summary>
    private bool HasObservations => table.ColumnIndex("obs_id") >= 0 || table.ColumnIndex("obs_ids") >= 0;

    private IEnumerable<int> All => Enumerable.Range(0, table.Columns.Count);

    private IEnumerable<int> Free => All.Where(i => !taken.Contains(i));

    /// <summary>
    /// Columns of numbers that measure something and have figures, <c>value</c> first, years last; then those without figures.
    /// </summary>
    public IReadOnlyList<int> Measures
    {
        get
        {
            var numbers = Free.Where(facts.IsNumber).ToList();
            var telling = numbers.Where(i => !facts.IsKey(i)).ToList();
            return
            [
                .. (telling.Count > 0 ? telling : numbers).OrderBy(i => facts.IsEmpty(i)).ThenBy(i => !IsValue(i)).ThenBy(facts.IsYear),
            ];
        }
    }

    /// <summary>Columns of numbers with figures, by name, for a choice.</summary>
    public IEnumerable<string> Candidates => All.Where(i => facts.IsNumber(i) && !facts.IsKey(i) && !facts.IsEmpty(i)).Select(facts.Name);

    /// <summary>
    /// The values; null where there are no numbers. A column called y is y; of two numbers and nothing else the first is x.
    /// </summary>
    /// <param name="asPoints">Whether two numbers make points.</param>
    public int? Y(bool asPoints) =>
        Measures switch
        {
            [] => null,
            var numbers
                when numbers.FirstOrDefault(i => facts.Name(i).Equals("y", StringComparison.OrdinalIgnoreCase), -1)
                    is >= 0
                        and var called => called,
            [var first, var second, ..] when asPoints && !IsValue(first) && !facts.IsYear(second) && !facts.IsEmpty(second) => second,
            [var first, ..] => first,
        };

    /// <summary>Whether numbers alone are there to be drawn: no names, no times.</summary>
    public bool IsNumbersOnly => !Names.Any() && Time(Free) is null;

    /// <summary>Columns that name rows, in the chart's language, those in which rows differ first.</summary>
    public IEnumerable<int> Names =>
        Free.Where(i => facts.IsName(i) && !facts.IsKey(i))
            .Select(InLanguage)
            .Distinct()
            .OrderBy(i => table.RowCount > 1 && !facts.IsVaried(i));

    /// <summary>What rows of observations differ in: the place, else the indicator; of other rows the first names that differ.</summary>
    public int? Category
    {
        get
        {
            var (place, indicator) = (Product("place") ?? Product("county"), Product("indicator"));
            if (place is { } p && indicator is { } i && !taken.Contains(p) && !taken.Contains(i))
                return facts.IsVaried(p) || !facts.IsVaried(i) ? p : i;
            return First(Names);
        }
    }

    /// <summary>
    /// A line along time: its x and what parts it, where each place of it has one figure; null where the rows tell no such thing.
    /// </summary>
    /// <param name="x">The column named for x.</param>
    /// <param name="series">The column named for series.</param>
    /// <param name="panels">The column named for panels.</param>
    public (int X, int? Series)? Timeline(int? x, int? series, int? panels)
    {
        if ((x is { } named ? Time([named]) : Time(Free)) is not { } time)
            return null;
        var names = Names.Where(i => i != time && facts.IsVaried(i)).ToList();
        if (series is not null)
            return facts.IsTime(time) || facts.IsUnique(time, series, panels) ? (time, series) : null;
        if (names.Count == 0 || x is not null && facts.IsUnique(time, panels))
            return facts.IsTime(time) || facts.IsUnique(time, panels) ? (time, null) : null;
        var isOfRows = HasObservations || facts.IsUnique(names[0]) && !facts.IsTime(x ?? -1);
        return !isOfRows && facts.Distinct(names[0]) <= MostLines && facts.IsUnique(time, names[0], panels) ? (time, names[0])
            : x is not null && facts.IsTime(time) ? (time, null)
            : null;
    }

    /// <summary>What parts or explains rows whose names repeat.</summary>
    /// <param name="x">The column of the names.</param>
    /// <param name="panels">The column named for panels.</param>
    public (int? Series, int? Detail) Second(int x, int? panels)
    {
        if (HasObservations || facts.IsUnique(x, panels) || First(Names.Where(i => i != x && facts.IsVaried(i))) is not { } other)
            return (null, null);
        return facts.Distinct(other) <= MostParts && !facts.IsUnique(other) && facts.IsUnique(x, other, panels)
            ? (other, null)
            : (null, other);
    }

    /// <summary>Rows whose first names repeat while others do not are named by those.</summary>
    public int? Telling(int? category) =>
        category is { } first
        && !HasObservations
        && !facts.IsUnique(first)
        && First(Names.Where(i => i != first && facts.IsUnique(i))) is { } second
            ? second
            : category;

    /// <summary>Whether the figures are few and in different units, so that each is best shown by itself.</summary>
    public bool AreCards(int? unit) => unit is { } column && table.RowCount <= MostCards && facts.IsVaried(column);

    /// <summary>
    /// The column that tells the unit of the values: the one named after them, or <c>unit</c> beside <c>value</c> or the only numbers.
    /// </summary>
    public int? Unit(int y)
    {
        var own = table.ColumnIndex(facts.Name(y) + "_unit");
        var unit = own >= 0 ? own : table.ColumnIndex("unit");
        return unit >= 0 && facts.IsName(unit) && (own >= 0 || IsValue(y) || All.Count(i => facts.IsNumber(i) && !facts.IsKey(i)) == 1)
            ? unit
            : null;
    }

    /// <summary>A column of Chinese names gives way to its English twin in an English chart.</summary>
    public int InLanguage(int column)
    {
        var name = facts.Name(column);
        if (language != Language.En || !name.EndsWith("_zh", StringComparison.OrdinalIgnoreCase))
            return column;
        var english = table.ColumnIndex(name[..^3] + "_en");
        return english >= 0 ? english : column;
    }

    private bool IsValue(int column) => facts.Name(column).Equals("value", StringComparison.OrdinalIgnoreCase);

    private int? Product(string what) => table.ColumnIndex(what + "_zh") is >= 0 and var zh ? InLanguage(zh) : null;

    /// <summary>Days before years before periods in words.</summary>
    private int? Time(IEnumerable<int> columns)
    {
        var all = columns.ToList();
        return First(all.Where(facts.IsTime))
            ?? First(all.Where(facts.IsYear))
            ?? First(all.Where(i => !facts.IsKey(i) && facts.IsPeriods(i) && facts.IsVaried(i)));
    }

    private static int? First(IEnumerable<int> columns) => columns.FirstOrDefault(-1) is >= 0 and var first ? first : null;
}
