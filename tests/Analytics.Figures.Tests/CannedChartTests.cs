using System.Runtime.CompilerServices;
using System.Text;
using Analytics.Charts;
using Analytics.Engine.Queries;
using Analytics.Engine.Sessions;

namespace Analytics.Figures.Tests;

/// <summary>
/// Every canned query with a chart: it draws in both languages and all formats, and what it says is the reviewed text.
/// With <c>GALLERY=folder</c> the pictures are written there with a page to look at.
/// </summary>
public class CannedChartTests(ChartSession session) : IClassFixture<ChartSession>
{
    private static readonly QueryCatalog Catalog = new(Home.Find(Repository.Root).Queries);

    /// <summary>The charts that this data honestly supports, which briefings start from.</summary>
    private static readonly string[] Ten =
    [
        "overview/county_by_theme",
        "education/qualification_enrolment",
        "party_org/mid_term_evaluation",
        "village_enterprise/companies_beside_workshops",
        "cadre_age/bijiang_reserves",
        "education/wanshan_reserve_shares",
        "cadre_count/reserves_per_village",
        "village_enterprise/bijiang_workshops",
        "cadre_pay/liaogao_grades",
        "cadre_pay/bijiang_pay",
    ];

    public static TheoryData<string> Charted => [.. Catalog.All().Where(q => q.Chart is not null).Select(q => q.Name)];

    [Fact]
    public void The_ten_charts_of_briefings_are_shipped() =>
        Ten.ShouldBeSubsetOf(Catalog.All().Where(q => q.Chart is not null).Select(q => q.Name));

    [FontTheory]
    [MemberData(nameof(Charted))]
    public void Every_canned_chart_draws_with_sources_coverage_and_data_version(string name)
    {
        foreach (var language in new[] { "zh", "en" })
        {
            var spec = Build(name, language);
            var text = string.Concat(ChartLayout.Arrange(spec).Items.OfType<TextItem>().Select(t => t.Text));
            spec.Sources.ShouldNotBeEmpty();
            spec.Coverage.ShouldNotBeEmpty();
            spec.DataVersion.Length.ShouldBe(12);
            text.ShouldContain(spec.DataVersion);
            GlyphCoverage.Missing(spec).ShouldBeEmpty();
            Save(name, language, spec);
        }
    }

    [Theory]
    [MemberData(nameof(Charted))]
    public void Every_canned_chart_says_what_was_reviewed(string name)
    {
        foreach (var language in new[] { "zh", "en" })
        {
            Golden.ShouldMatch(Said(Build(name, language)), $"{name.Replace('/', '.')}.{language}.txt");
        }
    }

    /// <summary>Everything that a reader of the picture is told, with the alt text.</summary>
    private static string Said(ChartSpec spec)
    {
        var marks = spec.Kind == ChartKind.Heatmap ? [] : MarkOrdering.Of(spec);
        var rows = marks.Select(m =>
            "  "
            + string.Join(
                " | ",
                new[]
                {
                    m.Panel,
                    m.Category,
                    m.Series,
                    m.Detail ?? "",
                    ChartDescription.Reading(m, spec),
                    string.Concat(m.Sources.Select(n => $"[{n}]")),
                }.Where(t => t.Length > 0)
            )
        );
        string[] lines =
        [
            spec.Title,
            spec.Subtitle,
            .. rows,
            .. spec.Caveats.Select(c => "! " + c),
            "= " + spec.Coverage,
            .. spec.Notes.Select(n => "* " + n),
            .. spec.Sources.Select(s => $"[{s.Number}] {s.Article} {s.County} {s.DateBasis}"),
            "",
            ChartDescription.Write(spec),
        ];
        return string.Join('\n', lines) + "\n";
    }

    [FontTheory]
    [InlineData("cadre_pay/bijiang_pay", 1600, 900)]
    [InlineData("cadre_pay/bijiang_pay", 1200, 900)]
    [InlineData("cadre_pay/bijiang_pay", 1080, 1080)]
    [InlineData("cadre_pay/bijiang_pay", 1240, 877)]
    [InlineData("cadre_pay/bijiang_pay", 480, 720)]
    [InlineData("overview/county_by_theme", 1240, 877)]
    [InlineData("cadre_count/reserves_per_village", 480, 720)]
    [InlineData("village_enterprise/companies_beside_workshops", 480, 720)]
    public void All_rows_and_the_footer_fit_the_sizes_of_briefings(string name, int width, int height)
    {
        var spec = Build(name, "zh") with { Width = width, Height = height };
        var scene = ChartLayout.Arrange(spec);
        scene.RowsLeftOut.ShouldBe(0);
        string.Concat(scene.Items.OfType<TextItem>().Select(t => t.Text)).ShouldContain(spec.Disclaimer);
    }

    [Fact]
    public void Jiangkou_has_no_source_and_others_are_only_not_seen()
    {
        var marks = Build("overview/county_by_theme", "zh").Marks;
        marks.Where(m => m.Category == "江口县").ShouldAllBe(m => m.Presence == MarkPresence.NoSource);
        marks.Where(m => m.Category != "江口县").ShouldAllBe(m => m.Presence != MarkPresence.NoSource);
    }

    [Fact]
    public void The_doubtful_share_is_marked_and_its_reason_given()
    {
        var spec = Build("education/wanshan_reserve_shares", "zh");
        spec.Marks.Single(m => m.Status == MarkStatus.Suspect).Label.ShouldBe("95.55%");
        spec.Notes.ShouldContain(n => n.Contains("95.51%"));
    }

    private ChartSpec Build(string name, string language) => session.Build(Catalog.Get(name), language);

    private static void Save(string name, string language, ChartSpec spec)
    {
        if (Environment.GetEnvironmentVariable("GALLERY") is not { Length: > 0 } folder)
            return;
        Directory.CreateDirectory(folder);
        var file = $"{name.Replace('/', '.')}.{language}";
        File.WriteAllBytes(Path.Combine(folder, file + ".png"), ChartFile.Render(spec, ChartFormat.Png));
        File.WriteAllBytes(Path.Combine(folder, file + ".pdf"), ChartFile.Render(spec, ChartFormat.Pdf));
        var pictures = Catalog
            .All()
            .Where(q => q.Chart is not null)
            .Select(q => q.Name.Replace('/', '.'))
            .SelectMany(n => new[] { $"{n}.zh", $"{n}.en" });
        File.WriteAllText(
            Path.Combine(folder, "canned.html"),
            "<meta charset=utf-8><title>Canned charts</title>"
                + string.Concat(pictures.Select(p => $"<h2>{p}</h2><img src=\"{p}.png\" style=\"max-width:100%\">")),
            Encoding.UTF8
        );
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
