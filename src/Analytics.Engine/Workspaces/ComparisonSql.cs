using Analytics.DuckDb;
using Analytics.Engine.Lineage;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Workspaces;

/// <summary>
/// The SQL of a comparison. What it says is a full join; what is run is a merge of both sides in one sorted table, since
/// the engine spills sorting but held too much of a full join in memory (20 million rows with 5 at a limit of 200 MB).
/// </summary>
internal sealed class ComparisonSql
{
    /// <summary>The table that holds both sides, sorted by key, the row before ahead of the row after.</summary>
    public const string Merged = $"{TemporaryStore.Database}.main.compared_rows";

    /// <summary>Says on which side of the full join a row is; a name that results hardly have.</summary>
    private const string Present = "\"row is present\"";

    private readonly KeptResult _before;
    private readonly KeptResult _after;
    private readonly IReadOnlyList<string> _keys;
    private readonly string[] _values;

    /// <exception cref="UserException">There is no key, or a key is not a column of both.</exception>
    public ComparisonSql(KeptResult before, KeptResult after, IReadOnlyList<string> keys)
    {
        _before = before;
        _after = after;
        _keys = keys;
        if (keys.Count == 0)
            throw Wrong("name at least one key column, by which rows belong together", "至少要有一个键列，用来对应两边的行");
        foreach (var key in keys)
        {
            foreach (var side in new[] { before, after })
            {
                if (!Has(side, key))
                {
                    throw Wrong(
                        $"the key '{key}' is no column of {side.Name}, which has {string.Join(", ", side.ColumnNames)}",
                        $"{side.Name} 没有键列“{key}”，它有 {string.Join("、", side.ColumnNames)}"
                    );
                }
            }
        }

        _values = [.. before.ColumnNames.Where(name => !Contains(keys, name) && Has(after, name))];
        OnlyBefore = [.. before.ColumnNames.Where(name => !Has(after, name))];
        OnlyAfter = [.. after.ColumnNames.Where(name => !Has(before, name))];
    }

    public IReadOnlyList<string> OnlyBefore { get; }

    public IReadOnlyList<string> OnlyAfter { get; }

    /// <summary>The comparison in the results' names.</summary>
    public string Shown
    {
        get
        {
            var pairs = _keys.Select(k => Pair(k, "b." + SqlText.Identifier(k), "a." + SqlText.Identifier(k))).ToArray();
            var shownKeys = _keys.Zip(
                pairs,
                (key, p) => $"CASE WHEN b.{Present} THEN {p.Before} ELSE {p.After} END AS {SqlText.Identifier(key)}"
            );
            var noKey = string.Join(" OR ", pairs.Select(p => $"CASE WHEN b.{Present} THEN {p.Before} ELSE {p.After} END IS NULL"));
            var sameKey = string.Join(" AND ", pairs.Select(p => $"{p.Before} = {p.After}"));
            var changed = _values
                .Select(v => Differ(v, Before(v), After(v)))
                .Prepend($"b.{Present} IS NULL")
                .Prepend($"a.{Present} IS NULL");
            return $"""
                SELECT CASE WHEN {noKey} THEN 'no key' WHEN b.{Present} IS NULL THEN 'added'
                    WHEN a.{Present} IS NULL THEN 'removed' ELSE 'changed' END AS change,
                    {string.Join(",\n    ", shownKeys.Concat(_values.SelectMany(v => ValueColumns(v, Before(v), After(v)))))}
                FROM (SELECT *, true AS {Present} FROM {_before.Name}) AS b
                FULL JOIN (SELECT *, true AS {Present} FROM {_after.Name}) AS a ON {sameKey}
                WHERE {string.Join("\n    OR ", changed)}
                ORDER BY {string.Join(", ", _keys.Select((_, i) => $"{i + 2} NULLS LAST"))}
                """;

            static string Before(string value) => "b." + SqlText.Identifier(value);

            static string After(string value) => "a." + SqlText.Identifier(value);
        }
    }

    /// <summary>
    /// Makes <see cref="Merged"/>: keys as <c>k0</c> …, values of the row before as <c>b0</c> …, of the row after as <c>a0</c> ….
    /// </summary>
    public string Merge =>
        $"""
            CREATE OR REPLACE TABLE {Merged} AS
            FROM (SELECT {Side(isAfter: false)} FROM {_before.Table} UNION ALL SELECT {Side(isAfter: true)} FROM {_after.Table})
            ORDER BY {Keys("k{0} NULLS LAST")}, is_after
            """;

