using Analytics.Terminal.Widgets;

namespace Analytics.Tui.App;

/// <summary>The keys that act where the window was opened.</summary>
internal sealed record HelpWindow(HelpPanel Panel) : Window;
