using Analytics.Engine.Models;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Pages;

/// <summary>SQL over single figures of a model that compares: the chosen ones, with what stands between them.</summary>
internal static class ComparisonSql
{
    /// <summary>Names of columns in what the statements give.</summary>
    public const string Id = "obs_id",
        Base = "is_base",
        SideKeys = "side_keys",
        SidePrinted = "side_printed",
        SidePrintedEn = "side_printed_en",
        PrintedEn = "printed_en";

    /// <summary>Members up to which rows are put in their order; more are ordered by key.</summary>
    private const int MostOrdered = 500;

    /// <summary>Single rows with the columns of a visual, in its order.</summary>
    /// <param name="model">The model.</param>
    /// <param name="visual">The visual.</param>
    /// <param name="filters">What chooses the rows.</param>
    /// <param name="chosenBase">The figure that the others are held against; null: the first.</param>
    public static BoundSql Rows(SemanticModel model, VisualSpec visual, FilterSet filters, string? chosenBase)
    {
        var place = PlaceOf(model);
        var fields = visual
            .Columns.Concat(visual.Sort)
            .Select(c => c.Field)
            .OfType<Field>()
            .Append(visual.X!)
            .Append(place!)
            .Where(f => f is not null);
        var statement = VisualQuery.Statement(model, filters, fields, chosen => Selected(model, visual, chosen));
        return Judges(model, visual)
            ? statement with
            {
                Parameters = statement.Parameters.Append(new("base", chosenBase)).ToDictionary(),
            }
            : statement;
    }

    /// <summary>How often each reason stands between chosen figures of different places: columns <c>reason, pairs</c>.</summary>
    public static BoundSql ReasonCounts(SemanticModel model, FilterSet filters) =>
        VisualQuery.Statement(
            model,
            filters,
            [PlaceOf(model)!],
            chosen =>
                $"""
                    ,
                    {Pairs(model, chosen)}
                    SELECT reason, count(*) AS pairs
                    FROM (SELECT unnest(reasons) AS reason FROM pair WHERE is_apart AND standing = 'not')
                    GROUP BY reason ORDER BY pairs DESC, reason
                    """
        );

    /// <summary>
    /// Pairs of chosen figures of different places, of one statistic and unit, by standing: one row with <c>comparable, side, pairs</c>.
    /// </summary>
    public static BoundSql Standings(SemanticModel model, FilterSet filters) =>
        VisualQuery.Statement(
            model,
            filters,
            [PlaceOf(model)!],
            chosen =>
                $"""
                    ,
                    {Pairs(model, chosen)},
                    alike AS (SELECT theme, statistic, unit, {PlaceColumn(model)} AS place, count(*) AS n FROM {chosen} GROUP BY ALL),
                    counted AS (
                        SELECT CAST((sum(n) * sum(n) - sum(n * n)) / 2 AS BIGINT) AS pairs FROM alike GROUP BY theme, statistic, unit
                    )
                    SELECT (SELECT count(*) FROM pair WHERE is_apart AND standing = 'comparable') AS comparable,
                        (SELECT count(*) FROM pair WHERE is_apart AND standing = 'side') AS side,
                        coalesce((SELECT sum(pairs) FROM counted), 0) AS pairs
                    """
        );

    /// <summary>The field of the places of figures: the first with a tree; null where there is none.</summary>
    public static Field? PlaceOf(SemanticModel model) =>
        model.Dimensions.OfType<TreeDimension>().FirstOrDefault() is { } tree ? new Field(tree, null) : null;

    private static string PlaceColumn(SemanticModel model) => PlaceOf(model) is { } place ? ModelSql.Column(place) : "NULL";

    private static string Selected(SemanticModel model, VisualSpec visual, string chosen)
    {
        var judges = Judges(model, visual);
        var conditions = new[] { visual.Where, visual.When }.OfType<string>().Select(c => $"({c})").ToArray();
        var text = $"""
            SELECT {string.Join(", ", Columns(model, visual, judges).Distinct())}
            FROM {(judges ? "judged" : chosen)} AS f{(conditions.Length > 0 ? " WHERE " + string.Join(" AND ", conditions) : "")}
            ORDER BY {string.Join(", ", Order(model, visual))}
            LIMIT {visual.Top ?? VisualQuery.MostRows}
            """;
        return judges ? $",\n{Pairs(model, chosen)},\n{Judged(model, visual, chosen)}\n{text}" : text;
    }

