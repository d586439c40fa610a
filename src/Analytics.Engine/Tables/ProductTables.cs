using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tables;

/// <summary>The product's own tables: one Parquet file each, and the views over them.</summary>
public static class ProductTables
{
    /// <summary>The tables that are Parquet files, in the order in which they are listed.</summary>
    public static readonly IReadOnlyList<string> Files =
    [
        "source", "article", "segment", "place", "indicator", "unit", "observation", "anchor", "link", "exclusion",
        "known_total", "check_result",
    ];

    public static readonly IReadOnlyList<string> Views = ["figures", "measured", "comparison", "ranking", "coverage", "caveat_code"];

    /// <summary>Everything that takes a name in the database.</summary>
    public static IEnumerable<string> Names => Views.Concat(Files);

    static readonly string[] Introspection =
    [
        "show", "desc", "summarize", "pragma", "information_schema", "duckdb_", "sqlite_", "pg_", "query", "call",
        "export", "import", "checkpoint", "table_name",
    ];

    /// <summary>
    /// Whether a script can need the product's tables: it contains the name of one, or a word that lists or looks up
    /// tables. Errs on the side of yes, since registering only costs time.
    /// </summary>
    public static bool MayBeNeededBy(string sql) =>
        Names.Concat(Introspection).Any(word => sql.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Loads every Parquet file as a table and makes the views.</summary>
    /// <exception cref="EngineException">A file is missing or damaged; the message names it and how to rebuild it.</exception>
    public static void Register(DuckDbConnection connection, string dataFolder)
    {
        foreach (var table in Files)
            Load(connection, table, Path.Combine(dataFolder, table + ".parquet"));
        connection.Execute(FiguresView.Sql);
        connection.Execute(ComparisonView.Sql);
    }

    static void Load(DuckDbConnection connection, string table, string path)
    {
        if (!File.Exists(path))
            throw Damaged(path, "is missing", null);
        try
        {
            connection.Execute($"CREATE OR REPLACE TABLE {SqlText.Identifier(table)} AS FROM read_parquet({SqlText.Literal(path)})");
        }
        catch (DuckDbException e) when (e.Kind is not DuckDbErrorKind.Interrupt)
        {
            throw Damaged(path, $"cannot be read ({e.Message.Split('\n')[0]})", e);
        }
    }

    static EngineException Damaged(string path, string fault, Exception? inner) =>
        new(EngineErrorKind.Failed, $"The data file {path} {fault}. 'analytics build' makes it anew from seeds/ and data/curated/.", inner);
}
