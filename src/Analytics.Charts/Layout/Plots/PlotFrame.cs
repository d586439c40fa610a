namespace Analytics.Charts;

/// <summary>The room of a plot with its vertical axis: where marks may stand, and the axis' grid, labels and references.</summary>
internal sealed class PlotFrame
{
    private readonly BodyRoom _room;
    private readonly ChartSpec _spec;
    private readonly Sizes _sizes;
    private readonly IReadOnlyList<double> _ticks;
    private readonly ChartUnit _unit;
    private readonly IReadOnlyList<string> _title;
    private readonly AxisNumbers _numbers;

    private PlotFrame(
        BodyRoom room,
        (double Low, double High) range,
        ChartUnit unit,
        IReadOnlyList<string> title,
        double left,
        double right,
        double bottom
    )
    {
        (_room, _spec, _sizes, _unit, _title) = (room, room.Spec, room.Sizes, unit, title);
        Palette = Palette.For(_spec.Style);
        _numbers = AxisNumbers.Of(_spec);
        var top = _sizes.Small * (title.Count > 0 ? 1.02 : 0.8) + TextMetrics.Height(title.Count, _sizes.Small);
        var height = room.Height - top - bottom;
        _ticks = height <= 0 ? [] : TicksOf(range, height);
        // The widest tick label decides where the plot begins.
        var labels = _ticks.Count == 0 ? 0 : _ticks.Max(t => ChartFonts.Width(Text(t, range), _sizes.Small)) + _sizes.Small * 0.6;
        Area = new Box(Math.Max(left, labels), top, room.Width - Math.Max(left, labels) - right, height);
        Range = range;
        Y = new AxisScale(range.Low, range.High, Area.Bottom, Area.Y);
    }

    /// <summary>Where marks may stand.</summary>
    public Box Area { get; }

    /// <summary>Values, in shown units, to pixels from the top of the body.</summary>
    public AxisScale Y { get; }

    public Palette Palette { get; }

    /// <summary>Values from the foot to the top of the plot.</summary>
    public (double Low, double High) Range { get; }

    /// <summary>A frame for these values, or null when too little is left for the marks.</summary>
    /// <param name="room">The room.</param>
    /// <param name="range">Values to cover, in shown units.</param>
    /// <param name="unit">Unit of the tick labels.</param>
    /// <param name="title">What the vertical axis measures.</param>
    /// <param name="left">Least distance from the left edge to the marks.</param>
    /// <param name="right">Room for labels beside the plot.</param>
    /// <param name="bottom">Room for the horizontal axis.</param>
    public static PlotFrame? Of(
        BodyRoom room,
        (double Low, double High) range,
        ChartUnit unit,
        string title,
        double left,
        double right,
        double bottom
    )
    {
        var frame = new PlotFrame(
            room,
            Padded(range),
            unit,
            LineBreaker.Break(title, room.Sizes.Small, bold: false, room.Width),
            left,
            right,
            bottom
        );
        return frame.Area.Width < room.Sizes.Small * 8 || frame.Area.Height < room.Sizes.Small * 5 ? null : frame;
    }

    /// <summary>The values that the marks of a plot cover, from the value that its axis starts from.</summary>
    public static (double Low, double High) ValuesOf(ChartSpec spec, IReadOnlyList<ChartMark> marks)
    {
        var range = ValueRange.Of(spec, marks);
        return (range.Low, range.High);
    }

    /// <summary>What the vertical axis says of itself; its unit stands in the subtitle.</summary>
    public static string TitleOf(ChartSpec spec) => spec.YTitle;

    /// <summary>The plot, with its vertical axis.</summary>
    /// <param name="x">The horizontal scale.</param>
    /// <param name="labels">Labels of the horizontal axis, where they stand.</param>
    /// <param name="marks">What stands in the plot.</param>
    public PlotItem Plot(AxisScale x, IEnumerable<SceneItem> labels, IEnumerable<PlotMark> marks) =>
        new()
        {
            Area = Area,
            Map = Map(x),
            GridColor = Palette.Grid,
            Bottom = new PlotAxis { Labels = [.. labels.Cast<TextItem>()] },
            Left = new PlotAxis
            {
                Ticks = [.. _ticks.Where(t => t != 0)],
                Labels = [.. _ticks.Select(Label)],
                Width = Math.Max(1, _sizes.Stroke * 0.6),
            },
            Marks = [.. _ticks.Where(t => t == 0).Select(t => new EdgeToEdgeMark(t, Palette.Axis, _sizes.Stroke)), .. marks],
        };

    /// <summary>Both scales.</summary>
    public PlotMap Map(AxisScale x) => new(x.Spanned, Y.Spanned);

    /// <summary>What the axis measures, above it.</summary>
    public IReadOnlyList<SceneItem> Title()
    {
        var title = new TextStack(0);
        title.Add(_title, _sizes.Small, Palette.Soft);
        return title.Items;
    }

    private TextItem Label(double tick) =>
        new(Text(tick, Range), new Spot(Area.X - _sizes.Small * 0.5, Y.At(tick) + _sizes.Small * 0.36), _sizes.Small, Palette.Soft)
        {
            Anchor = TextAnchor.End,
        };

    /// <summary>Where the title of the axis stands.</summary>
    public Box TitleBox =>
        new(
            0,
            0,
            _title.Select(l => ChartFonts.Width(l, _sizes.Small)).DefaultIfEmpty(0).Max(),
            TextMetrics.Height(_title.Count, _sizes.Small)
        );

