namespace Analytics.Charts;

/// <summary>
/// Charts of horizontal rows on one value axis: all kinds of bars, lollipops, dots and boxes. Labels stand in a column to
/// the left, or, where they would take too much of the width, above their mark.
/// </summary>
internal sealed class RowLayout
{
    private const double LabelShare = 0.36;

    /// <summary>From row to row at most, in em: further apart they are no longer seen as one chart.</summary>
    private const double MostPitch = 16;

    /// <summary>Part of the pitch that a bar takes among those of its group.</summary>
    private const double InGroup = 0.8;

    private readonly BodyRoom _room;
    private readonly bool _stacked;
    private readonly double _perUnit;
    private readonly Palette _palette;
    private readonly ChartSpec _spec;
    private readonly Sizes _sizes;
    private readonly double _labelWidth;
    private readonly ValueRange _range;
    private readonly IReadOnlyList<RowText> _rows;
    private readonly IReadOnlyList<RowText> _peers;

    private RowLayout(BodyRoom room, bool stacked, double share)
    {
        (_room, _stacked, _spec, _sizes) = (room, stacked, room.Spec, room.Sizes);
        _palette = Palette.For(_spec.Style);
        IReadOnlyList<ChartRow> peers = [.. room.Peers.GroupBy(m => m.Panel).SelectMany(g => ChartRows.Of(_spec, [.. g]))];
        _range = ValueRange.Of(_spec, peers.Select(r => r.Mark));
        _labelWidth = stacked ? room.Width : Math.Min(room.Width * LabelShare, peers.Max(r => RowText.Natural(r, _sizes)));
        _perUnit = _range.High > 0 ? PlotWidth * share / _range.High * _spec.Unit.Factor : 0;
        _peers = [.. peers.Select(Text)];
        _rows = ReferenceEquals(room.Peers, room.Marks) ? _peers : [.. ChartRows.Of(_spec, room.Marks).Select(Text)];
    }

    /// <summary>The same rows, values written in the room that their own marks leave rather than in half of the plot.</summary>
    private RowLayout(RowLayout narrow, ValueScale scale)
    {
        (_room, _stacked, _spec, _sizes, _palette) = (narrow._room, narrow._stacked, narrow._spec, narrow._sizes, narrow._palette);
        (_range, _labelWidth, _perUnit) = (narrow._range, narrow._labelWidth, narrow._perUnit);
        _peers = [.. narrow._peers.Select(Widened)];
        _rows = ReferenceEquals(narrow._rows, narrow._peers) ? _peers : [.. narrow._rows.Select(Widened)];

        RowText Widened(RowText row) => row.Widened(_spec, _sizes, PlotWidth, _perUnit, narrow.RoomOf(row, scale));
    }

    /// <summary>
    /// What the longest stack may be expected to have of the plot's width. The less, the more of its parts are named in the row's label,
    /// which in turn leaves it less.
    /// </summary>
    private static readonly double[] StackShares = [0.45, 0.3, 0.15, 0];

    /// <summary>The body, or null when it does not fit at these sizes.</summary>
    public static Body? Fit(BodyRoom room)
    {
        if (room.Spec.Kind != ChartKind.StackedBar)
            return Fit(room, 0).Body;
        foreach (var share in StackShares)
        {
            if (Fit(room, share) is var (body, hasLess) && (body is not null || !hasLess))
                return body;
        }

        return null;
    }

    /// <summary>The body, and where there is none, whether it is for want of width for the stacks.</summary>
    private static (Body? Body, bool HasLess) Fit(BodyRoom room, double share)
    {
        // Even one line a row would not fit: not worth measuring.
        var least = room.Spec.Kind is ChartKind.StackedBar or ChartKind.Box
            ? room.Marks.Select(m => m.Category).Distinct().Count()
            : room.Marks.Count;
        if (least * room.Sizes.Row * 1.38 > room.Height)
            return (null, false);
        var beside = Of(room, stacked: false, share);
        var crowded = beside._rows.Any(r => r.Label.Count > 3 || r.Detail.Count > 3 || r.Heading.Count > 3);
        if (!crowded && beside.Arrange() is { } body)
            return (body, false);
        var above = Of(room, stacked: true, share);
        var placed = above.Arrange() ?? (crowded ? beside.Arrange() : null);
        return (placed, placed is null && (above._hasLess || beside._hasLess));
    }

    /// <summary>Whether the stacks had less width than their labels expected.</summary>
    private bool _hasLess;

    private static RowLayout Of(BodyRoom room, bool stacked, double share)
    {
        var narrow = new RowLayout(room, stacked, share);
        return narrow._peers.Any(r => r.Value.Wraps) && narrow.Scale(narrow.MostThick) is { } scale ? new RowLayout(narrow, scale) : narrow;
    }

    /// <summary>Between a mark and the edge that its label stands towards.</summary>
    private double RoomOf(RowText row, ValueScale scale)
    {
        if (row.Mark.Presence != MarkPresence.Figure)
            return PlotWidth - scale.OriginX - LabelGap;
        var (left, right) = MarkShapes.Overhang(row.Mark, _spec.Kind, MostThick, _sizes.Row, _range.Origin / _spec.Unit.Factor);
        var (low, high) = ValueRange.Ends(row.Mark, _spec.Unit);
        return (LabelOnLeft(row.Mark) ? scale.X(low) - left : PlotWidth - scale.X(high) - right) - LabelGap;
    }

