using System.Globalization;

namespace Analytics.Curation;

/// <summary>One record of a curated file, its fields in schema order, as written.</summary>
internal sealed record CsvRow(CsvSchema Schema, string File, int Line, string[] Fields)
{
    public string this[string column] => Fields[Schema.IndexOf(column)];

    /// <summary>The number in a field; null when it is empty or not a number (which a field rule reports).</summary>
    public decimal? Number(string column) => ParseNumber(this[column]);

    public int? Integer(string column) =>
        int.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    public DateOnly? Date(string column) => ParseDate(this[column]);

    public bool Flag(string column) => this[column] == "true";

    /// <summary>Plain decimal notation only: no exponent, no separators, no plus sign, no blanks.</summary>
    public static decimal? ParseNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        && text[0] != '+'
        && text[^1] != '.'
        && text[0] != '.'
            ? value
            : null;

    public static DateOnly? ParseDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;
}

/// <summary>A typed row that knows where it was written.</summary>
internal abstract class CuratedRow(CsvRow row)
{
    public string File { get; } = row.File;

    public int Line { get; } = row.Line;
}
