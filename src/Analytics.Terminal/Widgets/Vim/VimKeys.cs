using Analytics.Terminal.Input;

namespace Analytics.Terminal.Widgets.Vim;

/// <summary>Keys as vim's manual writes them: <c>a</c>, <c>中</c>, <c>&lt;Esc&gt;</c>, <c>&lt;C-r&gt;</c>.</summary>
internal static class VimKeys
{
    public const string Esc = "<Esc>",
        Enter = "<CR>";

    /// <summary>The name of a key; null for events that are no keys of vim's (Alt, function keys, Ctrl with Shift …).</summary>
    public static string? Of(InputEvent input) =>
        input switch
        {
            KeyEvent { IsTyping: true } typed => typed.Text,
            KeyEvent { Key: Key.Character, Modifiers: KeyModifiers.Ctrl } key => $"<C-{key.Text}>",
            KeyEvent { Modifiers: KeyModifiers.None } key => Named(key.Key),
            _ => null,
        };

    private static string? Named(Key key) =>
        key switch
        {
            Key.Escape => Esc,
            Key.Enter => Enter,
            Key.Backspace => "<BS>",
            Key.Delete => "<Del>",
            Key.Left or Key.Right or Key.Up or Key.Down or Key.Home or Key.End or Key.PageUp or Key.PageDown => $"<{key}>",
            _ => null,
        };
}
