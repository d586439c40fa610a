using System.Globalization;
using Analytics.Engine.Models;
using Analytics.Engine.Pages;
using Analytics.Engine.Results;

namespace Analytics.Engine.Tests.Pages;

/// <summary>
/// What visuals show under random choices, against rows that are chosen one by one in plain code from a plain select over the tables.
/// </summary>
public sealed class VisualPropertyTests(ShippedPages shipped) : IClassFixture<ShippedPages>
{
    /// <summary>States of each page, and how many of its visuals are looked at.</summary>
    private const int States = 500,
        VisualsOfState = 1;

    /// <summary>A figure with what it can be chosen by.</summary>
    private sealed record Figure(string Id, IReadOnlyDictionary<string, string?> Members, int? From, int? To);

    private IReadOnlyList<Figure> Figures => field ??= ReadFigures();

    [Theory]
    [MemberData(nameof(ShippedPages.Names), MemberType = typeof(ShippedPages))]
    public void Under_any_choice_each_visual_shows_the_rows_that_it_says(string name)
    {
        var page = ShippedPages.Page(name);
        var random = new Random(15);
        // Whatever it keeps from an earlier state must be right in a later one.
        var cache = new VisualCache();
        for (var i = 0; i < States; i++)
        {
            var state = AnyState(page, random);
            Language? language = random.Next(3) switch
            {
                0 => Language.Zh,
                1 => Language.En,
                _ => null,
            };
            var settings = PageSettings.Of(page, shipped.Members, state, language);
            PageSettings.Parse(page, shipped.Members, settings).ShouldBe(state, string.Join(' ', settings));
            var reader = new VisualReader(shipped.Session, shipped.Model, page, state);
            var visuals = page.Visuals.Where(v =>
                v.Groups || (v is { Kind: VisualKind.Table, Query: null, Values: [] } or { Kind: VisualKind.Sentences })
            );
            foreach (var visual in visuals.OrderBy(_ => random.Next()).Take(VisualsOfState).ToArray())
            {
                Check(
                    page,
                    visual,
                    state,
                    cache.Read(page, shipped.Model, reader, visual),
                    $"{visual.Name}: {string.Join(' ', PageSettings.Of(page, shipped.Members, state).Select(s => s.Value))}"
                );
            }
        }
    }

    [Fact]
    public void A_choice_reads_those_visuals_alone_that_follow_it()
    {
        var page = ShippedPages.Page("overview");
        var start = PageState.Start(page, shipped.Members);
        var chosen = start.ToggleMark(
            "coverage",
            [Filter.In(page.Model.FieldOf("place.county")!, "songtao"), Filter.In(page.Model.FieldOf("theme")!, "training")]
        );
        var (cache, before, after) = (new VisualCache(), Reader(start), Reader(chosen));
        var shown = page.Visuals.ToDictionary(v => v.Name, v => cache.Read(page, shipped.Model, before, v));
        page.Visuals.Where(v => !ReferenceEquals(cache.Read(page, shipped.Model, after, v), shown[v.Name]))
            .Select(v => v.Name)
            .ShouldBe(["figures"]);
        cache.Clear();
        cache.Read(page, shipped.Model, before, page.Visual("stock")).ShouldNotBeSameAs(shown["stock"]);

        VisualReader Reader(PageState state) => new(shipped.Session, shipped.Model, page, state);
    }

    [Fact]
    public void A_visual_that_does_not_listen_is_unchanged()
    {
        var page = ShippedPages.Page("overview");
        var start = PageState.Start(page, shipped.Members);
        var chosen = start.ToggleMark("coverage", [Filter.In(page.Model.FieldOf("place.county")!, "songtao")]);
        VisualQuery
            .For(page, page.Visual("stock"), shipped.Model.Model, chosen)
            .ShouldBe(VisualQuery.For(page, page.Visual("stock"), shipped.Model.Model, start));
        VisualQuery
            .For(page, page.Visual("figures"), shipped.Model.Model, chosen)
            .ShouldNotBe(VisualQuery.For(page, page.Visual("figures"), shipped.Model.Model, start));
    }

