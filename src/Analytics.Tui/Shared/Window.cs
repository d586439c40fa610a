using System.Collections.Immutable;
using Analytics.Engine.Workspaces;
using Analytics.Figures;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Shared;

/// <summary>A window over the panels. A closed family.</summary>
internal abstract record Window;
