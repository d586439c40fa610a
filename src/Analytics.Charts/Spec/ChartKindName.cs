using System.Text;

namespace Analytics.Charts;

/// <summary>The names of chart kinds, as query headers and <c>--kind</c> use them: <c>bar</c>, <c>grouped-bar</c>, ….</summary>
public static class ChartKindName
{
    /// <summary>All names, in the order of <see cref="ChartKind"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetNames<ChartKind>().Select(Hyphenated)];

    /// <summary>Kinds that are left out on purpose, and what shows the same better.</summary>
    private static readonly (string[] Names, string Zh, string En)[] LeftOut =
    [
        (
            ["pie", "donut", "doughnut"],
            "角度难以比较，请用bar；要看构成，请用stacked-bar。",
            "Angles are hard to compare: use bar, or stacked-bar for parts of a whole."
        ),
        (
            ["radar", "spider"],
            "轴的次序会左右观感，请用dot、heatmap或panels小图。",
            "The order of its axes makes its shape: use dot, heatmap, or small multiples (panels)."
        ),
        (
            ["dual-axis", "dual", "combo", "secondary-axis"],
            "两根轴的比例可任意摆布，请用scatter看关系，或用panels分成小图。",
            "Two scales can be made to say anything: use scatter for the relation, or small multiples (panels)."
        ),
        (
            ["area", "stacked-area", "bubble", "treemap", "funnel", "gauge", "3d-bar"],
            "面积难以比较，请用bar、line或kpi。",
            "Areas are hard to compare: use bar, line or kpi."
        ),
        (
            ["small-multiples", "facet"],
            "任何一种都可分成小图：另给panels列。",
            "Any kind can be split into small multiples: give it a panels column."
        ),
        (["column", "hbar", "barh"], "请用bar。", "Use bar."),
        (["boxplot", "table", "points"], "请用box、heatmap或scatter。", "Use box, heatmap or scatter."),
    ];

    /// <summary>The name of a kind.</summary>
    public static string Of(ChartKind kind) => All[(int)kind];

    /// <summary>The kind of a name.</summary>
    /// <exception cref="UserException">There is no such kind; the message says what to use instead.</exception>
    public static ChartKind Parse(string name)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (All[i] == name)
                return (ChartKind)i;
        }

        var known = string.Join(", ", All);
        var (_, zh, en) = LeftOut.FirstOrDefault(k => k.Names.Contains(Plain(name)), ([], "", ""));
        throw UserException.Failed(
            $"没有图形“{name}”。{zh}可用：{known}。",
            $"There is no chart kind '{name}'. {en}{(en.Length > 0 ? " " : "")}Available: {known}."
        );
    }

    /// <summary>Whether it names a kind that is left out on purpose, of which <see cref="Parse"/> says what to use instead.</summary>
    public static bool IsLeftOut(string name) => LeftOut.Any(k => k.Names.Contains(Plain(name)));

    private static string Plain(string name) => name.ToLowerInvariant().Replace('_', '-').Replace(' ', '-');

    /// <summary>GroupedBar is grouped-bar.</summary>
    private static string Hyphenated(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0)
                text.Append('-');
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }
}
