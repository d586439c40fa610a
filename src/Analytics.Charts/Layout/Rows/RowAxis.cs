namespace Analytics.Charts;

/// <summary>The value axis below rows: grid lines at round numbers, their labels, and named references above.</summary>
/// <param name="room">Where the rows stand.</param>
/// <param name="range">The values they cover.</param>
/// <param name="scale">Their scale.</param>
/// <param name="plotX">Left edge of the plot.</param>
/// <param name="bars">Middles and heights of the bars between labels that lines must not cross; null where lines may run through.</param>
internal sealed class RowAxis(
    BodyRoom room,
    ValueRange range,
    ValueScale scale,
    double plotX,
    IReadOnlyList<(double Y, double Height)>? bars
)
{
    private readonly ChartSpec _spec = room.Spec;
    private readonly Sizes _sizes = room.Sizes;
    private readonly Palette _palette = Palette.For(room.Spec.Style);
    private readonly AxisNumbers _numbers = AxisNumbers.Of(room.Spec);

    /// <summary>Height of the tick labels.</summary>
    public static double Height(Sizes sizes) => sizes.Small * 1.9;

    /// <summary>Height of the names of references above the rows, one under the other.</summary>
    public static double ReferenceHeight(BodyRoom room) =>
        room.Spec.References.Count == 0 ? 0 : room.Spec.References.Sum(r => NameHeight(Name(room, r), room.Sizes)) + room.Sizes.Small * 0.3;

    private static IReadOnlyList<string> Name(BodyRoom room, ChartReference reference) =>
        LineBreaker.Break(ReferenceLines.NameOf(reference, room.Spec), room.Sizes.Small, bold: true, room.Width);

    private static double NameHeight(IReadOnlyList<string> name, Sizes sizes) =>
        TextMetrics.Height(name.Count, sizes.Small) + sizes.Small * 0.37;

    /// <summary>The plot of the rows: along it the values, down it the pixels of the body.</summary>
    /// <param name="top">Upper edge of the rows.</param>
    /// <param name="bottom">Their lower edge.</param>
    /// <param name="marks">What stands in the rows.</param>
    public PlotItem Plot(double top, double bottom, IEnumerable<PlotMark> marks)
    {
        var ticks = scale
            .Ticks(range.Low, range.High, Math.Max(_sizes.Small * 4, WidestTick() + _sizes.Small * 1.5), Ticks.LeastStep(_spec))
            .Where(v => Fits(scale.X(v), v))
            .ToList();
        return new PlotItem
        {
            Area = new Box(plotX, top, scale.Width, bottom - top),
            Map = Map(top, bottom),
            GridColor = _palette.Grid,
            Bottom = new PlotAxis
            {
                Ticks = [.. ticks.Where(t => t != scale.Origin)],
                Labels = [.. ticks.Select(t => Label(t, bottom))],
                Width = Math.Max(1, _sizes.Stroke * 0.6),
                Foot = bars is null ? 0 : _sizes.Small * 0.35,
            },
            Marks = [.. Baseline(bottom), .. marks, .. References(bottom)],
        };
    }

    /// <summary>From values, and from pixels of the body, to pixels of the body.</summary>
    public PlotMap Map(double top, double bottom) => new(scale.From(plotX), new AxisScale(top, bottom, top, bottom));

    private TextItem Label(double tick, double bottom) =>
        new(Text(tick), new Spot(plotX + scale.X(tick), bottom + _sizes.Small * 1.35), _sizes.Small, _palette.Soft)
        {
            Anchor = TextAnchor.Middle,
        };

    /// <summary>
    /// The line that the axis starts from, whether it has a tick or not; between labels it runs beside the bars alone. Two strokes through
    /// its foot say that it is not zero.
    /// </summary>
    private IEnumerable<PlotMark> Baseline(double bottom)
    {
        if (bars is null)
            yield return new EdgeToEdgeMark(scale.Origin, _palette.Axis, _sizes.Stroke) { IsUpright = true };
        foreach (var (y, height) in bars ?? [])
        {
            yield return new StrokeMark(
                [new(scale.Origin, y - height / 2), new(scale.Origin, y + height / 2)],
                _palette.Axis,
                _sizes.Stroke
            );
        }
        if (scale.Origin == 0 || !_spec.Kind.MayLeaveZero())
            yield break;
        var size = _sizes.Small * 0.3;
        foreach (var y in new[] { bottom - size * 0.8, bottom - size * 1.6 })
        {
            var foot = new PlotSpot(scale.Origin, y);
            yield return new StrokeMark(
                [foot with { Right = -size, Down = size * 0.5 }, foot with { Right = size, Down = -size * 0.5 }],
                _palette.Axis,
                _sizes.Stroke
            );
        }
    }

    /// <summary>A dashed line at each named value, from its name above all rows.</summary>
    private IEnumerable<StrokeMark> References(double bottom)
    {
        var top = 0.0;
        foreach (var reference in _spec.References)
        {
            var value = reference.Value * _spec.Unit.Factor;
            top += NameHeight(Name(room, reference), _sizes);
            yield return new StrokeMark([new(value, top), new(value, bottom)], _palette.Ink, _sizes.Stroke)
            {
                Dashed = true,
                Role = LineRole.Reference,
            };
        }
    }

    /// <summary>Names and values of references, one under the other above all rows.</summary>
    public IEnumerable<SceneItem> ReferenceNames()
    {
        var (size, top) = (_sizes.Small, 0.0);
        foreach (var reference in _spec.References)
        {
            var (x, name) = (plotX + scale.X(reference.Value * _spec.Unit.Factor), Name(room, reference));
            var half = name.Max(l => ChartFonts.Width(l, size, bold: true)) / 2;
            var stack = new TextStack(top);
            stack.Add(
                name,
                size,
                _palette.Ink,
                bold: true,
                x: Math.Clamp(x, half, Math.Max(half, room.Width - half)),
                anchor: TextAnchor.Middle
            );
            foreach (var item in stack.Items)
                yield return item;
            top += NameHeight(name, _sizes);
        }
    }

    private string Text(double value) => _numbers.Text(value);

    /// <summary>Labels of ticks may reach into the margins, but not over the edge.</summary>
    private bool Fits(double x, double value)
    {
        var half = ChartFonts.Width(Text(value), _sizes.Small) / 2;
        var reach = room.IsPanel ? 0 : _sizes.Margin * 0.8;
        return plotX + x - half > -reach && plotX + x + half < room.Width + reach;
    }

    /// <summary>An upper estimate: round ticks between the ends are hardly longer than the rounded ends and a seventh.</summary>
    private double WidestTick() =>
        new[] { range.High, range.Low, (range.High - range.Low) / 7 }.Max(v =>
            ChartFonts.Width(Text(v == 0 ? 0 : Math.Sign(v) * Ticks.Step(Math.Abs(v))), _sizes.Small)
        );
}
