using Analytics.Engine.Models;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;

namespace Analytics.Engine.Pages;

/// <content>Tables and sentences.</content>
public sealed partial class VisualReader
{
    /// <summary>Headings of what is no field and no column of the source.</summary>
    private static readonly Dictionary<string, Localized> Headings = new()
    {
        [PageColumn.Printed] = new("数字", "figure"),
        [PageColumn.NotBefore] = new("见报不早于", "not before"),
        [PageColumn.Reasons] = new("为什么不可比", "why not"),
        [PageColumn.Reservation] = new("保留", "reservation"),
        [PageColumn.Rank] = new("名次", "rank"),
        [PageColumn.SideWith] = new("可与谁并列", "beside"),
        [PageColumn.Standing] = new("处境", "standing"),
    };

    private static readonly Localized BaseWords = new("（基准）", "(held against)");

    /// <summary>Of figures so different that nobody takes them for alike, so that no pair of them is kept.</summary>
    private static readonly Localized SeveralWords = new("多项不同", "several things differ");

    private IReadOnlyDictionary<string, Localized> Caveats => field ??= ReadCaveats();

    private VisualResult Table(VisualSpec visual, FilterSet filters, BoundSql sql)
    {
        if (visual.Values is [{ Name: PageValue.Reasons }])
            return ReasonTable(visual, filters, sql);
        using var rows = Run(sql);
        var columns = visual.ShowsSourceRows ? SourceColumns(rows) : [.. visual.Columns.Select(c => ColumnOf(c, rows))];
        TableRow[] read = [.. Enumerable.Range(0, (int)rows.RowCount).Select(row => RowOf(visual, columns, rows, row))];
        var most = visual.Top ?? VisualQuery.MostRows;
        var count = rows.RowCount < most ? rows.RowCount : CountOf(filters);
        return new VisualResult(visual, filters, new VisualContent.Table(columns, read, count))
        {
            Note = read.Length == 0 && visual.Empty is { } empty ? empty : NoteOf(visual, filters, read.Length),
            Tail = TailOf(visual, filters),
        };
    }

    private long CountOf(FilterSet filters)
    {
        using var count = Run(VisualQuery.Count(model.Model, filters));
        return Whole(count, 0, VisualQuery.Rows);
    }

    private static TableColumn[] SourceColumns(ResultTable rows) =>
        [.. rows.Columns.Select(c => new TableColumn(c.Name, Localized.Same(c.Name), c.Type.IsNumeric, null))];

    private static TableColumn ColumnOf(PageColumn column, ResultTable rows)
    {
        if (column.Field is { } field)
            return new TableColumn(column.Name, field.Label, false, field);
        var at = rows.ColumnIndex(column.Name);
        return new TableColumn(
            column.Name,
            Headings.GetValueOrDefault(column.Name) ?? Localized.Same(column.Name),
            at >= 0 && rows.Columns[at].Type.IsNumeric,
            null
        );
    }

    private TableRow RowOf(VisualSpec visual, IReadOnlyList<TableColumn> columns, ResultTable rows, int row)
    {
        var keys = new Dictionary<string, string>();
        var isBase = TextOf(rows, row, ComparisonSql.Base) == "true";
        Localized?[] cells = [.. columns.Select(c => Cell(c, rows, row, keys, isBase))];
        if (TextOf(rows, row, ComparisonSql.Id) is { } id)
            keys[ComparisonSql.Id] = id;
        AddHolders(keys, rows, row);
        return new TableRow(cells, keys, TextOf(rows, row, ComparisonSql.Id) is { } figure ? [figure] : [])
        {
            Standing = TextOf(rows, row, PageColumn.Standing),
            IsBase = isBase,
            Number =
                rows.ColumnIndex("low") >= 0 && visual.Kind != VisualKind.Sentences
                    ? (NumberOf(rows, row, VisualQuery.Value), NumberOf(rows, row, "low"), NumberOf(rows, row, "high"))
                    : null,
        };
    }

