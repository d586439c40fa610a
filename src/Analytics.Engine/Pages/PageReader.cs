using Analytics.Engine.Models;

namespace Analytics.Engine.Pages;

/// <summary>Reads a page file against its model. Unknown keys and names are faults, all told at once.</summary>
internal sealed partial class PageReader
{
    private readonly SpecFile _file;
    private readonly string _name;
    private readonly SemanticModel _model;
    private readonly HashSet<string> _visuals = [];
    private readonly HashSet<string> _slicers = [];

    private PageReader(SpecFile file, string name, SemanticModel model) => (_file, _name, _model) = (file, name, model);

    /// <param name="name">The file's name without its ending.</param>
    /// <param name="path">The file.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="models">The models by name: null where there is none.</param>
    public static Reading<PageSpec> Read(string name, string path, string text, Func<string, Reading<SemanticModel>?> models)
    {
        var file = new SpecFile(path);
        if (file.Root(text, name) is not { } root)
            return new(null, file.Faults);
        root.Allow("page", "model", "title", "home", "slicers", "params", "layout", "visuals");
        var model = ModelOf(root, models);
        var page = model is null ? null : new PageReader(file, name, model).Page(root);
        return new(file.Faults.Count == 0 ? page : null, file.Faults);
    }

    private static SemanticModel? ModelOf(SpecNode root, Func<string, Reading<SemanticModel>?> models)
    {
        if (root.Required("model") is not { } at || at.Text() is not { } name)
            return null;
        var read = models(name);
        if (read is null)
        {
            at.Wrong($"：没有模型“{name}”", $": there is no model '{name}'");
        }
        else if (read.Value is null)
        {
            at.Wrong(
                $"：模型“{name}”有误（{read.Faults[0].In(Language.Zh)}）",
                $": model '{name}' is faulty ({read.Faults[0].In(Language.En)})"
            );
        }
        return read?.Value;
    }

    private PageSpec? Page(SpecNode root)
    {
        if (root.Required("page") is { } called && called.Text() is { } said && said != _name)
            called.Wrong($"是“{said}”，应同文件名“{_name}”", $"is '{said}'; expected the file's name '{_name}'");
        var title = root.Required("title")?.Localized();
        _slicers.UnionWith(Names(root.Optional("slicers")).Concat(Names(root.Optional("params"))));
        _visuals.UnionWith(Names(root.Optional("visuals")));
        Slicer[] slicers = [.. Slicers(root.Optional("slicers"), true), .. Slicers(root.Optional("params"), false)];
        VisualSpec[] visuals = [.. root.Required("visuals")?.Entries().Select(Visual).OfType<VisualSpec>() ?? []];
        var layouts = root.Required("layout") is { } layout ? Layouts(layout, visuals) : null;
        return title is null || layouts is null
            ? null
            : new PageSpec(_name, _file.Path, _model, title, root.Optional("home")?.Flag() ?? false, slicers, layouts, visuals);
    }

    private static IEnumerable<string> Names(SpecNode? node) => node is { IsMapping: true } ? node.Entries().Select(e => e.Name) : [];

    private IEnumerable<Slicer> Slicers(SpecNode? node, bool hasControl) =>
        node?.Entries().Select(e => Slicer(e.Name, e.Node) is { } slicer ? slicer with { HasControl = hasControl } : null).OfType<Slicer>()
        ?? [];

    private Slicer? Slicer(string name, SpecNode node)
    {
        node.Allow("dimension", "default", "multi", "within", "sync", "required", "hide", "options", "from", "label");
        var options = node.Optional("options")?.Items().Select(Option).OfType<SlicerOption>().ToArray() ?? [];
        var from = node.Optional("from") is { } at ? VisualName(at) : null;
        var field = options.Length > 0 || node.Optional("from") is not null ? null : FieldOf(node.Optional("dimension"), node, name);
        if (field is null && options.Length == 0 && from is null)
            return null;
        var start = node.Optional("default") is { IsList: false } only ? only.Text() : null;
        var named = node.Optional("default")?.Texts() ?? [];
        if (options.Length > 0 && start is not null)
            node.Optional("default")!.Among(start, [.. options.Select(o => o.Name)], "option", "选项");
        return new Slicer(name, node.Optional("label")?.Localized() ?? field?.Label ?? Localized.Same(name), node.Place)
        {
            Field = field,
            Options = options,
            From = from,
            Start = start switch
            {
                null when named.Count == 0 => SlicerStart.All,
                "all" => SlicerStart.All,
                "first" => SlicerStart.First,
                "last" => SlicerStart.Last,
                _ => SlicerStart.Named,
            },
            Named = start is "all" or "first" or "last" ? [] : named,
            IsMulti = node.Optional("multi")?.Flag() ?? false,
            Within =
                node.Optional("within") is { } within && within.Text() is { } outer
                    ? within.Among(outer, _slicers, "slicer", "切片器")
                    : null,
            Sync = node.Optional("sync")?.Texts() ?? [],
            IsRequired = node.Optional("required")?.Flag() ?? false,
            HidesWhenSmall = node.Optional("hide")?.OneOf("small") is not null,
        };
    }

