using Analytics.Charts;
using Analytics.Terminal.Graphics;
using Analytics.Tui.Charts;

namespace Analytics.Tui.App.Running;

/// <content>Pictures of charts; they need no session.</content>
internal sealed partial class EffectRunner
{
    private readonly Lock _drawing = new(),
        _counting = new();
    private int _newestPixels;

    /// <summary>Makes the picture, unless a newer one is wanted by the time its turn comes.</summary>
    private void Draw(DrawPixels draw, Action<ConsoleEvent> post)
    {
        lock (_counting)
            _newestPixels = Math.Max(_newestPixels, draw.Request);
        lock (_drawing)
        {
            if (draw.Request == Volatile.Read(ref _newestPixels))
                Answer(post, () => Drawn(draw), message => new PixelsFailed(draw.Request, message));
        }
    }

    private static ConsoleEvent Drawn(DrawPixels draw)
    {
        var chart = draw.Chart;
        try
        {
            var pixels = PixelSurface.Draw(chart.Spec with { Style = chart.Style }, chart.Size.Width, chart.Size.Height, chart.Cell.Height);
            return new PixelsDrawn(draw.Request, SixelEncoder.Encode(pixels.Rgb, chart.Size, chart.Colors));
        }
        catch (UserException e) when (e.Kind == FaultKind.NoRoom)
        {
            return new PixelsFailed(draw.Request, null);
        }
    }
}
