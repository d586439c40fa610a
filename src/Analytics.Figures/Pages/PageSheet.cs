using Analytics.Charts;
using Analytics.Engine.Pages;

namespace Analytics.Figures;

/// <summary>A page for a picture: its largest layout, what compares first, and below what that leaves out.</summary>
public static class PageSheet
{
    /// <summary>Rows of a table beyond which a picture says that there are more; other formats have all.</summary>
    private const int MostRows = 24;

    public static Sheet Of(PageDocument page) =>
        new()
        {
            Title = page.Title,
            Subtitles = [PageText.FilterLine(page)],
            Rows = [.. RowsOf(page).Select(r => new SheetRow([.. r.Select(c => (BlockOf(page, c.Block), c.Weight))]))],
            Footer = [page.Source],
            Language = page.Language,
        };

    /// <summary>The visuals in rows, each with its share of the width.</summary>
    internal static IEnumerable<(PageBlock Block, double Weight)[]> RowsOf(PageDocument page)
    {
        var large = page.Page.Layouts.Large;
        return large
            .Select(r => r.Cells.Select(c => (Block: Find(page, c.Visual), c.Weight)))
            .Concat(page.Page.LeftOut(large).Select(v => new[] { (Block: Find(page, v.Name), Weight: 1) }))
            .Select(r => r.Where(c => c.Block is not null).Select(c => (Block: c.Block!, Weight: (double)c.Weight)).ToArray())
            .SelectMany(Parted)
            .Where(r => r.Length > 0)
            .OrderBy(r => r.All(c => c.Block.Result.Visual.Kind != VisualKind.Verdict));
    }

    /// <summary>Lines or points of a visual alone, without words around them; null for what a table shows as well.</summary>
    public static Sheet? PictureOf(PageDocument page, PageBlock block)
    {
        if (block.Rows.Count == 0 || block.Result.Visual.Kind is not (VisualKind.Line or VisualKind.Dot))
            return null;
        var drawn = BlockOf(page, block) with { Title = "", Texts = [], Notes = [] };
        return new Sheet
        {
            Title = "",
            Rows = [new SheetRow([(drawn, 1)])],
            Language = page.Language,
            Width = 900,
            Margin = 4,
        };
    }

    /// <summary>Sentences take the whole width: beside others they would be broken into columns of a few characters.</summary>
    private static IEnumerable<(PageBlock Block, double Weight)[]> Parted((PageBlock Block, double Weight)[] row)
    {
        var isWide = row.ToLookup(c => c.Block.Result.Visual.Kind == VisualKind.Sentences);
        return isWide[true].Select(c => new[] { c }).Prepend([.. isWide[false]]);
    }

    private static PageBlock? Find(PageDocument page, string visual) => page.Visuals.FirstOrDefault(v => v.Name == visual);

    private static SheetBlock BlockOf(PageDocument page, PageBlock block)
    {
        var left = block.Rows.Count - MostRows;
        string[] more =
            left <= 0 ? []
            : page.Language == Language.Zh ? [$"图中略去 {left} 行；html、json、md、txt 里有全部"]
            : [$"{left} {Plural.Of(left, "row is", "rows are")} left out of the picture; html, json, md and txt have all"];
        var plot = PlotOf(page, block);
        return new SheetBlock(block.Title)
        {
            Texts = Texts(page, block),
            Plot = plot,
            Table = plot is null && block.Rows.Count > 0 ? TableOf(block) : null,
            Notes = [.. more, .. block.Notes],
        };
    }

    private static IReadOnlyList<SheetText> Texts(PageDocument page, PageBlock block) =>
        block.Result.Content switch
        {
            VisualContent.Card card => [.. card.Lines.SelectMany(l => CardLine(l, page.Language))],
            VisualContent.Verdict { Answers: [{ Question: not null }, ..] } =>
            [
                .. block.Lines.Select((l, i) => new SheetText(l, i % 2 == 0 ? SheetWeight.Strong : SheetWeight.Plain)),
            ],
            _ => [.. block.Lines.Select(l => new SheetText(l))],
        };

