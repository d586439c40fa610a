using System.Globalization;
using Analytics.DuckDb;
using Analytics.Engine.Results;

namespace Analytics.Figures;

/// <summary>What the values of a result's columns tell of what they are for. Of long results the first rows speak for all.</summary>
internal sealed class ColumnFacts(ResultTable table)
{
    /// <summary>Columns of the product's tables that identify, locate or qualify rather than say.</summary>
    private static readonly HashSet<string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        "id",
        "unit",
        "qualifier",
        "obs_status",
        "standing",
        "char_start",
        "char_end",
        "line_start",
        "line_from",
        "line_to",
        "title_position",
        "rowid",
        "quote",
        "sentence",
        "note",
        "value_text",
        "value_display",
        "value_printed",
        "value_printed_en",
        "unit_text",
        "unit_kind",
        "period_kind",
        "period_basis",
        "comparability_key",
        "source_file",
    };

    private static readonly string[] YearNames = ["year", "yr", "年", "年份", "年度"];

    private readonly Dictionary<int, List<string?>> _texts = [];
    private readonly Dictionary<int, IReadOnlyDictionary<string, double>?> _periods = [];

    private int Rows => (int)Math.Min(table.RowCount, ChartBuilder.MostRows);

    /// <summary>Whether a column identifies, locates or qualifies what others say.</summary>
    public bool IsKey(int column) => Keys.Contains(Name(column)) || Name(column).EndsWith("_id", StringComparison.OrdinalIgnoreCase);

    public bool IsNumber(int column) => table.Columns[column].Type.IsNumeric;

    /// <summary>Texts, enumerations and truth values.</summary>
    public bool IsName(int column) => table.Columns[column].Type.Id is DuckDbTypeId.Varchar or DuckDbTypeId.Enum or DuckDbTypeId.Boolean;

    /// <summary>Days and times.</summary>
    public bool IsTime(int column) =>
        table.Columns[column].Type.Id
            is DuckDbTypeId.Date
                or DuckDbTypeId.Timestamp
                or DuckDbTypeId.TimestampS
                or DuckDbTypeId.TimestampMs
                or DuckDbTypeId.TimestampNs
                or DuckDbTypeId.TimestampTz;

    /// <summary>Numbers that are years, by their name or because all are whole and of our time.</summary>
    public bool IsYear(int column) =>
        IsNumber(column)
        && !IsEmpty(column)
        && (YearNames.Contains(Name(column), StringComparer.OrdinalIgnoreCase) || IsVaried(column))
        && Texts(column)
            .All(t =>
                t is null || int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100
            );

    /// <summary>Whether a column of names holds periods that have an order.</summary>
    public bool IsPeriods(int column) => Periods(column) is not null;

    /// <summary>Place of each period of a column of texts; null if they are none, or have no common order.</summary>
    public IReadOnlyDictionary<string, double>? Periods(int column)
    {
        if (!_periods.TryGetValue(column, out var known))
        {
            _periods[column] = known =
                table.Columns[column].Type.Id == DuckDbTypeId.Varchar && Texts(column).All(t => t is not null)
                    ? ChartPeriod.Of(Texts(column).OfType<string>())
                    : null;
        }

        return known;
    }

    /// <summary>Whether something can be joined along the column: times, years, periods, and what a type orders.</summary>
    public bool HasOrder(int column) =>
        IsNumber(column) || IsTime(column) || table.Columns[column].Type.Id is DuckDbTypeId.Enum or DuckDbTypeId.Time || IsPeriods(column);

    /// <summary>Whether no row has a value.</summary>
    public bool IsEmpty(int column)
    {
        for (long row = 0; row < table.RowCount; row++)
        {
            if (!table.IsNull(row, column))
                return false;
        }

        return true;
    }

    /// <summary>Whether the rows differ in a column.</summary>
    public bool IsVaried(int column) => Distinct(column) > 1;

    public int Distinct(int column) => Texts(column).Distinct().Count();

    /// <summary>Whether no two rows agree in all of these columns.</summary>
    public bool IsUnique(params int?[] columns)
    {
        var together = columns.OfType<int>().Select(Texts).ToList();
        return Enumerable.Range(0, Rows).Select(row => string.Join('\u001f', together.Select(t => t[row]))).Distinct().Count() == Rows;
    }

    /// <summary>SQL that makes numbers of texts such as 45.5% or 1,234; null where the texts are no numbers.</summary>
    public string? AsNumber(int column)
    {
        var values = Texts(column).OfType<string>().Select(t => t.Trim()).ToList();
        if (
            !IsName(column)
            || values.Count == 0
            || !values.All(t => double.TryParse(t.TrimEnd('%').Replace(",", ""), NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        )
        {
            return null;
        }

        var name = Engine.Sessions.SqlText.Identifier(Name(column));
        if (values.Any(t => t.EndsWith('%')))
            return $"replace({name}, '%', '')::DOUBLE / 100";
        return values.Any(t => t.Contains(',')) ? $"replace({name}, ',', '')::DOUBLE" : $"{name}::DOUBLE";
    }

    public string Name(int column) => table.Columns[column].Name;

    private List<string?> Texts(int column)
    {
        if (!_texts.TryGetValue(column, out var known))
            _texts[column] = known = [.. Enumerable.Range(0, Rows).Select(row => table.Text(row, column))];
        return known;
    }
}
