namespace Analytics.Charts;

/// <summary>
/// Points in the order of x, joined within a series. A stroke ends where a figure is missing, and is dashed where one of
/// its ends is a bound, an approximation or doubtful. Several series are named at their right ends.
/// </summary>
internal sealed class LineLayout
{
    /// <summary>Points that are all labelled, where there is room; of more only the first, last, least and greatest.</summary>
    private const int MostLabelled = 30;

    /// <summary>Points of which each has a dot; among more the sure ones are the stroke alone.</summary>
    private const int MostDots = 400;

    private readonly BodyRoom _room;
    private readonly ChartSpec _spec;
    private readonly Sizes _sizes;
    private readonly IReadOnlyList<string> _series;
    private readonly IReadOnlyList<string> _categories;

    private readonly PlacedLabels _labels;

    private LineLayout(BodyRoom room)
    {
        (_room, _spec, _sizes, _labels) = (room, room.Spec, room.Sizes, new PlacedLabels(room.Spec, room.Sizes.Small * 0.15));
        _series = ChartRows.Series(_spec);
        // Where x is a number or a day the axis is true to scale; else categories stand at equal distances, in their order.
        _categories = [.. room.Peers.OrderBy(m => m.X ?? 0).Select(m => m.Category).Distinct()];
    }

    /// <summary>The body, or null when it does not fit at these sizes.</summary>
    public static Body? Fit(BodyRoom room) => new LineLayout(room).Arrange();

    private bool HasScale => _spec.Marks.All(m => m.X is not null);

    private Body? Arrange()
    {
        var ends = _series.Count > 1 ? Ends() : [];
        var right = ends.Count == 0 ? 0 : ends.Max(e => e.Label.Width) + _sizes.Row * 1.2;
        var axisHeight = XAxis(_sizes.Small * 4, _room.Width - right).Height + XTitleHeight;
        var frame = PlotFrame.Of(_room, PlotFrame.ValuesOf(_spec, _room.Peers), _spec.Unit, PlotFrame.TitleOf(_spec), 0, right, axisHeight);
        if (frame is null)
            return null;
        var axis = XAxis(frame.Area.X, frame.Area.Right);
        var labels = new LabelPlacer(new Box(frame.Area.X, 0, frame.Area.Width + _sizes.Small, frame.Area.Bottom));
        labels.Take(frame.TitleBox);
        var map = frame.Map(Xs(frame.Area.X, frame.Area.Right).Scale);
        var points = Points(map);
        foreach (var (mark, place, _) in points)
            labels.Take(place.Extent(mark, map));
        var strokes = Strokes(points, frame).ToList();
        foreach (var stroke in strokes)
            labels.Shun(map.At(stroke.Points[0]), map.At(stroke.Points[1]), _sizes.Small * 0.4);
        if (EndLabels(frame, map, ends, points) is not var (ties, named))
            return null;
        foreach (var tie in ties)
            labels.Take(map.At(tie.Points[0]), map.At(tie.Points[1]), _sizes.Small * 0.3);
        var references = frame.References(labels, map);
        var plot = frame.Plot(
            map.X,
            axis.At(0, frame.Area.Bottom),
            [
                .. strokes,
                .. references.Lines,
                .. ties,
                .. (points.Count <= MostDots ? points : points.Where(p => !IsFirm(p.Mark))).SelectMany(p =>
                    PointMarks.Paint(p.Mark, p.Place, p.Series, frame.Palette)
                ),
            ]
        );
        IEnumerable<SceneItem> items =
        [
            plot,
            .. frame.Title(),
            .. XTitle(frame, frame.Area.Bottom + axis.Height),
            .. references.Names,
            .. named,
            .. Values(points, labels, map),
        ];
        return new Body(new Block(_room.Height, [.. items]))
        {
            Anchors = [.. points.Select(p => _labels.Anchor(p.Mark, p.Place.Extent(p.Mark, map), frame.NoteArea))],
            Strays = references.Strays,
        };
    }

