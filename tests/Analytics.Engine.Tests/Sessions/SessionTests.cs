using Analytics.DuckDb;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Tables;

namespace Analytics.Engine.Tests.Sessions;

public class SessionTests
{
    [Fact]
    public void A_script_runs_statement_by_statement_and_gives_the_last_result()
    {
        using var session = TestHome.Open();
        Single(session, "CREATE TABLE t AS SELECT 1 AS a; INSERT INTO t VALUES (2); SELECT sum(a) FROM t").ShouldBe("3");
    }

    [Fact]
    public void An_empty_script_is_wrong_usage()
    {
        using var session = TestHome.Open();
        Should.Throw<UserException>(() => session.Run("  -- nothing\n")).Kind.ShouldBe(FaultKind.Usage);
    }

    [Theory]
    [InlineData("SELECT $x + 1", "41", "42")]
    [InlineData("SELECT $x || '!'", "41", "41!")]
    [InlineData("SELECT $x", "007", "007")]
    [InlineData("SELECT 1 WHERE DATE '2024-01-01' = $x", "2024-01-01", "1")]
    public void A_parameter_takes_the_type_of_its_place(string sql, string value, string expected)
    {
        using var session = TestHome.Open();
        Single(session, sql, ("x", value)).ShouldBe(expected);
    }

    [Fact]
    public void A_parameter_is_a_value_and_never_sql()
    {
        using var session = TestHome.Open();
        Single(session, "SELECT $x AS a", ("x", "'); DROP TABLE source; --")).ShouldBe("'); DROP TABLE source; --");
    }

    [Fact]
    public void A_missing_and_an_unused_parameter_are_wrong_usage()
    {
        using var session = TestHome.Open();
        Should.Throw<UserException>(() => session.Run("SELECT $county")).Mend.ShouldBe(new Setting("param", "county=VALUE"));
        Should.Throw<UserException>(() => Single(session, "SELECT 1", ("county", "x"))).Message.ShouldContain("No statement uses $county");
    }

