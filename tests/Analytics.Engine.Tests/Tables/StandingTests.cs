using Analytics.DuckDb;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Tables;

namespace Analytics.Engine.Tests.Tables;

/// <summary>
/// What stands beside what: on the shipped figures, and on copies of two of them (numbers of workshops of two counties, a stock) that were
/// changed in one respect.
/// </summary>
public class StandingTests
{
    private const string Bijiang = "000-1.workshops",
        Sinan = "003-2.workshop_count";

    /// <summary>Makes both figures exact ones of the end of 2024.</summary>
    private const string Dated =
        "period_kind = 'day', period_start = DATE '2024-12-31', period_end = DATE '2024-12-31', period_basis = 'stated', ";

    /// <summary>Makes an indicator that flows, and both figures open ones since 2024.</summary>
    private const string Open = "period_kind = 'since', period_start = DATE '2024-01-01', period_end = NULL, period_basis = 'stated', ";

    [Fact]
    public void Nothing_of_the_shipped_figures_compares_and_some_places_stand_side_by_side()
    {
        using var session = TestHome.Open();
        Rows(session, "SELECT DISTINCT standing FROM comparison ORDER BY 1").ShouldBe(["not", "side"]);
        Rows(
                session,
                """
                SELECT obs_id || ' ' || other_obs_id FROM comparison JOIN figures USING (obs_id)
                WHERE standing = 'side' AND place_level = 'county' ORDER BY 1
                """
            )
            .ShouldBe([
                "000-1.reserve_count 003-1.reserve_count",
                "000-1.shadowing_elsewhere 003-2.shadowing_other_prefectures",
                "000-1.village_cadre_qualification_upgrade 003-1.village_cadre_qualification_enrolment",
                "000-1.workshops 003-2.workshop_count",
                "001-1.grid_workers 004-1.grid_workers",
                "001-4.villages_communities 003-1.village_community_count",
                "002-1.secretary_reserve_training_sessions 003-1.special_training_sessions",
            ]);
        Rows(
                session,
                """
                SELECT obs_id || ' ' || other_obs_id FROM comparison JOIN figures USING (obs_id)
                WHERE standing = 'side' AND place_level <> 'county' ORDER BY 1
                """
            )
            .ShouldBe(["000-2.reserve_count 003-5.reserve_count", "003-4.grid_count 003-5.grid_count"]);
    }

    [Theory]
    [InlineData("000-2.lower_ranked_rectified", "003-5.lower_ranked_rectified", "quota")]
    [InlineData("000-3.grids", "002-1.grid_count", "scope")]
    [InlineData("002-1.income_threshold_village_count", "003-2.threshold_village_count", "criterion")]
    public void What_keeps_two_figures_of_one_indicator_apart_is_said(string one, string other, string code)
    {
        using var session = TestHome.Open();
        Rows(
                session,
                $"SELECT standing || ' ' || list_contains(reasons, '{code}') FROM comparison "
                    + $"WHERE obs_id = '{one}' AND other_obs_id = '{other}'"
            )
            .ShouldBe(["not true"]);
    }

    [Theory]
    [InlineData("", "comparable", "size")]
    [InlineData("scope = 'urban'", "not", "scope")]
    [InlineData("modality = 'planned'", null, null)]
    [InlineData("period_end = DATE '2025-01-01'", "side", "period size")]
    [InlineData("qualifier = 'min'", "side", "bound size")]
    [InlineData("obs_status = 'ambiguous'", "side", "ambiguous size")]
    [InlineData("obs_status = 'suspect'", "not", "suspect size")]
    [InlineData("period_basis = 'inherited'", "side", "date size")]
    [InlineData("criterion = '已认定的'", "not", "criterion size")]
    public void One_difference_between_two_dated_stocks_decides(string change, string? standing, string? codes)
    {
        using var home = new ChangedHome();
        home.Change($"{Dated} comparability_key = 'same'", $"obs_id IN ('{Bijiang}', '{Sinan}')");
        if (change.Length > 0)
            home.Change($"{change}, comparability_key = 'other'", $"obs_id = '{Sinan}'");
        using var session = home.Open();
        Rows(session, $"SELECT standing FROM comparison WHERE obs_id = '{Bijiang}' AND other_obs_id = '{Sinan}'")
            .ShouldBe(standing is null ? [] : [standing]);
        if (codes is not null)
        {
            Rows(session, $"SELECT array_to_string(reasons, ' ') FROM comparison WHERE obs_id = '{Bijiang}' AND other_obs_id = '{Sinan}'")
                .Single()
                .ShouldContain(codes);
        }
    }

    [Theory]
    [InlineData("as_of", "2025-01-13", null, "comparable")]
    [InlineData("as_of", "2025-04-04", null, "side")]
    [InlineData("undated", "2025-01-13", null, "side")]
    [InlineData("undated", "2025-01-13", "2025-01-14", "comparable")]
    public void Stocks_without_a_date_hold_at_the_dates_of_their_articles(string kind, string from, string? to, string expected)
    {
        using var home = new ChangedHome();
        home.Change(
            $"period_kind = '{kind}', period_start = NULL, period_end = NULL, period_basis = 'stated'",
            $"obs_id IN ('{Bijiang}', '{Sinan}')"
        );
        home.Change($"date_from = DATE '{from}'", "article_id = '003-2'", "article");
        if (to is not null)
            home.Change($"date_to = DATE '{to}'", "article_id IN ('000-1', '003-2')", "article");
        using var session = home.Open();
        Rows(session, $"SELECT standing FROM comparison WHERE obs_id = '{Bijiang}' AND other_obs_id = '{Sinan}'").ShouldBe([expected]);
    }

