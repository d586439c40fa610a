namespace Analytics.Charts;

/// <summary>The value axis below rows: grid lines at round numbers, their labels, the unit, and named references above.</summary>
/// <param name="room">Where the rows stand.</param>
/// <param name="range">The values they cover.</param>
/// <param name="scale">Their scale.</param>
/// <param name="plotX">Left edge of the plot.</param>
/// <param name="labelWidth">Width of the labels beside it, 0 where they stand above.</param>
/// <param name="bars">Middles and heights of the bars between labels that lines must not cross; null where lines may run through.</param>
internal sealed class RowAxis(BodyRoom room, ValueRange range, ValueScale scale, double plotX, double labelWidth, IReadOnlyList<(double Y, double Height)>? bars)
{
    private readonly ChartSpec _spec = room.Spec;
    private readonly Sizes _sizes = room.Sizes;
    private readonly Palette _palette = Palette.For(room.Spec.Style);

    /// <summary>Height of the tick labels.</summary>
    public static double Height(Sizes sizes) => sizes.Small * 1.9;

    /// <summary>Height of the names of references above the rows, one under the other.</summary>
    public static double ReferenceHeight(BodyRoom room) => room.Spec.References.Count == 0 ? 0 : room.Spec.References.Sum(r => NameHeight(Name(room, r), room.Sizes)) + room.Sizes.Small * 0.3;

    private static IReadOnlyList<string> Name(BodyRoom room, ChartReference reference) => LineBreaker.Break(ReferenceLines.NameOf(reference, room.Spec), room.Sizes.Small, bold: true, room.Width);

    private static double NameHeight(IReadOnlyList<string> name, Sizes sizes) => TextMetrics.Height(name.Count, sizes.Small) + sizes.Small * 0.37;

    /// <summary>All of it.</summary>
    /// <param name="top">Upper edge of the rows.</param>
    /// <param name="bottom">Their lower edge.</param>
    public IEnumerable<SceneItem> Items(double top, double bottom) => [.. Grid(top, bottom), .. References(bottom)];

    private IEnumerable<SceneItem> Grid(double top, double bottom)
    {
        var (size, baseline) = (_sizes.Small, bottom + _sizes.Small * 1.35);
        var ticks = scale.Ticks(range.Low, range.High, Math.Max(size * 5, WidestTick() + size * 1.5), Ticks.LeastStep(_spec)).Where(v => Fits(scale.X(v), v)).ToList();
        foreach (var value in ticks)
        {
            var (x, zero) = (plotX + scale.X(value), value == scale.Origin);
            foreach (var (from, to) in Lines(zero, top, bottom))
                yield return new LineItem([new(x, from), new(x, to)], zero ? _palette.Axis : _palette.Grid, zero ? _sizes.Stroke : Math.Max(1, _sizes.Stroke * 0.6));
            yield return new TextItem(Text(value), new Spot(x, baseline), size, _palette.Soft) { Anchor = TextAnchor.Middle };
        }
        var end = Math.Min(labelWidth, ticks.Count == 0 ? labelWidth : plotX + scale.X(ticks[0]) - ChartFonts.Width(Text(ticks[0]), size) / 2 - size * 0.6);
        var unit = ChartWords.For(_spec.Language).UnitIs + _spec.Unit.Text;
        if (bars is null && _spec.Unit.Text is not ("" or "%") && ChartFonts.Width(unit, size) <= end)
            yield return new TextItem(unit, new Spot(end, baseline), size, _palette.Soft) { Anchor = TextAnchor.End };
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
            stack.Add(name, size, _palette.Ink, bold: true, x: Math.Clamp(x, half, Math.Max(half, room.Width - half)), anchor: TextAnchor.Middle);
            foreach (var item in stack.Items) yield return item;
            top += NameHeight(name, _sizes);
            foreach (var (upper, lower) in Lines(atOrigin: true, top, bottom))
                yield return new LineItem([new(x, upper), new(x, lower)], _palette.Ink, _sizes.Stroke) { Dashed = true, Role = LineRole.Reference };
        }
    }

    /// <summary>Where the line of one value runs: over the whole height, or, between labels, beside the bars for the origin and at the foot for others.</summary>
    private IEnumerable<(double From, double To)> Lines(bool atOrigin, double top, double bottom)
    {
        if (bars is null) return [(top, bottom)];
        if (!atOrigin) return [(bottom, bottom + _sizes.Small * 0.35)];
        return bars.Select(b => (b.Y - b.Height / 2, b.Y + b.Height / 2));
    }

    private string Text(double value) =>
        NumberText.Tick(value, Math.Max(Math.Abs(range.High), Math.Abs(range.Low)), _spec.Language) + (_spec.Unit.Text == "%" && value != 0 ? "%" : "");

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
