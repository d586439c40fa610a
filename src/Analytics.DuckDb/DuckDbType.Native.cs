using Analytics.DuckDb.Native;
using DuckDB.NET.Native;

namespace Analytics.DuckDb;

public sealed partial record DuckDbType
{
    /// <summary>Reads a native type and disposes it.</summary>
    internal static DuckDbType Take(DuckDBLogicalType native)
    {
        using var handle = native;
        if (handle.IsInvalid)
        {
            return Unknown;
        }

        // The package's enumeration ends before the newest types, so only its number is used.
        var id = (DuckDbTypeId)NativeMethods.LogicalType.DuckDBGetTypeId(handle);
        var alias = MissingMethods.duckdb_logical_type_get_alias(handle);
        var type = Read(id, handle);
        return alias is null ? type : type with { Alias = alias };
    }

    private static DuckDbType Read(DuckDbTypeId id, DuckDBLogicalType handle) =>
        id switch
        {
            DuckDbTypeId.Decimal => new()
            {
                Id = id,
                Width = NativeMethods.LogicalType.DuckDBDecimalWidth(handle),
                Scale = NativeMethods.LogicalType.DuckDBDecimalScale(handle),
            },
            DuckDbTypeId.Enum => new() { Id = id, Dictionary = ReadDictionary(handle) },
            DuckDbTypeId.List => new() { Id = id, Child = Take(NativeMethods.LogicalType.DuckDBListTypeChildType(handle)) },
            DuckDbTypeId.Array => new()
            {
                Id = id,
                Child = Take(NativeMethods.LogicalType.DuckDBArrayTypeChildType(handle)),
                ArraySize = (int)NativeMethods.LogicalType.DuckDBArrayVectorGetSize(handle),
            },
            DuckDbTypeId.Map => new()
            {
                Id = id,
                Key = Take(NativeMethods.LogicalType.DuckDBMapTypeKeyType(handle)),
                Value = Take(NativeMethods.LogicalType.DuckDBMapTypeValueType(handle)),
            },
            DuckDbTypeId.Struct => new() { Id = id, Members = ReadStruct(handle) },
            DuckDbTypeId.Union => new() { Id = id, Members = ReadUnion(handle) },
            _ => new() { Id = id },
        };

    private static string[] ReadDictionary(DuckDBLogicalType handle)
    {
        var values = new string[NativeMethods.LogicalType.DuckDBEnumDictionarySize(handle)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = NativeMethods.LogicalType.DuckDBEnumDictionaryValue(handle, i);
        }

        return values;
    }

    private static DuckDbMember[] ReadStruct(DuckDBLogicalType handle)
    {
        var members = new DuckDbMember[NativeMethods.LogicalType.DuckDBStructTypeChildCount(handle)];
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = new DuckDbMember(
                NativeMethods.LogicalType.DuckDBStructTypeChildName(handle, i) ?? "",
                Take(NativeMethods.LogicalType.DuckDBStructTypeChildType(handle, i))
            );
        }

        return members;
    }

    private static DuckDbMember[] ReadUnion(DuckDBLogicalType handle)
    {
        var members = new DuckDbMember[MissingMethods.duckdb_union_type_member_count(handle)];
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = new DuckDbMember(
                MissingMethods.duckdb_union_type_member_name(handle, (ulong)i) ?? "",
                Take(MissingMethods.duckdb_union_type_member_type(handle, (ulong)i))
            );
        }

        return members;
    }
}
