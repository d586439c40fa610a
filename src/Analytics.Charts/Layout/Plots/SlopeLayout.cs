namespace Analytics.Charts;

/// <summary>Two upright axes, one for each period, and a stroke for each series between its two figures, which stand at the ends.</summary>
internal sealed class SlopeLayout
{
    private readonly BodyRoom _room;
    private readonly ChartSpec _spec;
    private readonly Sizes _sizes;
    private readonly Palette _palette;
    private readonly IReadOnlyList<string> _periods;
    private readonly IReadOnlyList<(ChartMark Mark, ValueLabel Label, int Series)> _ends;

    private SlopeLayout(BodyRoom room)
    {
        (_room, _spec, _sizes, _palette) = (room, room.Spec, room.Sizes, Palette.For(room.Spec.Style));
        _periods = [.. _spec.Marks.OrderBy(m => m.X ?? 0).Select(m => m.Category).Distinct()];
        var series = ChartRows.Series(_spec).Index().ToDictionary(s => s.Item, s => s.Index);
        _ends = [.. room.Marks.Where(m => m.Presence == MarkPresence.Figure).Select(m => (m, LabelOf(m), series[m.Series]))];
    }

    /// <summary>The body, or null when it does not fit at these sizes.</summary>
    public static Body? Fit(BodyRoom room) => new SlopeLayout(room).Arrange();

    /// <summary>The right end names the series, and so does a left end that has no right one.</summary>
    private ValueLabel LabelOf(ChartMark mark)
    {
        var named =
            mark.Category == _periods[1]
            || !_room.Marks.Any(m => m.Series == mark.Series && m.Category == _periods[1] && m.Presence == MarkPresence.Figure);
        var reading = ChartDescription.Reading(mark, _spec);
        return new ValueLabel(
            mark with
            {
                Label = named && mark.Series.Length > 0 ? $"{mark.Series} {reading}" : reading,
            },
            _spec,
            _sizes.Row,
            _room.Width * 0.3,
            MarkNotes.Of(_spec, m => ReferenceEquals(m, mark))
        );
    }

    private Body? Arrange()
    {
        var (left, right) = (Width(0), Width(1));
        var (from, to) = (left, _room.Width - right);
        var names = new[] { HeadOf(0, from, to), HeadOf(1, from, to) };
        var head = TextMetrics.Height(names.Max(n => n.Count), _sizes.Row) + _sizes.Row * 0.648;
        if (to - from < _sizes.Row * 5)
            return null;
        var (low, high) = PlotFrame.ValuesOf(_spec, _room.Peers);
        var margin = _sizes.Row;
        var scale = new AxisScale(low, high, _room.Height - margin, head + margin);
        if (scale.From - scale.To < _sizes.Row * 4)
            return null;
        var strokes = Strokes(scale, from, to).ToList();
        var labels = new LabelPlacer(new Box(from, head, to - from, _room.Height - head));
        foreach (var stroke in strokes)
            labels.Shun(stroke.Points[0], stroke.Points[1], _sizes.Small * 0.4);
        foreach (var (mark, _, _) in _ends)
            labels.Take(PointAt(mark, scale, mark.Category == _periods[0] ? from : to).Extent(mark));
        var references = ReferenceLines.Across(_room, new Box(from, head, to - from, _room.Height - head), scale, labels);
        var items = new List<SceneItem>([.. Heads(names, from, to, head), .. references.Items, .. strokes]);
        foreach (var side in (int[])[0, 1])
        {
            if (Side(side, side == 0 ? from : to, scale, head) is not { } placed)
                return null;
            items.AddRange(placed);
        }
        return new Body(new Block(_room.Height, items)) { Strays = references.Strays };
    }

    private double Width(int side) =>
        _ends.Where(e => e.Mark.Category == _periods[side]).Select(e => e.Label.Width).DefaultIfEmpty(0).Max() + _sizes.Row * 1.4;

    private IReadOnlyList<string> HeadOf(int side, double from, double to) =>
        LineBreaker.Break(_periods[side], _sizes.Row, bold: true, (side == 0 ? from : _room.Width - to) + (to - from) * 0.4);

    /// <summary>The name of each period over its axis.</summary>
    private IEnumerable<SceneItem> Heads(IReadOnlyList<IReadOnlyList<string>> names, double from, double to, double head)
    {
        foreach (var (x, lines) in new[] { from, to }.Zip(names))
        {
            var width = lines.Max(l => ChartFonts.Width(l, _sizes.Row, bold: true));
            var stack = new TextStack(head - _sizes.Row * 0.648 - TextMetrics.Height(lines.Count, _sizes.Row));
            stack.Add(lines, _sizes.Row, _palette.Ink, bold: true, x: Math.Clamp(x - width / 2, 0, Math.Max(0, _room.Width - width)));
            foreach (var item in stack.Items)
                yield return item;
            yield return new LineItem(
                [new(x, head - _sizes.Row * 0.228), new(x, _room.Height)],
                _palette.Axis,
                Math.Max(1, _sizes.Stroke * 0.6)
            );
        }
    }

    private IEnumerable<LineItem> Strokes(AxisScale scale, double from, double to)
    {
        foreach (
            var pair in _ends
                .GroupBy(e => e.Series)
                .Select(g => g.OrderBy(e => e.Mark.Category == _periods[0] ? 0 : 1).ToList())
                .Where(g => g.Count == 2)
        )
        {
            var firm = pair.All(p => LineLayout.IsFirm(p.Mark));
            yield return new LineItem(
                [Place(pair[0].Mark, scale, from), Place(pair[1].Mark, scale, to)],
                _palette.Of(pair[0].Series).Data,
                _sizes.Stroke * 1.6
            )
            {
                Dashed = !firm,
            };
        }
    }

    private Spot Place(ChartMark mark, AxisScale scale, double x) => new(x, scale.At((mark.Anchor ?? 0) * _spec.Unit.Factor));

    private PointPlace PointAt(ChartMark mark, AxisScale scale, double x)
    {
        var (low, high) = ValueRange.Ends(mark, _spec.Unit);
        return new PointPlace(Place(mark, scale, x), scale.At(low), scale.At(high), _sizes.Row * 0.3, _sizes.Stroke);
    }

    /// <summary>The points of one period with their labels spread beside them; null without room.</summary>
    private List<SceneItem>? Side(int side, double x, AxisScale scale, double head)
    {
        var ends = _ends.Where(e => e.Mark.Category == _periods[side]).ToList();
        var middles = LabelPlacer.Spread(
            [.. ends.Select(e => Place(e.Mark, scale, x).Y)],
            [.. ends.Select(e => e.Label.Height * 1.08)],
            head,
            _room.Height
        );
        if (middles is null)
            return null;
        var items = new List<SceneItem>();
        foreach (var (i, (mark, label, series)) in ends.Index())
        {
            var at = Place(mark, scale, x);
            var near = side == 0 ? x - _sizes.Row * 0.9 : x + _sizes.Row * 0.9;
            var (left, place) = (side == 0 ? x - _sizes.Row - label.Width : x + _sizes.Row, PointAt(mark, scale, x));
            items.Add(
                new LineItem([at, new(near, middles[i])], _palette.Of(series).Data, Math.Max(1, _sizes.Stroke * 0.5))
                {
                    Role = LineRole.Tie,
                }
            );
            items.AddRange(label.Items(left, middles[i]));
            items.AddRange(PointMarks.Paint(mark, place, series, _palette));
        }
        return items;
    }
}
