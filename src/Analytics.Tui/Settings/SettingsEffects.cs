namespace Analytics.Tui.Settings;

/// <summary>Keeps what was chosen at run time.</summary>
internal sealed record WriteSettings(StoredChoices Choices) : ConsoleEffect;

/// <summary>Settings or history could not be kept.</summary>
internal sealed record NotKept(Localized Fault) : ConsoleEvent;

/// <summary>Reads the settings file again.</summary>
internal sealed record ReadSettingsFile(string Path) : ConsoleEffect;

/// <summary>Writes a settings file to begin with, where there is none.</summary>
internal sealed record WriteSettingsFile(string Path, string Text) : ConsoleEffect;

/// <summary>The settings file was read again.</summary>
/// <param name="File">What it says now, with its faults.</param>
/// <param name="IsNew">Whether the console has just written it.</param>
internal sealed record SettingsFileRead(SettingsFile File, bool IsNew) : ConsoleEvent;

internal sealed record SettingsFileFailed(Localized Message) : ConsoleEvent;
