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
        var bars = bins.Select(b => Bar(b, scale, frame, sizes).ToList()).ToList();
        var labels = new LabelPlacer(frame.Area);
        foreach (var item in bars.SelectMany(b => b).OfType<RectItem>())
            labels.Take(item.Box);
        var lines = ReferenceLines.Upright(room, frame.Area, scale, labels);
        var axis = XLabels.OfNumbers(scale, sizes, frame.Palette, room.Width, spec.Language).At(0, frame.Area.Bottom);
        var named = new TextStack(room.Height - foot - sizes.Small * 0.1);
        named.Add(
            title,
            sizes.Small,
            frame.Palette.Soft,
            x: title.Select(l => ChartFonts.Width(l, sizes.Small)).Append(frame.Area.Right).Max(),
            anchor: TextAnchor.End
        );
        return new Body(new Block(room.Height, [.. frame.Axis(), .. axis, .. bars.SelectMany(b => b), .. lines.Items, .. named.Items]))
        {
            Anchors = [.. bins.Zip(bars).Select((b, i) => Anchor(b.First, b.Second, i == bins.Count - 1, scale, frame))],
            Strays = lines.Strays,
        };
    }

    /// <summary>What a note about a value is tied to: the bar of its interval, or the axis under an empty one.</summary>
    private static MarkAnchor Anchor(
        (double From, double To, int Count) bin,
        IReadOnlyList<SceneItem> bar,
        bool isLast,
        AxisScale scale,
        PlotFrame frame
    )
    {
        var foot = new Box(scale.At(bin.From), frame.Area.Bottom, scale.At(bin.To) - scale.At(bin.From), 0);
        return new MarkAnchor(new ChartMark("", null), bar.OfType<RectItem>().FirstOrDefault()?.Box ?? foot, frame.NoteArea)
        {
            Interval = (bin.From, isLast ? double.BitIncrement(bin.To) : bin.To),
            Label = bar.OfType<TextItem>().FirstOrDefault()?.Box,
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
        var values = Shown(marks, unit).Sorted;
        return [.. bins.Select((b, i) => (b.From, b.To, values.Count(v => v >= b.From && (v < b.To || i == bins.Count - 1))))];
    }

    private static Distribution Shown(IReadOnlyList<ChartMark> marks, ChartUnit unit) =>
        new("", [.. marks.Where(m => m.Presence == MarkPresence.Figure).Select(m => m.Anchor!.Value * unit.Factor).Order()]);

    private static IEnumerable<SceneItem> Bar((double From, double To, int Count) bin, AxisScale scale, PlotFrame frame, Sizes sizes)
    {
        if (bin.Count == 0)
            yield break;
        var (left, right, top) = (scale.At(bin.From), scale.At(bin.To), frame.Y.At(bin.Count));
        var gap = Math.Min(sizes.Stroke, (right - left) * 0.1);
        yield return new RectItem(new Box(left + gap / 2, top, right - left - gap, frame.Area.Bottom - top), frame.Palette.Data);
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
        if (count.Width > right - left)
            yield break;
        yield return new RectItem(count.Box, frame.Palette.Ground);
        yield return count;
    }
}
