using Analytics.Terminal.Cells;

namespace Analytics.Terminal.Widgets;

/// <summary>Signs that work goes on.</summary>
public static class Progress
{
    /// <summary>Time a spinner shows one frame.</summary>
    public static readonly TimeSpan SpinnerPeriod = TimeSpan.FromMilliseconds(100);

    /// <summary>The frame of a spinner after some time.</summary>
    public static string Spinner(Ornaments ornaments, TimeSpan elapsed) =>
        ornaments.Spinner[(int)(elapsed.Ticks / SpinnerPeriod.Ticks % ornaments.Spinner.Length)];

    /// <summary>Draws a bar over the first row of a canvas.</summary>
    /// <param name="canvas">Where to draw.</param>
    /// <param name="fraction">The part that is done, 0 to 1.</param>
    /// <param name="done">How the done part looks.</param>
    /// <param name="left">How the rest looks.</param>
    public static void DrawBar(CellCanvas canvas, double fraction, Style done, Style left)
    {
        var cells = (int)Math.Floor(Math.Clamp(double.IsNaN(fraction) ? 0 : fraction, 0, 1) * canvas.Width);
        for (var x = 0; x < canvas.Width; x++)
            canvas.Write(x, 0, x < cells ? canvas.Ornaments.Thumb : canvas.Ornaments.Horizontal, x < cells ? done : left);
    }
}
