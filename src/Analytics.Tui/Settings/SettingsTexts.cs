using Analytics.Terminal.Graphics;

namespace Analytics.Tui.Settings;

/// <summary>What is said about settings.</summary>
internal static class SettingsTexts
{
    extension(Texts texts)
    {
        public string Settings => texts.Say("设置", "Settings");
        public string SettingsFile => texts.Say("设置文件 ", "Settings file ");

        public string MoreSettingsFaults(int more) =>
            texts.Say(
                $"设置文件还有 {more} 处问题：按 {texts.KeyOf(KeyContext.Anywhere, ConsoleAction.Settings)} 看全部",
                $"{more} more in the settings file: {texts.KeyOf(KeyContext.Anywhere, ConsoleAction.Settings)} shows all"
            );

        public string FileIsThere =>
            texts.Say(
                $"按 {texts.KeyOf(KeyContext.Settings, ConsoleAction.ReadSettingsFile)} 重读；控制台从不改写它",
                $"{texts.KeyOf(KeyContext.Settings, ConsoleAction.ReadSettingsFile)} reads it again; the console never writes over it"
            );
        public string FileIsNotThere =>
            texts.Say(
                $"还没有；按 {texts.KeyOf(KeyContext.Settings, ConsoleAction.WriteSettingsFile)} 写一个带说明的样板",
                $"There is none; {texts.KeyOf(KeyContext.Settings, ConsoleAction.WriteSettingsFile)} "
                    + $"writes one to begin with, with comments"
            );
        public string FromFile => texts.Say("文件", "file");
        public string FromChoice => texts.Say("上次的选择", "last choice");
        public string FromDefault => texts.Say("默认", "default");
        public string FromStart => texts.Say("启动时给出", "given at the start");
        public string FromLocale => texts.Say("系统语言，或在此切换", "the system's, or switched here");
        public string AskedTerminal => texts.Say("已询问终端", "the terminal was asked");
        public string WhichSettingWins =>
            texts.Say(
                "文件写明的每次启动时为准；没有写的沿用上次的选择。",
                "What the file says holds at every start; what it leaves open is as it was chosen last."
            );

        public string KeysChanged(int count) =>
            texts.Say(
                count == 0 ? "都是默认的" : $"改了 {count} 个动作的键",
                count == 0 ? "all as they came"
                    : count == 1 ? "1 action has other keys"
                    : $"{count} actions have other keys"
            );

        public string InsteadOf(string keys) => keys.Length == 0 ? "" : texts.Say($"（原为 {keys}）", $" (was {keys})");

        public string SettingsWritten(string path) => texts.Say($"已写入 {path}", $"Written: {path}");

        public string SettingsNotWritten(string reason) =>
            texts.Say($"没有写设置文件：{reason}", $"The settings file was not written: {reason}");

        public string SettingsRead(int faults, bool exists) =>
            faults > 0
                ? texts.Say(
                    $"设置文件有 {faults} 处问题",
                    faults == 1 ? "1 fault in the settings file" : $"{faults} faults in the settings file"
                )
            : exists ? texts.Say("已重读设置文件", "The settings file was read again")
            : texts.Say("没有设置文件，都用默认", "There is no settings file; the defaults hold");

        public string ThemeNow(ThemeName theme, ThemeName? ofFile)
        {
            var name = theme switch
            {
                ThemeName.Light => texts.Say("浅色", "light"),
                ThemeName.Dark => texts.Say("深色", "dark"),
                ThemeName.Contrast => texts.Say("高对比", "high contrast"),
                _ => texts.Say("终端自己的颜色", "the terminal's own colours"),
            };
            var untilEnd =
                ofFile is null || ofFile == theme
                    ? ""
                    : texts.Say(
                        $"（到退出为止；设置文件中是 {ofFile.ToString()!.ToLowerInvariant()}）",
                        $" (until the end; the settings file says {ofFile.ToString()!.ToLowerInvariant()})"
                    );
            return texts.Say($"主题：{name}", $"Theme: {name}") + untilEnd;
        }

        public string NullsNow(NullStyle style) =>
            style switch
            {
                NullStyle.Dash => texts.Say("NULL 显示为 –（只改显示）", "NULL is shown as – (display only)"),
                NullStyle.Blank => texts.Say("NULL 显示为空白（只改显示）", "NULL is shown as a blank (display only)"),
                _ => texts.Say("NULL 照写", "NULL is written out"),
            };

        public string WrapNow(bool wraps) =>
            wraps
                ? texts.Say("长行折到下一行显示", "Long lines go on in the rows below")
                : texts.Say("长行不折行，› 表示右边还有", "A long line is one row; › says that it goes on");

        public string VimOn =>
            texts.Say(
                $"vim 键（{texts.KeyOf(KeyContext.Anywhere, ConsoleAction.ToggleVim)} 换回）",
                $"vim keys ({texts.KeyOf(KeyContext.Anywhere, ConsoleAction.ToggleVim)} goes back)"
            );
        public string VimOff =>
            texts.Say(
                $"普通键（{texts.KeyOf(KeyContext.Anywhere, ConsoleAction.ToggleVim)} 换 vim 键）",
                $"Standard keys ({texts.KeyOf(KeyContext.Anywhere, ConsoleAction.ToggleVim)} for vim keys)"
            );

        public string NoPixels(GraphicsLack lack) =>
            lack == GraphicsLack.Sixel
                ? texts.Say("本终端没有应答能显示 sixel 图片", "This terminal did not answer that it shows sixel pictures")
                : texts.Say("本终端没有告知一格有多少像素", "This terminal did not tell its cell size in pixels");

        public string ShownAs(ChartGraphics graphics) =>
            graphics == ChartGraphics.Text
                ? texts.Say("以字符显示", "Shown as characters")
                : texts.Say(
                    "以图片显示；方向键只改变这一行和下面的原句",
                    "Shown as a picture; arrow keys change this line and the sentence only"
                );
    }
}