    /// <summary>The members that hold a row's place, by the names of their fields, so that a mark can be any of them.</summary>
    private void AddHolders(Dictionary<string, string> keys, ResultTable rows, int row)
    {
        if (ComparisonSql.PlaceOf(Model) is not { } place || TextOf(rows, row, place.Name) is not { } key)
            return;
        keys[place.Name] = key;
        foreach (var level in place.Dimension.Levels)
        {
            if (model.Members.HoldersOf(place, key, new Field(place.Dimension, level)) is [var holder])
                keys[$"{place.Name}.{level}"] = holder;
        }
    }

    private Localized? Cell(TableColumn column, ResultTable rows, int row, Dictionary<string, string> keys, bool isBase)
    {
        if (column.Field is { } field)
        {
            var key = TextOf(rows, row, field.Name) ?? Member.NullKey;
            keys[field.Name] = key;
            return Named(field, key);
        }

        return column.Name switch
        {
            PageColumn.Printed => Pair(TextOf(rows, row, PageColumn.Printed), TextOf(rows, row, ComparisonSql.PrintedEn)),
            PageColumn.Reasons when isBase => BaseWords,
            PageColumn.Reasons when Texts(rows, row, column.Name).Count == 0 && TextOf(rows, row, column.Name) is null => SeveralWords,
            PageColumn.Reasons or PageColumn.Reservation => Reasons(Texts(rows, row, column.Name)),
            PageColumn.SideWith => Beside(rows, row),
            _ => TextOf(rows, row, column.Name) is { } text ? Localized.Same(text) : null,
        };
    }

    private Localized? Beside(ResultTable rows, int row)
    {
        var (places, zh, en) = (
            Texts(rows, row, ComparisonSql.SideKeys),
            Texts(rows, row, ComparisonSql.SidePrinted),
            Texts(rows, row, ComparisonSql.SidePrintedEn)
        );
        if (places.Count == 0 || ComparisonSql.PlaceOf(Model) is not { } place)
            return null;
        return new(
            string.Join(' ', places.Zip(zh).Select(p => model.Members.NameOf(place, p.First, Language.Zh) + p.Second)),
            string.Join(", ", places.Zip(en).Select(p => $"{model.Members.NameOf(place, p.First, Language.En)} {p.Second}"))
        );
    }

    private Localized? Reasons(IReadOnlyList<string> codes)
    {
        if (codes.Count == 0)
            return null;
        var words = codes.Select(c => Caveats.GetValueOrDefault(c) ?? Localized.Same(c)).ToArray();
        return new(string.Join('；', words.Select(w => w.Zh)), string.Join("; ", words.Select(w => w.En)));
    }

    private Dictionary<string, Localized> ReadCaveats()
    {
        using var rows = Run(new BoundSql("SELECT code, label_zh, label_en FROM product.caveat_code", new Dictionary<string, string?>()));
        return Enumerable
            .Range(0, (int)rows.RowCount)
            .ToDictionary(row => rows.Text(row, 0)!, row => new Localized(rows.Text(row, 1)!, rows.Text(row, 2)!));
    }

    private VisualResult ReasonTable(VisualSpec visual, FilterSet filters, BoundSql sql)
    {
        using var rows = Run(sql);
        TableColumn[] columns = [new("reason", new("理由", "reason"), false, null), new("pairs", new("对", "pairs"), true, null)];
        var read = Enumerable
            .Range(0, (int)rows.RowCount)
            .Select(row => new TableRow(
                [Caveats.GetValueOrDefault(rows.Text(row, 0)!) ?? Localized.Same(rows.Text(row, 0)!), Localized.Same(rows.Text(row, 1)!)],
                new Dictionary<string, string> { ["reason"] = rows.Text(row, 0)! },
                []
            ))
            .ToArray();
        var content = new VisualContent.Table(columns, [.. read.Take(visual.Top ?? read.Length)], read.Length);
        return new VisualResult(visual, filters, content) { Note = read.Length == 0 ? visual.Empty : null };
    }

