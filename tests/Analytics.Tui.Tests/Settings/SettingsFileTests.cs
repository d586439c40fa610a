using Analytics.Engine.Sessions;
using Analytics.Terminal.Text;
using Analytics.Tui.App;
using Analytics.Tui.Settings;

namespace Analytics.Tui.Tests.Settings;

public sealed class SettingsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SettingsFile Read(string yaml) => SettingsFile.Read(_folder.File("config.yaml", yaml));

    [Fact]
    public void A_missing_file_is_fine() =>
        SettingsFile.Read(_folder.File("none.yaml")).ShouldBe(new SettingsFile(_folder.File("none.yaml"), Exists: false));

    [Fact]
    public void Everything_is_read()
    {
        var file = Read(
            "theme: dark\nlanguage: zh\nvim: true\nambiguous_width: 2\nkeys:\n"
                + "  grid.sort: [o, Alt+s]\n  editor.run: F5\n  grid.freeze: []\n"
        );
        file.Faults.ShouldBeEmpty();
        (file.Theme, file.Language, file.Vim, file.Ambiguous).ShouldBe((ThemeName.Dark, Language.Zh, true, AmbiguousWidth.Two));
        file.Keys.Select(k => $"{k.Line} {k.Name} {string.Join(' ', k.Keys)}")
            .ShouldBe(["6 grid.sort o Alt+s", "7 editor.run F5", "8 grid.freeze "]);
    }

    [Theory]
    [InlineData(
        "\n\nthem: dark",
        3,
        "unknown entry 'them'; expected one of theme, language, vim, soft_wrap, "
            + "chart_graphics, nulls, id_columns, focus_after_run, start, ambiguous_width, keys; did you mean theme?"
    )]
    [InlineData("theme: drak", 1, "theme is 'drak'; expected one of terminal, light, dark, contrast; did you mean dark?")]
    [InlineData("theme: [dark]", 1, "theme is '[…]'")]
    [InlineData("theme:", 1, "theme is ''; expected one of terminal")]
    [InlineData("vim: maybe", 1, "vim is 'maybe'; expected one of true, false")]
    [InlineData("keys:\n  grid.sort:", 2, "expected a key such as F5")]
    [InlineData("keys:\n  grid.sort: {a: b}", 2, "expected a key such as F5")]
    [InlineData("keys: F5", 1, "expected entries such as 'name: value'")]
    [InlineData("theme", 1, "expected entries such as 'name: value'")]
    [InlineData("theme: dark\ntheme: light", 2, "'theme' is given twice; the first one holds")]
    [InlineData("keys:\n  grid.sort: [o, #]", 2, "is no YAML, so nothing of the file holds (keys such as '#', '!', ',' need quotes)")]
    [InlineData("keys:\n  grid.sort: !", 2, "expected a key such as F5")]
    [InlineData("a: &x 1\nb: *x", 2, "references")]
    [InlineData("theme: dark\n---\ntheme: light", 2, "is no YAML")]
    public void A_fault_names_file_line_what_was_expected_and_the_nearest_match(string yaml, int line, string expected)
    {
        var file = Read(yaml);
        var fault = file.Faults[^1];
        fault.En.ShouldStartWith(file.Path + ", line ");
        fault.En.ShouldContain(expected);
        if (line > 0 && !expected.Contains("YAML", StringComparison.Ordinal))
            fault.En.ShouldContain($", line {line}: ");
        fault.Zh.ShouldContain("第 ");
    }

    [Fact]
    public void Entries_beside_a_faulty_one_hold()
    {
        var file = Read("theme: drak\nvim: true\nlanguages: zh\nlanguage: en");
        (file.Theme, file.Vim, file.Language, file.Faults.Length).ShouldBe((null, true, Language.En, 2));
    }

    [Fact]
    public void A_folder_in_its_place_is_a_fault() =>
        SettingsFile.Read(_folder.Path).Faults.ShouldHaveSingleItem().En.ShouldContain("cannot be read");

    [Theory]
    [InlineData("/a/c.yaml", "/x", "/a/c.yaml")]
    [InlineData(null, "/x", "/x/analytics/config.yaml")]
    [InlineData("", "relative", null)]
    public void Its_place_is_chosen_by_the_environment(string? own, string? xdg, string? expected)
    {
        if (OperatingSystem.IsWindows())
            return;
        var home = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config/analytics/config.yaml");
        UserFolder
            .SettingsFile(name =>
                name == "ANALYTICS_CONFIG" ? own
                : name == "XDG_CONFIG_HOME" ? xdg
                : null
            )
            .ShouldBe(expected ?? home);
    }

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public void The_starter_file_says_nothing_until_it_is_uncommented_and_then_the_defaults(Language language)
    {
        var starter = StarterFile.Text(language, ConsoleKeys.Map);
        Read(starter).ShouldSatisfyAllConditions(f => f.Faults.ShouldBeEmpty(), f => f.Keys.ShouldBeEmpty(), f => f.Theme.ShouldBeNull());
        var file = Read(
            string.Join(
                '\n',
                starter
                    .Split('\n')
                    .Select(l =>
                        l.StartsWith("#  ", StringComparison.Ordinal) || !l.StartsWith("# ", StringComparison.Ordinal)
                            ? l.TrimStart('#')
                            : l
                    )
            )
        );
        file.Faults.ShouldBeEmpty();
        file.Keys.Length.ShouldBe(ConsoleKeys.Map.Bindings.Count(KeyLookup.IsBindable));
        var settings = ConsoleSettings.Of(ConsoleKeys.Map).With(file);
        settings.Faults.ShouldBeEmpty();
        settings.Keys.Bindings.Zip(ConsoleKeys.Map.Bindings).ShouldAllBe(b => b.First.Chords.SequenceEqual(b.Second.Chords));
    }

    public void Dispose() => _folder.Dispose();
}
