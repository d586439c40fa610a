using Analytics.Terminal.Runtime;
using Analytics.Tui.Settings;

namespace Analytics.Tui.App.Running;

/// <summary>The settings file: read, and written where there is none.</summary>
internal sealed partial class EffectRunner
{
    /// <summary>Whether it was one of the settings'.</summary>
    private static bool PerformSettings(ConsoleEffect effect, EffectContext<ConsoleEvent> context)
    {
        switch (effect)
        {
            case ReadSettingsFile read:
                context.Post(new SettingsFileRead(SettingsFile.Read(read.Path), IsNew: false));
                return true;
            case WriteSettingsFile write:
                Answer(context.Post, () => WriteNew(write), message => new SettingsFileFailed(message));
                return true;
            default:
                return false;
        }
    }

    /// <summary>Written beside its place and moved there, unless something stands there by then.</summary>
    private static SettingsFileRead WriteNew(WriteSettingsFile write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(write.Path) ?? throw new IOException("no folder for it is known"));
        var temporary = $"{write.Path}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllText(temporary, write.Text, Utf8);
            File.Move(temporary, write.Path, overwrite: false);
        }
        finally
        {
            File.Delete(temporary);
        }
        return new SettingsFileRead(SettingsFile.Read(write.Path), IsNew: true);
    }
}
