namespace Analytics.Tui.Tests;

public class KeyTests
{
    [Fact]
    public void Every_action_but_the_widgets_own_has_a_key() =>
        Enum.GetValues<ConsoleAction>().ShouldAllBe(action => ConsoleKeys.Map.Bindings.Any(b => b.Action == action.ToString()));

    [Fact]
    public void Every_binding_says_what_it_does_in_both_languages() =>
        ConsoleKeys.Map.Bindings.ShouldAllBe(b => b.Help.Zh.Length > 0 && b.Help.En.Length > 0 && b.Chords.Count > 0);

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public void Every_context_has_a_heading_of_its_own(Language language) =>
        ConsoleKeys.Map.Bindings.Select(b => b.Context).Distinct().Select(c => KeyContext.Heading(c, language)).ShouldBeUnique();

    [Fact]
    public void Every_text_differs_between_the_languages()
    {
        var texts = typeof(Texts).GetProperties().Where(p => p.PropertyType == typeof(string)).ToArray();
        texts.Length.ShouldBeGreaterThan(40);
        texts.ShouldAllBe(p => (string)p.GetValue(Texts.Of(Language.Zh))! != (string)p.GetValue(Texts.Of(Language.En))!);
    }

    [Fact]
    public void No_english_text_holds_chinese_but_quoted_keys() =>
        typeof(Texts)
            .GetProperties()
            .Where(p => p.PropertyType == typeof(string))
            .Select(p => (string)p.GetValue(Texts.Of(Language.En))!)
            .ShouldAllBe(text => text.All(c => c < 0x2E80));
}
