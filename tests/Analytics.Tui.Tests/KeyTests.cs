using System.Reflection;
using Analytics.Tui.App;

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
        var texts = Sentences();
        texts.Count.ShouldBeGreaterThan(160);
        texts.ShouldAllBe(t => In(t, Language.Zh) != In(t, Language.En));
    }

    [Fact]
    public void No_english_text_holds_chinese_but_quoted_keys() =>
        Sentences().Select(t => In(t, Language.En)).ShouldAllBe(text => text.All(c => c < 0x2E80));

    /// <summary>The getters of all sentences without gaps: those of the texts themselves, and the extensions of the features.</summary>
    private static IReadOnlyList<MethodInfo> Sentences() =>
        [
            .. typeof(Texts)
                .Assembly.GetTypes()
                .Where(t => t == typeof(Texts) || t is { IsAbstract: true, IsSealed: true })
                .SelectMany(t =>
                    t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                )
                .Where(m => m.Name.StartsWith("get_", StringComparison.Ordinal) && m.ReturnType == typeof(string))
                .Where(m => m.IsStatic ? m.GetParameters() is [{ ParameterType: var of }] && of == typeof(Texts) : m.GetParameters() is []),
        ];

    private static string In(MethodInfo sentence, Language language)
    {
        var texts = Texts.Of(language, ConsoleKeys.Map);
        return (string)(sentence.IsStatic ? sentence.Invoke(null, [texts]) : sentence.Invoke(texts, []))!;
    }
}
