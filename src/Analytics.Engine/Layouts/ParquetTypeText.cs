using Parquet.Meta;

namespace Analytics.Engine.Layouts;

/// <summary>What a column's values mean, in the words of the format (LogicalTypes.md).</summary>
internal static class ParquetTypeText
{
    /// <summary>The meaning that a column is annotated with; null without any.</summary>
    public static string? Of(SchemaElement element) =>
        element.LogicalType is { } logical ? Of(logical) ?? Of(element.ConvertedType, element) : Of(element.ConvertedType, element);

    private static string? Of(LogicalType type) =>
        type switch
        {
            { STRING: not null } => "STRING",
            { ENUM: not null } => "ENUM",
            { JSON: not null } => "JSON",
            { BSON: not null } => "BSON",
            { UUID: not null } => "UUID",
            { DATE: not null } => "DATE",
            { FLOAT16: not null } => "FLOAT16",
            { UNKNOWN: not null } => "UNKNOWN",
            { VARIANT: not null } => "VARIANT",
            { GEOMETRY: not null } => "GEOMETRY",
            { GEOGRAPHY: not null } => "GEOGRAPHY",
            { DECIMAL: { } number } => $"DECIMAL({number.Precision},{number.Scale})",
            { INTEGER: { } whole } => $"{(whole.IsSigned ? "INT" : "UINT")}{whole.BitWidth}",
            { TIME: { } time } => $"TIME({Unit(time.Unit)}{(time.IsAdjustedToUTC ? ", UTC" : "")})",
            { TIMESTAMP: { } time } => $"TIMESTAMP({Unit(time.Unit)}{(time.IsAdjustedToUTC ? ", UTC" : "")})",
            _ => null,
        };

    private static string? Of(ConvertedType? type, SchemaElement element) =>
        type switch
        {
            null => null,
            ConvertedType.UTF8 => "STRING",
            ConvertedType.DECIMAL => $"DECIMAL({element.Precision},{element.Scale ?? 0})",
            ConvertedType.TIME_MILLIS => "TIME(ms, UTC)",
            ConvertedType.TIME_MICROS => "TIME(µs, UTC)",
            ConvertedType.TIMESTAMP_MILLIS => "TIMESTAMP(ms, UTC)",
            ConvertedType.TIMESTAMP_MICROS => "TIMESTAMP(µs, UTC)",
            _ => type.ToString()!.Replace("_", "", StringComparison.Ordinal),
        };

    private static string Unit(TimeUnit unit) =>
        unit.NANOS is not null ? "ns"
        : unit.MILLIS is not null ? "ms"
        : "µs";
}
