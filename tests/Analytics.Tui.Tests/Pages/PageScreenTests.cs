using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
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

    /// <summary>
    /// The page that the program proposes of a file of the user's, whose names, dates and amounts are as people write them.
    /// </summary>
    [Fact]
    public void The_page_over_a_file_of_the_users_is_the_reviewed_one_in_both_languages()
    {
        foreach (var language in new[] { "zh", "en" })
        {
            foreach (var (width, height) in Sizes)
            {
                using var folder = new TemporaryFolder();
                var file = folder.File("tea.csv", Tea());
                using var run = new ConsoleRun(width, height, language, page: "", userFolder: folder.Path).Settle().Keys("Ctrl+N");
                run.Program.Send(new FileEvent(file));
                run.Settle().Keys("Space");
                Golden.ShouldMatch(CanvasDump.Text(run.Program.Frame()), $"page/tea_{width}x{height}_{language}.txt");
            }
        }
    }

    private static string Tea()
    {
        string[] counties = [" 碧江", "碧江区", "松桃县", "Songtao", "思南", "石阡县", "铜仁城区", ""];
        string[] kinds = ["绿茶", "红茶", "抹茶"];
        var lines = Enumerable
            .Range(0, 240)
            .Select(i =>
                $"{counties[i * 7 % 8]},{kinds[i * 5 % 3]},{(i % 2 == 0 ? "线上" : "门店")},2024-{1 + i % 12:00}-{1 + i * 11 % 28:00},"
                + $"\"{i * 37 % 900 + 12.5}\",{1 + i % 40}\n"
            );
        return "县,品类,渠道,日期,金额（元）,数量\n" + string.Concat(lines);
    }
}
