namespace Analytics.Tui.Settings;

/// <summary>The settings that hold.</summary>
internal sealed record SettingsWindow(int Top) : Window;
