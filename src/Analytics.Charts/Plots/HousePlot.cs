using ScottPlot;
using ScottPlot.DataSources;
using ScottPlot.Plottables;
using ScottPlot.Rendering.RenderActions;
using SkiaSharp;

namespace Analytics.Charts;

/// <summary>
/// Draws what stands on axes with ScottPlot, in the style of the house: the area to the pixel, no ticks but the given ones, nothing cut off
/// at the edges of the area. Texts are drawn by the canvas that draws all others: ScottPlot keeps one font of a name for the whole process,
/// but files that carry their fonts have one each.
/// </summary>
/// <param name="item">What to draw.</param>
/// <param name="surface">The canvas for what ScottPlot has no shape for.</param>
internal sealed class HousePlot(PlotItem item, CanvasSurface surface)
{
    /// <summary>Of the range of an axis, so that a tick at its end is not beyond it by a rounding.</summary>
    private const double Slack = 1e-9;

    /// <summary>
    /// Of the steps in which ScottPlot draws, those that are needed here, taken once: its own round draws again where limits are new, which
    /// a file of vectors shows.
    /// </summary>
    private static readonly IRenderAction[] Steps =
    [
        new ReplaceNullAxesWithDefaults(),
        new CalculateLayout(),
        new PlaceTicks(),
        new RenderGridsBelowPlottables(),
        new RenderUnclipped(),
        new RenderPanels(),
    ];

    /// <summary>A plot with the most frequent marks, for who wants their code compiled before the first picture.</summary>
    public static PlotItem Tiny { get; } =
        new()
        {
            Area = new Box(0, 0, 16, 16),
            Map = new PlotMap(new AxisScale(0, 1, 0, 16), new AxisScale(0, 1, 16, 0)),
            Bottom = new PlotAxis { Ticks = [0, 1], Labels = [new TextItem("一", new Spot(0, 12), 12, "#000000")] },
            GridColor = "#000000",
            Marks =
            [
                new BarMark(0, 1, 0.5, 2, "#000000"),
                new EdgeToEdgeMark(0, "#000000", 1),
                new StrokeMark([new(0, 0), new(1, 1)], "#000000", 1),
                new AreaMark(new(0, 0), new(1, 1), "#000000", Fill.Stripes) { Outline = 1, Dashed = true },
                new PointMark(new(0, 0), 2, 0, "#000000", Fill.Solid, 1),
            ],
        };

    /// <summary>Draws the plot.</summary>
    public static void Draw(PlotItem item, CanvasSurface surface, SKCanvas canvas) => new HousePlot(item, surface).Draw(canvas);

    private void Draw(SKCanvas canvas)
    {
        using var plot = new Plot();
        var area = new PixelRect((float)item.Area.X, (float)item.Area.Right, (float)item.Area.Bottom, (float)item.Area.Y);
        Lay(plot);
        plot.Layout.Fixed(area);
        foreach (var plottable in Plottables())
            plot.Add.Plottable(plottable);
        using var pack = new RenderPack(plot, area, canvas);
        foreach (var step in Steps)
        {
            pack.CanvasState.Save();
            step.Render(pack);
            pack.CanvasState.RestoreAll();
        }
    }

    /// <summary>Our axes and grid in place of ScottPlot's own.</summary>
    private void Lay(Plot plot)
    {
        var (bottom, left) = (new LaidBottomAxis(item.Bottom.Labels, surface), new LaidLeftAxis(item.Left.Labels, surface));
        foreach (var edge in new[] { Edge.Bottom, Edge.Left, Edge.Top, Edge.Right })
            plot.Axes.Remove(edge);
        plot.Axes.AddXAxis(bottom);
        plot.Axes.AddYAxis(left);
        plot.Axes.Title.IsVisible = false;
        bottom.SetTicks([.. item.Bottom.Ticks], [.. item.Bottom.Ticks.Select(_ => "")]);
        left.SetTicks([.. item.Left.Ticks], [.. item.Left.Ticks.Select(_ => "")]);
        bottom.MajorTickStyle.Length = (float)item.Bottom.Foot;
        bottom.MajorTickStyle.Width = item.Bottom.Foot > 0 ? (float)item.Bottom.Width : 0;
        bottom.MajorTickStyle.Color = Color.FromHex(item.GridColor);
        bottom.MajorTickStyle.AntiAlias = true;
        plot.Axes.DefaultGrid = new ScottPlot.Grids.DefaultGrid(bottom, left)
        {
            XAxisStyle = GridOf(item.Bottom),
            YAxisStyle = GridOf(item.Left),
        };
        Span(bottom.Range, item.Map.X.Value(item.Area.X), item.Map.X.Value(item.Area.Right));
        Span(left.Range, item.Map.Y.Value(item.Area.Bottom), item.Map.Y.Value(item.Area.Y));
    }

