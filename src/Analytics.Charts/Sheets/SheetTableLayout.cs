namespace Analytics.Charts;

/// <summary>A table of a sheet: columns as wide as their texts, the widest giving way where there is no room, and its texts
/// broken.</summary>
internal static class SheetTableLayout
{
    private const double Type = 13.5,
        HeadType = 12.5,
        Beside = 8,
        Above = 4,
        LeastColumn = 28,
        Slack = 1,
        SpanShare = 0.4,
        SpanHeight = 12;

    public static Block Of(SheetTable table, double width, Palette colors)
    {
        var spans = table.Spans.Count > 0 ? width * SpanShare : 0;
        var widths = Widths(table, width - spans);
        var items = new List<SceneItem>();
        var y = 0.0;
        y = Row(items, table.Head, table.Numbers, widths, y, HeadType, colors.Soft, isBold: true, shades: null, colors);
        items.Add(new LineItem([new(0, y), new(width, y)], colors.Axis, 1));
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var top = y;
            var shades = table.Shades.Count > 0 ? table.Shades[row] : null;
            y = Row(items, table.Rows[row], table.Numbers, widths, y, Type, colors.Ink, isBold: false, shades, colors);
            if (table.Spans.Count > 0 && table.Spans[row] is { } span)
                Span(items, span, new(widths.Sum(), top, spans - Beside, y - top), colors);
            items.Add(new LineItem([new(0, y), new(width, y)], colors.Grid, 1));
        }

        return new Block(y, items);
    }

    private static double Row(
        List<SceneItem> items,
        IReadOnlyList<string> cells,
        IReadOnlyList<bool> numbers,
        double[] widths,
        double top,
        double size,
        string color,
        bool isBold,
        IReadOnlyList<double?>? shades,
        Palette colors
    )
    {
        var broken = cells
            .Select((c, i) => LineBreaker.Break(c, size, isBold, Math.Max(1, widths[i] - 2 * Beside), balanced: false))
            .ToArray();
        var height = broken.Max(l => TextMetrics.Height(Math.Max(1, l.Count), size)) + 2 * Above;
        var x = 0.0;
        for (var i = 0; i < broken.Length; i++)
        {
            if (shades?[i] is { } shade)
                items.Add(new RectItem(new(x + 1, top, widths[i] - 2, height), ColorContrast.Mix(colors.Ground, colors.Pale, shade)));
            var (at, anchor) = numbers[i] ? (x + widths[i] - Beside, TextAnchor.End) : (x + Beside, TextAnchor.Start);
            items.AddRange(SheetTexts.Lines(broken[i], at, top + Above, size, color, isBold, anchor));
            x += widths[i];
        }

        return top + height;
    }

    private static void Span(List<SceneItem> items, SheetSpan span, Box box, Palette colors)
    {
        var (from, to, middle) = (box.X + span.From * box.Width, box.X + span.To * box.Width, box.Y + box.Height / 2);
        if (span.Point is not { } point)
        {
            items.Add(new RectItem(new(from, middle - SpanHeight / 2, Math.Max(1, to - from), SpanHeight), colors.Data));
            return;
        }

        if (to > from)
            items.Add(new LineItem([new(from, middle), new(to, middle)], colors.Data, 2));
        items.Add(new CircleItem(new(box.X + point * box.Width, middle), SpanHeight / 2.4, colors.Data));
    }

    /// <summary>
    /// What each column's widest text takes, and a little more, so that no rounding breaks it; where all do not fit, none is wider than
    /// lets them fit.
    /// </summary>
    private static double[] Widths(SheetTable table, double room)
    {
        double[] wanted =
        [
            .. table.Head.Select(
                (head, i) =>
                    2 * Beside
                    + Slack
                    + table
                        .Rows.Select(r => ChartFonts.Width(r[i], Type))
                        .Append(ChartFonts.Width(head, HeadType, bold: true))
                        .Append(LeastColumn - 2 * Beside)
                        .Max()
            ),
        ];
        if (wanted.Sum() <= room)
            return wanted;
        // Those narrower than an equal share keep what they want; the others share what is left.
        var cap = 0.0;
        var (left, count) = (room, wanted.Length);
        foreach (var width in wanted.Order())
        {
            cap = left / count;
            if (width > cap)
                break;
            left -= width;
            count--;
        }

        return [.. wanted.Select(w => Math.Min(w, cap))];
    }
}
