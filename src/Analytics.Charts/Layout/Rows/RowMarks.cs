namespace Analytics.Charts;

/// <summary>
/// Parts of a whole, end to end from zero. A part carries its name and figure inside where it is wide enough, else the row's label does.
/// </summary>
internal static class StackMarks
{
    /// <summary>The parts of a row.</summary>
    public static IEnumerable<PlotMark> Paint(ChartRow row, ChartSpec spec, MarkPlace place)
    {
        var palette = Palette.For(spec.Style);
        return Segments(row, spec, palette).Select(s => Segment(s.Part, s.From, s.To, s.Color, place, palette));
    }

    /// <summary>Names and figures inside those parts that are wide enough.</summary>
    /// <param name="row">The row.</param>
    /// <param name="spec">The chart.</param>
    /// <param name="sizes">Type sizes.</param>
    /// <param name="place">Where the row stands.</param>
    /// <param name="map">From values to pixels.</param>
    /// <param name="perUnit">Pixels that a stored unit of a stack is expected to have at least.</param>
    public static IEnumerable<SceneItem> Labels(ChartRow row, ChartSpec spec, Sizes sizes, MarkPlace place, PlotMap map, double perUnit)
    {
        var palette = Palette.For(spec.Style);
        foreach (var (part, from, to, color) in Segments(row, spec, palette).Where(s => Fits(s.Part, spec, sizes, perUnit)))
        {
            var box = ((RectItem)Segment(part, from, to, color, place, palette).Claims(map).First()).Box;
            foreach (var item in Label(part, box, color, spec, sizes, palette))
                yield return item;
        }
    }

    private static IEnumerable<(ChartMark Part, double From, double To, string Color)> Segments(
        ChartRow row,
        ChartSpec spec,
        Palette palette
    )
    {
        var series = ChartRows.Series(spec).Index().ToDictionary(s => s.Item, s => s.Index);
        var sum = 0.0;
        foreach (var part in row.Parts.Where(p => p.Presence == MarkPresence.Figure))
        {
            var from = sum;
            sum += part.Anchor!.Value;
            yield return (
                part,
                from * spec.Unit.Factor,
                sum * spec.Unit.Factor,
                palette.Series[series[part.Series] % palette.Series.Count]
            );
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

    /// <summary>A strip of ground parts neighbours where their colours alone would not.</summary>
    private static PlotMark Segment(ChartMark part, double from, double to, string color, MarkPlace place, Palette palette)
    {
        var end = place.End(from, to - place.Stroke / place.PerUnit, place.Stroke * 0.5);
        return part is { Status: MarkStatus.Normal, Qualifier: MarkQualifier.Exact }
            ? new BarMark(from, end, place.Y, place.Thickness, color)
            : Outlined(part, new(new(from, place.Top), new(end, place.Bottom), color), place, palette);
    }

    /// <summary>A segment whose figure is doubtful or a bound.</summary>
    private static AreaMark Outlined(ChartMark part, AreaMark segment, MarkPlace place, Palette palette)
    {
        var area = segment with { Outline = place.Stroke * 1.5 };
        return part.Status != MarkStatus.Normal
            ? area with
            {
                Fill = MarkShapes.FillOf(part, Fill.Solid),
            }
            : area with
            {
                Color = ColorContrast.Mix(segment.Color, palette.Ground, 0.78),
                OutlineColor = segment.Color,
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
    public static IEnumerable<PlotMark> Paint(ChartRow row, MarkPlace place, double factor, Palette palette)
    {
        if (row.Parts.Count < ChartSpec.LeastForBox)
            return row.Parts.SelectMany(p => Point(p, place, p.Anchor!.Value * factor, palette));
        var d = Distribution.ByCategory(row.Parts).Single();
        return Box(
            place,
            d.Least * factor,
            d.Quantile(0.25) * factor,
            d.Median * factor,
            d.Quantile(0.75) * factor,
            d.Greatest * factor,
            palette
        );
    }

    public static IEnumerable<PlotMark> Box(
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
        yield return new StrokeMark([new(least, place.Y), new(lower, place.Y)], palette.Data, place.Stroke * 1.5);
        yield return new StrokeMark([new(upper, place.Y), new(greatest, place.Y)], palette.Data, place.Stroke * 1.5);
        yield return MarkShapes.Cap(least, slim, palette.Data);
        yield return MarkShapes.Cap(greatest, slim, palette.Data);
        yield return new AreaMark(new(lower, place.Top), new(place.End(lower, upper, place.Stroke), place.Bottom), palette.Pale)
        {
            Outline = place.Stroke * 1.5,
            OutlineColor = palette.Data,
        };
        yield return new StrokeMark([new(median, place.Top), new(median, place.Bottom)], palette.Data, place.Stroke * 3.5);
    }

    private static IEnumerable<PlotMark> Point(ChartMark mark, MarkPlace place, double at, Palette palette) =>
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
