namespace Analytics.DuckDb;

/// <summary>Bytes that a value takes in a vector.</summary>
internal static class PhysicalSize
{
    /// <summary>0 where the values lie only in children.</summary>
    public static int Of(DuckDbType type) =>
        type.Id switch
        {
            DuckDbTypeId.Boolean or DuckDbTypeId.TinyInt or DuckDbTypeId.UTinyInt => 1,
            DuckDbTypeId.SmallInt or DuckDbTypeId.USmallInt => 2,
            DuckDbTypeId.Integer or DuckDbTypeId.UInteger or DuckDbTypeId.Float or DuckDbTypeId.Date or DuckDbTypeId.SqlNull => 4,
            DuckDbTypeId.Decimal => OfDecimal(type.Width),
            DuckDbTypeId.Enum => OfEnum(type.Dictionary.Count),
            DuckDbTypeId.Struct or DuckDbTypeId.Union or DuckDbTypeId.Variant or DuckDbTypeId.Array => 0,
            DuckDbTypeId.HugeInt
            or DuckDbTypeId.UHugeInt
            or DuckDbTypeId.Uuid
            or DuckDbTypeId.Interval
            or DuckDbTypeId.List
            or DuckDbTypeId.Map => 16,
            _ => IsBytes(type.Id) ? 16 : 8,
        };

    public static int OfDecimal(byte width) =>
        width switch
        {
            <= 4 => 2,
            <= 9 => 4,
            <= 18 => 8,
            _ => 16,
        };

    /// <summary>The engine picks the smallest type whose maximum is at least the number of values.</summary>
    public static int OfEnum(int values) =>
        values switch
        {
            <= byte.MaxValue => 1,
            <= ushort.MaxValue => 2,
            _ => 4,
        };

    public static bool IsBytes(DuckDbTypeId id) =>
        id is DuckDbTypeId.Varchar or DuckDbTypeId.Blob or DuckDbTypeId.Bit or DuckDbTypeId.BigNum or DuckDbTypeId.Geometry;
}
