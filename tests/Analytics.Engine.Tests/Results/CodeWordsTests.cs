using Analytics.Engine.Results;

namespace Analytics.Engine.Tests.Results;

/// <summary>Codes of the figures as people read them.</summary>
public class CodeWordsTests
{
    [Fact]
    public void Codes_are_Chinese_words_and_keep_their_English_ones()
    {
        CodeWords.Of("modality", "allocated", Language.Zh).ShouldBe("下达");
        CodeWords.Of("period_basis", "page_inferred", Language.En).ShouldBe("page inferred");
        CodeWords.Of("other_scope", "urban", Language.Zh).ShouldBe("城镇");
        CodeWords.Of("theme", "cadre_age", Language.Zh).ShouldBe("干部年龄");
    }

    [Fact]
    public void What_is_no_code_stays_as_it_is()
    {
        CodeWords.Of("scope", "all the rest", Language.Zh).ShouldBe("all the rest");
        CodeWords.Of("sentence", "all", Language.Zh).ShouldBe("all");
    }

    [Fact]
    public void Every_code_of_the_shipped_figures_has_a_word()
    {
        using var session = TestHome.Open();
        foreach (
            var column in new[]
            {
                "modality",
                "scope",
                "accounting",
                "statistic",
                "place_level",
                "obs_status",
                "qualifier",
                "period_basis",
                "period_kind",
                "per_time",
                "per_entity",
                "author_role",
                "theme",
            }
        )
        {
            using var codes = ResultTable.Read(session.Run($"SELECT DISTINCT {column} FROM product.figures WHERE {column} IS NOT NULL"));
            for (var row = 0; row < codes.RowCount; row++)
                CodeWords.Of(column, codes.Text(row, 0)!, Language.Zh).ShouldNotBe(codes.Text(row, 0), $"{column}: {codes.Text(row, 0)}");
        }
    }
}
