using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Workspaces;

/// <summary>How two kept results differ, row by row of the same key.</summary>
/// <param name="Rows">
/// The rows that differ, ordered by key: <c>change</c> (<c>added</c>, <c>removed</c>, <c>changed</c>), the keys, then for each other
/// column that both have its value in either (<c>value_r1</c>, <c>value_r2</c>), and for numbers and dates
/// <c>value_difference</c> (after minus before, NULL where it cannot be told) and for numbers <c>value_percent</c> of
/// the value before (NULL where that is 0).
/// </param>
/// <param name="Added">Like the other counts, of the rows so far if <paramref name="Rows"/> was cancelled or failed.</param>
/// <param name="Same">Rows that both have alike; null if <paramref name="Rows"/> is not complete.</param>
/// <param name="OnlyBefore">Columns that only the first has; they are not compared.</param>
/// <param name="OnlyAfter">Columns that only the second has.</param>
public sealed record Comparison(
    KeptResult Rows, long Added, long Removed, long Changed, long? Same, IReadOnlyList<string> OnlyBefore, IReadOnlyList<string> OnlyAfter);

/// <summary>The SQL of a comparison.</summary>
sealed class ComparisonSql
{
    /// <summary>Says on which side of the full join a row is; a name that results hardly have.</summary>
    const string Present = "\"row is present\"";

    readonly KeptResult before;
    readonly KeptResult after;
    readonly IReadOnlyList<string> keys;
    readonly string[] values;

    /// <exception cref="EngineException">There is no key, or a key is not a column of both.</exception>
    public ComparisonSql(KeptResult before, KeptResult after, IReadOnlyList<string> keys)
    {
        this.before = before;
        this.after = after;
        this.keys = keys;
        if (keys.Count == 0)
            throw Wrong("name at least one key column, by which rows belong together", "至少要有一个键列，用来对应两边的行");
        foreach (var key in keys)
            foreach (var side in new[] { before, after })
                if (!Has(side, key))
                    throw Wrong($"the key '{key}' is no column of {side.Name}, which has {string.Join(", ", side.ColumnNames)}", $"{side.Name} 没有键列“{key}”，它有 {string.Join("、", side.ColumnNames)}");
        values = [.. before.ColumnNames.Where(name => !Contains(keys, name) && Has(after, name))];
        OnlyBefore = [.. before.ColumnNames.Where(name => !Has(after, name))];
        OnlyAfter = [.. after.ColumnNames.Where(name => !Has(before, name))];
    }

    public IReadOnlyList<string> OnlyBefore { get; }

    public IReadOnlyList<string> OnlyAfter { get; }

    public string Sql
    {
        get
        {
            var changed = values.Select(v => Differ(v)).Prepend($"b.{Present} IS NULL").Prepend($"a.{Present} IS NULL");
            return $"""
                SELECT CASE WHEN b.{Present} IS NULL THEN 'added' WHEN a.{Present} IS NULL THEN 'removed' ELSE 'changed' END AS change,
                    {string.Join(",\n    ", keys.Select(KeyColumn).Concat(values.SelectMany(ValueColumns)))}
                FROM (SELECT *, true AS {Present} FROM {before.Name}) AS b
                FULL JOIN (SELECT *, true AS {Present} FROM {after.Name}) AS a ON {string.Join(" AND ", keys.Select(Equal))}
                WHERE {string.Join("\n    OR ", changed)}
                ORDER BY {string.Join(", ", keys.Select((_, i) => $"{i + 2} NULLS LAST"))}
                """;
        }
    }

    /// <summary>A key that a result has more than once, with its count; no row if there is none.</summary>
    public string RepeatedKey(KeptResult side)
    {
        var list = string.Join(", ", keys.Select(SqlText.Identifier));
        return $"SELECT concat_ws(', ', {list}), count(*) FROM {side.Table} GROUP BY {list} HAVING count(*) > 1 LIMIT 1";
    }

    static bool Has(KeptResult side, string name) => Contains(side.ColumnNames, name);

    static bool Contains(IReadOnlyList<string> names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    string KeyColumn(string key)
    {
        var (b, a) = Pair(key);
        return $"CASE WHEN b.{Present} THEN {b} ELSE {a} END AS {SqlText.Identifier(key)}";
    }

    string Equal(string key)
    {
        var (b, a) = Pair(key);
        return $"{b} IS NOT DISTINCT FROM {a}";
    }

    string Differ(string value)
    {
        var (b, a) = Pair(value);
        return $"{b} IS DISTINCT FROM {a}";
    }

    IEnumerable<string> ValueColumns(string value)
    {
        var name = SqlText.Identifier(value);
        yield return $"b.{name} AS {SqlText.Identifier($"{value}_{before.Name}")}";
        yield return $"a.{name} AS {SqlText.Identifier($"{value}_{after.Name}")}";
        var (x, y) = (Type(before, value), Type(after, value));
        if (x.IsNumeric && y.IsNumeric)
        {
            yield return $"TRY({Wide(y, "a." + name)} - {Wide(x, "b." + name)}) AS {SqlText.Identifier(value + "_difference")}";
            yield return $"100 * (CAST(a.{name} AS DOUBLE) - CAST(b.{name} AS DOUBLE)) / nullif(abs(CAST(b.{name} AS DOUBLE)), 0) AS {SqlText.Identifier(value + "_percent")}";
        }
        else if (x.Id == DuckDbTypeId.Date && y.Id == DuckDbTypeId.Date)
        {
            yield return $"TRY(a.{name} - b.{name}) AS {SqlText.Identifier(value + "_difference")}";
        }
    }

    /// <summary>A column of both sides, comparable: as text when the types differ and are not both numbers.</summary>
    (string Before, string After) Pair(string column)
    {
        var name = SqlText.Identifier(column);
        var (x, y) = (Type(before, column), Type(after, column));
        return x == y || (x.IsNumeric && y.IsNumeric)
            ? ($"b.{name}", $"a.{name}")
            : ($"CAST(b.{name} AS VARCHAR)", $"CAST(a.{name} AS VARCHAR)");
    }

    /// <summary>Integers are widened, so that a difference of unsigned ones can be negative.</summary>
    static string Wide(DuckDbType type, string expression) => type.Id switch
    {
        >= DuckDbTypeId.TinyInt and <= DuckDbTypeId.UBigInt => $"CAST({expression} AS HUGEINT)",
        DuckDbTypeId.UHugeInt or DuckDbTypeId.BigNum => $"CAST({expression} AS DOUBLE)",
        _ => expression,
    };

    static DuckDbType Type(KeptResult side, string name)
    {
        var names = side.ColumnNames;
        return side.Columns[Enumerable.Range(0, names.Count).First(i => string.Equals(names[i], name, StringComparison.OrdinalIgnoreCase))].Type;
    }

    EngineException Wrong(string problem, string zh) =>
        new(EngineErrorKind.Usage, $"{before.Name} and {after.Name} cannot be compared: {problem}.") { Zh = $"{before.Name} 和 {after.Name} 不能对比：{zh}。" };
}
