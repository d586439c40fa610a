using Analytics.Engine.Pages;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Pages;

/// <summary>Draws lines over categories as points: each series has a mark of its own, named in the first line, over one axis with
/// zero.</summary>
internal static class LinePlot
{
    private const string Marks = "●○▲△■□",
        Letters = "abcdef";

    private static readonly Style[] Colors = [Theme.Bar, Theme.Plain, Theme.Accent, Theme.Warning, Theme.Heading, Theme.Dim];

    public static void Draw(CellCanvas canvas, ShownLines lines)
    {
        double[] values = [.. lines.Series.SelectMany(s => s.Values).OfType<double>()];
        if (values.Length == 0 || lines.Categories.Count == 0 || canvas.Height < 4)
            return;
        var (low, high) = (Math.Min(0, values.Min()), Math.Max(0, values.Max()));
        var names = new[] { NumberText.Plain(high), NumberText.Plain((low + high) / 2), NumberText.Plain(low) };
        var left = names.Max(canvas.Measure) + 1;
        DrawNames(canvas, lines);
        var body = canvas.Region(new(left + 1, 1, Math.Max(1, canvas.Width - left - 1), canvas.Height - 2));
        for (var y = 0; y < body.Height; y++)
            canvas.Write(left, y + 1, "│", Theme.Dim);
        (int At, string Name)[] ticks = [(0, names[0]), ((body.Height - 1) / 2, names[1]), (body.Height - 1, names[2])];
        foreach (var tick in ticks.DistinctBy(t => t.At))
            canvas.WriteField(0, tick.At + 1, tick.Name, left - 1, Theme.Dim, TextAlignment.Right);
        DrawCategories(canvas, lines.Categories, left + 1, body.Width);
        foreach (var (index, series) in lines.Series.Index().Reverse())
        {
            for (var i = 0; i < series.Values.Count; i++)
            {
                if (series.Values[i] is { } value)
                    body.Write(X(i, lines.Categories.Count, body.Width), Y(value), Mark(canvas, index), Colors[index % Colors.Length]);
            }
        }

        int Y(double value) =>
            high > low ? (int)Math.Round((high - value) / (high - low) * (body.Height - 1), MidpointRounding.AwayFromZero) : 0;
    }

    private static int X(int category, int count, int width) => Math.Min(width - 1, (int)((category + 0.5) * width / count));

    private static string Mark(CellCanvas canvas, int series) =>
        (canvas.Ambiguous == AmbiguousWidth.One ? Marks : Letters)[series % Marks.Length].ToString();

    private static void DrawNames(CellCanvas canvas, ShownLines lines)
    {
        var x = 1;
        if (lines.Unit.Length > 0)
        {
            canvas.Write(x, 0, lines.Unit, Theme.Dim);
            x += canvas.Measure(lines.Unit) + 2;
        }

        foreach (var (index, series) in lines.Series.Index().Where(s => s.Item.Name.Length > 0))
        {
            canvas.Write(x, 0, $"{Mark(canvas, index)} {series.Name}", Colors[index % Colors.Length]);
            x += canvas.Measure(series.Name) + 4;
        }
    }

    /// <summary>Names below the points, as many as do not touch.</summary>
    private static void DrawCategories(CellCanvas canvas, IReadOnlyList<string> categories, int left, int width)
    {
        var free = left;
        for (var i = 0; i < categories.Count; i++)
        {
            var wide = canvas.Measure(categories[i]);
            var x = Math.Clamp(left + X(i, categories.Count, width) - wide / 2, left, Math.Max(left, canvas.Width - wide));
            if (x < free || x + wide > canvas.Width)
                continue;
            canvas.Write(x, canvas.Height - 1, categories[i], Theme.Dim);
            free = x + wide + 1;
        }
    }
}
