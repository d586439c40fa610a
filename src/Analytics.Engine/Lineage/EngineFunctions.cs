using Analytics.DuckDb;

namespace Analytics.Engine.Lineage;

/// <summary>Functions of the engine that tracing must know. They are read once a process: there are thousands to look through.</summary>
/// <param name="Aggregates">Names of the aggregate functions, in lower case.</param>
/// <param name="Macros">Macros whose definition aggregates.</param>
internal sealed record EngineFunctions(IReadOnlySet<string> Aggregates, IReadOnlyList<Macro> Macros)
{
    /// <summary>Those macros, as a list of SQL.</summary>
    public const string Aggregating =
        "'geomean', 'geometric_mean', 'wavg', 'weighted_avg', 'json_group_array', 'json_group_object', 'json_group_structure'";

    /// <summary>Reads them.</summary>
    /// <param name="connection">To a database in which nobody made a function.</param>
    public static EngineFunctions Read(DuckDbConnection connection)
    {
        var rows = connection.Rows(
            $"""
            SELECT DISTINCT function_name, function_type = 'aggregate', {Macro.Columns}
            FROM duckdb_functions() WHERE function_type = 'aggregate' OR function_name IN ({Aggregating})
            """,
            row => (Name: row.Text(0), IsAggregate: row.Flag(1), Macro: row.Flag(1) ? null : Macro.Of(row.TextOrNull, 2))
        );
        return new(rows.Where(r => r.IsAggregate).Select(r => r.Name).ToHashSet(), [.. rows.Select(r => r.Macro).OfType<Macro>()]);
    }
}
