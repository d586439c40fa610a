using Analytics.Engine.Queries;
using Analytics.Engine.Tables;

namespace Analytics.Engine.Tests.Queries;

/// <summary>
/// The shipped queries and the product's views are written in the SQL that DuckDB and PostgreSQL share. What users write is not judged.
/// </summary>
public class PortableSqlTests
{
    private static readonly QueryCatalog Catalog = new(TestHome.Real.Queries);

    public static TheoryData<string> Queries => [.. Catalog.Names()];

    public static TheoryData<string> Views => [.. ProductTables.ViewTexts.Keys];

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_shipped_query_is_portable(string name)
    {
        var query = Catalog.Get(name);
        PortableSql.Faults(query.Sql).ShouldBeEmpty();
        foreach (var choices in query.Parameters.Select(p => p.From).OfType<string>())
            PortableSql.Faults(choices).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_is_portable(string name) => PortableSql.Faults(ProductTables.ViewTexts[name]).ShouldBeEmpty();

    [Theory]
    [InlineData("SELECT count(*) FILTER (a) FROM t", "FILTER (WHERE …)")]
    [InlineData("SELECT format('{}岗', a) FROM t", "||")]
    [InlineData("SELECT len(a) FROM t", "array_length(x, 1)")]
    [InlineData("SELECT list_contains(a, b) FROM t", "v = ANY(x)")]
    [InlineData("SELECT list_position(a, b) FROM t", "array_position")]
    [InlineData("SELECT * EXCLUDE (a) FROM t", "name the columns")]
    [InlineData("SELECT a FROM t UNION ALL BY NAME SELECT a FROM u", "named columns")]
    [InlineData("SELECT a, count(*) FROM t GROUP BY ALL", "name the columns")]
    [InlineData("SELECT a FROM t ORDER BY ALL", "name the columns")]
    [InlineData("FROM t WHERE a = 1", "SELECT * FROM")]
    [InlineData("SELECT * FROM (FROM t)", "SELECT * FROM")]
    [InlineData("SELECT if(a, b, c) FROM t", "CASE WHEN")]
    [InlineData("SELECT [a, b] FROM t", "ARRAY[a, b]")]
    [InlineData("SELECT list(a ORDER BY b) FROM t", "array_agg(x ORDER BY y)")]
    [InlineData("SELECT list_filter(a, x -> x > 1) FROM t", "array_remove")]
    [InlineData("SELECT round(a, 2) FROM t", "DECIMAL(18, 6)")]
    [InlineData("SELECT any_value(a) FROM t", "max")]
    [InlineData("SELECT CAST(a AS DOUBLE) FROM t", "DOUBLE PRECISION")]
    [InlineData("SELECT a FROM t WHERE $county IS NULL OR a = $county", "CAST($x AS VARCHAR) IS NULL")]
    [InlineData("SELECT a FROM t ORDER BY a DESC", "DESC NULLS LAST")]
    [InlineData("SELECT a / b FROM t", "a / CAST(b AS DOUBLE PRECISION)")]
    [InlineData("SELECT regexp_extract(a, 'x') FROM t", "not among the functions tried on both")]
    [InlineData("SELECT a, FROM t", "no comma at the end")]
    public void What_is_not_portable_is_named_with_the_form_to_use(string sql, string form)
    {
        var faults = PortableSql.Faults("\n" + sql).ToList();
        faults.ShouldNotBeEmpty();
        faults.ShouldContain(f => f.StartsWith("line 2: ", StringComparison.Ordinal) && f.Contains(form, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "WITH a(x, y) AS (VALUES (1, 2)), b(z) AS (SELECT x FROM a) SELECT * FROM b WHERE z IN (1) AND (z = 2 OR EXISTS (SELECT 1))"
    )]
    [InlineData("SELECT count(*) FILTER (WHERE a = 'FILTER (a) [b] FROM'), ARRAY[a], x[1], array_agg(a ORDER BY b) FROM t GROUP BY a")]
    [InlineData("SELECT CAST(round(CAST(a / CAST(b AS DOUBLE PRECISION) AS DECIMAL(18, 6)), 2) AS VARCHAR) FROM t -- if(a, b)")]
    [InlineData("SELECT rank() OVER (PARTITION BY a ORDER BY b DESC NULLS LAST) FROM t AS l(a, b) WHERE CAST($p AS VARCHAR) IS NULL")]
    public void What_both_share_is_no_fault(string sql) => PortableSql.Faults(sql).ShouldBeEmpty();
}