    /// <summary>
    /// The first row with the key of the row ahead of it on the same side: the key as text, the side and its count; no row if there is
    /// none.
    /// </summary>
    public string RepeatedKey =>
        $"""
            WITH repeated AS (
                SELECT min(id) AS id FROM (
                    SELECT rowid AS id, is_after = lag(is_after) OVER () AND {SameKey("lag")} AS repeats FROM {Merged}
                ) WHERE repeats
            ), first_repeated AS (SELECT m.* FROM {Merged} AS m JOIN repeated ON m.rowid = repeated.id)
            SELECT concat_ws(', ', {Keys("f.k{0}")}), any_value(f.is_after), count(*)
            FROM {Merged} AS m JOIN first_repeated AS f ON m.is_after = f.is_after AND {Keys("m.k{0} = f.k{0}", " AND ")}
            GROUP BY ALL
            """;

    /// <summary>The rows that differ, with what both sides stand on.</summary>
    public EvidenceQuery Traced(LineageContext context)
    {
        var untraced = new[] { _before, _after }.FirstOrDefault(side => !side.Lineage.IsKept);
        var reason = untraced is null
            ? null
            : untraced.Lineage.Reason
                ?? new NotTraced("kept", new($"{untraced.Name} 没有连同依据保存", $"{untraced.Name} was kept without its evidence"));
        var dependences = _before.Lineage.Dependences.Union(_after.Lineage.Dependences).ToList();
        var standsOnAny = _before.Lineage.MostObservations + _after.Lineage.MostObservations > 0;
        var traced = reason is null
            ? new TracedStatement(Changes(withEvidence: true), 1, new Dictionary<int, int>(), dependences, standsOnAny)
            : null;
        return EvidenceQuery.Given(context, Changes(), Shown, traced, reason);
    }

    /// <summary>The rows that differ. The windows have neither order nor partition: the engine streams them over the sorted rows.</summary>
    /// <param name="withEvidence">Whether a last column lists what both sides stand on.</param>
    public string Changes(bool withEvidence = false)
    {
        var noKey = Keys("k{0} IS NULL", " OR ");
        var shownKeys = _keys.Select((key, i) => $"k{i} AS {SqlText.Identifier(key)}");
        var shown = string.Join(", ", shownKeys.Concat(_values.SelectMany((v, i) => ValueColumns(v, $"b{i}", $"n{i}"))));
        var nextValues = string.Concat(_values.Select((_, i) => $", lead(a{i}) OVER () AS next{i}"));
        var newValues = string.Concat(_values.Select((_, i) => $", CASE WHEN is_after THEN a{i} WHEN has_next THEN next{i} END AS n{i}"));
        var changed = string.Join(" OR ", _values.Select((v, i) => Differ(v, $"b{i}", $"n{i}")).Prepend("NOT has_next"));
        return $"""
            SELECT CASE WHEN {noKey} THEN 'no key' WHEN is_after THEN 'added' WHEN has_next THEN 'changed' ELSE 'removed' END AS change,
                {shown}{(withEvidence ? ", CASE WHEN has_next THEN list_concat(evidence, next_evidence) ELSE evidence END" : "")}
            FROM (
                SELECT *{newValues}
                FROM (
                    SELECT *{nextValues}{(withEvidence ? ", lead(evidence) OVER () AS next_evidence" : "")},
                        coalesce(NOT is_after AND lead(is_after) OVER () AND {SameKey("lead")}, false) AS has_next,
                        coalesce(is_after AND NOT lag(is_after) OVER () AND {SameKey("lag")}, false) AS has_previous
                    FROM {Merged}
                )
            )
            WHERE NOT has_previous AND ({changed})
            """;
    }

    /// <summary>How many rows before have NULL in a key.</summary>
    public string NoKeyBefore => $"SELECT count(*) FROM {Merged} WHERE NOT is_after AND ({Keys("k{0} IS NULL", " OR ")})";

    /// <summary>The columns that are compared.</summary>
    public IReadOnlyList<string> Values => _values;

    /// <summary>For each column of <see cref="Values"/> how many rows changed in it; null when there are none.</summary>
    public string? ChangesByColumn(KeptResult rows) =>
        _values.Length == 0
            ? null
            : $"SELECT {string.Join(", ", _values.Select(v => $"count(*) FILTER ({Differ(v, Of(_before, v), Of(_after, v))})"))} "
                + $"FROM {rows.Table} WHERE change = 'changed'";

