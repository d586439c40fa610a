using System.Buffers;
using System.Globalization;

namespace Analytics.Engine.Files.Sheets;

/// <summary>Numbers of a workbook as cells.</summary>
internal static class SheetValues
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("0123456789.");

    /// <summary>From here on a number of a workbook, which is binary, does not hold every whole number.</summary>
    public const double Exact = 9007199254740992;

    /// <summary>Days from 1899-12-30 to 1904-01-01, with which the other calendar begins.</summary>
    private const int Days1904 = 1462;

    /// <summary>The last number of a day, 9999-12-31.</summary>
    private const double LastDay = 2958466;

    /// <param name="text">As the file has it.</param>
    /// <param name="kind">What its format makes of it.</param>
    /// <param name="is1904">Whether days are counted from 1904.</param>
    public static GridCell Of(string text, FormatKind kind, bool is1904) =>
        !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? GridCell.OfText(text)
        : kind == FormatKind.Number && IsPlain(text) ? new GridCell(CellKind.Number, text)
        : Of(number, kind, is1904);

    /// <inheritdoc cref="Of(string, FormatKind, bool)"/>
    public static GridCell Of(double number, FormatKind kind, bool is1904) =>
        kind switch
        {
            FormatKind.Percent => new GridCell(CellKind.Percent, Shortest(number)),
            FormatKind.Time when number is >= 0 and < 1 => new GridCell(CellKind.Time, Clock(number)),
            FormatKind.Date or FormatKind.Time when number is >= 0 and < LastDay => new GridCell(CellKind.Date, Day(number, is1904)),
            _ => new GridCell(CellKind.Number, Shortest(number)),
        };

    /// <summary>Excel takes 1900 for a leap year, so that its days before March are one less than the engine's.</summary>
    private static string Day(double number, bool is1904)
    {
        var days =
            is1904 ? number + Days1904
            : number < 60 ? number + 1
            : number;
        return Stamp(DateTime.FromOADate(days));
    }

    public static string Stamp(DateTime at) =>
        at.ToString(at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss.FFF", CultureInfo.InvariantCulture);

    private static string Clock(double number) =>
        TimeSpan
            .FromMilliseconds(Math.Min(Math.Round(number * 86_400_000), 86_399_999))
            .ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);

    /// <summary>Without an exponent where a decimal number can hold it.</summary>
    public static string Shortest(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) && Math.Abs(number) is > 1e-20 and < 1e28
            ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
            : text;
    }

    /// <summary>Whether it is in its shortest form already.</summary>
    private static bool IsPlain(string text)
    {
        var digits = text is ['-', ..] ? text.AsSpan(1) : text;
        return digits.Length <= 15 && digits is not ['.', ..] && digits is not ['0', '0', ..] && !digits.ContainsAnyExcept(Plain);
    }
}
