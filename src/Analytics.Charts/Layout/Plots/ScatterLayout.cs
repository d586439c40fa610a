namespace Analytics.Charts;

/// <summary>
/// Points at two numbers. Few have shapes and names where there is room; very many are drawn as small squares in few strokes.
/// </summary>
internal sealed class ScatterLayout
{
    /// <summary>Points above which shapes, bounds and names would only hide each other.</summary>
    public const int MostShapes = 1500;

    /// <summary>Points above which names are not tried.</summary>
    private const int MostNames = 150;

    private readonly BodyRoom _room;
    private readonly ChartSpec _spec;
    private readonly Sizes _sizes;
    private readonly Dictionary<string, int> _series;
    private readonly IReadOnlyList<ChartMark> _figures;
    private readonly (double Low, double High) _xs;

    private readonly PlacedLabels _labels;

    private ScatterLayout(BodyRoom room)
    {
        (_room, _spec, _sizes, _labels) = (room, room.Spec, room.Sizes, new PlacedLabels(room.Spec, room.Sizes.Small * 0.15));
        _series = ChartRows.Series(_spec).Index().ToDictionary(s => s.Item, s => s.Index);
        _figures = [.. room.Marks.Where(m => m.Presence == MarkPresence.Figure)];
        var peers = room.Peers.Where(m => m.Presence == MarkPresence.Figure);
        _xs = peers.Any() ? Widened(peers.Min(m => m.X!.Value), peers.Max(m => m.X!.Value)) : (0, 1);
    }

    /// <summary>The body, or null when it does not fit at these sizes.</summary>
    public static Body? Fit(BodyRoom room) => new ScatterLayout(room).Arrange();

    private Body? Arrange()
    {
        // The sentence about points without names is foreseen, so that it needs no room that the names took.
        var foot =
            _sizes.Small * 2
            + TextMetrics.Height(Math.Max(1, Foot(_figures.Count(m => m.Category.Length > 0)).Count), _sizes.Small)
            + _sizes.Small * 0.32;
        if (
            PlotFrame.Of(_room, PlotFrame.ValuesOf(_spec, _room.Peers), _spec.Unit, PlotFrame.TitleOf(_spec), 0, _sizes.Row * 0.6, foot)
            is not { } frame
        )
        {
            return null;
        }

        var scale = new AxisScale(_xs.Low, _xs.High, frame.Area.X, frame.Area.Right);
        var labels = new LabelPlacer(frame.Area);
        var axis = XLabels.OfNumbers(scale, _sizes, frame.Palette, _room.Width, _spec.Language).At(0, frame.Area.Bottom);
        var many = _room.Peers.Count > MostShapes;
        // Among very many points no name stands clear.
        if (many)
            labels.Take(frame.Area);
        var map = frame.Map(scale);
        var (names, unnamed) = many ? ([], 0) : Names(map, labels);
        var marks = many
            ? Cloud(frame.Palette)
            : _figures.SelectMany(m => PointMarks.Paint(m, Place(m, map), _series[m.Series], frame.Palette));
        var references = frame.References(labels, map);
        var plot = frame.Plot(scale, axis, [.. references.Lines, .. marks]);
        return new Body(new Block(_room.Height, [plot, .. frame.Title(), .. references.Names, .. names, .. FootItems(frame, unnamed)]))
        {
            Anchors = _spec.Annotations.Count == 0 ? [] : [.. _figures.Select(m => Anchor(m, map, frame))],
            Strays = references.Strays,
        };
    }

    private MarkAnchor Anchor(ChartMark mark, PlotMap map, PlotFrame frame) =>
        _labels.Anchor(mark, Place(mark, map).Extent(mark, map), frame.NoteArea);

    private PointPlace Place(ChartMark mark, PlotMap map) => PointPlace.Of(mark, mark.X!.Value, map, _spec.Unit, _sizes);

    /// <summary>A little air to both sides; zero is included where it is near.</summary>
    private static (double Low, double High) Widened(double low, double high)
    {
        if (low > 0 && low < high * 0.5)
            low = 0;
        var air = (high - low) * 0.03;
        return high > low ? (low == 0 ? 0 : low - air, high + air)
            : low == 0 ? (-1, 1)
            : (low - Math.Abs(low) / 2, low + Math.Abs(low) / 2);
    }

    /// <summary>One cloud for each series.</summary>
    private IEnumerable<PlotMark> Cloud(Palette palette) =>
        _figures
            .GroupBy(m => m.Series)
            .Select(g => new CloudMark(
                [.. g.Select(m => new PlotSpot(m.X!.Value, m.Anchor!.Value * _spec.Unit.Factor))],
                Math.Max(1.5, _sizes.Base * 0.1),
                palette.Series[_series[g.Key] % palette.Series.Count]
            ));

    /// <summary>The names of points where there is room, and how many have none.</summary>
    private (IReadOnlyList<SceneItem> Items, int Unnamed) Names(PlotMap map, LabelPlacer labels)
    {
        var places = _figures.Select(m => (Mark: m, Place: Place(m, map))).ToList();
        foreach (var (mark, place) in places)
            labels.Take(place.Extent(mark, map));
        var items = new List<SceneItem>();
        if (places.Count > MostNames)
            return (items, 0);
        var unnamed = 0;
        foreach (var (mark, place) in places.Where(p => p.Mark.Category.Length > 0))
        {
            var at = map.At(place.Spot);
            var reach = Math.Max(place.Radius, at.Y - place.Extent(mark, map).Y) + _sizes.Small * 0.15;
            if (
                _labels.Place(
                    mark,
                    notes => NameOf(mark, notes),
                    (label, clear) => labels.Around(at, reach, label.Width + _sizes.Small * 0.3, label.Height, clear)
                )
                is var (label, spot)
            )
            {
                items.AddRange(label.Items(spot.X + _sizes.Small * 0.15, spot.Y));
            }
            else
            {
                unnamed++;
            }
        }
        return (items, unnamed);
    }

    /// <summary>Name, bound and doubt; the figures themselves are read on the axes.</summary>
    private ValueLabel NameOf(ChartMark mark, MarkNotes notes)
    {
        var bound = mark.Qualifier == MarkQualifier.Exact ? "" : " " + ChartDescription.Reading(mark, _spec);
        return new ValueLabel(
            mark with
            {
                Label = mark.Category + bound,
            },
            _spec,
            Math.Max(_sizes.Small, _sizes.Row * 0.8),
            _room.Width * 0.22,
            notes
        );
    }

    /// <summary>What the horizontal axis measures, and how many points have no name.</summary>
    private IReadOnlyList<string> Foot(int unnamed)
    {
        var words = ChartWords.For(_spec.Language);
        var text = string.Join(
            words.Semicolon,
            new[] { _spec.XTitle, unnamed > 0 ? words.LabelsLeftOut(unnamed) : "" }.Where(t => t.Length > 0)
        );
        return LineBreaker.Break(text, _sizes.Small, bold: false, _room.Width);
    }

    private IReadOnlyList<SceneItem> FootItems(PlotFrame frame, int unnamed)
    {
        var lines = Foot(unnamed);
        var stack = new TextStack(_room.Height - TextMetrics.Height(lines.Count, _sizes.Small) - _sizes.Small * 0.1);
        stack.Add(
            lines,
            _sizes.Small,
            frame.Palette.Soft,
            x: lines.Count == 0 ? 0 : Math.Max(frame.Area.Right, lines.Max(l => ChartFonts.Width(l, _sizes.Small))),
            anchor: TextAnchor.End
        );
        return stack.Items;
    }
}
