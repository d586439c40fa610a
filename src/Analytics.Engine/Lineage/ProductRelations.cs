using Analytics.Engine.Tables;

namespace Analytics.Engine.Lineage;

/// <summary>Which observations a row of the product's tables and views stands on, by the columns that name them.</summary>
internal static class ProductRelations
{
    /// <summary>Columns beside ids that programs need, not readers.</summary>
    private static readonly HashSet<string> Technical =
    [
        "comparability_key",
        "gb_code",
        "source_file",
        "char_start",
        "char_end",
        "line_start",
        "from_obs",
        "to_obs",
    ];

    /// <summary>Columns that hold an observation's number as it stands.</summary>
    private static readonly HashSet<string> Values = ["value", "value_low", "value_high", "denominator_value"];

    private static readonly Dictionary<string, (bool IsList, string[] Columns)> Ids = new()
    {
        ["observation"] = (false, ["obs_id"]),
        ["anchor"] = (false, ["obs_id"]),
        ["figures"] = (false, ["obs_id"]),
        ["measured"] = (false, ["obs_id"]),
        ["known_total"] = (false, ["source"]),
        ["link"] = (false, ["from_obs", "to_obs"]),
        ["figure_pair"] = (false, ["obs_id", "other_obs_id"]),
        ["figure_standing"] = (false, ["obs_id", "other_obs_id"]),
        ["comparison"] = (false, ["obs_id", "other_obs_id"]),
        ["ranking"] = (false, ["obs_id", "other_obs_id"]),
        ["coverage"] = (true, ["obs_ids"]),
    };

    /// <summary>Whether rows of a relation stand on observations; those of the catalogue (places, indicators, articles) do not.</summary>
    public static bool HasEvidence(string relation) => Ids.ContainsKey(relation);

    /// <summary>What a row of a relation stands on; null for the catalogue.</summary>
    /// <param name="relation">Its name.</param>
    /// <param name="alias">What the statement calls the relation.</param>
    public static Annotation? Of(string relation, string alias) =>
        !Ids.TryGetValue(relation, out var ids) ? null
        : ids.Columns is [var only] ? new Annotation(Syntax.Column(alias, only), ids.IsList)
        : new Annotation(Syntax.Call("list_value", ids.Columns.Select(c => Syntax.Column(alias, c))), IsList: true);

    /// <summary>The product's table that a path names; null for other files.</summary>
    /// <param name="path">As in the statement.</param>
    /// <param name="dataFolder">Where the product's own Parquet files lie.</param>
    /// <exception cref="RefusalException">The path is a pattern in the data folder, which may match several.</exception>
    public static string? OfFile(string path, string dataFolder)
    {
        if (path.Contains("://") || !path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase))
            return null;
        var full = Path.GetFullPath(path);
        if (!string.Equals(Path.GetDirectoryName(full), Path.GetFullPath(dataFolder), StringComparison.Ordinal))
            return null;
        var name = Path.GetFileNameWithoutExtension(full);
        return ProductTables.Files.Contains(name)
            ? name
            : throw new RefusalException("table", $"{path} 可能是多个数据文件", $"{path} may be several of the product's files");
    }

    /// <summary>A column of a product's relation.</summary>
    public static SourceColumn Source(string relation, string column) =>
        new(relation, column, HasEvidence(relation) ? ColumnOwner.Articles : ColumnOwner.Catalogue);

    /// <summary>Whether a column of the product's holds ids or codes, or says where in the sources something stands.</summary>
    public static bool IsTechnical(string column) =>
        Technical.Contains(column)
        || column is "ids"
        || column.EndsWith("_id", StringComparison.Ordinal)
        || column.EndsWith("_ids", StringComparison.Ordinal);

    /// <summary>Whether a column holds the value, or a bound of it, of the observation that its row names.</summary>
    public static bool IsValue(string relation, string column) =>
        relation is "figures" or "measured" or "observation" && Values.Contains(column);
}
