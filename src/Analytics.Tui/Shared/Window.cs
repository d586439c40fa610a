namespace Analytics.Tui.Shared;

/// <summary>A window over the panels. A closed family.</summary>
internal abstract record Window;
