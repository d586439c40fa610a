namespace Analytics.Curation.Tests;

/// <summary>The wide view that queries see can be made from the built tables alone, in exactly the columns of the contract.</summary>
public class FiguresViewTests
{
    /// <summary>The view as the engine makes it; it is owned there and repeated here to prove that the tables suffice.</summary>
    private const string Figures = """
        CREATE VIEW figures AS
        SELECT o.obs_id, o.county_id, c.name_zh AS county_zh, c.name_en AS county_en, o.place_id, p.name_zh
            AS place_zh, p.name_en AS place_en,
            p.level AS place_level, o.scope, i.theme, o.indicator_id, i.label_zh AS indicator_zh, i.label_en AS indicator_en,
            i.population_zh, i.population_en, i.statistic, i.accounting, o.modality, o.criterion, o.per_time, o.per_entity,
            o.denominator_text, o.denominator_value::DOUBLE AS denominator_value, o.comparability_key,
            o.value::DOUBLE AS value, o.value_low::DOUBLE AS value_low, o.value_high::DOUBLE AS value_high,
                o.bound_open, o.unit, o.unit_kind,
            o.qualifier, o.value_text, o.unit_text, o.value_display, o.value_printed,
                o.period_text, o.period_kind, o.period_start, o.period_end, o.period_basis,
            o.obs_status, o.restates_obs_id, o.article_id, a.title AS article_title, a.date_from
                AS article_date_from, a.date_to AS article_date_to,
            a.author_role, o.source_file, o.char_start, o.char_end, o.line_start, o.quote, o.sentence, o.note,
            o.value_printed_en, o.criterion_en, o.denominator_text_en, o.period_text_en, o.note_en, a.title_en AS article_title_en
        FROM observation o
        JOIN place p ON p.place_id = o.place_id
        LEFT JOIN place c ON c.place_id = o.county_id
        JOIN indicator i ON i.indicator_id = o.indicator_id
        JOIN article a ON a.article_id = o.article_id;
        CREATE VIEW measured AS FROM figures WHERE modality = 'reported' AND restates_obs_id IS NULL
        """;

    private const string ContractColumns =
        "obs_id, county_id, county_zh, county_en, place_id, place_zh, place_en, "
        + "place_level, scope, theme, indicator_id, indicator_zh, indicator_en, "
        + "population_zh, population_en, statistic, accounting, modality, "
        + "criterion, per_time, per_entity, denominator_text, denominator_value, "
        + "comparability_key, value, value_low, value_high, bound_open, unit, "
        + "unit_kind, qualifier, value_text, unit_text, value_display, value_printed, period_text, "
        + "period_kind, period_start, period_end, period_basis, obs_status, restates_obs_id, article_id, article_title, article_date_from, "
        + "article_date_to, author_role, source_file, char_start, char_end, line_start, quote, sentence, note, value_printed_en, "
        + "criterion_en, denominator_text_en, period_text_en, note_en, article_title_en";

    [Fact]
    public void Figures_has_the_columns_of_the_contract_and_every_observation()
    {
        using var project = new SmallProject();
        project.Build().Built.ShouldBeTrue();
        using var tables = new BuiltTables(project);
        tables.Execute(Figures);
        string.Join(", ", tables.Columns("figures")).ShouldBe(ContractColumns);
        tables.Text("SELECT count(*) FROM figures").ShouldBe("18");
        tables.Text("SELECT count(*) FROM measured").ShouldBe("14");
        tables
            .Text("SELECT county_zh || ' ' || place_zh || ' ' || value FROM figures WHERE obs_id = 'a-2.participants'")
            .ShouldBe("乙县 乙镇 120.0");
        tables
            .Text("SELECT typeof(value) || typeof(period_start) || typeof(bound_open) FROM figures LIMIT 1")
            .ShouldBe("DOUBLEDATEBOOLEAN");
    }
}
