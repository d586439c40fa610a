using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Editor;

/// <summary>A list to choose from by typing: the history, or all commands.</summary>
/// <param name="Palette">The list, narrowed by what is typed.</param>
/// <param name="IsHistory">Whether the ids are indexes of the history; else they are actions.</param>
internal sealed record ChooseWindow(Palette Palette, bool IsHistory) : Window;
