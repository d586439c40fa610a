using Analytics.Terminal.Cells;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Shared;

/// <summary>Draws a window that asks for a line of text, with a hint and its keys below.</summary>
internal static class LineWindow
{
    /// <param name="canvas">The screen without status and footer.</param>
    /// <param name="title">What the line is for.</param>
    /// <param name="text">What is typed so far.</param>
    /// <param name="error">Why the answer was refused; empty while nothing is wrong.</param>
    /// <param name="hint">Stands in the place of the error where there is none.</param>
    /// <param name="keys">What can be pressed.</param>
    public static void Draw(CellCanvas canvas, string title, TextField text, string error, string hint, string keys)
    {
        var inside = Popup.Open(canvas, Math.Min(100, canvas.Width - 2), 5, title, Theme.Dialog);
        text.Draw(inside.Region(new(0, 0, inside.Width, 1)), Theme.Input with { Text = Theme.Quote }, hasFocus: true);
        var (about, style) = error.Length > 0 ? (error, Theme.Error) : (hint, Theme.Dim);
        inside.WriteField(0, 1, about, inside.Width, style);
        inside.WriteField(0, 2, keys, inside.Width, Theme.Dim);
    }
}