    private IReadOnlyList<string> XTitleLines => LineBreaker.Break(_spec.XTitle, _sizes.Small, bold: false, _room.Width);
    private double XTitleHeight => XTitleLines.Count == 0 ? 0 : TextMetrics.Height(XTitleLines.Count, _sizes.Small) + _sizes.Small * 0.32;

    private IReadOnlyList<SceneItem> XTitle(PlotFrame frame, double top)
    {
        if (_spec.XTitle.Length == 0)
            return [];
        var stack = new TextStack(top + _sizes.Small * 0.22);
        stack.Add(
            XTitleLines,
            _sizes.Small,
            frame.Palette.Soft,
            x: Math.Max(frame.Area.Right, XTitleLines.Max(l => ChartFonts.Width(l, _sizes.Small))),
            anchor: TextAnchor.End
        );
        return stack.Items;
    }

    private Block XAxis(double left, double right)
    {
        var (scale, value) = Xs(left, right);
        var firsts = _categories.Select(c => (scale.At(value(c)), c)).ToList();
        return XLabels.Of(firsts, _sizes, Palette.For(_spec.Style), _room.Width);
    }

    /// <summary>The horizontal scale, and where each category stands on it: at its number, else at its place in their order.</summary>
    private (AxisScale Scale, Func<string, double> Value) Xs(double left, double right)
    {
        var pad = HasScale ? _sizes.Row : 0;
        if (!HasScale)
        {
            var index = _categories.Index().ToDictionary(c => c.Item, c => c.Index);
            return (new AxisScale(-0.5, _categories.Count - 0.5, left, right), c => index[c]);
        }
        var values = _room.Peers.GroupBy(m => m.Category).ToDictionary(g => g.Key, g => g.First().X!.Value);
        return (new AxisScale(values.Values.Min(), values.Values.Max(), left + pad, right - pad).Spanned, c => values[c]);
    }

    private List<(ChartMark Mark, PointPlace Place, int Series)> Points(PlotMap map)
    {
        var value = Xs(map.X.From, map.X.To).Value;
        var series = _series.Index().ToDictionary(s => s.Item, s => s.Index);
        return
        [
            .. _room
                .Marks.Where(m => m.Presence == MarkPresence.Figure)
                .Select(m => (m, PointPlace.Of(m, value(m.Category), map, _spec.Unit, _sizes), series[m.Series])),
        ];
    }

    private IEnumerable<StrokeMark> Strokes(List<(ChartMark Mark, PointPlace Place, int Series)> points, PlotFrame frame)
    {
        var order = _categories.Index().ToDictionary(c => c.Item, c => c.Index);
        foreach (var run in points.GroupBy(p => p.Series))
        {
            var sorted = run.OrderBy(p => order[p.Mark.Category]).ToList();
            foreach (var (from, to) in sorted.Zip(sorted.Skip(1)))
            {
                if (IsBroken(from.Mark, to.Mark, order))
                    continue;
                var firm = IsFirm(from.Mark) && IsFirm(to.Mark);
                yield return new StrokeMark([from.Place.Spot, to.Place.Spot], frame.Palette.Of(run.Key).Data, _sizes.Stroke * 1.4)
                {
                    Dashed = !firm,
                };
            }
        }
    }

    /// <summary>Whether the series has no figure at a place between two that follow each other.</summary>
    private bool IsBroken(ChartMark from, ChartMark to, Dictionary<string, int> order) =>
        HasScale
            ? _room.Marks.Any(m => m.Series == from.Series && m.Presence != MarkPresence.Figure && m.X > from.X && m.X < to.X)
            : order[to.Category] - order[from.Category] > 1;

    internal static bool IsFirm(ChartMark mark) => mark.Qualifier == MarkQualifier.Exact && mark.Status == MarkStatus.Normal;

