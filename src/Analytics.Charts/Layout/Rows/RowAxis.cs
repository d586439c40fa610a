namespace Analytics.Charts;

/// <summary>The value axis below rows: grid lines at round numbers, their labels, and named references above.</summary>
/// <param name="room">Where the rows stand.</param>
/// <param name="range">The values they cover.</param>
/// <param name="scale">Their scale.</param>
/// <param name="plotX">Left edge of the plot.</param>
/// <param name="bars">Middles and heights of the bars between labels that lines must not cross; null where lines may run through.</param>
internal sealed class RowAxis(BodyRoom room, ValueRange range, ValueScale scale, double plotX, IReadOnlyList<(double Y, double Height)>? bars)
{
    private readonly ChartSpec _spec = room.Spec;
    private readonly Sizes _sizes = room.Sizes;
    private readonly Palette _palette = Palette.For(room.Spec.Style);
    private readonly AxisNumbers _numbers = AxisNumbers.Of(room.Spec);

    /// <summary>Height of the tick labels.</summary>
    public static double Height(Sizes sizes) => sizes.Small * 1.9;

    /// <summary>Height of the names of references above the rows, one line each.</summary>
    public static double ReferenceHeight(ChartSpec spec, Sizes sizes) => spec.References.Count == 0 ? 0 : (spec.References.Count * 1.45 + 0.3) * sizes.Small;

    /// <summary>All of it.</summary>
    /// <param name="top">Upper edge of the rows.</param>
    /// <param name="bottom">Their lower edge.</param>
    public IEnumerable<SceneItem> Items(double top, double bottom) => [.. Grid(top, bottom), .. _spec.References.SelectMany((r, i) => Reference(r, i, bottom))];

    private IEnumerable<SceneItem> Grid(double top, double bottom)
    {
        var (size, baseline) = (_sizes.Small, bottom + _sizes.Small * 1.35);
        var ticks = scale.Ticks(range.Low, range.High, Math.Max(size * 4, WidestTick() + size * 1.5), Ticks.LeastStep(_spec)).Where(v => Fits(scale.X(v), v)).ToList();
        foreach (var item in Baseline(top, bottom)) yield return item;
        foreach (var value in ticks)
        {
            var (x, zero) = (plotX + scale.X(value), value == scale.Origin);
            if (!zero)
                foreach (var (from, to) in Lines(zero, top, bottom))
                    yield return new LineItem([new(x, from), new(x, to)], _palette.Grid, Math.Max(1, _sizes.Stroke * 0.6));
            yield return new TextItem(Text(value), new Spot(x, baseline), size, _palette.Soft) { Anchor = TextAnchor.Middle };
        }
    }

    /// <summary>The line that the axis starts from, whether it has a tick or not. Two strokes through its foot say that it is not zero.</summary>
    private IEnumerable<SceneItem> Baseline(double top, double bottom)
    {
        var (x, size) = (plotX + scale.OriginX, _sizes.Small * 0.3);
        foreach (var (from, to) in Lines(atOrigin: true, top, bottom))
            yield return new LineItem([new(x, from), new(x, to)], _palette.Axis, _sizes.Stroke);
        if (scale.Origin == 0 || !_spec.Kind.MayLeaveZero()) yield break;
        foreach (var y in new[] { bottom - size * 0.8, bottom - size * 1.6 })
            yield return new LineItem([new(x - size, y + size * 0.5), new(x + size, y - size * 0.5)], _palette.Axis, _sizes.Stroke);
    }

    /// <summary>A dashed line at a named value, its name and value above all rows.</summary>
    private IEnumerable<SceneItem> Reference(ChartReference reference, int index, double bottom)
    {
        var (size, x) = (_sizes.Small, plotX + scale.X(reference.Value * _spec.Unit.Factor));
        var from = (index + 1) * 1.45 * size;
        foreach (var (upper, lower) in Lines(atOrigin: true, from, bottom))
            yield return new LineItem([new(x, upper), new(x, lower)], _palette.Ink, _sizes.Stroke) { Dashed = true };
        var name = reference.Label + ChartWords.For(_spec.Language).Space + NumberText.Figure(new ChartMark("", reference.Value), _spec.Unit, _spec.Language);
        var line = LineBreaker.Break(name, size, bold: true, room.Width, 1)[0];
        var left = Math.Clamp(x - ChartFonts.Width(line, size, bold: true) / 2, 0, Math.Max(0, room.Width - ChartFonts.Width(line, size, bold: true)));
        var text = new TextItem(line, new Spot(left, index * 1.45 * size + TextMetrics.Rise * size), size, _palette.Ink) { Bold = true };
        yield return new RectItem(text.Box, _palette.Ground);
        yield return text;
    }

    /// <summary>Where the line of one value runs: over the whole height, or, between labels, beside the bars for the origin and at the foot for others.</summary>
    private IEnumerable<(double From, double To)> Lines(bool atOrigin, double top, double bottom)
    {
        if (bars is null) return [(top, bottom)];
        if (!atOrigin) return [(bottom, bottom + _sizes.Small * 0.35)];
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
    private double WidestTick() => new[] { range.High, range.Low, (range.High - range.Low) / 7 }
        .Max(v => ChartFonts.Width(Text(v == 0 ? 0 : Math.Sign(v) * Ticks.Step(Math.Abs(v))), _sizes.Small));
}
