using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using DuckDB.NET.Native;

namespace Analytics.DuckDb;

/// <summary>Decodes one value of a vector to the managed objects of <see cref="DuckDbValues"/>.</summary>
internal static class ValueReader
{
    public static object? Read(Vector vector, int row)
    {
        if (vector.IsNull(row))
        {
            return null;
        }

        return vector.Type.Id switch
        {
            DuckDbTypeId.Boolean => vector.At<byte>(row) != 0,
            DuckDbTypeId.TinyInt => vector.At<sbyte>(row),
            DuckDbTypeId.SmallInt => vector.At<short>(row),
            DuckDbTypeId.Integer => vector.At<int>(row),
            DuckDbTypeId.BigInt => vector.At<long>(row),
            DuckDbTypeId.UTinyInt => vector.At<byte>(row),
            DuckDbTypeId.USmallInt => vector.At<ushort>(row),
            DuckDbTypeId.UInteger => vector.At<uint>(row),
            DuckDbTypeId.UBigInt => vector.At<ulong>(row),
            DuckDbTypeId.HugeInt => ReadInt128(vector, row),
            DuckDbTypeId.UHugeInt => ReadUInt128(vector, row),
            DuckDbTypeId.BigNum => ReadBigNum(vector.Bytes(row)),
            DuckDbTypeId.Float => vector.At<float>(row),
            DuckDbTypeId.Double => vector.At<double>(row),
            DuckDbTypeId.Decimal => ReadDecimal(vector, row),
            DuckDbTypeId.Varchar => Encoding.UTF8.GetString(vector.Bytes(row)),
            DuckDbTypeId.Enum => ReadEnum(vector, row),
            DuckDbTypeId.Blob => vector.Bytes(row).ToArray(),
            DuckDbTypeId.Geometry => new DuckDbGeometry(vector.Bytes(row).ToArray()),
            DuckDbTypeId.Bit => new DuckDbBits(vector.Bytes(row).ToArray()),
            DuckDbTypeId.Uuid => ToGuid(ReadUInt128(vector, row)),
            DuckDbTypeId.Date => new DuckDbDate(vector.At<int>(row)),
            DuckDbTypeId.Time => new DuckDbTime(vector.At<long>(row)),
            DuckDbTypeId.TimeNs => new DuckDbTimeNs(vector.At<long>(row)),
            DuckDbTypeId.TimeTz => DuckDbTimeTz.FromBits(vector.At<ulong>(row)),
            DuckDbTypeId.Timestamp
            or DuckDbTypeId.TimestampS
            or DuckDbTypeId.TimestampMs
            or DuckDbTypeId.TimestampNs
            or DuckDbTypeId.TimestampTz => ReadTimestamp(vector, row),
            DuckDbTypeId.Interval => vector.At<DuckDbInterval>(row),
            DuckDbTypeId.List or DuckDbTypeId.Array => ReadList(vector, row),
            DuckDbTypeId.Struct => ReadStruct(vector, row),
            DuckDbTypeId.Map => ReadMap(vector, row),
            DuckDbTypeId.Union => ReadUnion(vector, row),
            DuckDbTypeId.Variant => VariantReader.Read(vector, row),
            _ => throw new DuckDbException(
                $"Values of the type {vector.Type} cannot be read; cast the column to VARCHAR",
                DuckDbErrorKind.NotImplemented
            ),
        };
    }

    public static Int128 ReadInt128(Vector vector, int row)
    {
        var value = vector.At<DuckDBHugeInt>(row);
        return new Int128((ulong)value.Upper, value.Lower);
    }

    public static UInt128 ReadUInt128(Vector vector, int row)
    {
        var value = vector.At<DuckDBUHugeInt>(row);
        return new UInt128(value.Upper, value.Lower);
    }

    public static DuckDbDecimal ReadDecimal(Vector vector, int row) =>
        new(
            PhysicalSize.Of(vector.Type) switch
            {
                2 => vector.At<short>(row),
                4 => vector.At<int>(row),
                8 => vector.At<long>(row),
                _ => ReadInt128(vector, row),
            },
            vector.Type.Width,
            vector.Type.Scale
        );

    public static string ReadEnum(Vector vector, int row) =>
        vector.Type.Dictionary[
            PhysicalSize.Of(vector.Type) switch
            {
                1 => vector.At<byte>(row),
                2 => vector.At<ushort>(row),
                _ => (int)vector.At<uint>(row),
            }
        ];

    public static DuckDbTimestamp ReadTimestamp(Vector vector, int row) =>
        new(
            vector.At<long>(row),
            vector.Type.Id switch
            {
                DuckDbTypeId.TimestampS => DuckDbTimestampUnit.Seconds,
                DuckDbTypeId.TimestampMs => DuckDbTimestampUnit.Milliseconds,
                DuckDbTypeId.TimestampNs => DuckDbTimestampUnit.Nanoseconds,
                _ => DuckDbTimestampUnit.Microseconds,
            },
            vector.Type.Id == DuckDbTypeId.TimestampTz,
            vector.Type.Zone?.SecondsAt(vector.At<long>(row)) ?? 0
        );

    /// <summary>Three bytes of header (its top bit is the sign), then the magnitude, inverted when negative.</summary>
    public static BigInteger ReadBigNum(ReadOnlySpan<byte> stored)
    {
        const int Header = 3;
        if ((stored[0] & 0x80) != 0)
        {
            return new BigInteger(stored[Header..], isUnsigned: true, isBigEndian: true);
        }

        var magnitude = stored[Header..].ToArray();
        for (var i = 0; i < magnitude.Length; i++)
        {
            magnitude[i] = (byte)~magnitude[i];
        }

        return -new BigInteger(magnitude, isUnsigned: true, isBigEndian: true);
    }

    /// <summary>A 128-bit integer with the top bit flipped, so that UUIDs order as integers.</summary>
    public static Guid ToGuid(UInt128 stored)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, stored ^ (UInt128.One << 127));
        return new Guid(bytes, bigEndian: true);
    }

    private static DuckDbList ReadList(Vector vector, int row)
    {
        var (start, count) = vector.Entry(row);
        var items = new object?[count];
        for (var i = 0; i < count; i++)
        {
            items[i] = Read(vector.Children[0], start + i);
        }

        return new DuckDbList(items, quotesElements: vector.Type.Id == DuckDbTypeId.List && !vector.Type.Child!.IsJson);
    }

    private static DuckDbStruct ReadStruct(Vector vector, int row)
    {
        var members = new KeyValuePair<string, object?>[vector.Children.Length];
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = new(vector.Type.Members[i].Name, Read(vector.Children[i], row));
        }

        return new DuckDbStruct(members);
    }

    private static DuckDbMap ReadMap(Vector vector, int row)
    {
        var (start, count) = vector.Entry(row);
        var entries = new KeyValuePair<object, object?>[count];
        for (var i = 0; i < count; i++)
        {
            entries[i] = new(Read(vector.Children[0], start + i)!, Read(vector.Children[1], start + i));
        }

        return new DuckDbMap(entries);
    }

    private static DuckDbUnion ReadUnion(Vector vector, int row)
    {
        var tag = vector.Children[0].At<byte>(row);
        return new DuckDbUnion(vector.Type.Members[tag].Name, Read(vector.Children[1 + tag], row));
    }
}
