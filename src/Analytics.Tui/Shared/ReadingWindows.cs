using Analytics.Terminal.Cells;

namespace Analytics.Tui.Shared;

/// <summary>A text in full: a cell, or a message.</summary>
/// <param name="Title">Name of the column, or of what the message is about.</param>
/// <param name="Text">The canonical text of a cell; null for NULL.</param>
/// <param name="Top">First line shown.</param>
internal sealed record CellWindow(string Title, string? Text, int Top) : Window;

/// <summary>Lines to read.</summary>
internal sealed record LinesWindow(string Title, IReadOnlyList<StyledLine> Text, int Top) : Window;
