using System.Globalization;
using Analytics.Engine.Models;
using Analytics.Engine.Verdicts;

namespace Analytics.Engine.Pages;

/// <content>Cards, verdicts and notes.</content>
public sealed partial class VisualReader
{
    private VisualContent.Card Card(VisualSpec visual, FilterSet filters, BoundSql sql)
    {
        using var rows = Run(sql);
        var lines = new List<CardLine>();
        foreach (var value in visual.Values)
        {
            if (value.Measure is { } measure)
                lines.Add(new(measure.Label, NumberText.Of(rows.Number(0, rows.ColumnIndex(measure.Name)), measure), lines.Count == 0));
            else
                lines.AddRange(BuiltIn(value, filters));
        }

        if (visual.Values is [{ Measure: { } only }, ..])
            lines.AddRange(Against(visual, only, filters, rows.Number(0, rows.ColumnIndex(only.Name))));
        if (visual.CountsRows)
        {
            lines.Add(
                new(new("行", "rows"), Localized.Same(Whole(rows, 0, VisualQuery.Rows).ToString("#,0", CultureInfo.InvariantCulture)))
            );
        }
        return new VisualContent.Card(lines);
    }

    /// <summary>What a card's value is held against.</summary>
    private IEnumerable<CardLine> Against(VisualSpec visual, Measure measure, FilterSet filters, double? value)
    {
        if (
            visual.Versus is { Field: { } field, Offset: var offset }
            && filters.All.FirstOrDefault(f => f.Field.Equals(field) && f.Members.Count == 1) is { } filter
            && Neighbour(field, filter.Members[0], offset) is { } other
        )
        {
            var before = ValueOf(
                measure,
                filters with
                {
                    All = filters.All.Replace(filter, filter with { Members = Filter.Keys([other]) }),
                }
            );
            yield return new(new($"比{Named(field, other).Zh}", $"against {Named(field, other).En}"), NumberText.Change(value, before));
        }

        var all = filters with { Marks = [] };
        if (visual.Versus is { Field: null } && ValueOf(measure, all) is { } whole)
            yield return new(new("全部", "all"), NumberText.Of(whole, measure));
        if (
            visual.ShowsShare
            && !filters.Marks.IsEmpty
            && measure.Additivity != Additivity.None
            && ValueOf(measure, all) is not (null or 0) and var sum
        )
        {
            yield return new(new("占全部", "share of all"), NumberText.Share(value / sum));
        }
    }

    private string? Neighbour(Field field, string key, int offset)
    {
        var list = model.Members.Of(field);
        var at = list.PlaceOf(key) == int.MaxValue ? -1 : list.PlaceOf(key) + offset;
        return at >= 0 && at < list.All.Count ? list.All[at].Key : null;
    }

    private double? ValueOf(Measure measure, FilterSet filters)
    {
        using var rows = Run(VisualQuery.Statement(Model, filters, [], chosen => $"SELECT {measure.Sql} FROM {chosen}"));
        return rows.Number(0, 0);
    }

    private IEnumerable<CardLine> BuiltIn(PageValue value, FilterSet filters) =>
        value.Name switch
        {
            PageValue.States => StateLines(value.Argument, filters),
            PageValue.Pairs or PageValue.Standings => [new(new("地区对", "pairs of places"), Text(StandingsOf(filters)))],
            PageValue.Known => KnownLine(value.Argument ?? "", filters),
            PageValue.Articles => ArticleLine(filters),
            PageValue.Doubtful => DoubtfulLine(filters),
            _ => [],
        };

    /// <summary>How many cells of the page's matrix have what.</summary>
    private List<CardLine> StateLines(string? visual, FilterSet filters)
    {
        var matrix = page.Visuals.FirstOrDefault(v => v.Kind == VisualKind.Matrix && v.ShowsStates && (visual is null || v.Name == visual));
        if (matrix is null)
            return [];
        var cells = GroupsOf(matrix, filters, VisualQuery.Groups(Model, matrix, filters)).Rows.SelectMany(r => r.Cells).ToArray();
        var lines = new List<CardLine>
        {
            new(new("格", "cells"), Count(cells.Length)),
            new(new("有数", "with figures"), Count(cells.Count(c => c.RowCount > 0))),
        };
        lines.AddRange(Model.States.Reverse().Select(s => new CardLine(s.Meaning, Count(cells.Count(c => c.State == s)))).Reverse());
        return lines;
    }

