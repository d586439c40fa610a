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

    /// <summary>All of it.</summary>
    /// <param name="top">Upper edge of the rows.</param>
    /// <param name="bottom">Their lower edge.</param>
    public IEnumerable<SceneItem> Items(double top, double bottom) => [.. Grid(top, bottom), .. References(bottom)];

    private IEnumerable<SceneItem> Grid(double top, double bottom)
    {
        var (size, baseline) = (_sizes.Small, bottom + _sizes.Small * 1.35);
        var ticks = scale
            .Ticks(range.Low, range.High, Math.Max(size * 4, WidestTick() + size * 1.5), Ticks.LeastStep(_spec))
            .Where(v => Fits(scale.X(v), v))
            .ToList();
        foreach (var item in Baseline(top, bottom))
            yield return item;
        foreach (var value in ticks)
        {
            var (x, zero) = (plotX + scale.X(value), value == scale.Origin);
            if (!zero)
            {
                foreach (var (from, to) in Lines(zero, top, bottom))
                    yield return new LineItem([new(x, from), new(x, to)], _palette.Grid, Math.Max(1, _sizes.Stroke * 0.6));
            }

            yield return new TextItem(Text(value), new Spot(x, baseline), size, _palette.Soft) { Anchor = TextAnchor.Middle };
        }
    }

    /// <summary>
    /// The line that the axis starts from, whether it has a tick or not. Two strokes through its foot say that it is not zero.
    /// </summary>
    private IEnumerable<SceneItem> Baseline(double top, double bottom)
    {
        var (x, size) = (plotX + scale.OriginX, _sizes.Small * 0.3);
        foreach (var (from, to) in Lines(atOrigin: true, top, bottom))
            yield return new LineItem([new(x, from), new(x, to)], _palette.Axis, _sizes.Stroke);
        if (scale.Origin == 0 || !_spec.Kind.MayLeaveZero())
            yield break;
        foreach (var y in new[] { bottom - size * 0.8, bottom - size * 1.6 })
            yield return new LineItem([new(x - size, y + size * 0.5), new(x + size, y - size * 0.5)], _palette.Axis, _sizes.Stroke);
    }

    /// <summary>A dashed line at each named value, names and values one under the other above all rows.</summary>
    private IEnumerable<SceneItem> References(double bottom)
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
            yield return new LineItem([new(x, top), new(x, bottom)], _palette.Ink, _sizes.Stroke)
            {
                Dashed = true,
                Role = LineRole.Reference,
            };
        }
    }

    /// <summary>
    /// Where the line of one value runs: over the whole height, or, between labels, beside the bars for the origin and at the foot for
    /// others.
    /// </summary>
    private IEnumerable<(double From, double To)> Lines(bool atOrigin, double top, double bottom)
    {
        if (bars is null)
            return [(top, bottom)];
        if (!atOrigin)
            return [(bottom, bottom + _sizes.Small * 0.35)];
        return bars.Select(b => (b.Y - b.Height / 2, b.Y + b.Height / 2));
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
