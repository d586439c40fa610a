using Analytics.Terminal.Text;

namespace Analytics.Terminal.Cells;

/// <summary>
/// The lines and marks the toolkit itself draws, each one cell wide. Box drawing is of ambiguous width,
/// so a terminal that shows such characters two cells wide gets ASCII.
/// </summary>
/// <param name="Horizontal">A line across.</param>
/// <param name="Vertical">A line down.</param>
/// <param name="Corners">The corners top left, top right, bottom left, bottom right.</param>
/// <param name="Track">The groove of a scroll bar.</param>
/// <param name="Thumb">The handle of a scroll bar, and the done part of a progress bar.</param>
/// <param name="Expanded">Before an open node.</param>
/// <param name="Collapsed">Before a closed node.</param>
/// <param name="Before">Before a value that can be changed with the left arrow.</param>
/// <param name="After">After a value that can be changed with the right arrow.</param>
/// <param name="Continued">Before a row that goes on with the line above.</param>
/// <param name="Spinner">Frames of a turning mark.</param>
public sealed record Ornaments(
    string Horizontal,
    string Vertical,
    string[] Corners,
    string Track,
    string Thumb,
    string Expanded,
    string Collapsed,
    string Before,
    string After,
    string Continued,
    string[] Spinner
)
{
    private static readonly Ornaments Lines = new(
        "─",
        "│",
        ["┌", "┐", "└", "┘"],
        "│",
        "█",
        "▾",
        "▸",
        "‹",
        "›",
        "↳",
        ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"]
    );

    private static readonly Ornaments Ascii = new("-", "|", ["+", "+", "+", "+"], ":", "#", "v", ">", "<", ">", "+", ["|", "/", "-", "\\"]);

    /// <summary>The set whose members are one cell wide on such a terminal.</summary>
    public static Ornaments For(AmbiguousWidth ambiguous) => ambiguous == AmbiguousWidth.One ? Lines : Ascii;
}