    private static Localized Count(long number) => Localized.Same(number.ToString(CultureInfo.InvariantCulture));

    private static Localized Text(StandingCounts counts) =>
        new(
            $"可比 {counts.Comparable}、可并列 {counts.Side}、不可比 {counts.Not}",
            $"{counts.Comparable} comparable, {counts.Side} side by side, {counts.Not} not comparable"
        );

    private StandingCounts StandingsOf(FilterSet filters)
    {
        using var rows = Run(ComparisonSql.Standings(Model, filters));
        var (comparable, side, pairs) = (Whole(rows, 0, "comparable"), Whole(rows, 0, "side"), Whole(rows, 0, "pairs"));
        return new StandingCounts(comparable, side, pairs - comparable - side);
    }

    private IEnumerable<CardLine> KnownLine(string what, FilterSet filters)
    {
        var places = filters
            .All.Where(f => f.Field.Dimension is TreeDimension && f.Field.Level != TreeDimension.OwnLevel)
            .SelectMany(f => f.Members)
            .ToArray();
        if (places is not [var place])
            return [];
        using var rows = Run(
            new BoundSql(
                "SELECT CAST(value AS BIGINT) FROM product.known_total WHERE place_id = $p1 AND what = $p2",
                new Dictionary<string, string?> { ["p1"] = place, ["p2"] = what }
            )
        );
        var label = what switch
        {
            "villages_communities" => new Localized("村（社区）", "villages and communities"),
            "townships" => new Localized("乡镇（街道）", "townships and subdistricts"),
            _ => Localized.Same(what),
        };
        return [new(label, rows.RowCount == 0 ? new("未载", "not stated") : Localized.Same(rows.Text(0, 0)!))];
    }

    private IEnumerable<CardLine> ArticleLine(FilterSet filters)
    {
        using var rows = Run(
            VisualQuery.Statement(
                Model,
                filters,
                [],
                chosen =>
                    $"""
                        SELECT count(*), string_agg(DISTINCT CAST(date AS VARCHAR), ' ' ORDER BY CAST(date AS VARCHAR))
                        FROM (SELECT article_id, min(article_date_from) AS date FROM {chosen} GROUP BY article_id)
                        """
            )
        );
        var (count, dates) = (rows.Text(0, 0)!, rows.Text(0, 1));
        return
        [
            new(
                dates is null ? new("报道", "articles") : new($"报道（见报不早于 {dates}）", $"articles (not before {dates})"),
                new($"{count} 篇", count)
            ),
        ];
    }

    private IEnumerable<CardLine> DoubtfulLine(FilterSet filters)
    {
        using var rows = Run(
            VisualQuery.Statement(
                Model,
                filters,
                [],
                chosen => $"SELECT count(*) FILTER (obs_status = 'suspect'), count(*) FILTER (obs_status = 'ambiguous') FROM {chosen}"
            )
        );
        return
        [
            new(new("存疑", "suspect"), Localized.Same(rows.Text(0, 0)!)),
            new(new("可作两读", "with two readings"), Localized.Same(rows.Text(0, 1)!)),
        ];
    }

    private VisualContent.Verdict Verdict(VisualSpec visual, FilterSet filters)
    {
        if (visual.Ask.Count > 0)
            return new VisualContent.Verdict([.. visual.Ask.Select(q => Answer(visual, q, Asking(q, filters)))], null);
        return new VisualContent.Verdict([Answer(visual, null, filters)], StandingsOf(filters));
    }

    /// <summary>A page's filters with those of a question in their places.</summary>
    private FilterSet Asking(PageQuestion question, FilterSet filters)
    {
        Filter[] asked = [.. question.Parameters.Select(p => AskedBy(p.Key, p.Value)).OfType<Filter>()];
        return filters with { All = [.. filters.All.Where(f => asked.All(a => !a.Field.Equals(f.Field))), .. asked] };
    }

    private Filter? AskedBy(string name, string value) =>
        Model.FieldOf(name) is { } field ? Filter.In(field, PageSettings.KeyOf(name, field, value, model.Members)) : null;

