using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Shared;

/// <summary>Where windows stand, and how large they are. Status and footer stay in view.</summary>
internal static class WindowFrame
{
    private const int NarrowestWindow = 40;

    /// <summary>The cells that windows may cover of a screen.</summary>
    public static CellRect Room(CellSize screen) => new(0, 0, screen.Width, Math.Max(0, screen.Height - 2));

    /// <summary>Lines that a window to read has room for at most.</summary>
    public static int PageLines(CellSize screen) => Math.Max(1, screen.Height - 4);

    /// <summary>Cells that a line of such a window has at most, beside its scroll bar.</summary>
    public static int LineWidth(CellSize screen) => Math.Max(8, screen.Width - 5);

    /// <summary>Cells for lines and title, with a column for the scroll bar.</summary>
    public static int WidthFor(int lines, string title) => Math.Max(NarrowestWindow, Math.Max(lines, CellText.Width(title) + 2) + 1);
}
