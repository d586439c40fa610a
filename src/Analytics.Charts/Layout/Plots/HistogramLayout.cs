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
        if (PlotFrame.Of(room, (0, most), ChartUnit.None, words.Count, 0, sizes.Row * 0.6, sizes.Small * 3.4) is not { } frame) return null;
        var scale = new AxisScale(bins[0].From, bins[^1].To, frame.Area.X, frame.Area.Right);
        var axis = XLabels.OfNumbers(scale, sizes, frame.Palette, room.Width, spec.Language).At(0, frame.Area.Bottom);
        var title = spec.XTitle;
        var line = LineBreaker.Break(title, sizes.Small, bold: false, room.Width, 1) is [var first, ..] ? first : "";
        var foot = new TextItem(line, new Spot(Math.Max(frame.Area.Right, ChartFonts.Width(line, sizes.Small)), room.Height - sizes.Small * 0.3), sizes.Small, frame.Palette.Soft) { Anchor = TextAnchor.End };
        return new Body(new Block(room.Height, [.. frame.Axis(), .. axis, .. bins.SelectMany(b => Bar(b, scale, frame, sizes)), .. line.Length > 0 ? [foot] : Array.Empty<SceneItem>()]));
    }

    private static IEnumerable<IReadOnlyList<ChartMark>> Panels(BodyRoom room) => room.Peers.GroupBy(m => m.Panel).Select(g => g.ToList());

    /// <summary>Counts of these marks in the intervals of all that share the axis.</summary>
    private static IReadOnlyList<(double From, double To, int Count)> Bins(IReadOnlyList<ChartMark> marks, IReadOnlyList<ChartMark> peers, ChartUnit unit)
    {
        var bins = Shown(peers, unit).Bins();
        if (ReferenceEquals(marks, peers)) return bins;
        var values = Shown(marks, unit).Sorted;
        return [.. bins.Select((b, i) => (b.From, b.To, values.Count(v => v >= b.From && (v < b.To || i == bins.Count - 1))))];
    }

    private static Distribution Shown(IReadOnlyList<ChartMark> marks, ChartUnit unit) =>
        new("", [.. marks.Where(m => m.Presence == MarkPresence.Figure).Select(m => m.Anchor!.Value * unit.Factor).Order()]);

    private static IEnumerable<SceneItem> Bar((double From, double To, int Count) bin, AxisScale scale, PlotFrame frame, Sizes sizes)
    {
        if (bin.Count == 0) yield break;
        var (left, right, top) = (scale.At(bin.From), scale.At(bin.To), frame.Y.At(bin.Count));
        var gap = Math.Min(sizes.Stroke, (right - left) * 0.1);
        yield return new RectItem(new Box(left + gap / 2, top, right - left - gap, frame.Area.Bottom - top), frame.Palette.Data);
        var count = new TextItem(NumberText.Plain(bin.Count), new Spot((left + right) / 2, top - sizes.Small * 0.35), sizes.Small, frame.Palette.Ink) { Anchor = TextAnchor.Middle, Bold = true };
        if (count.Width > right - left) yield break;
        yield return new RectItem(count.Box, frame.Palette.Ground);
        yield return count;
    }
}
