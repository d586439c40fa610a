using Analytics.Tui.Settings;

namespace Analytics.Tui;

/// <content>What is said about settings.</content>
internal sealed partial class Texts
{
    public string Settings => Say("设置", "Settings");
    public string SettingsFile => Say("设置文件 ", "Settings file ");

    public string MoreSettingsFaults(int more) =>
        Say(
            $"设置文件还有 {more} 处问题：按 {KeyOf(KeyContext.Anywhere, ConsoleAction.Settings)} 看全部",
            $"{more} more in the settings file: {KeyOf(KeyContext.Anywhere, ConsoleAction.Settings)} shows all"
        );

    public string FileIsThere =>
        Say(
            $"按 {KeyOf(KeyContext.Settings, ConsoleAction.ReadSettingsFile)} 重读；控制台从不改写它",
            $"{KeyOf(KeyContext.Settings, ConsoleAction.ReadSettingsFile)} reads it again; the console never writes over it"
        );
    public string FileIsNotThere =>
        Say(
            $"还没有；按 {KeyOf(KeyContext.Settings, ConsoleAction.WriteSettingsFile)} 写一个带说明的样板",
            $"There is none; {KeyOf(KeyContext.Settings, ConsoleAction.WriteSettingsFile)} writes one to begin with, with comments"
        );
    public string FromFile => Say("文件", "file");
    public string FromChoice => Say("上次的选择", "last choice");
    public string FromDefault => Say("默认", "default");
    public string FromStart => Say("启动时给出", "given at the start");
    public string FromLocale => Say("系统语言，或在此切换", "the system's, or switched here");
    public string AskedTerminal => Say("已询问终端", "the terminal was asked");
    public string WhichSettingWins =>
        Say(
            "文件写明的每次启动时为准；没有写的沿用上次的选择。",
            "What the file says holds at every start; what it leaves open is as it was chosen last."
        );

    public string KeysChanged(int count) =>
        Say(
            count == 0 ? "都是默认的" : $"改了 {count} 个动作的键",
            count == 0 ? "all as they came"
                : count == 1 ? "1 action has other keys"
                : $"{count} actions have other keys"
        );

    public string InsteadOf(string keys) => keys.Length == 0 ? "" : Say($"（原为 {keys}）", $" (was {keys})");

    public string SettingsWritten(string path) => Say($"已写入 {path}", $"Written: {path}");

    public string SettingsNotWritten(string reason) => Say($"没有写设置文件：{reason}", $"The settings file was not written: {reason}");

    public string SettingsRead(int faults, bool exists) =>
        faults > 0
            ? Say($"设置文件有 {faults} 处问题", faults == 1 ? "1 fault in the settings file" : $"{faults} faults in the settings file")
        : exists ? Say("已重读设置文件", "The settings file was read again")
        : Say("没有设置文件，都用默认", "There is no settings file; the defaults hold");

    public string ThemeNow(ThemeName theme, ThemeName? ofFile)
    {
        var name = theme switch
        {
            ThemeName.Light => Say("浅色", "light"),
            ThemeName.Dark => Say("深色", "dark"),
            ThemeName.Contrast => Say("高对比", "high contrast"),
            _ => Say("终端自己的颜色", "the terminal's own colours"),
        };
        var untilEnd =
            ofFile is null || ofFile == theme
                ? ""
                : Say(
                    $"（到退出为止；设置文件中是 {ofFile.ToString()!.ToLowerInvariant()}）",
                    $" (until the end; the settings file says {ofFile.ToString()!.ToLowerInvariant()})"
                );
        return Say($"主题：{name}", $"Theme: {name}") + untilEnd;
    }

    /// <summary>The name of a view with its key, if it has one.</summary>
    public string Tab(ConsoleAction action, string name) =>
        keys.FirstKey(KeyContext.Result, action) is { } key ? $" {key} {name} " : $" {name} ";

    /// <summary>The first key of an action, as the user has it; where there is none, how the list of all commands is opened.</summary>
    private string KeyOf(string context, ConsoleAction action) =>
        keys.FirstKey(context, action)
        ?? Say(
            $"{keys.FirstKey(KeyContext.Anywhere, ConsoleAction.Palette)}（所有命令）",
            $"{keys.FirstKey(KeyContext.Anywhere, ConsoleAction.Palette)} (all commands)"
        );
}
