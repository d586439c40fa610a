using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;

namespace Analytics.Tests.Tui;

/// <summary>Golden screens: cells and styles of each view, in both languages.</summary>
public class ScreenTests
{
    static readonly Dictionary<string, Action<ConsoleRun>> Views = new()
    {
        ["welcome"] = run => run.Settle(),
        ["grid"] = run => run.Settle().Open("education/shares").Keys("↓ →"),
        ["chart"] = run => run.Settle().Open("training/coverage").Keys("2"),
        ["sentence"] = run => run.Settle().Open("education/comparable").Keys("3"),
        ["article"] = run => run.Settle().Open("education/shares").Keys("a"),
        ["form"] = run => run.Settle().Open("education/lookalikes"),
        ["list"] = run => run.Settle().Open("overview/county").Keys("Enter ↓"),
        ["error"] = run => run.Settle().Sql("SELECT county_zh, '铜仁' AS 市\nFROM figures -- 注释\nWHERE vallue > 3.5"),
        ["cell"] = run => run.Settle().Sql("SELECT 'a' || chr(27) || '[31m' || repeat('长文本。', 40) AS t, NULL AS n, '' AS e").Keys("Enter"),
        ["help"] = run => run.Settle().Open("education/shares").Keys("?"),
        ["save"] = run => run.Settle().Open("training/coverage").Keys("2 s"),
        ["filter"] = run => run.Settle().Keys("/").Type("county"),
        ["running"] = run => run.Settle().Keys("F3").Type("SELECT 1").KeysOnly("F5").Elapse(TimeSpan.FromSeconds(1.3)),
        ["completion"] = run => run.Settle().Keys("F3").Type("FROM figures WHERE county_z"),
        ["buffers"] = run => run.Settle().Keys("F3 Ctrl+N F12 i").Type("SELECT (1 + 2)").Keys("Esc"),
        ["find"] = run => run.Settle().Keys("F3").Type("SELECT 1, 1").Keys("Alt+r").Type("1"),
        ["commands"] = run => run.Settle().Keys("F3 F10").Type("sql"),
    };

    public static TheoryData<string, string> Screens()
    {
        var screens = new TheoryData<string, string>();
        foreach (var view in Views.Keys)
        {
            screens.Add(view, "zh");
            screens.Add(view, "en");
        }
        return screens;
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public void Screen_is_the_reviewed_one(string view, string language)
    {
        using var run = new ConsoleRun(80, 24, language);
        Views[view](run);
        foreach (var (width, height) in Sizes(view))
        {
            run.Program.Send(new ResizeEvent(width, height));
            Golden.ShouldMatch(CanvasDump.TextAndStyles(run.Program.Frame()), $"{view}_{width}x{height}_{language}");
        }
    }

    static IEnumerable<(int Width, int Height)> Sizes(string view) => view switch
    {
        "welcome" => [(80, 24), (140, 45), (50, 12)],
        "grid" => [(80, 24), (140, 45), (60, 15)],
        "chart" or "article" => [(80, 24), (140, 45)],
        _ => [(80, 24)],
    };
}
