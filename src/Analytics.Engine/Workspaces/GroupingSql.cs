using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Workspaces;

/// <summary>The SQL of a grouping, in the names of results.</summary>
/// <param name="source">The result that is grouped.</param>
/// <param name="grouping">How.</param>
/// <param name="across">The values that become columns, as canonical texts, null for NULL; none where there is no such column.</param>
internal sealed class GroupingSql(KeptResult source, Grouping grouping, IReadOnlyList<string?> across)
{
    /// <summary>The values of a column that become columns, one more than there may be.</summary>
    public static string Values(KeptResult source, int column) =>
        $"SELECT {ResultSql.Name(source, column)} FROM {source.Name} GROUP BY 1 ORDER BY 1 NULLS LAST LIMIT {Grouping.MostAcross + 1}";

    public string Text
    {
        get
        {
            string[] keys = [.. grouping.By.Select(column => ResultSql.Name(source, column))];
            var columns = string.Join(",\n    ", [.. keys, "count(*) AS \"rows\"", .. Measures(), .. Observations()]);
            var ordinals = Enumerable.Range(1, keys.Length).ToArray();
            return $"SELECT {columns}\nFROM {source.Name}"
                + (keys.Length == 0 ? "" : $"\nGROUP BY {string.Join(", ", ordinals)}")
                + (keys.Length == 0 ? "" : $"\nORDER BY {string.Join(", ", ordinals.Select(o => $"{o} NULLS LAST"))}");
        }
    }

    private IEnumerable<string> Measures() =>
        grouping.Across is not { } column ? grouping.Measures.Select(m => $"{Call(m)} AS {SqlText.Identifier(NameOf(m))}")
        : grouping.Measures.Count == 0 ? across.Select(value => $"count(*) {Where(column, value)} AS {SqlText.Identifier(Heading(value))}")
        : across.SelectMany(value =>
            grouping.Measures.Select(m =>
                $"{Call(m)} {Where(column, value)} AS "
                + SqlText.Identifier(grouping.Measures.Count == 1 ? Heading(value) : $"{Heading(value)} {NameOf(m)}")
            )
        );

    /// <summary>The observations that the rows of a group name, so that a group has its sentences.</summary>
    private IEnumerable<string> Observations()
    {
        if (source.IndexOf("obs_id") is >= 0 and var single && source.Columns[single].Type.Id == DuckDbTypeId.Varchar)
            yield return $"list(DISTINCT {ResultSql.Name(source, single)}) AS obs_ids";
        else if (source.IndexOf("obs_ids") is >= 0 and var many && source.Columns[many].Type.Id == DuckDbTypeId.List)
            yield return $"list_distinct(flatten(list({ResultSql.Name(source, many)}))) AS obs_ids";
    }

    private string Call(MeasuredColumn measured) =>
        $"{(measured.Measure == GroupMeasure.Sum ? "sum" : "avg")}({ResultSql.Name(source, measured.Column)})";

    private string NameOf(MeasuredColumn measured) =>
        $"{(measured.Measure == GroupMeasure.Sum ? "sum" : "mean")}_{source.ColumnNames[measured.Column]}";

    private string Where(int column, string? value) => $"FILTER (WHERE {ResultSql.CellCondition(source, column, value, exclude: false)})";

    /// <summary>A name that SQL can have.</summary>
    private static string Heading(string? value) =>
        value switch
        {
            null => "NULL",
            "" => "(empty)",
            _ => value.Replace("\0", ""),
        };
}
