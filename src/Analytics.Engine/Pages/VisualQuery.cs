using Analytics.Engine.Models;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Pages;

/// <summary>
/// SQL of visuals: text and parameters alone, the same for the same page, model and state. Columns are named here and read in
/// <see cref="VisualReader"/>.
/// </summary>
public static class VisualQuery
{
    internal const string Part = "part",
        Axis = "axis",
        Across = "across",
        Value = "value",
        Rows = "rows",
        Evidence = "obs_ids";

    /// <summary>The most rows that a table shows where its page does not say.</summary>
    internal const int MostRows = 1000;

    /// <summary>Parts of a statement of groups: cells, totals of rows and of columns, and of all.</summary>
    internal const string Cells = "cell",
        RowTotals = "row",
        ColumnTotals = "col",
        Whole = "all";

    /// <summary>What a visual shows; null where it shows nothing of its own (article, text, verdict of questions, canned query).</summary>
    /// <param name="page">The page.</param>
    /// <param name="visual">The visual as the page has it.</param>
    /// <param name="model">The page's model, opened: names that were matched are in it.</param>
    /// <param name="state">What is chosen.</param>
    public static BoundSql? For(PageSpec page, VisualSpec visual, SemanticModel model, PageState state)
    {
        var (shown, filters) = (state.Shown(visual), state.FiltersOf(page, visual));
        return shown switch
        {
            { Groups: true } => Groups(model, shown, filters),
            { Kind: VisualKind.Card } => CardValues(model, shown, filters),
            { Kind: VisualKind.Dot } => RowsOf(model, shown, filters, state.Chosen(BaseSlicer(page))),
            { Kind: VisualKind.Table, Query: null } => RowsOf(model, shown, filters, state.Chosen(BaseSlicer(page))),
            { Kind: VisualKind.Sentences } => RowsOf(model, shown, filters, state.Chosen(BaseSlicer(page))),
            _ => null,
        };
    }

    /// <summary>Members of a slicer with the rows that each has under all other filters: columns <c>axis, rows</c>.</summary>
    public static BoundSql MembersOf(PageSpec page, Slicer slicer, SemanticModel model, PageState state)
    {
        var field = slicer.Field ?? throw new ArgumentException($"'{slicer.Name}' has no members.", nameof(slicer));
        return Statement(
            model,
            state.FiltersOfMembers(page, slicer),
            [field],
            chosen => $"SELECT {ModelSql.Column(field)} AS {Axis}, count(*) AS {Rows} FROM {Unnested(chosen, [field])} GROUP BY ALL"
        );
    }

    /// <summary>The source's rows behind a mark of a visual: what filters it, and the mark's own conditions.</summary>
    public static BoundSql Behind(PageSpec page, VisualSpec visual, SemanticModel model, PageState state, IReadOnlyList<Filter> mark)
    {
        var filters = state.FiltersOf(page, visual);
        return SourceRows(model, filters with { All = [.. filters.All, .. mark] }, most: null);
    }

    /// <summary>How many rows there are for a table that shows some, and how many without a date where a year is chosen.</summary>
    public static BoundSql Count(SemanticModel model, FilterSet filters) =>
        Statement(model, filters, [], chosen => $"SELECT count(*) AS {Rows} FROM {chosen}");

    /// <summary>
    /// For cells without rows: how many rows of each state's condition there are, whatever is chosen of the dimensions that conditions
    /// name. Columns <c>axis, across</c> and one for each state with a condition; null where there is none.
    /// </summary>
    internal static BoundSql? States(SemanticModel model, VisualSpec visual, FilterSet filters)
    {
        var counted = model.States.Where(s => s.CountSql is not null).ToArray();
        if (counted.Length == 0)
            return null;
        var loose = counted
            .SelectMany(s => model.Dimensions.Where(d => Names(s.CountSql!, d)))
            .Aggregate(filters, (kept, dimension) => kept.Without(dimension));
        Field[] axes = [.. new[] { visual.Axis, visual.Cols ?? visual.Series }.OfType<Field>()];
        var counts = counted.Select(s => $"count(*) FILTER ({s.CountSql}) AS {SqlText.Identifier(s.Name)}");
        return Statement(
            model,
            loose,
            axes,
            chosen => $"SELECT {Keys(axes)}, {string.Join(", ", counts)} FROM {Unnested(chosen, axes)} GROUP BY ALL"
        );
    }

    /// <summary>
    /// A statement over the chosen rows of a model.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="filters">What chooses them.</param>
    /// <param name="fields">Fields whose columns the statement names.</param>
    /// <param name="select">The statement, given the name of the chosen rows, and common tables after which it stands.</param>
    internal static BoundSql Statement(SemanticModel model, FilterSet filters, IEnumerable<Field> fields, Func<string, string> select)
    {
        var parameters = new SqlParameterList();
        var where = FilterSql.Where(filters, parameters);
        var needed = fields.Concat(FieldsOf(filters));
        var text = $"""
            {ModelSql.With(model, needed)},
            chosen AS (SELECT * FROM {ModelSql.Rows}{(where is null ? "" : " WHERE " + where)})
            """;
        var rest = select("chosen");
        return new BoundSql(rest.StartsWith(',') ? text + rest : $"{text}\n{rest}", parameters.Values);
    }

    /// <summary>Rows with a list of years once for each of its years.</summary>
    internal static string Unnested(string rows, IEnumerable<Field> fields)
    {
        var year = fields.FirstOrDefault(f => f is { Dimension: PeriodDimension, Level: PeriodDimension.Year });
        if (year is null)
            return rows;
        var name = SqlText.Identifier(year.Name);
        return $"(SELECT * EXCLUDE ({name}), unnest({name}) AS {name} FROM {rows})";
    }

