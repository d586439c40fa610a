using System.Collections.Immutable;
using Analytics.Engine.Workspaces;
using Analytics.Figures;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Settings;

/// <summary>The settings that hold.</summary>
internal sealed record SettingsWindow(int Top) : Window;
