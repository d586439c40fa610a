namespace Analytics.Curation;

/// <summary>
/// The tables that follow from others by SQL, which is given: what it means to compare figures is the business of those who ask. Names and
/// columns are a contract.
/// </summary>
internal static class DerivedTables
{
    private static readonly string[] Standing = ["comparable", "side", "not"];

    private static readonly TableSchema<string?[]> Pair = new TableBuilder<string?[]>(
        "figure_pair",
        "会被当作同类的实绩两两成对，及其间的原因；comparison 由此而来。",
        "Pairs of measured figures that someone could take for alike, with what stands between them; comparison reads it."
    )
        .Key("theme", p => p[0]!, "主题。", "Theme.")
        .Key("obs_id", p => p[1]!, "一条数字。", "One observation.")
        .Key("other_obs_id", p => p[2]!, "另一条数字。", "The other observation.")
        .Flag("same_indicator", p => p[3] == "true", "两数是否同一指标。", "Whether both are of the same indicator.")
        .Choice("standing", p => p[4]!, "可比、可并列（side）或不可比。", "Whether they compare, stand side by side or neither.", Standing)
        .Position("reason_count", p => int.Parse(p[5]!), "原因的个数（规模不计）。", "Number of reasons, size left out.")
        .Text(
            "reasons",
            p => p[6],
            "原因的代码，以空格分隔；可比为 NULL。",
            "Codes of the reasons, separated by blanks; NULL if they compare."
        )
        .Text("reasons_zh", p => p[7], "原因，中文。", "The reasons in Chinese.")
        .Text("reasons_en", p => p[8], "原因，英文。", "The reasons in English.")
        .References("obs_id", "observation", "obs_id")
        .References("other_obs_id", "observation", "obs_id")
        .Build("obs_id other_obs_id", "obs_id other_obs_id");

    private static readonly TableSchema<string?[]> OfFigure = new TableBuilder<string?[]>(
        "figure_standing",
        "每条实绩可比、可并列或不可比；ranking 由此而来。",
        "Whether each measured figure compares, stands side by side or neither; ranking reads it."
    )
        .Key("obs_id", s => s[0]!, "哪一条数字。", "The observation.")
        .Text("other_obs_id", s => s[1], "不可比时最近的另一条数字。", "The nearest other observation where it does not compare.")
        .Choice("standing", s => s[2]!, "可比、可并列（side）或不可比。", "Whether it compares, stands side by side or neither.", Standing)
        .Integer(
            "rank",
            s => s[3] is { } rank ? int.Parse(rank) : null,
            "同类可比数字中的名次。",
            "Rank among the figures that it compares with."
        )
        .Text("reasons_zh", s => s[4], "原因，中文。", "The reasons in Chinese.")
        .Text("reasons_en", s => s[5], "原因，英文。", "The reasons in English.")
        .References("obs_id", "observation", "obs_id")
        .References("other_obs_id", "observation", "obs_id")
        .Build("obs_id", "obs_id");

    /// <summary>Works the derived tables out.</summary>
    /// <param name="tables">What they follow from.</param>
    /// <param name="queries">The SQL of each by its name, over tables of the schema <c>product</c>; those without are left out.</param>
    public static IReadOnlyList<TableContent> Fill(IReadOnlyList<TableContent> tables, IReadOnlyDictionary<string, string> queries)
    {
        if (queries.Count == 0)
            return [];
        using var engine = new TableWriter();
        foreach (var table in tables)
            engine.Load(table, "product");
        return
        [
            .. new[] { Pair, OfFigure }
                .Where(schema => queries.ContainsKey(schema.Name))
                .Select(schema => schema.Fill(engine.Texts(queries[schema.Name], schema.Columns.Count))),
        ];
    }
}