    /// <summary>Whether a visual asks what stands between figures.</summary>
    private static bool Judges(SemanticModel model, VisualSpec visual) =>
        model.Compare.Count > 0
        && (
            visual.Columns.Any(c => c.IsBuiltIn && c.Name is not (PageColumn.Printed or PageColumn.NotBefore))
            || new[] { visual.Where, visual.When }.Any(s => s?.Contains(PageColumn.Standing, StringComparison.Ordinal) == true)
        );

    private static IEnumerable<string> Columns(SemanticModel model, VisualSpec visual, bool judges)
    {
        if (model.Source.Evidence is { } evidence)
            yield return $"{SqlText.Identifier(evidence)} AS {Id}";
        if (PlaceOf(model) is { } place)
            yield return $"{ModelSql.Column(place)} AS {SqlText.Identifier(place.Name)}";
        var figure = model.Measures.FirstOrDefault(m => m.IsOfRows);
        if (figure is not null)
        {
            yield return $"{figure.Sql} AS {VisualQuery.Value}";
            if (figure.UnitColumn is { } unit)
                yield return $"{SqlText.Identifier(unit)} AS unit";
            if (figure.Bounds is { } bounds)
                yield return $"{SqlText.Identifier(bounds.Low)} AS low, {SqlText.Identifier(bounds.High)} AS high";
            if (figure.Printed is { } printed)
                yield return $"{SqlText.Identifier(printed.Zh)} AS {PageColumn.Printed}, {SqlText.Identifier(printed.En)} AS {PrintedEn}";
        }

        if (visual.X is { } axis)
            yield return $"{ModelSql.Column(axis)} AS {SqlText.Identifier(axis.Name)}";
        foreach (var column in visual.Columns.Where(c => c.Name != PageColumn.Printed))
        {
            if (column.Field is { } field)
                yield return $"{ModelSql.Column(field)} AS {SqlText.Identifier(field.Name)}";
            else if (column.Name == PageColumn.NotBefore)
                yield return $"article_date_from AS {PageColumn.NotBefore}";
            else if (!column.IsBuiltIn)
                yield return SqlText.Identifier(column.Name);
        }

        if (visual.Kind == VisualKind.Sentences)
        {
            yield return "indicator_zh, indicator_en, quote, sentence, article_id, article_title";
            yield return "article_date_from, line_start, note, note_en";
        }

        if (judges)
            yield return $"standing, reasons, reservation, rank, {Base}, {SideKeys}, {SidePrinted}, {SidePrintedEn}";
    }

    /// <summary>As the page says, then by place in code order, then as the texts have them.</summary>
    private static IEnumerable<string> Order(SemanticModel model, VisualSpec visual)
    {
        foreach (var column in visual.Sort)
            yield return column.Field is { } field ? InOrder(field) : SqlText.Identifier(column.Name);
        if (PlaceOf(model) is { } place)
            yield return InOrder(place);
        if (model.Source.Evidence is { } evidence)
            yield return SqlText.Identifier(evidence);
    }

    /// <summary>The place of a member of a row <c>f</c> in its order, for those whose order is known without the data.</summary>
    private static string InOrder(Field field)
    {
        string[] order = field switch
        {
            { Dimension: TreeDimension tree, Level: TreeDimension.OwnLevel } => [.. tree.Levels],
            { Dimension: GroupedDimension grouped } => [.. grouped.Groups.Keys],
            { Dimension: TableDimension table } => [.. table.Words.GetValueOrDefault(field.Level ?? table.Name)?.Keys ?? []],
            _ => [],
        };
        var column = ModelSql.Column(field);
        if (field is { Dimension: TreeDimension { Order: { } code, IsNamed: false } ordered, Level: null })
        {
            var t = ordered.Tree;
            return $"(SELECT {SqlText.Identifier(code)} FROM {SqlText.Identifier(t.Table)} AS o "
                + $"WHERE o.{SqlText.Identifier(t.Key)} = f.{column}) NULLS LAST, {column}";
        }

        return order.Length is 0 or > MostOrdered
            ? column
            : $"list_position([{string.Join(", ", order.Select(SqlText.Literal))}], {column}) NULLS LAST, {column}";
    }

    /// <summary>
    /// Common table <c>pair</c>: pairs of chosen figures with their standing by the model's rule.
    /// </summary>
    private static string Pairs(SemanticModel model, string chosen) => $"pair AS ({PairsAmong(model, $"{chosen} AS x", $"{chosen} AS y")})";

