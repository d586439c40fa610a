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
    private readonly ValueRange _range;
    private readonly IReadOnlyList<RowText> _rows;

    private RowLayout(BodyRoom room, bool stacked)
    {
        (_room, _stacked, _spec, _sizes) = (room, stacked, room.Spec, room.Sizes);
        _palette = Palette.For(_spec.Style);
        _range = ValueRange.Of(_spec, room.Marks);
        _labelWidth = stacked ? room.Width : Math.Min(room.Width * LabelShare, room.Marks.Max(Natural));
        _rows = [.. room.Marks.Select(Text)];
    }

    /// <summary>The body, or null when it does not fit at these sizes.</summary>
    public static Body? Fit(BodyRoom room)
    {
        // Even one line a row would not fit: not worth measuring.
        if (room.Marks.Count * room.Sizes.Row * 1.38 > room.Height) return null;
        var beside = new RowLayout(room, stacked: false);
        var crowded = beside._rows.Any(r => r.Category.Count > 3 || r.Detail.Count > 3);
        if (!crowded && beside.Arrange() is { } body) return body;
        return new RowLayout(room, stacked: true).Arrange() ?? (crowded ? beside.Arrange() : null);
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
        var extra = Math.Min(free / _rows.Count, Math.Max(0, _sizes.Row * 11 - least.Average()));
        var thickness = _stacked ? Math.Min(LeastBar + extra * 0.5, _sizes.Row * 2) : Math.Clamp((least.Min() + extra) * 0.56, LeastBar, _sizes.Row * 4);
        if (Scale(thickness) is not { } scale) return null;
        var tops = new List<double>();
        var height = 0.0;
        foreach (var row in least)
        {
            tops.Add(height);
            height += row + extra;
        }
        var rows = _rows.SelectMany((row, i) => Row(row, tops[i], least[i] + extra, thickness, scale));
        return new Body(new Block(height + AxisHeight, [.. Axis(scale, height, thickness, tops), .. rows]));
    }

    /// <summary>The least height of a row with the space that parts it from the next.</summary>
    private double Least(RowText row)
    {
        var value = Math.Max(LeastBar, row.Value.Height);
        return (_stacked ? row.LabelHeight(_sizes) + StackGap + value : Math.Max(row.LabelHeight(_sizes), value)) + Gap;
    }

    private double Natural(ChartMark mark) => Math.Max(ChartFonts.Width(mark.Category, _sizes.Row), ChartFonts.Width(mark.Detail ?? "", _sizes.Small)) + 0.01;

    private RowText Text(ChartMark mark) => new(mark,
        LineBreaker.Break(mark.Category, _sizes.Row, bold: false, _labelWidth),
        LineBreaker.Break(mark.Detail ?? "", _sizes.Small, bold: false, _labelWidth),
        new ValueLabel(mark, _spec, _sizes.Row, PlotWidth * 0.5));

    /// <summary>The scale of the whole plot; null when too little width is left for the marks themselves.</summary>
    private ValueScale? Scale(double thickness)
    {
        var scale = ValueScale.Fit([.. _rows.Select(r => ReachOf(r, thickness))], _range.Origin, PlotWidth);
        if (scale is null || _range.High <= _range.Low) return scale;
        return scale.PerUnit * (_range.High - _range.Low) >= PlotWidth * 0.2 ? scale : null;
    }

    private Reach ReachOf(RowText row, double thickness)
    {
        var label = row.Value.Width + LabelGap;
        if (row.Mark.Presence != MarkPresence.Figure) return new Reach(_range.Origin, _range.Origin, 0, label);
        var (left, right) = MarkShapes.Overhang(row.Mark, _spec.Kind, thickness);
        var (low, high) = ValueRange.Ends(row.Mark, _spec.Unit);
        return LabelOnLeft(row.Mark) ? new Reach(low, high, left + label, right) : new Reach(low, high, left, right + label);
    }

    private double LabelGap => _sizes.Row * 0.45;

    /// <summary>Bars that run to the left carry their label there.</summary>
    private bool LabelOnLeft(ChartMark mark) => _spec.Kind == ChartKind.Bar && (mark.High ?? mark.Anchor) < 0 && mark.Qualifier != MarkQualifier.Min;

    private IEnumerable<SceneItem> Axis(ValueScale scale, double height, double thickness, IReadOnlyList<double> tops)
    {
        var (size, baseline) = (_sizes.Small, height + _sizes.Small * 1.35);
        var ticks = scale.Ticks(_range.Low, _range.High, Math.Max(size * 5, WidestTick() + size * 1.5)).Where(v => TickFits(scale.X(v), v)).ToList();
        foreach (var value in ticks)
        {
            var (x, zero) = (PlotX + scale.X(value), value == scale.Origin);
            foreach (var (from, to) in GridLines(zero, height, thickness, tops))
                yield return new LineItem([new(x, from), new(x, to)], zero ? _palette.Axis : _palette.Grid, zero ? _sizes.Stroke : Math.Max(1, _sizes.Stroke * 0.6));
            yield return new TextItem(TickText(value), new Spot(x, baseline), size, _palette.Soft) { Anchor = TextAnchor.Middle };
        }
        var end = Math.Min(_labelWidth, ticks.Count == 0 ? _labelWidth : PlotX + scale.X(ticks[0]) - ChartFonts.Width(TickText(ticks[0]), size) / 2 - size * 0.6);
        var unit = ChartWords.For(_spec.Language).UnitIs + _spec.Unit.Text;
        if (!_stacked && _spec.Unit.Text is not ("" or "%") && ChartFonts.Width(unit, size) <= end)
            yield return new TextItem(unit, new Spot(end, baseline), size, _palette.Soft) { Anchor = TextAnchor.End };
    }

    /// <summary>Where the line of one tick runs: over the whole height, or, where labels stand above their bars, beside the bars for zero and at the foot for the others.</summary>
    private IEnumerable<(double From, double To)> GridLines(bool zero, double height, double thickness, IReadOnlyList<double> tops)
    {
        if (!_stacked) return [(0, height)];
        if (!zero) return [(height, height + _sizes.Small * 0.35)];
        return tops.Select((top, i) => BarY(_rows[i], top, thickness)).Select(y => (y - thickness / 2 - StackGap / 2, y + thickness / 2 + StackGap / 2));
    }

    private string TickText(double value) =>
        NumberText.Tick(value, Math.Max(Math.Abs(_range.High), Math.Abs(_range.Low)), _spec.Language) + (_spec.Unit.Text == "%" && value != 0 ? "%" : "");

    /// <summary>Labels of ticks may reach into the margins, but not over the edge.</summary>
    private bool TickFits(double x, double value)
    {
        var half = ChartFonts.Width(TickText(value), _sizes.Small) / 2;
        return PlotX + x - half > -_sizes.Margin * 0.8 && PlotX + x + half < _room.Width + _sizes.Margin * 0.8;
    }

    /// <summary>An upper estimate: round ticks between the ends are hardly longer than the rounded ends and a seventh.</summary>
    private double WidestTick() => new[] { _range.High, _range.Low, (_range.High - _range.Low) / 7 }
        .Max(v => ChartFonts.Width(TickText(v == 0 ? 0 : Math.Sign(v) * Ticks.Step(Math.Abs(v))), _sizes.Small));

    private double Gap => _sizes.Row * (_stacked ? 0.55 : 0.3);

    /// <summary>Middle of the bar of a stacked row.</summary>
    private double BarY(RowText row, double top, double thickness) =>
        top + Gap / 2 + row.LabelHeight(_sizes) + StackGap + Math.Max(thickness, row.Value.Height) / 2;

    private IEnumerable<SceneItem> Row(RowText row, double top, double height, double thickness, ValueScale scale)
    {
        var labelTop = _stacked ? top + Gap / 2 : top + (height - row.LabelHeight(_sizes)) / 2;
        var y = _stacked ? BarY(row, top, thickness) : top + height / 2;
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
        var (low, high) = ValueRange.Ends(row.Mark, _spec.Unit);
        var (left, right) = MarkShapes.Overhang(row.Mark, _spec.Kind, thickness);
        var (lowX, highX) = (PlotX + scale.X(low), PlotX + scale.X(high));
        var place = new MarkPlace(origin, PlotX + scale.X((row.Mark.Anchor ?? 0) * _spec.Unit.Factor), lowX, highX, y, thickness, _sizes.Stroke);
        var at = LabelOnLeft(row.Mark) ? lowX - left - LabelGap - row.Value.Width : highX + right + LabelGap;
        return [.. row.Value.Items(at, y), .. Shape(row.Mark, place)];
    }

    private IEnumerable<SceneItem> Shape(ChartMark mark, MarkPlace place)
    {
        if (_spec.Kind == ChartKind.Bar) return BarMarks.Paint(mark, place, _palette);
        var guide = new LineItem([new(PlotX, place.Y), new(place.At, place.Y)], _palette.Grid, _sizes.Stroke) { Dashed = true };
        return [guide, .. DotMarks.Paint(mark, place, _palette)];
    }
}