    private double MostThick => _sizes.Row * (_spec.Kind is ChartKind.Dot or ChartKind.Lollipop ? 2 : 4);
    private double PlotX => _stacked ? 0 : _labelWidth + _sizes.Row * 0.8;
    private double PlotWidth => _room.Width - PlotX;
    private double StackGap => _sizes.Row * 0.22;
    private double LeastBar =>
        Math.Max(7, _spec.Kind == ChartKind.StackedBar ? Math.Max(_sizes.Row * 0.7, _sizes.Small * 1.2) : _sizes.Row * 0.7);
    private double Gap => _sizes.Row * (_stacked ? 0.55 : 0.3);
    private double LabelGap => _sizes.Row * 0.45;

    private Body? Arrange()
    {
        var least = _rows.Select(Least).ToList();
        var above = RowAxis.ReferenceHeight(_room);
        var free = _room.Height - RowAxis.Height(_sizes) - above - least.Sum();
        if (free < 0)
            return null;
        var extra = Math.Min((free - BetweenGroups(free) * (Groups - 1)) / _rows.Count, Math.Max(0, MostExtra - least.Average()));
        if (Scale(Thickness(extra)) is not { } scale)
            return null;
        _hasLess = _spec.Kind == ChartKind.StackedBar && scale.PerUnit * _spec.Unit.Factor < _perUnit;
        if (_hasLess)
            return null;
        var places = new List<(double Top, double Height, double Y)>();
        var bottom = above;
        foreach (var (i, row) in _rows.Index())
        {
            if (i > 0 && row.Heading.Count > 0)
                bottom += BetweenGroups(free);
            places.Add((bottom, least[i] + extra, MarkY(row, bottom, least[i] + extra, Thickness(extra))));
            bottom += least[i] + extra;
        }
        var axis = new RowAxis(_room, _range, scale, PlotX, _stacked ? [.. places.Select(p => (p.Y, Thickness(extra) + StackGap))] : null);
        var map = axis.Map(above, bottom);
        var marks = _rows.SelectMany((row, i) => Marks(row, places[i].Y, Thickness(extra), scale));
        var texts = _rows.SelectMany(
            (row, i) =>
                (IEnumerable<SceneItem>)
                    [
                        .. Label(row, places[i].Top, places[i].Height),
                        .. Value(row, places[i].Y, Thickness(extra), scale),
                        .. PartLabels(row, places[i].Y, Thickness(extra), scale, map),
                    ]
        );
        return new Body(new Block(bottom + RowAxis.Height(_sizes), [axis.Plot(above, bottom, marks), .. axis.ReferenceNames(), .. texts]));
    }

    /// <summary>The most that a row is high: bars of a group stand close even where there is much room.</summary>
    private double MostExtra =>
        _spec.Kind == ChartKind.GroupedBar ? MostThick / InGroup + _rows.Average(r => r.HeadingHeight(_sizes)) : _sizes.Row * MostPitch;

    private int Groups => Math.Max(1, _rows.Count(r => r.Heading.Count > 0));

    /// <summary>Half of the free height parts groups, so that the bars of each stand close.</summary>
    private double BetweenGroups(double free) => Groups == 1 ? 0 : Math.Min(free * 0.4 / (Groups - 1), _sizes.Row * 4);

    private double Thickness(double extra) =>
        _stacked
            ? Math.Min(LeastBar + extra * 0.5, _sizes.Row * 2)
            : Math.Clamp(
                (_rows.Min(r => Least(r) - r.HeadingHeight(_sizes)) + extra) * (_spec.Kind == ChartKind.GroupedBar ? InGroup : 0.56),
                LeastBar,
                MostThick
            );

    /// <summary>The least height of a row with the space that parts it from the next.</summary>
    private double Least(RowText row)
    {
        var value = Math.Max(LeastBar, row.Value.Height);
        return row.HeadingHeight(_sizes)
            + (_stacked ? row.LabelHeight(_sizes) + StackGap + value : Math.Max(row.LabelHeight(_sizes), value))
            + Gap;
    }

    private RowText Text(ChartRow row) => RowText.Of(_spec, row, _sizes, _labelWidth, PlotWidth, _perUnit);

    /// <summary>The scale of the whole plot; null when too little width is left for the marks themselves.</summary>
    private ValueScale? Scale(double thickness)
    {
        var references = _spec.References.Select(r => r.Value * _spec.Unit.Factor).Select(v => new Reach(v, v, 0, 0));
        var scale = ValueScale.Fit([.. _peers.Select(r => ReachOf(r, thickness)), .. references], _range.Origin, PlotWidth);
        if (scale is null || _range.High <= _range.Low)
            return scale;
        return scale.PerUnit * (_range.High - _range.Low) >= PlotWidth * 0.2 ? scale : null;
    }