    private VisualResult Sentences(VisualSpec visual, FilterSet filters, BoundSql sql)
    {
        using var rows = Run(sql);
        var place = ComparisonSql.PlaceOf(Model)!;
        var read = Enumerable
            .Range(0, (int)rows.RowCount)
            .Select(row => new FigureSentence(
                TextOf(rows, row, ComparisonSql.Id)!,
                TextOf(rows, row, place.Name)!,
                Pair(TextOf(rows, row, PageColumn.Printed), TextOf(rows, row, ComparisonSql.PrintedEn))!,
                Pair(TextOf(rows, row, "indicator_zh"), TextOf(rows, row, "indicator_en"))!,
                TextOf(rows, row, "quote")!,
                TextOf(rows, row, "sentence")!,
                TextOf(rows, row, "article_id")!,
                TextOf(rows, row, "article_title") ?? "",
                TextOf(rows, row, "article_date_from"),
                Whole(rows, row, "line_start"),
                visual.ShowsNotes ? Pair(TextOf(rows, row, "note"), TextOf(rows, row, "note_en")) : null
            ));
        FigureSentence[] all = [.. read];
        var count = all.Length < (visual.Top ?? VisualQuery.MostRows) ? all.Length : CountOf(filters);
        return new VisualResult(visual, filters, new VisualContent.Sentences(all, count)) { Note = NoteOf(visual, filters, all.Length) };
    }

    /// <summary>The rows of a canned query, whose parameters are slicers of the page.</summary>
    private VisualResult Canned(VisualSpec visual, FilterSet filters, string name)
    {
        var query = session.Queries.Get(name);
        var given = visual.QueryParameters.ToDictionary(p => p.Key, p => ParameterOf(p.Value));
        using var rows = ResultTable.Read(session.Run(query, given, _cancellation), new RowLimit(visual.Top ?? VisualQuery.MostRows));
        var all = CannedColumns(query, rows);
        if (visual.Columns.FirstOrDefault(c => all.All(k => k.Name != c.Name)) is { } unknown)
            throw Unknown(visual, unknown.Name, all.Select(c => c.Name));
        var columns = visual.Columns.Count == 0 ? all : [.. visual.Columns.Select(c => all.First(k => k.Name == c.Name))];
        TableRow[] read = [.. Enumerable.Range(0, (int)rows.RowCount).Select(row => CannedRow(columns, rows, row))];
        TableColumn[] shown = [.. columns.Select(c => new TableColumn(c.Name, c.Label, rows.Columns[c.Zh].Type.IsNumeric, null))];
        return new VisualResult(visual, filters, new VisualContent.Table(shown, read, rows.RowCount))
        {
            Note = read.Length == 0 ? visual.Empty ?? WhyEmpty(visual, filters) : null,
        };
    }

    private static UserException Unknown(VisualSpec visual, string column, IEnumerable<string> all)
    {
        var names = string.Join(", ", all);
        return UserException.Usage(
            $"{visual.Query} 没有“{column}”列；有 {names}。",
            $"{visual.Query} has no column '{column}'; it has {names}."
        );
    }

    /// <summary>A slicer's choice as a query takes it: the key, or the name of a place; all is null.</summary>
    private string? ParameterOf(string slicer) =>
        state.Chosen(slicer) is not [var key, ..] ? null
        : page.SlicerOf(slicer) is { Field: { Dimension: TreeDimension, Level: not TreeDimension.OwnLevel } field }
            ? model.Members.FullNameOf(field, key, Language.Zh)
        : key;

    /// <summary>Columns of a query that people read: those in two languages together, ids left out.</summary>
    private static List<(string Name, Localized Label, int Zh, int En)> CannedColumns(QueryFile query, ResultTable rows)
    {
        var columns = new List<(string, Localized, int, int)>();
        for (var i = 0; i < rows.Columns.Count; i++)
        {
            var name = rows.Columns[i].Name;
            var stem = name.EndsWith("_zh", StringComparison.Ordinal) ? name[..^3] : name;
            var english = rows.ColumnIndex(stem + "_en");
            if (
                name.EndsWith("_id", StringComparison.Ordinal)
                || name.EndsWith("_ids", StringComparison.Ordinal)
                || IsEnglishOfAnother(rows, name)
            )
            {
                continue;
            }
            var label = new Localized(
                ColumnHeadings.Of(name, query, Language.Zh),
                ColumnHeadings.Of(query.Columns.Any(c => c.Name == name) ? name : stem, query, Language.En)
            );
            columns.Add((name, label, i, english >= 0 ? english : i));
        }

        return columns;
    }

