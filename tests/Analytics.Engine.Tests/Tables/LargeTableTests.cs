using Analytics.DuckDb;
using Analytics.Engine.Lineage;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Tables;

namespace Analytics.Engine.Tests.Tables;

/// <summary>Six hundred copies of the shipped observations: too many to be loaded for a statement that asks for a few.</summary>
public sealed class LargeTableTests(LargeTableTests.LargeHome home) : IClassFixture<LargeTableTests.LargeHome>
{
    private const string OneIndicator = "SELECT obs_id FROM figures WHERE obs_id = '000-1.workshops#7'";

    [Fact]
    public void A_large_table_is_read_where_it_lies_and_small_ones_are_loaded()
    {
        using var session = home.Open();
        Rows(session, OneIndicator).ShouldBe(["000-1.workshops#7"]);
        Rows(session, "SELECT view_name FROM duckdb_views() WHERE schema_name = 'product' AND view_name IN ('observation', 'place')")
            .ShouldBe(["observation"]);
    }

    [Fact]
    public void A_safe_session_loads_it_since_it_may_not_read_files_later()
    {
        using var session = home.Open(safe: true);
        Rows(session, "SELECT table_name FROM duckdb_tables() WHERE table_name = 'observation'").ShouldBe(["observation"]);
        Rows(session, OneIndicator).ShouldBe(["000-1.workshops#7"]);
    }

    [Fact]
    public void Its_evidence_is_asked_for_row_by_row()
    {
        using var session = home.Open();
        EvidenceQuery.Of(session, OneIndicator, ParameterValues.None).Mode.ShouldBe(EvidenceMode.OnDemand);
    }

    [Fact]
    public void Its_columns_are_described_like_those_of_a_loaded_one()
    {
        using var session = home.Open();
        Rows(session, "SELECT comment FROM duckdb_columns() WHERE table_name = 'observation' AND column_name = 'quote'")
            .Single()
            .ShouldNotBeEmpty();
    }

    private static string[] Rows(AnalyticsSession session, string sql)
    {
        using var table = ResultTable.Read(session.Run(sql));
        return [.. Enumerable.Range(0, (int)table.RowCount).Select(row => table.Text(row, 0)!)];
    }

    /// <summary>A folder of tables, made once.</summary>
    public sealed class LargeHome : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public LargeHome()
        {
            foreach (var name in ProductTables.Files.Except(ProductTables.Derived.Keys).Append("datapackage"))
            {
                var file = name + (name == "datapackage" ? ".json" : ".parquet");
                File.Copy(Path.Combine(TestHome.Real.Data, file), Path.Combine(_folder.Path, file));
            }

            // The observations are not those that were built.
            var package = Path.Combine(_folder.Path, "datapackage.json");
            File.WriteAllText(package, File.ReadAllText(package).Replace("\"hash\"", "\"former_hash\"", StringComparison.Ordinal));
            var path = Path.Combine(_folder.Path, "observation.parquet");
            using var database = DuckDbDatabase.Open();
            using var connection = database.Connect();
            connection.Execute($"CREATE TABLE t AS FROM read_parquet({SqlText.Literal(path)})");
            connection.Execute(
                $"COPY (SELECT t.* REPLACE (obs_id || '#' || n AS obs_id) FROM t, range(600) AS copy(n)) TO {SqlText.Literal(path)}"
            );
        }

        internal AnalyticsSession Open(bool safe = false) =>
            AnalyticsSession.Open(new SessionOptions(TestHome.Real with { Data = _folder.Path }, [], safe));

        public void Dispose() => _folder.Dispose();
    }
}
