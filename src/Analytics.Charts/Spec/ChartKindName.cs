namespace Analytics.Charts;

/// <summary>The names of chart kinds, as query headers and <c>--kind</c> use them.</summary>
public static class ChartKindName
{
    /// <summary>All names: <c>bar</c>, <c>dot</c>, <c>kpi</c>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetNames<ChartKind>().Select(n => n.ToLowerInvariant())];

    /// <summary>The kind of a name.</summary>
    /// <exception cref="ChartException">There is no such kind; the message says what to use instead.</exception>
    public static ChartKind Parse(string name, ChartLanguage language)
    {
        for (var i = 0; i < All.Count; i++)
            if (All[i] == name) return (ChartKind)i;
        var known = string.Join(", ", All);
        throw new ChartException(ChartProblem.BadOption, language == ChartLanguage.Zh
            ? $"没有图形“{name}”。{Instead(name, "角度难以比较，请用bar。", "轴的次序会左右观感，请用bar或dot。")}可用：{known}。"
            : $"There is no chart kind '{name}'. {Instead(name, "Angles are hard to compare: use bar. ", "The order of its axes makes its shape: use bar or dot. ")}Available: {known}.");
    }

    /// <summary>Kinds that are left out on purpose get a reason.</summary>
    private static string Instead(string name, string pie, string radar) => name switch
    {
        "pie" or "donut" or "doughnut" => pie,
        "radar" or "spider" => radar,
        _ => "",
    };
}
