using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Analytics.Tui.App;

namespace Analytics.Tui.Tests;

/// <summary>
/// Golden screens: cells and styles of each view and state, once; those that every user meets also in English and at other sizes. Alignment
/// is measured at every size in both languages.
/// </summary>
public class ScreenTests
{
    /// <summary>The size of old, a wide one, and the least that the console works at.</summary>
    private static readonly (int Width, int Height)[] Sizes = [(80, 24), (120, 40), (60, 15)];

    /// <summary>Views whose golden is kept at each size in both languages.</summary>
    private static readonly string[] Everywhere = ["welcome", "grid", "chart", "editor", "completion", "form", "settings", "article"];

    public static TheoryData<string, string> Screens()
    {
        var screens = new TheoryData<string, string>();
        foreach (var view in ScreenViews.Names)
        {
            screens.Add(view, "zh");
            screens.Add(view, "en");
        }
        return screens;
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public void Screen_is_aligned_and_covered_at_each_size_and_the_reviewed_one(string view, string language)
    {
        using var run = new ConsoleRun(80, 24, language);
        ScreenViews.Show(view, run);
        foreach (var (width, height) in Sizes)
        {
            run.Program.Send(new ResizeEvent(width, height));
            run.Settle();
            var screen = run.Program.Frame();
            AssertAligned(screen);
            AssertCovered(ConsolePanels.Of(run.State), width, height, run.State.Window is null);
            if (Everywhere.Contains(view) || (language == "zh" && width == 80))
                Golden.ShouldMatch(CanvasDump.TextAndStyles(screen), $"{view}/{width}x{height}_{language}.txt");
        }
    }

    [Fact]
    public void A_screen_too_small_has_no_panels()
    {
        using var run = new ConsoleRun(50, 12);
        ConsolePanels.Of(run.Settle().State).ShouldAllBe(p => p.Area.IsEmpty);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void A_terminal_too_small_is_told_what_is_needed(string language)
    {
        using var run = new ConsoleRun(50, 12, language);
        Golden.ShouldMatch(CanvasDump.TextAndStyles(run.Settle().Program.Frame()), $"too_small/50x12_{language}.txt");
    }

    /// <summary>Panels cover the screen, and one that is shown has the focus, unless a window has it.</summary>
    private static void AssertCovered(IReadOnlyList<PanelPlace> places, int width, int height, bool isPanelFocused)
    {
        // Not by an assertion a cell, which would compile its condition each time.
        var cells = from y in Enumerable.Range(0, height) from x in Enumerable.Range(0, width) select (x, y);
        cells.Where(cell => !places.Any(p => p.Area.Contains(cell.x, cell.y))).ShouldBeEmpty();
        var focused = places.Where(p => p.HasFocus).ToArray();
        focused.Length.ShouldBe(isPanelFocused ? 1 : 0);
        focused.ShouldAllBe(p => !p.Area.IsEmpty);
    }

    /// <summary>Every row of cells is exactly as wide as the screen, measured anew from its text.</summary>
    private static void AssertAligned(CellCanvas screen)
    {
        for (var y = 0; y < screen.Height; y++)
        {
            var row = string.Concat(Enumerable.Range(0, screen.Width).Select(x => screen[x, y].Text));
            CellText.Width(row).ShouldBe(screen.Width, row);
        }
    }
}
