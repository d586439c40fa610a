using Analytics.Terminal.Keys;
using static Analytics.Tui.Shared.ConsoleBinding;

namespace Analytics.Tui.Settings;

/// <summary>What keys do to the settings.</summary>
internal static class SettingsKeys
{
    public static IEnumerable<KeyBinding> Bindings =>
        [
            Key(
                KeyContext.Anywhere,
                ConsoleAction.SwitchTheme,
                "Shift+F9",
                "换颜色主题（终端、浅、深、高对比）",
                "next colour theme (terminal, light, dark, contrast)"
            ),
            Key(KeyContext.Grid, ConsoleAction.SwitchNulls, ".", "NULL：照写、–、空白", "NULL: as the word, as –, blank"),
            Key(KeyContext.Editor, ConsoleAction.ToggleWrap, "Alt+z", "长行折行、不折行", "wrap long lines, or not"),
            Key(KeyContext.Anywhere, ConsoleAction.Settings, "Shift+F10", "设置", "settings"),
            Key(
                KeyContext.Settings,
                ConsoleAction.WriteSettingsFile,
                "n",
                "写样板文件（没有设置文件时）",
                "starter (write a settings file to begin with, where there is none)",
                footer: true
            ),
            Key(KeyContext.Settings, ConsoleAction.ReadSettingsFile, "r", "重读设置文件", "read the file again", footer: true),
            Key(KeyContext.Settings, ConsoleAction.SwitchTheme, "t", "换主题", "next theme", footer: true),
            Key(KeyContext.Settings, ConsoleAction.SwitchLanguage, "l", "English", "中文"),
            Key(KeyContext.Settings, ConsoleAction.ToggleVim, "v", "vim 键、普通键", "vim keys, standard keys"),
        ];
}
