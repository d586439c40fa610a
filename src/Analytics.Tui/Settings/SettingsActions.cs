using Analytics.Terminal.Graphics;

namespace Analytics.Tui.Settings;

/// <summary>What keys do to the settings, and what comes of it.</summary>
internal static class SettingsActions
{
    /// <summary>Does an action; null if it is none of the settings'.</summary>
    public static Part<ConsoleSettings>? Do(Part<ConsoleSettings> part, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.SwitchTheme => SwitchTheme(part),
            ConsoleAction.SwitchNulls => SwitchNulls(part),
            ConsoleAction.ToggleVim => ToggleVim(part),
            ConsoleAction.ToggleWrap => ToggleWrap(part),
            ConsoleAction.ChartPixels => SwitchGraphics(part),
            ConsoleAction.Settings => part with { Window = new SettingsWindow() },
            ConsoleAction.ReadSettingsFile => part.Doing(new ReadSettingsFile(part.Own.File.Path)),
            // A console without a place for settings has no file to write.
            ConsoleAction.WriteSettingsFile when part.Own.File.Path.Length == 0 => part,
            ConsoleAction.WriteSettingsFile => part.Doing(
                new WriteSettingsFile(part.Own.File.Path, StarterFile.Text(part.Language, part.Own.DefaultKeys))
            ),
            _ => null,
        };

    /// <summary>Takes in an answer; null if it is none of the settings'.</summary>
    public static Part<ConsoleSettings>? Apply(Part<ConsoleSettings> part, ConsoleEvent answer) =>
        answer switch
        {
            SettingsFileRead read => Read(part, read),
            SettingsFileFailed failed => part.Announce(part.Texts.SettingsNotWritten(failed.Message.In(part.Language)), isError: true),
            NotKept fault => part.Announce(part.Texts.NotKept(fault.Fault.In(part.Language)), isError: true),
            _ => null,
        };

    private static Part<ConsoleSettings> SwitchTheme(Part<ConsoleSettings> part)
    {
        var themes = Enum.GetValues<ThemeName>();
        var settings = part.Own.Choose(themes[((int)part.Own.Theme + 1) % themes.Length]);
        return Chosen(part, settings).Say(part.Texts.ThemeNow(settings.Theme, settings.File.Theme));
    }

    private static Part<ConsoleSettings> SwitchNulls(Part<ConsoleSettings> part)
    {
        var styles = Enum.GetValues<NullStyle>();
        var settings = part.Own.Choose(styles[((int)part.Own.Nulls + 1) % styles.Length]);
        return Chosen(part, settings).Say(part.Texts.NullsNow(settings.Nulls));
    }

    private static Part<ConsoleSettings> ToggleVim(Part<ConsoleSettings> part)
    {
        var settings = part.Own.ChooseVim(!part.Own.UsesVim);
        return Chosen(part, settings).Say(settings.UsesVim ? part.Texts.VimOn : part.Texts.VimOff);
    }

    private static Part<ConsoleSettings> ToggleWrap(Part<ConsoleSettings> part)
    {
        var settings = part.Own.ChooseWrap(!part.Own.Wraps);
        return Chosen(part, settings).Say(part.Texts.WrapNow(settings.Wraps));
    }

    /// <summary>Charts as characters or as pictures; says why where the terminal shows none.</summary>
    private static Part<ConsoleSettings> SwitchGraphics(Part<ConsoleSettings> part)
    {
        if (part.Common.Graphics.Lack(part.Size) is not GraphicsLack.None and var lack)
            return part.Say(part.Texts.NoPixels(lack), isError: true);
        var settings = part.Own.Choose(part.Own.Graphics == ChartGraphics.Sixel ? ChartGraphics.Text : ChartGraphics.Sixel);
        return Chosen(part, settings).Say(part.Texts.ShownAs(settings.Graphics));
    }

    private static Part<ConsoleSettings> Chosen(Part<ConsoleSettings> part, ConsoleSettings settings) =>
        (part with { Own = settings }).Doing(new WriteSettings(settings.Choices));

    /// <summary>The user has asked for the file, so it wins over what was chosen before, but not over <c>--lang</c>.</summary>
    private static Part<ConsoleSettings> Read(Part<ConsoleSettings> part, SettingsFileRead read)
    {
        var settings = part.Own.With(read.File);
        var language = !settings.IsLanguageGiven && read.File.Language is { } wanted ? wanted : part.Language;
        var next = part with { Own = settings, Common = part.Common with { Language = language } };
        return next.Say(
            read.IsNew ? next.Texts.SettingsWritten(read.File.Path) : next.Texts.SettingsRead(settings.Faults.Length, read.File.Exists),
            isError: settings.Faults.Length > 0
        );
    }
}
