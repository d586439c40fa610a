using System.Text;
using DuckDB.NET.Native;

namespace Analytics.DuckDb;

/// <summary>Makes chunks of the program's own rows, so that they go wherever results go. No database is needed.</summary>
public static unsafe class OwnRows
{
    /// <summary>A column of texts.</summary>
    public static DuckDbType Text { get; } = new() { Id = DuckDbTypeId.Varchar };

    /// <summary>A column of lists of texts.</summary>
    public static DuckDbType Texts { get; } = new() { Id = DuckDbTypeId.List, Child = Text };

    /// <summary>A column of 32-bit integers.</summary>
    public static DuckDbType Number { get; } = new() { Id = DuckDbTypeId.Integer };

    /// <summary>A column of 64-bit integers.</summary>
    public static DuckDbType Whole { get; } = new() { Id = DuckDbTypeId.BigInt };

    /// <param name="types">Those of this class.</param>
    /// <param name="rows">At most <see cref="DataChunk.Capacity"/>; cells are <see cref="string"/>, lists of them, <see cref="int"/>,
    /// <see cref="long"/> or null.</param>
    /// <returns>The chunk; the caller owns it.</returns>
    public static DataChunk Chunk(IReadOnlyList<DuckDbType> types, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        DuckDBLogicalType[] native = [.. types.Select(Native)];
        try
        {
            var chunk = NativeMethods.DataChunks.DuckDBCreateDataChunk(
                [.. native.Select(t => t.DangerousGetHandle())],
                (ulong)native.Length
            );
            NativeMethods.DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)rows.Count);
            for (var column = 0; column < types.Count; column++)
            {
                var vector = NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column);
                for (var row = 0; row < rows.Count; row++)
                    Set(vector, row, rows[row][column]);
            }

            return new DataChunk(chunk, connection: null, [.. types]);
        }
        finally
        {
            foreach (var type in native)
                type.Dispose();
        }
    }

    private static DuckDBLogicalType Native(DuckDbType type)
    {
        if (type.Id != DuckDbTypeId.List)
            return NativeMethods.LogicalType.DuckDBCreateLogicalType((DuckDBType)type.Id);
        using var child = Native(type.Child!);
        return NativeMethods.LogicalType.DuckDBCreateListType(child);
    }

    private static void Set(nint vector, int row, object? cell)
    {
        switch (cell)
        {
            case null:
                NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(vector);
                NativeMethods.ValidityMask.DuckDBValiditySetRowValidity(
                    NativeMethods.Vectors.DuckDBVectorGetValidity(vector),
                    (ulong)row,
                    false
                );
                break;
            case string text:
                Set(vector, row, text);
                break;
            case int number:
                ((int*)NativeMethods.Vectors.DuckDBVectorGetData(vector))[row] = number;
                break;
            case long number:
                ((long*)NativeMethods.Vectors.DuckDBVectorGetData(vector))[row] = number;
                break;
            case IReadOnlyList<string> texts:
                Set(vector, row, texts);
                break;
            default:
                throw new ArgumentException($"a cell cannot be a {cell.GetType()}", nameof(cell));
        }
    }

    private static void Set(nint vector, int row, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        fixed (byte* first = bytes)
            NativeMethods.Vectors.DuckDBVectorAssignStringElementLength(vector, (ulong)row, first, bytes.Length);
    }

    /// <summary>An entry of a list vector is an offset into its child and a length, eight bytes each.</summary>
    private static void Set(nint vector, int row, IReadOnlyList<string> texts)
    {
        var offset = (ulong)NativeMethods.Vectors.DuckDBListVectorGetSize(vector);
        NativeMethods.Vectors.DuckDBListVectorReserve(vector, offset + (ulong)texts.Count);
        NativeMethods.Vectors.DuckDBListVectorSetSize(vector, offset + (ulong)texts.Count);
        var entry = (ulong*)NativeMethods.Vectors.DuckDBVectorGetData(vector) + 2 * row;
        (entry[0], entry[1]) = (offset, (ulong)texts.Count);
        var child = NativeMethods.Vectors.DuckDBListVectorGetChild(vector);
        for (var i = 0; i < texts.Count; i++)
            Set(child, (int)offset + i, texts[i]);
    }
}
