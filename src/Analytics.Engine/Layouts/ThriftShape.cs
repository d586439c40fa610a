namespace Analytics.Engine.Layouts;

/// <summary>Types of the compact protocol, by the number that a field's header gives them (thrift-compact-protocol.md).</summary>
internal enum ThriftType
{
    True = 1,
    False = 2,
    Byte = 3,
    I16 = 4,
    I32 = 5,
    I64 = 6,
    Double = 7,
    Binary = 8,
    List = 9,
    Set = 10,
    Map = 11,
    Struct = 12,
    Uuid = 13,
}

/// <summary>What a field of a structure must hold.</summary>
/// <param name="Type">Its type; <see cref="ThriftType.True"/> stands for both truth values.</param>
/// <param name="Element">Type of a list's elements; null for other fields.</param>
/// <param name="Shape">Shape of the structure, or of each structure in the list; null where there is none.</param>
internal sealed record ThriftField(ThriftType Type, ThriftType? Element, ThriftShape? Shape);

/// <summary>The fields of a structure that matter here, by number; of all others only the length does.</summary>
internal sealed class ThriftShape
{
    private readonly Dictionary<int, ThriftField> _fields = [];

    /// <summary>A field that matters; null for any other.</summary>
    public ThriftField? this[int id] => _fields.GetValueOrDefault(id);

    public ThriftShape Flag(params int[] ids) => Add(ids, new(ThriftType.True, null, null));

    public ThriftShape Byte(params int[] ids) => Add(ids, new(ThriftType.Byte, null, null));

    public ThriftShape I32(params int[] ids) => Add(ids, new(ThriftType.I32, null, null));

    public ThriftShape I64(params int[] ids) => Add(ids, new(ThriftType.I64, null, null));

    /// <summary>Bytes or text.</summary>
    public ThriftShape Binary(params int[] ids) => Add(ids, new(ThriftType.Binary, null, null));

    public ThriftShape Struct(ThriftShape shape, params int[] ids) => Add(ids, new(ThriftType.Struct, null, shape));

    public ThriftShape List(ThriftType element, params int[] ids) => Add(ids, new(ThriftType.List, element, null));

    public ThriftShape List(ThriftShape element, params int[] ids) => Add(ids, new(ThriftType.List, ThriftType.Struct, element));

    private ThriftShape Add(int[] ids, ThriftField field)
    {
        foreach (var id in ids)
            _fields.Add(id, field);
        return this;
    }
}