    [Fact]
    public void Filters_in_any_order_give_the_same_rows()
    {
        var page = ShippedPages.Page("overview");
        var start = PageState.Start(page, shipped.Members);
        var (county, theme) = (
            Filter.In(page.Model.FieldOf("place.county")!, "songtao"),
            Filter.In(page.Model.FieldOf("theme")!, "training")
        );
        var one = start with { Filters = [county, theme] };
        var other = start with { Filters = [theme, county] };
        Ids(page, one).ShouldBe(Ids(page, other));
    }

    [Fact]
    public void Cells_of_county_and_theme_without_figures_say_what_they_are_as_the_view_of_coverage_does()
    {
        var page = ShippedPages.Page("overview");
        var reader = new VisualReader(shipped.Session, shipped.Model, page, PageState.Start(page, shipped.Members));
        var groups = reader.Read(page.Visual("coverage")).Content.ShouldBeOfType<VisualContent.Groups>();
        var shown = groups
            .Rows.SelectMany(r => r.Cells)
            .GroupBy(c => c.RowCount > 0 ? "figure" : c.State!.Name)
            .ToDictionary(g => g.Key, g => g.Count());
        using var counted = ResultTable.Read(shipped.Session.Run("SELECT standing, count(*) FROM coverage GROUP BY standing"));
        var expected = Enumerable
            .Range(0, (int)counted.RowCount)
            .ToDictionary(row => counted.Text(row, 0)!, row => (int)counted.Number(row, 1)!.Value);
        shown.Values.Sum().ShouldBe(200);
        shown["figure"].ShouldBe(expected["figure"]);
        shown["rules_only"].ShouldBe(expected["rules_only"]);
        shown["not_seen"].ShouldBe(expected["not_in_sources"]);
        shown["no_source"].ShouldBe(20);
        groups.Rows[0].Key.ShouldBe("bijiang");
        groups.Rows.Single(r => r.Key == "jiangkou").Total.State!.Name.ShouldBe("no_source");
    }

    [Fact]
    public void Of_members_that_are_filtered_out_nothing_is_said()
    {
        var overview = Groups("overview", "coverage", "county=碧江,江口");
        overview.Rows.Select(r => r.Key).ShouldBe(["bijiang", "jiangkou"]);
        overview.AcrossKeys.Count.ShouldBe(20);
        var themes = Groups("county", "themes", "county=碧江", "theme=training");
        themes.Rows.ShouldHaveSingleItem().Key.ShouldBe("training");
        var page = ShippedPages.Page("compare");
        var state = PageSettings.Parse(page, shipped.Members, [new("param", "county=碧江,江口")]);
        var table = new VisualReader(shipped.Session, shipped.Model, page, state).Read(page.Visual("table"));
        table.Tail.Select(t => t.Zh).ShouldBe(["没有来源，不是零：江口"]);

        VisualContent.Groups Groups(string name, string visual, params string[] parameters)
        {
            var of = ShippedPages.Page(name);
            var chosen = PageSettings.Parse(of, shipped.Members, [.. parameters.Select(p => new Setting("param", p))]);
            var result = new VisualReader(shipped.Session, shipped.Model, of, chosen).Read(of.Visual(visual));
            return result.Content.ShouldBeOfType<VisualContent.Groups>();
        }
    }

    [Theory]
    [MemberData(nameof(ShippedPages.Names), MemberType = typeof(ShippedPages))]
    public void No_page_says_of_Jiangkou_that_it_has_no_rows(string name)
    {
        var page = ShippedPages.Page(name);
        var state = PageSettings.Parse(page, shipped.Members, [new("param", "county=江口")]);
        var reader = new VisualReader(shipped.Session, shipped.Model, page, state);
        foreach (
            var result in page
                .Visuals.Where(v => v is { Query: null, Values: not [{ Name: PageValue.Reasons }], Empty: null })
                .Select(v => reader.Read(v))
        )
        {
            result.Content.ShouldNotBeOfType<VisualContent.Failed>(result.Visual.Name);
            if (result.Content is VisualContent.Table { Rows.Count: 0 } or VisualContent.Sentences { Rows.Count: 0 })
                result.Note!.Zh.ShouldBe("江口：没有来源，不是零", result.Visual.Name);
        }
    }

