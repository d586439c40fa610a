using Analytics.Terminal.Input;
using Analytics.Tui.App;
using Analytics.Tui.Settings;

namespace Analytics.Tui.Tests;

/// <summary>Which panel has the focus, and what that means for keys.</summary>
public class FocusScriptTests
{
    [Theory]
    [InlineData("F2", nameof(Panel.Catalogue))]
    [InlineData("F3", nameof(Panel.Query))]
    [InlineData("F4", nameof(Panel.Result))]
    public void A_key_of_a_panel_leads_there_from_every_panel_also_from_itself(string key, string panel)
    {
        using var run = new ConsoleRun(100, 30).Settle().Sql("SELECT 1 AS a");
        foreach (var from in new[] { "F2", "F3", "F4", key })
        {
            run.Keys($"{from} {key}").State.Focus.ToString().ShouldBe(panel);
            run.State.IsCatalogueShown.ShouldBeTrue();
        }
    }

    [Fact]
    public void A_key_of_a_panel_leads_out_of_an_open_list()
    {
        using var run = new ConsoleRun(100, 30).Settle().Open("cadre_age/county");
        run.State.Focus.ShouldBe(Panel.Query);
        run.Keys("Enter").State.Query.Form!.Form.IsListOpen.ShouldBeTrue(run.Screen);
        run.Keys("F4").State.Focus.ShouldBe(Panel.Result);
    }

    [Theory]
    [InlineData("F10")]
    [InlineData("F1")]
    [InlineData("F4 C")]
    [InlineData("F4 F")]
    [InlineData("F4 R")]
    [InlineData("F4 s")]
    [InlineData("F2 o")]
    public void A_key_of_a_panel_leads_out_of_a_window(string window)
    {
        using var run = new ConsoleRun(100, 30).Settle().Sql("SELECT 1 AS a");
        foreach (var (key, panel) in new[] { ("F2", Panel.Catalogue), ("F3", Panel.Query), ("F4", Panel.Result) })
        {
            run.Keys(window).State.Window.ShouldNotBeNull(run.Screen);
            run.Keys(key).State.Window.ShouldBeNull();
            run.State.Focus.ShouldBe(panel);
        }
    }

    [Fact]
    public void Out_of_a_window_the_key_of_the_editor_does_not_turn_to_the_parameters()
    {
        using var run = new ConsoleRun(100, 30).Settle().Open("cadre_age/county").Keys("F3 F3");
        run.State.Query.ShowsForm.ShouldBeTrue();
        run.Keys("F3").State.Query.ShowsForm.ShouldBeFalse();
        run.Keys("Ctrl+G F3").State.Query.ShowsForm.ShouldBeFalse("it leads back to the editor");
    }

    [Theory]
    [InlineData(100)]
    [InlineData(70)]
    public void The_catalogue_is_hidden_and_shown_by_a_key_of_its_own(int width)
    {
        using var run = new ConsoleRun(width, 30).Settle();
        run.Keys("Shift+F2").State.Focus.ShouldBe(Panel.Query, "the focus is never on what is hidden");
        ConsoleLayout.Of(run.State).Catalogue.IsEmpty.ShouldBeTrue();
        run.Keys("Shift+F2");
        ConsoleLayout.Of(run.State).Catalogue.IsEmpty.ShouldBeFalse();
        run.Keys("Shift+F2 F2");
        ConsoleLayout.Of(run.State).Catalogue.IsEmpty.ShouldBeFalse();
    }

    [Theory]
    [InlineData("F3")]
    [InlineData("F3 Ctrl+F")]
    [InlineData("F3 Ctrl+G")]
    [InlineData("F2 /")]
    [InlineData("F10")]
    public void The_key_for_undo_suspends_nowhere_where_text_is_typed(string keys)
    {
        using var run = new ConsoleRun(100, 30).Settle().Keys(keys).Type("7");
        Pressed(run, Key.Character, "z", KeyModifiers.Ctrl).ShouldBeEmpty();
    }

    [Fact]
    public void The_key_for_undo_suspends_where_keys_are_commands()
    {
        using var run = new ConsoleRun(100, 30).Settle();
        Pressed(run, Key.Character, "z", KeyModifiers.Ctrl).ShouldBe([new SuspendConsole()]);
    }

    [Theory]
    [InlineData("F3 Esc", "F3 goes back")]
    [InlineData("F2 / x Esc", "/ goes back")]
    public void Leaving_text_for_commands_is_said(string keys, string said)
    {
        using var run = new ConsoleRun(100, 30, "en").Settle().Keys(keys);
        run.Screen.ShouldContain("Keys are commands here");
        run.Screen.ShouldContain(said);
    }

    [Fact]
    public void The_focus_stays_in_the_editor_where_the_settings_say_so()
    {
        var settings = ConsoleSettings.Of(ConsoleKeys.Map).With(SettingsFile.None with { FocusAfterRun = RunFocus.Editor });
        using var run = new ConsoleRun(100, 30, settings: settings).Settle().Sql("SELECT 42 AS answer");
        run.State.Focus.ShouldBe(Panel.Query);
        run.Screen.ShouldContain("42");
        run.Keys("F2 F5").State.Focus.ShouldBe(Panel.Result, "run again from elsewhere, it goes to the result");
    }

    private static IReadOnlyList<ConsoleEffect> Pressed(ConsoleRun run, Key key, string text, KeyModifiers modifiers) =>
        ConsoleUpdate.Update(run.State, new InputHappened(new KeyEvent(key, modifiers, text), TimeSpan.Zero)).Effects;
}
