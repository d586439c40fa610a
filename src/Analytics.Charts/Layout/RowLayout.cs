namespace Analytics.Charts;

/// <summary>One row ready to be placed: its wrapped texts and their height.</summary>
internal sealed record RowText(ChartMark Mark, IReadOnlyList<string> Category, IReadOnlyList<string> Detail, ValueLabel Value)
{
    public double LabelHeight(Sizes sizes) =>
        TextMetrics.Height(Category.Count, sizes.Row) + (Detail.Count == 0 ? 0 : sizes.Small * 0.25 + TextMetrics.Height(Detail.Count, sizes.Small));
}

/// <summary>
/// Charts of one row per mark: bars and dots. Labels stand in a column to the left, or, where they would take too much
/// of the width, above their mark.
/// </summary>
internal sealed class RowLayout
{
    private const double LabelShare = 0.36;

    private readonly BodyRoom _room;
    private readonly bool _stacked;
    private readonly Palette _palette;
    private readonly ChartSpec _spec;
    private readonly Sizes _sizes;
    private readonly double _labelWidth;
    private readonly IReadOnlyList<RowText> _rows;

    private RowLayout(BodyRoom room, bool stacked)
    {
        (_room, _stacked, _spec, _sizes) = (room, stacked, room.Spec, room.Sizes);
        _palette = Palette.For(_spec.Style);
        _labelWidth = stacked ? room.Width : Math.Min(room.Width * LabelShare, room.Marks.Max(Natural));
        _rows = [.. room.Marks.Select(Text)];
    }

    /// <summary>The body, or null when it does not fit at these sizes.</summary>
    public static Body? Fit(BodyRoom room)
    {
        var beside = new RowLayout(room, stacked: false);
        var above = new RowLayout(room, stacked: true);
        var crowded = beside._rows.Any(r => r.Category.Count > 3 || r.Detail.Count > 3);
        return crowded ? above.Arrange() ?? beside.Arrange() : beside.Arrange() ?? above.Arrange();
    }

    private double PlotX => _stacked ? 0 : _labelWidth + _sizes.Row * 0.8;
    private double PlotWidth => _room.Width - PlotX;
    private double AxisHeight => _sizes.Small * 1.9;
    private double StackGap => _sizes.Row * 0.22;
    private double LeastBar => Math.Max(7, _sizes.Row * 0.7);

    private Body? Arrange()
    {
        var least = _rows.Select(Least).ToList();
        var free = _room.Height - AxisHeight - least.Sum();
        if (free < 0) return null;
        var extra = Math.Min(free / _rows.Count, Math.Max(0, _sizes.Row * 6.2 - least.Average()));
        var thickness = _stacked ? Math.Min(LeastBar + extra * 0.5, _sizes.Row * 2) : Math.Clamp((least.Min() + extra) * 0.56, LeastBar, _sizes.Row * 2.6);
        if (Scale(thickness) is not { } scale) return null;
        var heights = least.Select(h => h + extra).ToList();
        var items = new List<SceneItem>();
        items.AddRange(Axis(scale, heights.Sum()));
        var top = 0.0;
        for (var i = 0; i < _rows.Count; top += heights[i++]) items.AddRange(Row(_rows[i], top, heights[i], thickness, scale));
        return new Body(new Block(heights.Sum() + AxisHeight, items), _rows.Count);
    }

    /// <summary>The least height of a row with the space that parts it from the next.</summary>
    private double Least(RowText row)
    {
        var value = Math.Max(LeastBar, row.Value.Height);
        return (_stacked ? row.LabelHeight(_sizes) + StackGap + value : Math.Max(row.LabelHeight(_sizes), value)) + _sizes.Row * (_stacked ? 0.55 : 0.3);
    }

    private double Natural(ChartMark mark) => Math.Max(ChartFonts.Width(mark.Category, _sizes.Row), ChartFonts.Width(mark.Detail ?? "", _sizes.Small)) + 0.01;