    [Fact]
    public void Members_of_a_slicer_are_counted_under_all_other_filters()
    {
        var page = ShippedPages.Page("overview");
        var state = PageSettings.Parse(page, shipped.Members, [new("param", "county=松桃")]);
        var reader = new VisualReader(shipped.Session, shipped.Model, page, state);
        var counties = reader.Members(page.SlicerOf("county")!);
        counties.Count.ShouldBe(10);
        counties.Single(c => c.IsChosen).Name.Zh.ShouldBe("松桃");
        counties
            .Sum(c => c.RowCount)
            .ShouldBe(Figures.Count(f => f.Members["modality"] == "reported" && f.Members["place.county"] is not null));
        reader
            .Members(page.SlicerOf("period")!)
            .Single(p => p.Key == "undated")
            .RowCount.ShouldBe(
                Figures.Count(f =>
                    f.Members["modality"] == "reported" && f.Members["place.county"] == "songtao" && f is { From: null, To: null }
                )
            );
    }

    private string[] Ids(PageSpec page, PageState state) =>
        [
            .. (
                (VisualContent.Sentences)new VisualReader(shipped.Session, shipped.Model, page, state).Read(page.Visual("figures")).Content
            ).Rows.Select(r => r.Id),
        ];

    private PageState AnyState(PageSpec page, Random random)
    {
        var state = PageState.Start(page, shipped.Members);
        foreach (var slicer in page.Slicers.Where(s => s.Field is not null && random.Next(2) == 0))
        {
            var keys = shipped
                .Members.Of(slicer.Field!)
                .All.Select(m => m.Key)
                .OrderBy(_ => random.Next())
                .Take(slicer.IsMulti ? random.Next(4) : random.Next(2));
            state = state.Set(page, shipped.Members, slicer.Name, keys.ToArray());
        }

        foreach (var slicer in page.Slicers.Where(s => s.Options.Count > 0 && random.Next(2) == 0))
            state = state.Set(page, shipped.Members, slicer.Name, slicer.Options[random.Next(slicer.Options.Count)].Name);
        foreach (var visual in page.Visuals.Where(v => v.Groups && random.Next(2) == 0))
        {
            for (var i = random.Next(3); i > 0; i--)
                state = state.ToggleMark(visual.Name, visual.Emit.Select(f => Filter.In(f, Any(f, random))), random.Next(4) == 0);
            if (random.Next(4) == 0)
                state = state.Drilled(page, visual.Name, 1);
            if (random.Next(4) == 0)
                state = state.As(page, visual.Name, visual.Kinds[random.Next(visual.Kinds.Count)]);
        }

        return state;
    }

    private string Any(Field field, Random random) => shipped.Members.Of(field).All[random.Next(shipped.Members.Of(field).All.Count)].Key;

    private void Check(PageSpec page, VisualSpec visual, PageState state, VisualResult result, string about)
    {
        result.Content.ShouldNotBeOfType<VisualContent.Failed>(about + " " + (result.Content as VisualContent.Failed)?.Message.En);
        var shown = state.Shown(visual);
        var expected = Figures.Where(f => IsIn(page, shown, state, f)).ToArray();
        switch (result.Content)
        {
            case VisualContent.Groups groups:
                var cells = expected.ToLookup(
                    f => (f.Members[shown.Axis!.Name] ?? Member.NullKey, groups.Across is null ? null : f.Members[groups.Across.Name]),
                    f => f.Id
                );
                foreach (var row in groups.Rows)
                {
                    for (var i = 0; i < groups.AcrossKeys.Count; i++)
                    {
                        var ids = cells[(row.Key, groups.Across is null ? null : groups.AcrossKeys[i])].Order(StringComparer.Ordinal);
                        var cell = row.Cells[i];
                        (cell.Evidence.SequenceEqual(ids) && cell.RowCount == cell.Evidence.Count).ShouldBeTrue(about);
                    }
                }

                groups.Total.RowCount.ShouldBe(expected.Length, about);
                break;
            case VisualContent.Table table when visual.Where is null:
                table.Rows.SelectMany(r => r.Evidence).Order().ShouldBe(expected.Select(f => f.Id).Order(), about);
                break;
            case VisualContent.Table table:
                table.Rows.SelectMany(r => r.Evidence).Except(expected.Select(f => f.Id)).ShouldBeEmpty(about);
                break;
            case VisualContent.Sentences sentences:
                sentences.RowCount.ShouldBe(expected.Length, about);
                sentences.Rows.Select(r => r.Id).Except(expected.Select(f => f.Id)).ShouldBeEmpty(about);
                break;
        }
    }

