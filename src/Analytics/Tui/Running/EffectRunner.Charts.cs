using Analytics.Charts;
using Analytics.Terminal.Graphics;
using Analytics.Tui.Charts;

namespace Analytics.Tui.Running;

/// <content>Pictures of charts; they need no session.</content>
sealed partial class EffectRunner
{
    readonly Lock drawing = new(), counting = new();
    int newestPixels;

    /// <summary>Makes the picture, unless a newer one is wanted by the time its turn comes.</summary>
    void Draw(DrawPixels draw, Action<ConsoleEvent> post)
    {
        lock (counting)
            newestPixels = Math.Max(newestPixels, draw.Request);
        lock (drawing)
            if (draw.Request == Volatile.Read(ref newestPixels))
                Answer(post, () => Drawn(draw), message => new PixelsFailed(draw.Request, message));
    }

    static ConsoleEvent Drawn(DrawPixels draw)
    {
        var chart = draw.Chart;
        try
        {
            var pixels = PixelSurface.Draw(chart.Spec with { Style = chart.Style }, chart.Size.Width, chart.Size.Height, chart.Cell.Height);
            return new PixelsDrawn(draw.Request, SixelEncoder.Encode(pixels.Rgb, chart.Size, chart.Colors));
        }
        catch (ChartException e) when (e.Problem == ChartProblem.TooSmall)
        {
            return new PixelsFailed(draw.Request, null);
        }
    }
}
