using System.Reflection;
using Analytics.Terminal.Ansi;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Tui.Settings;

namespace Analytics.Tui.Tests.Settings;

/// <summary>
/// The themes on the looks that the program has, as Terminal.Gui's schemes give them to its screen: those declared, and those of real
/// screens with their windows and menus.
/// </summary>
public sealed class ThemeTests(ThemeTests.Screens screens) : IClassFixture<ThemeTests.Screens>
{
    /// <summary>A style that is drawn, and what a theme makes of it on a terminal with so many colours.</summary>
    internal readonly record struct Look(ThemeName Theme, ColorDepth Depth, Style Drawn, Style Shown);

    /// <summary>Every style in use in every theme, found once for all tests.</summary>
    public sealed class Screens
    {
        private readonly HashSet<Look> _looks = [];

        public Screens()
        {
            using (var declared = Declared())
                Add(declared.Frame);
            foreach (
                var view in (string[])
                    [
                        "help",
                        "commands",
                        "list",
                        "completion",
                        "find",
                        "error",
                        "values",
                        "selection",
                        "condition_error",
                        "chart",
                        "chart_options",
                    ]
            )
            {
                Add(view);
            }
            foreach (var view in (string[])["sentence", "references", "compare", "settings", "copy", "name", "menu_bar", "menu_rows"])
                Add(view);
            using var page = new ConsoleRun(120, 40, "en", page: "").Settle();
            Add(page.Program.Frame);
        }

        internal IEnumerable<Look> In(string theme, params ColorDepth[] depths) =>
            _looks.Where(look => look.Theme == Enum.Parse<ThemeName>(theme) && depths.Contains(look.Depth));

        private void Add(string view)
        {
            using var run = new ConsoleRun(120, 40, "en");
            ScreenViews.Show(view, run);
            Add(run.Program.Frame);
        }

        private void Add(Func<ColorScheme?, ColorDepth, CellCanvas> frame)
        {
            var drawn = frame(null, ColorDepth.TrueColor);
            foreach (var theme in Enum.GetValues<ThemeName>().Where(t => t != ThemeName.Terminal))
            {
                foreach (var depth in Enum.GetValues<ColorDepth>())
                {
                    var shown = frame(Schemes.Of(theme), depth);
                    for (var y = 0; y < drawn.Height; y++)
                    {
                        for (var x = 0; x < drawn.Width; x++)
                            _looks.Add(new(theme, depth, drawn[x, y].Style, shown[x, y].Style));
                    }
                }
            }
        }

        /// <summary>A screen with a cell of each declared style.</summary>
        private static HeadlessRun<int, InputEvent, string> Declared()
        {
            var styles = typeof(Theme)
                .GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(f => f.GetValue(null)!)
                .SelectMany(Parts)
                .Concat(Enumerable.Range(0, 6).Select(i => Style.Of(Color.Basic(1 + i))))
                .Distinct()
                .ToArray();
            return new(
                new()
                {
                    Start = _ => 0,
                    Update = (state, _) => state,
                    Draw = (_, canvas) =>
                    {
                        for (var x = 0; x < styles.Length; x++)
                            canvas.Write(x, 0, "x", styles[x]);
                    },
                    FromInput = input => input,
                    Perform = (_, _) => { },
                    IsOver = _ => false,
                },
                new(styles.Length, 1)
            );
        }

        private static IEnumerable<Style> Parts(object look) =>
            look is Style style
                ? [style]
                : look.GetType()
                    .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(p => p.GetIndexParameters().Length == 0 && p.PropertyType is { Namespace: not "System" })
                    .SelectMany(p => Parts(p.GetValue(look)!));
    }

    public static TheoryData<string> Themes => [.. Enum.GetNames<ThemeName>().Where(n => n != nameof(ThemeName.Terminal))];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Every_text_has_the_contrast_that_the_guidelines_ask_for(string name)
    {
        var looks = screens.In(name, ColorDepth.TrueColor, ColorDepth.Indexed256).ToArray();
        looks.Length.ShouldBeGreaterThan(40);
        foreach (var look in looks)
        {
            var least =
                name == nameof(ThemeName.Contrast) ? 7
                : (look.Drawn.Attributes & TextAttributes.Dim) != 0 ? 3
                : 4.5;
            Contrast(look.Shown).ShouldBeGreaterThanOrEqualTo(least, look.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void In_256_colours_all_are_the_same_as_in_24_bits(string name)
    {
        var exact = screens.In(name, ColorDepth.TrueColor).ToDictionary(look => look.Drawn, look => look.Shown);
        foreach (var look in screens.In(name, ColorDepth.Indexed256))
        {
            (look.Shown.Foreground.Kind, look.Shown.Background.Kind).ShouldBe((ColorKind.Indexed, ColorKind.Indexed), look.ToString());
            Contrast(look.Shown).ShouldBe(Contrast(exact[look.Drawn]), 0.001, look.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void In_sixteen_colours_nothing_is_invisible(string name)
    {
        foreach (var look in screens.In(name, ColorDepth.Basic16))
        {
            Contrast(look.Shown).ShouldBeGreaterThanOrEqualTo(3, look.ToString());
            // Eight-colour terminals ignore the bright ones.
            (look.Shown.Foreground.Kind, look.Shown.Background.Kind).ShouldBe((ColorKind.Basic, ColorKind.Basic), look.ToString());
            (look.Shown.Foreground.Value < 8 && look.Shown.Background.Value < 8).ShouldBeTrue(look.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Without_colours_attributes_tell_what_is_selected_and_what_is_dim(string name) =>
        screens.In(name, ColorDepth.None).ShouldAllBe(look => look.Shown == look.Drawn);

    [Theory]
    [MemberData(nameof(Themes))]
    public void A_selection_stands_out_from_the_ground(string name)
    {
        var looks = screens.In(name, ColorDepth.TrueColor).ToArray();
        var ground = looks.First(look => look.Drawn == Style.Default).Shown.Background;
        var selected = looks.First(look => look.Drawn == Theme.Reversed).Shown.Background;
        Contrast(new Style(selected, ground)).ShouldBeGreaterThan(2.4);
    }

    [Fact]
    public void The_key_goes_through_all_themes_and_panels_take_their_colours_and_so_does_an_open_window()
    {
        using var run = new ConsoleRun(120, 40).Settle();
        run.Program.Frame()[5, 5].Style.Background.ShouldBe(Color.Default);
        foreach (var theme in (ThemeName[])[ThemeName.Light, ThemeName.Dark, ThemeName.Contrast, ThemeName.Terminal])
        {
            run.Keys("Shift+F9").State.Settings.Theme.ShouldBe(theme);
            AssertGround(run, Schemes.Of(theme));
            run.Keys("Shift+F10");
            AssertGround(run, Schemes.Of(theme));
            run.Keys("Esc");
        }
    }

    private static void AssertGround(ConsoleRun run, ColorScheme? colors)
    {
        var frame = run.Program.Frame();
        var expected = colors is null ? Color.Default : Color.Rgb(colors.Ground.Rgb);
        foreach (var (x, y) in ((int, int)[])[(2, 30), (60, 20), (118, 38)])
            frame[x, y].Style.Background.ShouldBe(expected, $"({x}, {y})");
    }

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