    [Theory]
    [InlineData("2025-01-13", "comparable")]
    [InlineData("2025-04-04", "side")]
    public void Open_periods_are_the_same_only_if_their_articles_end_them_alike(string date, string expected)
    {
        using var home = new ChangedHome();
        home.Change("accounting = 'flow'", "indicator_id = 'strong_village_workshop_count'", "indicator");
        home.Change($"{Open} comparability_key = 'same'", $"obs_id IN ('{Bijiang}', '{Sinan}')");
        home.Change($"date_from = DATE '{date}'", "article_id = '003-2'", "article");
        using var session = home.Open();
        Rows(session, $"SELECT standing FROM comparison WHERE obs_id = '{Bijiang}' AND other_obs_id = '{Sinan}'").ShouldBe([expected]);
    }

    [Fact]
    public void Comparable_figures_are_ranked_and_others_of_the_indicator_stand_beside_them_without_rank()
    {
        using var home = new ChangedHome();
        home.Change($"{Dated} comparability_key = 'same'", $"obs_id IN ('{Bijiang}', '{Sinan}')");
        home.Change(
            "indicator_id = 'strong_village_workshop_count', unit = '个', comparability_key = 'same'",
            "obs_id = '003-1.reserve_count'"
        );
        using var session = home.Open();
        Rows(
                session,
                """
                SELECT place_id || ' ' || standing || ' ' || coalesce(CAST(rank AS VARCHAR), '-') FROM ranking
                WHERE indicator_id = 'strong_village_workshop_count' AND standing <> 'not' ORDER BY rank NULLS LAST
                """
            )
            .ShouldBe(["sinan comparable 1", "bijiang comparable 2", "songtao side -"]);
    }

    [Fact]
    public void Each_figure_stands_in_the_ranking_once()
    {
        using var session = TestHome.Open();
        Rows(session, "SELECT obs_id FROM ranking GROUP BY obs_id HAVING count(*) > 1").ShouldBeEmpty();
        Rows(session, "SELECT DISTINCT standing FROM ranking WHERE rank IS NOT NULL").ShouldBeEmpty();
    }

    [Fact]
    public void A_pair_stands_in_the_comparison_once()
    {
        using var session = TestHome.Open();
        Rows(session, "SELECT obs_id FROM comparison GROUP BY obs_id, other_obs_id HAVING count(*) > 1").ShouldBeEmpty();
    }

    [Fact]
    public void Every_code_of_a_pair_has_words_and_bars_what_the_codes_say()
    {
        using var session = TestHome.Open();
        Rows(
                session,
                """
                SELECT DISTINCT r.code FROM (SELECT unnest(reasons) AS code FROM comparison) AS r
                LEFT JOIN caveat_code USING (code) WHERE label_zh IS NULL
                """
            )
            .ShouldBeEmpty();
        Rows(
                session,
                """
                SELECT obs_id FROM (SELECT obs_id, standing, unnest(reasons) AS code FROM comparison) JOIN caveat_code USING (code)
                WHERE at_best = 'not' AND standing <> 'not' OR at_best = 'side' AND standing = 'comparable'
                """
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void Coverage_tells_measured_figures_from_rules_from_nothing_from_no_source()
    {
        using var session = TestHome.Open();
        Rows(session, "SELECT standing || ' ' || count(*) FROM coverage GROUP BY standing ORDER BY 1")
            .ShouldBe(["figure 98", "no_source 20", "not_in_sources 77", "rules_only 5"]);
        Rows(
                session,
                """
                SELECT c.theme FROM coverage AS c
                WHERE standing = 'rules_only' AND NOT EXISTS (
                    SELECT * FROM figures AS f WHERE f.theme = c.theme AND f.county_id = c.county_id AND f.modality <> 'reported'
                )
                """
            )
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("comparison")]
    [InlineData("ranking")]
    public void A_data_folder_without_the_built_standings_has_the_same(string view)
    {
        using var home = new ChangedHome();
        using var without = home.Open();
        using var with = TestHome.Open();
        var sql = $"SELECT CAST(v AS VARCHAR) FROM {view} AS v ORDER BY 1";
        Rows(without, sql).ShouldBe(Rows(with, sql));
    }

    private static string[] Rows(AnalyticsSession session, string sql)
    {
        using var table = ResultTable.Read(session.Run(sql));
        return [.. Enumerable.Range(0, (int)table.RowCount).Select(row => table.Text(row, 0)!)];
    }

    /// <summary>The shipped tables in a folder of their own, to be changed before a session opens them.</summary>
    private sealed class ChangedHome : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public ChangedHome()
        {
            // What follows from the changed tables is then worked out from them.
            foreach (var name in ProductTables.Files.Except(ProductTables.Derived.Keys))
                File.Copy(Path.Combine(TestHome.Real.Data, name + ".parquet"), Path.Combine(_folder.Path, name + ".parquet"));
        }

        public void Change(string set, string where, string table = "observation")
        {
            var path = Path.Combine(_folder.Path, table + ".parquet");
            using var database = DuckDbDatabase.Open();
            using var connection = database.Connect();
            connection.Execute($"CREATE TABLE t AS FROM read_parquet({SqlText.Literal(path)})");
            connection.Execute($"UPDATE t SET {set.TrimEnd(',', ' ')} WHERE {where}");
            connection.Execute($"COPY t TO {SqlText.Literal(path)} (FORMAT parquet)");
        }

        public AnalyticsSession Open() =>
            AnalyticsSession.Open(new SessionOptions(TestHome.Real with { Data = _folder.Path }, [], Memory: "200MB"));

        public void Dispose() => _folder.Dispose();
    }
}
