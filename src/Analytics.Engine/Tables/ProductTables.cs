using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tables;

/// <summary>The product's own tables: one Parquet file each, and the views over them.</summary>
public static class ProductTables
{
    /// <summary>The tables that are Parquet files, in the order in which they are listed.</summary>
    public static readonly IReadOnlyList<string> Files =
    [
        "source",
        "article",
        "segment",
        "place",
        "indicator",
        "unit",
        "observation",
        "anchor",
        "link",
        "exclusion",
        "known_total",
        "check_result",
    ];

    /// <summary>A view, how it is defined, and the tables and views that it reads.</summary>
    private sealed record View(string Name, string Sql, params IReadOnlyList<string> Reads);

    /// <summary>Each after those that it reads.</summary>
    private static readonly View[] Definitions =
    [
        new("figures", FiguresView.Figures, "observation", "indicator", "place", "article"),
        new("measured", FiguresView.Measured, "figures"),
        new("caveat_code", ComparisonView.Codes),
        new("comparison", ComparisonView.Comparison, "measured", "indicator", "link", "caveat_code"),
        new("ranking", ComparisonView.Ranking, "figures", "comparison"),
        new("coverage", ComparisonView.Coverage, "place", "article", "indicator", "measured"),
    ];

    public static readonly IReadOnlyList<string> Views = ["figures", "measured", "comparison", "ranking", "coverage", "caveat_code"];

    /// <summary>Everything that takes a name in the database.</summary>
    public static IEnumerable<string> Names => Views.Concat(Files);

    private static readonly string[] Introspection =
    [
        "show",
        "desc",
        "summarize",
        "pragma",
        "information_schema",
        "duckdb_",
        "sqlite_",
        "pg_",
        "query",
        "call",
        "export",
        "import",
        "checkpoint",
        "table_name",
    ];

    /// <summary>
    /// The tables and views that a script can need: those whose names it contains with all that they read, or all if it
    /// contains a word that lists or looks up tables. Errs on the side of more, since registering only costs time.
    /// </summary>
    public static IReadOnlySet<string> NeededBy(string sql)
    {
        if (Introspection.Any(word => sql.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return new HashSet<string>(Names);
        var needed = new HashSet<string>(Names.Where(name => ContainsWord(sql, name)));
        foreach (var view in Definitions.Reverse().Where(v => needed.Contains(v.Name)))
            needed.UnionWith(view.Reads);
        return needed;
    }

    /// <summary>Loads Parquet files as tables and makes views.</summary>
    /// <param name="connection">Where tables and views are made, in the database's own schema.</param>
    /// <param name="dataFolder">The folder of the product's Parquet files.</param>
    /// <param name="names">Those of <see cref="NeededBy"/>, without what has been registered before.</param>
    /// <exception cref="UserException">A file is missing or damaged; the message names it and how to rebuild it.</exception>
    public static void Register(DuckDbConnection connection, string dataFolder, IReadOnlyCollection<string> names)
    {
        foreach (var table in Files.Where(names.Contains))
            Load(connection, table, Path.Combine(dataFolder, table + ".parquet"));
        foreach (var view in Definitions.Where(v => names.Contains(v.Name)))
            connection.Execute(view.Sql);
    }

    private static bool ContainsWord(string sql, string word)
    {
        for (
            var at = sql.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = sql.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            if ((at == 0 || !IsWordPart(sql[at - 1])) && (at + word.Length == sql.Length || !IsWordPart(sql[at + word.Length])))
                return true;
        }

        return false;
    }

    private static bool IsWordPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static void Load(DuckDbConnection connection, string table, string path)
    {
        if (!File.Exists(path))
            throw Damaged(path, "is missing", "缺失", null);
        try
        {
            connection.Execute($"CREATE OR REPLACE TABLE {SqlText.Identifier(table)} AS FROM read_parquet({SqlText.Literal(path)})");
        }
        catch (DuckDbException e) when (e.Kind is not DuckDbErrorKind.Interrupt)
        {
            throw Damaged(path, $"cannot be read ({e.Message.Split('\n')[0]})", $"不能读（{ErrorText.Of(e).Zh}）", e);
        }
    }

    private static UserException Damaged(string path, string fault, string faultZh, Exception? inner) =>
        UserException.Failed(
            $"数据文件 {path} {faultZh}。用 analytics build 从 seeds/ 和 data/curated/ 重新生成。",
            $"The data file {path} {fault}. 'analytics build' makes it anew from seeds/ and data/curated/.",
            inner
        );
}
