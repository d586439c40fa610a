using System.Globalization;
using System.Numerics;
using System.Text;

namespace Analytics.DuckDb;

/// <summary>
/// Values as the engine casts them to VARCHAR: the rules are those of duckdb 1.5.6, <c>cast_helpers</c>,
/// <c>string_cast</c> and <c>nested_to_varchar_cast</c>, and tests compare them with the engine's own text.
/// </summary>
internal static partial class EngineText
{
    private const string Null = "NULL";

    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Append(value, text);
        return text.ToString();
    }

    /// <summary>Appends a managed value of <see cref="DuckDbValues"/>.</summary>
    public static void Append(object? value, StringBuilder into)
    {
        switch (value)
        {
            case null:
                into.Append(Null);
                break;
            case string text:
                into.Append(text);
                break;
            case bool truth:
                Append(truth, into);
                break;
            case float number:
                Append(number, into);
                break;
            case double number:
                Append(number, into);
                break;
            case DuckDbDecimal number:
                Append(number, into);
                break;
            case byte[] bytes:
                AppendBlob(bytes, into);
                break;
            case DuckDbBits bits:
                AppendBits(bits.Stored, into);
                break;
            case BigInteger number:
                into.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            case DuckDbDate date:
                AppendDate(date.Days, into);
                break;
            case DuckDbTime time:
                AppendTime(time.Micros, MicrosPerSecond, into);
                break;
            case DuckDbTimeNs time:
                AppendTime(time.Nanos, NanosPerSecond, into);
                break;
            case DuckDbTimeTz time:
                Append(time, into);
                break;
            case DuckDbTimestamp timestamp:
                Append(timestamp, into);
                break;
            case DuckDbInterval interval:
                Append(interval, into);
                break;
            case DuckDbList list:
                Append(list, into);
                break;
            case DuckDbStruct members:
                Append(members, into);
                break;
            case DuckDbMap map:
                Append(map, into);
                break;
            case DuckDbUnion union:
                Append(union.Value, into);
                break;
            case DuckDbVariant variant:
                Append(variant.Value, into);
                break;
            case DuckDbGeometry geometry:
                WellKnownText.Append(geometry.Wkb, into);
                break;
            default: // integers and UUID, whose invariant text is the engine's
                into.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
        }
    }

    public static void Append(bool value, StringBuilder into) => into.Append(value ? "true" : "false");

    public static void Append(DuckDbDecimal value, StringBuilder into)
    {
        var digits = (value.Unscaled < 0 ? -value.Unscaled : value.Unscaled).ToString(CultureInfo.InvariantCulture);
        into.Append(value.Unscaled < 0 ? "-" : "");
        if (value.Scale == 0)
        {
            into.Append(digits);
            return;
        }

        // A type without room for an integer digit is written without one: DECIMAL(2,2) as .12
        var padded = digits.PadLeft(value.Scale + (value.Width > value.Scale ? 1 : 0), '0');
        var point = padded.Length - value.Scale;
        into.Append(padded, 0, point).Append('.').Append(padded, point, value.Scale);
    }

    /// <summary>Printable ASCII except quotes and the backslash as it is, other bytes as <c>\xHH</c>.</summary>
    public static void AppendBlob(ReadOnlySpan<byte> bytes, StringBuilder into)
    {
        foreach (var value in bytes)
        {
            if (value is >= 32 and <= 126 and not ((byte)'\\' or (byte)'\'' or (byte)'"'))
            {
                into.Append((char)value);
            }
            else
            {
                into.Append(CultureInfo.InvariantCulture, $"\\x{value:X2}");
            }
        }
    }

    /// <param name="stored">The number of unused leading bits, then the bytes.</param>
    /// <param name="into">Where to.</param>
    public static void AppendBits(ReadOnlySpan<byte> stored, StringBuilder into)
    {
        for (var position = (int)stored[0]; position < (stored.Length - 1) * 8; position++)
        {
            into.Append((stored[1 + (position / 8)] >> (7 - (position % 8)) & 1) == 1 ? '1' : '0');
        }
    }
}
