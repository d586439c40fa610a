using Analytics.Terminal.Input;
using Analytics.Tui.App;

namespace Analytics.Tui.Tests;

/// <summary>The panels that become views.</summary>
public class PanelTests
{
    private static readonly (int Width, int Height)[] Sizes = [(80, 24), (200, 50), (60, 15)];

    public static TheoryData<string> Views => [.. ScreenViews.Names];

    [Theory]
    [MemberData(nameof(Views))]
    public void Panels_cover_the_screen_and_one_that_is_shown_has_the_focus_unless_a_window_has_it(string view)
    {
        using var run = new ConsoleRun();
        ScreenViews.Show(view, run);
        foreach (var (width, height) in Sizes)
        {
            run.Program.Send(new ResizeEvent(width, height));
            var places = ConsolePanels.Of(run.State);
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                    places.ShouldContain(p => p.Area.Contains(x, y), $"({x}, {y}) of {width}×{height}");
            }
            var focused = places.Where(p => p.HasFocus).ToArray();
            focused.Length.ShouldBe(run.State.Window is null ? 1 : 0);
            focused.ShouldAllBe(p => !p.Area.IsEmpty);
        }
    }

    [Fact]
    public void A_screen_too_small_has_no_panels()
    {
        using var run = new ConsoleRun(50, 12);
        ConsolePanels.Of(run.Settle().State).ShouldAllBe(p => p.Area.IsEmpty);
    }
}
