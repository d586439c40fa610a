namespace Analytics.Engine.Sql;

/// <summary>What completion has read of a session and need not read again.</summary>
internal sealed class CatalogMemory
{
    /// <summary>Values of the text columns of the product's tables, by table and column.</summary>
    public Dictionary<string, IReadOnlyList<CatalogValue>>? Values { get; set; }
}
