using System.Runtime.CompilerServices;
using DuckDB.NET.Native;

namespace Analytics.DuckDb;

/// <summary>
/// Where a flat vector and its children lie: read once per chunk and column, so that rows cost no native calls. The
/// pointers are those of the chunk and live as long as it does.
/// </summary>
internal sealed unsafe class Vector
{
    private readonly ulong* _validity;

    private Vector(DuckDbType type, nint native, int length)
    {
        Type = type;
        Length = length;
        Data = (byte*)NativeMethods.Vectors.DuckDBVectorGetData(native);
        _validity = NativeMethods.Vectors.DuckDBVectorGetValidity(native);
        Children = ReadChildren(native);
    }

    public DuckDbType Type { get; }

    public int Length { get; }

    /// <summary>The physical values; undefined for STRUCT, UNION and ARRAY, whose values lie in the children.</summary>
    public byte* Data { get; }

    /// <summary>
    /// LIST and ARRAY: the elements. MAP: keys, values. STRUCT: the members. UNION: the tags, then the members.
    /// VARIANT: see <see cref="VariantReader"/>.
    /// </summary>
    public Vector[] Children { get; }

    public ReadOnlySpan<ulong> Validity => _validity is null ? [] : new(_validity, (Length + 63) / 64);

    public static Vector Read(DuckDbType type, nint native, int length) => new(type, native, length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNull(int row) => _validity is not null && (_validity[row >> 6] >> (row & 63) & 1) == 0;

    /// <summary>The value at a row, which must exist and have the size of the vector's physical type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(int row)
        where T : unmanaged => ((T*)Data)[row];

    /// <summary>
    /// Bytes of a string: 16 bytes in the vector, first the length in four; up to 12 bytes follow it there, of longer ones four and then
    /// the address.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Bytes(int row)
    {
        const int Inline = 12;
        var text = Data + (row * 16L);
        var length = *(int*)text;
        return new ReadOnlySpan<byte>(length <= Inline ? text + 4 : *(byte**)(text + 8), length);
    }

    /// <summary>First element and count of a LIST, MAP or ARRAY value.</summary>
    public (int Start, int Count) Entry(int row)
    {
        if (Type.Id == DuckDbTypeId.Array)
        {
            return (row * Type.ArraySize, Type.ArraySize);
        }

        var entry = At<DuckDBListEntry>(row);
        return ((int)entry.Offset, (int)entry.Length);
    }

    private Vector[] ReadChildren(nint native)
    {
        switch (Type.Id)
        {
            case DuckDbTypeId.List:
                return [ListChild(native, Type.Child!)];
            case DuckDbTypeId.Array:
                return [new Vector(Type.Child!, NativeMethods.Vectors.DuckDBArrayVectorGetChild(native), Length * Type.ArraySize)];
            case DuckDbTypeId.Map:
                var entries = NativeMethods.Vectors.DuckDBListVectorGetChild(native);
                var count = (int)NativeMethods.Vectors.DuckDBListVectorGetSize(native);
                return StructChildren(entries, [Type.Key!, Type.Value!], count);
            case DuckDbTypeId.Struct:
                return StructChildren(native, Type.Members.Select(member => member.Type), Length);
            case DuckDbTypeId.Union:
                return StructChildren(native, Type.Members.Select(member => member.Type).Prepend(UnionTag), Length);
            case DuckDbTypeId.Variant:
                return StructChildren(native, VariantReader.Layout, Length);
            default:
                return [];
        }
    }

    private static DuckDbType UnionTag { get; } = new() { Id = DuckDbTypeId.UTinyInt };

    private static Vector ListChild(nint native, DuckDbType type) =>
        new(type, NativeMethods.Vectors.DuckDBListVectorGetChild(native), (int)NativeMethods.Vectors.DuckDBListVectorGetSize(native));

    private static Vector[] StructChildren(nint native, IEnumerable<DuckDbType> types, int length) =>
        [.. types.Select((type, index) => new Vector(type, NativeMethods.Vectors.DuckDBStructVectorGetChild(native, index), length))];
}
