using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Terminal.Keys;
using Analytics.Tui.Settings;

namespace Analytics.Tui.App;

/// <summary>Lists what <c>keys:</c> can change.</summary>
public static class KeyList
{
    /// <summary>All bindable actions by the names of the settings file, with the user's keys and the default ones.</summary>
    public static Listing Read(Language language)
    {
        var settings = ConsoleSettings
            .Of(ConsoleKeys.Map)
            .With(SettingsFile.Read(UserFolder.SettingsFile(Environment.GetEnvironmentVariable)));
        var rows = settings
            .Keys.Bindings.Zip(ConsoleKeys.Map.Bindings)
            .Where(b => KeyLookup.IsBindable(b.First))
            .Select(b => Row(b.First, b.Second, language));
        return Listing.OfTexts(["name", "keys", "default_keys", "place", "help", "note"], rows) with { Faults = [.. settings.Faults] };
    }

    private static string?[] Row(KeyBinding now, KeyBinding before, Language language)
    {
        var rare = now.Chords.Where(c => c.IsRare).ToArray();
        var note =
            rare.Length == 0 ? null
            : language == Language.En ? $"not in every terminal: {string.Join(' ', rare)}"
            : $"不是所有终端都有：{string.Join(' ', rare)}";
        return
        [
            KeyLookup.NameOf(now),
            string.Join(' ', now.Chords),
            string.Join(' ', before.Chords),
            KeyContext.Heading(now.Context, language),
            now.Help.In(language),
            note,
        ];
    }
}