    /// <summary>Where notes may stand: over the whole width down to the axis.</summary>
    public Box NoteArea => new(0, 0, _room.Width, Area.Bottom);

    /// <summary>Dashed lines at named values, with their names where they meet nothing else.</summary>
    public ReferenceLines References(LabelPlacer labels, PlotMap map) => ReferenceLines.Across(_room, Area, map, labels);

    /// <summary>A little air above, so that markers and their labels do not touch the edge.</summary>
    private static (double Low, double High) Padded((double Low, double High) range)
    {
        if (range.High <= range.Low)
            return range.Low == 0 ? (0, 1) : (Math.Min(0, range.Low * 2), Math.Max(0, range.High * 2));
        var span = range.High - range.Low;
        return (range.Low < 0 ? range.Low - span * 0.06 : range.Low, range.High + span * 0.08);
    }

    private IReadOnlyList<double> TicksOf((double Low, double High) range, double height)
    {
        var span = range.High - range.Low;
        if (span <= 0)
            return [range.Low];
        var least = _spec.Kind == ChartKind.Histogram ? 1 : Ticks.LeastStep(_spec);
        var step = Ticks.Step(Math.Max(least, Math.Max(span * _sizes.Small * 2.8 / height, span / 8)));
        return Ticks.Between(range.Low, range.High, step);
    }

    private string Text(double tick, (double Low, double High) range) =>
        _unit == _spec.Unit
            ? _numbers.Text(tick)
            : NumberText.Tick(tick, Math.Max(Math.Abs(range.High), Math.Abs(range.Low)), _spec.Language);
}

/// <summary>Keeps texts from lying on each other: what is taken is not given again.</summary>
internal sealed class LabelPlacer(Box bounds)
{
    private readonly List<Box> _taken = [];
    private readonly List<Box> _shunned = [];

    /// <summary>Takes a place without asking, for marks.</summary>
    public void Take(Box box) => _taken.Add(box);

    /// <summary>Takes the course of a thin line.</summary>
    public void Take(Spot from, Spot to, double width) => _taken.AddRange(Along(from, to, width));

    /// <summary>A place to leave free where there is another: the course of a stroke.</summary>
    public void Shun(Spot from, Spot to, double width) => _shunned.AddRange(Along(from, to, width));

    private static IEnumerable<Box> Along(Spot from, Spot to, double width)
    {
        var steps = Math.Clamp((int)(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)) / (2 * width)), 1, 200);
        for (var i = 0; i <= steps; i++)
        {
            yield return new Box(
                from.X + (to.X - from.X) * i / steps - width / 2,
                from.Y + (to.Y - from.Y) * i / steps - width / 2,
                width,
                width
            );
        }
    }

    /// <summary>Takes a place if it is free, within bounds and off every stroke.</summary>
    public bool TryTakeClear(Box box) => !_shunned.Any(s => s.Overlaps(box)) && TryTake(box);

    /// <summary>Takes a place if it is free and within bounds.</summary>
    public bool TryTake(Box box)
    {
        if (!bounds.Holds(box, 0.5) || _taken.Any(t => t.Overlaps(box)))
            return false;
        _taken.Add(box);
        return true;
    }

    /// <summary>
    /// The first free place for a label around a mark: above, right, left, below, then the corners; null when all are taken.
    /// </summary>
    /// <param name="center">Middle of the mark.</param>
    /// <param name="radius">How far the mark reaches, with the gap that should stay free.</param>
    /// <param name="width">Width of the label.</param>
    /// <param name="height">Height of the label.</param>
    /// <param name="clear">Whether it must keep off strokes, too, which other labels do while they can.</param>
    /// <returns>Left edge and middle of the label.</returns>
    public Spot? Around(Spot center, double radius, double width, double height, bool clear = false)
    {
        var (right, left) = (center.X + radius, center.X - radius - width);
        var (above, below) = (center.Y - radius - height / 2, center.Y + radius + height / 2);
        Spot[] spots =
        [
            new(center.X - width / 2, above),
            new(right, center.Y),
            new(left, center.Y),
            new(center.X - width / 2, below),
            new(right, above),
            new(left, above),
            new(right, below),
            new(left, below),
        ];
        foreach (var spot in spots)
        {
            if (!_shunned.Any(s => s.Overlaps(BoxAt(spot))) && TryTake(BoxAt(spot)))
                return spot;
        }

        foreach (var spot in spots)
        {
            if (!clear && TryTake(BoxAt(spot)))
                return spot;
        }

        return null;

        Box BoxAt(Spot spot) => new(spot.X, spot.Y - height / 2, width, height);
    }

    /// <summary>
    /// Middles that are as near to the wished ones as heights and limits allow, in the wished order; null when there is no room for all.
    /// </summary>
    public static IReadOnlyList<double>? Spread(IReadOnlyList<double> wished, IReadOnlyList<double> heights, double top, double bottom)
    {
        if (heights.Sum() > bottom - top)
            return null;
        var order = Enumerable.Range(0, wished.Count).OrderBy(i => wished[i]).ToList();
        var middles = new double[wished.Count];
        var edge = top;
        foreach (var i in order)
        {
            middles[i] = Math.Max(wished[i], edge + heights[i] / 2);
            edge = middles[i] + heights[i] / 2;
        }
        edge = bottom;
        foreach (var i in Enumerable.Reverse(order))
        {
            middles[i] = Math.Min(middles[i], edge - heights[i] / 2);
            edge = middles[i] - heights[i] / 2;
        }
        return middles;
    }
}
