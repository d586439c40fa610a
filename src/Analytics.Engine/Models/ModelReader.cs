using System.Text.RegularExpressions;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Models;

/// <summary>Reads a model file. Unknown keys are faults, so that a misspelt one is not silently without effect.</summary>
internal sealed partial class ModelReader
{
    private const string Any = "all",
        Insisted = "all!",
        Never = "none";

    private readonly SpecFile _file;
    private readonly Func<string, SemanticModel?> _models;

    private ModelReader(SpecFile file, Func<string, SemanticModel?> models) => (_file, _models) = (file, models);

    /// <param name="name">The file's name without its ending.</param>
    /// <param name="path">The file; its folder is where its source and its words are looked for.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="models">Another model by its name, for <c>like:</c>; null where there is none.</param>
    public static Reading<SemanticModel> Read(string name, string path, string text, Func<string, SemanticModel?> models)
    {
        var file = new SpecFile(path);
        var model = file.Root(text, name) is { } root ? new ModelReader(file, models).Model(name, root) : null;
        return new(file.Faults.Count == 0 ? model : null, file.Faults);
    }

    private SemanticModel? Model(string name, SpecNode root)
    {
        root.Allow("model", "label", "source", "dimensions", "measures", "states", "compare");
        if (root.Required("model") is { } called && called.Text() is { } said && said != name)
            called.Wrong($"是“{said}”，应同文件名“{name}”", $"is '{said}'; expected the file's name '{name}'");
        var label = root.Optional("label")?.Localized() ?? Localized.Same(name);
        var source = root.Required("source") is { } from ? Source(from) : null;
        var dimensions = root.Required("dimensions")?.Entries().SelectMany(Dimensions).ToArray() ?? [];
        var rules = root.Optional("compare")?.Entries().Select(Rule).OfType<CompareRule>().ToArray() ?? [];
        var measures = root.Optional("measures")?.Entries().Select(m => Measure(m, rules)).OfType<Measure>().ToArray() ?? [];
        var states = root.Optional("states")?.Entries().Select(State).OfType<CellState>().ToArray() ?? [];
        return source is null ? null : new SemanticModel(name, _file.Path, label, source, dimensions, measures, states, rules);
    }

    private ModelSource? Source(SpecNode node)
    {
        node.Allow("table", "file", "where", "evidence");
        var table = node.Optional("table")?.Text();
        var (where, evidence) = (node.Optional("where")?.Text(), node.Optional("evidence")?.Text());
        if (node.Optional("file") is { } at)
            return at.Text() is { } file && FileOf(at, file) is { } full ? OfFile(at, full, table, where, evidence) : null;
        if (table is not null)
            return new ModelSource(SqlText.Identifier(table), null, where, evidence, node.Place);
        if (!node.IsMapping)
            return null;
        node.Wrong("缺少“table”或“file”", "lacks 'table' or 'file'");
        return null;
    }

    private static ModelSource? OfFile(SpecNode node, string path, string? table, string? where, string? evidence)
    {
        var opened = new OpenedFile(path, OpenedFile.Stem(path));
        if (opened.Kind == FileKind.Sheet)
        {
            node.Wrong("是工作簿；请先把工作表另存为 CSV 或 Parquet", "is a workbook; save its sheet as CSV or Parquet first");
            return null;
        }

        if (!opened.IsDatabase)
            return new ModelSource(opened.ReadSql, path, where, evidence, node.Place);
        if (table is not null)
            return new ModelSource($"{SqlText.Identifier(opened.Name)}.{SqlText.Identifier(table)}", path, where, evidence, node.Place);
        node.Wrong("是数据库，另要“table”", "is a database; it also needs 'table'");
        return null;
    }

