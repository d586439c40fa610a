using System.Collections.Immutable;
using Analytics.Engine.Workspaces;
using Analytics.Figures;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.App;

/// <summary>The keys that act where the window was opened.</summary>
internal sealed record HelpWindow(HelpPanel Panel) : Window;
