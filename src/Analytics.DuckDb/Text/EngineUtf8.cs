using System.Globalization;
using System.Runtime.CompilerServices;

namespace Analytics.DuckDb;

/// <summary>
/// The text of <see cref="VectorText"/> as UTF-8, for files: the types of which files have millions are written without
/// an object a cell, all others, and the rare values of these, through <see cref="VectorText"/>. Tests hold both together.
/// </summary>
internal static class EngineUtf8
{
    private const int LongestNumber = 64;
    private const int DaysToYear1 = -719_162;
    private const int DaysToYear10000 = 2_932_897;
    private const long MicrosPerSecond = 1_000_000;
    private const long MicrosPerDay = 86_400 * MicrosPerSecond;

    /// <param name="vector">The vector.</param>
    /// <param name="row">A row that is not NULL.</param>
    /// <param name="into">Where to.</param>
    public static void Append(Vector vector, int row, Utf8Buffer into)
    {
        switch (vector.Type.Id)
        {
            case DuckDbTypeId.Varchar:
                into.Append(vector.Bytes(row));
                break;
            case DuckDbTypeId.TinyInt:
                AppendInteger(vector.At<sbyte>(row), into);
                break;
            case DuckDbTypeId.SmallInt:
                AppendInteger(vector.At<short>(row), into);
                break;
            case DuckDbTypeId.Integer:
                AppendInteger(vector.At<int>(row), into);
                break;
            case DuckDbTypeId.BigInt:
                AppendInteger(vector.At<long>(row), into);
                break;
            case DuckDbTypeId.UTinyInt:
                AppendInteger(vector.At<byte>(row), into);
                break;
            case DuckDbTypeId.USmallInt:
                AppendInteger(vector.At<ushort>(row), into);
                break;
            case DuckDbTypeId.UInteger:
                AppendInteger(vector.At<uint>(row), into);
                break;
            case DuckDbTypeId.UBigInt:
                AppendUnsigned(vector.At<ulong>(row), into);
                break;
            case DuckDbTypeId.Boolean:
                into.Append(vector.At<byte>(row) != 0 ? "true"u8 : "false"u8);
                break;
            case DuckDbTypeId.Double when TryAppendShort(vector.At<double>(row), into):
                break;
            case DuckDbTypeId.Decimal:
                AppendDecimal(vector, row, into);
                break;
            case DuckDbTypeId.Enum:
                into.Append(ValueReader.ReadEnum(vector, row));
                break;
            case DuckDbTypeId.Date when vector.At<int>(row) is >= DaysToYear1 and < DaysToYear10000:
                AppendCivil(vector.At<int>(row), into);
                break;
            case DuckDbTypeId.Timestamp
            or DuckDbTypeId.TimestampTz
                when vector.Type.Zone is null && vector.At<long>(row) is >= DaysToYear1 * MicrosPerDay and < DaysToYear10000 * MicrosPerDay:
                AppendTimestamp(vector.At<long>(row), into);
                into.Append(vector.Type.Id == DuckDbTypeId.TimestampTz ? "+00"u8 : ""u8);
                break;
            default:
                VectorText.Append(vector, row, into.Scratch);
                AppendScratch(into);
                break;
        }
    }

    private static void AppendScratch(Utf8Buffer into)
    {
        // Not part by part: a character of two UTF-16 units may lie across two of them.
        into.Append(into.Scratch.ToString());
        into.Scratch.Clear();
    }

    private static void AppendInteger(long value, Utf8Buffer into)
    {
        value.TryFormat(into.GetSpan(LongestNumber), out var length, provider: CultureInfo.InvariantCulture);
        into.Advance(length);
    }

    private static void AppendUnsigned(ulong value, Utf8Buffer into)
    {
        value.TryFormat(into.GetSpan(LongestNumber), out var length, provider: CultureInfo.InvariantCulture);
        into.Advance(length);
    }

    /// <summary>
    /// Writes a number of at most 15 significant digits, six of them behind the point. Two decimals of 15 digits never
    /// round to the same double, so one that does round to the value has the shortest digits. The quotient of two whole
    /// numbers below 2^53 is rounded correctly, as reading the decimal would be.
    /// </summary>
    private static bool TryAppendShort(double value, Utf8Buffer into)
    {
        const double MostDigits = 1e15;
        const int MostPlaces = 6;
        var magnitude = Math.Abs(value);
        var power = 1.0;
        for (var places = 0; places <= MostPlaces; places++, power *= 10)
        {
            var digits = Math.Round(magnitude * power);
            if (!(digits < MostDigits))
            {
                return false;
            }

            if (digits / power == magnitude)
            {
                // The engine writes below 0.0001 with an exponent, and a whole number with one place.
                return (magnitude >= 1e-4 || magnitude == 0)
                    && AppendPlaces(double.IsNegative(value), (ulong)digits * (places == 0 ? 10u : 1u), Math.Max(places, 1), into);
            }
        }

        return false;
    }

