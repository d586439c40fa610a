using System.Globalization;

namespace Analytics.Charts;

/// <summary>Lines of a sheet, each named at its end or above, over one axis that has zero.</summary>
internal static class SheetPlotLayout
{
    private const double Height = 240,
        Type = 12.5,
        Lines = 4,
        Point = 3;

    public static Block Of(SheetPlot plot, double width, Palette colors)
    {
        double[] values = [.. plot.Series.SelectMany(s => s.Values).OfType<double>()];
        if (values.Length == 0 || plot.Categories.Count == 0)
            return Block.Empty;
        var (low, high) = (Math.Min(0, values.Min()), Math.Max(0, values.Max()));
        var step = Ticks.Step((high > low ? high - low : 1) / Lines);
        (low, high) = (Math.Floor(low / step) * step, Math.Max(low + step, Math.Ceiling(high / step) * step));
        var ticks = Ticks.Between(low, high, step);
        var left = ticks.Max(t => ChartFonts.Width(Text(t), Type)) + 10;
        var items = new List<SceneItem>();
        var top = Names(items, plot, width, colors);
        var body = new Box(left, top + Type, width - left - Type, Height);
        foreach (var tick in ticks)
        {
            items.Add(new LineItem([new(body.X, Y(tick)), new(body.Right, Y(tick))], tick == 0 ? colors.Axis : colors.Grid, 1));
            items.Add(Label(Text(tick), body.X - 8, Y(tick) + Type * 0.35, TextAnchor.End));
        }

        var every = (int)Math.Ceiling(plot.Categories.Max(c => ChartFonts.Width(c, Type) + 12) * plot.Categories.Count / body.Width);
        for (var i = 0; i < plot.Categories.Count; i += Math.Max(1, every))
            items.Add(Label(plot.Categories[i], X(i), body.Bottom + Type * 1.6, TextAnchor.Middle));
        foreach (var (index, series) in plot.Series.Index())
            items.AddRange(Line(series.Values, colors.Series[index % colors.Series.Count]));
        return new Block(body.Bottom + 2.2 * Type, items);

        double X(int category) => body.X + body.Width * (category + 0.5) / plot.Categories.Count;

        double Y(double value) => body.Bottom - body.Height * (value - low) / (high - low);

        TextItem Label(string text, double x, double y, TextAnchor anchor) => new(text, new(x, y), Type, colors.Soft) { Anchor = anchor };

        IEnumerable<SceneItem> Line(IReadOnlyList<double?> points, string color)
        {
            for (var i = 0; i < points.Count; i++)
            {
                if (points[i] is not { } value)
                    continue;
                if (i > 0 && points[i - 1] is { } before)
                    yield return new LineItem([new(X(i - 1), Y(before)), new(X(i), Y(value))], color, 2);
                yield return new CircleItem(new(X(i), Y(value)), Point, color);
            }
        }
    }

    /// <summary>The unit, and what each line is, where there are several.</summary>
    private static double Names(List<SceneItem> items, SheetPlot plot, double width, Palette colors)
    {
        var x = 0.0;
        var baseline = TextMetrics.Rise * Type;
        if (plot.Unit.Length > 0)
            Write(plot.Unit, colors.Soft, mark: null);
        foreach (var (index, series) in plot.Series.Index().Where(_ => plot.Series.Count > 1))
            Write(series.Name, colors.Ink, colors.Series[index % colors.Series.Count]);
        return x == 0 && baseline < Type ? 0 : baseline + TextMetrics.Drop * Type;

        void Write(string text, string color, string? mark)
        {
            var taken = ChartFonts.Width(text, Type) + 16 + (mark is null ? 0 : 16);
            if (x > 0 && x + taken > width)
                (x, baseline) = (0, baseline + Type * TextMetrics.Leading);
            if (mark is not null)
                items.Add(new CircleItem(new(x + 5, baseline - Type * 0.35), 5, mark));
            items.Add(new TextItem(text, new(x + (mark is null ? 0 : 16), baseline), Type, color));
            x += taken;
        }
    }

    // Rounded first, so that nothing is a zero below zero.
    private static string Text(double value) => (Math.Round(value, 2) + 0).ToString("#,0.##", CultureInfo.InvariantCulture);
}