    private static bool IsEnglishOfAnother(ResultTable rows, string name) =>
        name.EndsWith("_en", StringComparison.Ordinal) && (rows.ColumnIndex(name[..^3] + "_zh") >= 0 || rows.ColumnIndex(name[..^3]) >= 0);

    private TableRow CannedRow(IReadOnlyList<(string Name, Localized Label, int Zh, int En)> columns, ResultTable rows, int row)
    {
        var keys = new Dictionary<string, string>();
        for (var i = 0; i < rows.Columns.Count; i++)
        {
            if (rows.Columns[i].Name.EndsWith("_id", StringComparison.Ordinal) && rows.Text(row, i) is { } key)
                keys[rows.Columns[i].Name] = key;
        }

        var evidence = keys.TryGetValue(ComparisonSql.Id, out var id) ? [id] : Texts(rows, row, VisualQuery.Evidence);
        return new TableRow([.. columns.Select(c => Named(c.Name, rows.Text(row, c.Zh), rows.Text(row, c.En)))], keys, evidence);
    }

    /// <summary>A text of a query; of a column that is a field of the model, what its member is called.</summary>
    private Localized? Named(string column, string? zh, string? en)
    {
        var field = Model.Fields.FirstOrDefault(f =>
            f.Name.Replace('.', '_') == column || f.Dimension is TableDimension table && ModelSql.ColumnOf(table, f.Level) == column
        );
        return zh is not null && field is not null && model.Members.Of(field)[zh] is { } member ? member.Brief : Pair(zh, en);
    }

    /// <summary>Last lines: who has the figures at another level only, and who has none, and why.</summary>
    private List<Localized> TailOf(VisualSpec visual, FilterSet filters)
    {
        if (
            visual.Tail.Count == 0
            || visual.Columns.Select(c => c.Field).FirstOrDefault(f => f is { Dimension: TreeDimension, Level: not null }) is not { } field
        )
        {
            return [];
        }
        var counted = new VisualSpec(visual.Name, VisualKind.Bar, visual.Place)
        {
            X = field,
            Values = [Counting],
            ShowsStates = true,
        };
        var loose = filters with { All = [.. filters.All.Where(f => f.Field.Level != TreeDimension.OwnLevel)] };
        var elsewhere = visual.Tail.Contains("near") ? Present(GroupsOf(counted, loose, GroupsSql(counted, loose))) : [];
        var groups = GroupsOf(counted, filters, GroupsSql(counted, filters));
        var near = elsewhere.Except(Present(groups)).ToArray();
        var lines = new List<Localized>();
        foreach (var name in visual.Tail)
        {
            if (name == "near" && near.Length > 0 && Joined(field, near) is { } others)
                lines.Add(new($"只在别的层级：{others.Zh}", $"only at another level: {others.En}"));
            var missing = groups.Rows.Where(r => r.Cells[0].State?.Name == name).Select(r => r.Key).Except(near).ToArray();
            if (missing.Length > 0)
                lines.Add(Line(Model.States.First(s => s.Name == name), Joined(field, missing)));
        }

        return lines;
    }

    private static PageValue Counting { get; } =
        new("n", null, new Measure("n", new("条数", "rows"), "count(*)", default) { Additivity = Additivity.All, Decimals = 0 });

    private BoundSql GroupsSql(VisualSpec visual, FilterSet filters) => VisualQuery.Groups(Model, visual, filters);

    private static string[] Present(VisualContent.Groups groups) => [.. groups.Rows.Where(r => r.Total.RowCount > 0).Select(r => r.Key)];

    private static string? TextOf(ResultTable rows, int row, string column) =>
        rows.ColumnIndex(column) is >= 0 and var at ? rows.Text(row, at) : null;

    private static double? NumberOf(ResultTable rows, int row, string column) =>
        rows.ColumnIndex(column) is >= 0 and var at ? rows.Number(row, at) : null;

    private static Localized? Pair(string? zh, string? en) => zh is null ? null : new Localized(zh, en ?? zh);
}
