using Analytics.Tui.App;
using Analytics.Tui.Settings;

namespace Analytics.Tui.Tests.Settings;

public class KeyRebindingTests
{
    private static EffectiveKeys Apply(params (string Name, string Keys)[] changes) =>
        KeyRebinding.Apply(
            ConsoleKeys.Map,
            "c.yaml",
            [.. changes.Select((c, i) => new KeyOverride(c.Name, i + 1, [.. c.Keys.Split(' ', StringSplitOptions.RemoveEmptyEntries)]))]
        );

    private static string KeysOf(EffectiveKeys keys, string name) =>
        string.Join(' ', keys.Map.Bindings.First(b => KeyLookup.IsBindable(b) && KeyLookup.NameOf(b) == name).Chords);

    [Fact]
    public void Names_are_unique() => ConsoleKeys.Map.Bindings.Where(KeyLookup.IsBindable).Select(KeyLookup.NameOf).ShouldBeUnique();

    [Fact]
    public void A_change_holds_and_an_empty_list_unbinds()
    {
        var keys = Apply(("grid.sort", "F Alt+o"), ("grid.filter-rows", ""));
        keys.Faults.ShouldBeEmpty();
        KeysOf(keys, "grid.sort").ShouldBe("F Alt+O");
        KeysOf(keys, "grid.filter-rows").ShouldBe("");
    }

    [Fact]
    public void Two_actions_can_swap_their_keys()
    {
        var keys = Apply(("grid.sort", "c"), ("grid.copy-cell", "o"));
        keys.Faults.ShouldBeEmpty();
        (KeysOf(keys, "grid.sort"), KeysOf(keys, "grid.copy-cell")).ShouldBe(("c", "o"));
    }

    [Theory]
    [InlineData("grid.sort", "c", "o", "c already means grid.copy-cell")]
    [InlineData("grid.sort", "↓", "o", "↓ already means Grid (move)")]
    [InlineData("editor.find", "Ctrl+Z", "Ctrl+F", "Ctrl+Z already means SQL editor (undo)")]
    [InlineData("editor.find", "x", "Ctrl+F", "x is a character to type here")]
    [InlineData("anywhere.palette", "ß", "F10 Ctrl+P", "ß is a character to type here")]
    [InlineData("grid.sort", "Hyper+x", "o", "'Hyper+x' is neither")]
    [InlineData("viewer.back", "", "Esc q Enter", "there must be a key to leave with")]
    [InlineData("always.quit", "", "Ctrl+Q", "must keep one key that means nothing else anywhere")]
    [InlineData("anywhere.help", "Ctrl+E", "F1", "must keep one key that means nothing else anywhere")]
    [InlineData("editor.run", "F10 Ctrl+P", "F5 Ctrl+R Ctrl+Enter", "anywhere.palette (all commands) must keep one key")]
    [InlineData("grid.sort", "Ctrl+Q", "o", "always.quit (quit) must keep one key")]
    public void A_change_that_cannot_be_is_said_with_its_place_and_the_default_stays(
        string name,
        string keys,
        string stays,
        string expected
    )
    {
        var effective = Apply((name, keys));
        effective.Faults.ShouldHaveSingleItem().En.ShouldStartWith($"c.yaml, line 1: keys.{name}: ");
        effective.Faults[0].En.ShouldContain(expected);
        KeysOf(effective, name).ShouldBe(stays);
    }

    [Fact]
    public void Of_two_changes_that_clash_the_first_holds()
    {
        var keys = Apply(("grid.sort", "J"), ("grid.copy-cell", "J"));
        keys.Faults.ShouldHaveSingleItem().En.ShouldContain("line 2: keys.grid.copy-cell: J already means grid.sort");
        (KeysOf(keys, "grid.sort"), KeysOf(keys, "grid.copy-cell")).ShouldBe(("J", "c"));
    }

    [Fact]
    public void A_change_taken_back_takes_those_along_that_need_its_key()
    {
        var keys = Apply(("grid.sort", "c"), ("grid.copy-cell", "↓"));
        keys.Faults.Length.ShouldBe(2);
        (KeysOf(keys, "grid.sort"), KeysOf(keys, "grid.copy-cell")).ShouldBe(("o", "c"));
    }

    [Fact]
    public void A_key_may_hide_that_of_an_outer_context() => Apply(("grid.sort", "F2 q Tab")).Faults.ShouldBeEmpty();

    [Fact]
    public void An_unknown_action_is_said_with_the_nearest() =>
        Apply(("grid.srot", "o")).Faults.ShouldHaveSingleItem().En.ShouldContain("did you mean grid.sort?");

    /// <summary>What could be given other keys before the dialogs were those of the toolkit.</summary>
    [Theory]
    [InlineData("save.accept")]
    [InlineData("save.back")]
    [InlineData("file-path.accept")]
    [InlineData("file-path.back")]
    [InlineData("ask.accept")]
    [InlineData("ask.back")]
    [InlineData("replace.accept")]
    [InlineData("replace.back")]
    [InlineData("always.suspend")]
    public void A_name_of_an_older_file_still_names_its_action(string name)
    {
        var keys = Apply((name, "Ctrl+Y"));
        keys.Faults.ShouldBeEmpty();
        keys.Map.Bindings.ShouldContain(b =>
            b.Chords.Count == 1 && b.Chords[0].ToString() == "Ctrl+Y" && name.EndsWith(KeyLookup.NameOf(b).Split('.')[1])
        );
    }

    [Theory]
    [InlineData("Ctrl+Enter", true)]
    [InlineData("Ctrl+I", true)]
    [InlineData("Ctrl+Shift+k", true)]
    [InlineData("Alt+k", false)]
    [InlineData("Ctrl+K", false)]
    [InlineData("Shift+F4", false)]
    public void Keys_that_many_terminals_do_not_send_get_a_note(string key, bool isRare) =>
        Apply(("grid.sort", key)).Notes.Length.ShouldBe(isRare ? 1 : 0);

    /// <summary>Whatever a file says, the map is one that the console can work with.</summary>
    [ForAnyChoices(300)]
    public void Any_changes_leave_keys_to_quit_for_help_and_for_all_commands(Choices random)
    {
        var names = ConsoleKeys.Map.Bindings.Where(KeyLookup.IsBindable).Select(KeyLookup.NameOf).ToArray();
        var chords = ConsoleKeys.Map.Bindings.SelectMany(b => b.Chords).Distinct().Select(c => c.ToString()).ToArray();
        var changes = Enumerable
            .Range(0, random.Next(1, 60))
            .Select(_ => (Pick(names), string.Join(' ', Enumerable.Range(0, random.Next(3)).Select(_ => Pick(chords)))))
            .DistinctBy(c => c.Item1);
        var map = Apply([.. changes]).Map;
        foreach (var action in (ConsoleAction[])[ConsoleAction.Quit, ConsoleAction.Help, ConsoleAction.Palette])
        {
            map.Bindings.Where(b => b.Context is KeyContext.Always or KeyContext.Anywhere && KeyLookup.ActionOf(b) == action)
                .SelectMany(b => b.Chords)
                .ShouldContain(c => map.Bindings.Where(b => b.Chords.Contains(c)).All(b => KeyLookup.ActionOf(b) == action));
        }

        string Pick(string[] from) => from[random.Next(from.Length)];
    }
}
