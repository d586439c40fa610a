using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Results;

/// <summary>Asks for a file name.</summary>
internal sealed record SaveWindow(TextField Path, string Error) : Window;

/// <summary>Asks whether an existing file may be replaced.</summary>
internal sealed record ReplaceWindow(SaveFile Effect, Dialog Dialog) : Window;