    private RowText Text(ChartMark mark) => new(mark,
        LineBreaker.Break(mark.Category, _sizes.Row, bold: false, _labelWidth),
        LineBreaker.Break(mark.Detail ?? "", _sizes.Small, bold: false, _labelWidth),
        new ValueLabel(mark, _spec, _sizes.Row, PlotWidth * 0.5));

    /// <summary>The scale of the whole plot; null when too little width is left for the marks themselves.</summary>
    private ValueScale? Scale(double thickness)
    {
        var reaches = _rows.Select(r => ReachOf(r, thickness)).ToList();
        var scale = ValueScale.Fit(reaches, Origin(), PlotWidth);
        var drawn = scale is null ? 0 : scale.PerUnit * (High() - Low());
        return drawn >= PlotWidth * 0.2 || (High() <= Low() && scale is not null) ? scale : null;
    }

    private Reach ReachOf(RowText row, double thickness)
    {
        var label = row.Value.Width + LabelGap;
        if (row.Mark.Presence != MarkPresence.Figure) return new Reach(Origin(), Origin(), 0, label);
        var (left, right) = MarkShapes.Overhang(row.Mark, _spec.Kind, thickness);
        var (low, high) = Ends(row.Mark);
        return LabelOnLeft(row.Mark) ? new Reach(low, high, left + label, right) : new Reach(low, high, left, right + label);
    }

    private double LabelGap => _sizes.Row * 0.45;

    /// <summary>Bars that run to the left carry their label there.</summary>
    private bool LabelOnLeft(ChartMark mark) => _spec.Kind == ChartKind.Bar && (mark.High ?? mark.Anchor) < 0 && mark.Qualifier != MarkQualifier.Min;

    /// <summary>Lowest and highest value drawn for a mark, in shown units.</summary>
    private (double Low, double High) Ends(ChartMark mark)
    {
        var ends = mark.Qualifier == MarkQualifier.Range ? (mark.Low ?? mark.High, mark.High ?? mark.Low) : (mark.Anchor, mark.Anchor);
        return (Shown(ends.Item1!.Value), Shown(ends.Item2!.Value));
    }

    private double Shown(double value) => value * _spec.Unit.Factor;

    private double Low() => Math.Min(Origin(), Figures().Min(m => Ends(m).Low));

    private double High() => Math.Max(Origin(), Figures().Max(m => Ends(m).High));

    private IEnumerable<ChartMark> Figures() => _spec.Marks.Where(m => m.Presence == MarkPresence.Figure);

    /// <summary>Zero for bars. Dots start at a round number below the least value when all values lie far from zero.</summary>
    private double Origin()
    {
        if (_spec.Kind == ChartKind.Bar) return 0;
        var (low, high) = (Figures().Min(m => Ends(m).Low), Figures().Max(m => Ends(m).High));
        if (low <= 0 || low < high * 0.5) return Math.Min(0, low);
        var step = Ticks.Step(Math.Max((high - low) / 4, high / 100));
        return Math.Floor(low / step - 0.25) * step;
    }

    private IEnumerable<SceneItem> Axis(ValueScale scale, double height)
    {
        var largest = Math.Max(Math.Abs(High()), Math.Abs(Low()));
        string Tick(double value) => NumberText.Tick(value, largest, _spec.Language) + (_spec.Unit.Text == "%" && value != 0 ? "%" : "");
        var widest = new[] { High(), Low(), (High() - Low()) / 7 }.Max(v => ChartFonts.Width(Tick(Math.Round(v)), _sizes.Small)) + _sizes.Small * 2.4;
        foreach (var value in scale.Ticks(Low(), High(), Math.Max(widest, _sizes.Small * 5)))
        {
            var (x, zero) = (PlotX + scale.X(value), value == scale.Origin);
            yield return new LineItem([new(x, 0), new(x, height)], zero ? _palette.Axis : _palette.Grid, zero ? _sizes.Stroke : Math.Max(1, _sizes.Stroke * 0.6));
            yield return new TextItem(Tick(value), new Spot(x, height + _sizes.Small * 1.35), _sizes.Small, _palette.Soft) { Anchor = TextAnchor.Middle };
        }
        if (AxisCaption() is { Length: > 0 } caption)
            yield return new TextItem(caption, new Spot(_stacked ? _room.Width : _labelWidth, height + _sizes.Small * 1.35), _sizes.Small, _palette.Soft) { Anchor = TextAnchor.End };
    }

