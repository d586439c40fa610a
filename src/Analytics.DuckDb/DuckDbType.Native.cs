using Analytics.DuckDb.Native;

namespace Analytics.DuckDb;

public sealed partial record DuckDbType
{
    /// <summary>Reads a <c>duckdb_logical_type</c> and destroys it.</summary>
    internal static unsafe DuckDbType Take(nint pointer)
    {
        using var handle = new LogicalTypeHandle(pointer);
        if (handle.IsInvalid)
        {
            return Unknown;
        }

        var id = NativeMethods.duckdb_get_type_id(handle);
        var alias = NativeMethods.duckdb_logical_type_get_alias(handle);
        var type = Read(id, handle);
        return alias is null ? type : type with { Alias = NativeText.Take(alias) };
    }

    private static DuckDbType Read(DuckDbTypeId id, LogicalTypeHandle handle) =>
        id switch
        {
            DuckDbTypeId.Decimal => new()
            {
                Id = id,
                Width = NativeMethods.duckdb_decimal_width(handle),
                Scale = NativeMethods.duckdb_decimal_scale(handle),
            },
            DuckDbTypeId.Enum => new() { Id = id, Dictionary = ReadDictionary(handle) },
            DuckDbTypeId.List => new() { Id = id, Child = Take(NativeMethods.duckdb_list_type_child_type(handle)) },
            DuckDbTypeId.Array => new()
            {
                Id = id,
                Child = Take(NativeMethods.duckdb_array_type_child_type(handle)),
                ArraySize = (int)NativeMethods.duckdb_array_type_array_size(handle),
            },
            DuckDbTypeId.Map => new()
            {
                Id = id,
                Key = Take(NativeMethods.duckdb_map_type_key_type(handle)),
                Value = Take(NativeMethods.duckdb_map_type_value_type(handle)),
            },
            DuckDbTypeId.Struct => new() { Id = id, Members = ReadStruct(handle) },
            DuckDbTypeId.Union => new() { Id = id, Members = ReadUnion(handle) },
            _ => new() { Id = id },
        };

    private static unsafe string[] ReadDictionary(LogicalTypeHandle handle)
    {
        var values = new string[NativeMethods.duckdb_enum_dictionary_size(handle)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = NativeText.Take(NativeMethods.duckdb_enum_dictionary_value(handle, (ulong)i));
        }

        return values;
    }

    private static unsafe DuckDbMember[] ReadStruct(LogicalTypeHandle handle)
    {
        var members = new DuckDbMember[NativeMethods.duckdb_struct_type_child_count(handle)];
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = new DuckDbMember(
                NativeText.Take(NativeMethods.duckdb_struct_type_child_name(handle, (ulong)i)),
                Take(NativeMethods.duckdb_struct_type_child_type(handle, (ulong)i))
            );
        }

        return members;
    }

    private static unsafe DuckDbMember[] ReadUnion(LogicalTypeHandle handle)
    {
        var members = new DuckDbMember[NativeMethods.duckdb_union_type_member_count(handle)];
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = new DuckDbMember(
                NativeText.Take(NativeMethods.duckdb_union_type_member_name(handle, (ulong)i)),
                Take(NativeMethods.duckdb_union_type_member_type(handle, (ulong)i))
            );
        }

        return members;
    }
}
