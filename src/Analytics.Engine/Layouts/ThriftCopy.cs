namespace Analytics.Engine.Layouts;

/// <summary>
/// Copies a structure of the compact protocol: the fields that a shape names, if they are of the type that it gives them. Whatever it
/// copies ends where it says.
/// </summary>
/// <param name="source">The bytes of one structure, and perhaps others behind it.</param>
/// <param name="target">Receives the copy; owned by the caller.</param>
internal ref struct ThriftCopy(ReadOnlySpan<byte> source, MemoryStream target)
{
    /// <summary>Structures within structures; the format itself needs six.</summary>
    private const int Deepest = 32;

    private readonly ReadOnlySpan<byte> _source = source;
    private int _at;

    /// <summary>Copies a structure.</summary>
    /// <exception cref="UserException">It ends too early, or a field is of another type.</exception>
    public void Struct(ThriftShape shape)
    {
        int id = 0,
            copied = 0;
        while (NextField(ref id) is { } type)
        {
            if (shape[id] is { } field)
            {
                Require(Kind(type) == field.Type, id);
                Header(id, ref copied, type);
                Value(type, field);
            }
            else
            {
                Skip(type, 0);
            }
        }

        target.WriteByte(0);
    }

    private ThriftType? NextField(ref int id)
    {
        var header = Byte();
        if (header == 0)
            return null;
        var (step, type) = (header >> 4, (ThriftType)(header & 15));
        id = step > 0 ? id + step : Zigzag(Varint());
        return type;
    }

    private readonly void Header(int id, ref int copied, ThriftType type)
    {
        var step = id - copied;
        copied = id;
        if (step is > 0 and < 16)
        {
            target.WriteByte((byte)(step << 4 | (int)type));
            return;
        }

        target.WriteByte((byte)type);
        Write((ulong)(id << 1 ^ id >> 31) & ushort.MaxValue);
    }

    private void Value(ThriftType type, ThriftField field)
    {
        switch (type)
        {
            case ThriftType.True or ThriftType.False:
                break;
            case ThriftType.Struct:
                Struct(field.Shape!);
                break;
            case ThriftType.List:
                List(field);
                break;
            default:
                var from = _at;
                Skip(type, 0);
                target.Write(_source[from.._at]);
                break;
        }
    }

    private void List(ThriftField field)
    {
        var (count, type) = ListHeader();
        Require(count == 0 || Kind(type) == field.Element, (int)type);
        target.WriteByte((byte)(0xF0 | (int)field.Element!));
        Write((ulong)count);
        for (var i = 0; i < count; i++)
            Value(type, field);
    }

    private void Skip(ThriftType type, int depth)
    {
        Require(depth < Deepest, depth);
        switch (type)
        {
            case ThriftType.True or ThriftType.False:
                break;
            case ThriftType.Byte:
                Bytes(1);
                break;
            case ThriftType.I16 or ThriftType.I32 or ThriftType.I64:
                Varint();
                break;
            case ThriftType.Double:
                Bytes(8);
                break;
            case ThriftType.Uuid:
                Bytes(16);
                break;
            case ThriftType.Binary:
                Bytes(Varint());
                break;
            case ThriftType.List or ThriftType.Set:
                SkipList(depth);
                break;
            case ThriftType.Map:
                SkipMap(depth);
                break;
            case ThriftType.Struct:
                var id = 0;
                while (NextField(ref id) is { } inner)
                    Skip(inner, depth + 1);
                break;
            default:
                throw FooterFault.Of($"没有编号为 {(int)type} 的类型。", $"No type has the number {(int)type}.");
        }
    }

    private void SkipList(int depth)
    {
        var (count, type) = ListHeader();
        for (var i = 0; i < count; i++)
            SkipElement(type, depth);
    }

    private void SkipMap(int depth)
    {
        if (Count(Varint()) is not (> 0 and var count))
            return;
        var types = Byte();
        for (var i = 0; i < count; i++)
        {
            SkipElement((ThriftType)(types >> 4), depth);
            SkipElement((ThriftType)(types & 15), depth);
        }
    }

    /// <summary>Unlike a field, an element that is a truth value takes a byte.</summary>
    private void SkipElement(ThriftType type, int depth) =>
        Skip(type is ThriftType.True or ThriftType.False ? ThriftType.Byte : type, depth + 1);

    private (int Count, ThriftType Element) ListHeader()
    {
        var header = Byte();
        return (Count(header >> 4 is < 15 and var few ? (ulong)few : Varint()), (ThriftType)(header & 15));
    }

    /// <summary>Each element takes a byte at least.</summary>
    private readonly int Count(ulong count) =>
        count <= (ulong)(_source.Length - _at)
            ? (int)count
            : throw FooterFault.Of($"某列表自称有 {count} 项。", $"A list says that it has {count} elements.");

    private byte Byte()
    {
        Bytes(1);
        return _source[_at - 1];
    }

    private void Bytes(ulong count)
    {
        if (count > (ulong)(_source.Length - _at))
            throw FooterFault.Of("在一个字段中间断了。", "It ends in the middle of a field.");
        _at += (int)count;
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }

        throw FooterFault.Of("有一个数超过 64 位。", "A number has more than 64 bits.");
    }

    private readonly void Write(ulong varint)
    {
        for (; varint >= 0x80; varint >>= 7)
            target.WriteByte((byte)(varint | 0x80));
        target.WriteByte((byte)varint);
    }

    private static int Zigzag(ulong varint) => (short)((long)(varint >> 1) ^ -(long)(varint & 1));

    private static ThriftType Kind(ThriftType type) => type == ThriftType.False ? ThriftType.True : type;

    private static void Require(bool holds, int id)
    {
        if (!holds)
            throw FooterFault.Of($"字段 {id} 的类型不对。", $"Field {id} is of a type that it cannot have.");
    }
}