    private static string PairsAmong(SemanticModel model, string left, string right)
    {
        var rule = model.Compare[0];
        var (id, place) = (SqlText.Identifier(model.Source.Evidence!), PlaceColumn(model));
        var (say, side) = (Listed(rule.Say), Listed([.. rule.Say, .. rule.Reserve]));
        return $"""
            SELECT p.obs_id AS a, p.other_obs_id AS b, p.reasons, x.{place} <> y.{place} AS is_apart,
                CASE WHEN list_has_all({say}, p.reasons) THEN 'comparable'
                    WHEN p.same_indicator AND list_has_all({side}, p.reasons) THEN 'side' ELSE 'not' END AS standing
            FROM {rule.Pairs} AS p JOIN {left} ON x.{id} = p.obs_id JOIN {right} ON y.{id} = p.other_obs_id
            """;
    }

    /// <summary>
    /// Common table <c>judged</c>: the chosen figures with their standing among each other, what stands between each and the one that they
    /// are held against, and those of the whole source that can stand beside it.
    /// </summary>
    private static string Judged(SemanticModel model, VisualSpec visual, string chosen)
    {
        var id = SqlText.Identifier(model.Source.Evidence!);
        var figure = model.Measures.First(m => m.IsOfRows);
        var printed = figure.Printed is { } columns
            ? (SqlText.Identifier(columns.Zh), SqlText.Identifier(columns.En))
            : (figure.Sql, figure.Sql);
        var base_ = $"(SELECT {id} FROM {chosen} AS f ORDER BY {InOrder(PlaceOf(model)!)}, {id} LIMIT 1)";
        var besides = visual.Columns.Any(c => c.Name == PageColumn.SideWith)
            ? $"""
                besides AS (
                    SELECT e.a, list(y.{PlaceColumn(
                    model
                )} ORDER BY e.b) AS {SideKeys}, list(y.{printed.Item1} ORDER BY e.b) AS {SidePrinted},
                        list(y.{printed.Item2} ORDER BY e.b) AS {SidePrintedEn}
                    FROM (
                        SELECT a, b FROM any_pair WHERE is_apart AND standing <> 'not'
                        UNION ALL SELECT b, a FROM any_pair WHERE is_apart AND standing <> 'not'
                    ) AS e JOIN {ModelSql.Rows} AS y ON y.{id} = e.b GROUP BY e.a
                )
                """
            : $"besides AS (SELECT NULL AS a, NULL AS {SideKeys}, NULL AS {SidePrinted}, NULL AS {SidePrintedEn})";
        var anyPair = visual.Columns.Any(c => c.Name == PageColumn.SideWith)
            ? $"any_pair AS ({PairsAmong(model, $"{ModelSql.Rows} AS x", $"{ModelSql.Rows} AS y")}),\n"
            : "";
        return $"""
            either AS (
                SELECT a, b, reasons, is_apart, standing FROM pair UNION ALL SELECT b, a, reasons, is_apart, standing FROM pair
            ),
            best AS (
                SELECT a,
                        CASE WHEN bool_or(standing = 'comparable') THEN 'comparable'
                            WHEN bool_or(standing = 'side') THEN 'side' ELSE 'not' END
                            AS standing,
                    list_sort(list_distinct(flatten(list(reasons) FILTER (standing = 'side')))) AS reservation
                FROM either WHERE is_apart GROUP BY a
            ),
            {anyPair}{besides},
            held AS (SELECT coalesce((SELECT {id} FROM {chosen} WHERE {id} = $base), {base_}) AS id),
            judged AS (
                SELECT c.*, coalesce(s.standing, 'not') AS standing, r.reasons, s.reservation, c.{id} = held.id AS {Base},
                    CASE WHEN s.standing = 'comparable' THEN rank() OVER (PARTITION BY s.standing ORDER BY {figure.Sql} DESC) END AS rank,
                    n.{SideKeys}, n.{SidePrinted}, n.{SidePrintedEn}
                FROM {chosen} AS c CROSS JOIN held
                LEFT JOIN best AS s ON s.a = c.{id}
                LEFT JOIN either AS r ON r.a = held.id AND r.b = c.{id}
                LEFT JOIN besides AS n ON n.a = c.{id}
            )
            """;
    }

    private static string Listed(IEnumerable<string> texts) =>
        texts.Any() ? $"[{string.Join(", ", texts.Select(SqlText.Literal))}]" : "[]::VARCHAR[]";
}
