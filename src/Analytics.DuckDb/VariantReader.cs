namespace Analytics.DuckDb;

/// <summary>Decodes VARIANT values.</summary>
internal static class VariantReader
{
    private static DuckDbType UInteger { get; } = new() { Id = DuckDbTypeId.UInteger };

    /// <summary>
    /// The members under a VARIANT: the object keys; children (key and value index); values (type and byte offset);
    /// the data.
    /// </summary>
    public static IReadOnlyList<DuckDbType> Layout { get; } =
    [
        ListOf(new() { Id = DuckDbTypeId.Varchar }),
        ListOf(new() { Id = DuckDbTypeId.Struct, Members = [new("keys_index", UInteger), new("values_index", UInteger)] }),
        ListOf(new() { Id = DuckDbTypeId.Struct, Members = [new("type_id", new() { Id = DuckDbTypeId.UTinyInt }), new("byte_offset", UInteger)] }),
        new() { Id = DuckDbTypeId.Blob },
    ];

    public static object? Read(Vector vector, int row) =>
        throw new DuckDbException($"Values of the type {vector.Type} at row {row} cannot be read", DuckDbErrorKind.NotImplemented);

    private static DuckDbType ListOf(DuckDbType child) => new() { Id = DuckDbTypeId.List, Child = child };
}
