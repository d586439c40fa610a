using Analytics.Terminal.Keys;

namespace Analytics.Tui.Shared;

/// <summary>Binds keys to actions of the console.</summary>
internal static class ConsoleBinding
{
    /// <param name="context">Where it holds, one of <see cref="KeyContext"/>.</param>
    /// <param name="action">What it does.</param>
    /// <param name="keys">In print, parted by blanks.</param>
    /// <param name="zh">Its help in Chinese; the footer shows it up to the first parenthesis.</param>
    /// <param name="en">The same in English.</param>
    /// <param name="footer">Whether the footer shows it.</param>
    public static KeyBinding Key(string context, ConsoleAction action, string keys, string zh, string en, bool footer = false) =>
        KeyBinding.Of(context, action.ToString(), keys, zh, en, footer);
}
