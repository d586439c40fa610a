using System.Runtime.InteropServices;

namespace Analytics.DuckDb.Native;

/// <summary>Sections "Data Chunk Interface" and "Vector Interface". Vectors are borrowed from their chunk.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_data_chunk(ref nint chunk);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial ulong duckdb_data_chunk_get_column_count(ChunkHandle chunk);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial nint duckdb_data_chunk_get_vector(ChunkHandle chunk, ulong col_idx);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial ulong duckdb_data_chunk_get_size(ChunkHandle chunk);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial byte* duckdb_vector_get_data(nint vector);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial ulong* duckdb_vector_get_validity(nint vector);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial nint duckdb_list_vector_get_child(nint vector);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial ulong duckdb_list_vector_get_size(nint vector);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial nint duckdb_struct_vector_get_child(nint vector, ulong index);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial nint duckdb_array_vector_get_child(nint vector);
}