    /// <summary>The slicer that chooses the row that others are held against; none has an empty name.</summary>
    private static string BaseSlicer(PageSpec page) => page.Slicers.FirstOrDefault(s => s.From is not null)?.Name ?? "";

    /// <summary>The columns that a condition reads.</summary>
    private static IEnumerable<Field> Needed(Filter filter) =>
        filter switch
        {
            { Kind: FilterKind.Within, Field.Dimension: TreeDimension tree } => tree.Levels.Select(l => new Field(tree, l)),
            { Kind: FilterKind.At } => [new Field(filter.Field.Dimension, null)],
            { Field: { Dimension: PeriodDimension, Level: PeriodDimension.Year } } => [],
            _ => [filter.Field],
        };

    private static bool Names(string sql, Dimension dimension) =>
        dimension switch
        {
            GroupedDimension grouped => HasWord(sql, grouped.Column),
            PlainDimension plain => HasWord(sql, plain.Column),
            _ => false,
        };

    private static bool HasWord(string sql, string word) =>
        System.Text.RegularExpressions.Regex.IsMatch(sql, $@"(?<![\w.]){System.Text.RegularExpressions.Regex.Escape(word)}(?!\w)");

    private static string Keys(IReadOnlyList<Field> axes) =>
        axes.Count switch
        {
            0 => $"NULL AS {Axis}, NULL AS {Across}",
            1 => $"{ModelSql.Column(axes[0])} AS {Axis}, NULL AS {Across}",
            _ => $"{AxisColumn(axes[0], axes[1])} AS {Axis}, {ModelSql.Column(axes[1])} AS {Across}",
        };

    /// <summary>Beside the years of the same days, a month is that of any year.</summary>
    private static string AxisColumn(Field axis, Field across) =>
        axis.Dimension is DateDimension && axis.Dimension == across.Dimension && across.Level == "year"
            ? $"substr({ModelSql.Column(axis)}, 6)"
            : ModelSql.Column(axis);

    internal static BoundSql Groups(SemanticModel model, VisualSpec visual, FilterSet filters)
    {
        Field[] axes = [.. new[] { visual.Axis, visual.Cols ?? visual.Series }.OfType<Field>()];
        var value = visual.Values[0].Measure?.Sql ?? "count(*)";
        var evidence = model.Source.Evidence is { } id ? $", list({SqlText.Identifier(id)} ORDER BY {SqlText.Identifier(id)})" : ", NULL";
        return Statement(
            model,
            filters,
            axes,
            chosen =>
            {
                var rows = visual.Where is { } where ? $"(SELECT * FROM {chosen} WHERE {where})" : chosen;
                var parts = new List<string> { Grain(Cells, axes, rows) };
                if (axes.Length == 2 && (visual.TotalsRows || visual.SortsDescending is not null || visual.Top is not null))
                    parts.Add(Grain(RowTotals, axes[..1], rows));
                if (axes.Length == 2 && visual.TotalsColumns)
                    parts.Add(ColumnGrain(rows));
                parts.Add(Grain(Whole, [], rows));
                return string.Join("\nUNION ALL ", parts);
            }
        );

        string Grain(string part, IReadOnlyList<Field> grain, string rows) =>
            $"SELECT '{part}' AS {Part}, {Keys(grain)}, {value} AS {Value}, count(*) AS {Rows}{evidence} AS {Evidence} "
            + $"FROM {Unnested(rows, grain)} GROUP BY ALL";

        string ColumnGrain(string rows) =>
            $"SELECT '{ColumnTotals}', NULL, {ModelSql.Column(axes[1])}, {value}, count(*){evidence} "
            + $"FROM {Unnested(rows, axes[1..])} GROUP BY ALL";
    }

    /// <summary>The measures of a card, in one row.</summary>
    private static BoundSql? CardValues(SemanticModel model, VisualSpec visual, FilterSet filters)
    {
        var measures = visual.Values.Select(v => v.Measure).OfType<Measure>().ToArray();
        var columns = measures.Select(m => $"{m.Sql} AS {SqlText.Identifier(m.Name)}").Append($"count(*) AS {SqlText.Identifier(Rows)}");
        return Statement(model, filters, [], chosen => $"SELECT {string.Join(", ", columns)} FROM {chosen}");
    }

    /// <summary>Single rows of the source with the columns that a visual shows.</summary>
    private static BoundSql RowsOf(SemanticModel model, VisualSpec visual, FilterSet filters, IReadOnlyCollection<string> chosenBase)
    {
        if (visual.ShowsSourceRows)
            return SourceRows(model, filters, visual.Top ?? MostRows);
        if (visual.Values is [{ Name: PageValue.Reasons }])
            return ComparisonSql.ReasonCounts(model, filters);
        return ComparisonSql.Rows(model, visual, filters, chosenBase.FirstOrDefault());
    }

    /// <summary>The source's own columns, without those that conditions added.</summary>
    private static BoundSql SourceRows(SemanticModel model, FilterSet filters, int? most)
    {
        var added = ModelSql.Added(model, FieldsOf(filters)).Select(SqlText.Identifier).ToArray();
        var columns = added.Length == 0 ? "*" : $"* EXCLUDE ({string.Join(", ", added)})";
        return Statement(model, filters, [], chosen => $"SELECT {columns} FROM {chosen}{(most is null ? "" : $" LIMIT {most}")}");
    }

    private static IEnumerable<Field> FieldsOf(FilterSet filters) =>
        filters.All.Concat(filters.Marks.SelectMany(m => m).SelectMany(m => m.Parts)).SelectMany(Needed);
}
