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
        var (map, area) = (new PlotMap(new AxisScale(0, 1, from, to), scale.Spanned), new Box(from, head, to - from, _room.Height - head));
        var strokes = Strokes().ToList();
        var labels = new LabelPlacer(area);
        foreach (var stroke in strokes)
            labels.Shun(map.At(stroke.Points[0]), map.At(stroke.Points[1]), _sizes.Small * 0.4);
        foreach (var (mark, _, _) in _ends)
            labels.Take(PointAt(mark, map).Extent(mark, map));
        var references = ReferenceLines.Across(_room, area, map, labels);
        var (marks, texts) = (new List<PlotMark>([.. Axes(map, head), .. references.Lines, .. strokes]), new List<SceneItem>());
        foreach (var side in (int[])[0, 1])
        {
            if (Side(side, map, head) is not var (points, beside))
                return null;
            marks.AddRange(points);
            texts.AddRange(beside);
        }
        var plot = new PlotItem
        {
            Area = area,
            Map = map,
            Marks = marks,
        };
        return new Body(new Block(_room.Height, [plot, .. Heads(names, from, to, head), .. references.Names, .. texts]))
        {
            Strays = references.Strays,
        };
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
        }
    }

    /// <summary>An upright line for each period, up to its name.</summary>
    private IEnumerable<StrokeMark> Axes(PlotMap map, double head)
    {
        foreach (var x in new[] { map.X.From, map.X.To })
        {
            yield return new StrokeMark(
                [map.Of(new(x, head - _sizes.Row * 0.228)), map.Of(new(x, _room.Height))],
                _palette.Axis,
                Math.Max(1, _sizes.Stroke * 0.6)
            );
        }
    }

    private IEnumerable<StrokeMark> Strokes()
    {
        foreach (
            var pair in _ends
                .GroupBy(e => e.Series)
                .Select(g => g.OrderBy(e => e.Mark.Category == _periods[0] ? 0 : 1).ToList())
                .Where(g => g.Count == 2)
        )
        {
            var firm = pair.All(p => LineLayout.IsFirm(p.Mark));
            yield return new StrokeMark([Place(pair[0].Mark), Place(pair[1].Mark)], _palette.Of(pair[0].Series).Data, _sizes.Stroke * 1.6)
            {
                Dashed = !firm,
            };
        }
    }

    private PlotSpot Place(ChartMark mark) => new(mark.Category == _periods[0] ? 0 : 1, (mark.Anchor ?? 0) * _spec.Unit.Factor);

    private PointPlace PointAt(ChartMark mark, PlotMap map) =>
        PointPlace.Of(mark, Place(mark).X, map, _spec.Unit, _sizes) with
        {
            Radius = _sizes.Row * 0.3,
        };

    /// <summary>The points of one period with their labels spread beside them; null without room.</summary>
    private (List<PlotMark> Points, List<SceneItem> Labels)? Side(int side, PlotMap map, double head)
    {
        var ends = _ends.Where(e => e.Mark.Category == _periods[side]).ToList();
        var middles = LabelPlacer.Spread(
            [.. ends.Select(e => map.At(Place(e.Mark)).Y)],
            [.. ends.Select(e => e.Label.Height * 1.08)],
            head,
            _room.Height
        );
        if (middles is null)
            return null;
        var (points, labels, x) = (new List<PlotMark>(), new List<SceneItem>(), map.X.At(side));
        foreach (var (i, (mark, label, series)) in ends.Index())
        {
            var near = side == 0 ? x - _sizes.Row * 0.9 : x + _sizes.Row * 0.9;
            var left = side == 0 ? x - _sizes.Row - label.Width : x + _sizes.Row;
            points.Add(
                new StrokeMark([Place(mark), map.Of(new(near, middles[i]))], _palette.Of(series).Data, Math.Max(1, _sizes.Stroke * 0.5))
                {
                    Role = LineRole.Tie,
                }
            );
            points.AddRange(PointMarks.Paint(mark, PointAt(mark, map), series, _palette));
            labels.AddRange(label.Items(left, middles[i]));
        }
        return (points, labels);
    }
}