    private bool AreTraced => _before.Lineage.IsKept && _after.Lineage.IsKept;

    private static string Of(KeptResult side, string value) => SqlText.Identifier($"{value}_{side.Name}");

    private string Side(bool isAfter)
    {
        var shownKeys = _keys.Select(
            (k, i) => $"{(isAfter ? Pair(k, "", SqlText.Identifier(k)).After : Pair(k, SqlText.Identifier(k), "").Before)} AS k{i}"
        );
        var own = _values.SelectMany(
            (v, i) =>
                new[]
                {
                    (isAfter ? $"CAST(NULL AS {KeptColumns.TypeSql(Type(_before, v))})" : SqlText.Identifier(v)) + $" AS b{i}",
                    (isAfter ? SqlText.Identifier(v) : $"CAST(NULL AS {KeptColumns.TypeSql(Type(_after, v))})") + $" AS a{i}",
                }
        );
        var hidden = (isAfter ? _after : _before).Lineage.Hidden;
        var evidence = hidden.Count > 0 ? SqlText.Identifier(hidden[^1].Name) : "CAST([] AS VARCHAR[])";
        var all = shownKeys.Concat(own).Append($"{(isAfter ? "true" : "false")} AS is_after");
        return string.Join(", ", AreTraced ? all.Append($"{evidence} AS evidence") : all);
    }

    private string SameKey(string neighbour) => Keys($"k{{0}} = {neighbour}(k{{0}}) OVER ()", " AND ");

    private string Keys(string format, string between = ", ") =>
        string.Join(between, _keys.Select((_, i) => string.Format(System.Globalization.CultureInfo.InvariantCulture, format, i)));

    private static bool Has(KeptResult side, string name) => Contains(side.ColumnNames, name);

    private static bool Contains(IReadOnlyList<string> names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private string Differ(string value, string b, string a)
    {
        var pair = Pair(value, b, a);
        return $"{pair.Before} IS DISTINCT FROM {pair.After}";
    }

    private IEnumerable<string> ValueColumns(string value, string b, string a)
    {
        yield return $"{b} AS {SqlText.Identifier($"{value}_{_before.Name}")}";
        yield return $"{a} AS {SqlText.Identifier($"{value}_{_after.Name}")}";
        var (x, y) = (Type(_before, value), Type(_after, value));
        if (x.IsNumeric && y.IsNumeric)
        {
            yield return $"TRY({Wide(y, a)} - {Wide(x, b)}) AS {SqlText.Identifier(value + "_difference")}";
            yield return $"100 * (CAST({a} AS DOUBLE) - CAST({b} AS DOUBLE)) / nullif(abs(CAST({b} "
                + $"AS DOUBLE)), 0) AS {SqlText.Identifier(value + "_percent")}";
        }
        else if (x.Id == DuckDbTypeId.Date && y.Id == DuckDbTypeId.Date)
        {
            yield return $"TRY({a} - {b}) AS {SqlText.Identifier(value + "_difference")}";
        }
    }

    /// <summary>A column of both sides, comparable: as text when the types differ and are not both numbers.</summary>
    private (string Before, string After) Pair(string column, string b, string a)
    {
        var (x, y) = (Type(_before, column), Type(_after, column));
        return x == y || (x.IsNumeric && y.IsNumeric) ? (b, a) : ($"CAST({b} AS VARCHAR)", $"CAST({a} AS VARCHAR)");
    }

    /// <summary>Integers are widened, so that a difference of unsigned ones can be negative.</summary>
    private static string Wide(DuckDbType type, string expression) =>
        type.Id switch
        {
            >= DuckDbTypeId.TinyInt and <= DuckDbTypeId.UBigInt => $"CAST({expression} AS HUGEINT)",
            DuckDbTypeId.UHugeInt or DuckDbTypeId.BigNum => $"CAST({expression} AS DOUBLE)",
            _ => expression,
        };

    private static DuckDbType Type(KeptResult side, string name) => side.Columns[side.IndexOf(name)].Type;

    private UserException Wrong(string problem, string zh) =>
        UserException.Usage(
            $"{_before.Name} 和 {_after.Name} 不能对比：{zh}。",
            $"{_before.Name} and {_after.Name} cannot be compared: {problem}."
        );
}
