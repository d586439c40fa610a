using System.Globalization;
using Analytics.Engine.Results;

namespace Analytics.Figures;

/// <summary>Numbers with more digits than a chart's own writing keeps: in full where there is room, else rounded with a word.</summary>
internal static class LongNumbers
{
    /// <summary>A chart writes so many significant digits itself.</summary>
    private const int MostDigits = 12;

    /// <summary>So many are still read as one number.</summary>
    private const int MostReadable = 20;

    /// <summary>The label of a number in its own type; null where the chart's own writing is exact.</summary>
    public static string? Label(ResultTable table, int row, int column, Language language)
    {
        var type = table.Columns[column].Type.Id;
        if (
            type
                is not (
                    DuckDb.DuckDbTypeId.Decimal
                    or DuckDb.DuckDbTypeId.HugeInt
                    or DuckDb.DuckDbTypeId.UHugeInt
                    or DuckDb.DuckDbTypeId.BigNum
                )
            || table.Text(row, column) is not { } text
            || Digits(text) <= MostDigits
        )
        {
            return null;
        }

        if (Digits(text) <= MostReadable)
            return Grouped(text, language);
        var rounded = double.Parse(text, CultureInfo.InvariantCulture).ToString("0.#####e0", CultureInfo.InvariantCulture);
        return (language == Language.Zh ? "约" : "about ") + rounded.Replace('-', '−');
    }

    private static int Digits(string text)
    {
        var digits = text.TrimStart('-').Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        return (text.Contains('.', StringComparison.Ordinal) ? digits : digits.TrimEnd('0')).Length;
    }

    /// <summary>Chinese does not part thousands, as the papers do not.</summary>
    private static string Grouped(string text, Language language)
    {
        var whole = text.TrimStart('-').Split('.')[0];
        var behind = text.Contains('.', StringComparison.Ordinal) ? text[text.IndexOf('.')..].TrimEnd('0').TrimEnd('.') : "";
        var grouped =
            language == Language.Zh
                ? whole
                : string.Concat(whole.Select((digit, i) => i > 0 && (whole.Length - i) % 3 == 0 ? $",{digit}" : $"{digit}"));
        return (text.StartsWith('-') ? "−" : "") + grouped + behind;
    }
}