    private static IEnumerable<SheetText> CardLine(CardLine line, Language language) =>
        line.IsHead
            ? [new SheetText(line.Text.In(language), SheetWeight.Large), new SheetText(line.Label.In(language), SheetWeight.Soft)]
            : [new SheetText($"{line.Label.In(language)}{(language == Language.Zh ? "：" : ": ")}{line.Text.In(language)}")];

    private static SheetTable TableOf(PageBlock block)
    {
        var table = new SheetTable(block.Head, [.. block.Rows.Take(MostRows)], block.Numbers);
        return (block.Result.Visual.Kind, block.Result.Content) switch
        {
            (VisualKind.Bar, VisualContent.Groups { Across: null } groups) => table with { Spans = Bars(groups) },
            (VisualKind.Matrix, VisualContent.Groups groups) when block.Result.Visual.IsShaded => table with { Shades = Shades(groups) },
            (VisualKind.Dot, VisualContent.Table rows) => table with { Spans = Dots(rows) },
            (VisualKind.Dot, VisualContent.Groups { Across: null } groups) => table with
            {
                Spans = [.. Bars(groups).Select((s, i) => s is null ? null : Point(s, groups.Rows[i].Total.Value < 0))],
            },
            _ => table,
        };
    }

    /// <summary>The end of a bar that is not at zero.</summary>
    private static SheetSpan Point(SheetSpan bar, bool isBelow) =>
        isBelow ? new(bar.From, bar.From, bar.From) : new(bar.To, bar.To, bar.To);

    /// <summary>All from zero on one scale.</summary>
    private static IReadOnlyList<SheetSpan?> Bars(VisualContent.Groups groups)
    {
        double[] values = [.. groups.Rows.Select(r => r.Total.Value).OfType<double>().Append(0)];
        var (low, high) = (values.Min(), values.Max());
        return
        [
            .. groups
                .Rows.Take(MostRows)
                .Select(r =>
                    r.Total.Value is { } value && high > low
                        ? new SheetSpan((Math.Min(0, value) - low) / (high - low), (Math.Max(0, value) - low) / (high - low))
                        : null
                ),
        ];
    }

    /// <summary>Points with the bounds that the texts give, on a scale that need not have zero.</summary>
    private static IReadOnlyList<SheetSpan?> Dots(VisualContent.Table table)
    {
        double[] values = [.. table.Rows.SelectMany(r => new[] { r.Number?.Value, r.Number?.Low, r.Number?.High }).OfType<double>()];
        if (values.Length == 0)
            return [];
        var (low, high) = (values.Min(), values.Max());
        var edge = high > low ? (high - low) * 0.05 : 1;
        return [.. table.Rows.Take(MostRows).Select(r => Dot(r.Number))];

        SheetSpan? Dot((double? Value, double? Low, double? High)? number) =>
            number is { Value: { } value } bounds
                ? new SheetSpan(Share(bounds.Low ?? value), Share(bounds.High ?? value), Share(value))
                : null;

        double Share(double value) => (value - low + edge) / (high - low + 2 * edge);
    }

    private static IReadOnlyList<IReadOnlyList<double?>> Shades(VisualContent.Groups groups)
    {
        var most = groups.Rows.SelectMany(r => r.Cells).Select(c => c.Value ?? 0).DefaultIfEmpty().Max();
        return
        [
            .. groups
                .Rows.Take(MostRows)
                .Select(r => (IReadOnlyList<double?>)[null, .. r.Cells.Select(c => most > 0 && c.Value > 0 ? c.Value / most : null), null]),
        ];
    }

    /// <summary>The lines of a line chart; null for other kinds.</summary>
    private static SheetPlot? PlotOf(PageDocument page, PageBlock block)
    {
        if (block.Result is not { Visual.Kind: VisualKind.Line, Content: VisualContent.Groups groups })
            return null;
        var series = groups.AcrossKeys.Select(
            (key, i) => (block.Head[i + 1], (IReadOnlyList<double?>)[.. groups.Rows.Select(r => r.Cells[i].Value)])
        );
        return new SheetPlot(
            [.. block.Rows.Select(r => r[0])],
            [.. series],
            block.Result.Visual.Values[0].Measure is { Unit: { } unit } ? unit : ""
        );
    }
}