    [Theory]
    [InlineData("SELECT 42", "")]
    [InlineData("SELECT 42 AS n ORDER BY n DESC", "")]
    [InlineData("SELECT note FROM unit ORDER BY 1 DESC", "unit")]
    [InlineData("FROM UNIT u ORDER BY u.label_en DESC LIMIT $n", "unit")]
    [InlineData("SELECT source FROM (SELECT 1 AS source) ORDER BY source DESC", "")]
    [InlineData("WITH place AS (SELECT 1 AS place) FROM place -- and article", "")]
    [InlineData("SELECT 'figures', \"link\" FROM (SELECT 1 AS \"link\")", "")]
    [InlineData("SELECT unit, count(*) FROM figures GROUP BY ALL ORDER BY 2 DESC", "article figures indicator observation place")]
    [InlineData("SELECT unit FROM measured WHERE theme = $theme", "article figures indicator measured observation place")]
    [InlineData("DESCRIBE unit", "unit")]
    [InlineData("SELECT 1; FROM (SUMMARIZE link); SELECT (SELECT count(*) FROM exclusion)", "exclusion link")]
    [InlineData("FROM query('FROM unit ORDER BY 1 DESC')", "unit")]
    [InlineData("FROM query('FROM un' || 'it')", "*")]
    [InlineData("FROM query_table('link')", "link")]
    [InlineData("SELECT unit FROM indicator JOIN unit USING (unit) ORDER BY ALL DESC", "indicator unit")]
    [InlineData("CREATE TABLE mine AS SELECT place_id FROM article ORDER BY 1 DESC", "article")]
    [InlineData("INSERT INTO mine FROM link", "link")]
    [InlineData("COPY (FROM link ORDER BY note DESC) TO 'nowhere.csv'", "link")]
    [InlineData("DROP TABLE unit", "unit")]
    [InlineData("PIVOT segment ON role USING count(*)", "segment")]
    [InlineData("SELECT 1 FORM figures", "")]
    [InlineData("SHOW TABLES", "*")]
    [InlineData("DESCRIBE", "*")]
    [InlineData("FROM (DESC)", "*")]
    [InlineData("FROM (SHOW ALL TABLES) ORDER BY name DESC", "*")]
    [InlineData("SELECT table_name FROM duckdb_tables()", "*")]
    [InlineData("FROM information_schema.columns", "*")]
    [InlineData("CREATE VIEW names AS FROM pg_catalog.pg_tables", "*")]
    [InlineData("PRAGMA show_tables", "*")]
    [InlineData("EXPORT DATABASE 'nowhere'", "*")]
    public void The_tables_that_a_script_names_are_loaded_and_no_others(string sql, string expected)
    {
        using var database = DuckDbDatabase.Open();
        using var connection = database.Connect();
        var names = expected == "*" ? ProductTables.Names : expected.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        NeededTables.Of(connection, sql).Order(StringComparer.Ordinal).ShouldBe(names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_session_loads_what_its_scripts_name_and_all_for_a_name_that_nobody_knows()
    {
        using var session = TestHome.Open();
        Single(session, "SELECT 42 AS n ORDER BY n DESC").ShouldBe("42");
        session.Registered.ShouldBeEmpty();
        Single(session, "SELECT label_en FROM unit ORDER BY unit DESC LIMIT 1").ShouldNotBeEmpty();
        session.Registered.ShouldBe(["unit"]);
        session.Run("PREPARE p AS SELECT count(*) > 0 FROM segment").Dispose();
        session.Registered.Order(StringComparer.Ordinal).ShouldBe(["segment", "unit"]);
        Should.Throw<DuckDbException>(() => session.Run("FROM segmnt"));
        session.Registered.Order(StringComparer.Ordinal).ShouldBe(ProductTables.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Tables_loaded_for_a_statement_outlive_a_transaction_that_is_rolled_back()
    {
        using var session = TestHome.Open();
        Single(session, "BEGIN; ROLLBACK; SELECT 1").ShouldBe("1");
        session.Run("BEGIN; SELECT count(*) FROM unit; ROLLBACK").Dispose();
        Single(session, "SELECT count(*) > 0 FROM unit").ShouldBe("true");
    }

    [Fact]
    public void Tables_come_when_they_are_needed_one_statement_after_the_other()
    {
        using var session = TestHome.Open();
        Single(session, "SELECT count(*) > 0 FROM unit").ShouldBe("true");
        Single(session, "SELECT count(*) > 0 FROM measured").ShouldBe("true");
        Single(session, "SELECT count(*) > 0 FROM comparison JOIN unit ON true").ShouldBe("true");
    }

    [Fact]
    public void A_misspelt_table_is_answered_with_the_products_own()
    {
        using var session = TestHome.Open();
        Should.Throw<DuckDbException>(() => session.Run("FROM measued")).Message.ShouldContain("measured");
    }

    [Fact]
    public void Overlaps_among_figures_are_those_of_the_comparison()
    {
        using var session = TestHome.Open();
        using var pairs = ResultTable.Read(
            session.Run("SELECT obs_id, other_obs_id, list_contains(reasons, 'overlap') FROM comparison ORDER BY ALL")
        );
        var ids = Enumerable
            .Range(0, (int)pairs.RowCount)
            .SelectMany(row => new[] { pairs.Text(row, 0)!, pairs.Text(row, 1)! })
            .ToHashSet();
        var overlaps = session.OverlapsAmong(ids).ToHashSet();
        overlaps.ShouldNotBeEmpty();
        for (var row = 0; row < pairs.RowCount; row++)
        {
            if (pairs.Text(row, 2) == "true")
                overlaps.ShouldContain((pairs.Text(row, 0)!, pairs.Text(row, 1)!));
        }
    }

    [Fact]
    public void A_fact_printed_twice_overlaps_with_itself()
    {
        using var session = TestHome.Open();
        using var link = ResultTable.Read(session.Run("SELECT from_obs, to_obs FROM link WHERE kind = 'restates' LIMIT 1"));
        session.OverlapsAmong([link.Text(0, 0)!, link.Text(0, 1)!]).Count.ShouldBe(1);
    }

    [Fact]
    public void Measured_has_no_rules_and_no_fact_twice()
    {
        using var session = TestHome.Open();
        Single(session, "SELECT count(*) FROM measured WHERE modality <> 'reported' OR restates_obs_id IS NOT NULL").ShouldBe("0");
    }

    [Fact]
    public void Figures_has_the_contracted_columns_in_order()
    {
        using var session = TestHome.Open();
        using var table = ResultTable.Read(session.Run("FROM figures LIMIT 0"));
        string.Join(", ", table.Columns.Select(c => c.Name))
            .ShouldBe(
                "obs_id, county_id, county_zh, county_en, place_id, place_zh, place_en, place_level, scope, theme, indicator_id, "
                    + "indicator_zh, indicator_en, population_zh, population_en, "
                    + "statistic, accounting, modality, criterion, per_time, per_entity, "
                    + "denominator_text, denominator_value, comparability_key, value, value_low, value_high, bound_open, unit, unit_kind, "
                    + "qualifier, value_text, unit_text, value_display, value_printed, period_text, period_kind, "
                    + "period_start, period_end, period_basis, "
                    + "obs_status, restates_obs_id, article_id, article_title, "
                    + "article_date_from, article_date_to, author_role, source_file, "
                    + "char_start, char_end, line_start, quote, sentence, note, value_printed_en, "
                    + "criterion_en, denominator_text_en, period_text_en, note_en, article_title_en"
            );
    }

    [Theory]
    [InlineData("松桃")]
    [InlineData("松桃县")]
    [InlineData("松桃苗族自治县")]
    [InlineData("Songtao")]
    [InlineData("songtao miao autonomous county")]
    [InlineData("ＳŌNGTÁO")]
    [InlineData("Sōngtáo Xiàn")]
    [InlineData("520628")]
    public void A_county_is_found_by_the_names_that_people_use(string name) => OfCounty(name).ShouldBe(OfCounty("松桃苗族自治县"));

    [Theory]
    [InlineData("songtoa", "松桃苗族自治县")]
    [InlineData("松逃", "松桃苗族自治县")]
    [InlineData("Bijian", "碧江区")]
    public void A_county_that_is_misspelt_is_met_with_the_nearest(string name, string near) =>
        Should.Throw<UserException>(() => OfCounty(name)).Text.En.ShouldContain($"near: {near}");

    [Theory]
    [InlineData("思南", "思南县的学历：全部数字", "Everything on education in Sinan County")]
    [InlineData("", "各县的学历：全部数字", "Everything on education in all counties")]
    [InlineData(null, "碧江区的学历：全部数字", "Everything on education in Bijiang District")]
    public void A_run_of_one_county_names_it_in_its_title(string? county, string zh, string en)
    {
        using var session = TestHome.Open();
        var query = new Analytics.Engine.Queries.QueryCatalog(TestHome.Real.Queries).Get("education/county");
        session.Title(query, county is null ? [] : new Dictionary<string, string?> { ["county"] = county }).ShouldBe(new Localized(zh, en));
    }

    [Fact]
    public void An_empty_county_means_all() => OfCounty("").Length.ShouldBeGreaterThan(OfCounty("松桃").Length);

    private static string[] OfCounty(string name)
    {
        using var session = TestHome.Open();
        var query = new Analytics.Engine.Queries.QueryCatalog(TestHome.Real.Queries).Get("education/county");
        using var table = ResultTable.Read(session.Run(query, new Dictionary<string, string?> { ["county"] = name }));
        table.RowCount.ShouldBeGreaterThan(0);
        return [.. Enumerable.Range(0, (int)table.RowCount).Select(row => table.Text(row, table.Columns.Count - 1)!)];
    }

    [Fact]
    public void Every_anchor_is_the_text_at_its_place()
    {
        using var session = TestHome.Open();
        Single(
                session,
                """
                SELECT count(*) FROM anchor JOIN source USING (source_file)
                WHERE substr(text, char_start + 1, char_end - char_start) <> quote
                """
            )
            .ShouldBe("0");
    }

    [Fact]
    public void A_missing_data_file_is_named_with_its_remedy()
    {
        using var folder = new TemporaryFolder();
        using var session = AnalyticsSession.Open(new SessionOptions(TestHome.Real with { Data = folder.Path }, []));
        var failure = Should.Throw<UserException>(() => session.Run("FROM figures"));
        failure.Message.ShouldContain(Path.Combine(folder.Path, "article.parquet"));
        failure.Message.ShouldContain("analytics build");
    }

    [Fact]
    public void A_damaged_data_file_is_named_with_its_remedy()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(TestHome.Real.Data, "*.parquet"))
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        var damaged = Path.Combine(folder.Path, "place.parquet");
        File.WriteAllBytes(damaged, File.ReadAllBytes(damaged)[..100]);
        using var session = AnalyticsSession.Open(new SessionOptions(TestHome.Real with { Data = folder.Path }, []));
        Should.Throw<UserException>(() => session.Run("FROM figures")).Message.ShouldContain(damaged);
    }

    [Fact]
    public void Safe_mode_reads_the_tables_and_no_file()
    {
        using var folder = new TemporaryFolder();
        var csv = folder.File("mine.csv", "a,b\n1,碧江\n");
        using var session = TestHome.Open(safe: true, csv);
        Single(session, "SELECT b FROM mine").ShouldBe("碧江");
        Single(session, "SELECT count(*) > 0 FROM figures").ShouldBe("true");
    }

    [Fact]
    public void Opened_files_are_tables_under_their_stems()
    {
        using var folder = new TemporaryFolder();
        var json = folder.File("list.json", """[{"a": 1}, {"a": 2}]""");
        var database = folder.File("mine.duckdb");
        using (var made = DuckDbDatabase.Open(database))
        using (var connection = made.Connect())
            connection.Execute("CREATE TABLE t AS SELECT 7 AS n");
        using var session = TestHome.Open(open: [json, database]);
        Single(session, "SELECT sum(a) FROM list").ShouldBe("3");
        Single(session, "SELECT n FROM mine.t").ShouldBe("7");
        Should.Throw<DuckDbException>(() => Single(session, "INSERT INTO mine.t VALUES (8)"));
    }

    [Theory]
    [InlineData("product.csv", "the schema of the product")]
    [InlineData("notes.docx", "its kind is not known")]
    public void A_file_that_cannot_be_opened_is_wrong_usage(string name, string problem)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File(name, "a\n1\n");
        var failure = Should.Throw<UserException>(() => TestHome.Open(open: path));
        failure.Kind.ShouldBe(FaultKind.Usage);
        failure.Message.ShouldContain(problem);
    }

    [Fact]
    public void A_wrong_memory_limit_is_wrong_usage() =>
        Should
            .Throw<UserException>(() => AnalyticsSession.Open(new SessionOptions(TestHome.Real, [], Memory: "much")))
            .Kind.ShouldBe(FaultKind.Usage);

    [Theory]
    [InlineData("county", "铜仁", "is not a value of county")]
    [InlineData("town", "x", "has no parameter 'town'")]
    public void A_wrong_value_of_a_canned_query_names_type_and_allowed_values(string name, string value, string problem)
    {
        using var session = TestHome.Open();
        var query = session.Queries.Get("overview/county");
        var failure = Should.Throw<UserException>(() => session.Run(query, new Dictionary<string, string?> { [name] = value }));
        failure.Kind.ShouldBe(FaultKind.Usage);
        failure.Message.ShouldContain(problem);
        failure.Message.ShouldContain("text");
        if (name == "county")
            failure.Message.ShouldContain("江口县");
    }

    [Fact]
    public void A_query_that_is_cancelled_while_it_runs_ends_and_the_session_goes_on()
    {
        using var session = TestHome.Open();
        session.CountProgress();
        session.Run(TestHome.MakeNumbers).Dispose();
        using var cancel = new CancelWhen(() => session.Progress.Percentage >= 0);
        Should.Throw<OperationCanceledException>(() => ResultTable.Read(session.Run(TestHome.Endless, ParameterValues.None, cancel.Token)));
        Single(session, "SELECT 1").ShouldBe("1");
    }

    private static string? Single(AnalyticsSession session, string sql, params (string Name, string Value)[] values)
    {
        var given = ParameterValues.FromText(values.ToDictionary(v => v.Name, v => (string?)v.Value));
        using var table = ResultTable.Read(session.Run(sql, given));
        return table.Text(0, 0);
    }
}