    private static void Span(CoordinateRangeMutable range, double from, double to) =>
        range.Set(from - (to - from) * Slack, to + (to - from) * Slack);

    private GridStyle GridOf(PlotAxis axis) =>
        new()
        {
            IsVisible = axis.Ticks.Count > 0 && axis.Foot == 0,
            MajorLineStyle = new LineStyle((float)axis.Width, Color.FromHex(item.GridColor)),
        };

    /// <summary>Bars that follow each other are one plottable, and so are points of one look.</summary>
    private IEnumerable<IPlottable> Plottables()
    {
        var i = 0;
        while (i < item.Marks.Count)
        {
            var alike = item.Marks.Skip(i).TakeWhile(m => IsAlike(item.Marks[i], m)).ToList();
            yield return alike[0] switch
            {
                BarMark => new BarPlot([.. alike.Cast<BarMark>().Select(BarOf)]),
                PointMark point when IsPlain(point) => Points(point, [.. alike.Cast<PointMark>().Select(p => Place(p.At))]),
                EdgeToEdgeMark line => EdgeToEdge(line),
                StrokeMark { Points.Count: 2 } stroke when stroke.Points.All(p => p.IsExact) => Line(stroke),
                WhiskerMark whisker when whisker.From != whisker.To => Whisker(whisker),
                CellsMark cells => Cells(cells),
                CloudMark cloud => new PointCloud(cloud, surface),
                var own => new OwnPlottable(own, surface),
            };
            i += alike.Count;
        }
    }

    private static bool IsAlike(PlotMark first, PlotMark other) =>
        ReferenceEquals(first, other)
        || first is BarMark && other is BarMark
        || first is PointMark one && other is PointMark two && IsPlain(one) && IsPlain(two) && one with { At = two.At } == two;

    /// <summary>Stripes are no fill that ScottPlot has in vectors.</summary>
    private static bool IsPlain(PointMark point) => point.At.IsExact && !point.Fill.IsStriped();

    private static Coordinates Place(PlotSpot spot) => new(spot.X, spot.Y);

    private Bar BarOf(BarMark bar) =>
        new()
        {
            Orientation = bar.IsUpright ? Orientation.Vertical : Orientation.Horizontal,
            Position = bar.Position,
            ValueBase = bar.From,
            Value = bar.To,
            Size = bar.Thickness / (bar.IsUpright ? item.Map.X : item.Map.Y).PerUnit,
            FillColor = Color.FromHex(bar.Color),
            LineWidth = 0,
        };

    /// <summary>Circles are ScottPlot's; the other shapes are ours, the same in a plot and in its key.</summary>
    private Markers Points(PointMark point, Coordinates[] places) =>
        new(new ScatterSourceCoordinatesArray(places))
        {
            MarkerStyle = new MarkerStyle
            {
                Shape = MarkerShape.FilledCircle,
                Size = (float)point.Radius * 2,
                FillColor = Color.FromHex(point.Fill == Fill.Solid ? point.Color : surface.Ground),
                OutlineColor = Color.FromHex(point.Color),
                OutlineWidth = (float)point.Outline,
                CustomRenderer = PointMarks.IsRound(point.Series) ? null : new ShapedMarker(point, surface),
            },
        };

    private static AxisLine EdgeToEdge(EdgeToEdgeMark line) =>
        line.IsUpright
            ? new VerticalLine
            {
                X = line.Value,
                Color = Color.FromHex(line.Color),
                LineWidth = (float)line.Width,
            }
            : new HorizontalLine
            {
                Y = line.Value,
                Color = Color.FromHex(line.Color),
                LineWidth = (float)line.Width,
            };

    private LinePlot Line(StrokeMark stroke) =>
        new()
        {
            Start = Place(stroke.Points[0]),
            End = Place(stroke.Points[1]),
            LineStyle = surface.LineStyle(stroke.Color, stroke.Width, stroke.Dashed),
        };

    private static ErrorBar Whisker(WhiskerMark whisker)
    {
        double[] length = [whisker.IsUpright ? whisker.To.Y - whisker.From.Y : whisker.To.X - whisker.From.X];
        double[] none = [0];
        return new ErrorBar(
            [whisker.From.X],
            [whisker.From.Y],
            whisker.IsUpright ? null : length,
            whisker.IsUpright ? null : none,
            whisker.IsUpright ? length : null,
            whisker.IsUpright ? none : null
        )
        {
            CapSize = (float)whisker.Half,
            Color = Color.FromHex(whisker.Color),
            LineWidth = (float)whisker.Width,
        };
    }

    private static Heatmap Cells(CellsMark cells) =>
        new(cells.Shares)
        {
            Extent = null,
            Colormap = new Mixed(cells),
            ManualRange = new ScottPlot.Range(0, 1),
            RenderStrategy = new ParedCells(cells),
        };
}