    /// <summary>The last figure of each series with the name of the series.</summary>
    private List<(ChartMark Mark, ValueLabel Label)> Ends()
    {
        var order = _categories.Index().ToDictionary(c => c.Item, c => c.Index);
        return
        [
            .. _room
                .Marks.Where(m => m.Presence == MarkPresence.Figure)
                .GroupBy(m => m.Series)
                .Select(g => g.MaxBy(m => order[m.Category])!)
                .Select(m =>
                    (
                        m,
                        new ValueLabel(
                            m with
                            {
                                Label = $"{m.Series} {ChartDescription.Reading(m, _spec)}",
                            },
                            _spec,
                            _sizes.Row * 0.9,
                            _room.Width * 0.24,
                            MarkNotes.Of(_spec, o => ReferenceEquals(o, m))
                        )
                    )
                ),
        ];
    }

    /// <summary>Names beside the plot, spread so that they do not overlap, each tied to its point; null without room.</summary>
    private (IReadOnlyList<StrokeMark> Ties, IReadOnlyList<SceneItem> Labels)? EndLabels(
        PlotFrame frame,
        PlotMap map,
        List<(ChartMark Mark, ValueLabel Label)> ends,
        List<(ChartMark Mark, PointPlace Place, int Series)> points
    )
    {
        var x = frame.Area.Right + _sizes.Row * 0.9;
        var places = ends.Select(e => points.First(p => ReferenceEquals(p.Mark, e.Mark))).ToList();
        var middles = LabelPlacer.Spread(
            [.. places.Select(p => map.At(p.Place.Spot).Y)],
            [.. ends.Select(e => e.Label.Height * 1.1)],
            frame.TitleBox.Right > x ? frame.TitleBox.Bottom : 0,
            frame.Area.Bottom + _sizes.Small
        );
        if (middles is null)
            return null;
        foreach (var (i, end) in ends.Index())
            _labels.Add(end.Mark, end.Label.BoxAt(x, middles[i]), isNoted: true);
        return (
            [.. places.Select((p, i) => Tie(p, x, middles[i], frame, map))],
            [.. ends.SelectMany((end, i) => end.Label.Items(x, middles[i]))]
        );
    }

    /// <summary>From a point to its name beside the plot.</summary>
    private StrokeMark Tie((ChartMark Mark, PointPlace Place, int Series) point, double x, double y, PlotFrame frame, PlotMap map) =>
        new(
            [point.Place.Spot, map.Of(new(x - _sizes.Row * 0.5, y)), map.Of(new(x - _sizes.Row * 0.2, y))],
            frame.Palette.Of(point.Series).Data,
            Math.Max(1, _sizes.Stroke * 0.5)
        )
        {
            Role = LineRole.Tie,
        };

    /// <summary>Figures beside their points where they meet nothing else. The last of each of several series stands at its name.</summary>
    private IEnumerable<SceneItem> Values(List<(ChartMark Mark, PointPlace Place, int Series)> points, LabelPlacer labels, PlotMap map)
    {
        var last = _categories[^1];
        var wanted = points.Count <= MostLabelled ? points : Outstanding(points);
        foreach (var (mark, place, _) in wanted.Where(p => _series.Count == 1 || p.Mark.Category != last))
        {
            var spot = map.At(place.Spot);
            var reach = Math.Max(place.Radius, spot.Y - place.Extent(mark, map).Y) + _sizes.Small * 0.25;
            if (
                _labels.Place(
                    mark,
                    notes => new ValueLabel(mark, _spec, _sizes.Row * 0.85, _room.Width * 0.25, notes),
                    (label, clear) => labels.Around(spot, reach, label.Width + _sizes.Small * 0.3, label.Height, clear)
                )
                is not var (label, at)
            )
            {
                continue;
            }

            foreach (var item in label.Items(at.X + _sizes.Small * 0.15, at.Y))
                yield return item;
        }
    }

    private static IEnumerable<(ChartMark Mark, PointPlace Place, int Series)> Outstanding(
        List<(ChartMark Mark, PointPlace Place, int Series)> points
    ) =>
        points
            .GroupBy(p => p.Series)
            .SelectMany(g => new[] { g.First(), g.Last(), g.MinBy(p => p.Mark.Anchor), g.MaxBy(p => p.Mark.Anchor) }.Distinct());
}
