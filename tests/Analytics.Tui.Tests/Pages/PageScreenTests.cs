using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Tests.Pages;

/// <summary>Golden screens of the shipped pages: at three sizes in both languages, with and without a filter.</summary>
public class PageScreenTests
{
    private static readonly (int Width, int Height)[] Sizes = [(80, 24), (120, 40), (200, 60)];

    public static TheoryData<string, string, string> Screens() =>
        new()
        {
            { "overview", "overview", "" },
            { "overview", "overview_filtered", "Tab Tab Down Right Space" },
            { "compare", "compare", "" },
            { "county", "county", "" },
        };

    [Theory]
    [MemberData(nameof(Screens))]
    public void Screen_is_the_reviewed_one_in_both_languages(string page, string name, string keys)
    {
        foreach (var language in new[] { "zh", "en" })
        {
            foreach (var (width, height) in Sizes)
            {
                using var run = new ConsoleRun(width, height, language, page: page).Settle().Keys(keys);
                var screen = run.Program.Frame();
                for (var y = 0; y < screen.Height; y++)
                    CellText.Width(CanvasDump.Text(screen).Split('\n')[y].TrimEnd()).ShouldBeLessThanOrEqualTo(width);
                Golden.ShouldMatch(CanvasDump.Text(screen), $"page/{name}_{width}x{height}_{language}.txt");
            }
        }
    }
}