    private Reach ReachOf(RowText row, double thickness)
    {
        var label = row.Value.Width + LabelGap;
        if (row.Mark.Presence != MarkPresence.Figure)
            return new Reach(_range.Origin, _range.Origin, 0, label);
        var (left, right) = MarkShapes.Overhang(row.Mark, _spec.Kind, thickness, _sizes.Row, _range.Origin / _spec.Unit.Factor);
        var (low, high) = ValueRange.Ends(row.Mark, _spec.Unit);
        return LabelOnLeft(row.Mark) ? new Reach(low, high, left + label, right) : new Reach(low, high, left, right + label);
    }

    private (MarkPlace Place, double Left, double Right) Place(RowText row, double y, double thickness, ValueScale scale)
    {
        var (low, high) = ValueRange.Ends(row.Mark, _spec.Unit);
        var (left, right) = MarkShapes.Overhang(row.Mark, _spec.Kind, thickness, _sizes.Row, _range.Origin / _spec.Unit.Factor);
        var at = (row.Mark.Anchor ?? 0) * _spec.Unit.Factor;
        return (
            new MarkPlace(scale.Origin, at, low, high, y, thickness, _sizes.Stroke, _sizes.Row) { PerUnit = scale.From(PlotX).PerUnit },
            left,
            right
        );
    }

    private double LabelX(RowText row, MarkPlace place, double left, double right, ValueScale scale) =>
        PlotX + (LabelOnLeft(row.Mark) ? scale.X(place.Low) - left - LabelGap - row.Value.Width : scale.X(place.High) + right + LabelGap);

    /// <summary>Bars that run to the left carry their label there.</summary>
    private bool LabelOnLeft(ChartMark mark) =>
        _spec.Kind.IsBars() && (mark.High ?? mark.Anchor) * _spec.Unit.Factor < _range.Origin && mark.Qualifier != MarkQualifier.Min;

    private double MarkY(RowText row, double top, double height, double thickness)
    {
        var heading = row.HeadingHeight(_sizes);
        if (!_stacked)
            return top + heading + (height - heading) / 2;
        return top + heading + Gap / 2 + row.LabelHeight(_sizes) + StackGap + Math.Max(thickness, row.Value.Height) / 2;
    }

    private IReadOnlyList<SceneItem> Label(RowText row, double top, double height)
    {
        var (x, anchor) = _stacked ? (0.0, TextAnchor.Start) : (_labelWidth, TextAnchor.End);
        var heading = row.HeadingHeight(_sizes);
        var stack = new TextStack(top + (heading > 0 ? _sizes.Row * 0.4 : 0));
        stack.Add(row.Heading, _sizes.Row, _palette.Ink, bold: true, x: x, anchor: anchor);
        stack.Skip(top + heading + (_stacked ? Gap / 2 : (height - heading - row.LabelHeight(_sizes)) / 2) - stack.Bottom);
        stack.Add(row.Label, _sizes.Row, _palette.Ink, x: x, anchor: anchor);
        stack.Skip(_sizes.Small * 0.25);
        stack.Add(row.Detail, _sizes.Small, _palette.Soft, x: x, anchor: anchor);
        return stack.Items;
    }

    private IEnumerable<SceneItem> Value(RowText row, double y, double thickness, ValueScale scale)
    {
        if (row.Mark.Presence != MarkPresence.Figure)
            return row.Value.Items(PlotX + scale.OriginX + LabelGap, y);
        var (place, left, right) = Place(row, y, thickness, scale);
        return row.Value.Items(LabelX(row, place, left, right, scale), y);
    }

    private IEnumerable<SceneItem> PartLabels(RowText row, double y, double thickness, ValueScale scale, PlotMap map) =>
        _spec.Kind == ChartKind.StackedBar && row.Mark.Presence == MarkPresence.Figure
            ? StackMarks.Labels(row.Row, _spec, _sizes, Place(row, y, thickness, scale).Place, map, _perUnit)
            : [];

    private IEnumerable<PlotMark> Marks(RowText row, double y, double thickness, ValueScale scale)
    {
        if (row.Mark.Presence != MarkPresence.Figure)
            return [];
        var (place, palette) = (Place(row, y, thickness, scale).Place, _palette.Of(row.Row.Series));
        switch (_spec.Kind)
        {
            case ChartKind.StackedBar:
                return StackMarks.Paint(row.Row, _spec, place);
            case ChartKind.Box:
                return BoxMarks.Paint(row.Row, place, _spec.Unit.Factor, palette);
            case ChartKind.Lollipop:
                return [DotMarks.Stem(row.Mark, place, palette), .. DotMarks.Paint(row.Mark, place, palette)];
            case ChartKind.Dot:
                // From an origin other than zero a line to the dot would look like a length: then it runs through.
                var axis = scale.From(PlotX);
                var end = _range.Origin == 0 ? place.At : axis.High;
                return
                [
                    new StrokeMark([new(axis.Low, place.Y), new(end, place.Y)], _palette.Grid, _sizes.Stroke) { Dashed = true },
                    .. DotMarks.Paint(row.Mark, place, palette),
                ];
            default:
                return BarMarks.Paint(row.Mark, place, palette);
        }
    }
}
