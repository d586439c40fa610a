using System.Runtime.CompilerServices;
using Analytics.DuckDb.Native;

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
        Data = NativeMethods.duckdb_vector_get_data(native);
        _validity = NativeMethods.duckdb_vector_get_validity(native);
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

    /// <summary>Bytes of a string; short ones lie in the vector itself, so the address is taken there, never of a copy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Bytes(int row)
    {
        var text = (duckdb_string_t*)Data + row;
        var start = text->length <= duckdb_string_t.InlineLength ? text->inlined : text->ptr;
        return new ReadOnlySpan<byte>(start, (int)text->length);
    }

    /// <summary>First element and count of a LIST, MAP or ARRAY value.</summary>
    public (int Start, int Count) Entry(int row)
    {
        if (Type.Id == DuckDbTypeId.Array)
        {
            return (row * Type.ArraySize, Type.ArraySize);
        }

        var entry = At<duckdb_list_entry>(row);
        return ((int)entry.offset, (int)entry.length);
    }

    private Vector[] ReadChildren(nint native)
    {
        switch (Type.Id)
        {
            case DuckDbTypeId.List:
                return [ListChild(native, Type.Child!)];
            case DuckDbTypeId.Array:
                return [new Vector(Type.Child!, NativeMethods.duckdb_array_vector_get_child(native), Length * Type.ArraySize)];
            case DuckDbTypeId.Map:
                var entries = NativeMethods.duckdb_list_vector_get_child(native);
                var count = (int)NativeMethods.duckdb_list_vector_get_size(native);
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
        new(type, NativeMethods.duckdb_list_vector_get_child(native), (int)NativeMethods.duckdb_list_vector_get_size(native));

    private static Vector[] StructChildren(nint native, IEnumerable<DuckDbType> types, int length) =>
        [.. types.Select((type, index) => new Vector(type, NativeMethods.duckdb_struct_vector_get_child(native, (ulong)index), length))];
}