    /// <summary>The sentence on the figures that are left by the filters.</summary>
    private VerdictAnswer Answer(VisualSpec visual, PageQuestion? question, FilterSet filters)
    {
        using var rows = Run(
            VisualQuery.Statement(
                Model,
                filters,
                [],
                chosen => $"SELECT list({Model.Source.Evidence} ORDER BY {Model.Source.Evidence}) AS {VisualQuery.Evidence} FROM {chosen}"
            )
        );
        var (reader, ids) = (new VerdictReader(session), Texts(rows, 0, VisualQuery.Evidence));
        var verdict =
            visual.IsAboutPlace && ids.Count > 0 ? reader.About(ids)
            // Of a place without a source nothing is known, whatever else is asked.
            : visual.IsAboutPlace ? reader.Of(ids, new VerdictQuestion { Counties = QuestionOf(filters).Counties })
            : visual.SaysMissing ? reader.Of(ids, QuestionOf(filters))
            : reader.Of(ids);
        return new VerdictAnswer(question, verdict.Standing, verdict.Brief, verdict.Medium, verdict.Full, verdict.ObservationIds);
    }

    /// <summary>What filters ask of the articles' figures, as far as who is missing goes.</summary>
    private VerdictQuestion QuestionOf(FilterSet filters)
    {
        var place = ComparisonSql.PlaceOf(Model)!.Dimension.Name;
        var counties = filters.All.FirstOrDefault(f => f.Kind != FilterKind.NotIn && f.Field.Name == $"{place}.county");
        return new()
        {
            Theme = Only("indicator.theme"),
            Property = Only("indicator.property"),
            IndicatorId = Only("indicator.indicator"),
            PopulationId = Only("population"),
            Level = Only($"{place}.{TreeDimension.OwnLevel}"),
            Counties = counties is null ? null : [.. counties.Members],
        };

        string? Only(string field) =>
            filters.All.FirstOrDefault(f => f.Kind != FilterKind.NotIn && f.Field.Name == field) is { Members: [var member] }
                ? member
                : null;
    }

    /// <summary>Why a visual is empty, or what a year leaves out; null where there is nothing to say.</summary>
    private Localized? NoteOf(VisualSpec visual, FilterSet filters, long rows)
    {
        if (rows == 0)
            return visual.Empty ?? WhyEmpty(visual, filters);
        var year = filters.All.FirstOrDefault(f => f.Field is { Dimension: PeriodDimension, Level: PeriodDimension.Year });
        if (year is null || year.Members.Contains(PeriodDimension.UndatedKey))
            return null;
        var undated = CountOf(filters with { All = filters.All.Replace(year, Filter.In(year.Field, PeriodDimension.UndatedKey)) });
        return undated == 0 ? null : new($"另有 {undated} 条时间未载", $"{undated} more are undated");
    }

    private Localized WhyEmpty(VisualSpec visual, FilterSet filters)
    {
        if ((visual.When ?? visual.Where) is not null && CountOf(filters) > 0)
        {
            return visual.When is null
                ? new("没有符合条件的。", "None qualifies.")
                : new("不可比，所以不画。", "Not comparable, so not drawn.");
        }
        if (PlaceWithoutArticles(filters) is { } place)
        {
            var (names, noSource) = (Joined(place.Field, place.Members), Model.States.First(s => s.NeedsNoArticle));
            return new($"{names.Zh}：{noSource.Meaning.Zh}", $"{names.En}: {noSource.Meaning.En}");
        }

        return Model.Source.Evidence is null
            ? new("没有行。", "No rows.")
            : new("没有这样的数字；这不是零。", "No such figure, which is not zero.");
    }

    /// <summary>A filter by places of which no article tells; null where there is none.</summary>
    private Filter? PlaceWithoutArticles(FilterSet filters)
    {
        var place = filters.All.FirstOrDefault(f =>
            f.Kind != FilterKind.NotIn && f.Field is { Dimension: TreeDimension, Level: not null and not TreeDimension.OwnLevel }
        );
        return place is null || !Model.States.Any(s => s.NeedsNoArticle) || PlacesWithArticles(place.Field).Overlaps(place.Members)
            ? null
            : place;
    }
}
