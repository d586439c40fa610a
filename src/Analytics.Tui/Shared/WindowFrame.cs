using Analytics.Terminal.Cells;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Shared;

/// <summary>Where windows stand, and how large they are. Status and footer stay in view.</summary>
internal static class WindowFrame
{
    private const int NarrowestWindow = 44;

    /// <summary>The cells that windows may cover of a screen.</summary>
    public static CellSize Room(CellSize screen) => new(screen.Width, screen.Height - 2);

    /// <summary>Lines that a window to read has room for at most.</summary>
    public static int PageLines(CellSize screen) => Math.Max(1, screen.Height - 4);

    /// <summary>Cells that a line of such a window has at most.</summary>
    public static int LineWidth(CellSize screen) => Math.Max(8, screen.Width - 5);

    /// <summary>A window as large as its lines need, with a column for the scroll bar.</summary>
    public static CellCanvas Open(CellCanvas canvas, int width, int lines, string title)
    {
        var size = SizeOf(new(canvas.Width, canvas.Height), width, lines, title);
        return Popup.Open(canvas, size.Width, size.Height, title, Theme.Dialog);
    }

    /// <summary>Where the content of such a window stands on a canvas of that size.</summary>
    public static CellRect Inside(CellSize canvas, int width, int lines, string title)
    {
        var size = SizeOf(canvas, width, lines, title);
        return Popup.Inside(canvas, size.Width, size.Height);
    }

    private static CellSize SizeOf(CellSize canvas, int width, int lines, string title) =>
        new(
            Math.Min(canvas.Width, Math.Max(NarrowestWindow, Math.Max(width, CellText.Width(title) + 2) + 5)),
            Math.Min(canvas.Height, lines + 2)
        );
}
