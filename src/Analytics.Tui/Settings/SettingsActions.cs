using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets.Vim;
using Analytics.Tui.App;

namespace Analytics.Tui.Settings;

/// <summary>What keys do to the settings, and what comes of it.</summary>
internal static class SettingsActions
{
    /// <summary>Does an action; null if it is none of the settings'.</summary>
    public static Outcome<ConsoleState, ConsoleEffect>? Do(ConsoleState state, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.SwitchTheme => SwitchTheme(state),
            ConsoleAction.Settings => state with { Window = new SettingsWindow(0) },
            ConsoleAction.ReadSettingsFile => Outcome.Of<ConsoleState, ConsoleEffect>(
                state,
                new ReadSettingsFile(state.Settings.File.Path)
            ),
            // A console without a place for settings has no file to write.
            ConsoleAction.WriteSettingsFile when state.Settings.File.Path.Length == 0 => state,
            ConsoleAction.WriteSettingsFile => Outcome.Of<ConsoleState, ConsoleEffect>(
                state,
                new WriteSettingsFile(state.Settings.File.Path, StarterFile.Text(state.Language))
            ),
            _ => (Outcome<ConsoleState, ConsoleEffect>?)null,
        };

    /// <summary>Takes in an answer; null if it is none of the settings'.</summary>
    public static Outcome<ConsoleState, ConsoleEffect>? Apply(ConsoleState state, ConsoleEvent answer) =>
        answer switch
        {
            SettingsFileRead read => Read(state, read),
            SettingsFileFailed failed => state.Announce(state.Texts.SettingsNotWritten(failed.Message.In(state.Language)), isError: true),
            _ => (Outcome<ConsoleState, ConsoleEffect>?)null,
        };

    private static Outcome<ConsoleState, ConsoleEffect> SwitchTheme(ConsoleState state)
    {
        var themes = Enum.GetValues<ThemeName>();
        var settings = state.Settings.Choose(themes[((int)state.Settings.Theme + 1) % themes.Length]);
        return Outcome.Of<ConsoleState, ConsoleEffect>(
            (state with { Settings = settings }).Say(state.Texts.ThemeNow(settings.Theme, settings.File.Theme)),
            new WriteSettings(settings.Choices)
        );
    }

    /// <summary>The user has asked for the file, so it wins over what was chosen before, but not over <c>--lang</c>.</summary>
    private static ConsoleState Read(ConsoleState state, SettingsFileRead read)
    {
        var next = state with { Settings = state.Settings.With(read.File) };
        if (read.File.Vim is { } usesVim && usesVim != (state.Query.Vim is not null))
            next = next with { Query = next.Query with { Vim = usesVim ? VimEditor.Of(next.Query.Editor) : null } };
        if (!next.Settings.IsLanguageGiven && read.File.Language is { } language)
            next = ConsoleActions.InLanguage(next, language);
        return next.Say(
            read.IsNew
                ? next.Texts.SettingsWritten(read.File.Path)
                : next.Texts.SettingsRead(next.Settings.Faults.Length, read.File.Exists),
            isError: next.Settings.Faults.Length > 0
        );
    }
}