    /// <summary>Whether a figure belongs in a visual, by the rules of pages said anew.</summary>
    private static bool IsIn(PageSpec page, VisualSpec visual, PageState state, Figure figure)
    {
        var own = page.Slicers.Any(s => s.Options.Count > 0 && state.Chosen(s.Name).Contains("own"));
        foreach (
            var slicer in page.Slicers.Where(s => s.Field is not null && visual.ListensToSlicer(s.Name) && state.Chosen(s.Name).Count > 0)
        )
        {
            var name =
                own && slicer.Field!.Name.StartsWith("place.", StringComparison.Ordinal) && slicer.Field.Name != "place.level"
                    ? "place"
                    : slicer.Field!.Name;
            if (!state.Chosen(slicer.Name).Any(k => Has(figure, name, k)))
                return false;
        }

        foreach (var (source, marks) in state.Selections.Where(s => s.Key != visual.Name && visual.ListensToVisual(s.Key)))
        {
            var chosen = marks
                .Where(m => !m.IsExcluded)
                .Select(m => m.Parts.Where(p => p.Field.Name != visual.Axis?.Name).ToArray())
                .ToArray();
            if (chosen.Length > 0 && !chosen.Any(parts => parts.All(p => p.Members.Any(k => Has(figure, p.Field.Name, k)))))
                return false;
            foreach (var mark in marks.Where(m => m.IsExcluded && (m.Parts.Length > 1 || m.Parts[0].Field.Name != visual.Axis?.Name)))
            {
                if (mark.Parts.All(p => p.Members.Any(k => Has(figure, p.Field.Name, k))))
                    return false;
            }
        }

        return true;
    }

    private static bool Has(Figure figure, string field, string key)
    {
        if (field != "period.year")
            return figure.Members[field] == key;
        if (figure is { From: null, To: null })
            return key == "undated";
        return key != "undated"
            && int.Parse(key, CultureInfo.InvariantCulture) is var year
            && (figure.From ?? 0) <= year
            && year <= (figure.To ?? 9999);
    }

    private List<Figure> ReadFigures()
    {
        using var rows = ResultTable.Read(
            shipped.Session.Run(
                """
                SELECT f.obs_id, i.theme, i.property, i.indicator_id, i.population_id, f.place_id, f.county_id, f.place_level,
                    CASE f.modality WHEN 'reported' THEN 'reported' ELSE 'rules' END, year(f.period_start), year(f.period_end),
                    CASE WHEN f.place_level = 'township' THEN f.place_id
                        WHEN p.parent_id IN (SELECT place_id FROM place WHERE level = 'township') THEN p.parent_id END
                FROM figures AS f JOIN indicator AS i ON i.indicator_id = f.indicator_id JOIN place AS p ON p.place_id = f.place_id
                WHERE f.restates_obs_id IS NULL
                """
            )
        );
        string[] names =
        [
            "indicator.theme",
            "indicator.property",
            "indicator.indicator",
            "population",
            "place",
            "place.county",
            "place.level",
            "modality",
        ];
        var figures = new List<Figure>();
        for (var row = 0; row < rows.RowCount; row++)
        {
            var members = names.Select((n, i) => (n, i)).ToDictionary(n => n.n, n => rows.Text(row, n.i + 1));
            members["place.township"] = rows.Text(row, 11);
            figures.Add(new Figure(rows.Text(row, 0)!, members, Year(row, 9), Year(row, 10)));
        }

        return figures;

        int? Year(int row, int column) => rows.Text(row, column) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
    }
}
