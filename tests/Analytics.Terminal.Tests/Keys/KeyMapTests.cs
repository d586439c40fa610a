using Analytics.Terminal.Input;
using Analytics.Terminal.Keys;

namespace Analytics.Terminal.Tests.Keys;

public class KeyMapTests
{
    [Theory]
    [InlineData("Ctrl+S")]
    [InlineData("F5")]
    [InlineData("Alt+Enter")]
    [InlineData("?")]
    [InlineData("a")]
    [InlineData("A")]
    [InlineData("Ctrl+Shift+Z")]
    [InlineData("Shift+Tab")]
    [InlineData("Esc")]
    [InlineData("PgDn")]
    [InlineData("Ctrl+Space")]
    [InlineData("Space")]
    [InlineData("Ctrl++")]
    [InlineData("Ctrl+↑")]
    [InlineData("/")]
    public void Chords_print_as_they_are_read(string text) => KeyChord.Parse(text).ToString().ShouldBe(text);

    [Theory]
    [InlineData("ctrl+pageup", "Ctrl+PgUp")]
    [InlineData("Up", "↑")]
    [InlineData("Alt+x", "Alt+X")]
    public void Other_spellings_are_read_too(string text, string printed) => KeyChord.Parse(text).ToString().ShouldBe(printed);

    [Theory]
    [InlineData("Hyper+X")]
    [InlineData("F99")]
    [InlineData("")]
    [InlineData("Ctrl+")]
    public void An_unknown_key_is_an_error_that_shows_it(string text) =>
        Should.Throw<FormatException>(() => KeyChord.Parse(text)).Message.ShouldContain($"'{text}'");

    [Fact]
    public void A_chord_equals_that_of_the_key_it_names()
    {
        KeyChord.Parse("Ctrl+S").ShouldBe(KeyChord.Of(KeyEvent.Typed("s", KeyModifiers.Ctrl)));
        KeyChord.Parse("F5").ShouldBe(KeyChord.Of(new(Key.F5)));
    }

    private static readonly KeyMap Map = new([
        KeyBinding.Of("app", "quit", "Ctrl+Q", "退出", "Quit", inFooter: true),
        KeyBinding.Of("app", "help", "F1 ?", "帮助", "Help", inFooter: true),
        KeyBinding.Of("grid", "evidence", "Enter", "看原文", "Evidence", inFooter: true),
        KeyBinding.Of("grid", "find", "?", "查找", "Find"),
        KeyBinding.Of("editor", "run", "Ctrl+Enter F5", "运行", "Run", inFooter: true),
    ]);

    [Fact]
    public void The_innermost_context_decides()
    {
        var question = KeyEvent.Typed("?");
        Map.ActionOf(question, "grid", "app").ShouldBe("find");
        Map.ActionOf(question, "editor", "app").ShouldBe("help");
        Map.ActionOf(question, "editor").ShouldBeNull();
    }

    [Fact]
    public void Footers_show_the_first_key_and_the_help_of_marked_bindings() =>
        Map.Footer(Language.Zh, "editor", "app").ShouldBe([("Ctrl+Enter", "运行"), ("Ctrl+Q", "退出"), ("F1", "帮助")]);

    [Fact]
    public void A_binding_hidden_wholly_by_an_inner_context_is_out_of_reach()
    {
        var map = new KeyMap([KeyBinding.Of("a", "inner", "x", "内", "in"), KeyBinding.Of("b", "outer", "x", "外", "out")]);
        map.Reachable("a", "b").Select(b => b.Action).ShouldBe(["inner"]);
    }

    [Fact]
    public void Clashing_bindings_are_refused_by_name() =>
        Should
            .Throw<ArgumentException>(() => new KeyMap([KeyBinding.Of("a", "one", "x", "", ""), KeyBinding.Of("a", "two", "y x", "", "")]))
            .Message.ShouldContain("x in 'a' means both 'one' and 'two'");
}
