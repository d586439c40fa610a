namespace Analytics.Charts;

/// <summary>The key: one sample and its meaning for each way of drawing that needs explaining. Plain bars need none.</summary>
internal static class KeyLayout
{
    /// <summary>One line of the key.</summary>
    /// <param name="Sample">Draws a sample from x 0, around y 0.</param>
    /// <param name="Indent">Width of the sample with the space after it.</param>
    /// <param name="Text">Its one-line label, which stands after the indent.</param>
    private sealed record Entry(IEnumerable<SceneItem> Sample, double Indent, string Text);

    public static Block Arrange(ChartSpec spec, Sizes sizes, double width)
    {
        if (spec.Kind == ChartKind.Kpi)
            return Block.Empty;
        var palette = Palette.For(spec.Style);
        var items = new List<SceneItem>();
        var (x, y, line, bottom) = (0.0, 0.0, sizes.Small * 1.5, 0.0);
        foreach (var (sample, indent, text) in Entries(spec, sizes, palette))
        {
            var lines = LineBreaker.Break(text, sizes.Small, bold: false, width - indent);
            var needed = indent + lines.Max(l => ChartFonts.Width(l, sizes.Small));
            if (x > 0 && x + needed > width)
                (x, y) = (0, bottom);
            items.AddRange(sample.Select(i => i.Moved(x, y + line / 2)));
            var stack = new TextStack(y + (line - TextMetrics.Height(1, sizes.Small)) / 2);
            stack.Add(lines, sizes.Small, palette.Soft, x: x + indent);
            items.AddRange(stack.Items);
            (x, bottom) = (
                x + needed + sizes.Small * 1.6,
                Math.Max(bottom, y + line + (lines.Count - 1) * TextMetrics.Leading * sizes.Small)
            );
        }
        return items.Count == 0 ? Block.Empty : new Block(bottom, items);
    }

    private static IEnumerable<Entry> Entries(ChartSpec spec, Sizes sizes, Palette palette) =>
        [
            .. SeriesEntries(spec, sizes, palette),
            .. KindEntries(spec, sizes, palette),
            .. spec.Kind == ChartKind.Histogram ? [] : MarkEntries(spec, sizes, palette),
            .. ReferenceEntries(spec, sizes, palette),
        ];

    /// <summary>Named values whose names have no place at their lines.</summary>
    private static IEnumerable<Entry> ReferenceEntries(ChartSpec spec, Sizes sizes, Palette palette) =>
        spec
            .References.Where(r => r.InKey)
            .Select(r => new Entry(
                [new LineItem([new(0, 0), new(sizes.Small * 2.4, 0)], palette.Ink, sizes.Stroke) { Dashed = true }],
                sizes.Small * 3,
                ReferenceLines.NameOf(r, spec)
            ));

    /// <summary>Series that have no name beside their marks.</summary>
    private static IEnumerable<Entry> SeriesEntries(ChartSpec spec, Sizes sizes, Palette palette)
    {
        var series = ChartRows.Series(spec);
        if (spec.Kind is not (ChartKind.StackedBar or ChartKind.Scatter) || series is [""])
            yield break;
        var (small, many) = (sizes.Small, spec.Marks.Count > ScatterLayout.MostShapes);
        foreach (var (i, name) in series.Index())
        {
            var color = palette.Series[i % palette.Series.Count];
            var sample =
                spec.Kind == ChartKind.StackedBar || many
                    ? new RectItem(new Box(0, -small * 0.45, small * 0.9, small * 0.9), color)
                    : PointMarks.Shape(new Spot(small * 0.5, 0), small * 0.4, i, color, Fill.Solid, 0);
            yield return new Entry([sample], small * 1.3, name);
        }
    }

    private static IEnumerable<Entry> KindEntries(ChartSpec spec, Sizes sizes, Palette palette)
    {
        var (small, words) = (sizes.Small, ChartWords.For(spec.Language));
        if (spec.Kind == ChartKind.Box)
        {
            yield return new Entry(
                Drawn(
                    BoxMarks.Box(
                        new MarkPlace(0, 0, 0, 0, 0, small, Math.Max(1, small * 0.09), small),
                        0,
                        small * 0.8,
                        small * 1.4,
                        small * 2.2,
                        small * 3.2,
                        palette
                    )
                ),
                small * 3.7,
                words.KeyBox
            );
        }

        if (
            spec.Kind == ChartKind.StackedBar
            && spec.Marks.Any(m => m.Presence == MarkPresence.Figure && m.Qualifier != MarkQualifier.Exact)
        )
        {
            yield return new Entry(
                [
                    new RectItem(new Box(0, -small * 0.45, small * 1.6, small * 0.9), palette.Pale)
                    {
                        Outline = Math.Max(1, small * 0.12),
                        OutlineColor = palette.Data,
                        Dashed = true,
                    },
                ],
                small * 2,
                words.KeyLoose
            );
        }

        if (spec.Kind == ChartKind.Heatmap && spec.IsShaded)
        {
            yield return new Entry(
                [
                    .. new[] { 0.8, 0.45, 0 }.Select(
                        (share, i) =>
                            new RectItem(
                                new Box(i * small, -small * 0.45, small * 0.9, small * 0.9),
                                ColorContrast.Mix(palette.Data, palette.Ground, share)
                            )
                    ),
                ],
                small * 3.5,
                words.KeyHeat(spec.Style)
            );
        }
    }

