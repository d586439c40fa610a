using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Editor;

/// <summary>Asks whether to do what cannot be taken back.</summary>
/// <param name="Dialog">The question and its answers.</param>
/// <param name="Save">The file to replace; null to close the buffer in view.</param>
internal sealed record ConfirmWindow(Dialog Dialog, SaveSqlFile? Save) : Window;
