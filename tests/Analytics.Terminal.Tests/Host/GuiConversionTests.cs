using System.Text;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Host;
using Analytics.Terminal.Input;

namespace Analytics.Terminal.Tests.Host;

/// <summary>What goes through Terminal.Gui comes out as it went in.</summary>
public class GuiConversionTests
{
    [Fact]
    public void Every_key_with_all_modifiers_comes_back()
    {
        foreach (var key in Enum.GetValues<Key>().Where(k => k != Key.Character))
        {
            foreach (var modifiers in AllModifiers)
                Back(new KeyEvent(key, modifiers)).ShouldBe(new KeyEvent(key, modifiers));
        }
    }

    // As the decoder reports them: Shift shows in the character, and beside Ctrl letters are small.
    [ForAnyChoices(500)]
    public void Every_character_with_any_modifiers_comes_back(Choices choices)
    {
        var runes = "azAZ09 /?~é中“①😀\u0301\u00DF\uFFFD".EnumerateRunes().ToArray();
        var (rune, modifiers) = (runes[choices.Next(runes.Length)], AllModifiers[choices.Next(AllModifiers.Length)]);
        var key =
            (modifiers & KeyModifiers.Ctrl) != 0
                ? KeyEvent.Typed(Rune.ToLowerInvariant(rune).ToString(), modifiers)
                : KeyEvent.Typed(rune.ToString(), modifiers & ~KeyModifiers.Shift);
        Back(key).ShouldBe(key);
    }

    [Fact]
    public void Every_scalar_value_comes_back()
    {
        for (var value = 0x20; value <= 0x10FFFF; value++)
        {
            if (!Rune.IsValid(value))
                continue;
            var key = KeyEvent.Typed(new Rune(value).ToString());
            if (Back(key) != key)
                Back(key).ShouldBe(key, $"U+{value:X}");
        }
    }

    [Fact]
    public void Every_mouse_event_comes_back()
    {
        foreach (var action in Enum.GetValues<MouseAction>())
        {
            foreach (var button in ButtonsOf(action))
            {
                foreach (var modifiers in ModifiersOf(action))
                {
                    var mouse = new MouseEvent(action, button, 7, 3, modifiers);
                    GuiMouse.Of(GuiMouse.Of(mouse)).ShouldBe(mouse);
                }
            }
        }
    }

    [ForAnyChoices(500)]
    public void Every_style_comes_back(Choices choices)
    {
        var style = new Style(AnyColor(choices), AnyColor(choices), (TextAttributes)choices.Next(32));
        Paint.Of(Paint.Of(style)).ShouldBe(style);
    }

    private static readonly KeyModifiers[] AllModifiers = [.. Enumerable.Range(0, 8).Select(bits => (KeyModifiers)bits)];

    private static KeyEvent? Back(KeyEvent key) => GuiKeys.Of(GuiKeys.Of(key));

    private static IEnumerable<MouseButton> ButtonsOf(MouseAction action) =>
        action switch
        {
            MouseAction.Press or MouseAction.Drag => [MouseButton.Left, MouseButton.Middle, MouseButton.Right],
            MouseAction.Release => Enum.GetValues<MouseButton>(),
            _ => [MouseButton.None],
        };

    // Terminal.Gui writes a wheel turned sideways as one turned with Ctrl.
    private static IEnumerable<KeyModifiers> ModifiersOf(MouseAction action) =>
        action >= MouseAction.WheelUp ? AllModifiers.Where(m => (m & KeyModifiers.Ctrl) == 0) : AllModifiers;

    private static Color AnyColor(Choices choices) =>
        choices.Next(4) switch
        {
            0 => Color.Default,
            1 => Color.Basic(choices.Next(16)),
            2 => Color.Indexed(choices.Next(256)),
            _ => Color.Rgb(choices.Next(0x1000000)),
        };
}
