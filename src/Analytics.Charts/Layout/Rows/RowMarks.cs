namespace Analytics.Charts;

/// <summary>
/// Parts of a whole, end to end from zero. A part carries its name and figure inside where it is wide enough, else the row's label does.
/// </summary>
internal static class StackMarks
{
    public static IEnumerable<SceneItem> Paint(
        ChartRow row,
        ChartSpec spec,
        Sizes sizes,
        MarkPlace place,
        Func<double, double> x,
        double perUnit
    )
    {
        var palette = Palette.For(spec.Style);
        var series = ChartRows.Series(spec).Index().ToDictionary(s => s.Item, s => s.Index);
        var sum = 0.0;
        foreach (var part in row.Parts.Where(p => p.Presence == MarkPresence.Figure))
        {
            var (left, right) = (x(sum), x(sum + part.Anchor!.Value));
            sum += part.Anchor!.Value;
            // A strip of ground parts neighbours where their colours alone would not.
            var box = new Box(left, place.Top, Math.Max(right - left - place.Stroke, place.Stroke * 0.5), place.Thickness);
            var color = palette.Series[series[part.Series] % palette.Series.Count];
            yield return Segment(part, box, color, place.Stroke, palette);
            if (Fits(part, spec, sizes, perUnit))
            {
                foreach (var item in Label(part, box, color, spec, sizes, palette))
                    yield return item;
            }
        }
    }

    /// <summary>The row's figure with the names of those parts that carry no label of their own.</summary>
    /// <param name="row">The row.</param>
    /// <param name="spec">The chart.</param>
    /// <param name="sizes">Type sizes.</param>
    /// <param name="perUnit">Pixels that a stored unit is expected to have at least.</param>
    public static ChartMark WithUnfitParts(ChartRow row, ChartSpec spec, Sizes sizes, double perUnit)
    {
        if (spec.Kind != ChartKind.StackedBar || row.Parts.Count == 0)
            return row.Mark;
        var unfit = row.Parts.Where(p => !Fits(p, spec, sizes, perUnit)).Select(p => Name(p, spec)).ToList();
        if (unfit.Count == 0)
            return row.Mark;
        var (open, close) = spec.Language == Language.Zh ? ("（", "）") : (" (", ")");
        return row.Mark with { Label = row.Mark.Label + open + string.Join(ChartWords.For(spec.Language).Comma, unfit) + close };
    }

    private static RectItem Segment(ChartMark part, Box box, string color, double stroke, Palette palette)
    {
        if (part.Status != MarkStatus.Normal)
            return new RectItem(box, color, MarkShapes.FillOf(part, Fill.Solid)) { Outline = stroke * 1.5 };
        return part.Qualifier == MarkQualifier.Exact
            ? new RectItem(box, color)
            : new RectItem(box, ColorContrast.Mix(color, palette.Ground, 0.78))
            {
                Outline = stroke * 1.5,
                OutlineColor = color,
                Dashed = true,
            };
    }

    private static IEnumerable<SceneItem> Label(ChartMark part, Box box, string color, ChartSpec spec, Sizes sizes, Palette palette)
    {
        var text = new TextItem(
            Name(part, spec),
            new Spot(box.X + box.Width / 2, box.Y + box.Height / 2 + sizes.Small * 0.36),
            sizes.Small,
            palette.Ink
        )
        {
            Anchor = TextAnchor.Middle,
            Bold = true,
        };
        if (part is { Status: MarkStatus.Normal, Qualifier: MarkQualifier.Exact })
            return [text with { Color = ColorContrast.Readable(color) }];
        return [new RectItem(text.Box, palette.Ground), text];
    }

    private static string Name(ChartMark part, ChartSpec spec) =>
        string.Join(
            ' ',
            new[] { part.Series, ChartDescription.Reading(part, spec), ChartDescription.Doubt(part, spec.Language) }.Where(t =>
                t.Length > 0
            )
        );

    /// <summary>Whether a part is wide enough for its label.</summary>
    private static bool Fits(ChartMark part, ChartSpec spec, Sizes sizes, double perUnit)
    {
        if (part.Presence != MarkPresence.Figure || perUnit == 0)
            return false;
        return part.Anchor!.Value * perUnit > ChartFonts.Width(Name(part, spec), sizes.Small, bold: true) + sizes.Small * 0.6;
    }
}

/// <summary>A box over the middle half, a thick line at the median, whiskers to the extremes; few figures are drawn one by one.</summary>
internal static class BoxMarks
{
    public static IEnumerable<SceneItem> Paint(ChartRow row, MarkPlace place, Func<double, double> x, Palette palette)
    {
        if (row.Parts.Count < ChartSpec.LeastForBox)
            return row.Parts.SelectMany(p => Point(p, place, x(p.Anchor!.Value), palette));
        var d = Distribution.ByCategory(row.Parts).Single();
        return Box(place, x(d.Least), x(d.Quantile(0.25)), x(d.Median), x(d.Quantile(0.75)), x(d.Greatest), palette);
    }

    public static IEnumerable<SceneItem> Box(
        MarkPlace place,
        double least,
        double lower,
        double median,
        double upper,
        double greatest,
        Palette palette
    )
    {
        var slim = place with { Thickness = place.Thickness * 0.5 };
        yield return new LineItem([new(least, place.Y), new(lower, place.Y)], palette.Data, place.Stroke * 1.5);
        yield return new LineItem([new(upper, place.Y), new(greatest, place.Y)], palette.Data, place.Stroke * 1.5);
        yield return MarkShapes.Cap(least, slim, palette.Data);
        yield return MarkShapes.Cap(greatest, slim, palette.Data);
        yield return new RectItem(new Box(lower, place.Top, Math.Max(upper - lower, place.Stroke), place.Thickness), palette.Pale)
        {
            Outline = place.Stroke * 1.5,
            OutlineColor = palette.Data,
        };
        yield return new LineItem([new(median, place.Top), new(median, place.Bottom)], palette.Data, place.Stroke * 3.5);
    }

    private static IEnumerable<SceneItem> Point(ChartMark mark, MarkPlace place, double at, Palette palette) =>
        DotMarks.Paint(
            mark with
            {
                Qualifier = mark.Qualifier == MarkQualifier.Range ? MarkQualifier.Approx : mark.Qualifier,
            },
            place with
            {
                At = at,
                Low = at,
                High = at,
                Thickness = place.Thickness * 0.6,
            },
            palette
        );
}
