using Analytics.Tui.Settings;

namespace Analytics.Tui.Tests.Settings;

/// <summary>Settings that were changed at random.</summary>
public class WrongSettingsTests
{
    private const string All =
        "theme: dark\nlanguage: zh\nvim: true\nsoft_wrap: false\nchart_graphics: sixel\nnulls: dash\nid_columns: last\n"
        + "focus_after_run: result\nstart: last\nambiguous_width: 2\nkeys:\n  grid.sort: [o, Alt+s]\n  editor.run: F5\n  grid.freeze: []\n";

    [Fact]
    public void Settings_are_read_and_what_is_wrong_is_told_in_both_languages() =>
        Mutation.OfTexts(
            "settings",
            4000,
            [All],
            text =>
            {
                foreach (var fault in SettingsReader.Read("config.yaml", text).Faults)
                    fault.En.ShouldNotBe(fault.Zh);
            }
        );
}