    /// <summary>An absolute path, or one beside the model, or else in the current folder.</summary>
    private string? FileOf(SpecNode node, string name)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(_file.Path))!;
        var found = new[] { System.IO.Path.Combine(folder, name), System.IO.Path.GetFullPath(name) }.FirstOrDefault(File.Exists);
        if (found is null)
            node.Wrong($"：没有文件“{name}”", $": there is no file '{name}'");
        else if (OpenedFile.KindOf(found) is null)
            node.Wrong($"：从后缀看不出“{name}”是哪种文件", $": the kind of '{name}' is not known from its ending");
        return found is not null && OpenedFile.KindOf(found) is not null ? found : null;
    }

    private IEnumerable<Dimension> Dimensions((string Name, SpecNode Node) entry)
    {
        var (name, node) = entry;
        if (node.Optional("columns") is { } columns)
        {
            node.Allow("columns", "label");
            return columns.Texts().Select(c => new PlainDimension($"{name}.{c}", Localized.Same(c), c, columns.Place));
        }

        return OneDimension(name, node) is { } one ? [one] : [];
    }

    /// <summary>
    /// Keys of any kind of dimension. Which kind one is, is told by its keys, so that a misspelt one must be found before.
    /// </summary>
    private static readonly string[] DimensionKeys =
    [
        "label",
        "column",
        "columns",
        "like",
        "tree",
        "table",
        "key",
        "start",
        "end",
        "text",
        "undated",
        "groups",
        "levels",
        "name",
        "short",
        "aliases",
        "also",
        "order",
        "words",
        "members",
    ];

    private Dimension? OneDimension(string name, SpecNode node)
    {
        if (!node.HasOnly(DimensionKeys))
        {
            node.Allow(DimensionKeys);
            return null;
        }

        var label = node.Optional("label")?.Localized() ?? Localized.Same(name);
        var column = node.Optional("column")?.Text() ?? name;
        Dimension? dimension =
            node.Optional("like") is { } like ? Like(name, label, column, node, like)
            : node.Optional("tree") is { } tree ? Tree(name, label, column, node, tree)
            : node.Optional("table") is not null ? Table(name, label, column, node)
            : node.Optional("start") is not null ? Period(name, label, node)
            : node.Optional("groups") is { } groups ? Grouped(name, label, column, node, groups)
            : node.Optional("levels") is { } levels ? Dates(name, label, column, node, levels)
            : Plain(name, label, column, node);
        if (dimension is null)
            return null;
        var words = node.Optional("words") is { } at ? WordsOf(at) : dimension.Words;
        return dimension with { Words = words, ShowsAllMembers = node.Optional("members")?.OneOf(Any) == Any || dimension.ShowsAllMembers };
    }

    private static PlainDimension Plain(string name, Localized label, string column, SpecNode node)
    {
        node.Allow("label", "column", "name", "words", "members");
        return new PlainDimension(name, label, column, node.Place) { Names = node.Optional("name") is { } names ? Pair(names) : null };
    }

    private static GroupedDimension Grouped(string name, Localized label, string column, SpecNode node, SpecNode groups)
    {
        node.Allow("label", "column", "groups", "words", "members");
        var values = groups.Entries().ToDictionary(g => g.Name, g => g.Node.Texts());
        return new GroupedDimension(name, label, column, values, node.Place);
    }

    private static DateDimension? Dates(string name, Localized label, string column, SpecNode node, SpecNode levels)
    {
        node.Allow("label", "column", "levels", "words");
        var grains = levels.Items().Select(l => l.OneOf(DateDimension.AllGrains)).OfType<string>().ToArray();
        return grains.Length == 0 ? null : new DateDimension(name, label, column, grains, node.Place);
    }

    private static PeriodDimension? Period(string name, Localized label, SpecNode node)
    {
        node.Allow("label", "start", "end", "text", "name", "levels", "undated", "words");
        node.Optional("levels")?.Items().Select(l => l.OneOf(PeriodDimension.Year, PeriodDimension.Period)).ToArray();
        var (start, end, text) = (node.Required("start")?.Text(), node.Required("end")?.Text(), node.Required("text")?.Text());
        var undated = node.Optional("undated")?.Localized() ?? new Localized("时间未载", "undated");
        return start is null || end is null || text is null
            ? null
            : new PeriodDimension(name, label, start, end, text, undated, node.Place)
            {
                Names = node.Optional("name") is { } names ? Pair(names) : null,
            };
    }

    private static TableDimension? Table(string name, Localized label, string column, SpecNode node)
    {
        node.Allow("label", "column", "table", "key", "levels", "name", "words", "members");
        if (node.Required("table")?.Text() is not { } table)
            return null;
        var levels = node.Optional("levels")?.Entries().Select(l => (l.Name, l.Node.Text() ?? "")).ToArray() ?? [(name, column)];
        var names = node.Optional("name") is { } pair ? Pair(pair) : null;
        return new TableDimension(name, label, table, node.Optional("key")?.Text() ?? $"{table}_id", levels, names, node.Place);
    }

    private static TreeDimension? Tree(string name, Localized label, string column, SpecNode node, SpecNode tree)
    {
        node.Allow("label", "column", "tree", "name", "short", "aliases", "also", "order", "members", "words");
        tree.Allow("table", "key", "parent", "level", "levels");
        var (table, key, parent) = (tree.Required("table")?.Text(), tree.Required("key")?.Text(), tree.Required("parent")?.Text());
        var (level, levels) = (tree.Required("level")?.Text(), tree.Required("levels")?.Texts());
        var names = node.Required("name") is { } pair ? Pair(pair) : null;
        if (table is null || key is null || parent is null || level is null || levels is null || names is null)
            return null;
        var aliases = node.Optional("aliases");
        var also = node.Optional("also")?.Entries().ToDictionary(a => a.Name, a => a.Node.Texts());
        return new TreeDimension(
            name,
            label,
            column,
            new MemberTree(table, key, parent, level, levels),
            names.Value,
            aliases is { IsMapping: false } ? aliases.Texts() : [],
            also ?? [],
            node.Place
        )
        {
            Order = node.Optional("order")?.Text(),
            Named = aliases is { IsMapping: true } ? Aliases(aliases) : null,
            Shortening = node.Optional("short") is { } shorts ? Shortening(shorts) : null,
        };
    }

    private static AliasTable? Aliases(SpecNode node)
    {
        node.Allow("table", "column", "key");
        var (table, column, key) = (node.Required("table")?.Text(), node.Required("column")?.Text(), node.Required("key")?.Text());
        return table is null || column is null || key is null ? null : new AliasTable(table, column, key);
    }

    private static (string, string)? Shortening(SpecNode node)
    {
        node.Allow("zh", "en");
        var zh = node.Required("zh")?.OneOf(PlaceNames.ChineseDivision);
        var en = node.Required("en")?.OneOf(PlaceNames.FirstWord);
        return zh is null || en is null ? null : (zh, en);
    }

    /// <summary>Tree, names, order and aliases of a dimension of another model, found by the names in a column of this one.</summary>
    private TreeDimension? Like(string name, Localized label, string column, SpecNode node, SpecNode like)
    {
        node.Allow("label", "column", "like");
        if (like.Text() is not { } other)
            return null;
        var (model, dimension) = other.Split('.', 2) is [var first, var rest] ? (first, rest) : ("", other);
        if (_models(model) is not { } found)
        {
            like.Wrong($"“{other}”：没有模型“{model}”", $"'{other}': there is no model '{model}'");
            return null;
        }

        if (found.Dimensions.OfType<TreeDimension>().FirstOrDefault(d => d.Name == dimension) is { } tree)
            return tree with { Name = name, Label = label, Column = column, Place = node.Place, IsNamed = true };
        var near = SpecNode.Near(other, found.Dimensions.OfType<TreeDimension>().Select(d => $"{model}.{d.Name}"));
        like.Wrong($"“{other}”不是有树的维度{near.Zh}", $"'{other}' is no dimension with a tree{near.En}");
        return null;
    }

    private static (string Zh, string En)? Pair(SpecNode node)
    {
        node.Allow("zh", "en");
        return node.Required("zh")?.Text() is { } zh && node.Required("en")?.Text() is { } en ? (zh, en) : null;
    }

    private Dictionary<string, IReadOnlyDictionary<string, Words>> WordsOf(SpecNode at)
    {
        var none = new Dictionary<string, IReadOnlyDictionary<string, Words>>();
        if (at.Text() is not { } name)
            return none;
        var path = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(_file.Path)!, name);
        if (!File.Exists(path))
        {
            at.Wrong($"：没有文件“{name}”", $": there is no file '{name}'");
            return none;
        }

        var read = WordsReader.Read(path, Utf8Text.ReadFile(path));
        if (read.Value is null)
            at.Wrong($"：{SpecFault.Exception(read.Faults).Text.Zh}", $": {SpecFault.Exception(read.Faults).Text.En}");
        return read.Value ?? none;
    }

    private static Measure? Measure((string Name, SpecNode Node) entry, IReadOnlyList<CompareRule> rules)
    {
        var (name, node) = entry;
        node.Allow("label", "expr", "unit", "decimals", "additive", "bounds", "printed", "compare");
        if (node.Required("expr") is not { } at || at.Text() is not { } sql)
            return null;
        var ofRows = new[] { "bounds", "printed", "compare" }.Any(k => node.Optional(k) is not null);
        var unit = node.Optional("unit");
        if (unit is { IsMapping: true })
            unit.Allow("column");
        return new Measure(name, node.Optional("label")?.Localized() ?? Localized.Same(name), sql, at.Place)
        {
            Unit = unit is { IsMapping: false } ? unit.Text() : null,
            UnitColumn = unit is { IsMapping: true } ? unit.Required("column")?.Text() : null,
            Decimals = node.Optional("decimals")?.Whole(0, 15),
            Bounds = node.Optional("bounds")?.Texts() is [var low, var high] ? (low, high) : null,
            Printed = node.Optional("printed")?.Localized(),
            IsOfRows = ofRows,
            Additivity = ofRows ? Additivity.None : AdditivityOf(node.Optional("additive"), sql),
            Compare =
                node.Optional("compare") is { } rule && rule.Text() is { } called
                    ? rule.Among(called, [.. rules.Select(r => r.Name)], "rule of comparison", "比较规则")
                    : null,
        };
    }

    /// <summary>Sums and counts add; it may be narrowed by hand, and widened only where the file insists.</summary>
    private static Additivity AdditivityOf(SpecNode? said, string sql)
    {
        var adds = Adds().IsMatch(sql);
        switch (said?.OneOf(Any, Insisted, Never))
        {
            case Never:
                return Additivity.None;
            case Insisted:
                return adds ? Additivity.All : Additivity.Claimed;
            case Any when !adds:
                said.Wrong(
                    $"是 {Any}，而“{sql}”不能相加；确要相加请写 {Insisted}",
                    $"is {Any}, but '{sql}' does not add up; write {Insisted} to insist"
                );
                return Additivity.None;
            default:
                return adds ? Additivity.All : Additivity.None;
        }
    }

    [GeneratedRegex(
        @"^\s*(sum\s*\((?!\s*distinct\b)[^()]*(\([^()]*\)[^()]*)*\)|count\s*\((?!\s*distinct\b)[^()]*\))\s*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Adds();

    private static CellState? State((string Name, SpecNode Node) entry)
    {
        var (name, node) = entry;
        node.Allow("when", "count", "mark", "long");
        var (mark, words) = (node.Required("mark")?.Localized(), node.Required("long")?.Localized());
        var noArticle = node.Optional("when")?.OneOf("no_article") is not null;
        return mark is null || words is null
            ? null
            : new CellState(name, noArticle, node.Optional("count")?.Text(), mark, words, node.Place);
    }

    private static CompareRule? Rule((string Name, SpecNode Node) entry)
    {
        var (name, node) = entry;
        node.Allow("pairs", "reserve", "say");
        return node.Required("pairs")?.Text() is { } pairs
            ? new CompareRule(name, pairs, node.Optional("reserve")?.Texts() ?? [], node.Optional("say")?.Texts() ?? [], node.Place)
            : null;
    }
}
