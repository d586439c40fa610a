namespace Analytics.Charts;

/// <summary>How many figures fall into each of some round intervals; the count stands above each bar.</summary>
internal static class HistogramLayout
{
    /// <summary>The body, or null when it does not fit at these sizes.</summary>
    public static Body? Fit(BodyRoom room)
    {
        var (spec, sizes) = (room.Spec, room.Sizes);
        var bins = Bins(room.Marks, room.Peers, spec.Unit);
        var most = room.IsPanel ? Panels(room).Max(p => Bins(p, room.Peers, spec.Unit).Max(b => b.Count)) : bins.Max(b => b.Count);
        var words = ChartWords.For(spec.Language);
        var title = LineBreaker.Break(spec.XTitle, sizes.Small, bold: false, room.Width);
        var foot = TextMetrics.Height(Math.Max(1, title.Count), sizes.Small);
        if (PlotFrame.Of(room, (0, most), ChartUnit.None, words.Count, 0, sizes.Row * 0.6, sizes.Small * 2.32 + foot) is not { } frame)
            return null;
        var references = spec.References.Select(r => r.Value * spec.Unit.Factor).ToList();
        var scale = new AxisScale(
            references.Append(bins[0].From).Min(),
            references.Append(bins[^1].To).Max(),
            frame.Area.X,
            frame.Area.Right
        );
        var map = frame.Map(scale);
        var bars = bins.Select(b => Bar(b, map, frame, sizes)).ToList();
        var labels = new LabelPlacer(frame.Area);
        var counts = bins.Select(b => Count(b, map, frame, sizes)).ToList();
        foreach (var bar in bars.OfType<BarMark>())
            labels.Take(Covered(bar, map));
        foreach (var count in counts.OfType<TextItem>())
            labels.Take(count.Box);
        var lines = ReferenceLines.Upright(room, frame.Area, map, labels);
        var axis = XLabels.OfNumbers(scale, sizes, frame.Palette, room.Width, spec.Language).At(0, frame.Area.Bottom);
        var named = new TextStack(room.Height - foot - sizes.Small * 0.1);
        named.Add(
            title,
            sizes.Small,
            frame.Palette.Soft,
            x: title.Select(l => ChartFonts.Width(l, sizes.Small)).Append(frame.Area.Right).Max(),
            anchor: TextAnchor.End
        );
        var patches = counts.OfType<TextItem>().SelectMany(c => new SceneItem[] { new RectItem(c.Box, frame.Palette.Ground), c });
        var plot = frame.Plot(scale, axis, [.. bars.OfType<BarMark>(), .. lines.Lines]);
        return new Body(new Block(room.Height, [plot, .. frame.Title(), .. patches, .. lines.Names, .. named.Items]))
        {
            Anchors = [.. bins.Select((b, i) => Anchor(b, bars[i], counts[i], i == bins.Count - 1, map, frame))],
            Strays = lines.Strays,
        };
    }

    private static Box Covered(BarMark bar, PlotMap map) => ((RectItem)bar.Claims(map).First()).Box;

    /// <summary>What a note about a value is tied to: the bar of its interval, or the axis under an empty one.</summary>
    private static MarkAnchor Anchor(
        (double From, double To, int Count) bin,
        BarMark? bar,
        TextItem? count,
        bool isLast,
        PlotMap map,
        PlotFrame frame
    )
    {
        var foot = new Box(map.X.At(bin.From), frame.Area.Bottom, map.X.At(bin.To) - map.X.At(bin.From), 0);
        return new MarkAnchor(new ChartMark("", null), bar is null ? foot : Covered(bar, map), frame.NoteArea)
        {
            Interval = (bin.From, isLast ? double.BitIncrement(bin.To) : bin.To),
            Label = count?.Box,
        };
    }

    private static IEnumerable<IReadOnlyList<ChartMark>> Panels(BodyRoom room) => room.Peers.GroupBy(m => m.Panel).Select(g => g.ToList());

    /// <summary>Counts of these marks in the intervals of all that share the axis.</summary>
    private static IReadOnlyList<(double From, double To, int Count)> Bins(
        IReadOnlyList<ChartMark> marks,
        IReadOnlyList<ChartMark> peers,
        ChartUnit unit
    )
    {
        var bins = Shown(peers, unit).Bins();
        if (ReferenceEquals(marks, peers))
            return bins;
        var own = Shown(marks, unit);
        return [.. bins.Select((b, i) => (b.From, b.To, own.Between(b.From, i == bins.Count - 1 ? double.PositiveInfinity : b.To)))];
    }

    private static Distribution Shown(IReadOnlyList<ChartMark> marks, ChartUnit unit) => Distribution.Of("", marks, unit.Factor);

    /// <summary>The bar of an interval, a little apart from its neighbours; null for an empty one.</summary>
    private static BarMark? Bar((double From, double To, int Count) bin, PlotMap map, PlotFrame frame, Sizes sizes)
    {
        if (bin.Count == 0)
            return null;
        var width = map.X.At(bin.To) - map.X.At(bin.From);
        var gap = Math.Min(sizes.Stroke, width * 0.1);
        return new BarMark(0, bin.Count, (bin.From + bin.To) / 2, width - gap, frame.Palette.Data) { IsUpright = true };
    }

    /// <summary>The count above a bar that is wide enough for it.</summary>
    private static TextItem? Count((double From, double To, int Count) bin, PlotMap map, PlotFrame frame, Sizes sizes)
    {
        if (bin.Count == 0)
            return null;
        var (left, right, top) = (map.X.At(bin.From), map.X.At(bin.To), map.Y.At(bin.Count));
        var count = new TextItem(
            NumberText.Plain(bin.Count),
            new Spot((left + right) / 2, top - sizes.Small * 0.35),
            sizes.Small,
            frame.Palette.Ink
        )
        {
            Anchor = TextAnchor.Middle,
            Bold = true,
        };
        return count.Width > right - left ? null : count;
    }
}
