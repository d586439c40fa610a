using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tables;

/// <summary>The product's own tables: one Parquet file each, and the views over them.</summary>
public static class ProductTables
{
    /// <summary>
    /// The schema that they live in, last on the search path: a plain name finds a table of the user's first. No database can be opened
    /// under this name.
    /// </summary>
    public const string Schema = "product";

    /// <summary>The tables that are Parquet files, in the order in which they are listed.</summary>
    public static readonly IReadOnlyList<string> Files =
    [
        "source",
        "article",
        "segment",
        "place",
        "alias",
        "indicator",
        "unit",
        "observation",
        "anchor",
        "link",
        "exclusion",
        "known_total",
        "phrase",
        "check_result",
        "figure_pair",
        "figure_standing",
    ];

    /// <summary>A file of more than this many bytes, or rows, is read in place.</summary>
    private const long LargeBytes = 50_000_000,
        LargeRows = 250_000;

    /// <summary>A view, how it is defined, and the tables and views that it reads.</summary>
    private sealed record View(string Name, string Sql, params IReadOnlyList<string> Reads);

    /// <summary>What the standing of figures is worked out from.</summary>
    private static readonly string[] Judging = ["observation", "indicator", "place", "article", "link"];

    /// <summary>Each after those that it reads.</summary>
    private static readonly View[] Definitions =
    [
        new("figures", FiguresView.Figures, "observation", "indicator", "place", "article"),
        new("measured", FiguresView.Measured, "figures"),
        new("caveat_code", CaveatCodes.View),
        new("figure_pair", ComparisonView.Pairs, Judging),
        new("figure_standing", RankingView.Standings, Judging),
        new("comparison", ComparisonView.Comparison, "figures", "figure_pair"),
        new("ranking", RankingView.Ranking, "figures", "figure_standing"),
        new("coverage", CoverageView.Coverage, "place", "article", "indicator", "figures"),
    ];

    public static readonly IReadOnlyList<string> Views = ["figures", "measured", "comparison", "ranking", "coverage", "caveat_code"];

    /// <summary>
    /// The SQL of those tables that follow from others, by their names. It gives the same each time, so a build works them out once; where
    /// a data folder has no such file they are views.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Derived => ViewTexts.Where(v => IsDerived(v.Key)).ToDictionary();

    /// <summary>The SQL of each view by its name.</summary>
    internal static IReadOnlyDictionary<string, string> ViewTexts => Definitions.ToDictionary(v => v.Name, v => v.Sql);

    /// <summary>All tables and views.</summary>
    public static IEnumerable<string> Names => Views.Concat(Files);

    /// <summary>Whether a relation is one of the product's own, by all three parts of its name.</summary>
    public static bool IsOwn(string database, string schema, string name) =>
        database == "memory" && schema == Schema && Names.Contains(name);

    /// <summary>The name that finds one of them, whatever tables the user has.</summary>
    public static string Qualified(string name) => $"memory.{Schema}.{SqlText.Identifier(name)}";

    /// <summary>Adds to tables and views all that the views read.</summary>
    internal static IReadOnlySet<string> WithSources(HashSet<string> names)
    {
        foreach (var view in Definitions.Reverse().Where(v => names.Contains(v.Name)))
            names.UnionWith(view.Reads);
        return names;
    }

    /// <summary>
    /// Makes Parquet files visible, small ones as tables in memory and large ones where they lie, and the views over them.
    /// </summary>
    /// <param name="connection">Where tables and views are made, in their schema.</param>
    /// <param name="dataFolder">The folder of the product's Parquet files.</param>
    /// <param name="names">Those of <see cref="NeededTables"/>, without what has been registered before.</param>
    /// <param name="mayReadLater">Whether statements may still read files; else all is loaded.</param>
    /// <exception cref="UserException">A file is missing or damaged; the message names it and how to rebuild it.</exception>
    public static void Register(DuckDbConnection connection, string dataFolder, IReadOnlyCollection<string> names, bool mayReadLater)
    {
        string[] tables = [.. Files.Where(n => names.Contains(n) && (!IsDerived(n) || File.Exists(PathOf(dataFolder, n))))];
        RequireWhole(connection, dataFolder, tables);
        foreach (var table in tables)
            Register(connection, table, PathOf(dataFolder, table), mayReadLater);
        foreach (var view in Definitions.Where(v => names.Contains(v.Name) && !tables.Contains(v.Name)))
            connection.Execute($"CREATE VIEW {Qualified(view.Name)} AS {view.Sql}");
    }

    private static bool IsDerived(string name) => Files.Contains(name) && Definitions.Any(d => d.Name == name);

    private static string PathOf(string dataFolder, string table) => Path.Combine(dataFolder, table + ".parquet");

    // A byte that changed on the disk may well read as another figure. Large files, which are read where they lie, are left to 'check'.
    private static void RequireWhole(DuckDbConnection connection, string dataFolder, IEnumerable<string> tables)
    {
        var files = tables.Select(table => new FileInfo(PathOf(dataFolder, table)));
        string[] loaded = [.. files.Where(file => file.Exists && file.Length <= LargeBytes).Select(file => file.Name)];
        if (PackageHashes.Broken(connection, dataFolder, loaded) is not [var broken, ..])
            return;
        const string Fault = "is not what was built: it was changed or damaged since (its SHA-256 is not that in datapackage.json)";
        throw Damaged(
            Path.Combine(dataFolder, broken),
            Fault,
            "不是生成时的文件：之后被改动或损坏（SHA-256 与 datapackage.json 所记不符）",
            null
        );
    }

    private static void Register(DuckDbConnection connection, string table, string path, bool mayReadLater)
    {
        if (!File.Exists(path))
            throw Damaged(path, "is missing", "缺失", null);
        try
        {
            var kind = mayReadLater && IsLarge(connection, path) ? "VIEW" : "TABLE";
            connection.Execute($"CREATE OR REPLACE {kind} {Qualified(table)} AS SELECT * FROM read_parquet({SqlText.Literal(path)})");
        }
        catch (DuckDbException e)
        {
            throw Damaged(path, $"cannot be read ({e.Message.Split('\n')[0]})", $"不能读（{ErrorText.Of(e).Zh}）", e);
        }
    }

    /// <summary>
    /// Whether loading a file would cost more memory and time than most statements take to read what they need of it. Texts that repeat
    /// make small files of many rows, so those of some size are asked for their rows too.
    /// </summary>
    private static bool IsLarge(DuckDbConnection connection, string path) =>
        new FileInfo(path).Length switch
        {
            > LargeBytes => true,
            > LargeBytes / 50 => connection.Rows(
                $"SELECT num_rows FROM parquet_file_metadata({SqlText.Literal(path)})",
                row => row.Whole(0)
            )[0] > LargeRows,
            _ => false,
        };

    private static UserException Damaged(string path, string fault, string faultZh, Exception? inner) =>
        UserException.Failed(
            $"数据文件 {path} {faultZh}。用 analytics build 从 seeds/ 和 data/curated/ 重新生成。",
            $"The data file {path} {fault}. 'analytics build' makes it anew from seeds/ and data/curated/.",
            inner
        );
}
