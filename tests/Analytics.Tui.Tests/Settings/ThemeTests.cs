using System.Reflection;
using Analytics.Terminal.Ansi;
using Analytics.Terminal.Cells;
using Analytics.Tui.Settings;

namespace Analytics.Tui.Tests.Settings;

/// <summary>The themes on the looks that the program has: those declared, and those of real screens.</summary>
public sealed class ThemeTests(ThemeTests.Screens screens) : IClassFixture<ThemeTests.Screens>
{
    /// <summary>Every style in use, found once for all tests.</summary>
    public sealed class Screens
    {
        internal IReadOnlyList<Style> Styles { get; } = [.. Declared().Concat(Drawn()).Distinct()];

        private static IEnumerable<Style> Declared() =>
            typeof(Theme)
                .GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(f => f.GetValue(null)!)
                .SelectMany(Parts)
                .Concat(Enumerable.Range(0, 6).Select(i => Style.Of(Color.Basic(1 + i))));

        private static IEnumerable<Style> Parts(object look) =>
            look is Style style
                ? [style]
                : look.GetType()
                    .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(p => p.GetIndexParameters().Length == 0 && p.PropertyType is { Namespace: not "System" })
                    .SelectMany(p => Parts(p.GetValue(look)!));

        private static HashSet<Style> Drawn()
        {
            using var run = new ConsoleRun(120, 40, "en").Settle();
            var found = new HashSet<Style>();
            foreach (var keys in (string[])["?", "Esc Shift+F10", "Esc F10", "Esc"])
                Add(run.Keys(keys));
            Add(run.Open("education/shares").Keys("↓ → m →"));
            foreach (
                var query in (string[])
                    [
                        "training/coverage",
                        "overview/county_by_theme",
                        "village_enterprise/companies_beside_workshops",
                        "education/wanshan_reserve_shares",
                    ]
            )
            {
                Add(run.Open(query).Keys("2"));
            }

            Add(run.Open("overview/county").Keys("Enter ↓"));
            Add(run.Keys("Esc").Sql("SELECT county_zh, 'x' AS a, 4.5, $p -- note\nFROM figures WHERE vallue > 3.5"));
            Add(run.Keys("Ctrl+F").Type("figures"));
            Add(run.Sql("SELECT 1 AS a, NULL AS b, [1, 2] AS c FROM range(99)").Keys("m ↓ ↓"));
            return found;

            void Add(ConsoleRun shown)
            {
                var frame = shown.Program.Frame();
                for (var y = 0; y < frame.Height; y++)
                {
                    for (var x = 0; x < frame.Width; x++)
                        found.Add(frame[x, y].Style);
                }
            }
        }
    }

    public static TheoryData<string> Themes => [.. Enum.GetNames<ThemeName>().Where(n => n != nameof(ThemeName.Terminal))];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Every_text_has_the_contrast_that_the_guidelines_ask_for(string name)
    {
        screens.Styles.Count.ShouldBeGreaterThan(20);
        foreach (var depth in (ColorDepth[])[ColorDepth.TrueColor, ColorDepth.Indexed256])
        {
            foreach (var style in screens.Styles)
            {
                var least =
                    name == nameof(ThemeName.Contrast) ? 7
                    : (style.Attributes & TextAttributes.Dim) != 0 ? 3
                    : 4.5;
                Contrast(Scheme(name).Resolve(style, depth)).ShouldBeGreaterThanOrEqualTo(least, $"{style} in {depth}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void In_sixteen_colours_nothing_is_invisible(string name)
    {
        foreach (var style in screens.Styles.Select(s => Scheme(name).Resolve(s, ColorDepth.Basic16)))
        {
            Contrast(style).ShouldBeGreaterThanOrEqualTo(3, style.ToString());
            // Eight-colour terminals ignore the bright ones.
            (style.Foreground.Value < 8 && style.Background.Value < 8).ShouldBeTrue(style.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Without_colours_attributes_tell_what_is_selected_and_what_is_dim(string name) =>
        screens.Styles.ShouldAllBe(style => Scheme(name).Resolve(style, ColorDepth.None) == style);

    [Theory]
    [MemberData(nameof(Themes))]
    public void A_selection_stands_out_from_the_ground(string name)
    {
        var selected = Scheme(name).Resolve(Theme.Reversed, ColorDepth.TrueColor);
        Contrast(new Style(selected.Background, Scheme(name).Resolve(default, ColorDepth.TrueColor).Background)).ShouldBeGreaterThan(2.4);
    }

    [Fact]
    public void The_key_goes_through_all_themes_and_the_screen_takes_their_colours()
    {
        using var run = new ConsoleRun().Settle();
        run.Program.Frame().Scheme.ShouldBeNull();
        foreach (var theme in (ThemeName[])[ThemeName.Light, ThemeName.Dark, ThemeName.Contrast, ThemeName.Terminal])
        {
            run.Keys("Shift+F9").State.Settings.Theme.ShouldBe(theme);
            run.Program.Frame().Scheme.ShouldBe(Schemes.Of(theme));
        }
    }

    private static ColorScheme Scheme(string name) => Schemes.Of(Enum.Parse<ThemeName>(name))!;

    /// <summary>WCAG 2.2, contrast ratio.</summary>
    private static double Contrast(Style style)
    {
        var (a, b) = (Luminance(style.Foreground), Luminance(style.Background));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(Color color)
    {
        var rgb = color.Kind == ColorKind.Rgb ? color.Value : Terminal.Ansi.Palette.RgbOf(color.Value);
        return 0.2126 * Linear(rgb >> 16 & 255) + 0.7152 * Linear(rgb >> 8 & 255) + 0.0722 * Linear(rgb & 255);
    }

    private static double Linear(int channel) => channel / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
}