    private static IEnumerable<Entry> MarkEntries(ChartSpec spec, Sizes sizes, Palette palette)
    {
        var words = ChartWords.For(spec.Language);
        var figures = spec.Marks.Where(m => m.Presence == MarkPresence.Figure).ToList();
        if (spec.Kind is not (ChartKind.Heatmap or ChartKind.Box or ChartKind.StackedBar))
        {
            foreach (var (qualifier, text) in Qualifiers(words))
            {
                if (figures.Any(m => m.Qualifier == qualifier))
                {
                    yield return Of(
                        new ChartMark("", 1)
                        {
                            Qualifier = qualifier,
                            Low = 0.4,
                            High = 1,
                        },
                        text
                    );
                }
            }
        }

        foreach (
            var (status, text) in ((MarkStatus, string)[])
                [(MarkStatus.Suspect, words.KeySuspect), (MarkStatus.Ambiguous, words.KeyAmbiguous)]
        )
        {
            if (figures.Any(m => m.Status == status))
                yield return Of(new ChartMark("", 1) { Status = status }, text);
        }

        if (spec.Kind.IsPlot())
            yield break;
        foreach (
            var (missing, text) in ((MarkPresence, string)[])
                [
                    (MarkPresence.NotSeen, $"{words.NotSeen}{words.Colon}{words.KeyNotSeen}"),
                    (MarkPresence.NoSource, $"{words.NoSource}{words.Colon}{words.KeyNoSource}"),
                    (MarkPresence.NoFigure, $"{words.NoFigure}{words.Colon}{words.KeyNoFigure}"),
                ]
        )
        {
            if (IsShown(missing, spec))
                yield return Of(new ChartMark("", null) { Missing = missing }, text);
        }

        Entry Of(ChartMark mark, string text)
        {
            var sample = Sample(mark, spec, sizes, palette).ToList();
            return new Entry(sample, sample.Max(Right) + sizes.Small * 0.5, text);
        }
    }

    private static double Right(SceneItem item) =>
        item switch
        {
            RectItem rect => rect.Box.Right,
            CircleItem circle => circle.Center.X + circle.Radius + circle.Outline / 2,
            LineItem line => line.Points.Max(p => p.X) + line.Width / 2,
            PolygonItem polygon => polygon.Points.Max(p => p.X),
            _ => 0,
        };

    /// <summary>A state that the chart shows: one of a mark's, or that of a table's pair without a mark.</summary>
    private static bool IsShown(MarkPresence missing, ChartSpec spec) =>
        spec.Marks.Any(m => m.Presence == missing)
        || missing == (spec.IsOwnData ? MarkPresence.NoFigure : MarkPresence.NotSeen)
            && spec.Kind == ChartKind.Heatmap
            && HeatmapLayout.HasGaps(spec);

    private static IEnumerable<(MarkQualifier, string)> Qualifiers(ChartWords words) =>
        [
            (MarkQualifier.Min, words.KeyMin),
            (MarkQualifier.Max, words.KeyMax),
            (MarkQualifier.Approx, words.KeyApprox),
            (MarkQualifier.NearBelow, words.KeyNear),
            (MarkQualifier.Range, words.KeyRange),
        ];

    /// <summary>A mark drawn small, from x 0 and around y 0.</summary>
    private static IEnumerable<SceneItem> Sample(ChartMark mark, ChartSpec spec, Sizes sizes, Palette palette)
    {
        var (small, stroke) = (sizes.Small, Math.Max(1, sizes.Small * 0.09));
        if (mark.Presence != MarkPresence.Figure)
            return MarkShapes.Missing(mark.Presence, 0, 0, small, palette);
        if (spec.Kind == ChartKind.Heatmap)
        {
            return
            [
                new RectItem(new Box(0, -small * 0.45, small * 1.1, small * 0.9), palette.Ground)
                {
                    Outline = stroke * 1.5,
                    OutlineColor = palette.Axis,
                    Dashed = true,
                },
            ];
        }

        if (spec.Kind.IsPlot())
            return PointSample(mark, small, stroke, palette);
        var thickness = small * 0.85;
        var (left, right) = MarkShapes.Overhang(mark, spec.Kind, thickness, small);
        var end = small * 3.2 - right;
        var place = new MarkPlace(0, end, Math.Max(left, end * 0.35), end, 0, thickness, stroke, small);
        if (spec.Kind.IsBars())
            return Drawn(BarMarks.Paint(mark, place, palette));
        var at = mark.Qualifier is MarkQualifier.Approx or MarkQualifier.Exact
            ? DotMarks.Radius(thickness)
            : Math.Max(left, DotMarks.Radius(thickness));
        if (mark.Qualifier != MarkQualifier.Range)
            place = place with { Low = at, High = at };
        return Drawn(DotMarks.Paint(mark, place with { At = at }, palette));
    }

    /// <summary>Marks that stand in no plot.</summary>
    private static IEnumerable<SceneItem> Drawn(IEnumerable<PlotMark> marks) => marks.SelectMany(m => m.Claims(PlotMap.Pixels));

    /// <summary>A point with its arrow or whisker within the height of a line.</summary>
    private static IEnumerable<SceneItem> PointSample(ChartMark mark, double small, double stroke, Palette palette)
    {
        var y = mark.Qualifier switch
        {
            MarkQualifier.Min => small * 0.25,
            MarkQualifier.Max or MarkQualifier.NearBelow => -small * 0.25,
            _ => 0,
        };
        var reach = mark.Qualifier == MarkQualifier.Range ? small * 0.5 : 0;
        return Drawn(PointMarks.Paint(mark, new PointPlace(small * 0.6, y, y + reach, y - reach, small * 0.28, stroke), 0, palette));
    }
}
