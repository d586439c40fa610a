using System.Runtime.InteropServices;
using System.Text;

namespace Analytics.DuckDb;

/// <summary>
/// Decodes VARIANT values: a table of typed nodes over a block of bytes. Layout and type numbers are those of duckdb
/// 1.5.6, <c>variant.hpp</c> and <c>variant_utils.cpp</c>; the C API has no reader for them.
/// </summary>
internal readonly ref struct VariantReader
{
    private readonly Vector _keys;
    private readonly Vector _children;
    private readonly Vector _values;
    private readonly ReadOnlySpan<byte> _data;
    private readonly int _firstKey;
    private readonly int _firstChild;
    private readonly int _firstValue;

    private VariantReader(Vector vector, int row)
    {
        (_keys, _children, _values) = (vector.Children[0].Children[0], vector.Children[1].Children[0], vector.Children[2].Children[0]);
        _data = vector.Children[3].Bytes(row);
        _firstKey = vector.Children[0].Entry(row).Start;
        _firstChild = vector.Children[1].Entry(row).Start;
        _firstValue = vector.Children[2].Entry(row).Start;
    }

    private static DuckDbType Variant { get; } = new() { Id = DuckDbTypeId.Variant };

    /// <summary>
    /// The members under a VARIANT: the object keys; children (key and value index); values (type and byte offset);
    /// the data.
    /// </summary>
    public static IReadOnlyList<DuckDbType> Layout { get; } =
    [
        ListOf(Plain(DuckDbTypeId.Varchar)),
        ListOf(StructOf(new("keys_index", Plain(DuckDbTypeId.UInteger)), new("values_index", Plain(DuckDbTypeId.UInteger)))),
        ListOf(StructOf(new("type_id", Plain(DuckDbTypeId.UTinyInt)), new("byte_offset", Plain(DuckDbTypeId.UInteger)))),
        Plain(DuckDbTypeId.Blob),
    ];

    public static DuckDbVariant Read(Vector vector, int row)
    {
        var node = new VariantReader(vector, row).Node(0);
        return new DuckDbVariant(node.Value, node.Type);
    }

    private (object? Value, DuckDbType Type) Node(int index)
    {
        var type = _values.Children[0].At<byte>(_firstValue + index);
        var bytes = _data[(int)_values.Children[1].At<uint>(_firstValue + index)..];
        return type switch
        {
            15 => Decimal(bytes),
            29 => Object(bytes),
            30 => Array(bytes),
            _ => Scalar(type, bytes),
        };
    }

    private static (object?, DuckDbType) Scalar(byte type, ReadOnlySpan<byte> bytes) =>
        type switch
        {
            0 => (null, Plain(DuckDbTypeId.SqlNull)),
            1 or 2 => (type == 1, Plain(DuckDbTypeId.Boolean)),
            3 => (Fixed<sbyte>(bytes), Plain(DuckDbTypeId.TinyInt)),
            4 => (Fixed<short>(bytes), Plain(DuckDbTypeId.SmallInt)),
            5 => (Fixed<int>(bytes), Plain(DuckDbTypeId.Integer)),
            6 => (Fixed<long>(bytes), Plain(DuckDbTypeId.BigInt)),
            7 => (Fixed<Int128>(bytes), Plain(DuckDbTypeId.HugeInt)),
            8 => (Fixed<byte>(bytes), Plain(DuckDbTypeId.UTinyInt)),
            9 => (Fixed<ushort>(bytes), Plain(DuckDbTypeId.USmallInt)),
            10 => (Fixed<uint>(bytes), Plain(DuckDbTypeId.UInteger)),
            11 => (Fixed<ulong>(bytes), Plain(DuckDbTypeId.UBigInt)),
            12 => (Fixed<UInt128>(bytes), Plain(DuckDbTypeId.UHugeInt)),
            13 => (Fixed<float>(bytes), Plain(DuckDbTypeId.Float)),
            14 => (Fixed<double>(bytes), Plain(DuckDbTypeId.Double)),
            16 => (Encoding.UTF8.GetString(Sized(bytes)), Plain(DuckDbTypeId.Varchar)),
            17 => (Sized(bytes).ToArray(), Plain(DuckDbTypeId.Blob)),
            18 => (ValueReader.ToGuid(Fixed<UInt128>(bytes)), Plain(DuckDbTypeId.Uuid)),
            19 => (new DuckDbDate(Fixed<int>(bytes)), Plain(DuckDbTypeId.Date)),
            20 => (new DuckDbTime(Fixed<long>(bytes)), Plain(DuckDbTypeId.Time)),
            21 => (new DuckDbTimeNs(Fixed<long>(bytes)), Plain(DuckDbTypeId.TimeNs)),
            22 => (new DuckDbTimestamp(Fixed<long>(bytes), DuckDbTimestampUnit.Seconds), Plain(DuckDbTypeId.TimestampS)),
            23 => (new DuckDbTimestamp(Fixed<long>(bytes), DuckDbTimestampUnit.Milliseconds), Plain(DuckDbTypeId.TimestampMs)),
            24 => (new DuckDbTimestamp(Fixed<long>(bytes), DuckDbTimestampUnit.Microseconds), Plain(DuckDbTypeId.Timestamp)),
            25 => (new DuckDbTimestamp(Fixed<long>(bytes), DuckDbTimestampUnit.Nanoseconds), Plain(DuckDbTypeId.TimestampNs)),
            26 => (DuckDbTimeTz.FromBits(Fixed<ulong>(bytes)), Plain(DuckDbTypeId.TimeTz)),
            27 => (new DuckDbTimestamp(Fixed<long>(bytes), DuckDbTimestampUnit.Microseconds, IsUtc: true), Plain(DuckDbTypeId.TimestampTz)),
            28 => (Fixed<DuckDbInterval>(bytes), Plain(DuckDbTypeId.Interval)),
            31 => (ValueReader.ReadBigNum(Sized(bytes)), Plain(DuckDbTypeId.BigNum)),
            32 => (new DuckDbBits(Sized(bytes).ToArray()), Plain(DuckDbTypeId.Bit)),
            33 => (new DuckDbGeometry(Sized(bytes).ToArray()), Plain(DuckDbTypeId.Geometry)),
            _ => throw new DuckDbException(
                $"A VARIANT holds a value of the unknown type number {type}; cast the column to VARCHAR or JSON",
                DuckDbErrorKind.NotImplemented
            ),
        };

    private static (object?, DuckDbType) Decimal(ReadOnlySpan<byte> bytes)
    {
        var width = (byte)VarInt(ref bytes);
        var scale = (byte)VarInt(ref bytes);
        var unscaled = PhysicalSize.OfDecimal(width) switch
        {
            2 => Fixed<short>(bytes),
            4 => Fixed<int>(bytes),
            8 => Fixed<long>(bytes),
            _ => Fixed<Int128>(bytes),
        };
        return (
            new DuckDbDecimal(unscaled, width, scale),
            new()
            {
                Id = DuckDbTypeId.Decimal,
                Width = width,
                Scale = scale,
            }
        );
    }

    private (object?, DuckDbType) Object(ReadOnlySpan<byte> bytes)
    {
        var (count, first) = Nested(bytes);
        var members = new KeyValuePair<string, object?>[count];
        var types = new DuckDbMember[count];
        for (var i = 0; i < count; i++)
        {
            var key = _firstKey + (int)_children.Children[0].At<uint>(first + i);
            var name = Encoding.UTF8.GetString(_keys.Bytes(key));
            var (value, type) = Child(first + i);
            members[i] = new(name, value);
            types[i] = new(name, type);
        }

        return (new DuckDbStruct(members), StructOf(types));
    }

    /// <summary>A LIST of the common type, or where types differ a LIST of VARIANTs, whose text has no quotes.</summary>
    private (object?, DuckDbType) Array(ReadOnlySpan<byte> bytes)
    {
        var (count, first) = Nested(bytes);
        var items = new object?[count];
        var types = new DuckDbType[count];
        for (var i = 0; i < count; i++)
        {
            (items[i], types[i]) = Child(first + i);
        }

        if (count > 0 && types.All(types[0].Equals))
        {
            return (new DuckDbList(items), ListOf(types[0]));
        }

        var variants = items.Zip(types, (item, type) => item is null ? null : (object?)new DuckDbVariant(item, type));
        return (new DuckDbList(variants.ToArray()), ListOf(Variant));
    }

    private (object? Value, DuckDbType Type) Child(int index) => Node((int)_children.Children[1].At<uint>(index));

    private (int Count, int First) Nested(ReadOnlySpan<byte> bytes)
    {
        var count = (int)VarInt(ref bytes);
        return (count, count == 0 ? 0 : _firstChild + (int)VarInt(ref bytes));
    }

    private static ReadOnlySpan<byte> Sized(ReadOnlySpan<byte> bytes)
    {
        var length = (int)VarInt(ref bytes);
        return bytes[..length];
    }

    /// <summary>Little-endian groups of seven bits; the top bit says that more follow.</summary>
    private static uint VarInt(ref ReadOnlySpan<byte> bytes)
    {
        var value = 0u;
        for (var shift = 0; ; shift += 7)
        {
            var group = bytes[0];
            bytes = bytes[1..];
            value |= (uint)(group & 0x7F) << shift;
            if (group < 0x80)
            {
                return value;
            }
        }
    }

    private static T Fixed<T>(ReadOnlySpan<byte> bytes)
        where T : unmanaged => MemoryMarshal.Read<T>(bytes);

    private static DuckDbType Plain(DuckDbTypeId id) => new() { Id = id };

    private static DuckDbType ListOf(DuckDbType child) => new() { Id = DuckDbTypeId.List, Child = child };

    private static DuckDbType StructOf(params DuckDbMember[] members) => new() { Id = DuckDbTypeId.Struct, Members = members };
}
