using System.Buffers.Binary;
using System.Numerics;
using Analytics.DuckDb;
using Parquet.Meta;
using PhysicalType = Parquet.Meta.Type;

namespace Analytics.Engine.Layouts;

/// <summary>
/// The least or greatest value of a chunk as text. It is read from its bytes here: the package gives days and times as .NET's, which end
/// with the year 9999, and throws beyond.
/// </summary>
internal static class StatisticText
{
    private const int Longest = 64;

    /// <summary>The text of a value, as the engine writes it; null without a value.</summary>
    /// <param name="element">The column.</param>
    /// <param name="bytes">The value as stored, plainly encoded; null where the writer left it out.</param>
    /// <param name="isExact">False where the writer says that it shortened the value.</param>
    public static string? Of(SchemaElement element, byte[]? bytes, bool? isExact)
    {
        if (bytes is null)
            return null;
        var text = Value(element, bytes) is { } value ? DuckDbValues.ToText(value) : $"{Convert.ToHexString(bytes)} ?";
        return text.Length > Longest ? Cut(text) + "…"
            : isExact == false ? text + "…"
            : text;
    }

    /// <summary>A character of two units stays whole.</summary>
    private static string Cut(string text) => text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];

    /// <summary>The value as the engine's; null if the bytes are not as many as its type has.</summary>
    private static object? Value(SchemaElement element, byte[] bytes) =>
        (element.Type, bytes.Length) switch
        {
            (PhysicalType.BOOLEAN, 1) => bytes[0] != 0,
            (PhysicalType.INT32, 4) => Of32(element, BinaryPrimitives.ReadInt32LittleEndian(bytes)),
            (PhysicalType.INT64, 8) => Of64(element, BinaryPrimitives.ReadInt64LittleEndian(bytes)),
            (PhysicalType.INT96, 12) => Of96(bytes),
            (PhysicalType.FLOAT, 4) => BinaryPrimitives.ReadSingleLittleEndian(bytes),
            (PhysicalType.DOUBLE, 8) => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
            (PhysicalType.BYTE_ARRAY or PhysicalType.FIXED_LEN_BYTE_ARRAY, _) => OfBytes(element, bytes),
            _ => null,
        };

    private static object Of32(SchemaElement element, int value) =>
        IsDecimal(element) ? Decimal(element, value)
        : element.LogicalType?.DATE is not null || element.ConvertedType is ConvertedType.DATE ? new DuckDbDate(value)
        : element.LogicalType?.TIME is not null || element.ConvertedType is ConvertedType.TIME_MILLIS ? Time(value, 1_000_000)
        : IsUnsigned(element) ? (uint)value
        : value;

    private static object Of64(SchemaElement element, long value) =>
        IsDecimal(element) ? Decimal(element, value)
        : element.LogicalType?.TIMESTAMP is { } timestamp ? new DuckDbTimestamp(value, Unit(timestamp.Unit), timestamp.IsAdjustedToUTC)
        : element.ConvertedType is ConvertedType.TIMESTAMP_MILLIS ? new DuckDbTimestamp(value, DuckDbTimestampUnit.Milliseconds)
        : element.ConvertedType is ConvertedType.TIMESTAMP_MICROS ? new DuckDbTimestamp(value, DuckDbTimestampUnit.Microseconds)
        : element.LogicalType?.TIME is { } time ? Time(value, time.Unit.NANOS is null ? 1_000 : 1)
        : element.ConvertedType is ConvertedType.TIME_MICROS ? Time(value, 1_000)
        : IsUnsigned(element) ? (ulong)value
        : value;

    private static object Time(Int128 value, int nanos) =>
        value * nanos >= 0 && value * nanos <= 86_400_000_000_000L ? new DuckDbTimeNs((long)(value * nanos)) : $"{value * nanos} ns";

    private static DuckDbTimestampUnit Unit(TimeUnit unit) =>
        unit.NANOS is not null ? DuckDbTimestampUnit.Nanoseconds
        : unit.MILLIS is not null ? DuckDbTimestampUnit.Milliseconds
        : DuckDbTimestampUnit.Microseconds;

    /// <summary>Nanoseconds of a Julian day, as Impala writes them; the days before 1970 are 2,440,588.</summary>
    private static DuckDbTimestamp? Of96(byte[] bytes)
    {
        var nanos = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        var days = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8)) - 2_440_588L;
        var micros = (Int128)days * 86_400_000_000 + nanos / 1000;
        return micros > long.MinValue && micros < long.MaxValue
            ? new DuckDbTimestamp((long)micros, DuckDbTimestampUnit.Microseconds)
            : null;
    }

    private static object? OfBytes(SchemaElement element, byte[] bytes) =>
        IsDecimal(element) ? (bytes.Length <= 16 ? Decimal(element, (Int128)new BigInteger(bytes, isBigEndian: true)) : null)
        : element.LogicalType?.UUID is not null ? (bytes.Length == 16 ? new Guid(bytes, bigEndian: true) : null)
        : element.LogicalType?.FLOAT16 is not null ? (bytes.Length == 2 ? (float)BinaryPrimitives.ReadHalfLittleEndian(bytes) : null)
        : IsText(element) ? System.Text.Encoding.UTF8.GetString(bytes)
        : bytes;

    private static bool IsText(SchemaElement element) =>
        element.LogicalType is { STRING: not null } or { ENUM: not null } or { JSON: not null }
        || element.ConvertedType is ConvertedType.UTF8 or ConvertedType.ENUM or ConvertedType.JSON;

    private static bool IsDecimal(SchemaElement element) =>
        element.LogicalType?.DECIMAL is not null || element.ConvertedType is ConvertedType.DECIMAL;

    private static bool IsUnsigned(SchemaElement element) =>
        element.LogicalType?.INTEGER is { IsSigned: false }
        || element.ConvertedType is ConvertedType.UINT_8 or ConvertedType.UINT_16 or ConvertedType.UINT_32 or ConvertedType.UINT_64;

    private static object Decimal(SchemaElement element, Int128 unscaled)
    {
        var scale = element.LogicalType?.DECIMAL?.Scale ?? element.Scale ?? 0;
        return scale is >= 0 and <= 38 ? new DuckDbDecimal(unscaled, 38, (byte)scale) : $"{unscaled}E-{scale}";
    }
}
