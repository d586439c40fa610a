using System.Text.RegularExpressions;
using Analytics.Terminal.Input;
using Analytics.Terminal.Widgets;
using Analytics.Terminal.Widgets.Vim;

namespace Analytics.Terminal.Tests.Widgets.Vim;

/// <summary>
/// Editors with <c>|</c> at the cursor, and keys in vim's notation: <c>dw</c>, <c>&lt;Esc&gt;</c>, <c>&lt;lt&gt;</c> for &lt;.
/// </summary>
internal static partial class VimPress
{
    public static VimEditor Start(string text)
    {
        var at = text.IndexOf('|', StringComparison.Ordinal);
        var editor = TextEditor.Of(text.Remove(at, 1));
        return VimEditor.Of(editor.MoveTo(editor.PositionAt(at)));
    }

    public static VimEditor Run(this VimEditor vim, string keys) => Keys(keys).Aggregate(vim, (v, key) => v.Handle(key, 20)?.Vim ?? v);

    public static IReadOnlyList<VimEffect> EffectsOf(this VimEditor vim, string keys)
    {
        var effects = new List<VimEffect>();
        foreach (var key in Keys(keys))
        {
            var step = vim.Handle(key, 20);
            effects.AddRange(step?.Effects ?? []);
            vim = step?.Vim ?? vim;
        }
        return effects;
    }

    public static string Show(this VimEditor vim) => vim.Editor.Text.Insert(vim.Editor.CursorOffset, "|");

    public static IEnumerable<KeyEvent> Keys(string keys) =>
        Tokens()
            .Matches(keys)
            .Select(token =>
                token.Value switch
                {
                    "<Esc>" => new KeyEvent(Key.Escape),
                    "<CR>" => new KeyEvent(Key.Enter),
                    "<BS>" => new KeyEvent(Key.Backspace),
                    "<Up>" => new KeyEvent(Key.Up),
                    "<Left>" => new KeyEvent(Key.Left),
                    "<Space>" => KeyEvent.Typed(" "),
                    "<lt>" => KeyEvent.Typed("<"),
                    { Length: > 2 } ctrl when ctrl[0] == '<' => KeyEvent.Typed(ctrl[3..^1], KeyModifiers.Ctrl),
                    var typed => KeyEvent.Typed(typed),
                }
            );

    [GeneratedRegex(@"<(?:Esc|CR|BS|Up|Left|Space|lt|C-.)>|[\uD800-\uDBFF].|.", RegexOptions.Singleline)]
    private static partial Regex Tokens();
}
