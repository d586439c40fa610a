namespace Analytics.Charts;

/// <summary>Places the blocks of a sheet: rows from top to bottom, each as high as its highest block.</summary>
internal static class SheetLayout
{
    private const double Gap = 32,
        TitleType = 30,
        Type = 15,
        HeadingType = 17,
        LargeType = 30,
        SmallType = 12.5;

    private static readonly Palette Colors = Palette.Light;

    public static ChartScene Arrange(Sheet sheet)
    {
        var width = sheet.Width - 2 * sheet.Margin;
        var page = new SheetWriter(width, Colors);
        if (sheet.Title.Length > 0)
            page.Write(sheet.Title, TitleType, Colors.Ink, isBold: true);
        foreach (var line in sheet.Subtitles)
            page.Write(line, Type, Colors.Soft);
        page.Space(Gap / 2);
        foreach (var row in sheet.Rows)
            page.Place(RowOf(row, width), 0, Gap);
        if (sheet.Footer.Count > 0)
            page.Rule(Colors.Grid);
        foreach (var line in sheet.Footer)
            page.Write(line, SmallType, Colors.Soft);
        return new ChartScene
        {
            Width = sheet.Width,
            Height = (int)Math.Ceiling(page.Height + 2 * sheet.Margin),
            Background = Colors.Ground,
            StripePeriod = 6,
            Items = [.. page.Block.At(sheet.Margin, sheet.Margin)],
            Title = sheet.Title,
            Description = string.Join('\n', sheet.Subtitles.Concat(sheet.Rows.SelectMany(r => r.Blocks).Select(b => b.Block.Title))),
            Language = sheet.Language == Language.Zh ? "zh-Hans" : "en",
        };
    }

    private static Block RowOf(SheetRow row, double width)
    {
        var weights = row.Blocks.Sum(b => b.Weight);
        var room = width - Gap * (row.Blocks.Count - 1);
        var items = new List<SceneItem>();
        var (x, height) = (0.0, 0.0);
        foreach (var (block, weight) in row.Blocks)
        {
            var placed = BlockOf(block, room * weight / weights);
            items.AddRange(placed.At(x, 0));
            x += room * weight / weights + Gap;
            height = Math.Max(height, placed.Height);
        }

        return new Block(height, items);
    }

    private static Block BlockOf(SheetBlock block, double width)
    {
        var writer = new SheetWriter(width, Colors);
        if (block.Title.Length > 0)
        {
            writer.Write(block.Title, HeadingType, Colors.Ink, isBold: true);
            writer.Rule(Colors.Axis);
        }
        foreach (var text in block.Texts)
            Write(writer, text);
        if (block.Plot is { } plot)
            writer.Place(SheetPlotLayout.Of(plot, width, Colors), 0, Type / 2);
        if (block.Table is { } table)
            writer.Place(SheetTableLayout.Of(table, width, Colors), 0, Type / 2);
        foreach (var note in block.Notes)
            writer.Write(note, SmallType, Colors.Soft);
        return writer.Block;
    }

    private static void Write(SheetWriter writer, SheetText text)
    {
        switch (text.Weight)
        {
            case SheetWeight.Large:
                writer.Write(text.Text, LargeType, Colors.Data, isBold: true);
                break;
            case SheetWeight.Strong:
                writer.Write(text.Text, Type, Colors.Ink, isBold: true);
                break;
            case SheetWeight.Soft:
                writer.Write(text.Text, Type, Colors.Soft);
                break;
            default:
                writer.Write(text.Text, Type, Colors.Ink);
                break;
        }
    }
}

/// <summary>Writes downwards within a width.</summary>
internal sealed class SheetWriter(double width, Palette colors)
{
    private readonly List<SceneItem> _items = [];

    /// <summary>So far.</summary>
    public double Height { get; private set; }

    public Block Block => new(Height, _items);

    /// <summary>A text in as many lines as it takes.</summary>
    public void Write(string text, double size, string color, bool isBold = false)
    {
        var lines = LineBreaker.Break(text, size, isBold, width, balanced: false);
        _items.AddRange(SheetTexts.Lines(lines, 0, Height, size, color, isBold, TextAnchor.Start));
        Height += TextMetrics.Height(lines.Count, size) + size * 0.4;
    }

    public void Space(double height) => Height += height;

    public void Rule(string? color = null)
    {
        _items.Add(new LineItem([new(0, Height), new(width, Height)], color ?? colors.Grid, 1));
        Height += 8;
    }

    public void Place(Block block, double x, double after)
    {
        _items.AddRange(block.At(x, Height));
        Height += block.Height + after;
    }
}

/// <summary>Lines of text as items.</summary>
internal static class SheetTexts
{
    /// <param name="lines">Already broken.</param>
    /// <param name="x">Where the anchor stands.</param>
    /// <param name="top">Upper edge of the first line.</param>
    /// <param name="size">Of the type.</param>
    /// <param name="color">Of the letters.</param>
    /// <param name="isBold">Whether they are bold.</param>
    /// <param name="anchor">Which end stands at <paramref name="x"/>.</param>
    public static IEnumerable<SceneItem> Lines(
        IReadOnlyList<string> lines,
        double x,
        double top,
        double size,
        string color,
        bool isBold,
        TextAnchor anchor
    ) =>
        lines.Select(
            (line, i) =>
                new TextItem(line, new(x, top + (TextMetrics.Rise + i * TextMetrics.Leading) * size), size, color)
                {
                    Bold = isBold,
                    Anchor = anchor,
                }
        );
}