    /// <summary>The unit of the axis, where the column of labels leaves room for it.</summary>
    private string AxisCaption()
    {
        var words = ChartWords.For(_spec.Language);
        var caption = Origin() != 0 ? words.AxisFrom : _spec.Unit.Text.Length > 0 && _spec.Unit.Text != "%" ? words.UnitIs + _spec.Unit.Text : "";
        return !_stacked && ChartFonts.Width(caption, _sizes.Small) <= _labelWidth ? caption : "";
    }

    private IEnumerable<SceneItem> Row(RowText row, double top, double height, double thickness, ValueScale scale)
    {
        var gap = _sizes.Row * (_stacked ? 0.55 : 0.3);
        var labelTop = _stacked ? top + gap / 2 : top + (height - row.LabelHeight(_sizes)) / 2;
        var y = _stacked ? top + gap / 2 + row.LabelHeight(_sizes) + StackGap + Math.Max(thickness, row.Value.Height) / 2 : top + height / 2;
        return [.. Label(row, labelTop), .. Mark(row, y, thickness, scale)];
    }

    private IReadOnlyList<SceneItem> Label(RowText row, double top)
    {
        var (x, anchor) = _stacked ? (0.0, TextAnchor.Start) : (_labelWidth, TextAnchor.End);
        var stack = new TextStack(top);
        stack.Add(row.Category, _sizes.Row, _palette.Ink, x: x, anchor: anchor);
        stack.Skip(_sizes.Small * 0.25);
        stack.Add(row.Detail, _sizes.Small, _palette.Soft, x: x, anchor: anchor);
        return stack.Items;
    }

    private IEnumerable<SceneItem> Mark(RowText row, double y, double thickness, ValueScale scale)
    {
        var origin = PlotX + scale.OriginX;
        if (row.Mark.Presence != MarkPresence.Figure) return row.Value.Items(origin + LabelGap, y);
        var (low, high) = Ends(row.Mark);
        var (left, right) = MarkShapes.Overhang(row.Mark, _spec.Kind, thickness);
        var (lowX, highX) = (PlotX + scale.X(low), PlotX + scale.X(high));
        var place = new MarkPlace(origin, PlotX + scale.X(Shown(row.Mark.Anchor ?? 0)), lowX, highX, y, thickness, _sizes.Stroke);
        var at = LabelOnLeft(row.Mark) ? Math.Min(lowX, origin) - left - LabelGap - row.Value.Width : Math.Max(highX, _spec.Kind == ChartKind.Bar && LabelClearsOrigin(row.Mark) ? origin : highX) + right + LabelGap;
        return [.. Shape(row.Mark, place), .. row.Value.Items(at, y)];
    }

    /// <summary>An interval or bound left of zero keeps its label right of its own end.</summary>
    private static bool LabelClearsOrigin(ChartMark mark) => mark.Qualifier is not (MarkQualifier.Min or MarkQualifier.Range);

    private IEnumerable<SceneItem> Shape(ChartMark mark, MarkPlace place)
    {
        if (_spec.Kind == ChartKind.Bar) return BarMarks.Paint(mark, place, _palette);
        var guide = new LineItem([new(PlotX, place.Y), new(place.At, place.Y)], _palette.Grid, _sizes.Stroke) { Dashed = true };
        return [guide, .. DotMarks.Paint(mark, place, _palette)];
    }
}
