using ScottPlot;
using ScottPlot.AxisPanels;
using ScottPlot.Plottables;
using SkiaSharp;

namespace Analytics.Charts;

/// <summary>The base of plottables of ours: they take part in no automatic scale and have no legend.</summary>
internal abstract class Plottable : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public abstract void Render(RenderPack rp);

    /// <summary>The scales as ScottPlot has laid them out.</summary>
    protected PlotMap Map =>
        new(
            new AxisScale(Axes.XAxis.Min, Axes.XAxis.Max, Axes.DataRect.Left, Axes.DataRect.Right),
            new AxisScale(Axes.YAxis.Min, Axes.YAxis.Max, Axes.DataRect.Bottom, Axes.DataRect.Top)
        );
}

/// <summary>What ScottPlot has no plottable for: striped and hollow bars, open bounds, arrows, signs of missing figures.</summary>
internal sealed class OwnPlottable(PlotMark mark, CanvasSurface surface) : Plottable
{
    public override void Render(RenderPack rp)
    {
        foreach (var shape in mark.Claims(Map))
            surface.Draw(shape);
    }
}

/// <summary>Very many points in one call of Skia's; one by one they take ten times as long.</summary>
internal sealed class PointCloud(CloudMark cloud, CanvasSurface surface) : Plottable
{
    public override void Render(RenderPack rp)
    {
        foreach (var points in cloud.Claims(Map))
            surface.Draw(points);
    }
}

/// <summary>A point in one of our shapes.</summary>
internal sealed class ShapedMarker(PointMark mark, CanvasSurface surface) : IMarker
{
    public void Render(SKCanvas canvas, Paint paint, Pixel center, float size, MarkerStyle markerStyle) =>
        surface.Draw(mark.Shape(new Spot(center.X, center.Y)));
}

/// <summary>The colours of a table's cells.</summary>
internal sealed class Mixed(CellsMark cells) : IColormap
{
    public string Name => "mixed";

    public Color GetColor(double position) => Color.FromHex(ColorContrast.Mix(cells.Color, cells.Ground, position));
}

/// <summary>The labels of a horizontal axis where the layout put them, and strokes at the foot.</summary>
internal sealed class LaidBottomAxis(IReadOnlyList<TextItem> labels, CanvasSurface surface) : BottomAxis
{
    public override float Measure(Paint paint) => 0;

    public override void Render(RenderPack rp, float size, float offset)
    {
        TickLabelStyle.IsVisible = false;
        var foot = new PixelRect(rp.DataRect.Left, rp.DataRect.Right, rp.DataRect.Bottom, rp.DataRect.Bottom);
        DrawTicks(rp, TickLabelStyle, foot, TickGenerator.Ticks, this, MajorTickStyle, MinorTickStyle);
        foreach (var label in labels)
            surface.Draw(label);
    }
}

/// <summary>The labels of a vertical axis where the layout put them.</summary>
internal sealed class LaidLeftAxis(IReadOnlyList<TextItem> labels, CanvasSurface surface) : LeftAxis
{
    public override float Measure(Paint paint) => 0;

    public override void Render(RenderPack rp, float size, float offset)
    {
        foreach (var label in labels)
            surface.Draw(label);
    }
}

/// <summary>Places the given ticks; ScottPlot's own step asks for one of the system's fonts first.</summary>
internal sealed class PlaceTicks : IRenderAction
{
    public void Render(RenderPack rp)
    {
        foreach (var axis in rp.Plot.Axes.GetAxes().OfType<AxisBase>())
            axis.TickGenerator.Regenerate(axis.Range.ToCoordinateRange, axis.Edge, new PixelLength(0), rp.Paint, axis.TickLabelStyle);
    }
}

/// <summary>Draws plottables as ScottPlot does, but cuts none off: marks at an edge reach beyond it by half of themselves.</summary>
internal sealed class RenderUnclipped : IRenderAction
{
    public void Render(RenderPack rp)
    {
        foreach (var plottable in rp.Plot.PlottableList)
        {
            plottable.Axes.DataRect = rp.DataRect;
            plottable.Render(rp);
        }
    }
}

/// <summary>Cells with a little ground between them, as rectangles: a bitmap would be blurred by viewers of SVG.</summary>
internal sealed class ParedCells(CellsMark cells) : Heatmap.IRenderStrategy
{
    public void Render(RenderPack rp, Heatmap hm)
    {
        for (var row = 0; row < hm.Intensities.GetLength(0); row++)
        {
            for (var column = 0; column < hm.Intensities.GetLength(1); column++)
            {
                if (double.IsNaN(hm.Intensities[row, column]))
                    continue;
                var cell = hm.Axes.GetPixelRect(new CoordinateRect(column, column + 1, row, row + 1)).Contract((float)cells.Gap / 2);
                var fill = new FillStyle { Color = hm.Colormap.GetColor(hm.Intensities[row, column]) };
                Drawing.FillRectangle(rp.Canvas, cell, rp.Paint, fill);
            }
        }
    }
}