    private static SlicerOption? Option(SpecNode node) =>
        node.OneOf([.. SlicerOption.All.Select(o => o.Name)]) is { } name ? SlicerOption.All.First(o => o.Name == name) : null;

    /// <summary>A field by the name that a node has, or else by another name at its place.</summary>
    private Field? FieldOf(SpecNode? node, SpecNode place, string name)
    {
        var called = node is null ? name : node.Text();
        if (called is null)
            return null;
        if (_model.FieldOf(called) is { } field)
            return field;
        var near = SpecNode.Near(called, _model.Fields.Select(f => f.Name));
        (node ?? place).Wrong($"：没有维度“{called}”{near.Zh}", $": '{called}' is no dimension{near.En}");
        return null;
    }

    private Field? FieldOf(SpecNode? node) => node is null ? null : FieldOf(node, node, "");

    private string? VisualName(SpecNode node) => node.Text() is { } name ? node.Among(name, _visuals, "visual", "图块") : null;

    private Layouts? Layouts(SpecNode node, IReadOnlyList<VisualSpec> visuals)
    {
        node.Allow("small", "medium", "large");
        if (node.Required("small") is not { } at)
            return null;
        var small = Rows(at, 80, 24, visuals);
        var medium = node.Optional("medium") is { } middle ? Rows(middle, 100, 30, visuals) : small;
        var large = node.Optional("large") is { } wide ? Rows(wide, 160, 50, visuals) : medium;
        return new Layouts(small, medium, large);
    }

    private LayoutRow[] Rows(SpecNode node, int width, int height, IReadOnlyList<VisualSpec> visuals)
    {
        LayoutRow[] rows = [.. node.Items().Select(Row).OfType<LayoutRow>()];
        // Menu, tabs, slicers and two lines of status stand around them; a row of what is left may have nothing on the least screen.
        const int Around = 5;
        var lines = rows.Sum(r => r.Height ?? 0);
        if (lines > height - Around)
        {
            node.Wrong(
                $"各行共 {lines} 行高，{width}×{height} 只有 {height - Around} 行",
                $"rows take {lines} lines; {width}×{height} has {height - Around}"
            );
        }

        foreach (var row in rows)
            RequireRoom(node, row, width, visuals);
        return rows;
    }

    /// <summary>Each visual needs a least width beside its frame.</summary>
    private void RequireRoom(SpecNode node, LayoutRow row, int width, IReadOnlyList<VisualSpec> visuals)
    {
        var weights = row.Cells.Sum(c => c.Weight);
        foreach (var cell in row.Cells)
        {
            var kind = visuals.FirstOrDefault(v => v.Name == cell.Visual)?.Kind;
            var needs = kind is VisualKind.Matrix or VisualKind.Table or VisualKind.Line ? 24 : 12;
            if (kind is null || width * cell.Weight / weights >= needs)
                continue;
            var given = string.Join('+', row.Cells.Select(c => c.Weight));
            var word = kind.Value.ToString().ToLowerInvariant();
            _file.Fault(
                row.Place,
                $"{node.Key}：宽 {given} 放不下 {word} “{cell.Visual}”（要 {needs} 列，只有 {width * cell.Weight / weights}）",
                $"{node.Key}: widths {given} leave no room for the {word} '{cell.Visual}' "
                    + $"(needs {needs} columns, has {width * cell.Weight / weights})"
            );
        }
    }

    /// <summary><c>a b*2 c 12</c>: visuals with weights, then a height in lines or <c>*</c>.</summary>
    private LayoutRow? Row(SpecNode node)
    {
        if (node.Text() is not { } text)
            return null;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || (words[^1] != "*" && !(int.TryParse(words[^1], out var lines) && lines is >= 1 and <= 200)))
        {
            node.Wrong($"“{text}”：最后应是行高或 *", $"'{text}' must end with a height in lines or *");
            return null;
        }

        LayoutCell[] cells = [.. words[..^1].Select(w => Cell(node, w)).OfType<LayoutCell>()];
        return new LayoutRow(
            cells,
            words[^1] == "*" ? null : int.Parse(words[^1], System.Globalization.CultureInfo.InvariantCulture),
            node.Place
        );
    }

    private LayoutCell? Cell(SpecNode node, string word)
    {
        var parts = word.Split('*');
        var weight = 1;
        if (parts.Length > 2 || (parts.Length == 2 && (!int.TryParse(parts[1], out weight) || weight is < 1 or > 99)))
        {
            node.Wrong($"“{word}”：宽应如 {parts[0]}*2", $"'{word}': expected a width such as {parts[0]}*2");
            return null;
        }

        return node.Among(parts[0], _visuals, "visual", "图块") is { } name ? new LayoutCell(name, weight) : null;
    }
}