    private static bool AppendPlaces(bool isNegative, ulong digits, int places, Utf8Buffer into)
    {
        AppendPoint(isNegative, digits, places, hasWhole: true, into);
        return true;
    }

    private static void AppendDecimal(Vector vector, int row, Utf8Buffer into)
    {
        var size = PhysicalSize.OfDecimal(vector.Type.Width);
        if (size > sizeof(long))
        {
            AppendWideDecimal(vector, row, into);
            return;
        }

        var unscaled = size switch
        {
            2 => vector.At<short>(row),
            4 => vector.At<int>(row),
            _ => vector.At<long>(row),
        };
        AppendPoint(unscaled < 0, (ulong)Math.Abs(unscaled), vector.Type.Scale, vector.Type.Width > vector.Type.Scale, into);
    }

    /// <summary>Apart, because a method that passes an Int128 is never compiled ahead.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AppendWideDecimal(Vector vector, int row, Utf8Buffer into)
    {
        var unscaled = ValueReader.ReadInt128(vector, row);
        var magnitude = (UInt128)(unscaled < 0 ? -unscaled : unscaled);
        if (magnitude <= ulong.MaxValue)
        {
            AppendPoint(unscaled < 0, (ulong)magnitude, vector.Type.Scale, vector.Type.Width > vector.Type.Scale, into);
            return;
        }

        Span<byte> digits = stackalloc byte[LongestNumber];
        magnitude.TryFormat(digits, out var count, provider: CultureInfo.InvariantCulture);
        AppendPoint(unscaled < 0, digits[..count], vector.Type.Scale, vector.Type.Width > vector.Type.Scale, into);
    }

    private static void AppendPoint(bool isNegative, ulong unscaled, int scale, bool hasWhole, Utf8Buffer into)
    {
        Span<byte> digits = stackalloc byte[LongestNumber];
        unscaled.TryFormat(digits, out var count, provider: CultureInfo.InvariantCulture);
        AppendPoint(isNegative, digits[..count], scale, hasWhole, into);
    }

    /// <param name="isNegative">Whether a minus stands in front.</param>
    /// <param name="digits">All digits, without leading zeros.</param>
    /// <param name="scale">How many of them stand behind the point, filled up with zeros in front.</param>
    /// <param name="hasWhole">Whether a digit stands before the point in any case.</param>
    /// <param name="into">Where to.</param>
    private static void AppendPoint(bool isNegative, ReadOnlySpan<byte> digits, int scale, bool hasWhole, Utf8Buffer into)
    {
        var text = into.GetSpan(LongestNumber + digits.Length);
        var length = 0;
        if (isNegative)
        {
            text[length++] = (byte)'-';
        }

        var missing = Math.Max(0, scale + (hasWhole ? 1 : 0) - digits.Length);
        var padded = text[length..];
        padded[..missing].Fill((byte)'0');
        digits.CopyTo(padded[missing..]);
        length += missing + digits.Length;
        if (scale > 0)
        {
            text[(length - scale)..length].CopyTo(text[(length - scale + 1)..]);
            text[length - scale] = (byte)'.';
            length++;
        }

        into.Advance(length);
    }

    private static void AppendTimestamp(long micros, Utf8Buffer into)
    {
        var days = (int)((micros - (micros < 0 ? MicrosPerDay - 1 : 0)) / MicrosPerDay);
        AppendCivil(days, into);
        var (seconds, fraction) = Math.DivRem(micros - (days * MicrosPerDay), MicrosPerSecond);
        var text = into.GetSpan(16);
        text[0] = (byte)' ';
        WriteTwo((int)(seconds / 3600), text[1..]);
        text[3] = (byte)':';
        WriteTwo((int)(seconds / 60 % 60), text[4..]);
        text[6] = (byte)':';
        WriteTwo((int)(seconds % 60), text[7..]);
        into.Advance(9 + (fraction == 0 ? 0 : WriteFraction((int)fraction, text[9..])));
    }

    /// <summary>The point and at most six digits, without trailing zeros.</summary>
    private static int WriteFraction(int micros, Span<byte> text)
    {
        text[0] = (byte)'.';
        var length = 1;
        for (var unit = (int)MicrosPerSecond / 10; micros > 0; unit /= 10)
        {
            text[length++] = (byte)('0' + (micros / unit));
            micros %= unit;
        }

        return length;
    }

    /// <summary>A day of the years 1 to 9999.</summary>
    private static void AppendCivil(int days, Utf8Buffer into)
    {
        DateOnly.FromDayNumber(days - DaysToYear1).Deconstruct(out var year, out var month, out var day);
        var text = into.GetSpan(10);
        WriteTwo(year / 100, text);
        WriteTwo(year % 100, text[2..]);
        text[4] = (byte)'-';
        WriteTwo(month, text[5..]);
        text[7] = (byte)'-';
        WriteTwo(day, text[8..]);
        into.Advance(10);
    }

    private static void WriteTwo(int value, Span<byte> text)
    {
        text[1] = (byte)('0' + (value % 10));
        text[0] = (byte)('0' + (value / 10));
    }
}
